"""Energy, stage, plate and its colour as ledgers write them."""

import pytest

from fuelcheck.ledgers.cells import BadCell, Parser
from fuelcheck.ledgers.vehicle_terms import energy, plate, plate_colour, stage, vin


@pytest.mark.parametrize(
    ("parse", "cell", "value"),
    [
        (energy, "柴油", "diesel"), (energy, "LNG", "gas"), (energy, "纯电动", "battery"), (energy, "插混", "plug_in"),
        (plate_colour, "黄", "yellow"), (plate_colour, "黄色", "yellow"), (plate_colour, "黄绿双拼", "yellow_green"),
        (stage, "国三", "3"), (stage, "国3", "3"), (stage, "国Ⅲ", "3"), (stage, "III", "3"), (stage, "国VI", "6"),
        (stage, "国六b", "6"), (stage, "国ⅥB", "6"), (stage, 5.0, "5"), (stage, "国Ⅳ", "4"), (stage, "国零", "0"),
        (plate, "豫C·12345", "豫C12345"), (plate, " 豫c-d12345 ", "豫CD12345"),
        (vin, "lzz5clsb9ga000001", "LZZ5CLSB9GA000001"),
    ],
)  # fmt: skip
def test_what_can_mean_one_thing_only_is_read(parse: Parser, cell: str | float, value: str) -> None:
    assert parse(cell) == value


@pytest.mark.parametrize(
    ("parse", "cell", "code"),
    [
        (energy, "油", "unknown-energy"), (plate_colour, "红", "unknown-plate-colour"),
        (stage, "国七", "unknown-stage"),
        (stage, "国", "unknown-stage"), (stage, "5.5", "unknown-stage"),
    ],
)  # fmt: skip
def test_the_rest_is_refused_by_name(parse: Parser, cell: str, code: str) -> None:
    with pytest.raises(BadCell) as refusal:
        parse(cell)

    assert refusal.value.code == code
    assert refusal.value.values["allowed"]

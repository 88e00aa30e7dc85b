"""What departments write in the closed columns of 车辆, and what is refused by name."""

import pytest

from fuelcheck.ledgers import fleet_terms
from fuelcheck.ledgers.cells import BadCell, Cell, Parser


def refusal(parse: Parser, cell: Cell) -> str:
    with pytest.raises(BadCell) as refused:
        parse(cell)
    return refused.value.code


@pytest.mark.parametrize(
    ("written", "category"),
    [
        ("公交车", "bus"),
        ("公交客运", "bus"),
        ("出租汽车", "taxi"),
        ("网络预约出租汽车", "ride_hailing"),
        ("渣土运输车", "muck_truck"),
        ("混凝土搅拌运输车", "cement_mixer"),
        ("城市配送", "logistics"),
        ("环卫作业车", "sanitation"),
        ("公务用车", "official"),
        ("消防车", "emergency"),
        ("载货汽车", "truck"),
        ("C", "bus"),
        ("T", "ride_hailing"),
        ("其它", "other"),
    ],
)
def test_a_category_is_understood_by_its_usual_words(written: str, category: str) -> None:
    assert fleet_terms.category(written) == category


@pytest.mark.parametrize("written", ["货运", "非营运", "A", "租赁"])
def test_a_use_of_the_registration_that_leaves_the_category_open_is_refused(written: str) -> None:
    assert refusal(fleet_terms.category, written) == "category-by-use"


@pytest.mark.parametrize(
    ("written", "energy"),
    [("A", "gasoline"), ("B", "diesel"), ("C", "battery"), ("E", "gas"), ("纯电动", "battery"), ("LNG", "gas")],
)
def test_an_energy_is_understood_by_word_and_code(written: str, energy: str) -> None:
    assert fleet_terms.energy(written) == energy


def test_the_code_of_all_hybrids_is_asked_about() -> None:
    assert refusal(fleet_terms.energy, "O") == "energy-hybrid-or-plug-in"


@pytest.mark.parametrize("written", ["新能源", "D", "F", "Y", "甲醇"])
def test_an_energy_that_is_none_of_the_list_is_refused(written: str) -> None:
    assert refusal(fleet_terms.energy, written) == "unknown-energy"


@pytest.mark.parametrize(
    ("written", "stage"),
    [
        ("国3", "3"),
        ("国三", "3"),
        ("国Ⅲ", "3"),
        ("III", "3"),
        (3.0, "3"),
        ("国六B", "6"),
        ("国VIb", "6"),
        ("国Ⅵ", "6"),
        ("国IV", "4"),
        ("a", "6"),
        ("国零", "0"),
    ],
)
def test_a_stage_is_taken_in_every_writing(written: Cell, stage: str) -> None:
    assert fleet_terms.stage(written) == stage


@pytest.mark.parametrize("written", ["未知", "不详", "新能源", "纯电动"])
def test_an_unknown_stage_stays_unknown(written: str) -> None:
    assert fleet_terms.stage(written) == ""


@pytest.mark.parametrize("written", ["京五", "欧三", "国七", "国三以下"])
def test_a_stage_of_another_list_is_refused(written: str) -> None:
    assert refusal(fleet_terms.stage, written) == "unknown-stage"


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("大型汽车", "large_car"),
        ("02", "small_car"),
        (1.0, "large_car"),
        ("51", "large_new_energy"),
        ("挂车号牌", "trailer"),
    ],
)
def test_a_kind_of_plate_is_known_by_name_and_code(written: Cell, kind: str) -> None:
    assert fleet_terms.plate_kind(written) == kind


def test_other_lists() -> None:
    assert fleet_terms.combustion("稀薄燃烧") == "lean"
    assert fleet_terms.combustion("不详") == ""
    assert fleet_terms.area("城区") == "urban"
    assert fleet_terms.source("环保随车清单") == "certificate"
    assert fleet_terms.decision("同一辆车") == "same"
    assert fleet_terms.vin("无") == ""
    assert fleet_terms.replaced("豫C·12345") == "豫C12345"
    assert fleet_terms.replaced("新增") == ""

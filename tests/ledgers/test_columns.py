"""The declarations of the sheets agree with themselves."""

import pytest

from fuelcheck.ledgers.columns import SHEETS, Form, Sheet
from fuelcheck.ledgers.headers import key
from fuelcheck.words import SheetKind

every_sheet = pytest.mark.parametrize("sheet", SHEETS.values(), ids=[kind.value for kind in SHEETS])


def test_every_kind_of_sheet_is_declared() -> None:
    assert {kind: sheet.kind for kind, sheet in SHEETS.items()} == {kind: kind for kind in SheetKind}


@every_sheet
def test_no_header_means_two_columns_of_one_sheet(sheet: Sheet) -> None:
    headers = [header for c in sheet.columns for header in set(map(key, (c.zh, c.name, *c.headers)))]
    assert len(headers) == len(set(headers))


@every_sheet
def test_key_and_anchors_are_columns_of_the_sheet(sheet: Sheet) -> None:
    known = {column.name for column in sheet.columns}
    assert set(sheet.anchors) <= known
    assert sheet.joined or set(sheet.key) <= known


@every_sheet
def test_columns_of_closed_lists_say_which_and_write_its_terms(sheet: Sheet) -> None:
    for column in sheet.columns:
        assert (column.form is Form.WORD) == (column.words is not None)
        for word in column.words or ():
            assert column.written(word.value) == word.zh
        assert column.written("") == ""


def test_urea_on_sale_is_written_in_chinese() -> None:
    assert SHEETS[SheetKind.SITES].column("products").written("92;0;urea") == "92;0;尿素"


@pytest.mark.parametrize(
    ("kind", "required"),
    [
        (SheetKind.SITES, ["site_code", "name", "kind", "ownership", "township"]),
        (SheetKind.SITE_CHANGES, ["site_code", "effective_on", "what"]),
        (SheetKind.SAMPLES, ["form_no", "sampled_on", "site_code", "product", "samplers"]),
        (SheetKind.VISITS, ["site_code", "visited_on", "outcome"]),
        (SheetKind.RESULTS, ["form_no", "item", "value"]),
        (SheetKind.VEHICLES, ["plate", "category", "energy"]),
        (SheetKind.ROADSIDE_CHECKS, ["record_no", "checked_at", "officers", "plate", "method"]),
        (SheetKind.PURCHASE_PLAN, ["category", "count", "month", "energy"]),
    ],
)
def test_a_sheet_needs_these_columns(kind: SheetKind, required: list[str]) -> None:
    assert [column.name for column in SHEETS[kind].columns if column.required] == required

"""The same ledger month after month: news, conflicts, and what is neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.ledgers.columns import SAMPLES, SITES
from fuelcheck.ledgers.compare import Comparison, History, compare

BATCH = {"form_no": "A1", "sampled_on": "2025-03-09", "site_code": "S001", "product": "diesel", "grade": "0",
         "samplers": "张三;李四", "status": "valid"}  # fmt: skip
SITE = {"site_code": "S001", "name": "顺达加油站", "former_names": "老站", "kind": "station", "ownership": "private",
        "township": "鸦岭镇"}  # fmt: skip
SOLD = {"site_code": "S001", "effective_on": "2025-05-01", "what": "ownership", "value": "sinopec"}


def batch(**cells: str) -> Comparison:
    return compare(SAMPLES, BATCH | cells, BATCH, History(()))


def site(*changes: dict[str, str], **cells: str) -> Comparison:
    return compare(SITES, SITE | cells, SITE, History(changes))


def test_the_same_row_changes_nothing() -> None:
    assert (batch().state, site().state) == ("same", "same")


def test_a_cell_that_was_empty_is_news() -> None:
    found = batch(report_no="W1", reported_on="2025-03-20", conclusion="pass")
    assert (found.state, found.fills) == ("filled", ("report_no", "reported_on", "conclusion"))


def test_an_empty_cell_erases_nothing() -> None:
    stored = BATCH | {"laboratory": "省质检院"}
    assert compare(SAMPLES, BATCH, stored, History(())).state == "same"


def test_another_value_is_a_conflict_old_to_new() -> None:
    found = batch(grade="-10")
    assert (found.state, found.changes, found.why) == ("changed", (("grade", "0", "-10"),), ("differs",))


@pytest.mark.parametrize(
    ("column", "default", "other"), [("task", "county", "province"), ("purpose", "routine", "recheck")]
)
def test_filling_in_what_counts_otherwise_than_the_empty_cell_is_a_conflict(
    column: str, default: str, other: str
) -> None:
    assert batch(**{column: default}).fills == (column,)
    assert batch(**{column: other}).why == ("default-differs",)


@pytest.mark.parametrize(
    ("stored", "brought", "state"),
    [
        ("", "void", "filled"),
        ("valid", "void", "filled"),
        ("", "valid", "filled"),
        ("void", "valid", "changed"),
        ("void", "void", "same"),
    ],
)
def test_a_void_is_news_and_taking_it_back_is_not(stored: str, brought: str, state: str) -> None:
    found = compare(SAMPLES, BATCH | {"status": brought}, BATCH | {"status": stored}, History(()))
    assert found.state == state


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("ownership", "sinopec"),
        ("kind", "depot"),
        ("township", "城关街道"),
        ("name", "新站"),
    ],
)
def test_of_a_known_site_these_are_corrections_or_changes_on_a_day(column: str, value: str) -> None:
    assert site(**{column: value}).why == ("correction-or-change",)


def test_what_a_site_s_dated_history_holds_on_any_day_is_no_conflict() -> None:
    found = site(SOLD, ownership="sinopec")
    assert (found.state, found.values["ownership"]) == ("same", "private")


def test_the_history_of_another_site_does_not_help() -> None:
    assert site(SOLD | {"site_code": "S002"}, ownership="sinopec").state == "changed"


def test_a_former_name_is_no_other_name() -> None:
    found = site(name="老 站")
    assert (found.state, found.values["name"]) == ("same", "顺达加油站")


def test_a_closing_that_stands_among_the_changes_is_not_filed_twice() -> None:
    closed = {"site_code": "S001", "effective_on": "2025-06-01", "what": "closed", "value": ""}
    found = site(closed, closed_on="2025-06-01")
    assert (found.state, "closed_on" in found.values) == ("same", False)


def test_width_and_spaces_of_a_text_make_no_other_text() -> None:
    stored = SITE | {"address": "城关镇（东）1号"}
    found = compare(SITES, SITE | {"address": "城关镇(东) 1号", "brand": "x"}, stored, History(()))
    assert (found.fills, found.values["address"]) == (("brand",), "城关镇（东）1号")


cells = st.dictionaries(
    st.sampled_from([c.name for c in SAMPLES.columns if c.name != "form_no"]),
    st.sampled_from(["a", "b", "county", "void"]),
)


@given(cells, cells)
def test_what_was_filed_is_the_same_when_it_is_brought_again(stored: dict[str, str], row: dict[str, str]) -> None:
    first = compare(SAMPLES, row, stored, History(()))
    assert compare(SAMPLES, row, {**stored, **first.values}, History(())).state == "same"


@given(cells, cells)
def test_only_named_columns_change(stored: dict[str, str], row: dict[str, str]) -> None:
    found = compare(SAMPLES, row, stored, History(()))
    filed = {**stored, **found.values}
    touched = {*found.fills, *(name for name, _, _ in found.changes)}
    assert {name for name in filed if filed[name] != stored.get(name, "")} == touched

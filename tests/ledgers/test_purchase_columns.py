"""Cells of a purchase plan: months, numbers of vehicles, those that are replaced."""

from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.ledgers.cells import BadCell
from fuelcheck.ledgers.purchase_columns import MOST, count, month, replaced


@pytest.mark.parametrize(
    "cell",
    ["2026-05", "2026/5", "2026.05", "2026年5月", "2026年05月", "202605", "２０２６－０５", "2026-05-31",
     "2026年5月3日", date(2026, 5, 1), datetime(2026, 5, 1), "2026-05-01 00:00:00", "20260501"],
)  # fmt: skip
def test_a_month_is_understood(cell):
    assert month(cell) == "2026-05"


@pytest.mark.parametrize(
    ("cell", "code"),
    [("5月", "month-without-year"), ("5", "month-without-year"), ("2026-13", "bad-month"), ("2026-00", "bad-month"),
     ("2026", "bad-month"), ("上半年", "bad-month"), (2026.5, "bad-month"), ("26-05", "bad-month")],
)  # fmt: skip
def test_what_is_no_month_is_refused(cell, code):
    with pytest.raises(BadCell) as bad:
        month(cell)
    assert bad.value.code == code


@pytest.mark.parametrize(
    ("cell", "number"), [("40", "40"), (40.0, "40"), ("４０辆", "40"), ("0", "0"), ("12 台", "12")]
)
def test_a_number_of_vehicles_is_understood(cell, number):
    assert count(cell) == number


@pytest.mark.parametrize("cell", ["四十", "-1", "4.5", "1e3", "约40", str(MOST + 1)])
def test_what_is_no_number_of_vehicles_is_refused_with_what_is(cell):
    with pytest.raises(BadCell) as bad:
        count(cell)
    assert (bad.value.code, bad.value.values) == ("bad-count", {"most": MOST})


def test_replaced_vehicles_are_written_as_people_write_them():
    assert replaced("豫c·00001、豫C 00002；豫C00001;无") == "豫C00001;豫C00002"
    assert replaced("无") == ""


@given(st.text(max_size=14) | st.floats() | st.integers() | st.dates())
def test_a_cell_is_understood_or_refused(cell):
    for parse in (month, count, replaced):
        with suppress(BadCell):
            assert isinstance(parse(cell), str)

"""Figures are written so that none looks better than it is."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.reports.figures import Rate, fraction, lines_of, mark, marks, shown


@given(st.integers(0, 100_000), st.integers(1, 100_000))
def test_a_goal_that_was_missed_is_never_printed_as_reached(numerator: int, denominator: int) -> None:
    printed = float(Rate(numerator, denominator).text.removesuffix("%"))
    assert (printed >= 100) == (numerator >= denominator)
    assert printed == pytest.approx(numerator / denominator * 100, abs=0.1)


def test_a_rate_stands_beside_what_it_was_made_of() -> None:
    assert fraction(Rate(152, 159)) == "152/159 = 95.6%"
    assert fraction(Rate(0, 0)) == "—"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (0, "0"),
        (None, "—"),
        ("", ""),
        (date(2025, 3, 9), "2025-03-09"),
        (datetime(2025, 3, 9, 17, 5, tzinfo=UTC), "2025-03-10 01:05"),
        (Rate(1, 3), "33.3%"),
    ],
)
def test_cells_as_text(cell: object, text: str) -> None:
    assert shown(cell) == text


def test_a_tuple_is_one_line_for_each_part() -> None:
    assert lines_of(("YC25-0001", None)) == ("YC25-0001", "—")


@pytest.mark.parametrize(("number", "text"), [(1, "①"), (20, "⑳"), (21, "㉑"), (36, "㊱"), (50, "㊿"), (51, "(51)")])
def test_notes_are_marked_by_figures_in_circles(number: int, text: str) -> None:
    assert mark(number) == text


def test_three_marks_in_a_row_are_a_range_and_two_are_not() -> None:
    assert marks([6, 5, 1, 2, 3]) == "①—③⑤⑥"
    assert marks([]) == ""

"""Each kind of value takes what its sentence says and nothing else."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from fuelcheck.toml.wanted import (
    Wanted,
    day,
    matching,
    month_and_day,
    one_of,
    share,
    some_of,
    text,
    texts,
    whole_number,
)
from fuelcheck.words import Task


@pytest.mark.parametrize(
    ("wanted", "value", "read"),
    [
        (one_of(Task), "city", Task.CITY),
        (some_of(Task), ["city", "county"], {Task.CITY, Task.COUNTY}),
        (some_of(Task, empty=True), [], frozenset()),
        (text(), " 伊川县 ", "伊川县"),
        (texts(), ["甲", "乙"], ("甲", "乙")),
        (matching(r"\d{3}", "three digits"), "042", "042"),
        (whole_number(1), 1, 1),
        (share(), 1, Decimal(1)),
        (share(), Decimal("0.10"), Decimal("0.10")),
        (day(), date(2024, 9, 30), date(2024, 9, 30)),
        (month_and_day(), "10-01", (10, 1)),
    ],
)
def test_what_is_wanted_is_read(wanted: Wanted[object], value: object, read: object) -> None:
    assert wanted.read(value) == read


@pytest.mark.parametrize(
    ("wanted", "value"),
    [
        (one_of(Task), "town"),
        (one_of(Task), ["city"]),
        (some_of(Task), []),
        (some_of(Task), [["city"]]),
        (some_of(Task), "city"),
        (text(), "two\nlines"),
        (text(), "\u0000"),
        (text(), 3),
        (texts(), ["甲", ""]),
        (matching(r"\d{3}", "three digits"), "０４２"),
        (matching(r"\d{3}", "three digits"), "042\n"),
        (whole_number(1), 0),
        (whole_number(1), Decimal(1)),
        (whole_number(1), True),
        (share(), 0),
        (share(), True),
        (share(), Decimal("1.01")),
        (share(), Decimal("Infinity")),
        (share(), "0.1"),
        (day(), datetime(2024, 9, 30)),
        (day(), "2024-09-30"),
        (month_and_day(), "02-29"),
        (month_and_day(), "02-30"),
        (month_and_day(), "1-1"),
        (month_and_day(), (1, 1)),
    ],
)
def test_anything_else_is_refused(wanted: Wanted[object], value: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the sentence is the table's business
        wanted.read(value)

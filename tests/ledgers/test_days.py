"""Days as people write them; a missing part is refused by name."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.ledgers.cells import BadCell, Cell
from fuelcheck.ledgers.days import day, moment


@pytest.mark.parametrize(
    "cell",
    [
        "2025-03-09",
        "2025/3/9",
        "2025.3.9",
        "20250309",
        20250309.0,
        "2025年3月9日",
        "2025年03月09日",
        "2025-03-09 00:00:00",
        "2025-03-09T00:00:00",
        "２０２５－０３－０９",
        " 2025 年 3 月 9 日 ",
        "2025年3月9",
        "2025/3/9 14:05",
        date(2025, 3, 9),
        datetime(2025, 3, 9),
        datetime(2025, 3, 9, 14, 5),
    ],
)
def test_every_common_form_is_that_day(cell: Cell) -> None:
    assert day(cell) == "2025-03-09"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (45725.0, "day-as-number"),
        ("45725", "day-as-number"),
        (30000, "day-as-number"),
        (60000, "day-as-number"),
        (45725.5, "day-as-number"),
        (29999, "bad-day"),
        (60001, "bad-day"),
        ("2025.3", "day-without-day"),
        (2025.3, "day-without-day"),
        ("2025年3月", "day-without-day"),
        ("2025-3", "day-without-day"),
        ("3月28日", "day-without-year"),
        ("3-28", "day-without-year"),
        ("3.28", "day-without-year"),
        ("2025-02-30", "bad-day"),
        ("20251301", "bad-day"),
        ("25-3-9", "bad-day"),
        ("2025-3/9", "bad-day"),
        ("昨天", "bad-day"),
        ("2025-03-09 25:00", "bad-day"),
        ("2025-03-09 左右", "bad-day"),
        ("1025-03-09", "bad-day"),
        (time(9, 10), "bad-day"),
        ("3025-03-09", "bad-day"),
        (date(1899, 12, 31), "bad-day"),
    ],
)
def test_a_day_that_is_not_all_there_is_refused_by_name(cell: Cell, code: str) -> None:
    with pytest.raises(BadCell) as refused:
        day(cell)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("cell", "at"),
    [
        ("2025-03-09 09:10", "2025-03-09T09:10:00+08:00"),
        ("2025.3.9 9:10:05", "2025-03-09T09:10:05+08:00"),
        (datetime(2025, 3, 9, 9, 10), "2025-03-09T09:10:00+08:00"),
        (date(2025, 3, 9), "2025-03-09T00:00:00+08:00"),
    ],
)
def test_a_time_follows_the_day_at_utc_plus_8(cell: Cell, at: str) -> None:
    assert moment(cell) == at


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d"]))
def test_any_day_is_read_back(one: date, form: str) -> None:
    assert day(one.strftime(form)) == one.isoformat()

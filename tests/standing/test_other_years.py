"""A county whose quota year is not the calendar's: the same statements for a year that spans two."""

from datetime import date
from pathlib import Path

import pytest

import fuelcheck as fc
from tests.cast import REVIEWER, County, batch

POLICY = Path(__file__).parent.parent / "law" / "second_county.toml"


@pytest.fixture
def beixi(database_url, tmp_path, clock):
    """A county whose year begins in October: a batch on each side of each turn."""
    with fc.open_store(database_url, create=True, clock=clock) as store:
        fc.init(store, policy=str(POLICY), by=REVIEWER)
        county = County(store, tmp_path, clock)
        site = {"站点编号": "S001", "名称": "东门加油站", "类别": "加油站", "所有制": "外资", "乡镇": "东门街道"}
        turns = ("2025-09-30", "2025-10-01", "2025-12-31", "2026-01-01", "2026-09-30", "2026-10-01")
        county.take([site], [batch(f"A{day}", day, "S001", 报告日期=day, 任务来源="市级") for day in turns])
        yield county


@pytest.mark.parametrize(("year", "as_of", "achieved"), [
    (2025, date(2025, 10, 1), 1), (2025, date(2025, 12, 31), 2), (2025, date(2026, 1, 1), 3),
    (2025, date(2026, 12, 31), 4), (2026, date(2026, 12, 31), 1),
])  # fmt: skip
def test_batches_count_in_the_year_that_began_before_them(beixi, year, as_of, achieved):
    report = beixi.report(as_of, year)

    assert report.status.line("diesel_batches").achieved == achieved
    assert sum(row.counted for row in report.ledger) == achieved
    assert report.status.roster_day == min(as_of, date(year + 1, 9, 30))


def test_the_months_are_those_of_the_year(beixi):
    months = beixi.report(date(2026, 12, 31), 2025).months

    assert [months[0].month, months[-1].month] == [date(2025, 10, 1), date(2026, 9, 1)]
    assert len(months) == 12


def test_what_the_policy_counts_is_the_policy_s_own(beixi):
    """There the city's batches count, and nobody's beside."""
    assert beixi.report(date(2026, 9, 30), 2025).status.beside.higher_level_batches == 0

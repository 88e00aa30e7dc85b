from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules import pace
from fuelcheck.rules.year import QuotaYear

YEAR = QuotaYear.of((1, 1), 2025)
days = st.dates(YEAR.first, YEAR.last)


def test_the_line_is_rounded_up():
    assert pace.expected(159, YEAR, date(2025, 1, 1)) == 1
    assert pace.expected(159, YEAR, date(2025, 7, 2)) == 80
    assert pace.expected(159, YEAR, date(2025, 12, 31)) == 159


def test_half_of_the_batches_at_half_of_the_year_end_it_just_in_time():
    assert pace.meets_on(146, 73, QuotaYear.of((1, 1), 2024), date(2024, 7, 1)) == date(2024, 12, 31)


def test_too_slow_a_pace_ends_after_the_year():
    assert pace.meets_on(159, 152, YEAR, date(2025, 12, 31)) == date(2026, 1, 17)


def test_without_a_batch_there_is_no_pace():
    assert pace.meets_on(159, 0, YEAR, date(2025, 6, 1)) is None


def test_what_is_met_is_met_today():
    assert pace.meets_on(159, 170, YEAR, date(2025, 11, 3)) == date(2025, 11, 3)
    assert pace.meets_on(159, 170, YEAR, date(2026, 2, 3)) == date(2025, 12, 31)
    assert pace.meets_on(0, 0, YEAR, date(2025, 2, 3)) == date(2025, 2, 3)


@given(st.integers(1, 500), st.integers(1, 500), days)
def test_who_is_on_the_line_meets_the_quota_within_the_year(required, achieved, day):
    on_time = achieved * YEAR.days >= required * YEAR.elapsed(day)
    assert (pace.meets_on(required, achieved, YEAR, day) <= YEAR.last) is (on_time or achieved >= required)


def test_more_than_a_quarter_in_december_is_a_heap():
    december, may = date(2025, 12, 1), date(2025, 5, 1)
    assert not pace.december_heap(YEAR, {may: 30, december: 10})
    assert pace.december_heap(YEAR, {may: 30, december: 11})
    assert not pace.december_heap(YEAR, {may: 30})
    assert not pace.december_heap(YEAR, {})


def test_the_heap_is_looked_for_in_the_last_month_of_the_quota_year():
    assert pace.december_heap(QuotaYear.of((10, 1), 2024), {date(2025, 9, 1): 1})

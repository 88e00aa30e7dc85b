from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.language import use
from fuelcheck.rules.year import BeforeTheYear, QuotaYear, month_end

CALENDAR = QuotaYear.of((1, 1), 2025)


def test_the_calendar_year():
    assert (CALENDAR.first, CALENDAR.last, CALENDAR.days) == (date(2025, 1, 1), date(2025, 12, 31), 365)


def test_a_leap_year_has_366_days():
    assert QuotaYear.of((1, 1), 2024).days == 366


def test_a_year_that_begins_in_october_is_numbered_by_its_first_day():
    year = QuotaYear.of((10, 1), 2025)
    assert (year.first, year.last) == (date(2025, 10, 1), date(2026, 9, 30))
    assert (year.months()[0], year.months()[-1]) == (date(2025, 10, 1), date(2026, 9, 1))


def test_the_roster_day_stops_at_the_last_day():
    assert CALENDAR.roster_day(date(2025, 6, 3)) == date(2025, 6, 3)
    assert CALENDAR.roster_day(date(2026, 2, 3)) == date(2025, 12, 31)


def test_a_day_before_the_year_is_refused_in_words():
    with use("en"), pytest.raises(BeforeTheYear) as refusal:
        CALENDAR.roster_day(date(2024, 12, 31))
    assert refusal.value.exit_code == 2
    assert "2024-12-31" in str(refusal.value)
    assert "2025-01-01" in str(refusal.value)


def test_elapsed_days_count_the_as_of_day():
    assert CALENDAR.elapsed(date(2025, 1, 1)) == 1
    assert CALENDAR.elapsed(date(2026, 1, 31)) == 365


def test_a_month_is_over_on_its_last_day():
    assert CALENDAR.months_over(date(2025, 2, 27)) == (date(2025, 1, 1),)
    assert CALENDAR.months_over(date(2025, 2, 28)) == (date(2025, 1, 1), date(2025, 2, 1))
    assert len(CALENDAR.months_over(date(2026, 3, 31))) == 12


def test_the_running_month_is_open_until_its_last_day():
    assert CALENDAR.running_month(date(2025, 2, 27)) == date(2025, 2, 1)
    assert CALENDAR.running_month(date(2025, 2, 28)) is None
    assert CALENDAR.running_month(date(2026, 1, 15)) is None


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_the_day_after_a_months_end_is_a_first(day):
    assert month_end(day) >= day
    assert (month_end(day) + timedelta(days=1)).day == 1


@given(st.integers(1, 12), st.integers(1, 28), st.integers(2000, 2100))
def test_years_follow_each_other_without_gap_and_have_twelve_months(month, day, number):
    year, following = QuotaYear.of((month, day), number), QuotaYear.of((month, day), number + 1)
    assert following.first - year.last == timedelta(days=1)
    assert len(set(year.months())) == 12
    assert all(year.first <= month_end(m) <= year.last for m in year.months())
    assert not set(year.months()) & set(following.months())

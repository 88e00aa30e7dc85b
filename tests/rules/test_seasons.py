from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules.seasons import seasons_on
from fuelcheck.words import SiteKind
from tests.rules.fuels import DIESEL, E10

STATIONS = (None, SiteKind.STATION, SiteKind.FILLING_POINT)
OTHERS = (SiteKind.DEPOT, SiteKind.PRODUCER, SiteKind.OWN_USE, SiteKind.UREA_VENDOR)


def seasons(day: date, kind: SiteKind | None = None) -> list[str]:
    return [season.id for season in seasons_on(E10.seasons, day, kind)]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 4, 30), ["winter"]),
        (date(2025, 5, 1), ["summer", "winter"]),
        (date(2025, 5, 15), ["summer", "winter"]),
        (date(2025, 5, 16), ["summer"]),
        (date(2025, 10, 31), ["summer"]),
        (date(2025, 11, 1), ["winter", "summer"]),
        (date(2025, 11, 15), ["winter", "summer"]),
        (date(2025, 11, 16), ["winter"]),
        (date(2026, 1, 1), ["winter"]),
        (date(2024, 2, 29), ["winter"]),
    ],
)
def test_a_station_has_fifteen_days_to_replace_its_stock(day, expected):
    assert [seasons(day, kind) for kind in STATIONS] == [expected] * len(STATIONS)


def test_a_depot_and_a_producer_have_none():
    assert [seasons(date(2025, 5, 1), kind) for kind in OTHERS] == [["summer"]] * len(OTHERS)


def test_a_standard_without_seasons_has_none():
    assert seasons_on(DIESEL.seasons, date(2025, 5, 1), None) == ()


@given(st.dates(), st.sampled_from([*STATIONS, *OTHERS]))
def test_every_day_has_its_season_first_and_at_most_the_one_before(day, kind):
    found = seasons(day, kind)

    assert 1 <= len(found) <= 2
    assert found[:1] == seasons(day, SiteKind.DEPOT)
    if len(found) == 2:
        assert found[1] == seasons(day - timedelta(days=16), SiteKind.DEPOT)[0]

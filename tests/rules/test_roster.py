from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules.facts import ChangeFact, SiteFact
from fuelcheck.rules.roster import (
    Roster,
    closed_since,
    name_on,
    operated_between,
    operating_on,
    ownership_on,
    township_on,
)
from fuelcheck.words import Change, Ownership, SiteKind
from tests.rules.county import closed, reopened, site, sold

MARCH, JUNE, SEPTEMBER = date(2025, 3, 1), date(2025, 6, 1), date(2025, 9, 1)
DAY = timedelta(days=1)


def test_a_site_without_dates_has_always_operated():
    assert operating_on(site("S1"), [], date(1990, 1, 1))


def test_a_site_operates_from_its_opening_day():
    opening = site("S1", opened=JUNE)
    assert not operating_on(opening, [], JUNE - DAY)
    assert operating_on(opening, [], JUNE)


def test_the_closing_day_is_the_first_without_sale():
    closing = site("S1", closed=JUNE)
    assert operating_on(closing, [], JUNE - DAY)
    assert not operating_on(closing, [], JUNE)


def test_a_station_that_rests_comes_back_on_the_day_it_reopens():
    changes = [closed("S1", MARCH), reopened("S1", JUNE)]
    days = (MARCH - DAY, MARCH, JUNE - DAY, JUNE)
    assert [operating_on(site("S1"), changes, day) for day in days] == [True, False, False, True]


def test_a_site_that_the_register_closed_may_reopen():
    assert operating_on(site("S1", closed=MARCH), [reopened("S1", JUNE)], JUNE)


def test_closed_and_reopened_on_one_day_is_a_day_of_selling():
    changes = [reopened("S1", JUNE), closed("S1", JUNE)]
    assert operating_on(site("S1"), changes, JUNE)
    assert operating_on(site("S1", closed=JUNE), [reopened("S1", JUNE)], JUNE)


def test_a_future_closing_says_nothing_about_today():
    assert operating_on(site("S1"), [closed("S1", SEPTEMBER)], JUNE)


def test_a_sale_holds_from_its_day():
    changes = [sold("S1", JUNE, Ownership.SINOPEC)]
    assert ownership_on(site("S1"), changes, JUNE - DAY) is Ownership.PRIVATE
    assert ownership_on(site("S1"), changes, JUNE) is Ownership.SINOPEC


def test_the_latest_name_and_township_hold():
    changes = [
        ChangeFact("S1", JUNE, Change.NAME, "乙"),
        ChangeFact("S1", MARCH, Change.NAME, "甲"),
        ChangeFact("S1", MARCH, Change.TOWNSHIP, "白沙镇"),
    ]
    assert [name_on(site("S1"), changes, day) for day in (MARCH - DAY, MARCH, JUNE)] == ["站S1", "甲", "乙"]
    assert township_on(site("S1"), changes, JUNE) == "白沙镇"


def test_one_day_of_selling_within_the_span_is_enough():
    changes = [closed("S1", MARCH)]
    assert operated_between(site("S1"), changes, MARCH - DAY, SEPTEMBER)
    assert not operated_between(site("S1"), changes, MARCH, SEPTEMBER)


def test_a_station_open_only_within_the_span_operated_in_it():
    changes = [closed("S1", MARCH), reopened("S1", JUNE), closed("S1", JUNE + DAY)]
    assert operated_between(site("S1"), changes, MARCH, SEPTEMBER)
    assert not operated_between(site("S1"), changes, JUNE + DAY, SEPTEMBER)


def test_of_two_closings_in_a_row_the_first_counts():
    changes = [closed("S1", JUNE), closed("S1", MARCH)]
    assert closed_since(site("S1"), changes, SEPTEMBER) == MARCH


def test_who_has_reopened_is_not_closed():
    assert closed_since(site("S1"), [closed("S1", MARCH), reopened("S1", JUNE)], SEPTEMBER) is None


def test_who_has_not_opened_is_not_closed():
    assert closed_since(site("S1", opened=SEPTEMBER), [], JUNE) is None


def test_the_roster_keeps_a_closed_station_as_it_was_on_its_last_day():
    changes = [closed("S1", MARCH), sold("S1", JUNE, Ownership.SINOPEC)]
    roster = Roster.on(SEPTEMBER, [site("S1")], changes)
    assert roster.sites["S1"].ownership is Ownership.PRIVATE
    assert roster.resting == ("S1",)
    assert roster.closed_since("S1") == MARCH


def test_a_station_sold_while_it_rested_reopens_under_the_new_owner():
    changes = [closed("S1", MARCH), sold("S1", JUNE, Ownership.SINOPEC), reopened("S1", SEPTEMBER)]
    roster = Roster.on(SEPTEMBER, [site("S1")], changes)
    assert roster.groups == {(SiteKind.STATION, Ownership.SINOPEC): ["S1"]}


def test_an_own_use_point_is_known_but_stands_in_no_group():
    roster = Roster.on(JUNE, [site("E1", kind=SiteKind.OWN_USE), site("E2", kind=SiteKind.OWN_USE, closed=MARCH)], [])
    assert roster.operating == {"E1"}
    assert (roster.groups, roster.resting) == ({}, ())


def test_a_site_without_changes_is_handed_on_as_it_is():
    station = site("S1")
    assert Roster.on(JUNE, [station], [closed("S2", MARCH)]).sites["S1"] is station


def test_among_no_kinds_means_any():
    roster = Roster.on(JUNE, [site("S1"), site("D1", Ownership.SINOPEC, SiteKind.DEPOT)], [])
    assert sorted(roster.among(frozenset(), frozenset())) == ["D1", "S1"]
    assert roster.among(frozenset({SiteKind.DEPOT}), frozenset()) == ["D1"]
    assert roster.among(frozenset({SiteKind.DEPOT}), frozenset({Ownership.PRIVATE})) == []


days = st.dates(date(2025, 1, 1), date(2025, 1, 12))
some_changes = st.lists(
    st.one_of(
        st.builds(ChangeFact, st.just("S1"), days, st.sampled_from([Change.CLOSED, Change.REOPENED])),
        st.builds(ChangeFact, st.just("S1"), days, st.just(Change.OWNERSHIP), st.sampled_from(list(Ownership))),
    ),
    max_size=6,
)
some_sites = st.builds(site, st.just("S1"), opened=st.none() | days, closed=st.none() | days)


def plainly_operating(station: SiteFact, changes: list[ChangeFact], day: date) -> bool:
    """Day by day: what is said of a day holds until another day says otherwise."""
    operating = station.opened_on is None
    today = date(2025, 1, 1)
    while today <= day:
        said = {c.what for c in changes if c.effective_on == today}
        if Change.CLOSED in said or station.closed_on == today:
            operating = False
        if Change.REOPENED in said or station.opened_on == today:
            operating = True
        today += DAY
    return operating


@given(some_sites, some_changes, days)
def test_operating_agrees_with_living_through_the_days(station, changes, day):
    expected = plainly_operating(station, changes, day)
    assert operating_on(station, changes, day) is expected
    roster = Roster.on(day, [station], changes)
    assert ("S1" in roster.operating) is expected
    assert roster.operating_on("S1", day) is expected


@given(some_sites, some_changes, days, days)
def test_operating_between_agrees_with_asking_every_day(station, changes, first, last):
    asked = [operating_on(station, changes, first + n * DAY) for n in range((last - first).days + 1)]
    if asked:
        assert operated_between(station, changes, first, last) is any(asked)


@given(some_sites, some_changes, days)
def test_closed_since_is_the_first_day_of_the_present_rest(station, changes, day):
    since = closed_since(station, changes, day)
    if since is None:
        before_opening = not any(operating_on(station, changes, day - n * DAY) for n in range(15))
        assert operating_on(station, changes, day) or before_opening
    else:
        assert not any(operating_on(station, changes, since + n * DAY) for n in range((day - since).days + 1))


@given(some_sites, some_changes, days, st.randoms())
def test_the_order_of_changes_does_not_matter(station, changes, day, random):
    shuffled = random.sample(changes, len(changes))
    assert Roster.on(day, [station], changes).sites == Roster.on(day, [station], shuffled).sites
    assert operating_on(station, changes, day) is operating_on(station, shuffled, day)


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_owners_on_one_day_always_the_same_holds(order):
    changes = [sold("S1", JUNE, Ownership.SINOPEC), sold("S1", JUNE, Ownership.FOREIGN)][::order]
    assert ownership_on(site("S1"), changes, JUNE) is Ownership.SINOPEC

"""What left the county within the year: only what was scrapped is phased out."""

from datetime import date

import pytest

from fuelcheck.standing.target_gone import gone_within
from fuelcheck.words import Area, Energy, ListedFor, Stage
from tests.rules.fleets import BUS, TRUCK, YICHUAN, vehicle

AS_OF = date(2025, 10, 20)
OLD_DIESEL = YICHUAN.target("old_diesel_trucks")


def gone(**more: object) -> list[tuple[ListedFor, bool]]:
    facts = {"category": TRUCK, "energy": Energy.DIESEL, "stage": Stage.THREE, "area": Area.OTHER} | more
    truck = vehicle("豫C00001", **facts)  # type: ignore[arg-type]
    return [(way, certain) for _, way, certain in gone_within(YICHUAN, OLD_DIESEL, AS_OF, [truck])]


def test_a_scrapped_truck_is_phased_out() -> None:
    assert gone(scrapped_on=date(2025, 5, 8)) == [(ListedFor.SCRAPPED, True)]


def test_a_truck_that_moved_away_is_gone_and_not_phased_out() -> None:
    assert gone(moved_out_on=date(2025, 5, 8)) == [(ListedFor.MOVED_OUT, True)]


def test_a_truck_that_was_scrapped_after_it_had_moved_away_only_moved_away() -> None:
    assert gone(moved_out_on=date(2025, 2, 1), scrapped_on=date(2025, 5, 8)) == [(ListedFor.MOVED_OUT, True)]


def test_a_truck_that_left_on_the_day_of_its_scrapping_was_scrapped() -> None:
    day = date(2025, 5, 8)
    assert gone(moved_out_on=day, scrapped_on=day) == [(ListedFor.SCRAPPED, True)]


def test_a_truck_that_came_back_is_not_gone() -> None:
    assert gone(moved_out_on=date(2025, 2, 1), moved_in_on=date(2025, 3, 1)) == []


@pytest.mark.parametrize("day", [date(2024, 12, 31), date(2025, 10, 21)])
def test_what_left_before_the_year_or_after_the_day_is_not_told(day: date) -> None:
    assert gone(scrapped_on=day) == []


@pytest.mark.parametrize("day", [date(2025, 1, 1), AS_OF])
def test_the_years_first_day_and_the_as_of_day_are_within(day: date) -> None:
    assert gone(scrapped_on=day) == [(ListedFor.SCRAPPED, True)]


def test_a_truck_of_unknown_stage_is_told_as_uncertain() -> None:
    assert gone(scrapped_on=date(2025, 5, 8), stage=None) == [(ListedFor.SCRAPPED, False)]


def test_a_newer_truck_and_a_bus_are_of_no_concern() -> None:
    assert gone(scrapped_on=date(2025, 5, 8), stage=Stage.FOUR) == []
    assert gone(scrapped_on=date(2025, 5, 8), category=BUS) == []

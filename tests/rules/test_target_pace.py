"""The way of a target through the year: months, forecast, what is left and whose."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.language import use
from fuelcheck.rules.target_pace import Assumption, OwnerLeft, progress
from fuelcheck.rules.targets import evaluate_targets
from fuelcheck.words import Energy, Stage, VehicleCategory
from tests.rules.fleets import TRUCK, YEAR_END, YICHUAN, days, fleets, many, vehicle


def way(id_, fleet, as_of=YEAR_END):
    status = evaluate_targets(YICHUAN, as_of, fleet).line(id_)
    return progress(YICHUAN, status, as_of, fleet)


def test_each_month_is_counted_at_its_end_and_the_running_one_on_the_day():
    fleet = [*many(1, 0), vehicle("A", registered_on=date(2025, 2, 28)), vehicle("B", registered_on=date(2025, 3, 5))]

    points = way("bus_new_energy", fleet, date(2025, 3, 10)).months

    assert [(point.month.month, point.day, point.count) for point in points] == [
        (1, date(2025, 1, 31), (0, 1)), (2, date(2025, 2, 28), (1, 2)), (3, date(2025, 3, 10), (2, 3)),
    ]  # fmt: skip


def test_additions_add_up_over_the_year():
    fleet = [vehicle(str(n), registered_on=date(2025, n, 15)) for n in (1, 2, 4)]

    points = way("new_bus_new_energy", fleet, date(2025, 4, 30)).months

    assert [point.count for point in points] == [(1, 1), (2, 2), (2, 2), (3, 3)]


def test_a_share_is_forecast_at_the_pace_of_the_year_with_the_fleet_as_large_as_today():
    # 73 days of the year have passed by 14 March; 292 are left, four times as many.
    fleet = [*many(20, 0), vehicle("A", registered_on=date(2025, 2, 1)), vehicle("B", registered_on=date(2025, 2, 1))]

    forecast = way("taxi_new_energy", [replace(v, category=VehicleCategory.TAXI) for v in fleet], date(2025, 3, 14))

    assert forecast.forecast is not None
    assert forecast.forecast.assumption is Assumption.SAME_FLEET_SAME_PACE
    assert (forecast.forecast.day, forecast.forecast.count) == (date(2025, 12, 31), (10, 22))
    assert forecast.forecast.met is False


def test_what_came_on_the_first_of_january_belongs_to_the_pace_of_the_year():
    fleet = [*many(19, 0), vehicle("A", registered_on=date(2025, 1, 1))]

    forecast = way("bus_new_energy", fleet, date(2025, 3, 14)).forecast

    assert forecast is not None
    assert forecast.count == (5, 20)


def test_a_forecast_never_exceeds_the_fleet():
    fleet = [vehicle(str(n), registered_on=date(2025, 1, 2)) for n in range(10)]

    forecast = way("bus_new_energy", fleet, date(2025, 1, 31)).forecast

    assert forecast is not None
    assert (forecast.count, forecast.met) == ((10, 10), True)


def test_trucks_go_on_going_as_they_went():
    gone = [vehicle(f"G{n}", TRUCK, Energy.DIESEL, stage=Stage.TWO, scrapped_on=date(2025, 2, 1)) for n in range(2)]
    left = [vehicle(f"L{n}", TRUCK, Energy.DIESEL, stage=Stage.TWO) for n in range(8)]

    forecast = way("old_diesel_trucks", [*gone, *left], date(2025, 3, 14)).forecast

    assert forecast is not None
    assert (forecast.assumption, forecast.count, forecast.met) == (Assumption.SAME_PACE_OF_GOING, (0, None), True)


def test_unknown_trucks_keep_a_forecast_open():
    gone = vehicle("G", TRUCK, Energy.DIESEL, stage=Stage.TWO, scrapped_on=date(2025, 2, 1))

    forecast = way("old_diesel_trucks", [gone, vehicle("U", TRUCK, Energy.DIESEL)], date(2025, 3, 14)).forecast

    assert forecast is not None
    assert forecast.met is None


def test_additions_are_forecast_with_their_mix():
    fleet = [*many(3, 2, VehicleCategory.OFFICIAL, registered_on=date(2025, 2, 1))]

    forecast = way("new_official_new_energy", fleet, date(2025, 3, 14)).forecast

    assert forecast is not None
    assert (forecast.assumption, forecast.count, forecast.met) == (Assumption.SAME_MIX, (10, 15), False)


@pytest.mark.parametrize(
    ("id_", "as_of"),
    [("bus_new_energy", YEAR_END), ("bus_new_energy", date(2026, 4, 1)), ("muck_truck_new_energy", date(2025, 4, 1))],
)
def test_no_forecast_once_the_deadline_has_come_or_without_one(id_, as_of):
    assert way(id_, many(3, 1), as_of).forecast is None


def test_what_is_needed_to_reach_the_share():
    taxis = many(100, 80, VehicleCategory.TAXI)

    assert way("taxi_new_energy", taxis).needed == 10
    assert way("taxi_new_energy", taxis[:80]).needed == 0
    assert way("taxi_new_energy", []).needed is None
    assert way("muck_truck_new_energy", many(3, 1, VehicleCategory.MUCK_TRUCK)).needed is None
    assert way("old_diesel_trucks", [vehicle("A", TRUCK, Energy.DIESEL, stage=Stage.ONE)]).needed == 1


def test_one_addition_without_new_energy_is_made_up_by_others_only_below_a_hundred_per_cent():
    spring = date(2025, 2, 1)

    assert way("new_official_new_energy", many(1, 0, VehicleCategory.OFFICIAL, registered_on=spring)).needed == 9
    assert way("new_bus_new_energy", many(1, 0, registered_on=spring)).needed is None
    assert way("new_bus_new_energy", many(1, 1, registered_on=spring)).needed == 0


def test_whose_the_left_vehicles_are():
    fleet = [
        vehicle("A", energy=Energy.DIESEL, owner="乙公司"),
        vehicle("B", energy=Energy.DIESEL, owner="甲公司"),
        vehicle("C", energy=Energy.DIESEL, owner="甲公司"),
        vehicle("D", owner="甲公司"),
    ]

    owners = way("bus_new_energy", fleet).owners

    assert owners == (
        OwnerLeft("甲公司", (fleet[1].key, fleet[2].key)),
        OwnerLeft("乙公司", (fleet[0].key,)),
    )


def test_an_assumption_is_told_in_a_sentence():
    with use("en"):
        assert all(len(assumption.sentence) > 20 for assumption in Assumption)


@given(fleets, st.sampled_from([date.min, date.max]) | days)
def test_no_fleet_raises_and_the_last_month_is_the_status(fleet, day):
    for status in evaluate_targets(YICHUAN, day, fleet).lines:
        made = progress(YICHUAN, status, day, fleet)

        if made.months and day <= date(2027, 12, 31):
            assert made.months[-1].count == (status.numerator, status.denominator)
        if made.forecast is not None and made.forecast.count.denominator is not None:
            assert 0 <= made.forecast.count.numerator <= made.forecast.count.denominator
        assert {key for left in made.owners for key in left.vehicles} == set(status.left)


@given(st.integers(1, 60), st.integers(0, 60))
def test_replacing_what_is_needed_meets_the_share_and_one_less_does_not(old, new):
    fleet = many(new + old, new, VehicleCategory.TAXI)
    needed = way("taxi_new_energy", fleet).needed
    assert needed is not None

    def met_after(replaced):
        after = many(new + old, new + replaced, VehicleCategory.TAXI)
        return evaluate_targets(YICHUAN, YEAR_END, after).line("taxi_new_energy").met

    assert met_after(needed)
    assert needed == 0 or not met_after(needed - 1)


def test_the_required_share_is_a_decimal():
    assert way("taxi_new_energy", []).status.required == Decimal("0.90")

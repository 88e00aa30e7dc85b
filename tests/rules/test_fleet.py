"""Who is in the fleet on a day, who came within a year, and what a date suggests of a stage."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from fuelcheck.rules.fleet import (
    VehicleKey,
    additions,
    came_within,
    fleet_on,
    in_fleet,
    stage_hint,
    suspected_lean,
)
from fuelcheck.words import Energy, Stage, StageHint
from tests.rules.fleets import TRUCK, days, fleets, vehicle

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)


def test_a_vehicle_is_here_from_its_registration_until_the_day_it_leaves():
    bus = vehicle("A", registered_on=date(2025, 3, 1), scrapped_on=date(2025, 9, 1))

    around = (date(2025, 2, 28), date(2025, 3, 1), date(2025, 8, 31), date(2025, 9, 1))

    assert [in_fleet(bus, day) for day in around] == [False, True, True, False]


def test_the_earlier_of_moving_out_and_scrapping_ends_it():
    bus = vehicle("A", moved_out_on=date(2025, 2, 1), scrapped_on=date(2025, 9, 1))

    assert not in_fleet(bus, date(2025, 5, 1))


def test_a_vehicle_from_elsewhere_counts_from_its_moving_in():
    bus = vehicle("A", registered_on=date(2019, 1, 1), moved_in_on=date(2025, 6, 1))

    assert not in_fleet(bus, date(2025, 5, 31))
    assert in_fleet(bus, date(2025, 6, 1))


def test_a_vehicle_that_left_and_came_back_is_here_again():
    bus = vehicle("A", registered_on=date(2019, 1, 1), moved_out_on=date(2023, 1, 1), moved_in_on=date(2025, 6, 1))

    assert [in_fleet(bus, day) for day in (date(2022, 1, 1), date(2024, 1, 1), date(2025, 6, 1))] == [True, False, True]
    assert came_within(bus, FIRST, LAST)


def test_a_vehicle_that_moved_in_and_out_on_one_day_is_gone():
    bus = vehicle("A", moved_in_on=date(2025, 6, 1), moved_out_on=date(2025, 6, 1))

    assert not in_fleet(bus, date(2025, 6, 1))
    assert not in_fleet(bus, date(2025, 7, 1))


def test_a_vehicle_without_a_day_of_arrival_has_always_been_here_and_is_no_addition():
    bus = vehicle("A", registered_on=None)

    assert in_fleet(bus, date(1990, 1, 1))
    assert not came_within(bus, FIRST, LAST)


def test_an_addition_stays_one_when_the_vehicle_is_gone():
    bus = vehicle("A", registered_on=date(2025, 3, 1), moved_out_on=date(2025, 4, 1))

    assert additions([bus], FIRST, LAST) == (bus,)
    assert additions([bus], FIRST, date(2025, 2, 28)) == ()


@pytest.mark.parametrize(
    ("energy", "new"),
    [(Energy.BATTERY, True), (Energy.PLUG_IN, True), (Energy.RANGE_EXTENDED, True), (Energy.FUEL_CELL, True),
     (Energy.HYBRID, False), (Energy.GAS, False), (Energy.DIESEL, False), (Energy.GASOLINE, False)],
)  # fmt: skip
def test_four_energies_are_new(energy, new):
    assert vehicle("A", energy=energy).new_energy is new


def test_the_same_plate_in_two_colours_names_two_vehicles():
    blue, yellow = vehicle("A", plate_kind="02"), vehicle("A", plate_kind="01")

    assert blue.key != yellow.key
    assert blue.key == VehicleKey("A", "02", "")


def test_a_hint_stands_only_beside_an_unknown_stage_of_a_diesel_vehicle():
    truck = vehicle("A", TRUCK, Energy.DIESEL, registered_on=date(2013, 9, 15))

    assert stage_hint(truck) is StageHint.LOOK_UP
    assert stage_hint(replace(truck, stage=Stage.FOUR)) is None
    assert stage_hint(replace(truck, energy=Energy.GAS)) is None
    assert stage_hint(replace(truck, registered_on=None)) is None


def test_a_gas_truck_up_to_stage_five_is_suspected_until_its_combustion_is_known():
    truck = vehicle("A", TRUCK, Energy.GAS, stage=Stage.FIVE)

    assert suspected_lean(truck)
    assert not suspected_lean(replace(truck, stage=Stage.SIX))
    assert not suspected_lean(replace(truck, stage=None))


@pytest.mark.parametrize(
    ("registered", "hint"),
    [(date(2007, 12, 31), StageHint.TWO_OR_OLDER), (date(2008, 1, 1), StageHint.THREE),
     (date(2013, 6, 30), StageHint.THREE), (date(2013, 7, 1), StageHint.LOOK_UP),
     (date(2014, 12, 31), StageHint.LOOK_UP), (date(2015, 1, 1), StageHint.FOUR_OR_NEWER)],
)  # fmt: skip
def test_hints_change_on_the_days_on_which_a_stage_began(registered, hint):
    assert stage_hint(vehicle("A", TRUCK, Energy.DIESEL, registered_on=registered)) is hint


@given(fleets, days, days)
def test_who_came_and_has_not_left_again_is_here(fleet, first, last):
    here = fleet_on(fleet, last)
    stayed = [v for v in additions(fleet, first, last) if v.moved_out_on is None and v.scrapped_on is None]

    assert set(map(id, stayed)) <= set(map(id, here))

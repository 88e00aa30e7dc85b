"""The vehicle of the register that a check was of."""

from dataclasses import replace
from datetime import date

from fuelcheck.rules.fleet import VehicleFact
from fuelcheck.rules.roadside.registered import registered_vehicle
from fuelcheck.words import Energy, PlateColour, PlateKind, VehicleCategory
from tests.rules.roadside.test_fact import FACT

TRUCK = VehicleFact("豫C12345", VehicleCategory.TRUCK, Energy.DIESEL, PlateKind.LARGE_CAR, "V1")


def test_a_vin_is_one_vehicle_whatever_its_plate_is_now() -> None:
    assert registered_vehicle(replace(FACT, plate="豫C00001", vin="V1"), [TRUCK]) == TRUCK
    assert registered_vehicle(replace(FACT, vin="V2"), [TRUCK]) is None


def test_a_plate_is_a_vehicle_in_its_colour() -> None:
    car = replace(TRUCK, plate_kind=PlateKind.SMALL_CAR, vin="V2")

    assert registered_vehicle(replace(FACT, plate_colour=PlateColour.YELLOW), [TRUCK, car]) == TRUCK
    assert registered_vehicle(replace(FACT, plate_colour=PlateColour.BLUE), [TRUCK, car]) == car
    assert registered_vehicle(FACT, [TRUCK, car]) is None


def test_a_plate_belongs_to_the_vehicle_that_bore_it_on_the_day() -> None:
    first = replace(TRUCK, scrapped_on=date(2024, 5, 1))
    second = replace(TRUCK, vin="V2", registered_on=date(2024, 6, 1))

    assert registered_vehicle(FACT, [first, second]) == second
    assert registered_vehicle(replace(FACT, checked_on=date(2024, 1, 1)), [first, second]) == first


def test_a_vehicle_that_left_and_was_stopped_all_the_same_is_still_that_one() -> None:
    assert registered_vehicle(FACT, [gone := replace(TRUCK, moved_out_on=date(2024, 5, 1))]) == gone


def test_an_unknown_plate_is_no_vehicle() -> None:
    assert registered_vehicle(replace(FACT, plate="豫C99999"), [TRUCK]) is None

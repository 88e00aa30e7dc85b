"""The invented fleet: right identifiers, honest days, and lots that add up to what the demo promises."""

from datetime import date

import pytest

from fuelcheck.demo import fleet
from fuelcheck.rules.fleet import VehicleFact, in_fleet
from fuelcheck.rules.identifiers.plates import read_plate
from fuelcheck.rules.identifiers.vins import read_vin
from fuelcheck.words import NEW_ENERGY, Combustion, Energy, Stage

YEAR_END = date(2025, 12, 31)


@pytest.fixture(scope="module", params=[2025, 1, 410329])
def vehicles(request: pytest.FixtureRequest) -> tuple[VehicleFact, ...]:
    return fleet.build(request.param)


def test_there_are_six_hundred_vehicles_and_none_twice(vehicles: tuple[VehicleFact, ...]) -> None:
    assert len(vehicles) == 600
    assert len({v.plate for v in vehicles}) == len({v.vin for v in vehicles}) == 600


def test_plates_and_vins_are_right_by_their_rules(vehicles: tuple[VehicleFact, ...]) -> None:
    assert all(read_vin(v.vin).valid for v in vehicles)
    assert all(v.plate_kind in read_plate(v.plate).kinds for v in vehicles)


def test_the_plate_says_whether_it_is_new_energy(vehicles: tuple[VehicleFact, ...]) -> None:
    assert all(bool(read_plate(v.plate).new_energy) is (v.energy in NEW_ENERGY) for v in vehicles)


def test_what_replaces_another_came_after_that_one_went(vehicles: tuple[VehicleFact, ...]) -> None:
    known = {name: v for v in vehicles for name in (v.plate, v.vin)}
    pairs = [(v, known[v.replaces]) for v in vehicles if v.replaces]

    assert len(pairs) == 24
    for new, old in pairs:
        assert new.category is old.category
        assert old.scrapped_on is not None
        assert new.registered_on is not None
        assert old.scrapped_on < new.registered_on <= YEAR_END


def test_nobody_leaves_before_coming(vehicles: tuple[VehicleFact, ...]) -> None:
    for v in vehicles:
        days = [d for d in (v.registered_on, v.moved_in_on, v.moved_out_on or v.scrapped_on) if d]
        assert days == sorted(days)


def test_some_trucks_must_go_and_of_some_nobody_knows(vehicles: tuple[VehicleFact, ...]) -> None:
    here = [v for v in vehicles if v.category in fleet.TRUCKS and in_fleet(v, YEAR_END)]
    diesel = [v for v in here if v.energy is Energy.DIESEL]
    gas = [v for v in here if v.energy is Energy.GAS]

    assert sum(v.stage is not None and v.stage.number <= Stage.THREE.number for v in diesel) == 11
    assert sum(v.stage is None for v in diesel) == 13
    assert sum(v.combustion is Combustion.LEAN for v in gas) == 7
    assert sum(v.combustion is None for v in gas) == 5


def test_an_earlier_list_knows_nothing_of_later_days(vehicles: tuple[VehicleFact, ...]) -> None:
    day = date(2025, 6, 30)
    known = fleet.until(vehicles, day)
    full = {v.vin: v for v in vehicles}

    assert len(known) < len(vehicles)
    for v in known:
        assert all(d is None or d <= day for d in (v.registered_on, v.moved_in_on, v.moved_out_on, v.scrapped_on))
    assert any(v.scrapped_on is None and full[v.vin].scrapped_on for v in known)

"""The object of ``targets --json``: what the contract promises, and what stands beside."""

from datetime import date

import pytest

import fuelcheck as fc
from fuelcheck.rules.purchase_plan import Purchase
from fuelcheck.standing.target_report_shown import target_report_object
from fuelcheck.words import Area, Energy, VehicleCategory
from tests.standing.fleet import FLEET, STRONG


@pytest.fixture
def shown(county):
    county.take(list(FLEET))

    def of(plan=()):
        return target_report_object(fc.targets_report(county.store, as_of=date(2025, 12, 31), plan=plan))

    return of


def target(shown, id_):
    return next(one for one in shown["targets"] if one["id"] == id_)


def test_the_keys_of_the_contract(shown):
    said = shown()
    bus, trucks = target(said, "bus_new_energy"), target(said, "old_diesel_trucks")

    assert (said["division"], said["as_of"], said["policy"]["id"]) == ("410329", "2025-12-31", "yichuan-2024-15")
    assert {key: bus[key] for key in ("clause", "kind", "numerator", "denominator", "required", "met")} == {
        "clause": "11.1", "kind": "share", "numerator": 2, "denominator": 3, "required": "1.00", "met": False,
    }  # fmt: skip
    assert (bus["deadline"], bus["interpretation"], bus["exempt"], bus["unknown"]) == ("2025-12-31", True, 1, 0)
    assert (trucks["kind"], trucks["numerator"], trucks["required"], trucks["unknown"]) == ("zero", 1, "0", 2)


def test_a_vehicle_says_what_is_known_of_it_and_why_it_is_listed(shown):
    (left,) = target(shown(), "old_diesel_trucks")["vehicles"]["left"]

    assert (left["plate"], left["stage"], left["owner"], left["why"]) == ("豫C40001", "3", STRONG, "to_go")
    assert left["registered_on"] == "2011-05-01"


def test_what_it_rests_on_can_be_asked_for_again(shown):
    said = shown()

    assert said["known_n"] == 2
    assert said["known_at"].endswith("+08:00")
    assert (said["example"], said["division_name"], said["year"]) == (False, "伊川县", 2025)
    assert said["replaced"] is None


def test_notices_and_measures_stand_beside(shown):
    said = shown()

    assert {"code": "target-suspected", "target": "old_diesel_trucks", "vehicles": ["豫C40002"]} in said["notices"]
    assert "truck-stage-hint" in {one["code"] for one in said["register_notices"]}
    assert [one["met"] for one in said["measures"]] == [None] * 4


def test_a_plan_stands_there_only_when_one_was_handed_in(shown):
    plan = [Purchase(VehicleCategory.BUS, 1, date(2025, 12, 1), Energy.BATTERY, Area.URBAN, ("豫C10001",))]

    assert "plan" not in shown()
    assert target(shown(plan)["plan"], "bus_new_energy")["with"] == {"numerator": 3, "denominator": 3, "met": True}

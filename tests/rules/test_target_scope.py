"""Which vehicles a target covers, and which it hits."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from fuelcheck.law.targets import CountedOf
from fuelcheck.rules.target_scope import count, covered_by, deadline_of, hits, year_of
from fuelcheck.words import Area, Combustion, Energy, Stage, VehicleCategory
from tests.rules.fleets import TAXI, TRUCK, YEAR_END, YICHUAN, days, fleets, share_target, vehicle

DIESEL = YICHUAN.target("old_diesel_trucks")
LEAN = YICHUAN.target("lean_burn_gas_trucks")
WHOLE_COUNTY = {
    "bus_new_energy", "taxi_new_energy", "new_official_new_energy", "old_diesel_trucks", "lean_burn_gas_trucks",
}  # fmt: skip


def test_scopes_of_yichuan_are_those_of_its_plan():
    assert {target.id for target in YICHUAN.targets if target.area is None} == WHOLE_COUNTY
    assert {target.area for target in YICHUAN.targets if target.id not in WHOLE_COUNTY} == {Area.URBAN}


def test_freight_of_the_town_is_of_four_categories_in_one():
    freight = YICHUAN.target("urban_freight_new_energy")
    fleet = [vehicle(str(n), category) for n, category in enumerate(VehicleCategory)]

    covered = covered_by(YICHUAN, freight, YEAR_END, fleet)

    assert {fact.category for fact in covered.counted} == {
        VehicleCategory.MUCK_TRUCK, VehicleCategory.CEMENT_MIXER, VehicleCategory.LOGISTICS, VehicleCategory.TRUCK,
    }  # fmt: skip


def test_an_empty_area_is_neither_in_nor_out_of_the_town():
    target = YICHUAN.target("postal_new_energy")
    fleet = [vehicle(str(n), VehicleCategory.POSTAL, area=area) for n, area in enumerate([*Area, None])]

    covered = covered_by(YICHUAN, target, YEAR_END, fleet)

    assert [fact.plate for fact in covered.counted] == ["0"]
    assert [fact.plate for fact in covered.unplaced] == ["2"]


@pytest.mark.parametrize(
    ("target", "exemption", "left_out"),
    [("bus_new_energy", "应急", True), ("bus_new_energy", "应急车辆", True), ("bus_new_energy", "emergency", True),
     ("bus_new_energy", "特殊需求", False), ("bus_new_energy", "领导用车", False),
     ("new_bus_new_energy", "应急", True)],
)  # fmt: skip
def test_only_a_reason_that_the_target_grants_leaves_a_vehicle_out(target, exemption, left_out):
    bus = vehicle("A", exemption=exemption, registered_on=date(2025, 5, 1))

    covered = covered_by(YICHUAN, YICHUAN.target(target), YEAR_END, [bus])

    assert (covered.exempt == (bus,), covered.counted == (bus,)) == (left_out, not left_out)


def test_no_reason_keeps_an_old_truck():
    truck = vehicle("A", TRUCK, Energy.DIESEL, stage=Stage.TWO, exemption="应急")

    assert covered_by(YICHUAN, DIESEL, YEAR_END, [truck]).counted == (truck,)


@pytest.mark.parametrize(
    ("stage", "hit"), [(None, None), (Stage.ZERO, True), (Stage.THREE, True), (Stage.FOUR, False), (Stage.SIX, False)]
)
def test_stage_three_is_included(stage, hit):
    assert hits(DIESEL, vehicle("A", TRUCK, Energy.DIESEL, stage=stage)) is hit


@pytest.mark.parametrize(
    ("combustion", "hit"), [(None, None), (Combustion.LEAN, True), (Combustion.STOICHIOMETRIC, False)]
)
def test_combustion_decides_of_gas_trucks(combustion, hit):
    assert hits(LEAN, vehicle("A", TRUCK, Energy.GAS, combustion=combustion)) is hit


def test_what_is_known_not_to_fit_is_not_hit_whatever_else_is_unknown():
    both = replace(LEAN, stage_up_to=Stage.FIVE)

    assert hits(both, vehicle("A", TRUCK, Energy.GAS, combustion=Combustion.STOICHIOMETRIC, stage=None)) is False
    assert hits(both, vehicle("A", TRUCK, Energy.GAS, combustion=Combustion.LEAN, stage=None)) is None


def test_additions_are_due_by_the_end_of_their_year():
    additions = YICHUAN.target("new_bus_new_energy")

    assert deadline_of(YICHUAN, additions, date(2026, 3, 1)) == date(2026, 12, 31)
    assert deadline_of(YICHUAN, YICHUAN.target("bus_new_energy"), date(2026, 3, 1)) == date(2025, 12, 31)
    assert deadline_of(YICHUAN, YICHUAN.target("muck_truck_new_energy"), date(2026, 3, 1)) is None


def test_a_year_of_its_own_holds_for_additions():
    october = replace(YICHUAN, year_starts=(10, 1))

    assert year_of(october, date(2025, 9, 30)).number == 2024
    assert year_of(october, date(2025, 10, 1)).number == 2025


@given(fleets, days)
def test_no_vehicle_is_covered_twice(fleet, day):
    for target in (*YICHUAN.targets, share_target("1", TAXI, of=CountedOf.ADDITIONS)):
        covered = covered_by(YICHUAN, target, day, fleet)
        ids = [id(fact) for facts in (covered.counted, covered.exempt, covered.unplaced) for fact in facts]
        numerator, denominator = count(target, covered)

        assert len(ids) == len(set(ids)) <= len(fleet)
        assert 0 <= numerator <= (len(fleet) if denominator is None else denominator)

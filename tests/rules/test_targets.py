"""Where each target stands: figures, verdict, and the vehicles behind them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.law.targets import CountedOf, TargetKind
from fuelcheck.rules.policies import BeforeFirstPolicy, NoPolicy
from fuelcheck.rules.targets import evaluate_target, evaluate_targets, policy_on, reached
from fuelcheck.words import NEW_ENERGY, Combustion, Energy, Stage, StageSource, VehicleCategory
from tests.rules.county import dated
from tests.rules.fleets import (
    BUS,
    TRUCK,
    YEAR_END,
    YICHUAN,
    days,
    fleets,
    many,
    share_target,
    vehicle,
    vehicles,
    with_targets,
)

SHARES = [target.id for target in YICHUAN.targets if target.kind is TargetKind.SHARE]


def line(id_, *fleet, as_of=YEAR_END):
    return evaluate_targets(YICHUAN, as_of, fleet).line(id_)


def plates(keys):
    return [key.plate for key in keys]


def test_ninety_two_of_a_hundred_buses_are_not_all():
    bus = line("bus_new_energy", *many(100, 92), *many(3, 0, exemption="应急"))

    assert (bus.numerator, bus.denominator, bus.required, bus.met) == (92, 100, Decimal("1.00"), False)
    assert (len(bus.exempt), len(bus.unknown), len(bus.left)) == (3, 0, 8)
    assert bus.deadline == date(2025, 12, 31)
    assert bus.interpretation


@pytest.mark.parametrize("id_", SHARES)
def test_without_vehicles_no_share_is_met_or_missed(id_):
    nothing = line(id_)

    assert (nothing.numerator, nothing.denominator, nothing.met, nothing.overdue) == (0, 0, None, False)


def test_the_trend_has_no_number_to_meet():
    trend = line("muck_truck_new_energy", *many(4, 4, VehicleCategory.MUCK_TRUCK))

    assert (trend.required, trend.met, trend.deadline, trend.falling) == (None, None, None, False)
    assert trend.year_before == (4, 4)


def test_a_trend_without_vehicles_a_year_before_neither_falls_nor_holds():
    trend = line("muck_truck_new_energy", *many(4, 4, VehicleCategory.MUCK_TRUCK, registered_on=date(2025, 2, 1)))

    assert trend.falling is None


def test_a_category_does_not_hide_behind_another():
    fleet = [*many(9, 9, VehicleCategory.LOGISTICS), *many(1, 0, VehicleCategory.CEMENT_MIXER)]

    freight = line("urban_freight_new_energy", *fleet)

    assert freight.met
    assert (VehicleCategory.CEMENT_MIXER, 0, 1) in freight.by_category
    assert (VehicleCategory.LOGISTICS, 9, 9) in freight.by_category


def test_the_second_line_decides_nothing():
    post = line("postal_new_energy", *many(10, 9, VehicleCategory.POSTAL))
    official = line("new_official_new_energy", *many(10, 3, VehicleCategory.OFFICIAL, registered_on=date(2025, 2, 1)))

    assert (post.met, post.second_met) == (True, False)
    assert (official.met, official.second_met) == (False, True)


def test_an_unknown_stage_is_counted_by_itself_whatever_the_registration_suggests():
    truck = vehicle("A", TRUCK, Energy.DIESEL, registered_on=date(2009, 1, 1))

    old = line("old_diesel_trucks", truck)

    assert (old.numerator, old.denominator, old.met) == (0, None, None)
    assert plates(old.unknown) == plates(old.suspected) == ["A"]


def test_a_truck_between_two_stages_is_unknown_and_not_suspected():
    old = line("old_diesel_trucks", vehicle("A", TRUCK, Energy.DIESEL, registered_on=date(2013, 9, 15)))

    assert plates(old.unknown) == ["A"]
    assert old.suspected == ()


def test_an_estimated_stage_counts_and_is_named():
    truck = vehicle("A", TRUCK, Energy.DIESEL, stage=Stage.THREE, stage_source=StageSource.ESTIMATE)

    old = line("old_diesel_trucks", truck)

    assert old.numerator == 1
    assert plates(old.estimated) == ["A"]


def test_a_reason_that_is_not_granted_is_named():
    truck = vehicle("A", TRUCK, Energy.DIESEL, stage=Stage.THREE, exemption="应急")
    bus = vehicle("B", exemption="特殊需求")

    assert plates(line("old_diesel_trucks", truck).not_granted) == ["A"]
    assert plates(line("bus_new_energy", bus).not_granted) == ["B"]


def test_old_trucks_of_the_whole_county_have_to_go():
    fleet = [vehicle(str(n), TRUCK, Energy.DIESEL, stage=Stage.ONE, area=area) for n, area in enumerate([None])]

    assert line("old_diesel_trucks", *fleet).numerator == 1
    assert line("old_diesel_trucks", vehicle("A", TRUCK, Energy.DIESEL, stage=Stage.SIX)).met is True


def test_a_register_without_trucks_proves_nothing():
    assert line("old_diesel_trucks", vehicle("A")).met is None


def test_a_target_is_overdue_only_after_its_deadline_and_only_if_missed():
    fleet = many(2, 1)

    assert not line("bus_new_energy", *fleet).overdue
    assert line("bus_new_energy", *fleet, as_of=date(2026, 1, 1)).overdue
    assert not line("bus_new_energy", *many(2, 2), as_of=date(2026, 1, 1)).overdue


def test_keys_are_sorted():
    fleet = [vehicle(plate, energy=Energy.DIESEL) for plate in "CAB"]

    assert plates(line("bus_new_energy", *fleet).left) == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("share", "numerator", "denominator", "enough"),
    [("0.90", 9, 10, True), ("0.90", 899, 1000, False), ("0.90", 90, 101, False), ("1", 0, 0, False),
     ("0.333333333333333333", 1, 3, True), ("0.333333333333333334", 1, 3, False)],
)  # fmt: skip
def test_shares_are_compared_in_whole_numbers(share, numerator, denominator, enough):
    assert reached(Decimal(share), numerator, denominator) is enough


def test_the_policy_is_found_as_for_quotas():
    newer = dated(YICHUAN, "new-2026", date(2026, 2, 1), date(2026, 2, 1), None)

    assert policy_on([YICHUAN, newer], date(2025, 12, 31)) is YICHUAN
    assert policy_on([YICHUAN, newer], date(2026, 2, 1)) is newer
    with pytest.raises(BeforeFirstPolicy):
        policy_on([YICHUAN], date(2024, 9, 29))
    with pytest.raises(NoPolicy):
        policy_on([], date(2025, 1, 1))


def test_a_year_of_its_own_finds_the_policy_of_the_running_one():
    first = replace(
        dated(YICHUAN, "first", date(2024, 9, 1), date(2024, 10, 1), date(2025, 9, 30)), year_starts=(10, 1)
    )
    second = replace(dated(YICHUAN, "second", date(2025, 2, 1), date(2025, 10, 1), None), year_starts=(10, 1))

    assert policy_on([first, second], date(2025, 3, 1)) is first
    assert policy_on([first, second], date(2025, 10, 1)) is second


def test_a_policy_without_targets_has_no_lines():
    assert evaluate_targets(with_targets(), YEAR_END, many(2, 1)).lines == ()


@given(fleets, days, st.randoms())
def test_the_order_of_vehicles_does_not_matter(fleet, day, random):
    shuffled = list(fleet)
    random.shuffle(shuffled)

    assert evaluate_targets(YICHUAN, day, fleet) == evaluate_targets(YICHUAN, day, shuffled)


@given(fleets, st.dates() | days)
def test_no_fleet_and_no_day_raises_and_figures_agree(fleet, day):
    for status in evaluate_targets(YICHUAN, day, fleet).lines:
        if status.denominator is None:
            assert status.numerator == len(status.left)
        else:
            assert status.numerator + len(status.left) == status.denominator
        if status.denominator is not None:
            assert (status.met is None) == (status.target.kind is TargetKind.TREND or status.denominator == 0)
        else:
            assert status.met is not True or not (status.left or status.unknown)
            assert (status.met is False) == bool(status.left)
        assert set(status.suspected) <= set(status.unknown)


@pytest.mark.parametrize("day", [date.min, date.max, date(1, 12, 31), date(2024, 2, 29)])
@pytest.mark.parametrize("starts", [(1, 1), (10, 1)])
def test_days_at_the_ends_of_the_calendar_are_days(day, starts):
    fleet = many(3, 1, VehicleCategory.MUCK_TRUCK, registered_on=None)
    targets = evaluate_targets(replace(YICHUAN, year_starts=starts), day, fleet)

    assert targets.line("muck_truck_new_energy").numerator == 1


@given(fleets, vehicles, st.sampled_from(sorted(NEW_ENERGY)), days)
def test_one_more_new_energy_vehicle_never_loses_a_share(fleet, vehicle_, energy, day):
    more = [*fleet, replace(vehicle_, energy=energy)]

    for before, after in zip(
        evaluate_targets(YICHUAN, day, fleet).lines, evaluate_targets(YICHUAN, day, more).lines, strict=True
    ):
        assert before.met is not True or after.met is True


@given(st.integers(0, 40), st.integers(0, 40), st.decimals("0.01", "1", places=3))
def test_a_share_is_met_exactly_where_the_fraction_reaches_it(new, old, share):
    policy = with_targets(share_target(str(share)))
    status = evaluate_target(policy, policy.targets[0], YEAR_END, many(new + old, new))

    assert status.met == (None if new + old == 0 else new * 1000 >= int(share * 1000) * (new + old))


def test_a_gas_truck_that_burns_lean_goes_at_any_stage():
    fleet = [vehicle("A", TRUCK, Energy.GAS, combustion=Combustion.LEAN, stage=Stage.SIX)]

    assert line("lean_burn_gas_trucks", *fleet).met is False


def test_additions_of_the_year_are_counted_up_to_the_day():
    policy = with_targets(share_target("1", BUS, of=CountedOf.ADDITIONS))
    fleet = [vehicle("A", registered_on=date(2025, 3, 1)), vehicle("B", registered_on=date(2025, 3, 2))]

    (status,) = evaluate_targets(policy, date(2025, 3, 1), fleet).lines

    assert (status.numerator, status.denominator) == (1, 1)

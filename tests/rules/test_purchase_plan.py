"""What a purchase plan would do: the plan's vehicles beside the register's, counted by the same rules."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules.purchase_plan import Purchase, plan_effect, with_purchases
from fuelcheck.words import Area, Energy, Stage
from tests.rules.fleets import BUS, TRUCK, YEAR_END, YICHUAN, fleets, many, vehicle

SPRING = date(2025, 3, 10)


def forty_buses(*replaces, count=40):
    return Purchase(BUS, count, date(2025, 5, 1), Energy.BATTERY, Area.URBAN, replaces)


def test_forty_buses_in_may_for_twelve_old_ones():
    fleet = many(100, 88)
    old = tuple(fact.plate for fact in fleet if not fact.new_energy)

    effect = plan_effect(YICHUAN, SPRING, fleet, [forty_buses(*old)])

    without, with_plan = effect.without.line("bus_new_energy"), effect.with_plan.line("bus_new_energy")
    assert effect.day == date(2025, 5, 31)
    assert (without.numerator, without.denominator, without.met) == (88, 100, False)
    assert (with_plan.numerator, with_plan.denominator, with_plan.met) == (128, 128, True)
    assert effect.with_plan.line("new_bus_new_energy").numerator == 40
    assert effect.not_found == effect.ambiguous == ()


def test_a_plan_is_counted_on_the_day_asked_for():
    effect = plan_effect(YICHUAN, SPRING, many(2, 1), [forty_buses()], on=date(2025, 5, 30))

    assert effect.with_plan.line("bus_new_energy").denominator == 2


def test_a_replaced_vehicle_is_found_by_plate_or_vin_however_it_is_written():
    fleet = [vehicle("豫CA1234", energy=Energy.DIESEL), vehicle("豫C00009", vin="LZZ5CLSB9GA000001")]

    planned = with_purchases(fleet, [forty_buses("豫C·a1234", "lzz5clsb9ga000001", count=0)])

    assert [fact.scrapped_on for fact in planned.vehicles] == [date(2025, 5, 31)] * 2
    assert planned.not_found == ()


def test_a_name_that_is_no_vehicle_or_two_is_told():
    fleet = [vehicle("豫CA1234", plate_kind="01"), vehicle("豫CA1234", plate_kind="02")]

    planned = with_purchases(fleet, [forty_buses("豫CA1234", "豫C99999", count=0)])

    assert (planned.ambiguous, planned.not_found) == (("豫CA1234",), ("豫C99999",))
    assert planned.vehicles == tuple(fleet)


def test_a_vehicle_that_has_gone_cannot_be_replaced_again():
    fleet = [vehicle("豫CA1234")]

    planned = with_purchases(fleet, [forty_buses("豫CA1234", count=0), forty_buses("豫CA1234", count=0)])

    assert planned.not_found == ("豫CA1234",)


def test_a_scrapping_without_a_purchase_empties_the_list_of_old_trucks():
    fleet = [vehicle("豫C00001", TRUCK, Energy.DIESEL, stage=Stage.TWO)]
    plan = [Purchase(TRUCK, 0, date(2025, 6, 15), Energy.DIESEL, replaces=("豫C00001",))]

    effect = plan_effect(YICHUAN, SPRING, fleet, plan)

    assert effect.without.line("old_diesel_trucks").met is False
    assert effect.with_plan.line("old_diesel_trucks").met is True


def test_planned_vehicles_say_that_they_are_planned():
    (bought, _) = with_purchases([], [forty_buses("豫C00001", count=2)]).vehicles

    assert bought.plate == "PLAN-1-1"
    assert bought.replaces == "豫C00001"
    assert bought.registered_on == date(2025, 5, 31)


def test_a_plan_without_lines_changes_nothing():
    effect = plan_effect(YICHUAN, YEAR_END, many(2, 1), [])

    assert effect.without == effect.with_plan
    assert effect.day == YEAR_END


@given(fleets, st.integers(0, 5), st.lists(st.text(max_size=8), max_size=3))
def test_more_new_energy_buses_never_lose_the_share(fleet, number, names):
    effect = plan_effect(YICHUAN, SPRING, fleet, [forty_buses(count=number), forty_buses(*names, count=0)])

    assert len(effect.not_found) + len(effect.ambiguous) <= len(names)
    if effect.without.line("new_bus_new_energy").met:
        assert effect.with_plan.line("new_bus_new_energy").met

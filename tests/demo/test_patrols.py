"""The invented checks: two officers, the county's trucks, every kind of finding, and what followed."""

from collections import Counter
from datetime import date

import pytest

from fuelcheck.demo import fleet, patrols
from fuelcheck.demo.patrols import Stop
from fuelcheck.rules.fleet import in_fleet
from fuelcheck.words import Aftertreatment, CheckKind, CheckMethod, Energy, ObdState, RetestStep, UreaState

YEAR_END = date(2025, 12, 31)


@pytest.fixture(scope="module", params=[2025, 1, 410329])
def stops(request: pytest.FixtureRequest) -> tuple[Stop, ...]:
    return patrols.build(request.param, fleet.build(request.param))


def test_there_are_150_checks_at_several_places_in_the_order_of_their_numbers(stops: tuple[Stop, ...]) -> None:
    assert len({s.record_no for s in stops}) == 150
    assert [s.record_no for s in stops] == sorted(s.record_no for s in stops)
    assert [s.at for s in stops] == sorted(s.at for s in stops)
    assert {s.place for s in stops} == set(patrols.PLACES)


def test_two_different_officers_check_on_working_days(stops: tuple[Stop, ...]) -> None:
    assert all(len(set(s.officers)) == 2 and s.day.weekday() < 5 for s in stops)


def test_what_is_stopped_burns_diesel_and_the_countys_own_was_in_its_fleet(stops: tuple[Stop, ...]) -> None:
    own = [s for s in stops if s.vehicle.owner]

    assert all(s.vehicle.energy is Energy.DIESEL for s in stops)
    assert all(in_fleet(s.vehicle, s.day) for s in own)
    assert 60 < len(own) < 150
    assert max(Counter(s.vehicle.plate for s in stops).values()) >= 2


def test_every_kind_of_finding_occurs(stops: tuple[Stop, ...]) -> None:
    assert {s.method for s in stops} == set(CheckMethod)
    assert {s.kind for s in stops} == set(CheckKind)
    assert {ObdState.FAULT, ObdState.NOT_CHECKED, None} <= {s.obd for s in stops}
    assert {Aftertreatment.MISSING, Aftertreatment.TAMPERED} & {s.aftertreatment for s in stops}
    assert UreaState.NONE in {s.urea for s in stops}
    assert any(s.calibrated_until < s.day for s in stops)
    assert any(len(s.readings) == 2 for s in stops if s.method is CheckMethod.FREE_ACCELERATION)
    assert any(s.readings == ("1.1", "1.2", "1.3") for s in stops)


def test_what_fails_is_ordered_back_within_ten_days(stops: tuple[Stop, ...]) -> None:
    ordered = [s for s in stops if s.retest_by]

    assert len(ordered) >= 38
    assert all((s.retest_by - s.day).days == 10 and "复检" in s.action for s in ordered if s.retest_by)


def test_one_was_never_heard_of_one_came_late_and_one_failed_again(stops: tuple[Stop, ...]) -> None:
    steps = patrols.followed(stops, YEAR_END)
    due = {s.record_no: s.retest_by for s in stops if s.retest_by and s.retest_by <= YEAR_END}
    passed = {f.record_no: f.on for f in steps if f.step is RetestStep.PASSED}
    late = [no for no, on in passed.items() if no in due and on > due[no]]

    assert len(set(due) - set(passed)) == 1
    assert len(late) == 1
    assert sum(f.step is RetestStep.FAILED for f in steps) == 1


def test_by_an_earlier_day_less_is_known(stops: tuple[Stop, ...]) -> None:
    day = date(2025, 6, 30)

    assert all(s.day <= day for s in patrols.until(stops, day))
    assert all(f.on <= day for f in patrols.followed(stops, day))
    assert 0 < len(patrols.followed(stops, day)) < len(patrols.followed(stops, YEAR_END))

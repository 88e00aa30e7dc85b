"""The verdict on a check: formal failures first, then what is open, and nothing missing ever passes."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.law.roadside import RoadsideLaw
from fuelcheck.rules.roadside.judging import judge_check
from fuelcheck.rules.roadside.record import Check
from fuelcheck.words import (
    Aftertreatment,
    CheckItem,
    CheckMethod,
    Energy,
    LimitSet,
    ObdState,
    UreaState,
    Verdict,
)
from tests.rules.roadside.law import CLEAN, LAW, LUG_DOWN, judged, line

SETS = st.sampled_from(LimitSet)
EXPIRED = date(2025, 3, 8)
readings = st.decimals(0, 16, places=2).map(str)


def test_a_clean_vehicle_passes_and_says_by_what() -> None:
    verdict = judged()

    assert (verdict.verdict, verdict.standard, verdict.codes, verdict.notices) == (
        Verdict.PASS, "GB 3847-2018", (), (),
    )  # fmt: skip
    assert verdict.not_tested == (CheckItem.OBD, CheckItem.AFTERTREATMENT, CheckItem.UREA)


def test_one_formal_failure_fails_whatever_else_is_open() -> None:
    verdict = judged(obd=ObdState.FAULT, calibrated_until=EXPIRED, urea=UreaState.POOR)

    assert verdict.verdict is Verdict.FAIL
    assert verdict.codes == ("instrument-expired", "urea-poor")


@pytest.mark.parametrize("method", CheckMethod)
def test_what_the_method_asks_for_and_nobody_wrote_down_leaves_the_check_open(method: CheckMethod) -> None:
    verdict = judged(method=method, readings=(), nox_ppm="", ringelmann="")

    assert verdict.verdict is Verdict.UNDECIDED
    assert "measurement-missing" in verdict.codes
    assert {item.verdict for item in verdict.items} == {Verdict.NOT_TESTED}


def test_an_expired_instrument_decides_nothing_and_is_named() -> None:
    verdict = judged(readings=("5", "5", "5"), calibrated_until=EXPIRED)

    assert (verdict.verdict, line(verdict, CheckItem.OPACITY).value) == (Verdict.UNDECIDED, "5.00")
    assert "Y1" in line(verdict, CheckItem.OPACITY).sentence
    assert "2025-03-08" in line(verdict, CheckItem.OPACITY).sentence


def test_the_last_day_of_a_calibration_still_counts() -> None:
    assert judged(calibrated_until=CLEAN.checked_on).verdict is Verdict.PASS


def test_a_calibration_that_nobody_states_is_told_and_decides_nothing() -> None:
    verdict = judged(calibrated_until=None)

    assert (verdict.verdict, [one.code for one in verdict.notices]) == (Verdict.PASS, ["calibration-unstated"])


def test_black_smoke_seen_beside_a_measurement_needs_no_instrument() -> None:
    assert judged(calibrated_until=EXPIRED, ringelmann="2").verdict is Verdict.FAIL
    assert judged(method=CheckMethod.SMOKE, readings=(), calibrated_until=EXPIRED, ringelmann="2").codes == (
        "instrument-expired",
    )


def test_readings_far_apart_are_told_at_more_than_the_band() -> None:
    assert judged(readings=("0.40", "0.50", "0.65")).notices == ()
    assert [one.code for one in judged(readings=("0.40", "0.50", "0.66")).notices] == ["readings-spread"]


def test_each_reading_of_a_lug_down_stands_by_itself() -> None:
    verdict = judged(LUG_DOWN, readings=("0.9", "1.3"))

    assert [(one.point, one.value, one.verdict) for one in verdict.items if one.item is CheckItem.OPACITY] == [
        ("K100", "0.9", Verdict.PASS), ("K80", "1.3", Verdict.FAIL),
    ]  # fmt: skip


def test_one_reading_of_a_lug_down_over_the_limit_fails_and_one_under_it_is_not_enough() -> None:
    assert judged(LUG_DOWN, readings=("1.3",)).verdict is Verdict.FAIL
    assert judged(LUG_DOWN, readings=("0.3",)).codes == ("too-few-readings",)


def test_power_at_the_wheel_is_judged_where_it_was_measured() -> None:
    assert judged(LUG_DOWN).verdict is Verdict.PASS
    assert judged(LUG_DOWN, power_percent="40").verdict is Verdict.PASS
    assert line(judged(LUG_DOWN, power_percent="39.9"), CheckItem.POWER).code == "below-limit"


def test_smoke_measured_in_a_check_for_black_smoke_is_looked_at_by_a_person() -> None:
    verdict = judged(method=CheckMethod.SMOKE, ringelmann="1")

    assert (verdict.verdict, verdict.codes) == (Verdict.UNDECIDED, ("not-of-this-method",))


def test_nitrogen_oxides_have_no_limit_at_free_acceleration() -> None:
    verdict = judged(nox_ppm="3000")

    assert (verdict.verdict, line(verdict, CheckItem.NOX).verdict) == (Verdict.PASS, Verdict.NO_LIMIT)


@pytest.mark.parametrize("energy", [Energy.BATTERY, Energy.FUEL_CELL, Energy.GASOLINE, Energy.GAS])
def test_the_standard_says_nothing_of_other_engines(energy: Energy) -> None:
    assert "vehicle-not-covered" in judged(energy=energy).codes
    assert judged(energy=energy, aftertreatment=Aftertreatment.TAMPERED).verdict is Verdict.FAIL


@pytest.mark.parametrize("energy", [None, Energy.DIESEL, Energy.HYBRID, Energy.PLUG_IN])
def test_a_diesel_engine_may_hide_in_a_hybrid(energy: Energy | None) -> None:
    assert judged(energy=energy).verdict is Verdict.PASS


@pytest.mark.parametrize("written", ["N11", "h51", "低速货车", "三轮汽车"])
def test_low_speed_trucks_and_three_wheelers_are_left_to_their_own_rules(written: str) -> None:
    assert "vehicle-not-covered" in judged(vehicle_type=written).codes
    assert judged(vehicle_type="H12").verdict is Verdict.PASS


def test_without_a_method_or_a_day_or_a_law_nothing_is_judged() -> None:
    assert judged(method=None).codes == ("method-missing", "check-not-judged")
    assert judged(checked_on=None).codes == ("check-day-missing", "check-not-judged")
    assert judge_check(CLEAN, RoadsideLaw((), (), ()), LimitSet.A).codes == ("no-check-standard", "check-not-judged")


@pytest.mark.parametrize(
    ("share", "refraction", "urea", "expected", "code"),
    [
        ("32.5", "", None, Verdict.PASS, "urea-screened"),
        ("", "1.3830", None, Verdict.PASS, "urea-screened"),
        ("31.7", "", None, Verdict.UNDECIDED, "urea-poor"),
        ("32.5", "1.3330", None, Verdict.UNDECIDED, "urea-poor"),
        ("31.7", "", UreaState.OK, Verdict.UNDECIDED, "urea-poor"),
        ("?", "", None, Verdict.UNDECIDED, "reading-unreadable"),
        ("32.5", "", UreaState.NONE, Verdict.FAIL, "urea-none"),
        ("32.5", "", UreaState.POOR, Verdict.UNDECIDED, "urea-poor"),
        ("", "", UreaState.OK, Verdict.PASS, "urea-ok"),
    ],
)
def test_a_refractometer_only_screens(
    share: str, refraction: str, urea: UreaState | None, expected: Verdict, code: str
) -> None:
    found = line(judged(urea=urea, urea_mass_percent=share, urea_refraction=refraction), CheckItem.UREA)

    assert (found.verdict, found.code) == (expected, code)
    assert found.formal is (urea is UreaState.NONE or code == "urea-ok")


@given(st.lists(readings, min_size=3, max_size=6), st.randoms(), SETS)
def test_the_order_of_the_readings_of_a_free_acceleration_does_not_matter(
    taken: list[str], chance: Any, limit_set: LimitSet
) -> None:
    turned = taken.copy()
    chance.shuffle(turned)
    one, other = (judged(limit_set=limit_set, readings=tuple(some)) for some in (taken, turned))

    assert (one.verdict, one.items, one.notices) == (other.verdict, other.items, other.notices)


_RANK = {Verdict.PASS: 0, Verdict.FAIL: 1}


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), min_size=3, max_size=4),
    st.sampled_from([CLEAN, LUG_DOWN]), SETS,
)  # fmt: skip
def test_more_smoke_never_turns_a_failure_into_a_pass(
    pairs: list[tuple[int, int]], check: Check, limit_set: LimitSet
) -> None:
    less = judged(check, limit_set, readings=tuple(f"{low / 100:.2f}" for low, _ in pairs))
    more = judged(check, limit_set, readings=tuple(f"{(low + further) / 100:.2f}" for low, further in pairs))

    assert _RANK[less.verdict] <= _RANK[more.verdict]


@given(st.lists(readings, min_size=3, max_size=3))
def test_what_passes_by_set_b_passes_by_set_a(taken: list[str]) -> None:
    by_b, by_a = (judged(limit_set=chosen, readings=tuple(taken)) for chosen in (LimitSet.B, LimitSet.A))

    assert by_b.verdict is not Verdict.PASS or by_a.verdict is Verdict.PASS


anything = st.text(max_size=8) | readings
checks = st.builds(
    Check,
    record_no=st.text(max_size=5), checked_on=st.none() | st.dates(), method=st.none() | st.sampled_from(CheckMethod),
    readings=st.lists(anything, max_size=5).map(tuple), nox_ppm=anything, power_percent=anything, ringelmann=anything,
    obd=st.none() | st.sampled_from(ObdState), aftertreatment=st.none() | st.sampled_from(Aftertreatment),
    urea=st.none() | st.sampled_from(UreaState), urea_mass_percent=anything, urea_refraction=anything,
    energy=st.none() | st.sampled_from(Energy), vehicle_type=st.text(max_size=5), instrument=st.text(max_size=5),
    calibrated_until=st.none() | st.dates(),
)  # fmt: skip


@given(checks, SETS)
def test_no_record_raises_and_every_verdict_explains_itself(check: Check, limit_set: LimitSet) -> None:
    verdict = judge_check(check, LAW, limit_set)

    assert verdict.verdict in (Verdict.PASS, Verdict.FAIL, Verdict.UNDECIDED)
    assert all(verdict.sentences)
    assert all(notice.message for notice in verdict.notices)
    assert (verdict.verdict is Verdict.UNDECIDED) <= bool(verdict.codes)


@given(checks, SETS)
def test_a_pass_has_measured_what_its_method_asks_for(check: Check, limit_set: LimitSet) -> None:
    verdict = judge_check(check, LAW, limit_set)
    if verdict.verdict is Verdict.PASS and verdict.method is not None:
        rule = LAW.standards[0].method(verdict.method)
        assert rule is not None
        assert {item.item for item in verdict.items if item.verdict is Verdict.PASS} & set(rule.required)


@given(checks, SETS, st.sampled_from([{"obd": ObdState.FAULT}, {"aftertreatment": Aftertreatment.MISSING}]))
def test_a_formal_failure_fails_every_check_that_can_be_judged(
    check: Check, limit_set: LimitSet, fault: dict[str, Any]
) -> None:
    verdict = judge_check(replace(check, **fault), LAW, limit_set)

    assert verdict.standard is None or verdict.verdict is Verdict.FAIL

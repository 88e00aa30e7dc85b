"""Passes of remote sensing: two in a row over for one pollutant, and near enough to each other."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules.remote_sensing import SensedPass, SensedVehicle, judge_passes
from fuelcheck.words import Pollutant
from tests.rules.roadside.law import LAW

RULE = LAW.sensing[0]
JANUARY = datetime(2025, 1, 31, 9)


def one_pass(at: datetime, smoke: str = "40", *, valid: bool = True, plate: str = "豫C1", **more: str) -> SensedPass:
    return SensedPass(plate, at, valid, {Pollutant.OPACITY: smoke, **{Pollutant(name): v for name, v in more.items()}})


def vehicle(*passes: SensedPass) -> SensedVehicle:
    (found,) = judge_passes(passes, RULE)
    return found


@pytest.mark.parametrize(
    ("second", "over"),
    [(datetime(2025, 7, 31, 23), True), (datetime(2025, 8, 1), False), (datetime(2025, 1, 31, 10), True)],
)
def test_six_calendar_months_and_no_day_more(second: datetime, over: bool) -> None:
    assert vehicle(one_pass(JANUARY), one_pass(second)).over is over


def test_six_months_after_the_end_of_august_is_the_end_of_february() -> None:
    august = datetime(2025, 8, 31)

    assert vehicle(one_pass(august), one_pass(datetime(2026, 2, 28))).over
    assert not vehicle(one_pass(august), one_pass(datetime(2026, 3, 1))).over


def test_exactly_at_the_limit_is_not_over() -> None:
    assert not vehicle(one_pass(JANUARY, "30"), one_pass(JANUARY + timedelta(days=1), "30")).over


def test_both_must_be_over_for_the_same_pollutant() -> None:
    smoke = one_pass(JANUARY, "40", ringelmann="0")
    black = one_pass(JANUARY + timedelta(days=1), "5", ringelmann="2")

    assert not vehicle(smoke, black).over


def test_a_valid_pass_that_shows_nothing_ends_a_row_and_an_invalid_one_does_not() -> None:
    days = [JANUARY + timedelta(days=n) for n in range(3)]

    assert not vehicle(one_pass(days[0]), one_pass(days[1], ""), one_pass(days[2])).over
    found = vehicle(one_pass(days[0]), one_pass(days[1], "", valid=False), one_pass(days[2]))
    assert (found.over, found.passes, found.valid) == (True, 3, 2)


def test_no_makes_a_suspect_and_never_a_verdict() -> None:
    found = vehicle(one_pass(JANUARY, "5", no="1600"), one_pass(JANUARY + timedelta(days=1), "5", no="1600"))

    assert (found.over, [one.limit.pollutant for one in found.suspected]) == (False, [Pollutant.NO])


def test_each_plate_is_judged_by_its_own_passes() -> None:
    found = judge_passes([one_pass(JANUARY, plate="豫C1"), one_pass(JANUARY, plate="豫C2")], RULE)

    assert [(one.plate, one.over) for one in found] == [("豫C1", False), ("豫C2", False)]


def test_the_passes_behind_a_verdict_are_named() -> None:
    first, second = one_pass(JANUARY), one_pass(JANUARY + timedelta(days=5))

    assert vehicle(second, first).exceeded[0].passes == (first, second)


passes = st.lists(
    st.builds(
        SensedPass, st.sampled_from(["豫C1", "豫C2"]), st.datetimes(), st.booleans(),
        st.dictionaries(st.sampled_from(Pollutant), st.text(max_size=4) | st.integers(0, 3000).map(str)),
    ),
    max_size=8,
)  # fmt: skip


@given(passes, st.randoms())
def test_no_list_raises_and_its_order_does_not_matter(listed: list[SensedPass], chance: Any) -> None:
    turned = listed.copy()
    chance.shuffle(turned)

    assert judge_passes(listed, RULE) == judge_passes(turned, RULE)
    assert sum(one.passes for one in judge_passes(listed, RULE)) == len(listed)

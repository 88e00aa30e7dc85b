"""Follow-ups: one table of steps, in time, late and overdue."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.language import use
from fuelcheck.rules.retests import (
    CaseClosed,
    FollowUp,
    FollowUpStanding,
    Step,
    StepRefused,
    StepTooEarly,
    after,
    allowed_steps,
    standing,
    with_step,
)
from fuelcheck.words import RetestState, RetestStep

ORDERED, BY = date(2025, 3, 9), date(2025, 3, 23)
UP = FollowUp("R1", ORDERED, BY)
REPAIRED = with_step(UP, Step(RetestStep.REPAIRED, date(2025, 3, 15)))


def test_every_state_names_the_steps_that_may_follow() -> None:
    assert {state: allowed_steps(state) for state in RetestState} == {
        RetestState.ORDERED: (RetestStep.REPAIRED,),
        RetestState.REPAIRED: (RetestStep.PASSED, RetestStep.FAILED),
        RetestState.CLOSED: (),
        RetestState.OVERDUE: (),
    }


def test_a_forbidden_step_is_refused_with_the_allowed_ones() -> None:
    with use("en"), pytest.raises(StepRefused, match="passed cannot follow ordered; allowed: repaired"):
        after(RetestState.ORDERED, RetestStep.PASSED)


def test_after_the_last_step_the_case_is_closed() -> None:
    closed = with_step(REPAIRED, Step(RetestStep.PASSED, BY))

    with use("en"), pytest.raises(CaseClosed, match="repaired cannot follow closed: the case is closed"):
        with_step(closed, Step(RetestStep.REPAIRED, BY))


def test_a_step_before_the_one_that_it_follows_is_refused() -> None:
    with use("en"), pytest.raises(StepTooEarly, match="2025-03-14 is before repaired on 2025-03-15"):
        with_step(REPAIRED, Step(RetestStep.PASSED, date(2025, 3, 14)))


def test_days_are_counted_down_to_the_day_and_beyond_it() -> None:
    assert [standing(UP, BY + timedelta(days=n)).days_left for n in (-1, 0, 1)] == [1, 0, -1]
    assert standing(UP, BY + timedelta(days=1)) == FollowUpStanding(RetestState.OVERDUE, ORDERED, -1, late=True)


def test_a_retest_on_the_last_day_is_in_time_and_one_after_it_late() -> None:
    in_time, late = (with_step(REPAIRED, Step(RetestStep.PASSED, day)) for day in (BY, BY + timedelta(days=1)))

    assert standing(in_time, BY) == FollowUpStanding(RetestState.CLOSED, BY, None, late=False)
    assert standing(late, date(2026, 1, 1)).late
    assert standing(late, BY).state is RetestState.REPAIRED


def test_without_a_day_nothing_is_overdue() -> None:
    assert standing(FollowUp("R1", ORDERED, None), date(2030, 1, 1)).state is RetestState.ORDERED


def test_a_vehicle_that_fails_again_is_repaired_again() -> None:
    again = with_step(REPAIRED, Step(RetestStep.FAILED, date(2025, 3, 16)))

    assert (standing(again, date(2025, 3, 20)).state, standing(again, date(2025, 3, 20)).since) == (
        RetestState.ORDERED, date(2025, 3, 16),
    )  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(RetestStep), st.integers(0, 5)), max_size=6), st.integers(-5, 60))
def test_whatever_is_tried_the_follow_up_stands_somewhere(tried: list[tuple[RetestStep, int]], later: int) -> None:
    up, day = UP, ORDERED
    for what, days in tried:
        day += timedelta(days=days)
        state = standing(up, day).state
        try:
            up = with_step(up, Step(what, day))
        except StepRefused:
            assert state is RetestState.OVERDUE or what not in allowed_steps(state)
    found = standing(up, ORDERED + timedelta(days=later))

    assert found.state is RetestState.OVERDUE or found.late is (found.state is RetestState.CLOSED and found.since > BY)

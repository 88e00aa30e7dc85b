"""The life of a batch: the table is whole, and what is stored says where a batch stands."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules.life import (
    BY_OTHER_ROWS,
    STEPS,
    Event,
    Handover,
    Lived,
    Recheck,
    Reported,
    allowed,
    state_of,
    timeline,
    with_event,
)
from fuelcheck.rules.retests import StepRefused, StepTooEarly
from fuelcheck.words import BatchState, BatchStep, Conclusion

DRAWN_ON, REPORTED_ON = date(2025, 3, 9), date(2025, 3, 20)
FAILED = Lived(DRAWN_ON, report=Reported(1, REPORTED_ON, Conclusion.FAIL))


def test_every_state_and_every_step_stands_in_the_table():
    assert set(STEPS) == set(BatchState)
    assert {step for steps in STEPS.values() for step in steps} == set(BatchStep)
    reached = {BatchState.DRAWN} | {state for steps in STEPS.values() for state in steps.values()}
    assert reached == set(BatchState)


@pytest.mark.parametrize("state", [state for state in BatchState if state is not BatchState.VOID])
def test_void_from_every_state(state):
    assert BatchStep.VOID in allowed(state)


def test_a_report_with_results_only_has_not_come_and_one_without_conclusion_waits():
    assert state_of(Lived(DRAWN_ON)) is BatchState.DRAWN
    assert state_of(Lived(DRAWN_ON, report=Reported(1, REPORTED_ON, None))) is BatchState.REPORTED


def test_a_release_is_of_one_report_and_not_of_the_next():
    released = Lived(
        DRAWN_ON, report=Reported(1, REPORTED_ON, Conclusion.PASS), four_eyes=True,
        events=(Event(BatchStep.RELEASE_PASS, date(2025, 3, 21), 1),),
    )  # fmt: skip
    corrected = Lived(
        DRAWN_ON, report=Reported(2, REPORTED_ON, Conclusion.FAIL), four_eyes=True, events=released.events
    )

    assert state_of(released) is BatchState.PASSED
    assert state_of(corrected) is BatchState.REPORTED


def test_a_withdrawn_report_leaves_the_batch_at_the_laboratory():
    lived = Lived(DRAWN_ON, sealed=True, handovers=(Handover(DRAWN_ON, DRAWN_ON),))
    assert state_of(lived) is BatchState.AT_LABORATORY


def test_a_step_before_the_one_that_it_follows_is_refused():
    with pytest.raises(StepTooEarly):
        with_event(FAILED, Event(BatchStep.NOTIFY, date(2025, 3, 19)))


def test_a_step_overtaken_by_a_later_report_is_kept_and_marked():
    told = with_event(FAILED, Event(BatchStep.NOTIFY, date(2025, 3, 24)))
    passed = Lived(DRAWN_ON, report=Reported(2, date(2025, 3, 26), Conclusion.PASS), events=told.events)

    assert [(one.step, one.overtaken) for one in timeline(passed)][-1] == (BatchStep.NOTIFY, True)
    assert state_of(passed) is BatchState.PASSED


def test_a_recheck_in_a_ledger_closes_over_the_gap():
    recheck = Recheck("R1", date(2025, 6, 1), Conclusion.PASS)
    assert state_of(Lived(DRAWN_ON, report=FAILED.report, rechecks=(recheck,))) is BatchState.CLOSED


def test_a_recheck_of_a_batch_that_passed_moves_nothing():
    recheck = Recheck("R1", date(2025, 6, 1), Conclusion.FAIL)
    passed = Lived(DRAWN_ON, report=Reported(1, REPORTED_ON, Conclusion.PASS), rechecks=(recheck,))
    assert state_of(passed) is BatchState.PASSED


@given(
    st.lists(st.tuples(st.sampled_from(BatchStep), st.integers(0, 40)), max_size=12),
    st.sampled_from((None, *Conclusion)), st.booleans(),
)  # fmt: skip
def test_what_is_taken_follows_the_table_and_what_is_refused_changes_nothing(steps, conclusion, four_eyes):
    lived = Lived(DRAWN_ON, report=Reported(1, REPORTED_ON, conclusion), four_eyes=four_eyes)
    day = REPORTED_ON
    for step, days in steps:
        before, day = state_of(lived), day + timedelta(days)
        if step in BY_OTHER_ROWS or step.name.startswith("RELEASE"):
            continue
        if step in allowed(before) and step is not BatchStep.STAND:
            lived = with_event(lived, Event(step, day))
            assert state_of(lived) is STEPS[before][step]
        elif step not in allowed(before):
            with pytest.raises(StepRefused):
                with_event(lived, Event(step, day))

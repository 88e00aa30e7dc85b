"""The follow-up of a failed check: ordered to repair, repaired, tested again by a day, closed.

Air Law art. 60: a vehicle over the limits is repaired and used only after it passes. So every failed
check opens a follow-up; without a day for the re-test it is never overdue, but open. One table says
which step may follow which state; a vehicle that fails again is ordered to repair again. Overdue is
no step: it is how an open follow-up stands once the day has passed. A re-test after that day closes
it all the same, late.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.rules.roadside.verdicts import Terms
from fuelcheck.words import RetestState, RetestStep

STEPS: Mapping[RetestState, Mapping[RetestStep, RetestState]] = {
    RetestState.ORDERED: {RetestStep.REPAIRED: RetestState.REPAIRED},
    RetestState.REPAIRED: {RetestStep.PASSED: RetestState.CLOSED, RetestStep.FAILED: RetestState.ORDERED},
    RetestState.CLOSED: {},
}
"""Where each step leads from each state."""


class StepRefused(FuelcheckError):
    """A step that may not follow."""

    code = "step-refused"
    sentence = N_("{step} cannot follow {state}; allowed: {allowed}")


class CaseClosed(StepRefused):
    """A step after the one that closed the case."""

    code = "case-closed"
    sentence = N_("{step} cannot follow {state}: the case is closed")


class StepTooEarly(FuelcheckError):
    """A step dated before the one that it follows."""

    code = "step-too-early"
    sentence = N_("{step} on {day} is before {state} on {since}")


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened to the vehicle on a day."""

    what: RetestStep
    on: date


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A vehicle to be repaired since ``ordered_on``; ``retest_by`` None: no day was set for the re-test."""

    record_no: str
    ordered_on: date
    retest_by: date | None
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUpStanding:
    """How a follow-up stands on a day: ``since`` when, days left (negative: overdue), closed in time or late."""

    state: RetestState
    since: date
    days_left: int | None
    late: bool


def allowed_steps(state: RetestState) -> tuple[RetestStep, ...]:
    """The steps that may follow a state."""
    return tuple(STEPS.get(state, {}))


def after(state: RetestState, step: RetestStep) -> RetestState:
    """The state to which a step leads; StepRefused with the allowed ones, CaseClosed where there is none."""
    following = STEPS.get(state, {}).get(step)
    if following is None:
        allowed = allowed_steps(state)
        refusal = StepRefused if allowed else CaseClosed
        raise refusal(step=Terms((step,)), state=Terms((state,)), allowed=Terms(allowed))
    return following


def with_step(follow_up: FollowUp, step: Step) -> FollowUp:
    """The follow-up with one step more; StepRefused, StepTooEarly."""
    state, since = _walked(follow_up.ordered_on, follow_up.steps)
    after(state, step.what)
    if step.on < since:
        raise StepTooEarly(step=Terms((step.what,)), day=step.on, state=Terms((state,)), since=since)
    return FollowUp(follow_up.record_no, follow_up.ordered_on, follow_up.retest_by, (*follow_up.steps, step))


def standing(follow_up: FollowUp, as_of: date) -> FollowUpStanding:
    """How it stood at the end of ``as_of``; steps after that day have not happened. StepRefused."""
    state, since = _walked(follow_up.ordered_on, [step for step in follow_up.steps if step.on <= as_of])
    by = follow_up.retest_by
    if state is RetestState.CLOSED:
        return FollowUpStanding(state, since, None, late=by is not None and since > by)
    left = (by - as_of).days if by is not None else None
    overdue = left is not None and left < 0
    return FollowUpStanding(RetestState.OVERDUE if overdue else state, since, left, late=overdue)


def _walked(ordered_on: date, steps: Sequence[Step]) -> tuple[RetestState, date]:
    """The state after all steps in their order, and since when."""
    state, since = RetestState.ORDERED, ordered_on
    for step in steps:
        state, since = after(state, step.what), step.on
    return state, since

"""The life of a batch as one table: which step may follow which state, and where a batch stands.

Order 18 of SAMR (产品质量监督抽查管理暂行办法): two portions, each sealed by itself (art. 22, 23);
the laboratory takes a sample or turns it away in writing (art. 28); a failing conclusion is told to
the station in writing (art. 34), which may object within 15 days of receiving it (art. 35; Product
Quality Law art. 15); what the retest of the retained portion finds is final (art. 41); correction
within 60 days of the order (art. 46), a recheck within 75 (art. 47). The numbers of articles other
than 35 and 44 to 50 are to be checked against the official text.

Our reading: the state is never stored, it follows from what is. Old ledgers have gaps: a report may
come without seals or hand-over, a recheck without an order; then the later row says where the batch
stands. What a person records, on the other hand, must be a step that the table allows. Until day 15
has passed a failing conclusion is not final. A batch may be declared void from every state.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.rules.retests import StepRefused, StepTooEarly
from fuelcheck.rules.roadside.verdicts import Terms
from fuelcheck.words import BatchState, BatchStep, Conclusion

OBJECTION_DAYS = 15
CORRECTION_DAYS = 60
RECHECK_DAYS = 75

_S, _T = BatchState, BatchStep

_FORWARD: Mapping[BatchState, Mapping[BatchStep, BatchState]] = {
    _S.DRAWN: {_T.SEAL: _S.SAMPLED},
    _S.SAMPLED: {_T.DELIVER: _S.ON_THE_WAY},
    _S.ON_THE_WAY: {_T.RECEIVE: _S.AT_LABORATORY, _T.TURN_AWAY: _S.TURNED_AWAY},
    _S.TURNED_AWAY: {_T.DELIVER: _S.ON_THE_WAY},
    _S.AT_LABORATORY: {_T.REPORT: _S.REPORTED},
    _S.REPORTED: {_T.RELEASE_PASS: _S.PASSED, _T.RELEASE_FAIL: _S.FAILED},
    _S.PASSED: {_T.CLOSE: _S.CLOSED},
    _S.FAILED: {_T.NOTIFY: _S.NOTIFIED},
    _S.NOTIFIED: {_T.OBJECT: _S.OBJECTED, _T.STAND: _S.FINAL},
    _S.OBJECTED: {_T.REJECT: _S.FINAL, _T.RETEST_PASS: _S.PASSED, _T.RETEST_FAIL: _S.FINAL},
    _S.FINAL: {_T.ORDER: _S.ORDERED},
    _S.ORDERED: {_T.CORRECT: _S.CORRECTED},
    _S.CORRECTED: {_T.RECHECK_PASS: _S.CLOSED, _T.RECHECK_FAIL: _S.ORDERED},
    _S.CLOSED: {},
}
STEPS: Mapping[BatchState, Mapping[BatchStep, BatchState]] = {
    **{state: {**steps, _T.VOID: _S.VOID} for state, steps in _FORWARD.items()},
    _S.VOID: {_T.RESTORE: _S.DRAWN},
}
"""Where each step leads from each state. What is restored stands where what is stored of it says."""

BY_OTHER_ROWS = frozenset({
    _T.SEAL, _T.DELIVER, _T.RECEIVE, _T.TURN_AWAY, _T.REPORT, _T.RECHECK_PASS, _T.RECHECK_FAIL, _T.VOID, _T.RESTORE,
})  # fmt: skip
"""Steps that the batch's own row tells, its deliveries and reports, or the batch that rechecked it."""

RELEASES: Mapping[Conclusion, BatchStep] = {
    Conclusion.PASS: _T.RELEASE_PASS, Conclusion.FAIL: _T.RELEASE_FAIL,
}  # fmt: skip
RECHECKS: Mapping[Conclusion, BatchStep] = {
    Conclusion.PASS: _T.RECHECK_PASS, Conclusion.FAIL: _T.RECHECK_FAIL,
}  # fmt: skip

_FAILING = frozenset({
    _S.FAILED, _S.NOTIFIED, _S.OBJECTED, _S.FINAL, _S.ORDERED, _S.CORRECTED,
})  # fmt: skip
_LEADS_TO: Mapping[BatchStep, BatchState] = {
    step: state for steps in _FORWARD.values() for step, state in steps.items() if step in BY_OTHER_ROWS
}


class ObjectionsOpen(FuelcheckError):
    """A failing conclusion is called final while the station may still object."""

    code = "objections-open"
    sentence = N_("The station may object until {until}: before that day has passed the conclusion is not final")


class Handover(NamedTuple):
    """A sample on its way to a laboratory; ``answered_on`` None: nobody has taken it or turned it away yet."""

    delivered_on: date
    answered_on: date | None = None
    refused: bool = False


class Event(NamedTuple):
    """A step that a person recorded; ``report`` is the number of the report that a release is of."""

    step: BatchStep
    on: date
    report: int | None = None


class Reported(NamedTuple):
    """The last valid report of the batch, as far as its life goes; a withdrawn one is none."""

    n: int
    on: date | None
    conclusion: Conclusion | None


class Recheck(NamedTuple):
    """A new sample after correction (复查), with a conclusion."""

    form_no: str
    on: date
    conclusion: Conclusion


@dataclass(frozen=True, slots=True)
class Lived:
    """All that is stored of a batch's life. ``rechecks`` are by day; ``events`` in the order of recording.

    ``four_eyes``: the office wants a second person to release what a report says.
    """

    sampled_on: date
    sealed: bool = False
    void_on: date | None = None
    handovers: tuple[Handover, ...] = ()
    report: Reported | None = None
    events: tuple[Event, ...] = ()
    rechecks: tuple[Recheck, ...] = ()
    void: bool = False
    four_eyes: bool = False


class Moved(NamedTuple):
    """A step on the time line with the state after it; ``overtaken``: it moved nothing, a later report overtook it."""

    step: BatchStep
    on: date | None
    state: BatchState
    overtaken: bool = False


class Due(NamedTuple):
    """A step by the day on which it is due; of objections the last day on which one may come."""

    step: BatchStep
    by: date


def allowed(state: BatchState) -> tuple[BatchStep, ...]:
    """The steps that may follow a state."""
    return tuple(STEPS[state])


def after(state: BatchState, step: BatchStep) -> BatchState:
    """The state to which a step leads; StepRefused with the allowed ones."""
    following = STEPS[state].get(step)
    if following is None:
        raise StepRefused(step=Terms((step,)), state=Terms((state,)), allowed=Terms(allowed(state)))
    return following


def timeline(lived: Lived) -> tuple[Moved, ...]:
    """What happened to the batch in order, each step with the state after it; empty where it was only drawn."""
    state, moved = _S.DRAWN, []
    for event in _happened(lived):
        following = _follows(state, event.step)
        state = following or state
        moved.append(Moved(event.step, event.on if event.on != date.min else None, state, following is None))
    return tuple(moved)


def state_of(lived: Lived) -> BatchState:
    """Where the batch stands.

    >>> state_of(Lived(date(2025, 3, 9), sealed=True, handovers=(Handover(date(2025, 3, 10)),)))
    <BatchState.ON_THE_WAY: 'on_the_way'>
    """
    moved = timeline(lived)
    return moved[-1].state if moved else _S.DRAWN


def with_event(lived: Lived, event: Event) -> Lived:
    """The life with one recorded step more; StepRefused, StepTooEarly, ObjectionsOpen."""
    moved = timeline(lived)
    state = moved[-1].state if moved else _S.DRAWN
    after(state, event.step)
    since = max((one.on for one in moved if one.on is not None and not one.overtaken), default=lived.sampled_on)
    if event.on < since:
        raise StepTooEarly(step=Terms((event.step,)), day=event.on, state=Terms((state,)), since=since)
    objections = next((due.by for due in dues(lived) if due.step is _T.OBJECT), None)
    if event.step is _T.STAND and objections is not None and event.on <= objections:
        raise ObjectionsOpen(until=objections)
    return replace(lived, events=(*lived.events, event))


def dues(lived: Lived) -> tuple[Due, ...]:
    """What is due next, and by when: objections, correction, recheck."""
    moved = timeline(lived)
    days = {one.step: one.on for one in moved if not one.overtaken}
    told, ordered = days.get(_T.NOTIFY), days.get(_T.ORDER)
    match moved[-1].state if moved else _S.DRAWN:
        case _S.NOTIFIED if told:
            return (Due(_T.OBJECT, told + timedelta(OBJECTION_DAYS)),)
        case _S.ORDERED if ordered and _T.RECHECK_FAIL not in days:
            return (
                Due(_T.CORRECT, ordered + timedelta(CORRECTION_DAYS)),
                Due(_T.RECHECK_PASS, ordered + timedelta(RECHECK_DAYS)),
            )
        case _S.CORRECTED if ordered:
            return (Due(_T.RECHECK_PASS, ordered + timedelta(RECHECK_DAYS)),)
    return ()


def _follows(state: BatchState, step: BatchStep) -> BatchState | None:
    """Where a step leads; a ledger's row leads there over a gap, too. None: it moves nothing."""
    if step in STEPS[state] or step not in _LEADS_TO:
        return STEPS[state].get(step)
    if step in RECHECKS.values() and state not in _FAILING:
        return None
    return _LEADS_TO[step]


def _happened(lived: Lived) -> Iterator[Event]:
    """Everything in order: seals, hand-overs, the report and its release, then events and rechecks by day."""
    if lived.sealed:
        yield Event(_T.SEAL, lived.sampled_on)
    for handover in lived.handovers:
        yield Event(_T.DELIVER, handover.delivered_on)
        if handover.answered_on is not None:
            yield Event(_T.TURN_AWAY if handover.refused else _T.RECEIVE, handover.answered_on)
    yield from _concluded(lived)
    yield from _followed(lived)
    if lived.void:
        yield Event(_T.VOID, lived.void_on or date.min)


def _concluded(lived: Lived) -> Iterator[Event]:
    report = lived.report
    if report is None:
        return
    day = report.on or date.min
    yield Event(_T.REPORT, day)
    if report.conclusion is None:
        return
    released = next((event.on for event in lived.events if event.report == report.n), None)
    if released is not None or not lived.four_eyes:
        yield Event(RELEASES[report.conclusion], released or day)


def _followed(lived: Lived) -> Iterator[Event]:
    waiting = [event for event in lived.events if event.step not in RELEASES.values()]
    for recheck in lived.rechecks:
        while waiting and waiting[0].on <= recheck.on:
            yield waiting.pop(0)
        yield Event(RECHECKS[recheck.conclusion], recheck.on)
    yield from waiting

"""What follows a report: released by a second person, told to the station, objected to, corrected, closed.

The rules say which step may follow which; a step that another row tells (a report, a recheck) is not
recorded here. A report that must be released is released by another person than those who recorded the
batch or entered its results (复核: 录入与审核分离).
"""

from datetime import date

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.rules.life import BY_OTHER_ROWS, RELEASES, Event, Lived, allowed, state_of, with_event
from fuelcheck.rules.retests import StepRefused
from fuelcheck.rules.roadside.verdicts import Terms
from fuelcheck.services.amending import check_second_person, valid_batch
from fuelcheck.standing.life import life_of
from fuelcheck.store.acts import Act
from fuelcheck.store.rows import contents
from fuelcheck.store.session import View
from fuelcheck.words import Action, BatchState, BatchStep


class ToldElsewhere(FuelcheckError):
    """A step is recorded that another record tells."""

    code = "told-elsewhere"
    sentence = N_(
        "{step} is not recorded by itself: it follows from the seals, the delivery, the report or the recheck"
    )


def record_step(
    act: Act, form_no: str, step: BatchStep, day: date, *, note: str | None = None, four_eyes: bool = False
) -> BatchState:
    """Record what happened to a batch after its report; returns where it stands then.

    ``note`` is the paper that proves it. NoSuchBatch, VoidBatch, ToldElsewhere, StepRefused,
    StepTooEarly, ObjectionsOpen.
    """
    if step in BY_OTHER_ROWS or step in RELEASES.values():
        raise ToldElsewhere(step=Terms((step,)))
    return _record(act, form_no, _life(act, form_no, four_eyes=four_eyes), Event(step, day), note)


def release_report(act: Act, form_no: str, day: date, *, note: str | None = None) -> BatchState:
    """Release the conclusion of the last valid report, where the office wants four eyes; returns the state.

    NoSuchBatch, VoidBatch, SecondPersonNeeded, StepRefused, StepTooEarly.
    """
    lived = _life(act, form_no, four_eyes=True)
    state = state_of(lived)
    if lived.report is None or lived.report.conclusion is None:
        steps = tuple(RELEASES.values())
        raise StepRefused(step=Terms(steps), state=Terms((state,)), allowed=Terms(allowed(state)))
    check_second_person(act, form_no, Action.RELEASE_REPORT, four_eyes=True)
    event = Event(RELEASES[lived.report.conclusion], day, lived.report.n)
    return _record(act, form_no, lived, event, note)


def _life(act: Act, form_no: str, *, four_eyes: bool) -> Lived:
    batch = valid_batch(act, form_no)
    return life_of(View(act.connection, act.division, act.head), batch, four_eyes=four_eyes)


def _record(act: Act, form_no: str, lived: Lived, event: Event, note: str | None) -> BatchState:
    state = state_of(with_event(lived, event))
    n = sum(1 for _ in contents(act.connection, "batch_event", act.division, form_no=form_no)) + 1
    act.create("batch_event", {
        "form_no": form_no, "n": n, "step": event.step.value, "happened_on": event.on.isoformat(),
        "report_n": event.report, "note": (note or "").strip() or None,
    }, kind="recorded")  # fmt: skip
    return state

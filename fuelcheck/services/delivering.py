"""Samples on their way (样品交接): handed over, taken by the laboratory, or turned away for a reason.

Order 18 of SAMR art. 28: the laboratory looks at seals and state, compares them with the form, and refuses
an irregular sample in writing. It sets no number of days for the delivery.
"""

from datetime import date

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.rules.life import after, state_of, timeline
from fuelcheck.rules.retests import StepTooEarly
from fuelcheck.rules.roadside.verdicts import Terms
from fuelcheck.services.amending import valid_batch
from fuelcheck.standing.life import life_of
from fuelcheck.store.acts import Act
from fuelcheck.store.rows import contents
from fuelcheck.store.session import View
from fuelcheck.store.types import Content
from fuelcheck.words import BatchStep


class NoLaboratory(FuelcheckError):
    """Nobody says to which laboratory a sample goes."""

    code = "no-laboratory"
    sentence = N_("To which laboratory does the batch {form_no} go? None is named on its form")


class OtherLaboratory(FuelcheckError):
    """A sample is handed to another laboratory than its form names."""

    code = "other-laboratory"
    sentence = N_("The form of the batch {form_no} names {named}, not {laboratory}: correct the form first")


def deliver(act: Act, form_no: str, day: date, *, by: str | None = None, laboratory: str | None = None) -> int:
    """Hand a sealed sample over; returns the number of the delivery.

    ``by`` is who carries it, else who acts; ``laboratory`` fills an empty one of the form.
    NoSuchBatch, VoidBatch, NoLaboratory, OtherLaboratory, StepRefused, StepTooEarly.
    """
    batch = valid_batch(act, form_no)
    _check(act, batch, BatchStep.DELIVER, day)
    named, wanted = batch["laboratory"], (laboratory or "").strip() or None
    if named and wanted and named != wanted:
        raise OtherLaboratory(form_no=form_no, named=named, laboratory=wanted)
    if not named and not wanted:
        raise NoLaboratory(form_no=form_no)
    if not named:
        act.amend("batch", batch, batch | {"laboratory": wanted}, kind="filled")
    n = len(_deliveries(act, form_no)) + 1
    act.create("delivery", {
        "form_no": form_no, "n": n, "laboratory": named or wanted, "delivered_on": day.isoformat(),
        "delivered_by": (by or "").strip() or act.who, "received_on": None, "received_by": None, "condition": None,
        "refused": None,
    }, kind="delivered")  # fmt: skip
    return n


def receive(act: Act, form_no: str, day: date, *, by: str | None = None, condition: str | None = None) -> None:
    """The laboratory takes the sample; ``condition`` is how it found seals and bottle.

    NoSuchBatch, VoidBatch, StepRefused, StepTooEarly.
    """
    _answer(act, form_no, BatchStep.RECEIVE, day, by, condition, None)


def turn_away(
    act: Act, form_no: str, day: date, reason: str, *, by: str | None = None, condition: str | None = None
) -> None:
    """The laboratory refuses the sample for that reason; NoSuchBatch, VoidBatch, StepRefused, StepTooEarly."""
    _answer(act, form_no, BatchStep.TURN_AWAY, day, by, condition, reason)


def _answer(
    act: Act, form_no: str, step: BatchStep, day: date, by: str | None, condition: str | None, refused: str | None
) -> None:
    batch = valid_batch(act, form_no)
    _check(act, batch, step, day)
    before = _deliveries(act, form_no)[-1]
    after_ = before | {
        "received_on": day.isoformat(), "received_by": (by or "").strip() or act.who,
        "condition": (condition or "").strip() or None, "refused": refused,
    }  # fmt: skip
    act.amend("delivery", before, after_, kind="received" if refused is None else "turned_away")


def _check(act: Act, batch: Content, step: BatchStep, day: date) -> None:
    """A step may follow where the batch stands, and not before the day since when it stands there."""
    lived = life_of(View(act.connection, act.division, act.head), batch)
    state = state_of(lived)
    after(state, step)
    since = max((one.on for one in timeline(lived) if one.on), default=lived.sampled_on)
    if day < since:
        raise StepTooEarly(step=Terms((step,)), day=day, state=Terms((state,)), since=since)


def _deliveries(act: Act, form_no: str) -> list[Content]:
    return list(contents(act.connection, "delivery", act.division, form_no=form_no))

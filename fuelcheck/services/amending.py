"""Batches corrected (更正), declared void (作废) and restored, each for a reason.

A batch with a report is declared void by another person than those who recorded it or entered its
results (复核: 录入与审核分离). A void batch keeps its number, its seals and its photographs.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.ledgers.columns import REPORT_COLUMNS
from fuelcheck.rules.permissions import second_person_needed
from fuelcheck.services.batch_folder import NoSuchBatch, VoidBatch
from fuelcheck.services.filing import Filing
from fuelcheck.services.known import reports_of, standing
from fuelcheck.services.visit_doubts import known_here, read_claims, seal_doubts
from fuelcheck.services.visit_fields import BATCH, BATCH_FIELDS, SHARED, Body, Refused, read_batch, unknown_fields
from fuelcheck.standing.life import life_of
from fuelcheck.store.acts import Act
from fuelcheck.store.listing import tag
from fuelcheck.store.rows import content
from fuelcheck.store.session import View
from fuelcheck.store.types import Content
from fuelcheck.store.versions import of_row
from fuelcheck.words import Action, BatchStatus

_FIELDS = (*(name for name in BATCH_FIELDS if name != "form_no"), *SHARED)
AMENDABLE = (*_FIELDS, "claims")
"""What an amendment may change; the form number is the batch's name, the rest has verbs of its own."""

Held = Callable[[str], bool]
"""Whether that version of a record is the one that somebody has before them."""

_RECORDING = frozenset({"batch", "report", "result"})


class ChangedSince(FuelcheckError):
    """The record is not the one that the person had before them."""

    code = "changed-since"
    sentence = N_("The batch {form_no} was changed since it was read: look at it again")


class SecondPersonNeeded(FuelcheckError):
    """Who recorded something must not be the one who settles it."""

    code = "second-person-needed"
    sentence = N_("{who} recorded the batch {form_no} or entered its results: another person must do this")


class NotVoid(FuelcheckError):
    """A batch is restored that was never void."""

    code = "not-void"
    sentence = N_("The batch {form_no} is not void: there is nothing to restore")


def amend_batch(act: Act, form_no: str, changes: Body, *, is_held: Held | None = None) -> tuple[str, ...]:
    """Correct fields of a batch (``AMENDABLE``) for the act's reason; returns the names of those that changed.

    None or an empty text clears a field that may be empty. Another site, day or team moves the batch to
    another visit, which keeps what was recorded on the spot. ``is_held`` says of the tag of the batch's
    newest version (``store.listing.tag``) whether it is the one that the person has read. NoSuchBatch,
    VoidBatch, ChangedSince, Refused.
    """
    batch = valid_batch(act, form_no)
    check_unchanged(act, form_no, is_held)
    faults = list(unknown_fields(changes, AMENDABLE))
    before = _as_ledger(act, batch)
    fields = {name: value for name, value in changes.items() if name in _FIELDS}
    after, found = read_batch({**before, **fields}, known_here(act, [fields.get("follows", before["follows"])]))
    faults += found or seal_doubts(act, after, form_no)
    news: dict[str, Any] = {n: after.get(n) for n in _FIELDS if after.get(n, "") != before[n]}
    if "claims" in changes:
        claims, found = read_claims(act, changes, "/claims")
        faults += found
        news |= {"claims": claims} if claims != batch["claims"] else {}
    if faults:
        raise Refused(faults)
    _amend(act, batch, news)
    return tuple(news)


def void_batch(act: Act, form_no: str, reason: str, day: date, *, second_person: bool = True) -> None:
    """Declare a batch void; its number stays taken. NoSuchBatch, VoidBatch, SecondPersonNeeded.

    ``second_person``: whether one with a report is left to another person than those who recorded it.
    """
    batch = valid_batch(act, form_no)
    if second_person:
        check_second_person(act, form_no, void_action(View(act.connection, act.division, act.head), batch))
    after = batch | {"status": BatchStatus.VOID.value, "void_reason": reason, "voided_on": day.isoformat()}
    act.amend("batch", batch, after, kind="voided")


def restore_batch(act: Act, form_no: str) -> None:
    """Let a void batch stand again, as it stood. NoSuchBatch, NotVoid."""
    batch = content(act.connection, "batch", act.division, form_no=form_no)
    if batch is None:
        raise NoSuchBatch(form_no=form_no)
    if batch["status"] != BatchStatus.VOID:
        raise NotVoid(form_no=form_no)
    after = batch | {"status": BatchStatus.VALID.value, "void_reason": None, "voided_on": None}
    act.amend("batch", batch, after, kind="restored")


def void_action(view: View, batch: Content) -> Action:
    """What declaring that batch void asks for in the permission table: once it has a report, a reviewer."""
    return Action.VOID_REPORTED if life_of(view, batch).report is not None else Action.VOID_BATCH


def check_second_person(act: Act, form_no: str, action: Action, *, four_eyes: bool = False) -> None:
    """Raise SecondPersonNeeded where whoever acts is one of those who recorded the batch."""
    if second_person_needed(action, act.who, recorders(act, form_no), four_eyes=four_eyes):
        raise SecondPersonNeeded(who=act.who, form_no=form_no)


def recorders(act: Act, form_no: str) -> frozenset[str]:
    """Who recorded the batch, its reports and results, by the names that their acts bear."""
    steps = of_row(act.connection, act.division, form_no)
    return frozenset(step.who for step in steps if step.noun in _RECORDING)


def valid_batch(act: Act, form_no: str) -> Content:
    """The row of a batch that is not void; NoSuchBatch, VoidBatch."""
    batch = content(act.connection, "batch", act.division, form_no=form_no)
    if batch is None:
        raise NoSuchBatch(form_no=form_no)
    if batch["status"] == BatchStatus.VOID:
        raise VoidBatch(form_no=form_no, reason=batch["void_reason"] or "—")
    return batch


def check_unchanged(act: Act, form_no: str, is_held: Held | None) -> None:
    """Raise ChangedSince where the tag of the batch's newest version is not the one that the person holds."""
    if is_held is None:
        return
    newest = tag(View(act.connection, act.division, act.head), "batch", form_no)
    if not is_held(newest or ""):
        raise ChangedSince(form_no=form_no)


def _amend(act: Act, batch: Content, news: Mapping[str, Any]) -> None:
    """Put the new values into the batch's row, then move it to its other visit where its head has changed."""
    own = {name: value for name, value in news.items() if name not in SHARED}
    if own:
        act.amend("batch", batch, batch | own)
    if len(own) < len(news):
        act.flush()
        filing = Filing(act)
        filing.state = "changed"
        filing.sample({"form_no": batch["form_no"], **{name: news[name] for name in SHARED if name in news}})
        filing.close()


def _as_ledger(act: Act, batch: Content) -> dict[str, str]:
    """A batch as a row of 抽样 beside its seals, its team and its last valid report."""
    visit = content(act.connection, "visit", act.division, id=batch["visit_id"]) or {}
    report = standing(reports_of(View(act.connection, act.division, act.head), batch["form_no"])) or {}
    cells = {**batch, "samplers": visit.get("samplers"), **{name: report.get(name) for name in REPORT_COLUMNS}}
    names = (*(column.name for column in BATCH.columns), *REPORT_COLUMNS)
    return {name: "" if cells[name] is None else str(cells[name]) for name in names}

"""A clerk's day: visits recorded, batches corrected, samples delivered, what followed the reports.

Every function is one act, and says what was written of it. With ``sent`` the same request sent again gets
the first answer again (``Acknowledged.replayed``).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from fuelcheck.library.acknowledging import NOT_SENT, Acknowledged, Sent, once
from fuelcheck.library.quotas import today
from fuelcheck.library.reasons import need_reason
from fuelcheck.rules.life import Due, Lived, Moved, dues, state_of, timeline
from fuelcheck.rules.noticed import Notice
from fuelcheck.services import amending, delivering, following, sampling
from fuelcheck.services.amending import Held
from fuelcheck.services.batch_folder import NoSuchBatch
from fuelcheck.standing.life import batch_life as life_by_number
from fuelcheck.store.acts import Act
from fuelcheck.store.rows import content
from fuelcheck.store.session import Store
from fuelcheck.store.versions import of_act
from fuelcheck.words import Action, BatchState, BatchStep


@dataclass(frozen=True, slots=True)
class VisitRecorded:
    """A visit as it was taken down; ``notices`` are what a person should look at (none of a repeated answer)."""

    acknowledged: Acknowledged
    id: str
    form_nos: tuple[str, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchLife:
    """Where a batch stands on a day, what led there, and what is due next."""

    state: BatchState
    steps: tuple[Moved, ...]
    dues: tuple[Due, ...]


def record_visit(
    store: Store, body: Mapping[str, Any], *, by: str, sent: Sent = NOT_SENT, division: str | None = None
) -> VisitRecorded:
    """Record a visit with its batches, or one without a sample; the fields are those of ``services.sampling``.

    The act's id is ``sent``'s, else the ``id`` of the body; the hash that of the bytes sent, else of the body
    as JSON. Refused (all faults by their pointers), ActIdTaken.
    """
    own = body.get("id")
    id_ = sent.act_id or (own if isinstance(own, str) and own else None)
    known = Sent(id_, sent.sha256 or (_hash(body) if id_ else None))
    acknowledged, visited = once(
        store, "visit", by, lambda act: sampling.record_visit(act, body), sent=known, division=division
    )
    if visited is not None:
        return VisitRecorded(acknowledged, visited.id, visited.form_nos, visited.notices)
    return _recorded_before(store, acknowledged, division)


def amend_batch(
    store: Store, form_no: str, changes: Mapping[str, Any], *, by: str, reason: str, is_held: Held | None = None,
    sent: Sent = NOT_SENT, division: str | None = None,
) -> Acknowledged:  # fmt: skip
    """Correct fields of a batch; ``is_held`` says whether the batch is still the one that was read.

    ReasonNeeded, and the refusals of ``services.amending.amend_batch``.
    """
    need_reason(True, reason)
    return once(
        store, "amend", by, lambda act: amending.amend_batch(act, form_no, changes, is_held=is_held), sent=sent,
        reason=reason, division=division,
    )[0]  # fmt: skip


def void_batch(
    store: Store, form_no: str, *, by: str, reason: str, second_person: bool = True, is_held: Held | None = None,
    sent: Sent = NOT_SENT, division: str | None = None,
) -> Acknowledged:  # fmt: skip
    """Declare a batch void today; with a report that is left to a ``second_person``.

    ReasonNeeded, NoSuchBatch, VoidBatch, SecondPersonNeeded, ChangedSince.
    """
    need_reason(True, reason)
    day = today(store)

    def do(act: Act) -> None:
        amending.check_unchanged(act, form_no, is_held)
        amending.void_batch(act, form_no, reason, day, second_person=second_person)

    return once(store, "void", by, do, sent=sent, reason=reason, division=division)[0]


def restore_batch(
    store: Store, form_no: str, *, by: str, reason: str, sent: Sent = NOT_SENT, division: str | None = None
) -> Acknowledged:
    """Let a void batch stand again; ReasonNeeded, NoSuchBatch, NotVoid."""
    need_reason(True, reason)
    return once(
        store, "restore", by, lambda act: amending.restore_batch(act, form_no), sent=sent, reason=reason,
        division=division,
    )[0]  # fmt: skip


def deliver_sample(
    store: Store, form_no: str, *, by: str, day: date | None = None, carrier: str | None = None,
    laboratory: str | None = None, sent: Sent = NOT_SENT, division: str | None = None,
) -> Acknowledged:  # fmt: skip
    """Hand a sample over to the laboratory, today unless a day is named; the refusals of ``services.delivering``."""
    on = day or today(store)
    return once(
        store, "deliver", by, lambda act: delivering.deliver(act, form_no, on, by=carrier, laboratory=laboratory),
        sent=sent, division=division,
    )[0]  # fmt: skip


def receive_sample(
    store: Store, form_no: str, *, by: str, day: date | None = None, receiver: str | None = None,
    condition: str | None = None, sent: Sent = NOT_SENT, division: str | None = None,
) -> Acknowledged:  # fmt: skip
    """The laboratory takes a sample; the refusals of ``services.delivering``."""
    on = day or today(store)
    return once(
        store, "receive", by, lambda act: delivering.receive(act, form_no, on, by=receiver, condition=condition),
        sent=sent, division=division,
    )[0]  # fmt: skip


def refuse_sample(
    store: Store, form_no: str, *, by: str, reason: str, day: date | None = None, receiver: str | None = None,
    condition: str | None = None, sent: Sent = NOT_SENT, division: str | None = None,
) -> Acknowledged:  # fmt: skip
    """The laboratory turns a sample away for a reason; ReasonNeeded, the refusals of ``services.delivering``."""
    need_reason(True, reason)
    on = day or today(store)
    return once(
        store, "refuse", by,
        lambda act: delivering.turn_away(act, form_no, on, reason, by=receiver, condition=condition), sent=sent,
        reason=reason, division=division,
    )[0]  # fmt: skip


def release_report(
    store: Store, form_no: str, *, by: str, day: date | None = None, note: str | None = None, sent: Sent = NOT_SENT,
    division: str | None = None,
) -> Acknowledged:  # fmt: skip
    """Release what the last report concludes, as a second person; SecondPersonNeeded, StepRefused."""
    on = day or today(store)
    return once(
        store, "release", by, lambda act: following.release_report(act, form_no, on, note=note), sent=sent,
        division=division,
    )[0]  # fmt: skip


def record_batch_step(
    store: Store, form_no: str, step: BatchStep | str, *, by: str, day: date | None = None, note: str | None = None,
    four_eyes: bool = False, sent: Sent = NOT_SENT, division: str | None = None,
) -> Acknowledged:  # fmt: skip
    """Record what followed a report: told, objected to, corrected, closed; the refusals of ``services.following``."""
    on, what = day or today(store), BatchStep(step)
    return once(
        store, "step", by,
        lambda act: following.record_step(act, form_no, what, on, note=note, four_eyes=four_eyes), sent=sent,
        division=division,
    )[0]  # fmt: skip


def batch_life(
    store: Store, form_no: str, *, as_of: date | None = None, four_eyes: bool = False, division: str | None = None
) -> BatchLife:
    """Where a batch stands by the end of ``as_of`` (default: today in China); NoSuchBatch."""
    with store.reading(division) as view:
        lived = life_by_number(view, form_no, as_of or today(store), four_eyes=four_eyes)
    if lived is None:
        raise NoSuchBatch(form_no=form_no)
    return life_shown(lived)


def life_shown(lived: Lived) -> BatchLife:
    """A life as it is shown."""
    return BatchLife(state_of(lived), timeline(lived), dues(lived))


def void_action(store: Store, form_no: str, *, division: str | None = None) -> Action:
    """What declaring a batch void asks for in the permission table; NoSuchBatch."""
    with store.reading(division) as view:
        batch = content(view.connection, "batch", view.division, form_no=form_no)
        if batch is None:
            raise NoSuchBatch(form_no=form_no)
        return amending.void_action(view, batch)


def _hash(body: Mapping[str, Any]) -> str:
    return sha256(json.dumps(body, ensure_ascii=False, sort_keys=True, default=str).encode()).hexdigest()


def _recorded_before(store: Store, acknowledged: Acknowledged, division: str | None) -> VisitRecorded:
    """The first answer again, out of the versions of its act."""
    act_id = acknowledged.entry.id if acknowledged.entry else ""
    with store.reading(division) as view:
        steps = [step for step in of_act(view.connection, view.division, act_id) if step.before is None]
    visit = next((step.row_id for step in steps if step.noun == "visit"), "")
    return VisitRecorded(acknowledged, visit, tuple(step.row_id for step in steps if step.noun == "batch"))

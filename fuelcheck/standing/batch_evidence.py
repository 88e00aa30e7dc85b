"""What proves a batch: its seals and papers, the visit on the spot, hand-overs, its life, photographs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fuelcheck.rules.life import Due, Moved, dues, state_of, timeline
from fuelcheck.standing.life import life_of
from fuelcheck.store.attachments import Attachment, attachments
from fuelcheck.store.rows import content, contents
from fuelcheck.store.session import View
from fuelcheck.store.types import Content
from fuelcheck.words import BatchState

SEALED = ("seal_test", "seal_retained", "quantity", "price", "supplier", "delivery_note_no")
_OF_A_VISIT = ("id", "started_at", "ended_at", "longitude", "latitude", "datum", "note")
_OF_A_DELIVERY = (
    "n", "laboratory", "delivered_on", "delivered_by", "received_on", "received_by", "condition", "refused",
)  # fmt: skip
_OF_A_STEP = ("n", "step", "happened_on", "report_n", "note")


@dataclass(frozen=True, slots=True)
class BatchEvidence:
    """What proves a batch, as it stood on a day; rows as contents, their empty fields None.

    ``sealed``: what is written on the form besides the columns of 抽样. ``spot``: the visit. ``life``: every
    step in order with the state after it; ``dues``: what is due next.
    """

    sealed: Content
    claims: Mapping[str, str]
    spot: Content
    state: BatchState
    life: tuple[Moved, ...]
    dues: tuple[Due, ...]
    deliveries: tuple[Content, ...]
    steps: tuple[Content, ...]
    attachments: tuple[Attachment, ...]
    """Those of the batch and of its visit."""


def batch_evidence(view: View, batch: Content, as_of: date) -> BatchEvidence:
    """The evidence of a batch, given its row, by the end of ``as_of``."""
    visit = content(view.connection, "visit", view.division, id=batch["visit_id"]) or {}
    lived = life_of(view, batch, as_of)
    return BatchEvidence(
        sealed={column: batch[column] for column in SEALED},
        claims=json.loads(batch["claims"]) if batch["claims"] else {},
        spot={column: visit.get(column) for column in _OF_A_VISIT},
        state=state_of(lived),
        life=timeline(lived),
        dues=dues(lived),
        deliveries=_rows(view, "delivery", batch["form_no"], _OF_A_DELIVERY),
        steps=_rows(view, "batch_event", batch["form_no"], _OF_A_STEP),
        attachments=(
            *attachments(view.connection, view.division, form_no=batch["form_no"]),
            *attachments(view.connection, view.division, visit_id=batch["visit_id"]),
        ),
    )


def evidence_object(evidence: BatchEvidence) -> dict[str, Any]:
    """The keys that the evidence adds to the JSON object of a batch."""
    return {
        **evidence.sealed, "claims": dict(evidence.claims), "visit": dict(evidence.spot), "state": evidence.state,
        "life": [
            {"step": one.step, "on": _text(one.on), "state": one.state, "overtaken": one.overtaken}
            for one in evidence.life
        ],
        "due": [{"step": due.step, "by": due.by.isoformat()} for due in evidence.dues],
        "deliveries": list(map(dict, evidence.deliveries)), "steps": list(map(dict, evidence.steps)),
        "attachments": [attachment_object(one) for one in evidence.attachments],
    }  # fmt: skip


def attachment_object(attachment: Attachment) -> dict[str, Any]:
    """The JSON object of an attachment."""
    return {
        "id": attachment.id, "form_no": attachment.form_no, "visit_id": attachment.visit_id,
        "record_no": attachment.record_no, "name": attachment.name, "media_type": attachment.media_type,
        "size": attachment.size, "sha256": attachment.sha256, "shown": attachment.shown_sha256 is not None,
        "claimed": {
            "taken_at": attachment.taken_at, "longitude": attachment.longitude, "latitude": attachment.latitude,
        },
    }  # fmt: skip


def _rows(view: View, noun: str, form_no: str, columns: tuple[str, ...]) -> tuple[Content, ...]:
    found = contents(view.connection, noun, view.division, form_no=form_no)
    return tuple({column: row[column] for column in columns} for row in found)


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

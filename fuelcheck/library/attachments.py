"""Photographs and scans attached to records, and given back to the byte."""

from dataclasses import dataclass

from fuelcheck.library.acknowledging import NOT_SENT, Acknowledged, Sent, once
from fuelcheck.services import attachments as services
from fuelcheck.store import attachments as stored
from fuelcheck.store.attachments import Attachment
from fuelcheck.store.session import Store
from fuelcheck.store.versions import of_act


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that was attached; where the record had it already, the first one, and no act."""

    acknowledged: Acknowledged
    attachment: Attachment


def attach_file(
    store: Store, content: bytes, name: str, *, by: str, form_no: str | None = None, visit_id: str | None = None,
    record_no: str | None = None, id: str | None = None, sent: Sent = NOT_SENT, division: str | None = None,
) -> Attached:  # fmt: skip
    """Attach a photograph or a scan to a batch, a visit or a check at the roadside.

    The refusals of ``services.attachments``; ActIdTaken.
    """
    file = services.look_at(content, name)
    acknowledged, attached = once(
        store, "attach", by,
        lambda act: services.attach(act, file, form_no=form_no, visit_id=visit_id, record_no=record_no, id=id),
        sent=sent, division=division,
    )  # fmt: skip
    if attached is None:
        attached = _attached_before(store, acknowledged, division)
    return Attached(acknowledged, attached)


def attached_file(store: Store, sha256: str, *, division: str | None = None) -> tuple[Attachment, bytes]:
    """An attachment by the hash of its bytes, with the bytes as they came; UnknownAttachment, LostAttachment."""
    with store.reading(division) as view:
        return stored.original(view.connection, view.division, sha256)


def shown_picture(store: Store, sha256: str, *, division: str | None = None) -> tuple[Attachment, bytes | None]:
    """The picture (a JPEG) that is shown in the place of an original; None for a PDF. UnknownAttachment."""
    with store.reading(division) as view:
        return stored.shown(view.connection, view.division, sha256)


def attached_files(
    store: Store, *, form_no: str | None = None, visit_id: str | None = None, record_no: str | None = None,
    division: str | None = None,
) -> tuple[Attachment, ...]:  # fmt: skip
    """The attachments of a record, or all of the division where none is named, by name."""
    subject = {"form_no": form_no, "visit_id": visit_id, "record_no": record_no}
    named = {column: value for column, value in subject.items() if value is not None}
    with store.reading(division) as view:
        return stored.attachments(view.connection, view.division, **named)


def _attached_before(store: Store, acknowledged: Acknowledged, division: str | None) -> Attachment:
    act_id = acknowledged.entry.id if acknowledged.entry else ""
    with store.reading(division) as view:
        steps = of_act(view.connection, view.division, act_id)
    return next(stored.attachment_of(step.after) for step in steps if step.noun == "attachment" and step.after)

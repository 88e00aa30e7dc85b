"""Photographs and scans (附件): what a file is by its content, and the act that attaches it to a record.

Taken are JPEG, PNG, WEBP and PDF. The original is kept to the byte, as evidence; what is shown is a new
picture without what the camera wrote into it. A file is looked at before the act begins: it takes a
process and a second, and nobody waits for it with the chain locked.
"""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.ledgers.bounded import printed
from fuelcheck.ledgers.cells import displayed
from fuelcheck.ledgers.files import BadFile
from fuelcheck.services.batch_folder import NoSuchBatch
from fuelcheck.services.retests import NoSuchCheck
from fuelcheck.store import attachments as stored
from fuelcheck.store.acts import Act, check_act_id
from fuelcheck.store.attachments import Attachment, attachment_of
from fuelcheck.store.rows import content

MOST_BYTES = 20 * 1024 * 1024
MEGAPIXELS = 50
_PICTURE = Path(__file__).with_name("picture.py")
_PDF = b"%PDF-"
_MEDIA_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
_LONGEST_NAME = 120


class EmptyFile(FuelcheckError):
    """There is nothing in the file."""

    code = "empty-attachment"
    sentence = N_("{name} is empty")


class TooLarge(FuelcheckError):
    """The file has too many bytes, or the picture too many pixels."""

    code = "attachment-too-large"
    sentence = N_("{name} is too large: at most {megabytes} MB, and {megapixels} million pixels, are taken")


class NotTaken(FuelcheckError):
    """The content is of no kind that is taken, or damaged."""

    code = "attachment-not-taken"
    sentence = N_("{name} is no picture that can be read (JPEG, PNG, WEBP) and no PDF")


class OneRecord(FuelcheckError):
    """A file belongs to one batch, visit or check."""

    code = "one-record"
    sentence = N_("A file is attached to one record: name a batch, a visit or a check at the roadside")


class NoSuchVisit(FuelcheckError):
    """There is no visit of that id."""

    code = "no-such-visit"
    sentence = N_("There is no visit {id}")


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A file as it was found: what it is, and the picture that is shown in its place (None for a PDF)."""

    name: str
    content: bytes
    media_type: str
    shown: bytes | None = None
    taken_at: str | None = None
    longitude: str | None = None
    latitude: str | None = None


def look_at(content_: bytes, name: str) -> LookedAt:
    """What a file is, by its content alone. EmptyFile, TooLarge, NotTaken."""
    safe = displayed(name.replace("\\", "/").rpartition("/")[2]).strip()[-_LONGEST_NAME:] or "—"
    if not content_:
        raise EmptyFile(name=safe)
    if len(content_) > MOST_BYTES:
        raise _too_large(safe)
    if content_.startswith(_PDF):
        return LookedAt(safe, content_, "application/pdf")
    told, shown = _opened(content_, safe)
    return LookedAt(
        safe, content_, _MEDIA_TYPES[told["format"]], shown, told["taken_at"], told["longitude"], told["latitude"]
    )


def attach(
    act: Act, file: LookedAt, *, form_no: str | None = None, visit_id: str | None = None, record_no: str | None = None,
    id: str | None = None,
) -> Attachment:  # fmt: skip
    """Attach a file to a batch, a visit or a check; the same file again at the same record is the first one.

    ``id`` is its maker's own (a UUID), else the act's. OneRecord, NoSuchBatch, NoSuchVisit, NoSuchCheck.
    """
    subject = {"form_no": form_no, "visit_id": visit_id, "record_no": record_no}
    if sum(value is not None for value in subject.values()) != 1:
        raise OneRecord()
    _check_subject(act, form_no, visit_id, record_no)
    digest = sha256(file.content).hexdigest()
    again = content(act.connection, "attachment", act.division, sha256=digest, **subject)
    if again is not None:
        return attachment_of(again)
    stored.keep(act.connection, digest, file.content)
    if file.shown is not None:
        stored.keep(act.connection, sha256(file.shown).hexdigest(), file.shown)
    row = {
        "id": check_act_id(id) if id else act.id, **subject, "name": file.name, "media_type": file.media_type,
        "size": len(file.content), "sha256": digest,
        "shown_sha256": None if file.shown is None else sha256(file.shown).hexdigest(), "taken_at": file.taken_at,
        "longitude": file.longitude, "latitude": file.latitude,
    }  # fmt: skip
    act.create("attachment", row, kind="attached")
    return attachment_of(row)


def _opened(content_: bytes, name: str) -> tuple[dict[str, str], bytes]:
    """What the bounded reader of pictures says, and the new picture."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "picture"
        path.write_bytes(content_)
        try:
            said, _, shown = printed(str(_PICTURE), "PIL", str(path)).partition(b"\n")
        except BadFile as bad:
            raise (_too_large(name) if bad.code == "too-large" else NotTaken(name=name)) from bad
    told = json.loads(said)
    if "refused" in told:
        raise _too_large(name) if told["refused"] == "too-many-pixels" else NotTaken(name=name)
    return told, shown


def _too_large(name: str) -> TooLarge:
    return TooLarge(name=name, megabytes=MOST_BYTES // 1024 // 1024, megapixels=MEGAPIXELS)


def _check_subject(act: Act, form_no: str | None, visit_id: str | None, record_no: str | None) -> None:
    if form_no is not None and content(act.connection, "batch", act.division, form_no=form_no) is None:
        raise NoSuchBatch(form_no=form_no)
    if visit_id is not None and content(act.connection, "visit", act.division, id=visit_id) is None:
        raise NoSuchVisit(id=visit_id)
    known = record_no is None or content(act.connection, "roadside_check", act.division, record_no=record_no)
    if not known:
        raise NoSuchCheck(record_no=record_no)

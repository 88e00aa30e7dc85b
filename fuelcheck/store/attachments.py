"""Attachments (附件) and their bytes, which lie in the database by their hash: one backup holds all."""

from dataclasses import dataclass

import sqlalchemy as sa

from fuelcheck.errors import EnvironmentProblem, FuelcheckError
from fuelcheck.language import N_
from fuelcheck.store.rows import contents
from fuelcheck.store.tables import AttachmentFile
from fuelcheck.store.types import Content

_FILE = AttachmentFile.__table__  # type: ignore[attr-defined]


class UnknownAttachment(FuelcheckError):
    """Nothing with that hash was attached."""

    code = "unknown-attachment"
    sentence = N_("No file {sha256} is attached to anything in this division")


class LostAttachment(EnvironmentProblem):
    """The bytes of an attachment are not in the database."""

    code = "lost-attachment"
    sentence = N_("The file {sha256} is not in the database; run: fuelcheck audit verify")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file attached to one record; ``taken_at`` and the position are claims of the camera.

    ``shown_sha256`` is the hash of the picture made anew to be shown; None for a PDF.
    """

    id: str
    form_no: str | None
    visit_id: str | None
    record_no: str | None
    name: str
    media_type: str
    size: int
    sha256: str
    shown_sha256: str | None
    taken_at: str | None
    longitude: str | None
    latitude: str | None


def keep(connection: sa.Connection, sha256: str, content: bytes) -> None:
    """Keep the bytes, in the same transaction as the act; once is enough."""
    if _stored(connection, sha256) is None:
        connection.execute(sa.insert(_FILE), {"sha256": sha256, "content": content})


def attachments(connection: sa.Connection, division: str, **matching: object) -> tuple[Attachment, ...]:
    """The attachments whose columns equal ``matching``, by name and id."""
    rows = contents(connection, "attachment", division, **matching)
    return tuple(sorted(map(attachment_of, rows), key=lambda one: (one.name, one.id)))


def attachment_of(row: Content) -> Attachment:
    """A row as a value."""
    return Attachment(**row)


def original(connection: sa.Connection, division: str, sha256: str) -> tuple[Attachment, bytes]:
    """An attachment and its bytes as they came; UnknownAttachment, LostAttachment."""
    found = attachments(connection, division, sha256=sha256.strip().lower())
    if not found:
        raise UnknownAttachment(sha256=sha256)
    return found[0], _bytes(connection, found[0].sha256)


def shown(connection: sa.Connection, division: str, sha256: str) -> tuple[Attachment, bytes | None]:
    """An attachment and the picture made anew to be shown, None for a PDF; UnknownAttachment, LostAttachment."""
    found = attachments(connection, division, sha256=sha256.strip().lower())
    if not found:
        raise UnknownAttachment(sha256=sha256)
    digest = found[0].shown_sha256
    return found[0], None if digest is None else _bytes(connection, digest)


def _bytes(connection: sa.Connection, sha256: str) -> bytes:
    content = _stored(connection, sha256)
    if content is None:
        raise LostAttachment(sha256=sha256)
    return content


def _stored(connection: sa.Connection, sha256: str) -> bytes | None:
    content = connection.execute(sa.select(_FILE.c.content).where(_FILE.c.sha256 == sha256)).scalar()
    return None if content is None else bytes(content)

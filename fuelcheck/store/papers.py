"""Issued documents: what they state, and their very bytes by hash."""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from fuelcheck.errors import EnvironmentProblem, FuelcheckError
from fuelcheck.language import N_
from fuelcheck.store.rows import contents
from fuelcheck.store.tables import DocumentFile
from fuelcheck.store.types import Content, moment_of

_ISSUED = sa.text(
    "SELECT row_id FROM version WHERE division = :division AND noun = 'document' AND kind = 'issued' ORDER BY n, k"
)
_FILE = DocumentFile.__table__  # type: ignore[attr-defined]


class UnknownDocument(FuelcheckError):
    """No document of that number was issued."""

    code = "unknown-document"
    sentence = N_("No document {number} was issued; fuelcheck document list shows those that were")


class LostFile(EnvironmentProblem):
    """The bytes of an issued document are not in the database."""

    code = "lost-file"
    sentence = N_("The file of document {number} is not in the database; run: fuelcheck audit verify")


@dataclass(frozen=True, slots=True)
class Document:
    """An issued document as a list shows it; ``evaluation`` is the status as JSON text."""

    number: str
    kind: str
    year: int
    period: str
    as_of: date
    known_n: int
    office_number: str | None
    printed_at: datetime
    media_type: str
    evaluation: str
    sha256: str


def keep(connection: sa.Connection, sha256: str, content: bytes) -> None:
    """Keep the bytes, in the same transaction as the document's act; once is enough."""
    if stored(connection, sha256) is None:
        connection.execute(sa.insert(_FILE), {"sha256": sha256, "content": content})


def stored(connection: sa.Connection, sha256: str) -> bytes | None:
    """The bytes of that hash, or None."""
    content = connection.execute(sa.select(_FILE.c.content).where(_FILE.c.sha256 == sha256)).scalar()
    return None if content is None else bytes(content)


def documents(connection: sa.Connection, division: str) -> list[Document]:
    """The documents of a division, in the order of issuing."""
    order = {number: n for n, number in enumerate(connection.scalars(_ISSUED, {"division": division}))}
    rows = [_document(row) for row in contents(connection, "document", division)]
    return sorted(rows, key=lambda d: order.get(d.number, -1))


def document(connection: sa.Connection, division: str, number: str) -> tuple[Document, bytes]:
    """A document and its bytes; UnknownDocument, LostFile."""
    row = next(contents(connection, "document", division, number=number.strip().upper()), None)
    if row is None:
        raise UnknownDocument(number=number)
    found = _document(row)
    file = stored(connection, found.sha256)
    if file is None:
        raise LostFile(number=number)
    return found, file


def _document(row: Content) -> Document:
    days = {"as_of": date.fromisoformat(row["as_of"]), "printed_at": moment_of(row["printed_at"])}
    return Document(**row | days)

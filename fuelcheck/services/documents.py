"""Issuing documents (印发): the bytes, what they state, and the act that vouches for both."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from fuelcheck.store.acts import Act
from fuelcheck.store.papers import keep
from fuelcheck.store.types import moment_text

CODE_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Issue:
    """What a document states besides its bytes."""

    kind: str
    year: int
    period: str
    as_of: date
    known_n: int
    office_number: str | None
    printed_at: datetime
    media_type: str
    evaluation: str
    """The status as JSON."""


def code_of(act_id: str) -> str:
    """The system's own number of a document: a short code of its act's id.

    >>> code_of("0f8fad5b-d9cb-469f-a165-70867728950e")
    'FC-0F8FAD5BD9'
    """
    return f"FC-{act_id.replace('-', '')[:CODE_DIGITS].upper()}"


def issue(act: Act, what: Issue, file: bytes) -> str:
    """Record a rendered file as an issued document; returns its number."""
    number, digest = code_of(act.id), sha256(file).hexdigest()
    keep(act.connection, digest, file)
    row = {
        "number": number, "kind": what.kind, "year": what.year, "period": what.period,
        "as_of": what.as_of.isoformat(), "known_n": what.known_n, "office_number": what.office_number,
        "printed_at": moment_text(what.printed_at), "media_type": what.media_type, "evaluation": what.evaluation,
        "sha256": digest,
    }  # fmt: skip
    act.create("document", row, kind="issued")
    return number

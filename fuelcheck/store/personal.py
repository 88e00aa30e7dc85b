"""Personal data (个人信息): the one place that reads or writes what people are called.

A row and its versions hold the keyed hash of a value, HMAC-SHA256 with a random key of its own; value
and key lie here. Whoever has the chain alone cannot guess a name, and once value and key are erased
nobody can, while every hash of the chain still fits.
"""

import hmac
import os
from collections.abc import Iterator
from typing import NamedTuple

import sqlalchemy as sa

from fuelcheck.store.acts import Act
from fuelcheck.store.rows import contents
from fuelcheck.store.versions import content_of, name_of

FIELDS = {"roadside_check": "driver"}
"""The personal field of each noun that has one; its rows are known by a single code."""

SECRET_BYTES = 32
_ALGORITHM = "sha256"
_LABEL = f"hmac-{_ALGORITHM}:"

_KEEP = sa.text(
    "INSERT INTO personal (division, subject, hash, value, secret) VALUES (:division, :subject, :hash, :value, :secret)"
)
_ONE = sa.text("SELECT value, secret FROM personal WHERE division = :division AND subject = :subject AND hash = :hash")
_ALL = sa.text("SELECT subject, hash, value, secret FROM personal WHERE division = :division ORDER BY subject, hash")
_FORGET = sa.text("DELETE FROM personal WHERE division = :division AND subject = :subject")
_CONTENTS = sa.text(
    "SELECT row_id, content FROM version WHERE division = :division AND noun = :noun AND content IS NOT NULL"
)


class Kept(NamedTuple):
    """A value that is held: of which subject, under which hash."""

    subject: str
    hash: str
    value: str


class Oddity(NamedTuple):
    """Something about personal data that does not fit, as a code of the verifier, and of which subject."""

    code: str
    subject: str


def subject_of(noun: str, row: str) -> str:
    """How the personal field of a row is called.

    >>> subject_of("roadside_check", "R1")
    'roadside_check/R1/driver'
    """
    return f"{noun}/{row}/{FIELDS[noun]}"


def keep(act: Act, subject: str, value: str) -> str:
    """Keep a value under a key of its own; returns the hash that its row is to hold."""
    secret = os.urandom(SECRET_BYTES)
    hash_ = keyed_hash(secret, value)
    row = {"division": act.division, "subject": subject, "hash": hash_, "value": value, "secret": secret}
    act.connection.execute(_KEEP, row)
    return hash_


def value_of(connection: sa.Connection, division: str, subject: str, hash_: str) -> str | None:
    """The value behind a hash; None where it was erased, or is not the one that was hashed."""
    wanted = {"division": division, "subject": subject, "hash": hash_}
    found = connection.execute(_ONE, wanted).one_or_none()
    return found[0] if found is not None and _fits(hash_, *found) else None


def values(connection: sa.Connection, division: str) -> Iterator[Kept]:
    """All values that are held, by subject."""
    for subject, hash_, value, secret in connection.execute(_ALL, {"division": division}):
        if _fits(hash_, value, secret):
            yield Kept(subject, hash_, value)


def subjects(connection: sa.Connection, division: str) -> frozenset[str]:
    """Whose values are held."""
    return frozenset(row[0] for row in connection.execute(_ALL, {"division": division}))


def forget(act: Act, subject: str) -> None:
    """Erase every value of a subject, with its key; the bytes are overwritten where the database can do so."""
    if act.connection.dialect.name == "sqlite":
        act.connection.exec_driver_sql("PRAGMA secure_delete = ON")
    act.connection.execute(_FORGET, {"division": act.division, "subject": subject})


def oddities(connection: sa.Connection, division: str) -> Iterator[Oddity]:
    """Values that do not fit their hash, that no version knows, or that are gone without having been erased."""
    known = {(subject, hash_) for subject, hash_ in _hashes_ever(connection, division)}
    held = set()
    for subject, hash_, value, secret in connection.execute(_ALL, {"division": division}):
        held.add((subject, hash_))
        if not _fits(hash_, value, secret):
            yield Oddity("personal-changed", subject)
        if (subject, hash_) not in known:
            yield Oddity("personal-unknown", subject)
    erased = {row["subject"] for row in contents(connection, "erasure", division)}
    for subject, hash_ in _hashes_now(connection, division):
        if (subject, hash_) not in held and subject not in erased:
            yield Oddity("personal-missing", subject)


def keyed_hash(secret: bytes, value: str) -> str:
    """The hash of a value under a key, with the label of its algorithm."""
    return _LABEL + hmac.new(secret, value.encode(), _ALGORITHM).hexdigest()


def _fits(hash_: str, value: object, secret: object) -> bool:
    """Whether value and key are those of the hash; a flipped byte can turn text into anything else."""
    if not isinstance(value, str) or not isinstance(secret, bytes | memoryview):
        return False
    return hash_ == keyed_hash(bytes(secret), value)


def _hashes_now(connection: sa.Connection, division: str) -> Iterator[tuple[str, str]]:
    for noun, field in FIELDS.items():
        for row in contents(connection, noun, division):
            if row[field] is not None:
                yield subject_of(noun, name_of(noun, row)), row[field]


def _hashes_ever(connection: sa.Connection, division: str) -> Iterator[tuple[str, str]]:
    for noun in FIELDS:
        for row, text in connection.execute(_CONTENTS, {"division": division, "noun": noun}):
            hash_ = _stated(noun, text)
            if hash_ is not None:
                yield subject_of(noun, row), hash_


def _stated(noun: str, text: str) -> str | None:
    """The hash that a version states; None in one that is damaged, which the verifier names by itself."""
    try:
        content = content_of(noun, text)
    except (ValueError, TypeError):
        return None
    return None if content is None else content[FIELDS[noun]]

"""The one way by which data change: an act with its versions, written with the rows it touches.

A service collects changes in an open act; when it closes, rows, versions, the act and the
chain's new head are written in one transaction. Nothing else writes to a table of a noun.
"""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import NamedTuple
from uuid import UUID

import sqlalchemy as sa

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.store.chain import (
    GENESIS,
    SALT_BYTES,
    ActFields,
    Digest,
    act_hash,
    canonical_content,
    row_id,
    version_hash,
)
from fuelcheck.store.tables import NOUNS, ActRow, HeadRow, VersionRow, noun_of
from fuelcheck.store.types import Content, moment_of, moment_text

PORTION = 4_000
"""Changes that wait in memory before they are written."""


class NotAnId(FuelcheckError):
    """An act id that is no UUID."""

    code = "bad-act-id"
    sentence = N_("{value} is not an act id: it must be a UUID")


@dataclass(frozen=True, slots=True)
class Entry:
    """A written act as its maker may be told: the number and hash are a witness of the chain."""

    division: str
    n: int
    id: str
    moment: datetime
    hash: str


class Head(NamedTuple):
    """The end of a division's chain; number 0 before its first act."""

    n: int
    moment: datetime | None
    hash: str


class _Change(NamedTuple):
    noun: str
    row_id: str
    kind: str
    before: Content | None
    after: Content | None


@dataclass(slots=True)
class Act:
    """An open act: who does what, why. Its changes are written in portions, itself when it closes.

    An import of many thousand rows so needs no more memory than one of a few.
    """

    connection: sa.Connection
    division: str
    id: str
    who: str
    kind: str
    reason: str | None
    clock: Callable[[], datetime]
    head: Head
    """The chain's end when the act was opened; it stays so: the opener holds the lock."""
    changed: int = 0
    """How many row changes it holds so far."""
    entry: Entry | None = None
    """What was written, once it is closed; None where nothing was changed."""
    _waiting: list[_Change] = field(default_factory=list)
    _digest: Digest = field(default_factory=Digest)

    def create(self, noun: str, row: Content, kind: str = "created") -> None:
        """Add a row; ``row`` has every column of its table but the division."""
        self._note(noun, kind, None, row, row)

    def amend(self, noun: str, before: Content, after: Content, kind: str = "amended") -> None:
        """Put ``after`` in the place of ``before`` (same key)."""
        self._note(noun, kind, before, after, after)

    def remove(self, noun: str, before: Content, kind: str = "removed") -> None:
        """Take a row away; its versions stay."""
        self._note(noun, kind, before, None, before)

    def _note(self, noun: str, kind: str, before: Content | None, after: Content | None, named: Content) -> None:
        keys = key_columns(noun)
        name = named[keys[0]] if len(keys) == 1 else row_id(tuple(str(named[c]) for c in keys))
        self._waiting.append(_Change(noun, name, kind, before, after))
        if len(self._waiting) >= PORTION:
            self._write()

    def flush(self) -> None:
        """Write what waits: queries on the act's connection see it from then on."""
        self._write()

    def close(self) -> Entry | None:
        """Write what waits, the act and the head; None (and no act) if nothing was changed."""
        self._write()
        if not self.changed:
            return None
        clock = self.clock()
        moment = max(clock, self.head.moment) if self.head.moment else clock
        fields = ActFields(
            self.division, self.head.n + 1, self.id, moment_text(moment), moment_text(clock), self.who, self.kind,
            self.reason, self.changed, self._digest.text(), self.head.hash,
        )  # fmt: skip
        self.entry = Entry(self.division, fields.n, self.id, moment, act_hash(fields))
        self._write_act(fields, self.entry)
        return self.entry

    def _write(self) -> None:
        changes, self._waiting = self._waiting, []
        groups = _by_noun(changes)
        for noun, group in groups:  # parents first
            self._run(_insert(noun), (self._whole(noun, c.after) for c in group if c.before is None and c.after))
        for noun, group in groups:
            self._run(_update(noun), (self._values(noun, c.after) for c in group if c.before and c.after))
        for noun, group in reversed(groups):  # children first
            self._run(_delete(noun), (self._key(noun, c.before) for c in group if c.after is None and c.before))
        self._write_versions(changes)

    def _whole(self, noun: str, row: Content) -> tuple[object, ...]:
        return (self.division, *(row[c] for c in _inserted(noun)))

    def _values(self, noun: str, row: Content) -> tuple[object, ...]:
        return (*(row[c] for c in _plain_columns(noun)), *self._key(noun, row))

    def _key(self, noun: str, row: Content) -> tuple[object, ...]:
        return (self.division, *(row[c] for c in _row_keys(noun)))

    def _write_versions(self, changes: list[_Change]) -> None:
        salts = os.urandom(SALT_BYTES * len(changes))
        rows = []
        for place, change in enumerate(changes):
            salt = salts[place * SALT_BYTES : (place + 1) * SALT_BYTES]
            content = None if change.after is None else canonical_content(change.after)
            sha = version_hash(salt, change.noun, change.row_id, change.kind, content)
            self._digest.add(sha)
            k = self.changed + place
            rows.append(
                (self.division, self.head.n + 1, k, change.noun, change.row_id, change.kind, content, salt, sha)
            )
        self._run(_INSERT_VERSION, rows)
        self.changed += len(changes)

    def _run(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Run a statement for each row through the driver: contents are what the database holds already."""
        parameters = list(rows)
        if parameters:
            marks = statement if self.connection.dialect.name == "sqlite" else statement.replace("?", "%s")
            self.connection.exec_driver_sql(marks, parameters)

    def _write_act(self, fields: ActFields, entry: Entry) -> None:
        act, head = ActRow.__table__, HeadRow.__table__  # type: ignore[attr-defined]
        values = fields._asdict() | {
            "moment": entry.moment, "clock": moment_of(fields.clock), "hash": entry.hash,
        }  # fmt: skip
        self.connection.execute(sa.insert(act), values)
        newest = {"n": entry.n, "moment": entry.moment, "hash": entry.hash}
        if entry.n == 1:
            self.connection.execute(sa.insert(head), {"division": self.division, **newest})
        else:
            self.connection.execute(sa.update(head).where(head.c.division == self.division), newest)


def head_of(connection: sa.Connection, division: str, *, lock: bool = False) -> Head:
    """The end of the division's chain, on request locked until the transaction ends."""
    head = HeadRow.__table__  # type: ignore[attr-defined]
    query = sa.select(head.c.n, head.c.moment, head.c.hash).where(head.c.division == division)
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    return Head(0, None, GENESIS) if row is None else Head(*row)


def check_act_id(text: str) -> str:
    """The canonical form of an act id; NotAnId if it is no UUID."""
    try:
        return str(UUID(text))
    except ValueError as error:
        raise NotAnId(value=text) from error


@cache
def key_columns(noun: str) -> tuple[str, ...]:
    """The columns that know a row within its division."""
    keys = tuple(c.name for c in noun_of(noun).primary_key if c.name != "division")
    return keys or ("division",)


@cache
def columns_of(noun: str) -> tuple[str, ...]:
    """The columns of a noun's content: all but the division (which only its own noun holds)."""
    names = tuple(c.name for c in noun_of(noun).columns)
    return names if noun == "division" else tuple(c for c in names if c != "division")


@cache
def _inserted(noun: str) -> tuple[str, ...]:
    return tuple(c for c in columns_of(noun) if c != "division")


@cache
def _row_keys(noun: str) -> tuple[str, ...]:
    return tuple(c for c in key_columns(noun) if c != "division")


@cache
def _plain_columns(noun: str) -> tuple[str, ...]:
    return tuple(c for c in columns_of(noun) if c not in key_columns(noun))


@cache
def _insert(noun: str) -> str:
    columns = ("division", *_inserted(noun))
    return f"INSERT INTO {noun} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


@cache
def _update(noun: str) -> str:
    return f"UPDATE {noun} SET {', '.join(f'{c} = ?' for c in _plain_columns(noun))} WHERE {_matching(noun)}"


@cache
def _delete(noun: str) -> str:
    return f"DELETE FROM {noun} WHERE {_matching(noun)}"


def _matching(noun: str) -> str:
    return " AND ".join(f"{c} = ?" for c in ("division", *_row_keys(noun)))


_VERSION = tuple(c.name for c in VersionRow.__table__.columns)  # type: ignore[attr-defined]
_INSERT_VERSION = f"INSERT INTO version ({', '.join(_VERSION)}) VALUES ({', '.join('?' * len(_VERSION))})"


def _by_noun(changes: Iterable[_Change]) -> list[tuple[str, list[_Change]]]:
    groups: Mapping[str, list[_Change]] = defaultdict(list)
    for change in changes:
        groups[change.noun].append(change)
    return [(noun, groups[noun]) for noun in NOUNS if noun in groups]

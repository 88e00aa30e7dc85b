"""Reading acts and versions: what an act did, a row's history, what changed since."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from fuelcheck.store.acts import columns_of, key_columns
from fuelcheck.store.chain import row_id
from fuelcheck.store.types import Content, moment_of


@dataclass(frozen=True, slots=True)
class Step:
    """One row's change in one act: its content before and after (None: no row)."""

    n: int
    moment: datetime
    who: str
    act_kind: str
    reason: str | None
    noun: str
    row_id: str
    kind: str
    before: Content | None
    after: Content | None

    @property
    def fields(self) -> tuple[tuple[str, str, str], ...]:
        """(column, old, new) of every column that differs, as text; empty for none."""
        before, after = self.before or {}, self.after or {}
        columns = [c for c in {**after, **before} if before.get(c) != after.get(c)]
        return tuple((c, _shown(before.get(c)), _shown(after.get(c))) for c in columns)


@dataclass(frozen=True, slots=True)
class ActLine:
    """An act as a list shows it."""

    n: int
    id: str
    moment: datetime
    who: str
    kind: str
    reason: str | None
    versions: int
    hash: str


_STEPS = (
    "SELECT v.n, a.moment, a.who, a.kind, a.reason, v.noun, v.row_id, v.kind, v.content, p.content"
    " FROM version v JOIN act a ON a.division = v.division AND a.n = v.n"
    " LEFT JOIN version p ON p.division = v.division AND p.noun = v.noun AND p.row_id = v.row_id AND p.n ="
    " (SELECT MAX(q.n) FROM version q WHERE q.division = v.division AND q.noun = v.noun AND q.row_id = v.row_id"
    " AND q.n < v.n) WHERE v.division = :division AND {which} ORDER BY v.n, v.k"
)
_OF_ACT = sa.text(_STEPS.format(which="a.id = :id"))
_OF_ROW = sa.text(_STEPS.format(which="(v.row_id = :row OR substr(v.row_id, 1, :length) = :start)"))
_SINCE = sa.text(_STEPS.format(which="v.n > :after AND v.n <= :until AND v.noun IN :nouns")).bindparams(
    sa.bindparam("nouns", expanding=True, type_=sa.String)
)
_NEWEST = sa.text(
    "SELECT content FROM version WHERE division = :division AND noun = :noun AND row_id = :row ORDER BY n DESC LIMIT 1"
)
_ACTS = "SELECT n, id, moment, who, kind, reason, versions, hash FROM act WHERE division = :division"


def of_act(connection: sa.Connection, division: str, act_id: str) -> list[Step]:
    """What one act did, in its order."""
    return list(_steps(connection, _OF_ACT, {"division": division, "id": act_id}))


def of_row(connection: sa.Connection, division: str, row: str) -> list[Step]:
    """The history of every row known by that code, oldest first; a batch's reports and a site's changes with it."""
    start = row_id((row, "")).removesuffix('""]')
    return list(_steps(connection, _OF_ROW, {"division": division, "row": row, "start": start, "length": len(start)}))


OF_A_BATCH = frozenset({"batch", "report", "result", "delivery", "batch_event"})
"""Nouns whose rows are known by a form number, first or alone."""


def since(connection: sa.Connection, division: str, after: int, until: int, nouns: tuple[str, ...]) -> Iterator[Step]:
    """What acts ``after`` < n ≤ ``until`` did to rows of these nouns."""
    return _steps(connection, _SINCE, {"division": division, "after": after, "until": until, "nouns": list(nouns)})


def newest(connection: sa.Connection, division: str, step: Step) -> Content | None:
    """What the step's row is by its newest version; None if there is no row any more."""
    values = {"division": division, "noun": step.noun, "row": step.row_id}
    return content_of(step.noun, connection.execute(_NEWEST, values).scalar_one())


def acts(connection: sa.Connection, division: str, kind: str | None = None) -> list[ActLine]:
    """The acts of a division in order, on request of one kind only."""
    text, values = _ACTS, {"division": division}
    if kind is not None:
        text, values = f"{text} AND kind = :kind", values | {"kind": kind}
    rows = connection.execute(sa.text(f"{text} ORDER BY n"), values)
    return [ActLine(n, i, moment_of(m), who, k, why, count, hash_) for n, i, m, who, k, why, count, hash_ in rows]


def first_moment(connection: sa.Connection, division: str, noun: str, row: str, kind: str) -> datetime | None:
    """When a row was first changed in that way."""
    query = sa.text(
        "SELECT MIN(a.moment) FROM version v JOIN act a ON a.division = v.division AND a.n = v.n"
        " WHERE v.division = :division AND v.noun = :noun AND v.row_id = :row AND v.kind = :kind"
    )
    text = connection.execute(query, {"division": division, "noun": noun, "row": row, "kind": kind}).scalar()
    return None if text is None else moment_of(text)


def name_of(noun: str, row: Content) -> str:
    """How versions name that row."""
    return row_id(tuple(str(row[c]) for c in key_columns(noun)))


def _steps(connection: sa.Connection, query: sa.TextClause, values: dict[str, object]) -> Iterator[Step]:
    for n, moment, who, act_kind, reason, noun, row, kind, after, before in connection.execute(query, values):
        contents = (content_of(noun, text) for text in (before, after))
        yield Step(n, moment_of(moment), who, act_kind, reason, noun, row, kind, *contents)


def content_of(noun: str, text: str | None) -> Content | None:
    """The row that a version states; columns that the table did not have then are empty."""
    return None if text is None else dict.fromkeys(columns_of(noun)) | json.loads(text)


def _shown(value: object) -> str:
    return "" if value is None else str(value)

"""The past as it was known: temporary tables of the same names, filled from versions.

A temporary table hides the real one of its name, so the very same tally statements answer
for any moment: there is no second query to keep in step (design section 5).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import sqlalchemy as sa

from fuelcheck.store.acts import Head, columns_of
from fuelcheck.store.tables import NOUNS, ActRow, noun_of
from fuelcheck.store.types import moment_text

_INDEXED = {
    "batch": "year, site_code",
    "report": "form_no, n",
    "site": "code",
    "visit": "id",
}


def past(connection: sa.Connection, division: str, known_at: datetime) -> Head | None:
    """The last act whose moment is not after ``known_at``; None if there is none."""
    act = ActRow.__table__  # type: ignore[attr-defined]
    query = (
        sa.select(act.c.n, act.c.moment, act.c.hash)
        .where(act.c.division == division, act.c.moment <= sa.literal(moment_text(known_at), sa.Text))
        .order_by(act.c.n.desc())
        .limit(1)
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else Head(*row)


@contextmanager
def shadowed(connection: sa.Connection, division: str, n: int) -> Iterator[None]:
    """Hide every noun's table behind its rows as of act ``n``, for this connection only."""
    try:
        for noun in NOUNS:
            _shadow(connection, noun, division, n)
        yield
    finally:
        connection.rollback()  # PostgreSQL refuses further statements after a failed one
        for noun in NOUNS:
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {_temporary(connection)}.{noun}")
        connection.commit()


def _shadow(connection: sa.Connection, noun: str, division: str, n: int) -> None:
    connection.exec_driver_sql(f"CREATE TEMP TABLE {noun} AS SELECT * FROM {noun} WHERE 1 = 0")
    connection.execute(sa.text(_fill(connection, noun)), {"division": division, "noun": noun, "n": n})
    if noun in _INDEXED:
        where = f"{_temporary(connection)}." if connection.dialect.name == "sqlite" else ""
        connection.exec_driver_sql(f"CREATE INDEX {where}past_{noun} ON {noun} (division, {_INDEXED[noun]})")


def _fill(connection: sa.Connection, noun: str) -> str:
    columns = [c for c in columns_of(noun) if c != "division"]
    picks = ", ".join(_pick(connection, noun, c) for c in columns)
    return (
        f"INSERT INTO {noun} (division, {', '.join(columns)}) SELECT v.division, {picks} FROM version v"
        " WHERE v.division = :division AND v.noun = :noun AND v.n <= :n AND v.content IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM version w WHERE w.division = v.division AND w.noun = v.noun"
        " AND w.row_id = v.row_id AND w.n > v.n AND w.n <= :n)"
    )


def _pick(connection: sa.Connection, noun: str, column: str) -> str:
    if connection.dialect.name == "sqlite":
        return f"json_extract(v.content, '$.{column}')"
    text = f"(v.content::json ->> '{column}')"
    return f"{text}::integer" if isinstance(noun_of(noun).c[column].type, sa.Integer) else text


def _temporary(connection: sa.Connection) -> str:
    return "temp" if connection.dialect.name == "sqlite" else "pg_temp"

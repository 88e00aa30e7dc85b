"""Rows of a noun as contents: the raw text and integers that versions hold, too."""

from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from fuelcheck.store.acts import columns_of, key_columns
from fuelcheck.store.types import Content


def contents(connection: sa.Connection, noun: str, division: str, **matching: object) -> Iterator[Content]:
    """All rows of a noun in a division whose columns equal ``matching``, in the order of their keys."""
    names = columns_of(noun)
    table = sa.table(noun, sa.column("division"), *(sa.column(c) for c in names if c != "division"))
    query = sa.select(*(table.c[c] for c in names)).where(table.c.division == division)
    for column, value in matching.items():
        query = query.where(table.c[column] == value)
    for row in connection.execute(query.order_by(*(table.c[c] for c in key_columns(noun)))):
        yield dict(zip(names, row, strict=True))


def content(connection: sa.Connection, noun: str, division: str, **matching: object) -> Content | None:
    """The one row whose columns equal ``matching``, or None."""
    return next(contents(connection, noun, division, **matching), None)


def by_key(rows: Iterable[Content], *columns: str) -> dict[tuple[str, ...], Content]:
    """The rows by the given columns."""
    return {tuple(row[c] for c in columns): row for row in rows}

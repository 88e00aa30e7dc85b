"""Rows of a noun as contents: the raw text and integers that versions hold, too."""

from collections.abc import Iterator

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

"""Names and words that notices are checked against: registers, answers, the last document."""

from datetime import date

import sqlalchemy as sa

from fuelcheck.rules.noticed import Laboratory
from fuelcheck.store.rows import content, contents
from fuelcheck.store.types import Content
from fuelcheck.words import Product

_LAST_DOCUMENT = sa.text(
    "SELECT d.number FROM document d JOIN version v ON v.division = d.division AND v.noun = 'document'"
    " AND v.row_id = d.number AND v.kind = 'issued' WHERE d.division = :division AND d.kind = :kind AND d.year = :year"
    " ORDER BY v.n DESC LIMIT 1"
)


def is_example(connection: sa.Connection, division: str) -> bool:
    """Whether the division's rows are invented."""
    row = content(connection, "division", division)
    return bool(row and row["example"])


def answered(connection: sa.Connection, division: str) -> dict[str, str]:
    """The answers that people gave, by notice."""
    return {row["notice"]: row["text"] for row in contents(connection, "answer", division)}


def inspectors(connection: sa.Connection, division: str) -> dict[str, date | None]:
    """The inspectors' validity, by name."""
    return {row["name"]: _day(row["valid_until"]) for row in contents(connection, "inspector", division)}


def laboratories(connection: sa.Connection, division: str) -> tuple[Laboratory, ...]:
    """The laboratories with validity, products and items, by name."""
    return tuple(
        Laboratory(
            row["name"], frozenset(map(Product, _split(row["products"]))), _day(row["valid_until"]),
            frozenset(_split(row["items"])),
        )
        for row in contents(connection, "laboratory", division)
    )  # fmt: skip


def last_document(connection: sa.Connection, division: str, kind: str, year: int) -> Content | None:
    """The document of that kind and year that was issued last."""
    values = {"division": division, "kind": kind, "year": year}
    number = connection.execute(_LAST_DOCUMENT, values).scalar()
    return None if number is None else content(connection, "document", division, number=number)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _split(text: str | None) -> list[str]:
    return text.split(";") if text else []

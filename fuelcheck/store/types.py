"""Column types that mean the same on SQLite and PostgreSQL.

Days and moments are stored as ISO text: they compare as text, the versions hold the very
same text, and one SQL statement serves both databases. Closed lists are text, guarded by
a CHECK made from the enumeration.
"""

from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator

from fuelcheck.words import Word


class Day(TypeDecorator[date]):
    """A calendar day in China, stored as ``YYYY-MM-DD``."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: date | str | None, dialect: sa.Dialect) -> str | None:
        """Write a date (or its ISO text) as text."""
        return value.isoformat() if isinstance(value, date) else value

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> date | None:
        """Read the text back as a date."""
        return None if value is None else date.fromisoformat(value)


class Moment(TypeDecorator[datetime]):
    """A moment, stored as UTC text with microseconds and ``Z``."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: datetime | str | None, dialect: sa.Dialect) -> str | None:
        """Write an aware datetime (or its text) as UTC text."""
        return moment_text(value) if isinstance(value, datetime) else value

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> datetime | None:
        """Read the text back as an aware UTC datetime."""
        return None if value is None else moment_of(value)


class Closed(TypeDecorator[Word]):
    """A member of a closed list, stored as its value."""

    impl = sa.Text
    cache_ok = True

    def __init__(self, words: type[Word]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: Word | str | None, dialect: sa.Dialect) -> str | None:
        """Write the member's value; a text that is none of them raises ValueError."""
        return None if value is None else self.words(value).value

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> Word | None:
        """Read the member back."""
        return None if value is None else self.words(value)


def one_of(column: str, words: type[Word], name: str) -> sa.CheckConstraint:
    """A CHECK that holds ``column`` to the values of ``words`` (or NULL)."""
    values = ", ".join(f"'{word.value}'" for word in words)
    return sa.CheckConstraint(f"{column} IN ({values})", name=name)


def moment_text(moment: datetime) -> str:
    """UTC text of an aware moment: ``2026-01-05T01:00:00.000000Z``."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def moment_of(text: str) -> datetime:
    """The moment that ``moment_text`` wrote."""
    return datetime.fromisoformat(text)


Content = dict[str, Any]
"""A row as a version holds it: column → text, integer or None."""

"""What may stand under a key of a TOML file, and the sentence that says so.

A ``Wanted`` reads one TOML value or refuses it with ValueError; ``allowed`` tells people
what it would take. ``instead`` stands in for a refused value while the rest of the file is
read, so that every mistake is found in one go; it never leaves the reader.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

from fuelcheck.language import _, say

T_co = TypeVar("T_co", covariant=True)
E = TypeVar("E", bound=StrEnum)

_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Wanted(Generic[T_co]):
    """One kind of value: how it is read, what people are told, what stands in for it."""

    read: Callable[[object], T_co]
    allowed: str
    instead: T_co


def one_of(words: type[E]) -> Wanted[E]:
    """A single word of a closed list."""
    return Wanted(lambda value: words(_text(value)), ", ".join(words), next(iter(words)))


def some_of(words: type[E], *, empty: bool = False) -> Wanted[frozenset[E]]:
    """A list of words of a closed list, at least one unless ``empty``."""

    def read(value: object) -> frozenset[E]:
        return frozenset(words(_text(entry)) for entry in _entries(value, empty))

    return Wanted(read, say("a list of: {words}", words=", ".join(words)), frozenset())


def text() -> Wanted[str]:
    """A text in one line, not blank."""
    return Wanted(_text, _("a text in one line"), "")


def texts(*, empty: bool = False) -> Wanted[tuple[str, ...]]:
    """A list of such texts, at least one unless ``empty``."""

    def read(value: object) -> tuple[str, ...]:
        return tuple(_text(entry) for entry in _entries(value, empty))

    return Wanted(read, _("a list of texts"), ())


def matching(pattern: str, allowed: str) -> Wanted[str]:
    """A text that has the form ``pattern`` as a whole."""

    def read(value: object) -> str:
        found = _text(value)
        if not re.fullmatch(pattern, found, re.ASCII):
            raise ValueError
        return found

    return Wanted(read, allowed, "")


def whole_number(minimum: int, maximum: int = 1_000_000) -> Wanted[int]:
    """A whole number within bounds; TOML's true and false are none."""

    def read(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not minimum <= value <= maximum:
            raise ValueError
        return value

    allowed = say("a whole number from {minimum} to {maximum}", minimum=minimum, maximum=maximum)
    return Wanted(read, allowed, minimum)


def share() -> Wanted[Decimal]:
    """A fraction above 0 and not above 1."""

    def read(value: object) -> Decimal:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise ValueError
        fraction = Decimal(value)
        if not (fraction.is_finite() and 0 < fraction <= 1):
            raise ValueError
        return fraction

    return Wanted(read, _("a share above 0 and up to 1, such as 0.10"), Decimal(1))


def day() -> Wanted[date]:
    """A day without time or quotation marks."""

    def read(value: object) -> date:
        if not isinstance(value, date) or isinstance(value, datetime):
            raise ValueError
        return value

    return Wanted(read, _("a day such as 2024-09-30, without quotation marks"), date.min)


def path() -> Wanted[Path]:
    """A path of a file or folder; ``~`` is the user's home."""

    def read(value: object) -> Path:
        return Path(_text(value)).expanduser()

    return Wanted(read, _("a path"), Path())


def month_and_day() -> Wanted[tuple[int, int]]:
    """A month and day that every year has, as a text ``MM-DD``."""

    def read(value: object) -> tuple[int, int]:
        if not re.fullmatch(r"\d\d-\d\d", _text(value), re.ASCII) or value == "02-29":
            raise ValueError
        first = date.fromisoformat(f"{_LEAP_YEAR}-{value}")
        return first.month, first.day

    return Wanted(read, _('a month and day such as "01-01", not "02-29"'), (1, 1))


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise ValueError
    return value.strip()


def _entries(value: object, empty: bool) -> list[object]:
    if not isinstance(value, list) or not (value or empty):
        raise ValueError
    return value

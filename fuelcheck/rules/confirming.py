"""Limits that a county compared with the official text (核对): their mark of doubt is gone.

A confirmation vouches for the figure that was compared. Where the standard's text came to state
another one since, it vouches for nothing: the mark is back until somebody looks again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from fuelcheck.law.standards import Item, Limit, Standard
from fuelcheck.rules.verdicts import limit_text
from fuelcheck.words import Confidence


class LimitKey(NamedTuple):
    """What a limit is known by within its standard; ``season`` is empty for all year."""

    item: str
    grades: tuple[str, ...]
    season: str


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A limit of a standard (``name``: edition and phase) and the figure that was confirmed (``<= 10``)."""

    standard: str
    key: LimitKey
    limit: str


def key_of(item: Item, limit: Limit) -> LimitKey:
    """The key of one of an item's limits."""
    return LimitKey(item.key, limit.grades, limit.season or "")


def stands(confirmation: Confirmation, standard: Standard) -> bool:
    """Whether the standard's text still states the figure that was confirmed."""
    item = standard.item(confirmation.key.item)
    if item is None or confirmation.standard != standard.name:
        return False
    return any(
        key_of(item, limit) == confirmation.key and limit_text(limit) == confirmation.limit for limit in item.limits
    )


def confirmed(standard: Standard, confirmations: Iterable[Confirmation]) -> Standard:
    """The standard with the marks of doubt of its confirmed limits gone; itself if none is confirmed."""
    figures = {one.key: one.limit for one in confirmations if one.standard == standard.name}
    if not figures:
        return standard
    return replace(standard, items=tuple(_item(item, figures) for item in standard.items))


def _item(item: Item, figures: Mapping[LimitKey, str]) -> Item:
    return replace(item, limits=tuple(_limit(item, limit, figures) for limit in item.limits))


def _limit(item: Item, limit: Limit, figures: Mapping[LimitKey, str]) -> Limit:
    if figures.get(key_of(item, limit)) != limit_text(limit):
        return limit
    return replace(limit, confidence=Confidence.OFFICIAL)

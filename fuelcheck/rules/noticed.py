"""What a notice is, and what all batches are looked at against to find one."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from fuelcheck.law.standards import Programme
from fuelcheck.rules.facts import BatchFact
from fuelcheck.rules.roster import Roster
from fuelcheck.rules.verdicts import BatchVerdict
from fuelcheck.words import Product


class Laboratory(NamedTuple):
    """A laboratory of the register: what it may test (empty: not stated) and the last day of its approval.

    ``items`` are keys of items, members of a group by themselves.
    """

    name: str
    products: frozenset[Product] = frozenset()
    valid_until: date | None = None
    items: frozenset[str] = frozenset()


class Inspector(NamedTuple):
    """A person of the register of inspectors, and the last day of the certificate."""

    name: str
    valid_until: date | None = None


class Notice(NamedTuple):
    """Something to look at: which row, and what the sentence of ``code`` in ``faults`` is filled with.

    ``id`` depends on nothing but the code and what it is about (the rows concerned; of results
    the items and figures), so that an answer stays until something else is found. Values that are words
    of the trade print themselves in the tongue in which the sentence is read.
    """

    id: str
    code: str
    noun: str
    row: str
    values: tuple[tuple[str, object], ...]


class Seen(NamedTuple):
    """What all batches are looked at against."""

    roster: Roster
    laboratories: Mapping[str, Laboratory]
    inspectors: Mapping[str, Inspector]
    verdicts: Mapping[str, BatchVerdict]
    programmes: Sequence[Programme]


def notice(code: str, batch: BatchFact, others: tuple[str, ...] = (), **values: object) -> Notice:
    """A notice about ``batch``; ``others`` are the further rows, people or figures that it is about."""
    told = tuple({"form_no": batch.form_no, **values}.items())
    named = "\n".join((code, batch.form_no, *others))
    return Notice(hashlib.sha256(named.encode()).hexdigest()[:12], code, "batch", batch.form_no, told)


def past(until: date | None, day: date) -> bool:
    """Whether a validity had ended before ``day``; one without an end never has."""
    return until is not None and day > until

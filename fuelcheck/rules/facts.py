"""What the rules are told: facts about sites and counts of batches, as plain values.

Days are days in China. A fact is as somebody stated it; what follows from several facts
together (who owned a station on a day, whether it was open) is worked out by the rules.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from fuelcheck.words import Change, Conclusion, Outcome, Ownership, Product, Purpose, SiteKind, Task


@dataclass(frozen=True, slots=True)
class SiteFact:
    """A site as the register states it before its first change (站点)."""

    code: str
    name: str
    kind: SiteKind
    ownership: Ownership
    township: str
    opened_on: date | None
    closed_on: date | None
    """The first day on which it no longer sold."""
    products: tuple[str, ...] = ()
    """What is on sale: grades (``92``, ``0``) and ``urea``; empty: unknown."""


@dataclass(frozen=True, slots=True)
class ChangeFact:
    """A dated change of a site (站点变更); ``value`` is empty for closed and reopened."""

    site: str
    effective_on: date
    what: Change
    value: str = ""


class Tally(NamedTuple):
    """Valid batches of one kind at one site within the quota year, sampled by the as-of day.

    ``task`` and ``purpose`` are None where the ledger's cell is empty. ``reported`` counts
    those whose first valid report is dated by the as-of day, ``pending`` the others.
    """

    site: str
    product: Product
    task: Task | None
    purpose: Purpose | None
    reported: int
    pending: int


class MonthTally(NamedTuple):
    """The same count for one month of sampling (``month`` is its first day)."""

    site: str
    month: date
    product: Product
    task: Task | None
    purpose: Purpose | None
    reported: int
    pending: int


@dataclass(frozen=True, slots=True)
class Facts:
    """All that an evaluation of one division's year is given."""

    sites: tuple[SiteFact, ...]
    changes: tuple[ChangeFact, ...]
    tallies: tuple[Tally, ...]
    months: tuple[MonthTally, ...]
    """At least the months of the sites that a monthly quota looks at."""


@dataclass(frozen=True, slots=True)
class BatchFact:
    """One batch with its first and last valid report, for annexes and notices."""

    form_no: str
    sampled_on: date
    site: str
    product: Product
    grade: str
    task: Task | None
    purpose: Purpose | None
    follows: str
    samplers: tuple[str, ...]
    laboratory: str
    report_no: str
    reported_on: date | None
    """Day of the first valid report: the counting day."""
    conclusion: Conclusion | None
    """Of the last valid report."""
    failed_items: str
    void: bool
    void_reason: str
    voided_on: date | None
    note: str = ""
    standard: str = ""
    """What the ledger calls the basis (执行标准)."""
    programme: str = ""
    """The programme that was named; empty: that of its year, if there is one."""
    claims: tuple[tuple[str, str], ...] = ()
    """What the station itself promises beyond the standard: an item's key, a limit as written."""


@dataclass(frozen=True, slots=True)
class VisitFact:
    """A visit that brought no sample (未抽到样品)."""

    site: str
    visited_on: date
    outcome: Outcome
    samplers: tuple[str, ...]
    note: str = ""

"""Which batches count for the year's quotas, and which are only shown beside them.

A batch counts when it was sampled within the quota year and not after the as-of day, is not
void, was ordered by a level and drawn for a purpose that the policy counts, and its first
valid report is dated by the as-of day. Without that report it is in progress. An empty task
is the county's, an empty purpose routine: the default holds here, the store keeps the empty
cell. Plan 伊政办〔2024〕15号 (十三) 2 says 抽检 without saying when it is done or whose it is:
all of this is a reading.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from fuelcheck.law.values import Policy, Quota
from fuelcheck.rules.facts import BatchFact, MonthTally, SiteFact, Tally
from fuelcheck.rules.year import QuotaYear
from fuelcheck.words import Product, Purpose, Task


class Counted(NamedTuple):
    """Counted batches of one set of products, by site code: reported and at the laboratory."""

    reported: dict[str, int]
    pending: dict[str, int]


class CountedMonths(NamedTuple):
    """Sites and months of sampling (first day) with a counted batch that is reported, or pending."""

    reported: set[tuple[str, date]]
    pending: set[tuple[str, date]]


class NotCounted(NamedTuple):
    """Reported batches that count for nothing: of other levels first, then of other purposes."""

    other_levels: int
    rechecks: int
    monitoring: int
    other_fuels: int


class Counting(NamedTuple):
    """The levels and purposes that count; None stands for an empty cell."""

    tasks: frozenset[Task | None]
    purposes: frozenset[Purpose | None]

    @classmethod
    def by(cls, policy: Policy) -> "Counting":
        """What ``policy`` counts."""
        tasks: frozenset[Task | None] = policy.tasks
        purposes: frozenset[Purpose | None] = policy.purposes
        return cls(
            tasks | {None} if Task.COUNTY in tasks else tasks,
            purposes | {None} if Purpose.ROUTINE in purposes else purposes,
        )


def count(policy: Policy, tallies: Iterable[Tally]) -> tuple[dict[frozenset[Product], Counted], NotCounted]:
    """Batches that count, for each set of products that a quota of ``policy`` names, and the others."""
    counting = tasks, purposes = Counting.by(policy)
    counts = {quota.products: Counted({}, {}) for quota in policy.quotas}
    holding = {product: [c for products, c in counts.items() if product in products] for product in Product}
    others: list[Tally] = []
    for tally in tallies:
        site, product, task, purpose, reported, pending = tally
        sums = holding[product] if task in tasks and purpose in purposes else ()
        if not sums:
            others.append(tally)
        for reported_at, pending_at in sums:
            if reported:
                reported_at[site] = reported_at.get(site, 0) + reported
            if pending:
                pending_at[site] = pending_at.get(site, 0) + pending
    return counts, _not_counted(counting, others)


def counted_months(policy: Policy, products: frozenset[Product], months: Iterable[MonthTally]) -> CountedMonths:
    """In which months which sites were sampled for ``products`` by batches that count."""
    counting = Counting.by(policy)
    found = CountedMonths(set(), set())
    for site, month, product, task, purpose, reported, pending in months:
        if product in products and task in counting.tasks and purpose in counting.purposes:
            if reported:
                found.reported.add((site, month))
            if pending:
                found.pending.add((site, month))
    return found


def looks_at(quota: Quota, site: SiteFact) -> bool:
    """Whether a batch drawn at ``site`` can count for ``quota``: its kind and its owner on the roster day.

    A quota that names no kinds looks at any site (urea, wherever it is drawn).
    """
    return (not quota.kinds or site.kind in quota.kinds) and (
        not quota.ownerships or site.ownership in quota.ownerships
    )


def counts(policy: Policy, year: QuotaYear, as_of: date, batch: BatchFact, site: SiteFact) -> bool:
    """Whether a single batch counts for any quota of the year; ``site`` as on the roster day."""
    counting = Counting.by(policy)
    return (
        not batch.void
        and year.first <= batch.sampled_on <= year.roster_day(as_of)
        and batch.task in counting.tasks
        and batch.purpose in counting.purposes
        and batch.reported_on is not None
        and batch.reported_on <= as_of
        and any(batch.product in quota.products and looks_at(quota, site) for quota in policy.quotas)
    )


def _not_counted(counting: Counting, tallies: Iterable[Tally]) -> NotCounted:
    levels = rechecks = monitoring = fuels = 0
    for tally in tallies:
        if tally.task not in counting.tasks:
            levels += tally.reported
        elif tally.purpose is Purpose.RECHECK and Purpose.RECHECK not in counting.purposes:
            rechecks += tally.reported
        elif tally.purpose is Purpose.MONITORING and Purpose.MONITORING not in counting.purposes:
            monitoring += tally.reported
        elif tally.purpose in counting.purposes and tally.product is Product.OTHER_FUEL:
            fuels += tally.reported
    return NotCounted(levels, rechecks, monitoring, fuels)

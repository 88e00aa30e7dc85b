"""Where the year's quotas stand: the values that an evaluation returns."""

from dataclasses import dataclass
from datetime import date

from fuelcheck.law.values import Policy, Quota


@dataclass(frozen=True, slots=True)
class LineStatus:
    """One quota, counted.

    ``achieved`` is never capped: batches; distinct covered sites; due site-months.
    ``missing`` names what is not achieved: site codes of a full coverage (sorted), or
    (site code, first day of month) pairs of a monthly quota; empty for other kinds.
    ``pending`` is the part of it (same shape) with a batch at the laboratory.
    """

    quota: Quota
    required: int
    achieved: int
    in_progress: int
    shortfall: int
    met: bool
    population: int | None = None
    missing: tuple[str, ...] | tuple[tuple[str, date], ...] = ()
    pending: tuple[str, ...] | tuple[tuple[str, date], ...] = ()
    left_uncovered: tuple[str, ...] = ()
    covered: tuple[str, ...] = ()
    """Site codes with a counted batch (kind ``sites``), sorted."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is shown beside the quotas and counts for none of them.

    Batches are valid, sampled in the year by the as-of day and reported by it; of higher
    levels first, then county batches by a purpose that does not count.
    """

    higher_level_batches: int
    recheck_batches: int
    monitoring_batches: int
    other_fuel_batches: int
    combined_population: int
    combined_covered: int
    stations_under_no_quota: int


@dataclass(frozen=True, slots=True)
class PlannedVisit:
    """One visit of the fewest that close every quota."""

    site: str
    batches: int
    closes: tuple[str, ...]
    """Quota ids that this visit helps to close."""


@dataclass(frozen=True, slots=True)
class VisitPlan:
    """The fewest visits that close every quota, as far as visits can.

    Batches at the laboratory are not assumed to be reported. ``lower_bound`` ≤ the true
    minimum ≤ ``len(visits)``; where the two agree the plan is proved to be the smallest.
    ``cannot_close`` names what no visit can mend any more: months that have passed without
    a sample.
    """

    visits: tuple[PlannedVisit, ...]
    lower_bound: int
    cannot_close: tuple[tuple[str, date], ...]
    if_pending_reported: int
    """How many visits would do if every batch at the laboratory were reported by then."""
    out_of_reach: tuple[str, ...] = ()
    """Ids of the quotas that stay open after all visits: months have passed, stations have closed,
    or no operating site sells what is asked for."""


@dataclass(frozen=True, slots=True)
class Status:
    """All the quotas of one division's year on one as-of day."""

    policy: Policy
    year: int
    as_of: date
    roster_day: date
    quotas: tuple[LineStatus, ...]
    beside: Beside
    plan: VisitPlan

    @property
    def met(self) -> bool:
        """Whether every quota is met."""
        return all(line.met for line in self.quotas)

    def line(self, id_: str) -> LineStatus:
        """The line of that quota id; StopIteration if there is none."""
        return next(line for line in self.quotas if line.quota.id == id_)

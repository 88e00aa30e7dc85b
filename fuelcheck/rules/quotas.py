"""Where the year's fuel quotas stand: policy, facts and two days in, a ``Status`` out.

The duties are those of plan 伊政办〔2024〕15号 (十三) 2 or of whatever policy is handed in; how they
are counted is told for officials in docs/counting.md. Kinds, owners and populations are read on
the roster day, reports up to the as-of day.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from fuelcheck.law.values import CoverageRoster, Policy, Quota, QuotaKind
from fuelcheck.rules.counting import Counted, NotCounted, count, counted_months, looks_at
from fuelcheck.rules.facts import Facts, MonthTally
from fuelcheck.rules.needs import Need
from fuelcheck.rules.roster import Roster
from fuelcheck.rules.status import Beside, LineStatus, Status
from fuelcheck.rules.visits import plan_visits
from fuelcheck.rules.year import QuotaYear, month_end
from fuelcheck.words import SiteKind

STATIONS = frozenset({SiteKind.STATION, SiteKind.FILLING_POINT})


def evaluate(policy: Policy, year: int, as_of: date, facts: Facts) -> Status:
    """The status of every quota of ``policy`` in the quota year ``year`` as of the end of ``as_of``.

    ``facts.tallies`` are those of the batches sampled within the year and by ``as_of``.
    Raises ``BeforeTheYear`` for an as-of day before the year.
    """
    span = QuotaYear.of(policy.year_starts, year)
    roster = Roster.on(span.roster_day(as_of), facts.sites, facts.changes)
    counts, not_counted = count(policy, facts.tallies)
    lines = [_line(policy, quota, span, as_of, roster, counts[quota.products], facts.months) for quota in policy.quotas]
    return Status(
        policy=policy,
        year=year,
        as_of=as_of,
        roster_day=roster.day,
        quotas=tuple(line.status for line in lines),
        beside=_beside(lines, roster, not_counted),
        plan=plan_visits(
            [line.need for line in lines],
            [line.if_reported for line in lines],
            roster,
            policy.batches_per_visit,
            [month for line in lines for month in line.months_lost],
            [line.status.quota.id for line in lines if line.months_lost],
        ),
    )


def required_sites(share: Decimal, population: int) -> int:
    """⌈share × population⌉, in integers: ten per cent of eleven stations are two."""
    numerator, denominator = share.as_integer_ratio()
    return -(-population * numerator // denominator)


class _Line(NamedTuple):
    """A quota's status, what visits are still asked to do, and what the other lines need to know of it."""

    status: LineStatus
    need: Need
    if_reported: Need
    """What would be needed if all batches at the laboratory had been reported."""
    population: frozenset[str] = frozenset()
    months_lost: tuple[tuple[str, date], ...] = ()


def _line(
    policy: Policy,
    quota: Quota,
    span: QuotaYear,
    as_of: date,
    roster: Roster,
    counted: Counted,
    months: Sequence[MonthTally],
) -> _Line:
    if quota.kind is QuotaKind.BATCHES:
        return _batches(quota, roster, counted)
    if quota.kind is QuotaKind.SITES:
        return _sites(quota, span, roster, counted)
    return _monthly(policy, quota, span, as_of, roster, months)


def _batches(quota: Quota, roster: Roster, counted: Counted) -> _Line:
    required = quota.required or 0
    achieved = _sum_where_quota_looks(quota, roster, counted.reported)
    in_progress = _sum_where_quota_looks(quota, roster, counted.pending)
    shortfall = max(0, required - achieved)
    return _Line(
        LineStatus(quota, required, achieved, in_progress, shortfall, met=shortfall == 0),
        Need(quota, shortfall),
        Need(quota, max(0, shortfall - in_progress)),
    )


def _sum_where_quota_looks(quota: Quota, roster: Roster, batches: dict[str, int]) -> int:
    sites = roster.sites
    return sum(number for site, number in batches.items() if looks_at(quota, sites[site]))


def _sites(quota: Quota, span: QuotaYear, roster: Roster, counted: Counted) -> _Line:
    share = Decimal(1) if quota.share is None else quota.share
    closed = _closed_within_year(quota, span, roster)
    population = roster.among(quota.kinds, quota.ownerships)
    if quota.roster is CoverageRoster.OPERATED_IN_YEAR:
        population += closed
    required = required_sites(share, len(population))
    covered = sorted(site for site in population if site in counted.reported)
    uncovered = sorted(site for site in population if site not in counted.reported)
    pending = tuple(site for site in uncovered if site in counted.pending)
    shortfall = max(0, required - len(covered))
    full = share == 1
    status = LineStatus(
        quota,
        required,
        len(covered),
        len(pending),
        shortfall,
        met=shortfall == 0,
        population=len(population),
        missing=tuple(uncovered) if full else (),
        pending=pending if full else (),
        left_uncovered=tuple(sorted(site for site in closed if site not in counted.reported)) if full else (),
        covered=tuple(covered),
    )
    unsampled = tuple(site for site in uncovered if site not in counted.pending)
    return _Line(
        status,
        Need(quota, shortfall, tuple(uncovered)),
        Need(quota, max(0, shortfall - len(pending)), unsampled),
        frozenset(population),
    )


def _closed_within_year(quota: Quota, span: QuotaYear, roster: Roster) -> list[str]:
    """Sites of the quota that operated in the year and do not on the roster day."""
    return [
        site for site in roster.resting
        if looks_at(quota, roster.sites[site]) and roster.operated_since(site, span.first)
    ]  # fmt: skip


def _monthly(
    policy: Policy, quota: Quota, span: QuotaYear, as_of: date, roster: Roster, months: Sequence[MonthTally]
) -> _Line:
    counted = counted_months(policy, quota.products, months)
    over = span.months_over(as_of)
    due = [
        (site, month)
        for site in _sites_looked_at(quota, roster)
        for month in over
        if roster.operating_on(site, month_end(month))
    ]
    missing = tuple(sorted(set(due) - counted.reported))
    pending = tuple(sorted(counted.pending.intersection(missing)))
    status = LineStatus(
        quota,
        required=len(due),
        achieved=len(due) - len(missing),
        in_progress=len(pending),
        shortfall=len(missing),
        met=not missing,
        missing=missing,
        pending=pending,
    )
    open_ = _unsampled_in_running_month(quota, span.running_month(as_of), roster, counted.reported | counted.pending)
    need = Need(quota, len(open_), open_)
    return _Line(status, need, need, months_lost=tuple(month for month in missing if month not in counted.pending))


def _sites_looked_at(quota: Quota, roster: Roster) -> list[str]:
    return sorted(
        code for code, site in roster.sites.items() if site.kind is not SiteKind.OWN_USE and looks_at(quota, site)
    )


def _unsampled_in_running_month(
    quota: Quota, month: date | None, roster: Roster, sampled: set[tuple[str, date]]
) -> tuple[str, ...]:
    """Sites that will owe the running month and have no batch in it, reported or at the laboratory."""
    if month is None:
        return ()
    return tuple(
        site
        for site in sorted(roster.among(quota.kinds, quota.ownerships))
        if roster.operating_on(site, month_end(month)) and (site, month) not in sampled
    )


def _beside(lines: Iterable[_Line], roster: Roster, not_counted: NotCounted) -> Beside:
    by_site = [line for line in lines if line.status.quota.kind is QuotaKind.SITES]
    rates = [line for line in by_site if line.status.quota.share != 1]
    under_quota = frozenset[str]().union(*(line.population for line in by_site))
    return Beside(
        higher_level_batches=not_counted.other_levels,
        recheck_batches=not_counted.rechecks,
        monitoring_batches=not_counted.monitoring,
        other_fuel_batches=not_counted.other_fuels,
        combined_population=len(frozenset[str]().union(*(line.population for line in rates))),
        combined_covered=len(frozenset[str]().union(*(line.status.covered for line in rates))),
        stations_under_no_quota=len(set(roster.among(STATIONS, frozenset())) - under_quota),
    )

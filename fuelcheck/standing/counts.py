"""The year's counted batches by month, township, product and period (时间、乡镇、产品、报告期)."""

from collections import Counter
from dataclasses import replace
from datetime import date

from fuelcheck.law.values import QuotaKind
from fuelcheck.rules.counting import counts
from fuelcheck.rules.pace import expected
from fuelcheck.rules.year import month_end
from fuelcheck.standing.asked import STATIONS, Asked, is_motor_fuel, is_urea
from fuelcheck.standing.evaluation import LedgerRow, MonthCount, ProductCount, Span, TownshipCount
from fuelcheck.words import Conclusion, Ownership, Period, Product, SiteKind


def by_month(asked: Asked, required: int) -> tuple[MonthCount, ...]:
    """The months from the year's first to the as-of day's."""
    months = []
    cumulative = 0
    for month in asked.year.months():
        if month > asked.last:
            break
        rows = [r for r in asked.ledger if _month(r.batch.sampled_on) == month]
        counted = [r for r in rows if r.counted]
        fuel = sum(map(is_motor_fuel, counted))
        cumulative += fuel
        months.append(
            MonthCount(
                month, fuel, sum(map(is_urea, counted)), sum(_pending(asked, r) for r in rows), _failed(counted),
                cumulative, expected(required, asked.year, min(month_end(month), asked.last)),
            )
        )  # fmt: skip
    return tuple(months)


def by_township(asked: Asked) -> tuple[TownshipCount, ...]:
    """Every township of the policy, then others that sites lie in; by the policy's order."""
    names = list(dict.fromkeys([t.name for t in asked.policy.townships] + [s.township for s in asked.sites.values()]))
    return tuple(_township(asked, name) for name in names)


def _township(asked: Asked, name: str) -> TownshipCount:
    coverage = [q for q in asked.policy.quotas if q.kind is QuotaKind.SITES and q.share == 1]
    owed: set[tuple[SiteKind, Ownership]] = {(k, o) for q in coverage for k in q.kinds for o in q.ownerships}
    here = [s for s in asked.sites.values() if s.township == name and s.operating and s.kind in STATIONS]
    rows = [r for r in asked.counted() if r.site.township == name]
    sampled = {r.site.code for r in rows if is_motor_fuel(r)}
    private = [s for s in here if (s.kind, s.ownership) in owed]
    return TownshipCount(
        township=name,
        stations=len(here),
        covered=sum(s.code in sampled for s in here),
        private=len(private),
        private_covered=sum(s.code in sampled for s in private),
        motor_fuel=sum(map(is_motor_fuel, rows)),
        urea=sum(map(is_urea, rows)),
        failed=_failed(rows),
    )


def by_product(asked: Asked) -> tuple[ProductCount, ...]:
    """Counted batches by product, failures beside."""
    rows = list(asked.counted())
    counted = Counter(r.batch.product for r in rows)
    failed = Counter(r.batch.product for r in rows if r.batch.conclusion is Conclusion.FAIL)
    return tuple(ProductCount(p, counted[p], failed[p]) for p in Product if counted[p])


def span_of(asked: Asked, period: Period) -> Span:
    """The month or quarter of the roster day (or the year) up to the as-of day, and what was done in it."""
    first = _first_day(asked, period)
    rows = [r for r in asked.counted() if first <= r.batch.sampled_on]
    return Span(
        period, first, asked.last, sum(map(is_motor_fuel, rows)), sum(map(is_urea, rows)),
        len({r.site.code for r in rows}), _failed(rows),
    )  # fmt: skip


def _first_day(asked: Asked, period: Period) -> date:
    day = asked.last
    match period:
        case Period.YEAR:
            return asked.year.first
        case Period.QUARTER:
            return max(asked.year.first, date(day.year, (day.month - 1) // 3 * 3 + 1, 1))
        case Period.MONTH:
            return max(asked.year.first, day.replace(day=1))


def _month(day: date) -> date:
    return day.replace(day=1)


def _pending(asked: Asked, row: LedgerRow) -> bool:
    """Whether it would count if its report were there."""
    if row.batch.reported_on is not None:
        return False
    reported = replace(row.batch, reported_on=asked.as_of)
    return counts(asked.policy, asked.year, asked.as_of, reported, asked.roster.sites[row.batch.site])


def _failed(rows: list[LedgerRow]) -> int:
    return sum(r.batch.conclusion is Conclusion.FAIL for r in rows)

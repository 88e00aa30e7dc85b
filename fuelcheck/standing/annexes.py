"""What the annexes list about sites and batches: to sample, covered brands, depots."""

from datetime import date, datetime

from fuelcheck.law.values import QuotaKind
from fuelcheck.rules.status import LineStatus, Status
from fuelcheck.rules.year import month_end
from fuelcheck.standing.asked import Asked, is_motor_fuel, is_urea
from fuelcheck.standing.evaluation import DepotRow, LedgerRow, LeftUncovered, ToSample
from fuelcheck.store import versions
from fuelcheck.store.chain import row_id
from fuelcheck.store.session import View
from fuelcheck.words import Change


def to_sample(asked: Asked, status: Status) -> tuple[ToSample, ...]:
    """The stations that full coverage still misses, by township and code, with fruitless visits."""
    found: dict[str, ToSample] = {}
    for line in _coverage(status):
        for code in (c for c in line.missing if isinstance(c, str)):
            visits = tuple(v for v in asked.visits if v.site == code)
            found[code] = ToSample(asked.sites[code], code in line.pending, visits)
    return tuple(sorted(found.values(), key=lambda row: (row.site.township, row.site.code)))


def brand_sampled(asked: Asked, status: Status) -> tuple[LedgerRow, ...]:
    """The counted motor-fuel batches of the brands that a rate is set for, by brand and site."""
    brands = [o for line in status.quotas if _is_rate(line) for o in sorted(line.quota.ownerships)]
    rows = [r for r in asked.counted() if is_motor_fuel(r) and r.site.ownership in brands]
    return tuple(sorted(rows, key=lambda r: (brands.index(r.site.ownership), r.site.code, r.batch.sampled_on)))


def depots(asked: Asked, status: Status) -> tuple[DepotRow, ...]:
    """Each depot and producer with the state of every month of the year, by code."""
    rows = []
    for line in (one for one in status.quotas if one.quota.kind is QuotaKind.MONTHLY):
        for site in asked.sites.values():
            if site.kind in line.quota.kinds:
                months = tuple(_month_state(asked, line, site.code, month) for month in asked.year.months())
                rows.append(DepotRow(site, months))
    return tuple(sorted(rows, key=lambda row: row.site.code))


def _month_state(asked: Asked, line: LineStatus, code: str, month: date) -> str:
    if (code, month) in line.missing:
        return "due-pending" if (code, month) in line.pending else "due-missing"
    if month_end(month) <= asked.as_of:
        return "due-met" if asked.roster.operating_on(code, month_end(month)) else "not-due"
    return "open" if month <= asked.as_of else "not-due"


def urea(asked: Asked) -> tuple[LedgerRow, ...]:
    """The counted urea batches."""
    return tuple(r for r in asked.counted() if is_urea(r))


def other_levels(asked: Asked) -> tuple[LedgerRow, ...]:
    """Batches that stand and were ordered by a level that does not count."""
    return tuple(
        r for r in asked.ledger if not r.batch.void and r.batch.task and r.batch.task not in asked.policy.tasks
    )


def left_uncovered(view: View, asked: Asked, status: Status) -> tuple[LeftUncovered, ...]:
    """Stations that closed without having been sampled, with the moment at which that was recorded."""
    codes = sorted({code for line in _coverage(status) for code in line.left_uncovered})
    return tuple(LeftUncovered(asked.sites[code], _recorded(view, asked, code)) for code in codes)


def _recorded(view: View, asked: Asked, code: str) -> datetime | None:
    closing = asked.sites[code].closed_on
    dated = [c for c in asked.facts.changes if c.site == code and c.what is Change.CLOSED]
    if closing is not None and any(c.effective_on == closing for c in dated):
        row = row_id((code, closing.isoformat(), Change.CLOSED.value))
        return versions.first_moment(view.connection, view.division, "site_change", row, "recorded")
    entered = versions.first_moment(view.connection, view.division, "site", code, "closed")
    return entered or versions.first_moment(view.connection, view.division, "site", code, "created")


def _coverage(status: Status) -> list[LineStatus]:
    return [line for line in status.quotas if line.quota.kind is QuotaKind.SITES and line.quota.share == 1]


def _is_rate(line: LineStatus) -> bool:
    return line.quota.kind is QuotaKind.SITES and line.quota.share != 1

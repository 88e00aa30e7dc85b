"""The JSON object of a quota evaluation, as the contract promises it; further keys stand beside."""

from datetime import date, datetime
from typing import Any

from fuelcheck.china import CHINA
from fuelcheck.law.values import QuotaKind
from fuelcheck.rules.status import LineStatus, Status
from fuelcheck.standing.evaluation import MonthCount, Pace, QuotaReport, TownshipCount
from fuelcheck.standing.shown_laboratory import failing_object, flagged_object, overdue_object


def quota_object(report: QuotaReport) -> dict[str, Any]:
    """The object of ``fuelcheck quota --json`` and ``GET /api/v1/quotas/{year}``."""
    status = report.status
    return {
        "division": report.head.division,
        **status_object(status),
        "known_at": _moment(report.head.moment),
        "known_n": report.head.n,
        "example": report.example,
        "replaced": None if report.replaced is None else status_object(report.replaced),
        "pace": _pace(report.pace),
        "months": [_month(m) for m in report.months],
        "townships": [_township(t) for t in report.townships],
        "failing": [failing_object(f) for f in report.failing],
        "flagged": [flagged_object(f) for f in report.flagged],
        "overdue": [overdue_object(o) for o in report.overdue],
        "notices": [{"id": n.id, "code": n.code, "noun": n.noun, "row": n.row} for n in report.notices],
    }


def status_object(status: Status) -> dict[str, Any]:
    """The part of it that the rules alone determine."""
    policy, plan, beside = status.policy, status.plan, status.beside
    return {
        "year": status.year,
        "as_of": status.as_of.isoformat(),
        "roster_day": status.roster_day.isoformat(),
        "policy": {
            "id": policy.id, "number": policy.document.number, "expired_on": _day(policy.expired_on(status.as_of)),
            "sha256": policy.sha256,
        },
        "quotas": [_line(line) for line in status.quotas],
        "met": status.met,
        "beside": {
            "higher_level_batches": beside.higher_level_batches,
            "recheck_batches": beside.recheck_batches,
            "monitoring_batches": beside.monitoring_batches,
            "other_fuel_batches": beside.other_fuel_batches,
            "combined_brand": {"population": beside.combined_population, "covered": beside.combined_covered},
            "stations_under_no_quota": beside.stations_under_no_quota,
        },
        "visits": [{"site": v.site, "batches": v.batches, "closes": list(v.closes)} for v in plan.visits],
        "fewest_visits": {
            "count": len(plan.visits), "lower_bound": plan.lower_bound, "if_pending_reported": plan.if_pending_reported,
            "cannot_close": [_named(item) for item in plan.cannot_close],
        },
    }  # fmt: skip


def _line(line: LineStatus) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": line.quota.id, "name": line.quota.name, "clause": line.quota.clause, "required": line.required,
        "achieved": line.achieved, "in_progress": line.in_progress, "shortfall": line.shortfall, "met": line.met,
        "interpretation": line.quota.interpretation,
    }  # fmt: skip
    if line.population is not None:
        shown["population"] = line.population
    if line.quota.share == 1 or line.quota.kind is QuotaKind.MONTHLY:
        shown["missing"] = [_named(item) for item in line.missing]
        shown["pending"] = [_named(item) for item in line.pending]
    if line.quota.share == 1:
        shown["left_uncovered"] = list(line.left_uncovered)
    return shown


def _named(item: str | tuple[str, date]) -> str | list[str]:
    return item if isinstance(item, str) else [item[0], f"{item[1]:%Y-%m}"]


def _pace(pace: Pace) -> dict[str, Any]:
    return {
        "elapsed_days": pace.elapsed_days, "year_days": pace.year_days, "expected": pace.expected,
        "achieved": pace.achieved, "meets_on": _day(pace.meets_on), "december_heap": pace.december_heap,
    }  # fmt: skip


def _month(month: MonthCount) -> dict[str, Any]:
    return {
        "month": f"{month.month:%Y-%m}", "motor_fuel": month.motor_fuel, "urea": month.urea, "pending": month.pending,
        "failed": month.failed, "cumulative": month.cumulative, "expected": month.expected,
    }  # fmt: skip


def _township(town: TownshipCount) -> dict[str, Any]:
    return {
        "township": town.township, "stations": town.stations, "covered": town.covered, "private": town.private,
        "private_covered": town.private_covered, "motor_fuel": town.motor_fuel, "urea": town.urea,
        "failed": town.failed,
    }  # fmt: skip


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _moment(moment: datetime) -> str:
    """To the microsecond where there are any: asked again with this moment, the same acts are known."""
    return moment.astimezone(CHINA).isoformat()

"""The JSON object of the vehicle targets, as the contract promises it; further keys stand beside."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from fuelcheck.law.targets import TargetKind
from fuelcheck.rules.fleet import VehicleKey
from fuelcheck.rules.measures import MeasureStatus, Reported
from fuelcheck.rules.purchase_plan import PlanEffect
from fuelcheck.rules.target_pace import Forecast, MonthPoint, Progress
from fuelcheck.rules.target_status import Count, Targets, TargetStatus

_CENTS = Decimal("0.01")


def targets_object(
    division: str, targets: Targets, measures: Iterable[MeasureStatus] = (), progress: Iterable[Progress] = ()
) -> dict[str, Any]:
    """The object of ``fuelcheck targets --json`` and ``GET /api/v1/targets``; ``progress`` is shown per target."""
    policy = targets.policy
    ways = {way.status.target.id: way for way in progress}
    return {
        "division": division,
        "as_of": targets.as_of.isoformat(),
        "policy": {
            "id": policy.id, "number": policy.document.number, "expired_on": _day(policy.expired_on(targets.as_of)),
            "sha256": policy.sha256,
        },
        "targets": [target_object(line, ways.get(line.target.id)) for line in targets.lines],
        "measures": [measure_object(measure) for measure in measures],
    }  # fmt: skip


def target_object(line: TargetStatus, way: Progress | None = None) -> dict[str, Any]:
    """One entry of ``targets``; with ``way`` its months, forecast and owners as well."""
    target = line.target
    shown: dict[str, Any] = {
        "id": target.id, "clause": target.clause, "kind": target.kind, "numerator": line.numerator,
        "denominator": line.denominator, "required": _required(line), "met": line.met,
        "deadline": _day(line.deadline), "interpretation": line.interpretation, "exempt": len(line.exempt),
        "unknown": len(line.unknown),
        "name": target.name, "of": target.of, "area": target.area, "overdue": line.overdue,
        "categories": sorted(target.categories), "readings": list(target.readings), "vehicles": _vehicles(line),
        "by_category": [
            {"category": category, "numerator": numerator, "denominator": denominator}
            for category, numerator, denominator in line.by_category
        ],
    }  # fmt: skip
    if target.second_share is not None:
        shown["second_line"] = {"required": _share(target.second_share), "met": line.second_met}
    if target.kind is TargetKind.TREND:
        shown["year_before"] = None if line.year_before is None else _count(line.year_before)
        shown["falling"] = line.falling
    return shown if way is None else {**shown, "progress": _progress(way)}


def measure_object(status: MeasureStatus) -> dict[str, Any]:
    """One entry of ``measures``: figures as texts, null where nobody reported any."""
    measure = status.measure
    return {
        "id": measure.id, "clause": measure.clause, "kind": measure.kind, "name": measure.name, "unit": measure.unit,
        "required": str(measure.required), "base_year": measure.base_year, "met": status.met,
        "achieved": None if status.achieved is None else f"{status.achieved:f}",
        "deadline": _day(measure.deadline), "overdue": status.overdue, "interpretation": status.interpretation,
        "reported": [_reported(figure) for figure in status.history],
    }  # fmt: skip


def plan_object(effect: PlanEffect) -> dict[str, Any]:
    """What a purchase plan would change: each target on the day, without the plan and with it."""
    pairs = zip(effect.without.lines, effect.with_plan.lines, strict=True)
    return {
        "day": effect.day.isoformat(),
        "not_found": list(effect.not_found),
        "ambiguous": list(effect.ambiguous),
        "targets": [
            {"id": with_plan.target.id, "without": _standing(without), "with": _standing(with_plan)}
            for without, with_plan in pairs
        ],
    }


def _standing(line: TargetStatus) -> dict[str, Any]:
    return {"numerator": line.numerator, "denominator": line.denominator, "met": line.met}


def _required(line: TargetStatus) -> str | None:
    if line.target.kind is TargetKind.ZERO:
        return "0"
    return None if line.required is None else _share(line.required)


def _share(share: Decimal) -> str:
    """At least two decimals, more only where the policy has them."""
    return f"{share:.2f}" if share == share.quantize(_CENTS) else f"{share.normalize():f}"


def _vehicles(line: TargetStatus) -> dict[str, list[dict[str, str]]]:
    groups = {
        "left": line.left, "exempt": line.exempt, "unknown": line.unknown, "suspected": line.suspected,
        "estimated": line.estimated, "unplaced": line.unplaced, "not_granted": line.not_granted,
    }  # fmt: skip
    return {group: [_vehicle(key) for key in keys] for group, keys in groups.items()}


def _vehicle(key: VehicleKey) -> dict[str, str]:
    return {"plate": key.plate, "plate_kind": key.plate_kind, "vin": key.vin}


def _progress(way: Progress) -> dict[str, Any]:
    return {
        "months": [_month(point) for point in way.months],
        "forecast": None if way.forecast is None else _forecast(way.forecast),
        "needed": way.needed,
        "owners": [{"owner": left.owner, "left": len(left.vehicles)} for left in way.owners],
    }


def _month(point: MonthPoint) -> dict[str, Any]:
    return {"month": f"{point.month:%Y-%m}", "day": point.day.isoformat(), **_count(point.count)}


def _forecast(forecast: Forecast) -> dict[str, Any]:
    return {
        "assumption": forecast.assumption, "day": forecast.day.isoformat(), **_count(forecast.count),
        "met": forecast.met,
    }  # fmt: skip


def _reported(figure: Reported) -> dict[str, Any]:
    return {
        "year": figure.year, "value": f"{figure.value:f}", "source": figure.source, "evidence": figure.evidence,
    }  # fmt: skip


def _count(count: Count) -> dict[str, int | None]:
    return {"numerator": count.numerator, "denominator": count.denominator}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

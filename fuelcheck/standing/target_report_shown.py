"""The JSON object of the whole evaluation of vehicle targets: the contract's, with the vehicles in full beside."""

from datetime import date
from typing import Any

from fuelcheck.china import CHINA
from fuelcheck.rules.target_status import Targets
from fuelcheck.standing.target_report import TargetLine, TargetNotice, TargetReport, VehicleRow
from fuelcheck.standing.target_shown import plan_object, target_object, targets_object


def target_report_object(report: TargetReport) -> dict[str, Any]:
    """The object of ``fuelcheck targets --json`` and ``GET /api/v1/targets``."""
    shown = targets_object(report.head.division, report.targets, report.measures)
    return {
        **shown,
        "division_name": report.policy.division_name,
        "year": report.targets.year.number,
        "known_at": report.head.moment.astimezone(CHINA).isoformat(),
        "known_n": report.head.n,
        "example": report.example,
        "targets": [_line(line) for line in report.lines],
        "replaced": None if report.replaced is None else _replaced(report.replaced),
        "notices": [_notice(notice) for notice in report.notices],
        "register_notices": [
            {"id": notice.id, "code": notice.code, "noun": notice.noun, "row": notice.row}
            for notice in report.register_notices
        ],
    } | ({} if report.plan is None else {"plan": plan_object(report.plan)})


def _line(line: TargetLine) -> dict[str, Any]:
    """One target; its lists of vehicles say of each what the register knows and why it stands there."""
    shown = target_object(line.status, line.progress)
    lists = {
        "left": line.left, "unknown": line.unknown, "exempt": line.exempt, "unplaced": line.unplaced,
        "scrapped": line.scrapped, "moved_out": line.moved_out,
    }  # fmt: skip
    return {
        **shown,
        "vehicles": {**shown["vehicles"], **{name: list(map(_vehicle, rows)) for name, rows in lists.items()}},
    }


def _replaced(targets: Targets) -> dict[str, Any]:
    return {"policy": {"id": targets.policy.id}, "targets": [target_object(line) for line in targets.lines]}


def _vehicle(row: VehicleRow) -> dict[str, Any]:
    vehicle = row.vehicle
    return {
        "plate": vehicle.plate, "plate_kind": vehicle.plate_kind, "vin": vehicle.vin, "category": vehicle.category,
        "energy": vehicle.energy, "combustion": vehicle.combustion, "stage": vehicle.stage,
        "stage_source": vehicle.stage_source, "area": vehicle.area, "township": vehicle.township,
        "owner": vehicle.owner, "registered_on": _day(vehicle.registered_on), "why": row.why, "hint": row.hint,
        "suspected": row.suspected, "estimated": row.estimated, "exemption": row.exemption,
    }  # fmt: skip


def _notice(notice: TargetNotice) -> dict[str, Any]:
    return {"code": notice.code, "target": notice.target.id, "vehicles": [key.plate for key in notice.vehicles]}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

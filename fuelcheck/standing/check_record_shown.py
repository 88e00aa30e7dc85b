"""The JSON objects of remembered checks: a line of a list, a record with all that belongs to it, a summary.

Fields are named as the columns of the ledger. A list says nothing of drivers; a record has the mask.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from fuelcheck.china import CHINA
from fuelcheck.rules.fleet import VehicleFact
from fuelcheck.rules.roadside.fact import CheckFact
from fuelcheck.standing.check_record import CheckCount, CheckLine, CheckRecord, CheckSummary, FollowedUp, TankBatch
from fuelcheck.standing.check_shown import check_object
from fuelcheck.standing.evaluation import Head
from fuelcheck.store.versions import Step


def line_object(line: CheckLine) -> dict[str, Any]:
    """One object of ``fuelcheck check list --json``."""
    followed = line.follow_up
    return {
        **_fact_object(line.fact), "judgement": check_object(line.verdict),
        "follow_up": None if followed is None else _followed_object(followed),
    }  # fmt: skip


def record_object(record: CheckRecord) -> dict[str, Any]:
    """The object of ``fuelcheck check show --json``."""
    return {
        "division": record.head.division, "as_of": record.as_of.isoformat(), "known_at": _moment(record.head),
        "example": record.example, **line_object(record.line), "driver": record.driver or None,
        "driver_in_full": record.driver_in_full, "driver_erased": record.driver_erased,
        "fuel": None if record.fuel is None else _tank_object(record.fuel),
        "vehicle": None if record.vehicle is None else _vehicle_object(record.vehicle),
        "earlier": _brief(record.earlier), "earlier_of_owner": _brief(record.earlier_of_owner),
        "history": [_step_object(step) for step in record.history],
    }  # fmt: skip


def summary_object(summary: CheckSummary) -> dict[str, Any]:
    """The summary of a span of days; of its checks the numbers of those that failed, are open or overdue."""
    retests = summary.retests
    return {
        "division": summary.head.division, "as_of": summary.as_of.isoformat(), "known_at": _moment(summary.head),
        "example": summary.example, "first": summary.first.isoformat(), "last": summary.last.isoformat(),
        "total": _count(summary.total), "void": summary.void,
        "days": [{"day": one.day.isoformat(), **_count(one.count)} for one in summary.days],
        "places": [{"place": one.place or None, **_count(one.count)} for one in summary.places],
        "departments": [{"department": one.department or None, **_count(one.count)} for one in summary.departments],
        "methods": [{"method": one.method, **_count(one.count)} for one in summary.methods],
        "failures": [{"item": one.item, "failed": one.failed} for one in summary.failures],
        "retests": {
            "ordered": retests.ordered, "in_time": retests.in_time, "late": retests.late, "open": retests.open,
            "overdue": retests.overdue,
        },
        "failing": _numbers(summary.failing), "undecided": _numbers(summary.undecided),
        "overdue": _numbers(summary.overdue),
    }  # fmt: skip


def _fact_object(fact: CheckFact) -> dict[str, Any]:
    check = fact.check
    return {
        "record_no": fact.record_no, "kind": fact.kind, "checked_at": fact.checked_at, "place": fact.place or None,
        "longitude": fact.longitude or None, "latitude": fact.latitude or None, "datum": fact.datum,
        "departments": list(fact.departments), "police_unit": fact.police_unit or None,
        "officers": list(fact.officers), "plate": fact.plate, "plate_colour": fact.plate_colour,
        "vin": fact.vin or None, "vehicle_type": check.vehicle_type or None, "use": fact.use or None,
        "energy": check.energy, "stage": fact.stage, "registered_on": _text(fact.registered_on),
        "method": check.method, "readings": list(check.readings), "nox_ppm": check.nox_ppm or None,
        "power_percent": check.power_percent or None, "ringelmann": check.ringelmann or None, "obd": check.obd,
        "aftertreatment": check.aftertreatment, "urea": check.urea,
        "urea_mass_percent": check.urea_mass_percent or None, "urea_refraction": check.urea_refraction or None,
        "fuel_form_no": fact.fuel_form_no or None, "instrument": check.instrument or None,
        "calibrated_until": _text(check.calibrated_until), "action": fact.action or None,
        "retest_by": _text(fact.retest_by), "status": "void" if fact.void else "valid",
        "void_reason": fact.voided or None, "note": fact.note or None,
    }  # fmt: skip


def _followed_object(followed: FollowedUp) -> dict[str, Any]:
    standing = followed.standing
    return {
        "state": standing.state, "since": standing.since.isoformat(), "days_left": standing.days_left,
        "late": standing.late, "ordered_on": followed.order.ordered_on.isoformat(),
        "retest_by": _text(followed.order.retest_by),
        "steps": [
            {"n": one.n, "step": one.what, "day": one.on.isoformat(), "evidence": one.evidence or None}
            for one in followed.steps
        ],
    }  # fmt: skip


def _tank_object(fuel: TankBatch) -> dict[str, Any]:
    return {
        "form_no": fuel.form_no, "sampled_on": fuel.sampled_on.isoformat(), "product": fuel.product,
        "grade": fuel.grade or None, "laboratory": fuel.laboratory or None, "report_no": fuel.report_no or None,
        "reported_on": _text(fuel.reported_on), "conclusion": fuel.conclusion,
        "status": "void" if fuel.void else "valid",
    }  # fmt: skip


def _vehicle_object(vehicle: VehicleFact) -> dict[str, Any]:
    return {
        "plate": vehicle.plate, "plate_kind": vehicle.plate_kind or None, "vin": vehicle.vin or None,
        "vehicle_type": vehicle.vehicle_type or None, "category": vehicle.category, "energy": vehicle.energy,
        "stage": vehicle.stage, "owner": vehicle.owner or None, "registered_on": _text(vehicle.registered_on),
    }  # fmt: skip


def _brief(lines: Sequence[CheckLine]) -> list[dict[str, Any]]:
    return [
        {
            "record_no": line.record_no, "checked_at": line.fact.checked_at, "plate": line.fact.plate,
            "place": line.fact.place or None, "verdict": line.verdict.verdict,
            "state": line.follow_up.standing.state if line.follow_up is not None else None,
        }
        for line in lines
    ]  # fmt: skip


def _step_object(step: Step) -> dict[str, Any]:
    return {
        "n": step.n, "moment": step.moment.astimezone(CHINA).isoformat(), "who": step.who, "reason": step.reason,
        "noun": step.noun, "row": step.row_id, "kind": step.kind,
        "fields": [{"column": column, "old": old, "new": new} for column, old, new in step.fields],
    }  # fmt: skip


def _count(count: CheckCount) -> dict[str, int]:
    return {
        "checked": count.checked, "clean": count.clean, "failed": count.failed, "undecided": count.undecided,
    }  # fmt: skip


def _numbers(lines: Sequence[CheckLine]) -> list[str]:
    return [line.record_no for line in lines]


def _moment(head: Head) -> str:
    return head.moment.astimezone(CHINA).isoformat()


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

"""The lists of the phase-out list, in order: to go by township and owner, unknown, gone, left out."""

from collections.abc import Callable
from dataclasses import replace

from fuelcheck.reports.annex import Annex
from fuelcheck.reports.phase_out_words import zero_lines
from fuelcheck.reports.sentences import Sentences
from fuelcheck.reports.vehicle_annex import Listed, by_place, vehicle_annex
from fuelcheck.standing.target_report import TargetLine, TargetReport, VehicleRow

_TO_GO = ("township", "owner", "plate", "vin", "category", "energy", "stage", "combustion", "registered_on")
_UNKNOWN = (
    "township", "owner", "plate", "vin", "category", "energy", "stage", "registered_on", "why", "hint",
)  # fmt: skip
_SCRAPPED = (
    "township", "owner", "plate", "vin", "category", "energy", "stage", "combustion", "scrapped_on", "why",
)  # fmt: skip
_MOVED_OUT = (*_SCRAPPED[:-2], "moved_out_on", "why")
_EXEMPT = ("township", "owner", "plate", "vin", "category", "energy", "stage", "combustion", "exemption")


def phase_out_annexes(report: TargetReport, say: Sentences) -> tuple[Annex, ...]:
    """All lists, numbered by their place."""

    def listed(rows: Callable[[TargetLine], tuple[VehicleRow, ...]]) -> list[Listed]:
        return by_place(report.policy, [(line.target, row) for line in zero_lines(report) for row in rows(line)])

    found = (
        *(_to_go(report, line, say) for line in zero_lines(report)),
        vehicle_annex("unknown", _UNKNOWN, listed(lambda line: line.unknown), say, note=say("annexes.look_up")),
        vehicle_annex("unplaced", _UNKNOWN[:-2], listed(lambda line: line.unplaced), say),
        vehicle_annex("scrapped", _SCRAPPED, listed(lambda line: line.scrapped), say, note=say("annexes.gone")),
        vehicle_annex("moved_out", _MOVED_OUT, listed(lambda line: line.moved_out), say, note=say("annexes.moved")),
        vehicle_annex("exempt", _EXEMPT, listed(lambda line: line.exempt), say),
    )
    return tuple(replace(annex, number=number) for number, annex in enumerate(found, start=1))


def _to_go(report: TargetReport, line: TargetLine, say: Sentences) -> Annex:
    rows = by_place(report.policy, [(line.target, row) for row in line.left])
    note = say("annexes.estimated_note") if any(row.estimated for row in line.left) else ""
    return vehicle_annex("to_go", _TO_GO, rows, say, of=line.target.name, note=note)

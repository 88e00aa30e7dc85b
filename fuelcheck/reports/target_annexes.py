"""The annexes of the electrification report, in order: the vehicles behind each figure, figures, changes."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from fuelcheck.reports.annex import ROW, Annex, Field, numbered
from fuelcheck.reports.record_annexes import changes, notices
from fuelcheck.reports.sentences import Sentences
from fuelcheck.reports.target_figures import reported_value
from fuelcheck.reports.vehicle_annex import Listed, plate_kind, vehicle_annex
from fuelcheck.standing.evaluation import ChangeRow
from fuelcheck.standing.target_report import TargetLine, TargetReport, VehicleRow

_LEFT = (
    "plate", "plate_kind", "category", "energy", "stage", "area", "township", "owner", "registered_on", "why",
)  # fmt: skip
_UNKNOWN = (
    "target", "plate", "plate_kind", "category", "energy", "stage", "township", "owner", "registered_on", "why", "hint",
)  # fmt: skip
_EXEMPT = ("target", "plate", "plate_kind", "category", "energy", "township", "owner", "exemption")
_UNPLACED = (
    "target", "plate", "plate_kind", "category", "energy", "stage", "township", "owner", "registered_on",
)  # fmt: skip
_TO_CHECK = ("target-stage-estimated", "target-not-exempt")
"""Notices whose vehicles stand on no other list."""


def target_annexes(report: TargetReport, say: Sentences) -> tuple[Annex, ...]:
    """All annexes of a report, numbered by their place."""
    found = (
        *(_left(line, say) for line in report.lines),
        vehicle_annex("unknown", _UNKNOWN, _of(report, lambda line: line.unknown), say, note=say("annexes.hints")),
        vehicle_annex("unplaced", _UNPLACED, _of(report, lambda line: line.unplaced), say),
        vehicle_annex("exempt", _EXEMPT, _of(report, lambda line: line.exempt), say),
        _to_check(report, say),
        notices(report.register_notices, say),
        _reported(report, say),
        changes(_named(report), report.last_document, say),
    )
    return tuple(replace(annex, number=number) for number, annex in enumerate(found, start=1))


def _left(line: TargetLine, say: Sentences) -> Annex:
    return vehicle_annex("left", _LEFT, ((line.target, row) for row in line.left), say, of=line.target.name)


def _of(report: TargetReport, rows: Callable[[TargetLine], tuple[VehicleRow, ...]]) -> Iterator[Listed]:
    return ((line.target, row) for line in report.lines for row in rows(line))


def _to_check(report: TargetReport, say: Sentences) -> Annex:
    """Vehicles of which a cell should be looked up, whatever the target says about them."""
    fields = (ROW, Field("target", wraps=True), Field("plate", whole=True), Field("plate_kind", "center"),
              Field("vin", whole=True), Field("matter", wraps=True))  # fmt: skip
    rows = numbered(
        (notice.target.name, key.plate, plate_kind(key.plate_kind), key.vin or None, say(f"matters.{notice.code}"))
        for notice in report.notices
        if notice.code in _TO_CHECK
        for key in notice.vehicles
    )
    return Annex("to_check", fields, rows, stacked=tuple((field.name,) for field in fields))


def _named(report: TargetReport) -> Iterator[ChangeRow]:
    """The changes; a reported figure is called by its measure's name."""
    names = {measure.id: measure.name for measure in report.policy.measures}
    for row in report.changes:
        id_, _, year = row.row.partition(" ")
        yield replace(row, row=f"{names[id_]} {year}") if row.noun == "measure_value" and id_ in names else row


def _reported(report: TargetReport, say: Sentences) -> Annex:
    """Every figure that departments reported, with its source and the digest of its evidence."""
    fields = (ROW, Field("measure", wraps=True), Field("year", "center"), Field("value", "right"),
              Field("source", wraps=True), Field("evidence", wraps=True))  # fmt: skip
    rows = numbered(
        (one.measure.name, figure.year, reported_value(one.measure, figure), figure.source, figure.evidence or None)
        for one in report.measures
        for figure in one.history
    )
    return Annex("reported", fields, rows)

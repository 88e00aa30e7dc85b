"""The annexes of the summary of checks: those that failed, whose re-test is overdue, that are open, and all.

Plates and owners' affairs stand on them in full: the paper is the recording department's own.
"""

from collections.abc import Iterator
from dataclasses import replace

from fuelcheck.reports.annex import ROW, Annex, Field, numbered
from fuelcheck.reports.check_findings import limit_text, open_points, value_text
from fuelcheck.reports.figures import Cell
from fuelcheck.reports.sentences import Sentences
from fuelcheck.standing.check_record import CheckLine, CheckSummary
from fuelcheck.words import Verdict


def annexes_of(summary: CheckSummary, say: Sentences) -> tuple[Annex, ...]:
    """All annexes, numbered by their place."""
    found = (_failing(summary, say), _overdue(summary, say), _undecided(summary, say), _ledger(summary, say))
    return tuple(replace(annex, number=number) for number, annex in enumerate(found, start=1))


def _failing(summary: CheckSummary, say: Sentences) -> Annex:
    fields = (
        ROW, Field("record_no"), Field("checked_on", "center"), Field("plate"), Field("colour"),
        Field("vehicle_type"), Field("place", wraps=True), Field("item", wraps=True), Field("measured", "center"),
        Field("limit", "center"), Field("action", wraps=True), Field("retest_by", "center"), Field("state", "center"),
    )  # fmt: skip
    rows = numbered(row for line in summary.failing for row in _failed_rows(line, say))
    stacked = (
        ("n",), ("record_no", "checked_on"), ("plate", "colour", "vehicle_type"), ("place",), ("item",),
        ("measured", "limit"), ("action",), ("retest_by", "state"),
    )  # fmt: skip
    note = say("annexes.failing.note")
    return Annex("failing", fields, rows, note, stacked, things=len(summary.failing))


def _failed_rows(line: CheckLine, say: Sentences) -> Iterator[tuple[Cell, ...]]:
    fact = line.fact
    for item in line.verdict.items:
        if item.formal and item.verdict is Verdict.FAIL:
            name = say("values.point", item=item.item.zh, point=item.point) if item.point else item.item.zh
            yield (
                line.record_no, fact.checked_on, fact.plate, _colour(line),
                fact.check.vehicle_type or None, fact.place or None, name, value_text(item), limit_text(item),
                fact.action or None, fact.retest_by, _state(line, say),
            )  # fmt: skip


def _overdue(summary: CheckSummary, say: Sentences) -> Annex:
    fields = (
        ROW, Field("record_no"), Field("checked_on", "center"), Field("plate"), Field("place", wraps=True),
        Field("failed_items", wraps=True), Field("retest_by", "center"), Field("days", "right"),
    )  # fmt: skip
    rows = numbered(
        (line.record_no, line.fact.checked_on, line.fact.plate, line.fact.place or None, _failed(line, say),
         line.fact.retest_by, _days_over(line))
        for line in summary.overdue
    )  # fmt: skip
    return Annex("overdue", fields, rows)


def _days_over(line: CheckLine) -> int | None:
    left = line.follow_up.standing.days_left if line.follow_up else None
    return None if left is None else -left


def _undecided(summary: CheckSummary, say: Sentences) -> Annex:
    fields = (
        ROW, Field("record_no"), Field("checked_on", "center"), Field("plate"), Field("place", wraps=True),
        Field("why", wraps=True),
    )  # fmt: skip
    rows = numbered(
        (line.record_no, line.fact.checked_on, line.fact.plate, line.fact.place or None, _why(line, say))
        for line in summary.undecided
    )
    return Annex("undecided", fields, rows, say("annexes.undecided.note"))


def _why(line: CheckLine, say: Sentences) -> str:
    return say("values.sentences").join(open_points(line.verdict, say("values.joint")))


def _ledger(summary: CheckSummary, say: Sentences) -> Annex:
    fields = (
        ROW, Field("record_no"), Field("checked_on", "center"), Field("plate"), Field("place", wraps=True),
        Field("method", "center"), Field("verdict", "center"), Field("failed_items", wraps=True),
    )  # fmt: skip
    rows = numbered(
        (line.record_no, line.fact.checked_on, line.fact.plate, line.fact.place or None,
         line.fact.check.method.zh if line.fact.check.method else None, _verdict(line, say), _failed(line, say) or None)
        for line in summary.lines
    )  # fmt: skip
    return Annex("ledger", fields, rows)


def _colour(line: CheckLine) -> str | None:
    return line.fact.plate_colour.zh if line.fact.plate_colour else None


def _failed(line: CheckLine, say: Sentences) -> str:
    return say("values.joint").join(item.zh for item in line.failed_items)


def _verdict(line: CheckLine, say: Sentences) -> str:
    if line.fact.void:
        return say("values.void")
    verdict = line.verdict.verdict
    return say("values.undecided") if verdict is Verdict.UNDECIDED else verdict.zh


def _state(line: CheckLine, say: Sentences) -> str | None:
    if line.follow_up is None:
        return None
    standing = line.follow_up.standing
    late = standing.late and not line.follow_up.overdue
    return say("values.retest_closed_late", state=standing.state.zh) if late else standing.state.zh

"""What changed since the last issued document: corrections, voids, and what was recorded late."""

from collections.abc import Iterator
from datetime import date

from fuelcheck.standing.asked import Asked
from fuelcheck.standing.evaluation import ChangeRow, LastDocument
from fuelcheck.store import versions
from fuelcheck.store.registers import last_document
from fuelcheck.store.session import View
from fuelcheck.store.types import moment_of
from fuelcheck.store.versions import Step

KIND = "quota"
_CORRECTIONS = frozenset({"amended", "voided", "restored", "withdrawn", "undone", "removed", "closed"})
_INTERNAL = frozenset({"visit_id", "year"})
_DERIVED = frozenset({"reported_on"})
_OF_A_REPORT = frozenset({"report_no", "reported_on", "conclusion", "failed_items", "laboratory", "note"})
_DAYS = {"batch": "sampled_on", "report": "reported_on", "site_change": "effective_on", "site": "opened_on"}
"""The day that a row is about: one before the last document's was not there to be counted."""


def last_of(view: View, year: int) -> LastDocument | None:
    """The last document issued for that year, as far as the view knows."""
    row = last_document(view.connection, view.division, KIND, year)
    if row is None:
        return None
    issued = versions.first_moment(view.connection, view.division, "document", row["number"], "issued")
    return LastDocument(
        row["number"], date.fromisoformat(row["as_of"]), issued or moment_of(row["printed_at"]), row["known_n"]
    )


def changes(view: View, asked: Asked, last: LastDocument | None) -> tuple[ChangeRow, ...]:
    """What acts since the last document did to what it said, in order."""
    if last is None:
        return ()
    steps = versions.since(view.connection, view.division, last.known_n, view.head.n, tuple(_DAYS))
    return tuple(_rows(asked, last, steps))


def _rows(asked: Asked, last: LastDocument, steps: Iterator[Step]) -> Iterator[ChangeRow]:
    for step in steps:
        late = step.before is None and _day(step) <= last.as_of.isoformat()
        touches = step.kind in _CORRECTIONS or late or _fills_what_was_said(step, last)
        if touches and _of_the_year(asked, step):
            kind = "recorded_late" if late and step.kind not in _CORRECTIONS else step.kind
            fields = () if kind == "recorded_late" else tuple(f for f in step.fields if f[0] not in _INTERNAL)
            yield ChangeRow(step.n, step.moment, step.who, step.noun, step.row_id, kind, fields, step.reason or "")


def _fills_what_was_said(step: Step, last: LastDocument) -> bool:
    """Whether an empty cell was filled that the last document's day could have counted by.

    A report that came later than that day is the ordinary course and no change of what was said.
    """
    if step.before is None or step.after is None:
        return False
    filled = {column for column, _, _ in step.fields}
    if step.noun == "batch" and filled <= _DERIVED:  # its report's own row is listed
        return False
    reported = step.after.get("reported_on")
    return not filled <= _OF_A_REPORT or (reported is not None and str(reported) <= last.as_of.isoformat())


def _day(step: Step) -> str:
    """The day that the new row is about; one without a day is about all days."""
    row = step.after or step.before or {}
    return str(row.get(_DAYS[step.noun]) or "")


def _of_the_year(asked: Asked, step: Step) -> bool:
    """Whether the year's figures can rest on the row."""
    row = step.after or step.before or {}
    if step.noun == "batch":
        return asked.year.first.isoformat() <= str(row["sampled_on"]) <= asked.year.last.isoformat()
    if step.noun == "report":
        return any(r.batch.form_no == row["form_no"] for r in asked.ledger)
    return _day(step) <= asked.last.isoformat()

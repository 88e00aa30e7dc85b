"""What changed since the last issued document: corrections, voids, and what was recorded late."""

from collections.abc import Iterator
from datetime import date

from fuelcheck.standing.asked import Asked
from fuelcheck.standing.evaluation import ChangeRow, LastDocument
from fuelcheck.store import versions
from fuelcheck.store.registers import last_document
from fuelcheck.store.session import View
from fuelcheck.store.types import Content, moment_of
from fuelcheck.store.versions import Step

KIND = "quota"
_CORRECTIONS = frozenset({"amended", "voided", "restored", "withdrawn", "replaced", "undone", "removed", "closed"})
_INTERNAL = frozenset({"visit_id", "year"})
_FIGURES = frozenset({
    "task", "purpose", "product", "site_code", "sampled_on", "status", "kind", "ownership", "township", "opened_on",
    "closed_on", "value",
})  # fmt: skip
"""Columns that decide what counts where; filling another one (an address) changes no figure."""
_DAYS = {"batch": "sampled_on", "report": "reported_on", "site_change": "effective_on", "site": "opened_on"}
"""The day that a row is about: one before the last document's was not there to be counted."""


def last_of(view: View, year: int, kind: str = KIND) -> LastDocument | None:
    """The last document of that kind issued for that year, as far as the view knows."""
    row = last_document(view.connection, view.division, kind, year)
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
    """Whether an empty cell was filled on which the last document's figures rest.

    A report that came later than that document's day is the ordinary course.
    """
    if step.before is None or step.after is None:
        return False
    filled = {column for column, _, _ in step.fields}
    reported = step.after.get("reported_on") if step.noun == "report" else None
    return bool(filled & _FIGURES) or (reported is not None and str(reported) <= last.as_of.isoformat())


def _day(step: Step) -> str:
    """The day that the new row is about; one without a day is about all days."""
    return _day_of(step.noun, step.after or step.before or {})


def _day_of(noun: str, row: Content) -> str:
    return str(row.get(_DAYS[noun]) or "")


def _of_the_year(asked: Asked, step: Step) -> bool:
    """Whether the year's figures can rest on the row as it was, or as it is: a change may move it out."""
    return any(_touches(asked, step.noun, row) for row in (step.before, step.after) if row is not None)


def _touches(asked: Asked, noun: str, row: Content) -> bool:
    if noun == "batch":
        return asked.year.first.isoformat() <= str(row["sampled_on"]) <= asked.year.last.isoformat()
    if noun == "report":
        return any(r.batch.form_no == row["form_no"] for r in asked.ledger)
    return _day_of(noun, row) <= asked.last.isoformat()

"""What acts since the last issued targets document did to vehicles and figures that it rested on."""

from collections.abc import Iterator

from fuelcheck.standing.evaluation import ChangeRow, LastDocument
from fuelcheck.store import versions
from fuelcheck.store.session import View
from fuelcheck.store.versions import Step

KIND = "targets"
"""What documents about the vehicle targets are called in the store."""

_NOUNS = ("vehicle", "measure_value")
_ARRIVALS = ("moved_in_on", "registered_on")
_EVENTS = frozenset({"registered_on", "moved_in_on", "moved_out_on", "scrapped_on"})
_FIGURES = frozenset({"category", "energy", "combustion", "stage", "area", "exemption", "value"})
"""Columns that decide what counts where; filling another one (an owner) changes no figure."""


def changes(view: View, last: LastDocument | None) -> tuple[ChangeRow, ...]:
    """Corrections, and what had happened by the last document's day but was recorded after it, in order."""
    if last is None:
        return ()
    steps = versions.since(view.connection, view.division, last.known_n, view.head.n, _NOUNS)
    return tuple(_row(step, last) for step in steps if _touches(step, last))


def _row(step: Step, last: LastDocument) -> ChangeRow:
    late = _late(step, last)
    kind, fields = ("recorded_late", ()) if late else (step.kind, step.fields)
    return ChangeRow(step.n, step.moment, step.who, step.noun, _called(step), kind, fields, step.reason or "")


def _touches(step: Step, last: LastDocument) -> bool:
    """Whether what the last document said can rest on it; what befell a vehicle later is the ordinary course."""
    if step.before is None:
        return _late(step, last)
    if step.after is None or step.kind == "undone":
        return True
    changed = {column: (old, new) for column, old, new in step.fields}
    day = last.as_of.isoformat()
    moved = any(min(filter(None, changed[column])) <= day for column in _EVENTS & changed.keys())
    return moved or not _FIGURES.isdisjoint(changed)


def _late(step: Step, last: LastDocument) -> bool:
    """Whether it is a new row about the last document's day or one before it; one without a day is about all days."""
    if step.before is not None or step.after is None:
        return False
    if step.noun == "measure_value":
        return int(str(step.after["year"])) < last.as_of.year
    arrival = next((day for column in _ARRIVALS if (day := step.after[column])), "")
    return str(arrival) <= last.as_of.isoformat()


def _called(step: Step) -> str:
    """How people know the row: a vehicle by its plate, a figure by measure and year."""
    row = next(filter(None, _both(step)))
    return str(row["plate"]) if step.noun == "vehicle" else f"{row['measure']} {row['year']}"


def _both(step: Step) -> Iterator[dict[str, object] | None]:
    yield from (step.after, step.before)

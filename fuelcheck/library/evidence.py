"""The evidence: verified, its head, its acts, the history of a record."""

from collections.abc import Iterable

from fuelcheck.rules.identifiers.writing import tidy
from fuelcheck.standing import vehicle_record
from fuelcheck.store import fleet, personal, versions
from fuelcheck.store.session import Store, View
from fuelcheck.store.verifying import Anchor, Finding, chain_end, read_anchors, verify
from fuelcheck.store.versions import ActLine, Step


def verify_audit(store: Store, anchors: str | None = None, *, division: str | None = None) -> list[Finding]:
    """All that does not fit in a division's evidence; ``anchors``: lines as ``audit head`` prints them."""
    kept = [] if anchors is None else read_anchors(anchors)
    with store.evidence(division) as (connection, code):
        return verify(connection, code, kept)


def audit_head(store: Store, *, division: str | None = None) -> Anchor:
    """The newest act of a division, as an anchor that somebody else may keep."""
    with store.evidence(division) as (connection, code):
        return chain_end(connection, code)


def audit_acts(store: Store, *, kind: str | None = None, division: str | None = None) -> list[ActLine]:
    """The acts of a division in order, on request of one kind."""
    with store.reading(division) as view:
        return versions.acts(view.connection, view.division, kind)


def audit_history(store: Store, record: str, *, division: str | None = None) -> list[Step]:
    """The history of every row known by that code, of vehicles also by plate or VIN, oldest first."""
    with store.reading(division) as view:
        steps = versions.of_row(view.connection, view.division, record)
        named = fleet.ids_named(view.connection, view.division, tidy(record))
        return steps + _erased(view, steps) + list(vehicle_record.history(view, named))


def _erased(view: View, steps: Iterable[Step]) -> list[Step]:
    """The erasing of what was personal in those rows."""
    subjects = {personal.subject_of(step.noun, step.row_id) for step in steps if step.noun in personal.FIELDS}
    return [step for subject in sorted(subjects) for step in versions.of_row(view.connection, view.division, subject)]

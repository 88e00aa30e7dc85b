"""Rows of 车辆 on their way in: their identifiers are read, and each finds the vehicle that it means."""

from collections.abc import Iterator, Mapping, Sequence

from fuelcheck.ledgers.draft import Draft
from fuelcheck.ledgers.known import Values
from fuelcheck.ledgers.vehicle_joining import Joining
from fuelcheck.ledgers.vehicle_plates import read_identifiers
from fuelcheck.ledgers.vehicle_rows import Row


def resolve_vehicles(drafts: Sequence[Draft], stored: Mapping[str, Values]) -> None:
    """Add the column ``id`` of the vehicle that each row means; None where the row names none.

    ``stored`` are the vehicles of the store by id. What a person decided is used up here.
    """
    rows = [row for one in drafts for row in _rows(one)]
    for one in drafts:
        one.columns["id"] = [None] * len(one.table.rows)
    for row, id_ in Joining(stored).join(rows):
        row.draft.columns["id"][row.n] = id_
        row.draft.columns["plate_kind"][row.n] = row.cells.get("plate_kind", "")


def _rows(one: Draft) -> Iterator[Row]:
    """The rows that have a plate; of a refused cell nothing is known."""
    presumed = read_identifiers(one)
    decisions = one.columns.pop("decision", None) or [""] * len(presumed)
    names = list(one.columns)
    for n, values in enumerate(zip(*one.columns.values(), strict=True)):
        cells = {name: value for name, value in zip(names, values, strict=True) if value}
        if "plate" in cells:
            yield Row(one, n, cells, decisions[n] or "", presumed[n])

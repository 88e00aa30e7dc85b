"""Rows of 路检 on their way in: the records and batches that they name, who drove, and what a person should look at.

The name of a driver is held against the recorded one without being told it: the store is asked. A name
that was erased does not come back through an old ledger, and a masked one (张*) says nothing.
"""

from collections.abc import Iterator, Mapping, Sequence

from fuelcheck.ledgers.directory import Codes
from fuelcheck.ledgers.draft import Draft
from fuelcheck.ledgers.known import Known, Values
from fuelcheck.ledgers.resolving import check_forms, meet_numbers
from fuelcheck.rules.identifiers.plates import read_plate
from fuelcheck.rules.masking import STAR
from fuelcheck.words import BatchStatus, PlateColour

_SEEN = ("record_no", "plate", "plate_colour", "checked_at")

Passing = tuple[str, str]
"""A plate and a moment."""


def resolve_checks(drafts: Sequence[Draft], known: Known, forms: Codes) -> None:
    """Meet what the rows name, of the store or of the same command; ``forms`` are the known batches."""
    codes = Codes(known.roadside_checks)
    for one in drafts:
        meet_numbers(one, "record_no", codes)
        check_forms(one, "fuel_form_no", forms, "unknown-form-no")
        _meet_drivers(one, known)
    _notice(drafts, known.roadside_checks)


def _meet_drivers(one: Draft, known: Known) -> None:
    """Give the recorded driver's name the form that the store shows; what says nothing becomes an empty cell."""
    if "driver" not in one.columns:
        return
    erased: list[int] = []
    masked: list[int] = []
    for row, (record_no, name) in enumerate(zip(one.column("record_no"), one.column("driver"), strict=True)):
        held = known.roadside_checks.get(record_no or "", {}).get("driver", "")
        same = known.is_driver(record_no, name) if record_no and name and held else False
        if same is None and name != held:
            erased.append(row)
        if same is None or same or (name and name == held):
            one.columns["driver"][row] = held
        elif name and STAR in name:
            masked.append(row)
            one.columns["driver"][row] = ""
    for code, rows in (("driver-erased", erased), ("driver-masked", masked)):
        if rows:
            one.notices.append(one.remark(rows[0], "driver", code, count=len(rows)))


def _notice(drafts: Sequence[Draft], checks: Mapping[str, Values]) -> None:
    """Plates that cannot have the colour beside them, and one passing under two numbers."""
    first = {_passing(values): record_no for record_no, values in checks.items() if _stands(values)}
    for one in drafts:
        for row, (record_no, plate, colour, checked_at) in _rows_seen(one):
            before = checks.get(record_no, {})
            if (before.get("plate"), before.get("plate_colour")) != (plate, colour):
                _look_at_colour(one, row, plate, colour)
            other = first.setdefault((plate, checked_at), record_no)
            if other != record_no and _passing(before) != (plate, checked_at):
                one.notices.append(one.remark(row, "record_no", "check-twice", plate=plate, other=other))


def _rows_seen(one: Draft) -> Iterator[tuple[int, tuple[str, str, str, str]]]:
    """The rows that name record, plate and moment, with the colour where there is one."""
    for row, cells in enumerate(zip(*(one.column(name) for name in _SEEN), strict=True)):
        record_no, plate, colour, checked_at = cells
        if record_no and plate and checked_at and colour is not None:
            yield row, (record_no, plate, colour, checked_at)


def _passing(values: Values) -> Passing:
    return values.get("plate", ""), values.get("checked_at", "")


def _stands(values: Values) -> bool:
    return values.get("status") != BatchStatus.VOID


def _look_at_colour(one: Draft, row: int, plate: str, colour: str) -> None:
    """Text and colour were read by a person at the roadside: a contradiction is told, not refused."""
    read = read_plate(plate)
    if colour and read.kinds and not read.kinds_in(PlateColour(colour)):
        allowed = "、".join(word.zh for word in read.colours)
        said = {"plate": plate, "colour": PlateColour(colour).zh, "allowed": allowed}
        one.notices.append(one.remark(row, "plate_colour", "plate-other-colour", **said))

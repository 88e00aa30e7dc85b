"""Where a row may mean one vehicle or another: what decides it, and what only a person can decide.

Each doubt is a fault of the row that names the vehicles and says what to write in 核对.
"""

from collections.abc import Sequence

from fuelcheck.ledgers.vehicle_rows import Row, Vehicle, apart, stay

_TELLING = ("category", "energy", "vehicle_type", "registered_on")
"""What does not change from one month to the next: a contradiction here may be another vehicle."""


def is_placed(row: Row, beside: Sequence[Vehicle]) -> bool:
    """Whether a row that fits no vehicle is surely another one; if it only says that it left, the day may be wrong."""
    came, left = stay(row.cells)
    if not beside or came or "vin" in row.cells:
        return True
    row.refuse("plate", "vehicle-left-before", other=named(beside), day=left)
    return False


def likelier(row: Row, possible: Sequence[Vehicle]) -> list[Vehicle]:
    """Of several those that left on the same day as the row's, which may be: not yet."""
    left = stay(row.cells)[1]
    fitting = [vehicle for vehicle in possible if stay(vehicle.cells)[1] == left]
    return fitting or list(possible)


def undoubted(row: Row, vehicle: Vehicle) -> Vehicle | None:
    """The vehicle, unless the row contradicts it in what does not change; None where a person must decide."""
    came, left = stay(row.cells)
    if _differ(row, vehicle, ("registered_on",)):
        days = {"day": row.cells["registered_on"], "its_day": vehicle.cells["registered_on"]}
        row.refuse("plate", "vehicle-other-day", other=vehicle.described, **days)
        return None
    unproved = vehicle.gone and not came and not left
    if unproved and ("vin" in row.cells or _differ(row, vehicle, _TELLING)):
        row.refuse("plate", "vehicle-gone", other=vehicle.described, gone=stay(vehicle.cells)[1])
        return None
    return vehicle


def _differ(row: Row, vehicle: Vehicle, names: tuple[str, ...]) -> bool:
    return any(name in row.cells and name in vehicle.cells and row.cells[name] != vehicle.cells[name] for name in names)


def the_same(row: Row, beside: Sequence[Vehicle]) -> Vehicle | None:
    """What a person called the same vehicle, if there is exactly one that can be meant."""
    there = [vehicle for vehicle in beside if not apart(row.cells, vehicle.cells)] or list(beside)
    there = there if len(there) == 1 else [vehicle for vehicle in there if not vehicle.gone] or there
    if len(there) == 1:
        return there[0]
    if there:
        row.refuse("decision", "vehicle-ambiguous", candidates=named(there))
    else:
        row.refuse("decision", "vehicle-unknown", plate=row.cells["plate"])
    return None


def named(vehicles: Sequence[Vehicle]) -> str:
    """How a message names several vehicles."""
    return "；".join(sorted(vehicle.described for vehicle in vehicles))

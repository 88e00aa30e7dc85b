"""Which vehicle a row means: of the store, of another row of the command, or a new one.

A VIN is one vehicle's; a plate with its kind is borne by one vehicle at a time and passes to the next
when the first was scrapped or moved out. Where a row fits two vehicles, or its plate is borne by one
that it contradicts, nothing is merged and nothing doubled: the row is refused until a person has
written in 核对 whether it is the same vehicle or another one. Rows that say when a vehicle left are
looked at first, so that the order of files and rows does not matter.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from uuid import NAMESPACE_OID, uuid5

from fuelcheck.ledgers.known import Values
from fuelcheck.ledgers.vehicle_doubts import is_placed, likelier, named, the_same, undoubted
from fuelcheck.ledgers.vehicle_rows import Row, Vehicle, apart, stay
from fuelcheck.words import Decision


class Joining:
    """All vehicles known so far; each row finds its own among them, or adds a new one."""

    def __init__(self, stored: Mapping[str, Values]) -> None:
        self._by_id: dict[str, Vehicle] = {}
        self._by_vin: dict[str, Vehicle] = {}
        self._by_plate: dict[str, list[Vehicle]] = defaultdict(list)
        for id_, values in stored.items():
            self._add(Vehicle(id_, {name: value for name, value in values.items() if value and name != "id"}))

    def join(self, rows: Iterable[Row]) -> Iterator[tuple[Row, str | None]]:
        """Each row with the id of its vehicle; None where it was refused."""
        first, rest = _parted(rows, self._by_vin)
        for row in (*first, *sorted(rest, key=lambda row: row.order)):
            vehicle = self._of(row)
            if vehicle is not None:
                self._learn(vehicle, row)
            yield row, None if vehicle is None else vehicle.id

    def _of(self, row: Row) -> Vehicle | None:
        vin = row.cells.get("vin", "")
        known = self._by_vin.get(vin)
        if known is not None:
            if row.decision == Decision.OTHER and row.cells["plate"] != known.cells["plate"]:
                row.refuse("decision", "vehicle-of-that-vin", vin=vin, plate=known.cells["plate"])
                return None
            return known
        beside = [vehicle for vehicle in self._by_plate[row.cells["plate"]] if _of_one_kind(row, vehicle)]
        match row.decision:
            case Decision.OTHER:
                return self._another(row)
            case Decision.SAME:
                return the_same(row, beside)
        alike = next((vehicle for vehicle in beside if _says_nothing_new(row, vehicle)), None)
        if alike is not None:
            return alike
        there = [vehicle for vehicle in beside if not apart(row.cells, vehicle.cells)]
        return self._fitting(row, there) if there or is_placed(row, beside) else None

    def _fitting(self, row: Row, there: Sequence[Vehicle]) -> Vehicle | None:
        """The one of ``there`` that the row can mean, a new one where there is none; None where that is in doubt."""
        vin = row.cells.get("vin", "")
        possible = [vehicle for vehicle in there if not (vin and "vin" in vehicle.cells)]
        if len(possible) > 1:
            possible = likelier(row, possible)
        if len(possible) > 1:
            row.refuse("plate", "vehicle-ambiguous", candidates=named(possible))
            return None
        if possible:
            return undoubted(row, possible[0])
        came = stay(row.cells)[0]
        rivals = [vehicle for vehicle in there if came or not vehicle.gone]
        if rivals:
            row.refuse("vin", "vehicle-other-vin", other=named(rivals), plate=row.cells["plate"])
            return None
        return self._new(_first_name(row))

    def _another(self, row: Row) -> Vehicle:
        """What a person called another vehicle: the one that it made before, else a new one."""
        name = _first_name(row) if "vin" in row.cells else (*_first_name(row), Decision.OTHER.value)
        made = self._by_id.get(_id(name))
        return made if made is not None and "vin" not in row.cells else self._new(name)

    def _new(self, name: tuple[str, ...]) -> Vehicle:
        """A vehicle by what first named it; numbered on where another was so named before."""
        id_, number = _id(name), 1
        while id_ in self._by_id:
            number += 1
            id_ = _id((*name, str(number)))
        return Vehicle(id_, {})

    def _learn(self, vehicle: Vehicle, row: Row) -> None:
        """What the row says of the vehicle, where nothing was said before."""
        if row.presumed and "plate_kind" in vehicle.cells:
            row.cells.pop("plate_kind", None)
        had_vin = "vin" in vehicle.cells
        vehicle.cells = {**row.cells, **vehicle.cells}
        if vehicle.id not in self._by_id:
            self._add(vehicle)
            return
        if vehicle not in self._by_plate[row.cells["plate"]]:
            self._by_plate[row.cells["plate"]].append(vehicle)
        if not had_vin and "vin" in vehicle.cells:
            self._by_vin[vehicle.cells["vin"]] = vehicle

    def _add(self, vehicle: Vehicle) -> None:
        self._by_id[vehicle.id] = vehicle
        self._by_plate[vehicle.cells["plate"]].append(vehicle)
        if "vin" in vehicle.cells:
            self._by_vin[vehicle.cells["vin"]] = vehicle


def _parted(rows: Iterable[Row], by_vin: Mapping[str, Vehicle]) -> tuple[list[Row], list[Row]]:
    """The rows whose VIN is known already, and the others."""
    known: list[Row] = []
    others: list[Row] = []
    for row in rows:
        (known if row.cells.get("vin") in by_vin else others).append(row)
    return known, others


def _of_one_kind(row: Row, vehicle: Vehicle) -> bool:
    """The same text exists on a blue and on a yellow plate."""
    own, other = row.cells.get("plate_kind", ""), vehicle.cells.get("plate_kind", "")
    return row.presumed or not own or not other or own == other


def _says_nothing_new(row: Row, vehicle: Vehicle) -> bool:
    cells = row.cells
    if row.presumed and "plate_kind" in vehicle.cells:
        cells = {name: value for name, value in cells.items() if name != "plate_kind"}
    return cells.items() <= vehicle.cells.items()


def _first_name(row: Row) -> tuple[str, ...]:
    """What first names a vehicle: its VIN, else its plate and the day on which it came."""
    if "vin" in row.cells:
        return ("vin", row.cells["vin"])
    return "plate", row.cells["plate"], "" if row.presumed else row.cells.get("plate_kind", ""), stay(row.cells)[0]


def _id(name: Iterable[str]) -> str:
    return str(uuid5(NAMESPACE_OID, "\x1f".join(("vehicle", *name))))

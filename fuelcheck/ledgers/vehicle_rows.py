"""A row of 车辆 and the vehicle that it may mean: what both say of plate, VIN and days."""

from collections.abc import Mapping
from dataclasses import dataclass

from fuelcheck.ledgers.cells import BadCell
from fuelcheck.ledgers.draft import Draft
from fuelcheck.ledgers.vehicle_columns import VEHICLES
from fuelcheck.words import Decision

_NO_DAY = "9999"


@dataclass(slots=True)
class Row:
    """A row of a sheet of vehicles: its filled cells, what a person decided, whether its plate's kind is presumed."""

    draft: Draft
    n: int
    cells: dict[str, str]
    decision: str = ""
    presumed: bool = False

    @property
    def order(self) -> tuple[object, ...]:
        """Rows that say that a vehicle left first, then those with a VIN, then by day of arrival."""
        came, left = stay(self.cells)
        return not left, "vin" not in self.cells, came or _NO_DAY, self.cells["plate"], *sorted(self.cells.items())

    def refuse(self, name: str, code: str, **values: object) -> None:
        """A fault of the row, said of its VIN, plate or decision."""
        column = VEHICLES.column("decision").zh
        said = {"same": Decision.SAME.zh, "other_word": Decision.OTHER.zh, "decision": column, **values}
        self.draft.refuse(self.n, name, BadCell(code, **said))


@dataclass(slots=True, eq=False)
class Vehicle:
    """A vehicle of store and command together: all that is said of it so far."""

    id: str
    cells: dict[str, str]

    @property
    def described(self) -> str:
        """How a message names it."""
        return " ".join(self.cells[name] for name in ("plate", "vin", "registered_on") if name in self.cells)

    @property
    def gone(self) -> bool:
        """Whether it is known to have left."""
        return bool(stay(self.cells)[1])


def stay(cells: Mapping[str, str]) -> tuple[str, str]:
    """The first day here and the first day away, "" where not known; who moved out and came back is here."""
    came, back = cells.get("registered_on", ""), cells.get("moved_in_on", "")
    out, scrapped = cells.get("moved_out_on", ""), cells.get("scrapped_on", "")
    if back and out and out < back:
        return came, scrapped
    return back or came, min(filter(None, (out, scrapped)), default="")


def apart(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether one had left by the day on which the other came: they bore the plate one after the other."""
    (came, left), (its_came, its_left) = stay(one), stay(other)
    return bool((left and its_came and left <= its_came) or (its_left and came and its_left <= came))

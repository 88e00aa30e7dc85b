"""Which vehicles a county has on a day, which came within a year, and what is known of a stage.

A vehicle is in the fleet from the day on which it was registered here or moved in until the day
on which it moved out or was scrapped. One that came from elsewhere entered when it moved in,
whenever it was first registered; one that moved out and came back is here again. Without any
day of arrival it has been here since before the records begin.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from fuelcheck.words import NEW_ENERGY, Area, Combustion, Energy, Stage, StageHint, StageSource, VehicleCategory

_STAGE_THREE_FROM = date(2008, 1, 1)
_STAGE_FOUR_FIRST = date(2013, 7, 1)
_STAGE_FOUR_SURELY = date(2015, 1, 1)


class VehicleKey(NamedTuple):
    """What names a vehicle: its plate, the plate's kind and the VIN, empty where not known.

    The same plate can exist in two colours, and passes from a scrapped vehicle to the next one.
    """

    plate: str
    plate_kind: str = ""
    vin: str = ""


@dataclass(frozen=True, slots=True)
class VehicleFact:
    """A vehicle as the register states it (车辆); None and empty texts: nobody knows."""

    plate: str
    category: VehicleCategory
    energy: Energy
    plate_kind: str = ""
    vin: str = ""
    vehicle_type: str = ""
    combustion: Combustion | None = None
    stage: Stage | None = None
    stage_source: StageSource | None = None
    area: Area | None = None
    owner: str = ""
    township: str = ""
    registered_on: date | None = None
    moved_in_on: date | None = None
    moved_out_on: date | None = None
    scrapped_on: date | None = None
    replaces: str = ""
    """Plate or VIN of the vehicle whose place it took."""
    exemption: str = ""
    """Id, name or synonym of a reason of the policy."""

    @property
    def key(self) -> VehicleKey:
        """What names it."""
        return VehicleKey(self.plate, self.plate_kind, self.vin)

    @property
    def new_energy(self) -> bool:
        """Whether it counts as new energy: battery, plug-in, range-extended or fuel cell."""
        return self.energy in NEW_ENERGY


def in_fleet(vehicle: VehicleFact, day: date) -> bool:
    """Whether the vehicle belongs to the county by the end of ``day``."""
    return any(
        (came is None or came <= day) and (left is None or left > day) for came, left in _stays(vehicle)
    )  # fmt: skip


def fleet_on(vehicles: Iterable[VehicleFact], day: date) -> tuple[VehicleFact, ...]:
    """Those of ``vehicles`` that are in the fleet by the end of ``day``."""
    return tuple(vehicle for vehicle in vehicles if in_fleet(vehicle, day))


def came_within(vehicle: VehicleFact, first: date, last: date) -> bool:
    """Whether it was registered here or moved in from ``first`` to ``last``, whatever became of it later."""
    return any(came is not None and first <= came <= last for came, _ in _stays(vehicle))


def additions(vehicles: Iterable[VehicleFact], first: date, last: date) -> tuple[VehicleFact, ...]:
    """Those of ``vehicles`` that came from ``first`` to ``last``, each once."""
    return tuple(vehicle for vehicle in vehicles if came_within(vehicle, first, last))


def stage_hint(vehicle: VehicleFact) -> StageHint | None:
    """What the first registration of a diesel vehicle without a stage suggests; it decides nothing.

    Sales of a stage ended on days that sources give differently for stage IV (2013-07, 2015-01):
    between the two the stage must be looked up.
    """
    registered = vehicle.registered_on
    if vehicle.stage is not None or vehicle.energy is not Energy.DIESEL or registered is None:
        return None
    if registered < _STAGE_THREE_FROM:
        return StageHint.TWO_OR_OLDER
    if registered < _STAGE_FOUR_FIRST:
        return StageHint.THREE
    return StageHint.LOOK_UP if registered < _STAGE_FOUR_SURELY else StageHint.FOUR_OR_NEWER


def suspected_lean(vehicle: VehicleFact) -> bool:
    """Whether a gas vehicle of unknown combustion may burn lean: in practice those up to stage V do."""
    return (
        vehicle.energy is Energy.GAS
        and vehicle.combustion is None
        and vehicle.stage is not None
        and vehicle.stage.number <= Stage.FIVE.number
    )


def _stays(vehicle: VehicleFact) -> Iterator[tuple[date | None, date | None]]:
    """The spans in which it was here: day of arrival (None: before the records), first day away (None: none)."""
    moved_in, moved_out, scrapped = vehicle.moved_in_on, vehicle.moved_out_on, vehicle.scrapped_on
    if moved_in is not None and moved_out is not None and moved_out < moved_in:
        yield vehicle.registered_on, moved_out
        yield moved_in, scrapped
        return
    gone = [day for day in (moved_out, scrapped) if day is not None]
    yield moved_in or vehicle.registered_on, min(gone, default=None)

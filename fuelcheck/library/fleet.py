"""The register of vehicles: which there are, what is kept about one, what a person should look at."""

from datetime import date, datetime

from fuelcheck.library.quotas import today
from fuelcheck.rules.fleet import VehicleFact, fleet_on
from fuelcheck.rules.noticed import Notice
from fuelcheck.standing import fleet_notices, vehicle_record
from fuelcheck.standing.vehicle_record import VehicleRecord
from fuelcheck.store import fleet
from fuelcheck.store.session import Store
from fuelcheck.words import Area, Energy, Stage, VehicleCategory


def vehicles(
    store: Store, *, category: VehicleCategory | str | None = None, energy: Energy | str | None = None,
    stage: Stage | str | None = None, area: Area | str | None = None, owner: str | None = None,
    as_of: date | None = None, known_at: datetime | None = None, division: str | None = None,
) -> tuple[VehicleFact, ...]:  # fmt: skip
    """The vehicles in the fleet by the end of ``as_of`` (default: today in China), by plate.

    ``owner`` is a part of a name; a ``stage`` of "" means those whose stage nobody knows.
    """
    with store.reading(division, known_at) as view:
        here = fleet_on(fleet.vehicles(view.connection, view.division), as_of or today(store))
    return tuple(
        vehicle for vehicle in here
        if category in (None, vehicle.category) and energy in (None, vehicle.energy) and area in (None, vehicle.area)
        and stage in (None, vehicle.stage or "") and (owner or "") in vehicle.owner
    )  # fmt: skip


def vehicle_history(store: Store, called: str, *, division: str | None = None) -> VehicleRecord:
    """What is kept about the vehicles that bear or bore that plate or VIN; UnknownVehicle."""
    with store.reading(division) as view:
        return vehicle_record.vehicle_record(view, called)


def open_vehicle_notices(store: Store, *, as_of: date | None = None, division: str | None = None) -> tuple[Notice, ...]:
    """The notices about the register of vehicles that nobody has answered."""
    with store.reading(division) as view:
        return fleet_notices.open_fleet_notices(view, as_of or today(store))

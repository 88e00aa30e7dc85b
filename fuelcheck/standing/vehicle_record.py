"""All that is kept about the vehicles that bear or bore a plate or VIN: register, history, checks at the roadside."""

from dataclasses import dataclass

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.rules.fleet import VehicleFact
from fuelcheck.rules.identifiers.writing import tidy
from fuelcheck.store import fleet, versions
from fuelcheck.store.rows import contents
from fuelcheck.store.session import View
from fuelcheck.store.types import Content
from fuelcheck.store.versions import Step


class UnknownVehicle(FuelcheckError):
    """Nothing is kept about a vehicle of that plate or VIN."""

    code = "unknown-vehicle"
    sentence = N_("No vehicle and no check is recorded under {called}")


@dataclass(frozen=True, slots=True)
class VehicleRecord:
    """``vehicles`` as they are registered now, ``steps`` of their rows, oldest first, ``checks`` by day."""

    vehicles: tuple[VehicleFact, ...]
    steps: tuple[Step, ...]
    checks: tuple[Content, ...]


def vehicle_record(view: View, called: str) -> VehicleRecord:
    """The record of a plate or VIN, however it is written; UnknownVehicle."""
    name = tidy(called)
    ids = fleet.ids_named(view.connection, view.division, name)
    registered = fleet.vehicles_by_id(view.connection, view.division)
    vehicles = tuple(registered[id_] for id_ in ids if id_ in registered)
    checks = _checks(view, {name, *(vehicle.vin for vehicle in vehicles if vehicle.vin)}, name)
    if not ids and not checks:
        raise UnknownVehicle(called=called)
    return VehicleRecord(vehicles, history(view, ids), checks)


def history(view: View, ids: tuple[str, ...]) -> tuple[Step, ...]:
    """What acts did to the rows of those vehicles, oldest first."""
    steps = (step for id_ in ids for step in versions.of_row(view.connection, view.division, id_))
    return tuple(sorted(steps, key=lambda step: step.n))


def _checks(view: View, vins: set[str], plate: str) -> tuple[Content, ...]:
    """The checks on that plate or one of those VINs, each once."""
    by_plate = contents(view.connection, "roadside_check", view.division, plate=plate)
    by_vin = (row for vin in vins for row in contents(view.connection, "roadside_check", view.division, vin=vin))
    found = {row["record_no"]: row for row in (*by_plate, *by_vin)}
    return tuple(sorted(found.values(), key=lambda row: (row["checked_at"], row["record_no"])))

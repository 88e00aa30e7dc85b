"""The JSON objects of vehicles: a line of the register, and all that is kept about one."""

from typing import Any

from fuelcheck.rules.fleet import VehicleFact
from fuelcheck.standing.step_shown import step_object
from fuelcheck.standing.vehicle_record import VehicleRecord

_DAYS = ("registered_on", "moved_in_on", "moved_out_on", "scrapped_on")


def vehicle_object(vehicle: VehicleFact) -> dict[str, Any]:
    """A vehicle for programs, under the names of the ledger's columns."""
    return {
        "plate": vehicle.plate, "plate_kind": vehicle.plate_kind or None, "vin": vehicle.vin or None,
        "vehicle_type": vehicle.vehicle_type or None, "category": vehicle.category, "energy": vehicle.energy,
        "combustion": vehicle.combustion, "stage": vehicle.stage, "stage_source": vehicle.stage_source,
        "area": vehicle.area, "township": vehicle.township or None, "owner": vehicle.owner or None,
        **{name: None if (day := getattr(vehicle, name)) is None else day.isoformat() for name in _DAYS},
        "replaces": vehicle.replaces or None, "exemption": vehicle.exemption or None,
        "new_energy": vehicle.new_energy,
    }  # fmt: skip


def record_object(record: VehicleRecord) -> dict[str, Any]:
    """The record for programs. A driver's name is no part of it."""
    return {
        "vehicles": [vehicle_object(vehicle) for vehicle in record.vehicles],
        "history": [step_object(step) for step in record.steps],
        "checks": [{name: value for name, value in row.items() if name != "driver"} for row in record.checks],
    }

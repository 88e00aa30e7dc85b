"""Which vehicle of the register a check was of: by VIN, else by the plate in its colour, as borne on that day."""

from collections.abc import Iterable

from fuelcheck.rules.fleet import VehicleFact, in_fleet
from fuelcheck.rules.identifiers.plates import read_plate
from fuelcheck.rules.roadside.fact import CheckFact


def registered_vehicle(fact: CheckFact, vehicles: Iterable[VehicleFact]) -> VehicleFact | None:
    """The vehicle of the register; None where none fits, or more than one does."""
    meant = [vehicle for vehicle in vehicles if _fits(fact, vehicle)]
    if fact.vin and any(vehicle.vin == fact.vin for vehicle in meant):
        meant = [vehicle for vehicle in meant if vehicle.vin == fact.vin]
    here = [vehicle for vehicle in meant if in_fleet(vehicle, fact.checked_on)]
    found = here or meant
    return found[0] if len(found) == 1 else None


def _fits(fact: CheckFact, vehicle: VehicleFact) -> bool:
    if fact.vin and vehicle.vin:
        return fact.vin == vehicle.vin
    if fact.plate != vehicle.plate:
        return False
    if fact.plate_colour is None or not vehicle.plate_kind:
        return True
    possible = read_plate(fact.plate).kinds_in(fact.plate_colour)
    return not possible or vehicle.plate_kind in possible

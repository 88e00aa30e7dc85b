"""Rules about several cells of a vehicle's row; each names the column that is to blame.

A plate of a new energy vehicle (GA 36-2018, kinds 51 and 52) is given to battery, plug-in,
range-extended and fuel cell vehicles only; a blue or yellow one proves nothing.
"""

from fuelcheck.ledgers.cells import BadCell
from fuelcheck.rules.identifiers.plates import read_plate
from fuelcheck.words import NEW_ENERGY, Energy


def energy_suits(plate: str, energy: str) -> BadCell | None:
    """What burns petrol, diesel or gas bears no plate of a new energy vehicle."""
    if not energy or energy in NEW_ENERGY or not read_plate(plate).new_energy:
        return None
    allowed = "、".join(word.zh for word in Energy if word in NEW_ENERGY)
    return BadCell("energy-contradicts-plate", plate=plate, energy=Energy(energy).zh, allowed=allowed)


def combustion_of_gas(energy: str, combustion: str) -> BadCell | None:
    """Lean or stoichiometric burning is told of gas engines."""
    if combustion and energy and energy != Energy.GAS:
        return BadCell("combustion-without-gas", energy=Energy(energy).zh)
    return None


def moved_in_after_registration(registered_on: str, moved_in_on: str) -> BadCell | None:
    """A vehicle is first registered, then it may move here."""
    return _before("moved-in-before-registered", moved_in_on, registered_on)


def moved_out_after_arrival(registered_on: str, moved_in_on: str, moved_out_on: str) -> BadCell | None:
    """A vehicle leaves after it came; one that moved in later came back, if it was registered before it left."""
    if registered_on:
        return _before("moved-out-before-registered", moved_out_on, registered_on)
    return _before("moved-out-before-moved-in", moved_out_on, moved_in_on)


def moved_out_before_end(moved_out_on: str, scrapped_on: str) -> BadCell | None:
    """What was scrapped does not move any more."""
    return _before("moved-out-after-scrapped", scrapped_on, moved_out_on, told=scrapped_on)


def scrapped_last(registered_on: str, moved_in_on: str, scrapped_on: str) -> BadCell | None:
    """A vehicle is scrapped after it was registered and after it moved here."""
    return _before("scrapped-before-registered", scrapped_on, registered_on) or _before(
        "scrapped-before-moved-in", scrapped_on, moved_in_on
    )


def replaces_another(vin: str, replaces: str) -> BadCell | None:
    """A vehicle takes the place of another one; the plate may be the same, the VIN is not."""
    return BadCell("replaces-itself") if vin and replaces == vin else None


def _before(code: str, day: str, other: str, told: str = "") -> BadCell | None:
    return BadCell(code, day=told or other) if "" < day < other else None

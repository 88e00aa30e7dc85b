"""What a person should look at in a check just recorded: its day, and what it says of the vehicle.

A notice blocks nothing and changes no verdict. A plate of a new energy vehicle is given to battery,
plug-in, range-extended and fuel cell vehicles only (GA 36-2018).
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from fuelcheck.rules.fleet import VehicleFact
from fuelcheck.rules.identifiers.plates import read_plate
from fuelcheck.rules.roadside.fact import CheckFact
from fuelcheck.rules.roadside.registered import registered_vehicle
from fuelcheck.rules.roadside.verdicts import Terms
from fuelcheck.words import NEW_ENERGY, Energy


class CheckNotice(NamedTuple):
    """What the sentence of ``code`` in ``faults`` is filled with, and the ledger's column that it is about."""

    code: str
    column: str
    values: dict[str, object]


def check_notices(fact: CheckFact, vehicles: Iterable[VehicleFact], today: date) -> Iterator[CheckNotice]:
    """What there is to look at in a check as seen on ``today``; ``vehicles`` are those of the register."""
    if fact.void:
        return
    if fact.checked_on > today:
        said = {"record_no": fact.record_no, "day": fact.checked_on, "today": today}
        yield CheckNotice("checked-ahead", "checked_at", said)
    vehicle = registered_vehicle(fact, vehicles)
    yield from _energy(fact, vehicle)
    yield from _stage(fact, vehicle)


def _energy(fact: CheckFact, vehicle: VehicleFact | None) -> Iterator[CheckNotice]:
    """A diesel vehicle that the register, or else the plate, calls a new energy one."""
    if fact.check.energy is not Energy.DIESEL:
        return
    if vehicle is not None and vehicle.energy in NEW_ENERGY:
        other = Terms((vehicle.energy,))
    elif read_plate(fact.plate).new_energy:
        other = Terms(tuple(word for word in Energy if word in NEW_ENERGY))
    else:
        return
    said = {"record_no": fact.record_no, "plate": fact.plate, "energy": Terms((Energy.DIESEL,)), "other": other}
    yield CheckNotice("energy-differs", "energy", said)


def _stage(fact: CheckFact, vehicle: VehicleFact | None) -> Iterator[CheckNotice]:
    if vehicle is None or fact.stage is None or vehicle.stage is None or fact.stage is vehicle.stage:
        return
    said: dict[str, object] = {"record_no": fact.record_no, "plate": fact.plate}
    stages = {"stage": Terms((fact.stage,)), "other": Terms((vehicle.stage,))}
    yield CheckNotice("stage-differs", "stage", said | stages)

"""What a person should look at in the register of vehicles: notices, found from the facts alone.

A notice blocks nothing and changes no figure. The letters of new energy plates are those of
GA 36-2018, the check digit that of GB 16735-2019; what the day of registration suggests of a stage
is a hint (``fleet.stage_hint``), by which no vehicle is phased out.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from fuelcheck.rules.fleet import VehicleFact, in_fleet, stage_hint
from fuelcheck.rules.identifiers.plates import read_plate
from fuelcheck.rules.identifiers.vins import read_vin
from fuelcheck.rules.noticed import Notice
from fuelcheck.rules.roadside.verdicts import Terms
from fuelcheck.words import NEW_ENERGY, Confidence, Energy, PlateKind, VehicleCategory

TRUCKS = frozenset(
    {
        VehicleCategory.MUCK_TRUCK, VehicleCategory.CEMENT_MIXER, VehicleCategory.LOGISTICS, VehicleCategory.TRUCK,
    }
)  # fmt: skip
_BURNS_AS_A_TRUCK = frozenset({Energy.DIESEL, Energy.GAS})


class VehicleNotice(NamedTuple):
    """A notice, and the place among the given vehicles of the one that it is about."""

    place: int
    notice: Notice


class _Seen(NamedTuple):
    """What all vehicles are looked at against."""

    day: date
    vehicles: Sequence[VehicleFact]
    named: Collection[str]
    by_plate: Mapping[str, Sequence[int]]


def vehicle_notices(
    vehicles: Iterable[VehicleFact], day: date, about: Collection[int] | None = None
) -> tuple[VehicleNotice, ...]:
    """All notices about ``vehicles`` as seen on ``day``, by what they say, then in the order of the vehicles.

    ``about``: only those about the vehicles at these places; the others are there to be compared with.
    """
    every = tuple(vehicles)
    by_plate: dict[str, list[int]] = defaultdict(list)
    for place, vehicle in enumerate(every):
        by_plate[vehicle.plate].append(place)
    named = {*by_plate, *(vehicle.vin for vehicle in every)}
    seen = _Seen(day, every, named, by_plate)
    places = range(len(every)) if about is None else sorted(about)
    return tuple(
        VehicleNotice(place, notice)
        for look in _LOOKS
        for place in places
        for notice in look(place, every[place], seen)
    )


def _stage_unknown(_: int, vehicle: VehicleFact, seen: _Seen) -> Iterator[Notice]:
    is_asked = vehicle.category in TRUCKS and vehicle.energy in _BURNS_AS_A_TRUCK and vehicle.stage is None
    if not is_asked or not (in_fleet(vehicle, seen.day) or in_fleet(vehicle, date.max)):
        return
    hint = stage_hint(vehicle)
    if hint is None:
        yield _notice("truck-stage-unknown", vehicle)
    else:
        yield _notice("truck-stage-hint", vehicle, (hint,), day=vehicle.registered_on, hint=Terms((hint,)))


def _vin_check_digit(_: int, vehicle: VehicleFact, __: _Seen) -> Iterator[Notice]:
    for fault in read_vin(vehicle.vin).faults if vehicle.vin else ():
        yield _notice(fault.code, vehicle, (), **{"value": vehicle.vin, **fault.values})


def _letter_contradicts(_: int, vehicle: VehicleFact, __: _Seen) -> Iterator[Notice]:
    battery = read_plate(vehicle.plate).battery_electric
    if battery is None or vehicle.energy not in NEW_ENERGY or battery == (vehicle.energy is Energy.BATTERY):
        return
    others = (Energy.PLUG_IN, Energy.RANGE_EXTENDED, Energy.FUEL_CELL)
    letter = Terms((Energy.BATTERY,) if battery else others)
    yield _notice("plate-letter-energy", vehicle, (vehicle.energy,), letter=letter, energy=Terms((vehicle.energy,)))


def _unusual_plate(_: int, vehicle: VehicleFact, __: _Seen) -> Iterator[Notice]:
    plate = read_plate(vehicle.plate)
    if plate.confidence is Confidence.CONFIRMED:
        return
    kinds = (PlateKind(vehicle.plate_kind),) if vehicle.plate_kind else plate.kinds or (PlateKind.OTHER,)
    yield _notice("plate-unusual", vehicle, kind=Terms(tuple(kinds)))


def _replaces_unknown(_: int, vehicle: VehicleFact, seen: _Seen) -> Iterator[Notice]:
    if vehicle.replaces and vehicle.replaces not in seen.named:
        yield _notice("replaces-unknown", vehicle, (vehicle.replaces,), other=vehicle.replaces)


def _registered_ahead(_: int, vehicle: VehicleFact, seen: _Seen) -> Iterator[Notice]:
    if vehicle.registered_on is not None and vehicle.registered_on > seen.day:
        yield _notice("registered-ahead", vehicle, (str(vehicle.registered_on),), day=vehicle.registered_on)


def _plate_twice(place: int, vehicle: VehicleFact, seen: _Seen) -> Iterator[Notice]:
    """Each pair once, said of the later one."""
    for one, other in combinations(seen.by_plate[vehicle.plate], 2):
        if other == place and _meet(seen.vehicles[one], vehicle):
            first, second = (_described(seen.vehicles[at]) for at in (one, other))
            yield _notice("plate-twice", vehicle, (first,), one=first, other=second)


def _meet(one: VehicleFact, other: VehicleFact) -> bool:
    """Whether both are in the fleet on one day: if so, then on one on which one of them came."""
    if one.plate_kind and other.plate_kind and one.plate_kind != other.plate_kind:
        return False
    came = (day for vehicle in (one, other) for day in (vehicle.registered_on, vehicle.moved_in_on))
    return any(in_fleet(one, day) and in_fleet(other, day) for day in {date.min, *filter(None, came)})


def _described(vehicle: VehicleFact) -> str:
    day = vehicle.moved_in_on or vehicle.registered_on
    return vehicle.vin or " ".join(filter(None, (vehicle.plate, str(day or ""))))


_LOOKS: tuple[Callable[[int, VehicleFact, _Seen], Iterator[Notice]], ...] = (
    _plate_twice,
    _letter_contradicts,
    _vin_check_digit,
    _unusual_plate,
    _replaces_unknown,
    _registered_ahead,
    _stage_unknown,
)


def _notice(code: str, vehicle: VehicleFact, others: tuple[str, ...] = (), **values: object) -> Notice:
    """A notice about ``vehicle``; ``others`` is what else it is about. It is named by plate and VIN."""
    row = " ".join(filter(None, (vehicle.plate, vehicle.vin)))
    told = tuple({"plate": vehicle.plate, **values}.items())
    named = "\n".join((code, vehicle.plate, vehicle.plate_kind, vehicle.vin, *others))
    return Notice(hashlib.sha256(named.encode()).hexdigest()[:12], code, "vehicle", row, told)

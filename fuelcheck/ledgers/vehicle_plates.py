"""Plates and VINs of a sheet of vehicles: what is wrong with them, and of which kind each plate is.

Several kinds share one pattern (GA 36-2018): the kind is the one that is stated, else the only one
that text and colour leave; where the type of the vehicle alone suggests it, it is presumed, and
presumed kinds contradict nothing that the store holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fuelcheck.faults import Remark
from fuelcheck.ledgers.cells import BadCell, plain
from fuelcheck.ledgers.draft import Draft
from fuelcheck.rules.identifiers.plate_rules import RULES
from fuelcheck.rules.identifiers.plates import Plate, read_plate
from fuelcheck.rules.identifiers.vins import read_vin
from fuelcheck.words import PlateColour, PlateKind

_TOLD_BY_TEXT = frozenset(rule.kind for rule in RULES)
_WITHOUT_VIN = frozenset(
    {PlateKind.TRACTOR, PlateKind.OLD_FARM, PlateKind.LOW_SPEED, PlateKind.MILITARY, PlateKind.ARMED_POLICE}
) | (frozenset(PlateKind) - _TOLD_BY_TEXT)
"""Kinds whose vehicles may honestly have no VIN of the national form, or were made before there was one."""

_SELDOM = frozenset(
    {
        PlateKind.LOW_SPEED, PlateKind.MOTORCYCLE, PlateKind.LIGHT_MOTORCYCLE, PlateKind.COACH_MOTORCYCLE,
        PlateKind.POLICE_MOTORCYCLE,
    }
)  # fmt: skip
"""In a register of cars meant only where the type of the vehicle says so."""

_BY_TYPE = (
    (re.compile(r"摩托|^M[0-9]"), frozenset({PlateKind.MOTORCYCLE, PlateKind.LIGHT_MOTORCYCLE})),
    (re.compile(r"低速|三轮|^H5|^N[0-9]"), frozenset({PlateKind.LOW_SPEED})),
    (re.compile(r"重型|中型|大型|^[KHQ][12]"), frozenset({PlateKind.LARGE_CAR})),
    (re.compile(r"轻型|微型|小型|^[KH][34]|^Q3"), frozenset({PlateKind.SMALL_CAR})),
)
"""Names and codes of types (GA 24.4), and the kinds of plate that such vehicles bear."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """The kind of a plate; "" where it cannot be told."""

    value: str
    presumed: bool = False


def read_identifiers(one: Draft) -> list[bool]:
    """Refuse plates and VINs that cannot be, and fill in the kinds of plates; of each row whether it is presumed."""
    names = ("plate", "plate_kind", "plate_colour", "vehicle_type", "vin")
    kinds: list[str | None] = []
    presumed: list[bool] = []
    for row, cells in enumerate(zip(*map(one.column, names), strict=True)):
        kind = _identify(one, row, *cells)
        kinds.append(kind.value)
        presumed.append(kind.presumed)
    one.columns["plate_kind"] = kinds
    one.columns.pop("plate_colour", None)
    return presumed


def _identify(
    one: Draft, row: int, plate: str | None, said: str | None, colour: str | None, type_: str | None, vin: str | None
) -> _Kind:
    kind = _Kind(said or "")
    if plate:
        read = read_plate(plate)
        try:
            kind = _kind(read, said or "", colour or "", plain(type_ or ""))
        except BadCell as bad:
            one.refuse(row, "plate_kind" if said else "plate_colour", bad)
        if not read.valid and kind.value not in frozenset(PlateKind) - _TOLD_BY_TEXT:
            _refuse(one, row, "plate", read.faults)
            one.columns["plate"][row] = None
    if vin and kind.value not in _WITHOUT_VIN:
        _refuse(one, row, "vin", (fault for fault in read_vin(vin).faults if fault.code != "vin-check-digit"))
    return kind


def _refuse(one: Draft, row: int, name: str, faults: Iterator[Remark] | tuple[Remark, ...]) -> None:
    for fault in faults:
        one.refuse(row, name, BadCell(fault.code, **fault.values))


def _kind(plate: Plate, said: str, colour: str, type_: str) -> _Kind:
    if said:
        return _Kind(_stated(plate, PlateKind(said)))
    if not colour:
        likely = _likely(plate.kinds)
        by_type = _by_type(plate.kinds, type_)
        return _Kind(likely) if likely else _Kind(by_type, presumed=True)
    left = plate.kinds_in(PlateColour(colour))
    if plate.rules and not left:
        allowed = "、".join(one.zh for one in plate.colours) or "—"
        raise BadCell("plate-colour-differs", plate=plate.normalised, colour=PlateColour(colour).zh, allowed=allowed)
    return _Kind(_by_type(left, type_) or _likely(left))


def _stated(plate: Plate, kind: PlateKind) -> str:
    if plate.rules and kind in _TOLD_BY_TEXT and kind not in plate.kinds:
        allowed = "、".join(one.zh for one in plate.kinds)
        raise BadCell("plate-kind-differs", plate=plate.normalised, kind=kind.zh, allowed=allowed)
    return kind.value


def _likely(kinds: tuple[PlateKind, ...]) -> str:
    """The only kind that is left; "" where there are several."""
    left = kinds if len(kinds) == 1 else tuple(kind for kind in kinds if kind not in _SELDOM)
    return left[0].value if len(left) == 1 else ""


def _by_type(kinds: tuple[PlateKind, ...], type_: str) -> str:
    for pattern, meant in _BY_TYPE:
        if pattern.search(type_):
            return next((kind.value for kind in kinds if kind in meant), "")
    return ""

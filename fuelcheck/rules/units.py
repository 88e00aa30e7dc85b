"""Units as reports write them, and the conversions that are certain.

Certain is what needs no further measurement: a power of ten within one quantity (mg/kg and
% by mass, g/cm³ and kg/m³, g/L and mg/L). A share by mass is never made one by volume, which
would need the density. A bare ``%`` does not say which of the two it is, except beside a limit
in mg/kg, which is a share by mass and can be met by nothing else.
"""

import unicodedata
from enum import StrEnum
from typing import NamedTuple

from fuelcheck.rules.rounding import EXACT, Edge, Interval
from fuelcheck.words import Basis, Unit


class Misfit(StrEnum):
    """Why a result cannot be held against a limit in the standard's unit; codes of ``reasons``."""

    UNKNOWN = "unit-unknown"
    OTHER = "unit-other"
    """Known, but of another quantity: mg/L is no mg/kg, a share by mass none by volume."""
    BASIS = "unit-basis"
    """A share that does not say whether by mass or by volume."""


class _Scale(NamedTuple):
    """A unit as 10**``power`` of the base of its quantity."""

    quantity: str
    power: int


_MASS_SHARE, _VOLUME_SHARE, _SHARE, _DENSITY = "share by mass", "share by volume", "share", "mass in volume"

_SCALES: dict[Unit, _Scale] = {
    Unit.NONE: _Scale("number", 0),
    Unit.CLASS: _Scale("class", 0),
    Unit.CELSIUS: _Scale("temperature", 0),
    Unit.MINUTE: _Scale("duration", 0),
    Unit.KILOPASCAL: _Scale("pressure", 3),
    Unit.MASS_PERCENT: _Scale(_MASS_SHARE, -2),
    Unit.VOLUME_PERCENT: _Scale(_VOLUME_SHARE, -2),
    Unit.MILLIGRAM_PER_KILOGRAM: _Scale(_MASS_SHARE, -6),
    Unit.GRAM_PER_LITRE: _Scale(_DENSITY, 0),
    Unit.MILLIGRAM_PER_100_ML: _Scale(_DENSITY, -2),
    Unit.MILLIGRAM_KOH_PER_100_ML: _Scale("acid number", -2),
    Unit.KILOGRAM_PER_CUBIC_METRE: _Scale(_DENSITY, 0),
    Unit.SQUARE_MILLIMETRE_PER_SECOND: _Scale("kinematic viscosity", 0),
    Unit.MICROMETRE: _Scale("length", -6),
}

_SPELLINGS: dict[_Scale, str] = {
    _SCALES[Unit.NONE]: "无量纲 无",
    _SCALES[Unit.CLASS]: "class 级",
    _SCALES[Unit.CELSIUS]: "°c oc \u030ac 摄氏度",
    _SCALES[Unit.MINUTE]: "min 分钟",
    _SCALES[Unit.KILOPASCAL]: "kpa 千帕",
    _Scale("pressure", 0): "pa 帕",
    _Scale(_SHARE, -2): "%",
    _Scale(_SHARE, -6): "ppm",
    _SCALES[Unit.MASS_PERCENT]: (
        "%m/m %mass %质量分数 质量分数% 质量分数/% %质量 质量% %w/w %wt wt% mass% %w %m m% g/100g"
    ),
    _SCALES[Unit.VOLUME_PERCENT]: (
        "%v/v %vol %体积分数 体积分数% 体积分数/% %体积 体积% vol% vol.% %vol. %volume %v v% %φ ml/100ml"
    ),
    _SCALES[Unit.MILLIGRAM_PER_KILOGRAM]: "mg/kg mg\u00b7kg-1 毫克/千克 ug/g g/t ppmm/m ppmw ppm质量分数",
    _Scale(_MASS_SHARE, -3): "g/kg mg/g",
    _Scale(_MASS_SHARE, -9): "ug/kg",
    _SCALES[Unit.GRAM_PER_LITRE]: "g/l mg/ml 克/升 kg/m3 千克/立方米",
    _Scale(_DENSITY, -3): "mg/l 毫克/升",
    _SCALES[Unit.MILLIGRAM_PER_100_ML]: "mg/100ml mg/dl 毫克/100毫升",
    _Scale(_DENSITY, 3): "g/cm3 g/ml kg/l kg/dm3 克/立方厘米 克/毫升",
    _SCALES[Unit.MILLIGRAM_KOH_PER_100_ML]: "mgkoh/100ml mgkoh/dl",
    _SCALES[Unit.SQUARE_MILLIMETRE_PER_SECOND]: "mm2/s cst 毫米2/秒",
    _SCALES[Unit.MICROMETRE]: "um 微米",
    _Scale("length", -3): "mm 毫米",
}
_BY_SPELLING = {spelling: scale for scale, spellings in _SPELLINGS.items() for spelling in spellings.split()}

_FOLDED = str.maketrans("μ−—–∕⁄", "u---//")
_DROPPED = str.maketrans("", "", "()[]【】")
_BASIS_OF = {_MASS_SHARE: Basis.MASS, _VOLUME_SHARE: Basis.VOLUME}
_MAY_BE_NEGATIVE = frozenset({Unit.CELSIUS})
_CONTENTS = frozenset({
    Unit.MASS_PERCENT, Unit.VOLUME_PERCENT, Unit.MILLIGRAM_PER_KILOGRAM, Unit.GRAM_PER_LITRE,
    Unit.MILLIGRAM_PER_100_ML, Unit.MILLIGRAM_KOH_PER_100_ML,
})  # fmt: skip


def is_known(written: str) -> bool:
    """Whether ``written`` is a spelling of a unit.

    >>> is_known("%（体积分数）"), is_known("㎎／㎏"), is_known("mg")
    (True, True, False)
    """
    return _spelling(written) in _BY_SPELLING


def carries_unit(value: str) -> bool:
    """Whether a result states its unit itself.

    >>> carries_unit("0.0030%"), carries_unit("<3 mg/kg"), carries_unit("1a")
    (True, True, False)
    """
    number = unicodedata.normalize("NFKC", value).strip().lstrip("<>=≤≥≦≧+- ")
    return number[:1].isdigit() and is_known(number.lstrip("0123456789., "))


def unit_kept(value: str, unit: str | None, before: str | None) -> str | None:
    """The unit of a result that is entered again: its own, none beside a value that states it, else the old one."""
    return unit or (None if carries_unit(value) else before)


def is_content(unit: Unit) -> bool:
    """Whether a result in this unit says how much of something there is, so that none can be found."""
    return unit in _CONTENTS


def may_be_negative(unit: Unit) -> bool:
    """Whether a result in this unit can lie below zero: a temperature can."""
    return unit in _MAY_BE_NEGATIVE


def power_to(written: str, unit: Unit, basis: Basis | None = None) -> int | Misfit:
    """The power of ten that turns a number in ``written`` into one in the standard's ``unit``.

    ``basis`` is what the item's name in the report says of a share (体积分数). An empty unit, or
    the stroke that forms are filled with, is the standard's own.

    >>> power_to("%(m/m)", Unit.MILLIGRAM_PER_KILOGRAM), power_to("g/cm3", Unit.KILOGRAM_PER_CUBIC_METRE)
    (4, 3)
    >>> power_to("%", Unit.VOLUME_PERCENT), power_to("%", Unit.VOLUME_PERCENT, Basis.VOLUME)
    (<Misfit.BASIS: 'unit-basis'>, 0)
    """
    wanted = _SCALES[unit]
    spelling = _spelling(written)
    if not spelling.strip("-"):
        return 0 if basis in (None, unit.basis) else Misfit.OTHER
    scale = _BY_SPELLING.get(spelling)
    if scale is None:
        return Misfit.UNKNOWN
    quantity = _quantity(scale, unit, basis)
    if quantity == wanted.quantity:
        return scale.power - wanted.power
    return Misfit.BASIS if quantity == _SHARE and unit.basis is not None else Misfit.OTHER


def scaled(found: Interval, power: int) -> Interval:
    """The interval in a unit 10**-``power`` times as large."""
    return Interval(_scaled_edge(found.low, power), _scaled_edge(found.high, power)) if power else found


def _quantity(scale: _Scale, unit: Unit, basis: Basis | None) -> str:
    """The quantity of a written unit: a bare share has the basis that is certain, a contradiction has none."""
    said = _BASIS_OF.get(scale.quantity)
    if said is not None:
        return scale.quantity if basis in (None, said) else ""
    if scale.quantity != _SHARE:
        return scale.quantity
    if basis is None and unit is Unit.MILLIGRAM_PER_KILOGRAM:
        return _MASS_SHARE
    return next((quantity for quantity, of in _BASIS_OF.items() if of is basis), _SHARE)


def _spelling(written: str) -> str:
    folded = unicodedata.normalize("NFKC", written).lower().translate(_FOLDED).translate(_DROPPED)
    return "".join(folded.split()).removeprefix("/")


def _scaled_edge(edge: Edge, power: int) -> Edge:
    number = edge.number
    return Edge(number.scaleb(power, EXACT) if number.is_finite() else number, edge.lean)

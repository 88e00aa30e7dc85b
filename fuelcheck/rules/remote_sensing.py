"""Passes of a remote sensing station: when those of one vehicle make a verdict (HJ 845-2017).

Over is a vehicle whose valid passes exceed the limit of the same pollutant twice in a row, the two
not more than six calendar months apart. Invalid passes are left out; a valid one that shows nothing
of a pollutant, or what cannot be read, is not over and ends a row. NO only points at a high emitter
and never makes a verdict. Remote sensing is a screening: what it finds is a lead to a formal check.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby

from fuelcheck.law.roadside import SensingLimit, SensingRule
from fuelcheck.rules.roadside.bench import number
from fuelcheck.words import Pollutant


@dataclass(frozen=True, slots=True)
class SensedPass:
    """One vehicle passing a station; ``readings`` are by pollutant as written: %, level, ppm."""

    plate: str
    passed_at: datetime
    valid: bool
    readings: Mapping[Pollutant, str] = field(default_factory=dict)
    plate_colour: str = ""


@dataclass(frozen=True, slots=True)
class Exceeded:
    """A row of passes over the limit of one pollutant, enough for a verdict."""

    limit: SensingLimit
    passes: tuple[SensedPass, ...]


@dataclass(frozen=True, slots=True)
class SensedVehicle:
    """What the passes of one plate say: ``exceeded`` makes the verdict, ``suspected`` only points at it."""

    plate: str
    plate_colour: str
    passes: int
    valid: int
    exceeded: tuple[Exceeded, ...]
    suspected: tuple[Exceeded, ...]

    @property
    def over(self) -> bool:
        """Whether the vehicle is over the limits."""
        return bool(self.exceeded)


def judge_passes(passes: Iterable[SensedPass], rule: SensingRule) -> tuple[SensedVehicle, ...]:
    """What the passes say of each vehicle, by plate and colour; their order does not matter.

    ``passed_at`` must be comparable: all with a zone, or none.
    """
    ordered = sorted(passes, key=lambda one: (one.plate, one.plate_colour, one.passed_at, _shown(one)))
    return tuple(
        _vehicle(plate, colour, tuple(own), rule)
        for (plate, colour), own in groupby(ordered, key=lambda one: (one.plate, one.plate_colour))
    )


def _shown(one: SensedPass) -> tuple[tuple[str, str], ...]:
    """An order for passes of the same moment."""
    return tuple(sorted((pollutant.value, written) for pollutant, written in one.readings.items()))


def _vehicle(plate: str, colour: str, passes: Sequence[SensedPass], rule: SensingRule) -> SensedVehicle:
    valid = [one for one in passes if one.valid]
    found = [row for limit in rule.limits if (row := _first_row(valid, limit, rule)) is not None]
    return SensedVehicle(
        plate, colour, len(passes), len(valid),
        tuple(one for one in found if one.limit.decides),
        tuple(one for one in found if not one.limit.decides),
    )  # fmt: skip


def _first_row(valid: Sequence[SensedPass], limit: SensingLimit, rule: SensingRule) -> Exceeded | None:
    """The first neighbouring passes that are all over and near enough to each other."""
    for start in range(len(valid) - rule.passes + 1):
        row = tuple(valid[start : start + rule.passes])
        if all(_is_over(one, limit) for one in row) and _near(row, rule.months):
            return Exceeded(limit, row)
    return None


def _is_over(one: SensedPass, limit: SensingLimit) -> bool:
    value = number(one.readings.get(limit.pollutant, ""))
    return value is not None and value > limit.high


def _near(row: Sequence[SensedPass], months: int) -> bool:
    return row[-1].passed_at.date() <= _months_later(row[0].passed_at.date(), months)


def _months_later(day: date, months: int) -> date:
    """The same day some calendar months later; the last of the month where there is none."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

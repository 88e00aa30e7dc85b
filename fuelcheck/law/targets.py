"""Vehicle targets and transport measures as frozen values: what clauses 10 and 11 of a plan ask for.

A target is counted from the vehicle register; a measure is reported by a department with
source and evidence and held against what the plan asks.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from fuelcheck.words import Area, Combustion, Energy, Stage, VehicleCategory


class TargetKind(StrEnum):
    """The three shapes of a vehicle target."""

    SHARE = "share"
    """New-energy vehicles are at least ``share`` of the vehicles looked at."""
    ZERO = "zero"
    """No vehicle of a kind is left."""
    TREND = "trend"
    """The share of new energy is to grow ("gradually"); there is no number to meet."""


class CountedOf(StrEnum):
    """Of which vehicles a share is taken."""

    STOCK = "stock"
    """Those in the fleet on the day."""
    ADDITIONS = "additions"
    """Those that came within the year, new or in another's place."""


class MeasureKind(StrEnum):
    """How a reported figure is held against the demand."""

    LEVEL = "level"
    """The year's figure, a share (0.80), is at least ``required``."""
    GROWTH = "growth"
    """From the base year on the figure grew by ``required`` a year, compounded."""
    CHANGE = "change"
    """The figure, a share, moved by ``required`` points (−0.025) or further since the base year."""


@dataclass(frozen=True, slots=True)
class Exemption:
    """A reason for which a vehicle may be left out (豁免原因); ``synonyms`` are other words for it."""

    id: str
    name: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """One vehicle target.

    ``categories`` and ``area`` (None: the whole county) say which vehicles it looks at. A share
    asks for ``share``; ``second_share`` is a line shown beside it that decides nothing. A zero
    target asks that no vehicle of ``energies`` be left whose stage is ``stage_up_to`` or older
    and which burns as ``combustion`` says, as far as these are given. ``exemptions`` are the ids
    of the reasons that it grants; ``deadline`` None: the year's end for additions, else none.
    ``readings`` names the readings that it rests on.
    """

    id: str
    kind: TargetKind
    of: CountedOf
    name: str
    clause: str
    demand: str
    lead: tuple[str, ...]
    cooperate: tuple[str, ...]
    categories: frozenset[VehicleCategory]
    area: Area | None
    share: Decimal | None
    second_share: Decimal | None
    energies: frozenset[Energy]
    stage_up_to: Stage | None
    combustion: Combustion | None
    exemptions: frozenset[str]
    deadline: date | None
    readings: tuple[str, ...]

    @property
    def interpretation(self) -> bool:
        """Whether the figure rests on a reading of ours."""
        return bool(self.readings)


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure that departments report; ``unit`` as people write it, ``base_year`` where one is asked for."""

    id: str
    kind: MeasureKind
    name: str
    clause: str
    demand: str
    lead: tuple[str, ...]
    cooperate: tuple[str, ...]
    required: Decimal
    base_year: int | None
    unit: str
    deadline: date | None
    readings: tuple[str, ...]

    @property
    def interpretation(self) -> bool:
        """Whether the demand rests on a reading of ours."""
        return bool(self.readings)

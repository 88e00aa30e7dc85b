"""The law of checks on vehicles in use, as frozen values: limits, demands, remote sensing, urea screening.

GB 3847-2018 limits the exhaust of diesel vehicles in use, HJ 845-2017 says when passes of a remote
sensing station make a verdict, and a refractometer screens urea by figures of GB 29518. Every figure
carries its confidence: no official text of the limits was seen, so a person must confirm them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from fuelcheck.law.standards import Source
from fuelcheck.words import CheckItem, CheckMethod, Confidence, EmissionUnit, Energy, LimitSet, Pollutant, Verdict


@dataclass(frozen=True, slots=True)
class Span:
    """The days on which something holds, both within; None: unbounded."""

    first: date | None
    last: date | None

    def holds(self, day: date) -> bool:
        """Whether ``day`` lies within."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class CheckLimit:
    """What is allowed of a measured item: ``low`` and ``high`` both belong to what passes.

    ``methods`` empty: however it was measured; ``limit_set`` None: in both sets.
    """

    item: CheckItem
    methods: frozenset[CheckMethod]
    limit_set: LimitSet | None
    span: Span
    low: Decimal | None
    high: Decimal | None
    unit: EmissionUnit
    clause: str
    confidence: Confidence
    sources: tuple[str, ...]

    @property
    def text(self) -> str:
        """The limit as programs read it: ``<= 1.2``, ``>= 40``."""
        return f"<= {self.high:f}" if self.high is not None else f">= {self.low or 0:f}"


@dataclass(frozen=True, slots=True)
class Demand:
    """What a state (OBD, devices, urea) must be: ``demanded`` passes, and each other state has its verdict."""

    item: CheckItem
    span: Span
    demanded: str
    fails: frozenset[str]
    undecided: frozenset[str]
    clause: str
    confidence: Confidence
    sources: tuple[str, ...]

    def verdict(self, state: str) -> Verdict:
        """Pass, fail or undecided; a state that the demand does not name is not tested."""
        if state == self.demanded:
            return Verdict.PASS
        if state in self.fails:
            return Verdict.FAIL
        return Verdict.UNDECIDED if state in self.undecided else Verdict.NOT_TESTED


@dataclass(frozen=True, slots=True)
class MethodRule:
    """What a method of measuring must give: the items, and how many readings of smoke.

    ``mean``: the readings are judged by their arithmetic mean, else each by itself; ``points``
    name them in their order. ``spread`` is how far they may lie apart before a person is told.
    """

    method: CheckMethod
    required: tuple[CheckItem, ...]
    readings: int
    mean: bool
    points: tuple[str, ...]
    spread: Decimal | None
    confidence: Confidence
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What an instrument can show of an item at all; anything else is a slip of the pen."""

    item: CheckItem
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class CheckStandard:
    """An edition of the standard for diesel vehicles in use.

    ``energies`` and ``vehicle_types`` (beginnings of codes and names) are what it says nothing of.
    """

    id: str
    title: str
    span: Span
    in_force_confidence: Confidence
    energies: frozenset[Energy]
    vehicle_types: tuple[str, ...]
    methods: tuple[MethodRule, ...]
    limits: tuple[CheckLimit, ...]
    demands: tuple[Demand, ...]
    bounds: tuple[Bounds, ...]
    sources: tuple[Source, ...]
    sha256: str

    def method(self, method: CheckMethod) -> MethodRule | None:
        """What a method must give; None where the standard does not know it."""
        return next((rule for rule in self.methods if rule.method is method), None)

    def limit(self, item: CheckItem, method: CheckMethod, limit_set: LimitSet, day: date) -> CheckLimit | None:
        """The limit of an item on a day; None where there is none."""
        for limit in self.limits:
            suits = not limit.methods or method in limit.methods
            if limit.item is item and suits and limit.limit_set in (None, limit_set) and limit.span.holds(day):
                return limit
        return None

    def demand(self, item: CheckItem, day: date) -> Demand | None:
        """The demand on a state on a day; None where there is none."""
        return next((one for one in self.demands if one.item is item and one.span.holds(day)), None)

    def bound(self, item: CheckItem) -> Bounds | None:
        """What an instrument can show of the item; None where nothing is known."""
        return next((one for one in self.bounds if one.item is item), None)


@dataclass(frozen=True, slots=True)
class SensingLimit:
    """From where on a pass is over the limit; ``decides`` False: it only points at a high emitter."""

    pollutant: Pollutant
    high: Decimal
    unit: EmissionUnit
    decides: bool
    confidence: Confidence
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SensingRule:
    """When passes of remote sensing make a verdict: ``passes`` in a row over, within ``months`` calendar months."""

    id: str
    title: str
    span: Span
    passes: int
    months: int
    confidence: Confidence
    limits: tuple[SensingLimit, ...]
    sources: tuple[Source, ...]
    sha256: str

    def limit(self, pollutant: Pollutant) -> SensingLimit | None:
        """The limit of a pollutant; None where there is none."""
        return next((limit for limit in self.limits if limit.pollutant is pollutant), None)


@dataclass(frozen=True, slots=True)
class ScreeningBand:
    """What a refractometer may show of good urea: ``quantity`` is ``mass_percent`` or ``refraction`` (nD, 20 °C)."""

    quantity: str
    low: Decimal
    high: Decimal
    confidence: Confidence
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UreaScreening:
    """The bands by which urea is screened at the roadside; outside of one a sample goes to the laboratory."""

    id: str
    title: str
    span: Span
    bands: tuple[ScreeningBand, ...]
    sources: tuple[Source, ...]
    sha256: str

    def band(self, quantity: str) -> ScreeningBand | None:
        """The band of a quantity; None where there is none."""
        return next((band for band in self.bands if band.quantity == quantity), None)


Law = TypeVar("Law", CheckStandard, SensingRule, UreaScreening)


@dataclass(frozen=True, slots=True)
class RoadsideLaw:
    """All that vehicles in use are judged by; which edition holds follows from the day."""

    standards: tuple[CheckStandard, ...]
    sensing: tuple[SensingRule, ...]
    screenings: tuple[UreaScreening, ...]

    def standard(self, day: date) -> CheckStandard | None:
        """The edition in force on a day."""
        return _in_force(self.standards, day)

    def sensing_rule(self, day: date) -> SensingRule | None:
        """The rule of remote sensing in force on a day."""
        return _in_force(self.sensing, day)

    def screening(self, day: date) -> UreaScreening | None:
        """The screening of urea that holds on a day."""
        return _in_force(self.screenings, day)


def _in_force(editions: Iterable[Law], day: date) -> Law | None:
    """Of those that hold on the day, the latest."""
    holding = [one for one in editions if one.span.holds(day)]
    return max(holding, key=lambda one: one.span.first or date.min, default=None)

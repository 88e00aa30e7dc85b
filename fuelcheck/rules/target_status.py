"""Where the vehicle targets stand: the values that an evaluation returns."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from fuelcheck.law.targets import Target
from fuelcheck.law.values import Policy
from fuelcheck.rules.fleet import VehicleKey
from fuelcheck.rules.year import QuotaYear
from fuelcheck.words import VehicleCategory


class Count(NamedTuple):
    """Vehicles counted: new-energy ones of all, or those left of a zero target (denominator None)."""

    numerator: int
    denominator: int | None


class CategoryCount(NamedTuple):
    """The same for one category (用途) of several that a target pools."""

    category: VehicleCategory
    numerator: int
    denominator: int | None


@dataclass(frozen=True, slots=True)
class TargetStatus:
    """One vehicle target, counted; the tuples of keys are sorted and name the vehicles behind the figures.

    ``met`` is None where there is nothing to decide: no vehicle, no number to meet, or a zero
    target of which only unknown vehicles are left. ``overdue``: the deadline has passed and the
    target is not met.
    """

    target: Target
    numerator: int
    denominator: int | None
    required: Decimal | None
    met: bool | None
    deadline: date | None
    overdue: bool
    left: tuple[VehicleKey, ...]
    """What keeps the target from being whole: counted vehicles without new energy, or those still to go."""
    exempt: tuple[VehicleKey, ...] = ()
    unknown: tuple[VehicleKey, ...] = ()
    """Of a zero target: vehicles whose stage or combustion nobody knows. They are not in the numerator."""
    suspected: tuple[VehicleKey, ...] = ()
    """Of the unknown those that probably have to go; a hint, never a finding."""
    estimated: tuple[VehicleKey, ...] = ()
    """Vehicles whose stage in the register is only an estimate, left or not."""
    unplaced: tuple[VehicleKey, ...] = ()
    """Vehicles of the categories whose area is empty, so that nobody knows whether the target covers them."""
    not_granted: tuple[VehicleKey, ...] = ()
    """Counted vehicles with a reason for exemption that this target does not grant."""
    by_category: tuple[CategoryCount, ...] = ()
    second_met: bool | None = None
    """Whether the second line, which decides nothing, is reached; None without one or without vehicles."""
    year_before: Count | None = None
    """Of a trend: the count on the same day of the year before."""

    @property
    def interpretation(self) -> bool:
        """Whether the figure rests on a reading of ours."""
        return self.target.interpretation

    @property
    def falling(self) -> bool | None:
        """Of a trend: whether the share is lower than a year before; None where either has no vehicles."""
        before = self.year_before
        if before is None or not before.denominator or not self.denominator:
            return None
        return self.numerator * before.denominator < before.numerator * self.denominator


@dataclass(frozen=True, slots=True)
class Targets:
    """All the vehicle targets of one division on one as-of day; ``year`` is the one the day lies in."""

    policy: Policy
    as_of: date
    year: QuotaYear
    lines: tuple[TargetStatus, ...]

    def line(self, id_: str) -> TargetStatus:
        """The line of that target id; StopIteration if there is none."""
        return next(line for line in self.lines if line.target.id == id_)

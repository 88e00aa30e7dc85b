"""Which vehicles a target covers on a day, which it leaves out, and which of them it hits.

Scopes and exemptions are those of plan 伊政办〔2024〕15号 (十一): the town (县城区) as the office
registers it, and only the reasons that the target itself grants. An empty area, stage or
combustion is never filled by a guess.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fuelcheck.law.targets import CountedOf, Target, TargetKind
from fuelcheck.law.values import Policy
from fuelcheck.rules.fleet import VehicleFact, additions, fleet_on
from fuelcheck.rules.target_status import Count
from fuelcheck.rules.year import QuotaYear
from fuelcheck.words import Combustion, Stage

_FIRST_YEAR, _LAST_YEAR = 2, 9998
"""Years whose neighbours have days as well."""


@dataclass(frozen=True, slots=True)
class Covered:
    """The vehicles that a target covers, apart from those that it leaves out."""

    counted: tuple[VehicleFact, ...]
    exempt: tuple[VehicleFact, ...]
    unplaced: tuple[VehicleFact, ...]


def year_of(policy: Policy, as_of: date) -> QuotaYear:
    """The year of ``policy`` that ``as_of`` lies in."""
    begun = (as_of.month, as_of.day) >= policy.year_starts
    number = as_of.year if begun else as_of.year - 1
    return QuotaYear.of(policy.year_starts, min(max(number, _FIRST_YEAR), _LAST_YEAR))


def covered_by(policy: Policy, target: Target, as_of: date, vehicles: Iterable[VehicleFact]) -> Covered:
    """The vehicles that ``target`` covers by the end of ``as_of``: of the fleet, or of the year's additions."""
    counted: list[VehicleFact] = []
    exempt: list[VehicleFact] = []
    unplaced: list[VehicleFact] = []
    for vehicle in _looked_at(policy, target, as_of, _in_kind(target, vehicles)):
        if target.area is not None and vehicle.area is None:
            unplaced.append(vehicle)
        elif target.area is None or vehicle.area is target.area:
            (exempt if _granted(policy, target, vehicle) else counted).append(vehicle)
    return Covered(tuple(counted), tuple(exempt), tuple(unplaced))


def count(target: Target, covered: Covered) -> Count:
    """The two figures of a target alone."""
    if target.kind is TargetKind.ZERO:
        return Count(sum(hits(target, vehicle) is True for vehicle in covered.counted), None)
    return Count(sum(vehicle.new_energy for vehicle in covered.counted), len(covered.counted))


def hits(target: Target, vehicle: VehicleFact) -> bool | None:
    """Whether a vehicle of the target's categories and energies has to go; None: nobody knows."""
    answers = (_old_enough(target.stage_up_to, vehicle.stage), _burns_so(target.combustion, vehicle.combustion))
    if False in answers:
        return False
    return None if None in answers else True


def deadline_of(policy: Policy, target: Target, as_of: date) -> date | None:
    """The day by which a target is to be met; of additions that name none, the year's last."""
    if target.deadline is None and target.of is CountedOf.ADDITIONS:
        return year_of(policy, as_of).last
    return target.deadline


def a_year_before(day: date) -> date:
    """The same day of the year before, of 29 February the 28th."""
    if day.year <= _FIRST_YEAR:
        return day
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _in_kind(target: Target, vehicles: Iterable[VehicleFact]) -> list[VehicleFact]:
    return [
        vehicle for vehicle in vehicles
        if vehicle.category in target.categories and (not target.energies or vehicle.energy in target.energies)
    ]  # fmt: skip


def _looked_at(policy: Policy, target: Target, as_of: date, vehicles: Iterable[VehicleFact]) -> tuple[VehicleFact, ...]:
    if target.of is CountedOf.ADDITIONS:
        return additions(vehicles, year_of(policy, as_of).first, as_of)
    return fleet_on(vehicles, as_of)


def _granted(policy: Policy, target: Target, vehicle: VehicleFact) -> bool:
    reason = policy.exemption(vehicle.exemption) if vehicle.exemption else None
    return reason is not None and reason.id in target.exemptions


def _old_enough(up_to: Stage | None, stage: Stage | None) -> bool | None:
    if up_to is None:
        return True
    return None if stage is None else stage.number <= up_to.number


def _burns_so(wanted: Combustion | None, combustion: Combustion | None) -> bool | None:
    if wanted is None:
        return True
    return None if combustion is None else combustion is wanted

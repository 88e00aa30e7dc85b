"""How the vehicle targets move: month by month, where they will end at this pace, what is left and whose.

A forecast is arithmetic under an assumption that it names; it decides nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from fuelcheck.language import N_, say
from fuelcheck.law.targets import CountedOf, Target, TargetKind
from fuelcheck.law.values import Policy
from fuelcheck.rules.fleet import VehicleFact, VehicleKey
from fuelcheck.rules.target_scope import count, covered_by, year_of
from fuelcheck.rules.target_status import Count, TargetStatus
from fuelcheck.rules.targets import reached
from fuelcheck.rules.year import QuotaYear, month_end


class Assumption(StrEnum):
    """What a forecast takes for granted."""

    SAME_FLEET_SAME_PACE = "same_fleet_same_pace"
    SAME_MIX = "same_mix"
    SAME_PACE_OF_GOING = "same_pace_of_going"

    @property
    def sentence(self) -> str:
        """The assumption told to people."""
        return say(_SENTENCES[self])


_SENTENCES = {
    Assumption.SAME_FLEET_SAME_PACE: N_(
        "The fleet keeps its size, and new-energy vehicles grow by as many a day as since the year began"
    ),
    Assumption.SAME_MIX: N_(
        "As many vehicles a day are added as since the year began, with the same share of new energy"
    ),
    Assumption.SAME_PACE_OF_GOING: N_(
        "As many vehicles a day go as since the year began, and those of unknown stage or combustion stay unknown"
    ),
}


@dataclass(frozen=True, slots=True)
class MonthPoint:
    """The count by the end of a month (``month`` is its first day), or by the as-of day in the running one."""

    month: date
    day: date
    count: Count


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where a target will stand on ``day`` if ``assumption`` holds."""

    assumption: Assumption
    day: date
    count: Count
    met: bool | None


@dataclass(frozen=True, slots=True)
class OwnerLeft:
    """An owner (empty: not stated) and those of its vehicles that are left."""

    owner: str
    vehicles: tuple[VehicleKey, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """One target's way through the year.

    ``needed``: how many vehicles must still be replaced by new-energy ones, or go; of additions,
    how many new-energy ones must still come; None where there is no number to meet, or no way to meet it.
    """

    status: TargetStatus
    months: tuple[MonthPoint, ...]
    forecast: Forecast | None
    needed: int | None
    owners: tuple[OwnerLeft, ...]


def progress(policy: Policy, status: TargetStatus, as_of: date, vehicles: Iterable[VehicleFact]) -> Progress:
    """The way of the target that ``status`` tells of; ``vehicles`` and ``as_of`` are those it was made from."""
    known = tuple(vehicle for vehicle in vehicles if vehicle.category in status.target.categories)
    return Progress(
        status,
        months=months(policy, status.target, as_of, known),
        forecast=forecast(policy, status, as_of, known),
        needed=needed(status),
        owners=owners_of(status.left, known),
    )


def months(policy: Policy, target: Target, as_of: date, vehicles: Sequence[VehicleFact]) -> tuple[MonthPoint, ...]:
    """The counts at the end of each month of the year up to ``as_of``, the running month by that day."""
    year = year_of(policy, as_of)
    return tuple(
        MonthPoint(month, day, _count_on(policy, target, day, vehicles))
        for month in year.months()
        if month <= as_of
        for day in [min(month_end(month), as_of, year.last)]
    )


def forecast(policy: Policy, status: TargetStatus, as_of: date, vehicles: Sequence[VehicleFact]) -> Forecast | None:
    """Where the target will stand on its deadline; None without one, once it has come, or for a trend."""
    year, deadline = year_of(policy, as_of), status.deadline
    if deadline is None or deadline <= as_of or status.target.kind is TargetKind.TREND or as_of < year.first:
        return None
    if status.target.of is CountedOf.ADDITIONS:
        return _additions(status, year, as_of, deadline)
    start = _count_on(policy, status.target, year.first - timedelta(days=1), vehicles)
    gain = (status.numerator - start.numerator) * (deadline - as_of).days // year.elapsed(as_of)
    numerator = max(0, status.numerator + gain)
    if status.denominator is None:
        met = False if numerator else (None if status.unknown else True)
        return Forecast(Assumption.SAME_PACE_OF_GOING, deadline, Count(numerator, None), met)
    expected = Count(min(numerator, status.denominator), status.denominator)
    return Forecast(Assumption.SAME_FLEET_SAME_PACE, deadline, expected, _met(status.required, expected))


def needed(status: TargetStatus) -> int | None:
    """How many vehicles are still to be replaced, to come, or to go; unknown ones are not among them."""
    if status.target.kind is TargetKind.ZERO:
        return status.numerator
    if status.required is None or not status.denominator:
        return None
    part, whole = status.required.as_integer_ratio()
    short = part * status.denominator - whole * status.numerator
    if short <= 0:
        return 0
    if status.target.of is CountedOf.STOCK:
        return -(-short // whole)
    # Each further addition counts on both sides; what has come without new energy cannot be undone.
    return None if part == whole else -(-short // (whole - part))


def owners_of(keys: Iterable[VehicleKey], vehicles: Iterable[VehicleFact]) -> tuple[OwnerLeft, ...]:
    """Whose the vehicles are, the owner of most first."""
    wanted = set(keys)
    by_owner: dict[str, list[VehicleKey]] = {}
    for vehicle in vehicles:
        if vehicle.key in wanted:
            by_owner.setdefault(vehicle.owner, []).append(vehicle.key)
    ordered = sorted(by_owner.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    return tuple(OwnerLeft(owner, tuple(sorted(owned))) for owner, owned in ordered)


def _additions(status: TargetStatus, year: QuotaYear, as_of: date, deadline: date) -> Forecast:
    """The same mix to the end: whether it is enough is already settled by the share so far."""
    days, elapsed = (deadline - year.first).days + 1, year.elapsed(as_of)
    denominator = (status.denominator or 0) * days // elapsed
    expected = Count(status.numerator * days // elapsed, denominator)
    return Forecast(Assumption.SAME_MIX, deadline, expected, status.met)


def _met(required: Decimal | None, expected: Count) -> bool | None:
    if required is None or not expected.denominator:
        return None
    return reached(required, expected.numerator, expected.denominator)


def _count_on(policy: Policy, target: Target, day: date, vehicles: Iterable[VehicleFact]) -> Count:
    return count(target, covered_by(policy, target, day, vehicles))

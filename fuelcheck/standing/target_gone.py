"""Which vehicles of a zero target left the county within the year, and how.

淘汰 counts what was scrapped (注销) only: a truck that moved away drives on elsewhere.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal

from fuelcheck.law.targets import Target
from fuelcheck.law.values import Policy
from fuelcheck.rules.fleet import VehicleFact, in_fleet
from fuelcheck.rules.target_scope import covered_by, hits, year_of
from fuelcheck.words import ListedFor

Way = Literal[ListedFor.SCRAPPED, ListedFor.MOVED_OUT]


def gone_within(
    policy: Policy, target: Target, as_of: date, vehicles: Iterable[VehicleFact]
) -> Iterator[tuple[VehicleFact, Way, bool]]:
    """Vehicles that the target covered until they left, from the year's first day to ``as_of``.

    Each with its way out and whether it surely had to go; those that surely had not are left out.
    """
    first = year_of(policy, as_of).first
    for vehicle in vehicles:
        left = _left(vehicle, as_of)
        if left is None or not first <= left[0] <= as_of:
            continue
        day, way = left
        if covered_by(policy, target, day - timedelta(days=1), [vehicle]).counted:
            hit = hits(target, vehicle)
            if hit is not False:
                yield vehicle, way, hit is True


def _left(vehicle: VehicleFact, as_of: date) -> tuple[date, Way] | None:
    """The day on which a vehicle that is not here left last, and how; scrapped where both are one day."""
    if in_fleet(vehicle, as_of):
        return None
    ways: tuple[tuple[date | None, Way], ...] = (
        (vehicle.moved_out_on, ListedFor.MOVED_OUT), (vehicle.scrapped_on, ListedFor.SCRAPPED),
    )  # fmt: skip
    days = [
        (day, way) for day, way in ways
        if day is not None and date.min < day <= as_of and in_fleet(vehicle, day - timedelta(days=1))
    ]  # fmt: skip
    return max(days, key=lambda left: (left[0], left[1] is ListedFor.SCRAPPED), default=None)

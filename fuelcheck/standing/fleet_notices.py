"""The notices about the register of vehicles that nobody has answered; derived anew each time."""

from collections.abc import Collection
from datetime import date

from fuelcheck.china import CHINA
from fuelcheck.rules.noticed import Notice
from fuelcheck.rules.vehicle_notices import vehicle_notices
from fuelcheck.store import fleet, registers
from fuelcheck.store.session import View


def open_fleet_notices(view: View, day: date) -> tuple[Notice, ...]:
    """The open notices as seen on ``day``."""
    answered = registers.answered(view.connection, view.division)
    found = vehicle_notices(fleet.vehicles(view.connection, view.division), day)
    return tuple(one.notice for one in found if one.notice.id not in answered)


def fleet_notice_ids(view: View) -> frozenset[str]:
    """The ids of all notices, answered or not, as seen on the day of the newest act."""
    found = vehicle_notices(fleet.vehicles(view.connection, view.division), _day_of(view))
    return frozenset(one.notice.id for one in found)


def fleet_notices_among(view: View, ids: Collection[str], day: date) -> tuple[tuple[str, Notice], ...]:
    """The open notices about the vehicles of those ids, each with the id of its vehicle."""
    every = fleet.vehicles_by_id(view.connection, view.division)
    answered = registers.answered(view.connection, view.division)
    named = tuple(every)
    about = [place for place, id_ in enumerate(named) if id_ in ids]
    found = vehicle_notices(every.values(), day, about)
    return tuple((named[place], notice) for place, notice in found if notice.id not in answered)


def _day_of(view: View) -> date:
    return date.max if view.head.moment is None else view.head.moment.astimezone(CHINA).date()

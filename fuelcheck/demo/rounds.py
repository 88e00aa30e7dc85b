"""The year's rounds: which station is visited on which day, and how many batches it gives.

152 motor-fuel batches are to be reported by the year's end and nine still pending, with
the heap in December that hurried offices have. Every private station that operates at the
end is visited, but one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from fuelcheck.demo.county import County
from fuelcheck.rules.facts import SiteFact
from fuelcheck.words import PETROL_GRADES, Ownership

YEAR = 2025
REPORTED = (6, 4, 12, 11, 12, 13, 8, 10, 12, 11, 13, 40)
"""Motor-fuel batches by month of sampling whose report comes within the year."""
PENDING = 9
"""Batches drawn so late in December that no report has come."""

_AGAIN = 12
"""The year's last visits go to stations that were visited in the first half: batches are short, stations are not."""

HOLIDAYS = (
    (date(2025, 1, 27), date(2025, 2, 7)),
    (date(2025, 5, 1), date(2025, 5, 5)),
    (date(2025, 10, 1), date(2025, 10, 8)),
)


@dataclass(frozen=True, slots=True)
class Round:
    """A team at a station, and how many batches it brings."""

    day: date
    site: SiteFact
    batches: int


class _Slot(NamedTuple):
    day: date
    batches: int


def working_days(first: date, last: date) -> list[date]:
    """The days from ``first`` to ``last`` that are neither weekend nor holiday."""
    days = (first + timedelta(n) for n in range((last - first).days + 1))
    return [d for d in days if d.weekday() < 5 and not any(a <= d <= b for a, b in HOLIDAYS)]


def month_days(month: int) -> list[date]:
    """The days of a month on which teams go out: not the last ones, so that reports come in time."""
    return working_days(date(YEAR, month, 1), date(YEAR, month, 18 if month == 12 else 26))


def plan(rng: Random, county: County) -> list[Round]:
    """All rounds of the year in the order of days."""
    slots = _slots(rng)
    rounds = [_take(slots, site, month) for site, month in _appointments(county)]
    first, again = slots[:-_AGAIN], slots[-_AGAIN:]
    rounds += _allot(first, _shuffled(rng, _ordinary(county)))
    early = _shuffled(rng, (r.site for r in rounds if r.day.month <= 6 and _lasts(county, r.site)))
    rounds += _allot(again, early)
    return sorted(rounds, key=lambda r: (r.day, r.site.code))


def _slots(rng: Random) -> list[_Slot]:
    """Two batches a visit, three where the month's number is odd."""
    slots = []
    for month, count in enumerate(REPORTED, start=1):
        days = month_days(month)
        slots += [_Slot(rng.choice(days), size) for size in _sizes(count)]
    last = working_days(date(YEAR, 12, 22), date(YEAR, 12, 30))
    return slots + [_Slot(rng.choice(last), size) for size in _sizes(PENDING)]


def _sizes(count: int) -> list[int]:
    odd = count % 2
    return [3] * odd + [2] * ((count - 3 * odd) // 2)


def _appointments(county: County) -> list[tuple[SiteFact, int]]:
    """The stations that must be visited in a certain month, for their story or their brand's share."""
    roles = county.roles
    sinopec, petrochina, other = (
        county.facts(o) for o in (Ownership.SINOPEC, Ownership.PETROCHINA, Ownership.OTHER_STATE)
    )
    months = {roles.closed: 4, roles.sold: 5, roles.opened: 7, roles.rested: 10, roles.renamed: 8}
    stories = [(county.fact(code), month) for code, month in months.items()]
    return [*stories, (sinopec[0], 3), (sinopec[1], 9), (petrochina[0], 11), (other[0], 6)]


def _ordinary(county: County) -> list[SiteFact]:
    """Private and collective stations without a story: 58 of them, each to be visited."""
    roles = county.roles
    story = {roles.uncovered, roles.shut, roles.closed, roles.rested, roles.sold, roles.renamed, roles.opened}
    owned = county.facts(Ownership.PRIVATE) + county.facts(Ownership.COLLECTIVE)
    return [f for f in owned if f.code not in story]


def _lasts(county: County, site: SiteFact) -> bool:
    """Whether a station is there all year and in the county's hand, so that a second visit is natural."""
    return site.code not in (county.roles.closed, county.roles.sold, county.roles.rested)


def _take(slots: list[_Slot], site: SiteFact, month: int) -> Round:
    slot = next(s for s in slots if s.day.month == month and s.batches == 2)
    slots.remove(slot)
    return Round(slot.day, site, slot.batches)


def _allot(slots: list[_Slot], sites: list[SiteFact]) -> list[Round]:
    """A site for every slot, the larger visits first: they need a station with enough pumps."""
    waiting = list(sites)
    rounds = []
    for slot in sorted(slots, key=lambda s: -s.batches):
        site = next(s for s in waiting if len(motor_grades(s)) >= slot.batches)
        waiting.remove(site)
        rounds.append(Round(slot.day, site, slot.batches))
    return rounds


def motor_grades(site: SiteFact) -> list[str]:
    """The grades of petrol and of ordinary diesel that a site sells."""
    return [g for g in site.products if g in PETROL_GRADES or g == "0"]


def _shuffled(rng: Random, sites: Iterable[SiteFact]) -> list[SiteFact]:
    return rng.sample(listed := list(sites), len(listed))

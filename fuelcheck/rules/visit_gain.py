"""Visits for policies whose batch quotas ``visit_search`` cannot hold: the largest gain first.

A policy may ask for petrol and diesel batches each by themselves, or for a coverage by urea.
Then the next visit is always one that helps the most needs along. The plan closes every need
but may not be the smallest; ``bound`` says how small it could be at best.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from fuelcheck.rules.counting import looks_at
from fuelcheck.rules.needs import SORTS, Need, Shelf
from fuelcheck.rules.roster import Roster
from fuelcheck.rules.status import PlannedVisit


class _Drawing(NamedTuple):
    """A visit: how many batches, and each need that one of them helps, once for each batch."""

    site: str
    batches: int
    helped: list[int]


def visits_by_gain(
    needs: Sequence[Need], roster: Roster, on_sale: Mapping[str, Shelf], cap: int
) -> tuple[PlannedVisit, ...]:
    """Visits that close ``needs``, all of them within reach; a site again only when no other helps."""
    left = [need.number for need in needs]
    waiting = [set(need.sites or ()) for need in needs]
    visits: list[PlannedVisit] = []
    unvisited = set(on_sale)
    while any(left):
        best = max(
            (_drawing(site, needs, left, waiting, roster, on_sale[site], cap) for site in sorted(unvisited)),
            key=lambda drawing: len(drawing.helped),
            default=None,
        )
        if best is None or not best.helped:
            unvisited = set(on_sale)
            continue
        unvisited.discard(best.site)
        for need in best.helped:
            left[need] -= 1
            waiting[need].discard(best.site)
        closes = tuple(need.quota.id for n, need in enumerate(needs) if n in best.helped)
        visits.append(PlannedVisit(best.site, best.batches, closes))
    return tuple(visits)


def bound(needs: Sequence[Need], cap: int) -> int:
    """A number of visits below which some need cannot be closed."""
    forced = {site for need in needs if need.sites and need.number == len(need.sites) for site in need.sites}
    alone = (need.number if need.sites is not None else -(-need.number // cap) for need in needs)
    return max(len(forced), *alone, 0)


def _drawing(
    site: str, needs: Sequence[Need], left: list[int], waiting: list[set[str]], roster: Roster, shelf: Shelf, cap: int
) -> _Drawing:
    """The batches of one visit that help most, one sort after the other."""
    stock = list(shelf)
    helped: list[int] = []
    batches = 0
    while batches < cap:
        gains = {
            sort: _helped(site, sort, needs, left, waiting, roster, helped)
            for sort, in_stock in enumerate(stock)
            if in_stock
        }
        best = max(gains, key=lambda sort: len(gains[sort]), default=None)
        if best is None or not gains[best]:
            break
        helped += gains[best]
        stock[best] -= 1
        batches += 1
    return _Drawing(site, batches, helped)


def _helped(
    site: str,
    sort: int,
    needs: Sequence[Need],
    left: list[int],
    waiting: list[set[str]],
    roster: Roster,
    helped: list[int],
) -> list[int]:
    """The needs that one more batch of a sort would help, after those that the visit has ``helped``."""
    return [
        n
        for n, need in enumerate(needs)
        if SORTS[sort] & need.quota.products
        and left[n] > helped.count(n)
        and (looks_at(need.quota, roster.sites[site]) if need.sites is None else site in waiting[n] and n not in helped)
    ]

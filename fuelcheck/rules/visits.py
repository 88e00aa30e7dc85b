"""The fewest visits that close every quota.

A visit yields at most one batch per grade on sale, capped by the policy's ``batches_per_visit``.
Owed visits come first: stations of a full coverage without a counted batch, as many stations as
a brand's rate lacks (the fullest, then those that sell urea, then by code), depots and producers
not yet sampled in the running month. Then come the sites with most grades; urea rides along where
it is sold, and urea vendors are visited for urea alone. A site is visited again only if one visit
to each cannot close the quotas. A batch at the laboratory is not assumed to be reported; how
many visits would do if all of them were is said beside. Whether enough days are left is not asked.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from fuelcheck.law.values import Quota
from fuelcheck.rules.needs import Need, shelves, within_reach
from fuelcheck.rules.roster import Roster
from fuelcheck.rules.status import PlannedVisit, VisitPlan
from fuelcheck.rules.visit_gain import bound, visits_by_gain
from fuelcheck.rules.visit_search import (
    Case,
    Choice,
    Found,
    Offer,
    fullest_first,
    further_visits,
    how_many,
    owed,
    owed_visits,
    search,
)
from fuelcheck.words import MOTOR_FUELS, Product

_UREA = frozenset({Product.UREA})


def plan_visits(
    needs: Sequence[Need],
    if_reported: Sequence[Need],
    roster: Roster,
    cap: int,
    months_lost: Iterable[tuple[str, date]] = (),
    lost: Iterable[str] = (),
) -> VisitPlan:
    """The plan for ``needs``; ``if_reported`` are those that would stay if all pending batches were reported.

    ``months_lost`` are the site-months that passed without a sample, ``lost`` the ids of their quotas.
    """
    ground = _Ground(roster, cap)
    possible = within_reach(needs, roster, ground.on_sale)
    visits, proved = _visits(possible, ground)
    same = list(if_reported) == list(needs)
    return VisitPlan(
        visits=visits,
        lower_bound=proved,
        cannot_close=tuple(sorted(months_lost)),
        if_pending_reported=len(visits) if same else _number_of_visits(if_reported, ground),
        out_of_reach=tuple(sorted(_beyond(needs, possible) | set(lost))),
    )


class _Ground:
    """What visits can bring, worked out once for several sets of needs."""

    def __init__(self, roster: Roster, cap: int) -> None:
        self.roster = roster
        self.cap = cap
        self.on_sale = shelves(roster)
        self._offers: dict[tuple[str, str], dict[str, Offer]] = {}

    def offers(self, fuel: Quota | None, urea: Quota | None) -> dict[str, Offer]:
        """What a visit to each site brings for the two quotas."""
        key = fuel.id if fuel else "", urea.id if urea else ""
        if key not in self._offers:
            self._offers[key] = self._made(fuel, urea)
        return self._offers[key]

    def _made(self, fuel: Quota | None, urea: Quota | None) -> dict[str, Offer]:
        # Without a quota of fuel the grades still say which site is fuller.
        fuel_at = set(self.roster.among(fuel.kinds, fuel.ownerships)) if fuel else self.on_sale.keys()
        urea_at = set(self.roster.among(urea.kinds, urea.ownerships)) if urea else set[str]()
        products = fuel.products if fuel else MOTOR_FUELS
        batches = {shelf: min(self.cap, shelf.batches(products)) for shelf in set(self.on_sale.values())}
        return {
            site: Offer(batches[shelf] if site in fuel_at else 0, shelf.urea if site in urea_at else 0, site)
            for site, shelf in self.on_sale.items()
        }


def _beyond(needs: Sequence[Need], possible: Sequence[Need]) -> set[str]:
    """Ids of the quotas of which visits cannot do all that is needed."""
    within = {need.quota.id: need.number for need in possible}
    return {need.quota.id for need in needs if need.number > within.get(need.quota.id, 0)}


def _number_of_visits(needs: Sequence[Need], ground: _Ground) -> int:
    possible = within_reach(needs, ground.roster, ground.on_sale)
    case = _case(possible, ground)
    if case is None:
        return len(visits_by_gain(possible, ground.roster, ground.on_sale, ground.cap))
    return how_many(case, search(case))


def _case(needs: Sequence[Need], ground: _Ground) -> Case | None:
    """The problem that ``visit_search`` solves; None if the needs have another shape.

    It holds one quota of motor-fuel batches, one of urea batches, and any number of quotas of
    sites that each such fuel batch satisfies, those of a share with no site in common.
    """
    batches = [need for need in needs if need.sites is None]
    fuels = [need for need in batches if need.quota.products <= MOTOR_FUELS]
    ureas = [need for need in batches if need.quota.products == _UREA]
    owing = [need for need in needs if need.sites is not None]
    fuel, urea = fuels[0].quota if fuels else None, ureas[0].quota if ureas else None
    covering = fuel.products if fuel else frozenset[Product]()
    if len(fuels) > 1 or len(ureas) > 1 or len(fuels) + len(ureas) < len(batches):
        return None
    if any(need.quota.products & _UREA or not covering <= need.quota.products for need in owing):
        return None
    return _sorted_out(owing, ground.offers(fuel, urea), ground.cap, _sum(fuels), _sum(ureas))


def _sum(needs: Iterable[Need]) -> int:
    return sum(need.number for need in needs)


def _sorted_out(owing: Sequence[Need], offers: dict[str, Offer], cap: int, fuel: int, urea: int) -> Case | None:
    forced = {site: offers[site] for need in owing for site in _all_of(need)}
    choices: list[Choice] = []
    chosen: set[str] = set()
    for need in owing:
        some = [site for site in need.sites or () if site not in forced]
        lacking = need.number - (len(need.sites or ()) - len(some))
        if lacking > 0:
            if chosen.intersection(some):
                return None
            chosen.update(some)
            choices.append(Choice(lacking, tuple(sorted((offers[site] for site in some), key=fullest_first))))
    free = tuple(offer for site, offer in offers.items() if site not in forced and site not in chosen)
    return Case(cap, fuel, urea, tuple(forced.values()), tuple(choices), free)


def _all_of(need: Need) -> list[str]:
    """The need's sites, by code, if it needs them all."""
    sites = need.sites or ()
    return sorted(sites) if need.number == len(sites) else []


def _visits(needs: Sequence[Need], ground: _Ground) -> tuple[tuple[PlannedVisit, ...], int]:
    """The visits, and the number that is proved to be needed at least."""
    case = _case(needs, ground)
    if case is None:
        return visits_by_gain(needs, ground.roster, ground.on_sale, ground.cap), bound(needs, ground.cap)
    visits = _drawn(case, _stops(case, search(case)), needs)
    return visits, len(visits)


class _Stop(NamedTuple):
    """A planned visit before its batches are shared out; ``owes``: it must draw a fuel batch."""

    offer: Offer
    owes: bool


def _stops(case: Case, found: Found) -> list[_Stop]:
    return [
        *[_Stop(owed(offer, case.cap), True) for offer in owed_visits(case, found)],
        *[_Stop(offer, False) for offer in further_visits(case, found)],
    ]


def _drawn(case: Case, stops: Sequence[_Stop], needs: Sequence[Need]) -> tuple[PlannedVisit, ...]:
    """Share the batches out: no more than are needed, the first visits first."""
    with_urea = _urea_stops(case, stops)
    fuel_id, urea_id = _batch_quotas(needs)
    reasons = _reasons(stops, needs)
    fuel_left = case.fuel
    visits = []
    for n, (offer, owes) in enumerate(stops):
        urea = n in with_urea
        fuel = min(offer.fuel, case.cap - urea, fuel_left)
        fuel_left -= fuel
        closes = reasons[n] + (fuel_id if fuel else ()) + (urea_id if urea else ())
        visits.append(PlannedVisit(offer.site, max(fuel, owes) + urea, closes))
    return tuple(visits)


def _batch_quotas(needs: Sequence[Need]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of the quotas of fuel batches and of urea batches; none or one each."""
    ids = [(need.quota.products == _UREA, need.quota.id) for need in needs if need.sites is None]
    return tuple(id_ for urea, id_ in ids if not urea), tuple(id_ for urea, id_ in ids if urea)


def _reasons(stops: Sequence[_Stop], needs: Sequence[Need]) -> list[tuple[str, ...]]:
    """For each stop the quotas of sites that its batch helps along, as long as they still ask for it."""
    numbers = {stop.offer.site: n for n, stop in enumerate(stops) if stop.owes}
    reasons: list[tuple[str, ...]] = [()] * len(stops)
    for need in needs:
        for n in sorted(numbers[site] for site in need.sites or () if site in numbers)[: need.number]:
            reasons[n] += (need.quota.id,)
    return reasons


def _urea_stops(case: Case, stops: Sequence[_Stop]) -> set[int]:
    """Numbers of the stops that draw urea: first those where it costs no batch of fuel."""
    sellers = [n for n, stop in enumerate(stops) if stop.offer.urea]
    sellers.sort(key=lambda n: stops[n].offer.fuel >= case.cap)
    return set(sellers[: case.urea])

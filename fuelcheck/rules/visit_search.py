"""The fewest visits, exactly: which sites to visit so that all needs are met.

A visit to a site brings up to ``fuel`` batches and up to ``urea`` (0 or 1) batches, together
at most ``cap``. The visits chosen suffice for M fuel and U urea batches if and only if their
fuel adds up to M, their urea to U, and what they bring together to M + U: each visit's yields
are an integral polymatroid, and so is their sum. Sites differ only in (fuel, urea); of two
equal in urea the one with more fuel is never worse. So a plan is settled by *how many* urea
sellers and others it takes from each group, the fullest first, and all such numbers are tried
until one meets the bound that each need sets by itself.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple, Self


class Offer(NamedTuple):
    """What one visit to a site can bring of the two batch quotas."""

    fuel: int
    urea: int
    site: str


def fullest_first(offer: Offer) -> tuple[int, int, str]:
    """Sort key: most grades, then urea sellers, then by code."""
    return -offer.fuel, -offer.urea, offer.site


class Choice(NamedTuple):
    """At least ``number`` of these sites must be visited; they are sorted fullest first."""

    number: int
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One planning problem: what is needed, whom one must visit, whom one may.

    Sites of ``forced`` (each owes a fuel batch of its own), of the choices and of ``free``
    are different sites.
    """

    cap: int
    fuel: int
    urea: int
    forced: tuple[Offer, ...]
    choices: tuple[Choice, ...]
    free: tuple[Offer, ...]

    def everywhere(self) -> list[Offer]:
        """All the sites that can be visited."""
        return [*self.forced, *(offer for choice in self.choices for offer in choice.offers), *self.free]


class Found(NamedTuple):
    """A smallest plan: urea sellers taken of each choice, then of the rest, and others of the rest."""

    rounds: int
    picked: tuple[int, ...]
    sellers: int
    others: int


def search(case: Case) -> Found:
    """A smallest plan in the fewest rounds; a round visits each site at most once.

    The case must be one that enough rounds can meet.
    """
    sites = _Pool.of(case.everywhere(), case.cap)
    rounds = _least_rounds(case, sites)
    while (found := _search(case, sites, rounds)) is None:
        rounds += 1
    return found


def how_many(case: Case, found: Found) -> int:
    """How many visits ``found`` has."""
    return len(case.forced) + sum(choice.number for choice in case.choices) + found.sellers + found.others


def owed_visits(case: Case, found: Found) -> list[Offer]:
    """The visits that are owed: forced ones, then those that ``found`` takes of each choice."""
    taken = zip(case.choices, found.picked, strict=True)
    return [*case.forced, *(offer for choice, sellers in taken for offer in _fullest(choice, sellers))]


def further_visits(case: Case, found: Found) -> list[Offer]:
    """The visits that ``found`` adds to the owed ones, fullest first."""
    used = {offer.site for offer in owed_visits(case, found)}
    sellers = _fullest_visits(case, 1, found.sellers, found.rounds, used)
    others = _fullest_visits(case, 0, found.others, found.rounds, used)
    return sorted([*sellers, *others], key=fullest_first)


def _fullest_visits(case: Case, urea: int, number: int, rounds: int, used: set[str]) -> list[Offer]:
    """The ``number`` fullest visits that are not owed, to other sites before the same one again."""
    if not number:
        return []
    pool = [
        (-offer.fuel, n, offer.site, offer)
        for offer in case.everywhere()
        if offer.urea == urea
        for n in range(offer.site in used, rounds)
    ]
    return [offer for *_, offer in sorted(pool)[:number]]


def owed(offer: Offer, cap: int) -> Offer:
    """What a visit brings that must draw a fuel batch: where one batch is all, no urea."""
    return offer if cap > 1 else Offer(offer.fuel, 0, offer.site)


class _Open(NamedTuple):
    """What is needed, or brought: fuel, urea, and both together."""

    fuel: int
    urea: int
    both: int

    def less(self, brought: "_Open") -> "_Open":
        return _Open(self.fuel - brought.fuel, self.urea - brought.urea, self.both - brought.both)


class _Pool(NamedTuple):
    """How many visits there are to urea sellers and to others, by the fuel that they bring."""

    sellers: list[int]
    others: list[int]

    @classmethod
    def of(cls, offers: Iterable[Offer], cap: int) -> Self:
        pool = cls([0] * (cap + 1), [0] * (cap + 1))
        for fuel, urea, _ in offers:
            pool[not urea][fuel] += 1
        return pool

    def times(self, rounds: int) -> "_Pool":
        return _Pool([n * rounds for n in self.sellers], [n * rounds for n in self.others])

    def without(self, other: "_Pool") -> "_Pool":
        return _Pool(
            [a - b for a, b in zip(self.sellers, other.sellers, strict=True)],
            [a - b for a, b in zip(self.others, other.others, strict=True)],
        )

    def brings(self) -> _Open:
        """What all these visits bring; a full one brings no more for selling urea."""
        fuel = sum(worth * (n + self.others[worth]) for worth, n in enumerate(self.sellers))
        return _Open(fuel, sum(self.sellers), fuel + sum(self.sellers[:-1]))

    def brings_owed(self) -> _Open:
        """The same of visits that must draw a fuel batch each."""
        fuel, urea, both = self.brings()
        return _Open(fuel, urea, both) if len(self.sellers) > 2 else _Open(fuel, 0, fuel)


def _least_rounds(case: Case, sites: _Pool) -> int:
    """Rounds below which even visiting every site each time is not enough."""
    wanted = zip((case.fuel, case.urea, case.fuel + case.urea), sites.brings(), strict=True)
    return max((-(-need // supply) for need, supply in wanted if need > 0), default=1)


def _search(case: Case, sites: _Pool, rounds: int) -> Found | None:
    forced = _Pool.of(case.forced, case.cap)
    pool = sites.times(rounds).without(forced)
    open_ = _Open(case.fuel, case.urea, case.fuel + case.urea).less(forced.brings_owed())
    bound = _bound(case, open_, pool)
    if bound is None:
        return None
    best: Found | None = None
    for picked in product(*map(_splits, case.choices)):
        taken = [offer for c, sellers in zip(case.choices, picked, strict=True) for offer in _fullest(c, sellers)]
        owed_pool = _Pool.of(taken, case.cap)
        further = _fill(open_.less(owed_pool.brings_owed()), pool.without(owed_pool), bound)
        if further is not None and (best is None or sum(further) < best.sellers + best.others):
            best = Found(rounds, picked, *further)
            if sum(further) <= bound:
                break
    return best


def _fill(open_: _Open, pool: _Pool, bound: int) -> tuple[int, int] | None:
    """Fewest (urea sellers, others) of ``pool`` that meet what is open; no fewer than ``bound`` are possible."""
    best: tuple[int, int] | None = None
    for sellers in _numbers_of_sellers(open_, pool, bound):
        if best is not None and sellers >= sum(best):
            continue
        fuel, both = _fullest_sellers(pool.sellers, sellers)
        others = _least(pool.others, max(open_.fuel - fuel, open_.both - both))
        if others is not None and (best is None or sellers + others < sum(best)):
            best = sellers, others
            if sellers + others <= bound:
                break
    return best


def _numbers_of_sellers(open_: _Open, pool: _Pool, bound: int) -> Iterator[int]:
    """How many urea sellers to try: first as many as the fullest sites hold, then every number."""
    least, most = max(0, open_.urea), sum(pool.sellers)
    if least > most:
        return
    among_fullest, room = 0, bound
    for fuel in range(len(pool.sellers) - 1, 0, -1):
        here = min(room, pool.sellers[fuel])
        among_fullest += here
        room = max(0, room - here - pool.others[fuel])
    yield max(least, among_fullest)
    yield from range(least, most + 1)


def _fullest_sellers(sellers: list[int], number: int) -> tuple[int, int]:
    """Fuel that the ``number`` fullest urea sellers bring, and fuel and urea together."""
    cap = len(sellers) - 1
    fuel = both = 0
    for worth in range(cap, -1, -1):
        here = min(number, sellers[worth])
        fuel += here * worth
        both += here * min(cap, worth + 1)
        number -= here
    return fuel, both


def _bound(case: Case, open_: _Open, pool: _Pool) -> int | None:
    """A number of further visits below which one of the three needs cannot be met, taken by itself.

    None: one of them cannot be met at all.
    """
    choices = [(choice.number, _Pool.of(choice.offers, case.cap)) for choice in case.choices]
    bounds = [_least(*_after_choices(need, pool, choices, worth)) for need, worth in zip(open_, _WORTHS, strict=True)]
    return None if None in bounds else max(bound for bound in bounds if bound is not None)


def _after_choices(
    need: int, pool: _Pool, choices: Iterable[tuple[int, _Pool]], worth: Callable[[_Pool], list[int]]
) -> tuple[list[int], int]:
    """The visits left, and the need left, when each choice takes the sites that are worth most."""
    visits = worth(pool)
    for number, sites in choices:
        left = number
        for value, here in reversed(list(enumerate(worth(sites)))):
            taken = min(left, here)
            visits[value] -= taken
            need -= taken * value
            left -= taken
    return visits, need


def _by_fuel(pool: _Pool) -> list[int]:
    return [a + b for a, b in zip(pool.sellers, pool.others, strict=True)]


def _by_urea(pool: _Pool) -> list[int]:
    return [sum(pool.others), sum(pool.sellers)]


def _by_both(pool: _Pool) -> list[int]:
    visits = pool.others.copy()
    for fuel, here in enumerate(pool.sellers):
        visits[min(fuel + 1, len(visits) - 1)] += here
    return visits


_WORTHS: tuple[Callable[[_Pool], list[int]], ...] = (_by_fuel, _by_urea, _by_both)
"""Numbers of visits by what they bring: of fuel, of urea, together."""


def _least(visits: list[int], need: int) -> int | None:
    """How many visits meet ``need`` when the fullest are taken first; ``visits[n]`` bring n each."""
    taken = 0
    for worth in range(len(visits) - 1, 0, -1):
        if need <= 0:
            return taken
        here = visits[worth]
        if here * worth >= need:
            return taken - (-need // worth)
        taken += here
        need -= here * worth
    return taken if need <= 0 else None


def _splits(choice: Choice) -> list[int]:
    """How many of the sites taken may be urea sellers; first what the fullest sites come to."""
    sellers = sum(offer.urea for offer in choice.offers)
    preferred = sum(offer.urea for offer in choice.offers[: choice.number])
    least = max(0, choice.number - (len(choice.offers) - sellers))
    most = min(choice.number, sellers)
    return [preferred, *(n for n in range(least, most + 1) if n != preferred)]


def _fullest(choice: Choice, sellers: int) -> list[Offer]:
    """The fullest sites of the choice, ``sellers`` of them urea sellers."""
    with_urea = [offer for offer in choice.offers if offer.urea][:sellers]
    without = [offer for offer in choice.offers if not offer.urea][: choice.number - sellers]
    return sorted([*with_urea, *without], key=fullest_first)

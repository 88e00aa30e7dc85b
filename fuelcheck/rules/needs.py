"""What the quotas still ask of visits, and what one visit to a site can bring.

A visit yields at most one batch per grade on sale, a site whose products are not known two
fuel batches (one of petrol, one of diesel), a urea vendor one of urea. These yields are a
planning figure of ours, not a rule of the plan.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from fuelcheck.law.values import Quota
from fuelcheck.rules.roster import Roster
from fuelcheck.words import DIESEL_GRADES, PETROL_GRADES, Product, SiteKind


class Need(NamedTuple):
    """What is open of one quota.

    With ``sites``: a batch of the quota's products at ``number`` of them. Without:
    ``number`` batches at any sites that the quota looks at.
    """

    quota: Quota
    number: int
    sites: tuple[str, ...] | None = None


class Shelf(NamedTuple):
    """How many batches of each sort one visit could draw if it drew everything on sale."""

    petrol: int
    diesel: int
    urea: int

    def batches(self, products: frozenset[Product]) -> int:
        """Batches that a quota of those products would accept."""
        return _batches(self, products)


SORTS = (
    frozenset({Product.GASOLINE, Product.ETHANOL_GASOLINE}),
    frozenset({Product.DIESEL}),
    frozenset({Product.UREA}),
)
"""The products that a batch of each field of ``Shelf`` may turn out to be."""


def shelves(roster: Roster) -> dict[str, Shelf]:
    """What each site sells that can be visited: the operating ones, own-use points left out."""
    return {
        code: _shelf(roster.sites[code].products, kind is SiteKind.UREA_VENDOR)
        for (kind, _), codes in roster.groups.items()
        for code in codes
    }


def within_reach(needs: Iterable[Need], roster: Roster, on_sale: Mapping[str, Shelf]) -> list[Need]:
    """The open needs, cut down to what visits to operating sites can do."""
    shelves = set(on_sale.values())
    possible = []
    for need in needs:
        if need.number > 0:
            selling = {shelf for shelf in shelves if shelf.batches(need.quota.products)}
            possible.append(_within_reach(need, roster, on_sale, selling))
    return [need for need in possible if need.number > 0]


def _within_reach(need: Need, roster: Roster, on_sale: Mapping[str, Shelf], selling: set[Shelf]) -> Need:
    quota, number, sites = need
    if sites is None:
        sold = any(on_sale[site] in selling for site in roster.among(quota.kinds, quota.ownerships))
        return need if sold else Need(quota, 0)
    reachable = tuple(site for site in sites if on_sale.get(site) in selling)
    return Need(quota, min(number, len(reachable)), reachable)


@lru_cache(maxsize=4096)
def _batches(shelf: Shelf, products: frozenset[Product]) -> int:
    return sum(number for sort, number in zip(SORTS, shelf, strict=True) if sort & products)


@lru_cache(maxsize=4096)
def _shelf(products: tuple[str, ...], vendor: bool) -> Shelf:
    if products:
        grades = set(products)
        return Shelf(len(grades & _PETROL_GRADES), len(grades & _DIESEL_GRADES), int(Product.UREA in grades))
    return Shelf(0, 0, 1) if vendor else Shelf(1, 1, 0)


_PETROL_GRADES = frozenset(PETROL_GRADES)
_DIESEL_GRADES = frozenset(DIESEL_GRADES)

"""What the invented county consists of: its townships, its sites, its changes, its stories."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from fuelcheck.rules.facts import ChangeFact, SiteFact
from fuelcheck.words import Change, Datum, Ownership, RiskClass, SiteKind

DIVISION = "410329"

TOWNSHIPS = {
    "城关街道": (112.43, 34.42),
    "河滨街道": (112.42, 34.43),
    "鸣皋镇": (112.21, 34.36),
    "水寨镇": (112.47, 34.45),
    "彭婆镇": (112.50, 34.51),
    "白沙镇": (112.58, 34.41),
    "江左镇": (112.67, 34.44),
    "高山镇": (112.26, 34.47),
    "吕店镇": (112.64, 34.50),
    "半坡镇": (112.66, 34.36),
    "酒后镇": (112.24, 34.25),
    "白元镇": (112.36, 34.33),
    "鸦岭镇": (112.36, 34.51),
    "葛寨镇": (112.52, 34.32),
    "平等乡": (112.33, 34.38),
}
"""The county's townships with a point somewhere near (longitude, latitude; rough, not surveyed)."""


@dataclass(frozen=True, slots=True)
class Site:
    """A row of the sites' ledger: the fact, and what only the ledger tells."""

    fact: SiteFact
    former_names: tuple[str, ...] = ()
    brand: str = ""
    uscc: str = ""
    licence_no: str = ""
    address: str = ""
    longitude: float | None = None
    latitude: float | None = None
    datum: Datum | None = None
    risk_class: RiskClass | None = None


@dataclass(frozen=True, slots=True)
class Roles:
    """The codes of the stations that have a story in the year."""

    uncovered: str
    shut: str
    """Closes in December without ever having been sampled."""
    closed: str
    rested: str
    sold: str
    renamed: str
    opened: str


@dataclass(frozen=True, slots=True)
class County:
    """The sites in the order of the ledger, the year's changes, and who plays which part."""

    sites: tuple[Site, ...]
    changes: tuple[ChangeFact, ...]
    roles: Roles

    def facts(self, ownership: Ownership | None = None, *kinds: SiteKind) -> list[SiteFact]:
        """The sites of an ownership (None: any) and of these kinds (none: stations and points)."""
        wanted = kinds or (SiteKind.STATION, SiteKind.FILLING_POINT)
        return [s.fact for s in self.sites if s.fact.kind in wanted and ownership in (None, s.fact.ownership)]

    def fact(self, code: str) -> SiteFact:
        """The site of that code; StopIteration if there is none."""
        return next(s.fact for s in self.sites if s.fact.code == code)

    def name_on(self, code: str, day: date) -> str:
        """The name that a site bore on a day."""
        names_ = [c.value for c in self.changes if c.site == code and c.what is Change.NAME and c.effective_on <= day]
        return names_[-1] if names_ else self.fact(code).name

    def known(self, day: date) -> Iterator[Site]:
        """The sites that were in the ledger on ``day``, without a closing that was still to come."""
        for site in self.sites:
            fact = site.fact
            if fact.opened_on is None or fact.opened_on <= day:
                still_open = fact.closed_on is not None and fact.closed_on > day
                yield replace(site, fact=replace(fact, closed_on=None)) if still_open else site

"""One division's year, asked once: facts, roster and ledger, for the annexes to pick from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fuelcheck.law.values import Policy, QuotaKind
from fuelcheck.rules.counting import counts
from fuelcheck.rules.facts import Facts, SiteFact, VisitFact
from fuelcheck.rules.roster import Roster
from fuelcheck.rules.year import QuotaYear
from fuelcheck.standing.evaluation import LedgerRow, SiteRow
from fuelcheck.store import facts as single
from fuelcheck.store import tallies
from fuelcheck.store.session import View
from fuelcheck.words import MOTOR_FUELS, Product, SiteKind

STATIONS = frozenset({SiteKind.STATION, SiteKind.FILLING_POINT})


@dataclass(frozen=True, slots=True)
class Asked:
    """What the store said about one division's year.

    ``ledger`` are all the year's batches sampled by the as-of day; ``visits`` those without
    a sample.
    """

    policy: Policy
    year: QuotaYear
    as_of: date
    facts: Facts
    roster: Roster
    sites: dict[str, SiteRow]
    ledger: tuple[LedgerRow, ...]
    visits: tuple[VisitFact, ...]

    @property
    def last(self) -> date:
        """The last day that can have been sampled: the roster day."""
        return self.roster.day

    def counted(self) -> Iterator[LedgerRow]:
        """The batches that count."""
        return (row for row in self.ledger if row.counted)


def facts_of(view: View, policy: Policy, year: QuotaYear, as_of: date) -> Facts:
    """The facts that the rules are given, in a fixed number of statements."""
    division, connection = view.division, view.connection
    sites = tallies.sites(connection, division)
    monthly = frozenset[SiteKind]().union(*(q.kinds for q in policy.quotas if q.kind is QuotaKind.MONTHLY))
    watched = [s.code for s in sites if s.kind in monthly]
    span = (year.first, year.last, as_of)
    return Facts(
        sites,
        tallies.changes(connection, division),
        tallies.tallies(connection, division, *span),
        tallies.months(connection, division, *span, watched),
    )


def ask(view: View, policy: Policy, year: QuotaYear, as_of: date) -> Asked:
    """Everything about the year that the annexes show."""
    facts = facts_of(view, policy, year, as_of)
    roster = Roster.on(year.roster_day(as_of), facts.sites, facts.changes)
    sites = {code: site_row(roster, site) for code, site in roster.sites.items()}
    batches = single.batches(view.connection, view.division, year.first, roster.day, as_of)
    ledger = tuple(LedgerRow(b, sites[b.site], counts(policy, year, as_of, b, roster.sites[b.site])) for b in batches)
    visits = single.visits(view.connection, view.division, year.first, roster.day)
    return Asked(policy, year, as_of, facts, roster, sites, ledger, visits)


def site_row(roster: Roster, site: SiteFact) -> SiteRow:
    """A site as the annexes show it."""
    operating = site.code in roster.operating
    closed = None if operating else roster.closed_since(site.code)
    return SiteRow(site.code, site.name, site.kind, site.ownership, site.township, operating, closed)


def is_motor_fuel(row: LedgerRow) -> bool:
    """Whether it is petrol or diesel of a station or filling point."""
    return row.batch.product in MOTOR_FUELS and row.site.kind in STATIONS


def is_urea(row: LedgerRow) -> bool:
    """Whether it is vehicle urea."""
    return row.batch.product is Product.UREA

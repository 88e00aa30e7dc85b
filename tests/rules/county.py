"""A small county for the tests of the rules: policies, sites and tallies in a line each."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fuelcheck.law.load import find_policy, read_policy
from fuelcheck.law.values import CoverageRoster, Policy, Quota, QuotaKind
from fuelcheck.rules.facts import ChangeFact, Facts, MonthTally, SiteFact, Tally
from fuelcheck.words import MOTOR_FUELS, Change, Ownership, Product, Purpose, SiteKind, Task

STATIONS = frozenset({SiteKind.STATION, SiteKind.FILLING_POINT})
YEAR_END = date(2025, 12, 31)


def yichuan() -> Policy:
    """The shipped policy."""
    text, path = find_policy("yichuan-2024-15", None)
    return read_policy(text, str(path))


def dated(policy: Policy, id_: str, issued: date, first: date, until: date | None) -> Policy:
    """The same duties under another document."""
    document = replace(policy.document, issued_on=issued, valid_from=first, valid_until=until)
    return replace(policy, id=id_, document=document)


def with_quotas(*quotas: Quota, per_visit: int = 3) -> Policy:
    """Yichuan's counting with other duties."""
    return replace(yichuan(), quotas=quotas, batches_per_visit=per_visit)


def quota(
    id_: str,
    kind: QuotaKind,
    *,
    products: frozenset[Product] = MOTOR_FUELS,
    kinds: frozenset[SiteKind] = STATIONS,
    ownerships: frozenset[Ownership] = frozenset(),
    required: int | None = None,
    share: str | None = None,
    roster: CoverageRoster = CoverageRoster.ROSTER_DAY,
) -> Quota:
    """A quota with nothing but what the rules look at."""
    return Quota(
        id_, kind, id_, "", "", ("局",), (), products, kinds, ownerships,
        required, None if share is None else Decimal(share), roster, (),
    )  # fmt: skip


def site(
    code: str,
    ownership: Ownership = Ownership.PRIVATE,
    kind: SiteKind = SiteKind.STATION,
    *,
    opened: date | None = None,
    closed: date | None = None,
    products: str = "",
) -> SiteFact:
    """A site; ``products`` as in a ledger, separated by spaces."""
    return SiteFact(code, f"站{code}", kind, ownership, "城关街道", opened, closed, tuple(products.split()))


def tally(
    code: str,
    reported: int = 1,
    pending: int = 0,
    *,
    product: Product = Product.DIESEL,
    task: Task | None = None,
    purpose: Purpose | None = None,
) -> Tally:
    """Batches of one kind at a site."""
    return Tally(code, product, task, purpose, reported, pending)


def facts(
    sites: list[SiteFact],
    tallies: list[Tally] = [],  # noqa: B006 - never changed
    *,
    changes: list[ChangeFact] = [],  # noqa: B006
    months: list[MonthTally] = [],  # noqa: B006
) -> Facts:
    """What an evaluation is given."""
    return Facts(tuple(sites), tuple(changes), tuple(tallies), tuple(months))


def closed(code: str, day: date) -> ChangeFact:
    """A closing."""
    return ChangeFact(code, day, Change.CLOSED)


def reopened(code: str, day: date) -> ChangeFact:
    """A reopening."""
    return ChangeFact(code, day, Change.REOPENED)


def sold(code: str, day: date, to: Ownership) -> ChangeFact:
    """A sale."""
    return ChangeFact(code, day, Change.OWNERSHIP, to.value)

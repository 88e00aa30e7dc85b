"""Which policy a quota year is counted by.

One policy a year: of those issued by the as-of day, the latest whose dates touch the year; if
none touches it, the last before it, since a county goes on counting while it waits for a new
document. An expired document is shown as expired; what it replaced is shown beside.
"""

from collections.abc import Iterable
from datetime import date

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.law.values import Policy
from fuelcheck.rules.year import QuotaYear


class NoPolicy(FuelcheckError):
    """Nobody has registered a policy."""

    code = "no-policy"
    sentence = N_("No policy is registered, so there is nothing to count by")


class BeforeFirstPolicy(FuelcheckError):
    """The year lies before the first policy, or the first one had not been issued by the day."""

    code = "before-first-policy"
    sentence = N_(
        "No policy for {year} had been issued by {as_of}: the first one registered is {policy},"
        " issued on {issued_on} and valid from {valid_from}"
    )


def policy_for(policies: Iterable[Policy], year: int, as_of: date) -> tuple[Policy, Policy | None]:
    """The policy of ``year`` as known on ``as_of``, and the one that it replaced within the year.

    ``policies`` are those registered for the division, in any order. A policy that held from
    the year's first day on replaced nobody within it. Raises ``NoPolicy``, ``BeforeFirstPolicy``.
    """
    ordered = sorted(policies, key=_age)
    begun = [p for p in ordered if p.document.issued_on <= as_of and p.document.valid_from <= _year(p, year).last]
    if not begun:
        raise _refusal(ordered, year, as_of)
    touching = [p for p in begun if _touches(p, year)]
    if not touching:
        return begun[-1], None
    chosen = touching.pop()
    within = chosen.document.valid_from > _year(chosen, year).first
    return chosen, touching[-1] if touching and within else None


def _age(policy: Policy) -> tuple[date, date, str]:
    return policy.document.issued_on, policy.document.valid_from, policy.id


def _year(policy: Policy, year: int) -> QuotaYear:
    return QuotaYear.of(policy.year_starts, year)


def _touches(policy: Policy, year: int) -> bool:
    """Whether a policy that has begun by the year's end was still valid on its first day or later."""
    until = policy.document.valid_until
    return until is None or until >= _year(policy, year).first


def _refusal(ordered: list[Policy], year: int, as_of: date) -> FuelcheckError:
    if not ordered:
        return NoPolicy()
    paper = ordered[0].document
    return BeforeFirstPolicy(
        year=year, as_of=as_of, policy=ordered[0].id, issued_on=paper.issued_on, valid_from=paper.valid_from
    )

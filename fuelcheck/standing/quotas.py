"""Where the year's quotas stand: the one composition that page, API, terminal and document call."""

from collections import Counter
from datetime import date

from fuelcheck.law.values import Policy, QuotaKind
from fuelcheck.rules import pace
from fuelcheck.rules.policies import policy_for
from fuelcheck.rules.quotas import evaluate
from fuelcheck.rules.status import Status
from fuelcheck.rules.year import QuotaYear
from fuelcheck.standing import annexes, counts, laboratory_work, since
from fuelcheck.standing.asked import Asked, ask, facts_of, is_motor_fuel
from fuelcheck.standing.evaluation import Pace, QuotaReport
from fuelcheck.standing.head import head
from fuelcheck.standing.judgements import judged
from fuelcheck.standing.open_notices import open_notices
from fuelcheck.store.policies import policies
from fuelcheck.store.registers import answered, is_example
from fuelcheck.store.session import View
from fuelcheck.words import MOTOR_FUELS, Period


def status(view: View, year: int, as_of: date) -> Status:
    """The status of every quota by the end of ``as_of``.

    Raises BeforeTheYear, NoPolicy and BeforeFirstPolicy.
    """
    policy, _ = policy_for(policies(view.connection, view.division), year, as_of)
    return _status(view, policy, year, as_of)


def report(view: View, year: int, as_of: date, period: Period = Period.YEAR) -> QuotaReport:
    """The status with all its annexes; raises what ``status`` raises."""
    policy, replaced = policy_for(policies(view.connection, view.division), year, as_of)
    span = QuotaYear.of(policy.year_starts, year)
    span.roster_day(as_of)  # refuses a day before the year
    asked = ask(view, policy, span, as_of)
    standing = evaluate(policy, year, as_of, asked.facts)
    last = since.last_of(view, year)
    months = counts.by_month(asked, _required(standing))
    kinds = {code: site.kind for code, site in asked.sites.items()}
    by_us = judged(view, (row.batch for row in asked.ledger), kinds, as_of)
    answers = answered(view.connection, view.division)
    return QuotaReport(
        status=standing,
        replaced=None if replaced is None else _status(view, replaced, year, as_of),
        head=head(view),
        example=is_example(view.connection, view.division),
        span=counts.span_of(asked, period),
        months=months,
        townships=counts.by_township(asked),
        products=counts.by_product(asked),
        pace=_pace(asked, standing),
        to_sample=annexes.to_sample(asked, standing),
        brand_sampled=annexes.brand_sampled(asked, standing),
        depots=annexes.depots(asked, standing),
        urea=annexes.urea(asked),
        failing=laboratory_work.failing(asked, by_us),
        flagged=laboratory_work.flagged(asked, by_us, answers),
        overdue=laboratory_work.overdue(asked, by_us),
        left_uncovered=annexes.left_uncovered(view, asked, standing),
        notices=open_notices(view, asked, by_us, answers),
        other_levels=annexes.other_levels(asked),
        last_document=last,
        changes=since.changes(view, asked, last),
        ledger=asked.ledger,
        site_names={code: site.name for code, site in asked.sites.items()},
    )


def _status(view: View, policy: Policy, year: int, as_of: date) -> Status:
    span = QuotaYear.of(policy.year_starts, year)
    span.roster_day(as_of)  # refuses a day before the year
    return evaluate(policy, year, as_of, facts_of(view, policy, span, as_of))


def _required(standing: Status) -> int:
    """Motor-fuel batches that the year asks for: what pace and chart are drawn against."""
    return sum(
        line.required
        for line in standing.quotas
        if line.quota.kind is QuotaKind.BATCHES and line.quota.products <= MOTOR_FUELS
    )


def _pace(asked: Asked, standing: Status) -> Pace:
    required = _required(standing)
    fuel = [row.batch.sampled_on.replace(day=1) for row in asked.counted() if is_motor_fuel(row)]
    return Pace(
        elapsed_days=asked.year.elapsed(asked.as_of),
        year_days=asked.year.days,
        expected=pace.expected(required, asked.year, asked.as_of),
        achieved=len(fuel),
        meets_on=pace.meets_on(required, len(fuel), asked.year, asked.as_of),
        december_heap=pace.december_heap(asked.year, Counter(fuel)),
    )

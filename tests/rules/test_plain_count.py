"""The quotas of random counties, counted once by the rules and once plainly, batch by batch."""

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.law.values import CoverageRoster, QuotaKind
from fuelcheck.rules.facts import ChangeFact, MonthTally, Tally
from fuelcheck.rules.quotas import evaluate
from fuelcheck.rules.roster import operating_on, ownership_on
from fuelcheck.words import Change, Ownership, Product, Purpose, SiteKind, Task
from tests.rules.county import facts, site, yichuan

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
CODES = ("S1", "S2", "S3", "D1", "U1", "E1")
FUEL = {"gasoline", "ethanol_gasoline", "diesel"}
FORECOURT = {"station", "filling_point"}
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Row:
    """A line of the sampling ledger."""

    site: str
    sampled_on: date
    product: Product
    task: Task | None
    purpose: Purpose | None
    reported_on: date | None
    void: bool


days = st.dates(date(2024, 11, 1), date(2026, 2, 15))
# Few distinct days, so that months, closings and reports meet.
near = st.sampled_from([date(2025, m, d) for m in (1, 2, 6, 12) for d in (1, 15, monthrange(2025, m)[1])])
sites = st.tuples(
    *(
        st.builds(
            site,
            st.just(code),
            st.sampled_from(list(Ownership)),
            st.sampled_from([SiteKind.STATION, SiteKind.FILLING_POINT])
            if code[0] == "S"
            else st.just({"D": SiteKind.DEPOT, "U": SiteKind.UREA_VENDOR, "E": SiteKind.OWN_USE}[code[0]]),
            opened=st.none() | near,
            closed=st.none() | near,
        )
        for code in CODES
    )
)
changes = st.lists(
    st.builds(ChangeFact, st.sampled_from(CODES), near, st.sampled_from([Change.CLOSED, Change.REOPENED]))
    | st.builds(ChangeFact, st.sampled_from(CODES), near, st.just(Change.OWNERSHIP), st.sampled_from(list(Ownership))),
    max_size=5,
)
rows = st.lists(
    st.builds(
        Row,
        st.sampled_from(CODES),
        near | days,
        st.sampled_from(list(Product)),
        st.none() | st.sampled_from(list(Task)),
        st.none() | st.sampled_from(list(Purpose)),
        st.none() | days,
        st.integers(0, 9).map(lambda n: n == 0),
    ),
    max_size=25,
)
as_of_days = st.dates(FIRST, date(2026, 2, 15)) | near


def tallied(rows, as_of):
    """What the store would count."""
    counts: Counter = Counter()
    for r in rows:
        if FIRST <= r.sampled_on <= min(as_of, LAST) and not r.void:
            key = (r.site, r.sampled_on.replace(day=1), r.product, r.task, r.purpose)
            counts[key, r.reported_on is not None and r.reported_on <= as_of] += 1
    months = [
        MonthTally(*key, counts[key, True], counts[key, False]) for key in sorted({k for k, _ in counts}, key=str)
    ]
    whole: Counter = Counter()
    for m in months:
        whole[(m.site, m.product, m.task, m.purpose), 0] += m.reported
        whole[(m.site, m.product, m.task, m.purpose), 1] += m.pending
    return [Tally(*key, whole[key, 0], whole[key, 1]) for key in dict.fromkeys(k for k, _ in whole)], months


class Plain:
    """The design's sentences, one after the other, without regard to speed."""

    def __init__(self, sites, changes, rows, as_of):
        self.as_of, self.roster_day = as_of, min(as_of, LAST)
        self.sites = {s.code: s for s in sites}
        self.changes = {code: [c for c in changes if c.site == code] for code in self.sites}
        eligible = [
            r
            for r in rows
            if FIRST <= r.sampled_on <= self.roster_day
            and not r.void
            and r.task in (None, "county")
            and r.purpose in (None, "routine", "campaign", "complaint")
        ]
        self.done = [r for r in eligible if r.reported_on is not None and r.reported_on <= as_of]
        self.pending = [r for r in eligible if r not in self.done]

    def operating(self, code, day):
        return operating_on(self.sites[code], self.changes[code], day)

    def operated_until_roster_day(self, code):
        return any(self.operating(code, FIRST + n * DAY) for n in range((self.roster_day - FIRST).days + 1))

    def owner(self, code):
        day = self.roster_day
        if not self.operating(code, day) and self.operated_until_roster_day(code):
            while not self.operating(code, day):
                day -= DAY
        return ownership_on(self.sites[code], self.changes[code], day)

    def fuel_at_forecourts(self, rows):
        return [r for r in rows if r.product in FUEL and self.sites[r.site].kind in FORECOURT]

    def coverage(self, owners):
        forecourts = [s for s in self.sites if self.sites[s].kind in FORECOURT and self.owner(s) in owners]
        covered = {r.site for r in self.fuel_at_forecourts(self.done)}
        waiting = {r.site for r in self.fuel_at_forecourts(self.pending)}
        population = [s for s in forecourts if self.operating(s, self.roster_day)]
        left = [s for s in forecourts if s not in population and self.operated_until_roster_day(s) and s not in covered]
        missing = [s for s in population if s not in covered]
        return population, missing, [s for s in missing if s in waiting], left

    def due_months(self):
        return [
            ("D1", date(2025, m, 1))
            for m in range(1, 13)
            if (end := date(2025, m, monthrange(2025, m)[1])) <= self.as_of and self.operating("D1", end)
        ]

    def in_months(self, rows):
        return {(r.site, r.sampled_on.replace(day=1)) for r in rows if r.product in FUEL}


@given(sites, changes, rows, as_of_days)
def test_a_plain_count_agrees(sites, changes, rows, as_of):
    plain = Plain(sites, changes, rows, as_of)
    tallies, months = tallied(rows, as_of)
    status = evaluate(yichuan(), 2025, as_of, facts(list(sites), tallies, changes=changes, months=months))

    fuel = status.line("motor_fuel_batches")
    assert fuel.achieved == len(plain.fuel_at_forecourts(plain.done))
    assert fuel.in_progress == len(plain.fuel_at_forecourts(plain.pending))
    assert status.line("urea_batches").achieved == sum(r.product == "urea" for r in plain.done)

    population, missing, waiting, left = plain.coverage(("private", "collective"))
    private = status.line("private_coverage")
    assert (private.population, private.required) == (len(population), len(population))
    assert (private.missing, private.pending) == (tuple(missing), tuple(waiting))
    assert (private.shortfall, private.in_progress) == (len(missing), len(waiting))
    assert private.left_uncovered == tuple(left)

    for id_, owner in (("sinopec_rate", "sinopec"), ("petrochina_rate", "petrochina")):
        population, missing, waiting, _ = plain.coverage((owner,))
        rate = status.line(id_)
        assert (rate.population, rate.required) == (len(population), ceil(len(population) / 10))
        assert (rate.achieved, rate.in_progress) == (len(population) - len(missing), len(waiting))
        assert rate.met is (rate.achieved >= rate.required)

    due, done = plain.due_months(), plain.in_months(plain.done)
    monthly = status.line("depot_monthly")
    assert monthly.required == len(due)
    assert monthly.missing == tuple(month for month in due if month not in done)
    assert monthly.in_progress == sum(m in plain.in_months(plain.pending) for m in monthly.missing)


@given(sites, changes, rows, as_of_days, st.randoms())
def test_the_order_of_facts_does_not_matter(sites, changes, rows, as_of, random):
    def shuffled(facts):
        return random.sample(list(facts), len(facts))

    tallies, months = tallied(rows, as_of)
    status = evaluate(yichuan(), 2025, as_of, facts(list(sites), tallies, changes=changes, months=months))
    again = facts(shuffled(sites), shuffled(tallies), changes=shuffled(changes), months=shuffled(months))
    assert evaluate(yichuan(), 2025, as_of, again) == status


@given(sites, changes, rows, as_of_days, st.sampled_from(CODES), st.sampled_from(list(Product)))
def test_a_further_reported_batch_takes_nothing_away(sites, changes, rows, as_of, code, product):
    before, after = (
        evaluate(yichuan(), 2025, as_of, facts(list(sites), tallies, changes=changes, months=months))
        for tallies, months in (
            tallied(rows, as_of),
            tallied([*rows, Row(code, FIRST, product, None, None, FIRST, False)], as_of),
        )
    )
    for old, new in zip(before.quotas, after.quotas, strict=True):
        assert new.achieved in (old.achieved, old.achieved + 1)
        assert new.required == old.required
        assert not old.met or new.met
        assert set(new.missing) <= set(old.missing)
    assert len(after.plan.visits) <= len(before.plan.visits)


@given(sites, changes, rows, as_of_days)
def test_who_operated_in_the_year_is_the_roster_day_s_population_and_those_who_left(sites, changes, rows, as_of):
    tallies, months = tallied(rows, as_of)
    given_facts = facts(list(sites), tallies, changes=changes, months=months)
    stricter = replace(
        yichuan(),
        quotas=tuple(
            replace(quota, roster=CoverageRoster.OPERATED_IN_YEAR) if quota.kind is QuotaKind.SITES else quota
            for quota in yichuan().quotas
        ),
    )
    usual = evaluate(yichuan(), 2025, as_of, given_facts).line("private_coverage")
    strict = evaluate(stricter, 2025, as_of, given_facts).line("private_coverage")
    assert set(strict.missing) == set(usual.missing) | set(usual.left_uncovered)
    assert strict.left_uncovered == usual.left_uncovered

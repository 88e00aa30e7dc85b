"""Policies whose batch quotas are not the usual two."""

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.law.values import QuotaKind
from fuelcheck.rules.needs import Need
from fuelcheck.rules.roster import Roster
from fuelcheck.rules.visits import plan_visits
from fuelcheck.words import Ownership, Product
from tests.rules.county import quota, site

DAY = date(2025, 10, 20)
PETROL = quota("petrol", QuotaKind.BATCHES, products=frozenset({Product.GASOLINE, Product.ETHANOL_GASOLINE}))
DIESEL = quota("diesel", QuotaKind.BATCHES, products=frozenset({Product.DIESEL}))
UREA = quota("urea", QuotaKind.BATCHES, products=frozenset({Product.UREA}))
COVER = quota("cover", QuotaKind.SITES, share="1")
UREA_COVER = quota("urea_cover", QuotaKind.SITES, products=frozenset({Product.UREA}), share="1")
STATES = quota("states", QuotaKind.SITES, share="0.5", ownerships=frozenset({Ownership.SINOPEC, Ownership.PETROCHINA}))
SINOPECS = quota("sinopecs", QuotaKind.SITES, share="0.5", ownerships=frozenset({Ownership.SINOPEC}))


def plan_for(needs, *sites, cap=3):
    return plan_visits(needs, needs, Roster.on(DAY, sites, []), cap)


def test_petrol_and_diesel_are_drawn_for_their_own_quotas():
    plan = plan_for([Need(PETROL, 2), Need(DIESEL, 2)], site("S1", products="92 95 0"), site("S2", products="0"))
    assert [(v.site, v.batches, v.closes) for v in plan.visits] == [
        ("S1", 3, ("petrol", "diesel")),
        ("S2", 1, ("diesel",)),
    ]


def test_a_batch_may_help_two_quotas_at_once():
    plan = plan_for([Need(DIESEL, 1), Need(PETROL, 1), Need(COVER, 1, ("S1",))], site("S1"))
    assert [(v.batches, v.closes) for v in plan.visits] == [(2, ("diesel", "petrol", "cover"))]


def test_a_coverage_by_urea_is_planned_too():
    plan = plan_for([Need(UREA_COVER, 1, ("S1",)), Need(UREA, 1)], site("S1", products="0 urea"))
    assert [(v.batches, v.closes) for v in plan.visits] == [(1, ("urea_cover", "urea"))]


def test_rates_with_sites_in_common_share_their_visits():
    sites = [site("X1", Ownership.SINOPEC), site("X2", Ownership.SINOPEC), site("Y1", Ownership.PETROCHINA)]
    needs = [Need(SINOPECS, 1, ("X1", "X2")), Need(STATES, 2, ("X1", "X2", "Y1"))]
    assert len(plan_for(needs, *sites).visits) == 2


def test_pending_reports_are_told_beside():
    roster = Roster.on(DAY, [site("S1"), site("S2")], [])
    plan = plan_visits([Need(PETROL, 2), Need(DIESEL, 2)], [Need(PETROL, 1), Need(DIESEL, 1)], roster, 3)
    assert (len(plan.visits), plan.if_pending_reported) == (2, 1)


sold = st.sampled_from(["", "0", "92", "92 95", "92 95 0", "0 urea", "92 95 0 urea", "urea"])


@given(
    st.lists(sold, min_size=1, max_size=8), st.integers(0, 9), st.integers(0, 9), st.integers(0, 3), st.integers(1, 4)
)
def test_the_visits_close_every_need_and_the_bound_is_below(shops, petrol, diesel, urea, cap):
    sites = [site(f"S{n}", products=products) for n, products in enumerate(shops)]
    codes = tuple(s.code for s in sites)
    needs = [Need(PETROL, petrol), Need(DIESEL, diesel), Need(UREA, urea), Need(COVER, len(codes), codes)]
    plan = plan_for(needs, *sites, cap=cap)
    helped = Counter(id_ for visit in plan.visits for id_ in visit.closes)
    assert plan.lower_bound <= len(plan.visits) == plan.if_pending_reported
    assert all(1 <= visit.batches <= cap for visit in plan.visits)
    covered = [s.code for s in sites if set(s.products) != {"urea"}]
    assert helped["cover"] == len(covered)
    for need in needs[:3]:
        reachable = need.quota.id not in plan.out_of_reach
        assert (helped[need.quota.id] > 0) is (reachable and need.number > 0)
    assert ("cover" in plan.out_of_reach) is (len(covered) < len(codes))

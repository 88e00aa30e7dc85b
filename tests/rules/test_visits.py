from collections import Counter
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from fuelcheck.law.values import QuotaKind
from fuelcheck.rules.facts import MonthTally
from fuelcheck.rules.needs import Need, shelves, within_reach
from fuelcheck.rules.quotas import evaluate
from fuelcheck.rules.roster import Roster
from fuelcheck.rules.visits import plan_visits
from fuelcheck.words import Ownership, Product, SiteKind
from tests.rules.county import STATIONS, facts, quota, site, tally, with_quotas
from tests.rules.plans import UREA, closed_by, fewest, stock

SINOPEC, PETROCHINA, PRIVATE = Ownership.SINOPEC, Ownership.PETROCHINA, Ownership.PRIVATE
DAY = date(2025, 10, 20)

FUEL_BATCHES = quota("fuel", QuotaKind.BATCHES, required=9)
UREA_BATCHES = quota("urea", QuotaKind.BATCHES, products=UREA, kinds=frozenset(), required=2)
COVERAGE = quota("cover", QuotaKind.SITES, ownerships=frozenset({PRIVATE}), share="1")
SINOPEC_RATE = quota("sinopec", QuotaKind.SITES, ownerships=frozenset({SINOPEC}), share="0.10")
PETROCHINA_RATE = quota("petrochina", QuotaKind.SITES, ownerships=frozenset({PETROCHINA}), share="0.10")
MONTHLY = quota("monthly", QuotaKind.MONTHLY, kinds=frozenset({SiteKind.DEPOT}))


def plan_for(needs, *sites, cap=3, if_reported=None):
    return plan_visits(needs, needs if if_reported is None else if_reported, Roster.on(DAY, sites, []), cap)


def visits(plan):
    return [(visit.site, visit.batches, visit.closes) for visit in plan.visits]


def test_an_uncovered_station_is_visited_even_if_the_batches_suffice():
    plan = plan_for([Need(COVERAGE, 1, ("S1",))], site("S1", products="92 95 0"))
    assert visits(plan) == [("S1", 1, ("cover",))]


def test_an_owed_visit_draws_what_the_batches_need_too():
    plan = plan_for([Need(FUEL_BATCHES, 7), Need(COVERAGE, 1, ("S1",))], site("S1"), site("S2", products="92 95 98 0"))
    assert visits(plan)[0] == ("S1", 2, ("cover", "fuel"))


def test_a_visit_yields_one_batch_a_grade_and_no_more_than_the_cap():
    plan = plan_for([Need(FUEL_BATCHES, 3)], site("S1", products="92 95 98 0"), cap=3)
    assert visits(plan) == [("S1", 3, ("fuel",))]
    assert len(plan_for([Need(FUEL_BATCHES, 3)], site("S1", products="92 95 98 0"), site("S2"), cap=2).visits) == 2


def test_a_site_of_unknown_products_yields_two_batches():
    assert visits(plan_for([Need(FUEL_BATCHES, 2)], site("S1"))) == [("S1", 2, ("fuel",))]


def test_urea_rides_along_where_it_is_sold():
    needs = [Need(FUEL_BATCHES, 2), Need(UREA_BATCHES, 1)]
    vendor = site("U1", kind=SiteKind.UREA_VENDOR)
    assert visits(plan_for(needs, vendor, site("S1", products="92 0 urea"))) == [("S1", 3, ("fuel", "urea"))]


def test_a_vendor_is_visited_for_urea_alone():
    plan = plan_for([Need(UREA_BATCHES, 1)], site("U1", kind=SiteKind.UREA_VENDOR), site("S1"))
    assert visits(plan) == [("U1", 1, ("urea",))]


def test_a_brand_is_sampled_where_most_is_sold_and_of_equals_where_urea_is():
    needs = [Need(SINOPEC_RATE, 1, ("X1", "X2", "X3", "X4"))]
    sites = [site(code, SINOPEC, products=sold) for code, sold in
             {"X1": "92 0", "X2": "92 95 0", "X3": "92 95 0 urea", "X4": "92 95 0"}.items()]  # fmt: skip
    assert visits(plan_for([*needs, Need(UREA_BATCHES, 1)], *sites)) == [("X3", 2, ("sinopec", "urea"))]
    assert visits(plan_for(needs, *sites)) == [("X2", 1, ("sinopec",))]


def test_the_fullest_station_gives_way_where_that_saves_a_visit():
    needs = [Need(SINOPEC_RATE, 1, ("X1", "X2")), Need(UREA_BATCHES, 1)]
    sites = [site("X1", SINOPEC, products="92 95 0"), site("X2", SINOPEC, products="0 urea")]
    assert visits(plan_for(needs, *sites)) == [("X2", 2, ("sinopec", "urea"))]


def test_a_depot_of_the_running_month_is_visited_for_its_month_alone():
    plan = plan_for([Need(FUEL_BATCHES, 2), Need(MONTHLY, 1, ("D1",))], site("D1", kind=SiteKind.DEPOT), site("S1"))
    assert visits(plan) == [("D1", 1, ("monthly",)), ("S1", 2, ("fuel",))]


def test_a_site_is_visited_again_only_when_one_visit_to_each_is_not_enough():
    sites = [site("S1", products="92 95 0"), site("S2", products="0")]
    assert Counter(v.site for v in plan_for([Need(FUEL_BATCHES, 4)], *sites).visits) == {"S1": 1, "S2": 1}
    assert Counter(v.site for v in plan_for([Need(FUEL_BATCHES, 6)], *sites).visits) == {"S1": 2}


def test_what_nobody_sells_is_out_of_reach_and_the_rest_is_planned():
    plan = plan_for([Need(UREA_BATCHES, 1), Need(FUEL_BATCHES, 1)], site("S1"))
    assert (visits(plan), plan.out_of_reach) == ([("S1", 1, ("fuel",))], ("urea",))


def test_a_station_that_sells_no_fuel_cannot_be_covered():
    plan = plan_for([Need(COVERAGE, 2, ("S1", "S2"))], site("S1", products="urea"), site("S2"))
    assert (visits(plan), plan.out_of_reach) == ([("S2", 1, ("cover",))], ("cover",))


def test_nobody_visits_an_own_use_point():
    plan = plan_for([Need(UREA_BATCHES, 1)], site("E1", kind=SiteKind.OWN_USE, products="urea"))
    assert (plan.visits, plan.out_of_reach) == ((), ("urea",))


def test_with_one_batch_a_visit_an_owed_visit_has_no_room_for_urea():
    needs = [Need(COVERAGE, 1, ("S1",)), Need(UREA_BATCHES, 1)]
    assert [v.site for v in plan_for(needs, site("S1", products="0 urea"), cap=1).visits] == ["S1", "S1"]


# the plan of an evaluation

POLICY = with_quotas(FUEL_BATCHES, UREA_BATCHES, COVERAGE, SINOPEC_RATE, MONTHLY)


def evaluated(sites, tallies=(), as_of=DAY, months=()):
    return evaluate(POLICY, 2025, as_of, facts(sites, list(tallies), months=list(months))).plan


def test_a_batch_at_the_laboratory_is_not_assumed_and_told_beside():
    plan = evaluated([site("S1", products="92 95 0 urea")], [tally("S1", 7, 2), tally("S1", 2, product=Product.UREA)])
    assert len(plan.visits) == 1
    assert plan.if_pending_reported == 0
    assert evaluated([site("S1")], [tally("S1", 0, 1)]).visits[0].closes == ("cover", "fuel")


def test_a_month_that_passed_unsampled_cannot_be_closed():
    months = [
        MonthTally("D1", date(2025, m, 1), Product.DIESEL, None, None, int(m != 4), int(m == 4)) for m in range(2, 10)
    ]
    plan = evaluated([site("D1", SINOPEC, SiteKind.DEPOT)], months=months)
    assert plan.cannot_close == (("D1", date(2025, 1, 1)),)
    assert set(plan.out_of_reach) == {"fuel", "urea", "monthly"}
    assert visits(plan) == [("D1", 1, ("monthly",))]


def test_a_running_month_with_a_pending_batch_needs_no_visit():
    months = [MonthTally("D1", date(2025, 10, 1), Product.DIESEL, None, None, 0, 1)]
    assert evaluated([site("D1", SINOPEC, SiteKind.DEPOT)], months=months).visits == ()


def test_a_depot_that_will_have_closed_owes_the_running_month_nothing():
    assert evaluated([site("D1", SINOPEC, SiteKind.DEPOT, closed=date(2025, 10, 31))]).visits == ()


# against brute force

GRADES = st.sampled_from(
    ["", "0", "92", "92 0", "92 95 0", "92 95 98 0", "0 urea", "92 0 urea", "92 95 0 urea", "urea"]
)
OWNERS = st.sampled_from([PRIVATE, PRIVATE, SINOPEC, PETROCHINA, Ownership.FOREIGN])
KINDS = st.sampled_from([SiteKind.STATION] * 4 + [SiteKind.DEPOT, SiteKind.UREA_VENDOR])


@st.composite
def problems(draw, most_sites=5):
    count = draw(st.integers(1, most_sites))
    sites = [site(f"S{n}", draw(OWNERS), draw(KINDS), products=draw(GRADES)) for n in range(count)]
    covering = [s for s in sites if s.kind in STATIONS]
    needs = [Need(FUEL_BATCHES, draw(st.integers(0, 9))), Need(UREA_BATCHES, draw(st.integers(0, 3)))]
    private = tuple(s.code for s in covering if s.ownership is PRIVATE and draw(st.booleans()))
    needs.append(Need(COVERAGE, len(private), private))
    for rate, owner in ((SINOPEC_RATE, SINOPEC), (PETROCHINA_RATE, PETROCHINA)):
        brand = tuple(s.code for s in covering if s.ownership is owner)
        needs.append(Need(rate, draw(st.integers(0, min(2, len(brand)))), brand))
    depots = tuple(s.code for s in sites if s.kind is SiteKind.DEPOT)
    needs.append(Need(MONTHLY, len(depots), depots))
    return sites, needs, draw(st.sampled_from([1, 2, 3, 3, 3]))


@given(problems())
@settings(max_examples=150)
def test_no_plan_is_smaller(problem):
    sites, needs, cap = problem
    roster = Roster.on(DAY, sites, [])
    plan = plan_visits(needs, needs, roster, cap)
    possible = within_reach(needs, roster, shelves(roster))
    assert len(plan.visits) == plan.lower_bound == fewest(possible, roster, cap)
    assert plan.if_pending_reported == len(plan.visits)
    assert closed_by([visit.site for visit in plan.visits], possible, roster, cap)


@given(problems(most_sites=9))
def test_the_plan_draws_what_is_needed_and_what_there_is(problem):
    sites, needs, cap = problem
    roster = Roster.on(DAY, sites, [])
    plan = plan_visits(needs, needs, roster, cap)
    open_ = {need.quota.id: need.number for need in within_reach(needs, roster, shelves(roster))}
    helped = Counter(id_ for visit in plan.visits for id_ in visit.closes)
    assert helped.keys() == open_.keys()
    assert all(helped[id_] == open_[id_] for id_ in open_.keys() - {"fuel", "urea"})
    for visit in plan.visits:
        assert 1 <= visit.batches <= min(cap, sum(stock(roster, visit.site)))
        assert visit.closes
    idle = sum(
        visit.closes[0] != "fuel" and "fuel" not in visit.closes for visit in plan.visits if visit.closes != ("urea",)
    )
    assert sum(visit.batches for visit in plan.visits) == open_.get("fuel", 0) + open_.get("urea", 0) + idle


@given(problems(), st.randoms())
def test_the_same_needs_give_the_same_plan(problem, random):
    sites, needs, cap = problem
    plan = plan_visits(needs, needs, Roster.on(DAY, sites, []), cap)
    shuffled = Roster.on(DAY, random.sample(sites, len(sites)), [])
    assert plan_visits(needs, needs, shuffled, cap) == plan


@given(problems(most_sites=8))
def test_reports_that_arrive_never_ask_for_more_visits(problem):
    sites, needs, cap = problem
    fewer = [need._replace(number=max(0, need.number - 1)) if need.sites is None else need for need in needs]
    plan = plan_visits(needs, fewer, Roster.on(DAY, sites, []), cap)
    assert plan.if_pending_reported <= len(plan.visits)

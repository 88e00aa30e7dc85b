from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from fuelcheck.law.load import read_policy
from fuelcheck.law.values import CoverageRoster, QuotaKind
from fuelcheck.rules.facts import MonthTally
from fuelcheck.rules.quotas import evaluate, required_sites
from fuelcheck.rules.year import BeforeTheYear
from fuelcheck.words import Ownership, Product, Purpose, SiteKind, Task
from tests.rules.county import YEAR_END, closed, facts, quota, reopened, site, sold, tally, with_quotas, yichuan

PRIVATE, SINOPEC, PETROCHINA = Ownership.PRIVATE, Ownership.SINOPEC, Ownership.PETROCHINA
YICHUAN = yichuan()


def status(*given, as_of=YEAR_END, policy=YICHUAN, **more):
    return evaluate(policy, 2025, as_of, facts(*given, **more))


def line(id_, *given, **more):
    return status(*given, **more).line(id_)


def stations(number, ownership=SINOPEC):
    return [site(f"X{n:02}", ownership) for n in range(number)]


def test_the_159th_batch_meets_the_quota():
    almost = line("motor_fuel_batches", [site("S1")], [tally("S1", 158, 1)])
    assert (almost.achieved, almost.in_progress, almost.shortfall, almost.met) == (158, 1, 1, False)
    done = line("motor_fuel_batches", [site("S1")], [tally("S1", 159)])
    assert (done.achieved, done.shortfall, done.met) == (159, 0, True)


def test_what_is_achieved_is_not_capped():
    assert line("motor_fuel_batches", [site("S1")], [tally("S1", 200)]).achieved == 200


def test_a_batch_of_the_province_neither_counts_nor_covers():
    whole = status([site("S1")], [tally("S1", task=Task.PROVINCE)])
    assert whole.line("motor_fuel_batches").achieved == 0
    assert whole.line("private_coverage").missing == ("S1",)
    assert whole.beside.higher_level_batches == 1


def test_a_recheck_does_not_count():
    whole = status([site("S1")], [tally("S1", purpose=Purpose.RECHECK)])
    assert (whole.line("motor_fuel_batches").achieved, whole.beside.recheck_batches) == (0, 1)


def test_motor_fuel_of_a_depot_or_an_own_use_point_is_not_the_circulations():
    sites = [
        site("D1", kind=SiteKind.DEPOT),
        site("E1", kind=SiteKind.OWN_USE),
        site("P1", kind=SiteKind.FILLING_POINT),
    ]
    assert line("motor_fuel_batches", sites, [tally("D1"), tally("E1"), tally("P1")]).achieved == 1


def test_urea_counts_wherever_it_is_drawn_and_covers_nobody():
    sites = [site("S1"), site("U1", kind=SiteKind.UREA_VENDOR), site("D1", kind=SiteKind.DEPOT)]
    whole = status(sites, [tally(s.code, product=Product.UREA) for s in sites])
    assert whole.line("urea_batches").achieved == 3
    assert whole.line("motor_fuel_batches").achieved == 0
    assert whole.line("private_coverage").missing == ("S1",)


def test_private_coverage_takes_private_and_collective_stations_and_points():
    sites = [
        site("S3"),
        site("S1", Ownership.COLLECTIVE),
        site("P2", kind=SiteKind.FILLING_POINT),
        site("X1", SINOPEC),
        site("F1", Ownership.FOREIGN),
        site("E1", kind=SiteKind.OWN_USE),
    ]
    coverage = line("private_coverage", sites, [tally("S3", 0, 1)])
    assert (coverage.required, coverage.population, coverage.achieved) == (3, 3, 0)
    assert coverage.missing == ("P2", "S1", "S3")
    assert (coverage.pending, coverage.in_progress) == (("S3",), 1)


def test_a_covered_station_with_a_further_pending_batch_is_not_in_progress():
    coverage = line("private_coverage", [site("S1")], [tally("S1", 1, 1)])
    assert (coverage.achieved, coverage.in_progress, coverage.covered) == (1, 0, ("S1",))


def test_a_county_without_private_stations_has_covered_them_all():
    coverage = line("private_coverage", [site("X1", SINOPEC)])
    assert (coverage.required, coverage.met, coverage.missing) == (0, True, ())


@pytest.mark.parametrize(("population", "required"), [(0, 0), (1, 1), (10, 1), (11, 2), (30, 3)])
def test_ten_per_cent_is_rounded_up(population, required):
    rate = line("sinopec_rate", stations(population))
    assert (rate.population, rate.required, rate.met) == (population, required, required == 0)


def test_no_float_spoils_a_share():
    assert required_sites(Decimal("0.07"), 100) == 7
    assert required_sites(Decimal("0.1"), 10**18) == 10**17
    assert required_sites(Decimal(1), 61) == 61


def test_a_rate_counts_distinct_stations():
    rate = line("sinopec_rate", stations(11), [tally("X00", 5), tally("X01", 0, 2)])
    assert (rate.achieved, rate.in_progress, rate.shortfall) == (1, 1, 1)
    assert (rate.missing, rate.pending, rate.left_uncovered) == ((), (), ())


def test_each_brand_stands_by_itself_and_both_together_beside():
    whole = status([*stations(11), site("Y1", PETROCHINA)], [tally("X00"), tally("X01")])
    assert whole.line("sinopec_rate").met
    assert not whole.line("petrochina_rate").met
    assert (whole.beside.combined_population, whole.beside.combined_covered) == (12, 2)


def test_stations_under_no_quota_stand_beside():
    sites = [
        site("F1", Ownership.FOREIGN),
        site("F2", Ownership.OTHER_STATE, SiteKind.FILLING_POINT),
        site("F3", Ownership.FOREIGN, closed=date(2025, 2, 1)),
        site("D1", Ownership.FOREIGN, SiteKind.DEPOT),
        site("S1"),
    ]
    assert status(sites).beside.stations_under_no_quota == 2


def test_a_station_that_closed_in_december_is_left_uncovered_and_not_missing():
    coverage = line("private_coverage", [site("S1", closed=date(2025, 12, 3))])
    assert (coverage.population, coverage.missing, coverage.left_uncovered) == (0, (), ("S1",))


def test_a_station_that_closed_before_the_year_is_nobodys_business():
    assert line("private_coverage", [site("S1", closed=date(2025, 1, 1))]).left_uncovered == ()


def test_a_station_covered_before_it_closed_is_not_left_uncovered():
    assert line("private_coverage", [site("S1", closed=date(2025, 12, 3))], [tally("S1")]).left_uncovered == ()


def test_a_station_that_rests_on_the_roster_day_is_asked_for_again_once_it_reopens():
    changes = [closed("S1", date(2025, 5, 1)), reopened("S1", date(2025, 9, 1))]
    resting = line("private_coverage", [site("S1")], changes=changes, as_of=date(2025, 8, 31))
    assert (resting.missing, resting.left_uncovered) == ((), ("S1",))
    back = line("private_coverage", [site("S1")], changes=changes, as_of=date(2025, 9, 1))
    assert (back.missing, back.left_uncovered) == (("S1",), ())


def test_a_station_that_opened_late_is_asked_for_from_its_day():
    sites = [site("S1", opened=date(2025, 12, 30))]
    assert line("private_coverage", sites, as_of=date(2025, 12, 29)).population == 0
    assert line("private_coverage", sites, as_of=date(2025, 12, 30)).missing == ("S1",)


def test_a_sold_station_belongs_to_its_owner_of_the_roster_day():
    changes = [sold("S1", date(2025, 7, 1), SINOPEC)]
    before = status([site("S1")], [tally("S1")], changes=changes, as_of=date(2025, 6, 30))
    after = status([site("S1")], [tally("S1")], changes=changes, as_of=date(2025, 7, 1))
    assert before.line("private_coverage").covered == ("S1",)
    assert (after.line("private_coverage").population, after.line("sinopec_rate").covered) == (0, ("S1",))


def test_after_the_year_the_roster_stays_that_of_its_last_day():
    sites = [site("S1", closed=date(2026, 1, 5)), site("S2", opened=date(2026, 1, 5))]
    whole = status(sites, as_of=date(2026, 2, 10))
    assert whole.roster_day == YEAR_END
    assert whole.line("private_coverage").missing == ("S1",)


def test_a_stricter_roster_asks_for_whoever_operated_in_the_year():
    policy = with_quotas(
        quota(
            "all", QuotaKind.SITES, share="1", ownerships=frozenset({PRIVATE}), roster=CoverageRoster.OPERATED_IN_YEAR
        )
    )
    sites = [site("S1", closed=date(2025, 12, 3)), site("S2", closed=date(2024, 12, 3)), site("S3")]
    coverage = line("all", sites, [tally("S3")], policy=policy)
    assert (coverage.population, coverage.missing, coverage.left_uncovered) == (2, ("S1",), ("S1",))


def test_a_day_before_the_year_is_refused():
    with pytest.raises(BeforeTheYear):
        status([], as_of=date(2024, 12, 31))


def test_all_quotas_met_is_the_year_met():
    met = status([site("S1")], [tally("S1", 159), tally("S1", 10, product=Product.UREA)])
    assert met.met
    assert met.plan.visits == ()
    assert not replace(met, quotas=(replace(met.quotas[0], met=False), *met.quotas[1:])).met


# depots, month by month

DEPOT = site("D1", SINOPEC, SiteKind.DEPOT)


def drawn(code, month, reported=1, pending=0, product=Product.DIESEL, task=None):
    return MonthTally(code, date(2025, month, 1), product, task, None, reported, pending)


def depots(*sites, as_of=YEAR_END, months=(), changes=()):
    return line("depot_monthly", list(sites), as_of=as_of, months=list(months), changes=list(changes))


def test_a_depot_owes_every_month_that_is_over():
    monthly = depots(DEPOT, as_of=date(2025, 3, 30), months=[drawn("D1", 1), drawn("D1", 3)])
    assert (monthly.required, monthly.achieved, monthly.shortfall) == (2, 1, 1)
    assert monthly.missing == (("D1", date(2025, 2, 1)),)


def test_a_month_is_owed_at_the_end_of_its_last_day():
    assert depots(DEPOT, as_of=date(2025, 2, 27)).required == 1
    assert depots(DEPOT, as_of=date(2025, 2, 28)).required == 2


def test_two_batches_of_a_month_are_one_month():
    monthly = depots(DEPOT, as_of=date(2025, 2, 28), months=[drawn("D1", 1, 4)])
    assert (monthly.achieved, monthly.met) == (1, False)


def test_a_month_at_the_laboratory_is_missing_and_in_progress():
    monthly = depots(DEPOT, as_of=date(2025, 1, 31), months=[drawn("D1", 1, 0, 2)])
    assert (monthly.in_progress, monthly.missing) == (1, monthly.pending)


def test_urea_or_the_province_do_not_make_a_month():
    months = [drawn("D1", 1, product=Product.UREA), drawn("D1", 1, task=Task.PROVINCE)]
    assert depots(DEPOT, as_of=date(2025, 1, 31), months=months).achieved == 0


def test_a_depot_that_rested_on_the_last_day_does_not_owe_the_month():
    changes = [closed("D1", date(2025, 3, 31)), reopened("D1", date(2025, 5, 1))]
    monthly = depots(DEPOT, as_of=date(2025, 5, 31), changes=changes)
    assert [month.month for _, month in monthly.missing] == [1, 2, 5]


def test_a_depot_that_closed_still_owes_the_months_before():
    assert depots(site("D1", kind=SiteKind.PRODUCER, closed=date(2025, 3, 1))).required == 2


def test_every_owner_s_depots_owe_their_months():
    assert depots(DEPOT, site("D2", PRIVATE, SiteKind.PRODUCER), site("S1"), as_of=date(2025, 1, 31)).required == 2


# another county, whose year begins in October and which counts the city's batches

BEIXI = read_policy((Path(__file__).parents[1] / "law/second_county.toml").read_text("utf-8"), "second_county.toml")


def test_a_policy_is_data():
    sites = [site(f"F{n}", Ownership.FOREIGN) for n in range(4)]
    changes = [closed("F3", date(2026, 1, 5))]
    tallies = [
        tally("F0", 2, task=Task.CITY),
        tally("F1", 3, product=Product.GASOLINE),
        tally("F2", purpose=Purpose.COMPLAINT),
        tally("F2", task=Task.NATIONAL),
    ]
    whole = evaluate(BEIXI, 2025, date(2026, 2, 1), facts(sites, tallies, changes=changes))
    diesel, foreign = whole.quotas
    assert (diesel.required, diesel.achieved) == (24, 2)
    assert (foreign.population, foreign.required, foreign.covered) == (4, 2, ("F0", "F1"))
    assert whole.beside.higher_level_batches == 1
    with pytest.raises(BeforeTheYear):
        evaluate(BEIXI, 2025, date(2025, 9, 30), facts(sites))

"""The invented county has the sites and the year that its descriptions promise, whatever the seed."""

from collections import Counter
from datetime import date
from random import Random

import pytest
from stdnum.cn import uscc

from fuelcheck.demo import rounds, sites, year
from fuelcheck.demo.county import TOWNSHIPS, County
from fuelcheck.demo.year import Year
from fuelcheck.rules.facts import BatchFact
from fuelcheck.words import MOTOR_FUELS, Change, Conclusion, Ownership, Product, Purpose, SiteKind, Task

RETAIL = (SiteKind.STATION, SiteKind.FILLING_POINT)
YEAR_END = date(2025, 12, 31)
CONTRACT_DAYS = 20


@pytest.fixture(scope="module", params=[2025, 1, 7, 410329])
def county_and_year(request: pytest.FixtureRequest) -> tuple[County, Year]:
    rng = Random(request.param)
    county = sites.build(rng)
    return county, year.build(rng, county)


@pytest.fixture
def county(county_and_year: tuple[County, Year]) -> County:
    return county_and_year[0]


@pytest.fixture
def ledger(county_and_year: tuple[County, Year]) -> Year:
    return county_and_year[1]


def operating_at_the_end(county: County, *owners: Ownership) -> set[str]:
    """Stations and points open on 31 December, by the ownership they then had."""
    sold = {c.site: Ownership(c.value) for c in county.changes if c.what is Change.OWNERSHIP}
    closed = {c.site: c.what is Change.CLOSED for c in county.changes if c.what in (Change.CLOSED, Change.REOPENED)}
    return {
        f.code
        for f in county.facts()
        if sold.get(f.code, f.ownership) in owners and f.closed_on is None and not closed.get(f.code)
    }


def counted(county: County, ledger: Year) -> list[BatchFact]:
    """Valid motor fuel under county tasks at stations and points, no rechecks."""
    retail = {f.code for f in county.facts()}
    return [
        b
        for b in ledger.batches
        if b.product in MOTOR_FUELS
        and b.site in retail
        and not b.void
        and b.task in (None, Task.COUNTY)
        and b.purpose not in (Purpose.RECHECK, Purpose.MONITORING)
    ]


def test_there_are_a_hundred_sites_of_every_kind_and_ownership(county: County) -> None:
    assert len({s.fact.code for s in county.sites}) == 100
    assert {s.fact.kind for s in county.sites} == set(SiteKind)
    assert {s.fact.ownership for s in county.sites} == set(Ownership)


def test_the_rosters_of_the_last_day_are_61_private_14_sinopec_9_petrochina(county: County) -> None:
    assert len(operating_at_the_end(county, Ownership.PRIVATE, Ownership.COLLECTIVE)) == 61
    assert len(operating_at_the_end(county, Ownership.SINOPEC)) == 14
    assert len(operating_at_the_end(county, Ownership.PETROCHINA)) == 9


def test_no_two_sites_share_a_name_or_a_credit_code(county: County) -> None:
    names = [name for s in county.sites for name in (s.fact.name, *s.former_names)]
    codes = [s.uscc for s in county.sites if s.uscc]

    assert len(set(names)) == len(names)
    assert len(set(codes)) == len(codes)


def test_credit_codes_are_valid_and_of_the_county(county: County) -> None:
    codes = [s.uscc for s in county.sites if s.uscc]

    assert len(codes) > 80
    assert all(uscc.is_valid(code) and code[2:8] == "410329" for code in codes)


def test_every_township_has_a_station(county: County) -> None:
    assert {f.township for f in county.facts()} == set(TOWNSHIPS)


def test_152_motor_fuel_batches_are_reported_and_nine_pending(county: County, ledger: Year) -> None:
    batches = counted(county, ledger)

    assert sum(b.reported_on is not None for b in batches) == 152
    assert sum(b.reported_on is None for b in batches) == 9
    assert all(b.reported_on <= YEAR_END for b in batches if b.reported_on)


def test_one_private_station_is_uncovered_and_another_closed_unsampled(county: County, ledger: Year) -> None:
    covered = {b.site for b in counted(county, ledger) if b.reported_on}
    owed = operating_at_the_end(county, Ownership.PRIVATE, Ownership.COLLECTIVE)

    assert owed - covered == {county.roles.uncovered}
    assert county.roles.shut not in covered
    assert county.fact(county.roles.shut).closed_on == date(2025, 12, 8)
    assert {county.roles.uncovered, county.roles.shut} <= {v.site for v in ledger.visits}


def test_the_brands_have_their_tenth(county: County, ledger: Year) -> None:
    covered = {b.site for b in counted(county, ledger) if b.reported_on}

    assert len(covered & operating_at_the_end(county, Ownership.SINOPEC)) >= 2
    assert len(covered & operating_at_the_end(county, Ownership.PETROCHINA)) >= 1


def test_more_than_a_quarter_of_the_reported_batches_were_drawn_in_december(county: County, ledger: Year) -> None:
    drawn = Counter(b.sampled_on.month for b in counted(county, ledger) if b.reported_on)

    assert set(drawn) == set(range(1, 13))
    assert drawn[12] * 4 > 152


def test_ten_urea_batches_and_all_depot_months_but_one(county: County, ledger: Year) -> None:
    depots = {f.code for f in county.facts(None, SiteKind.DEPOT, SiteKind.PRODUCER)}
    months = {(b.site, b.sampled_on.month) for b in ledger.batches if b.site in depots and b.reported_on}
    every = {(site, month) for site in depots for month in range(1, 13)}

    assert sum(b.product is Product.UREA and b.reported_on is not None for b in ledger.batches) == 10
    assert every - months == {year.MISSED_MONTH}


def test_failures_name_their_items_and_one_is_rechecked(ledger: Year) -> None:
    failing = [b for b in ledger.batches if b.conclusion is Conclusion.FAIL]
    rechecks = [b for b in ledger.batches if b.purpose is Purpose.RECHECK]

    assert len(failing) == 7
    assert all(b.failed_items for b in failing)
    assert [b.follows in {f.form_no for f in failing} for b in rechecks] == [True]


def test_three_batches_are_of_other_levels_and_one_is_void_with_a_reason(ledger: Year) -> None:
    assert sum(b.task in (Task.CITY, Task.PROVINCE) for b in ledger.batches) == 3
    assert [bool(b.void_reason and b.voided_on) for b in ledger.batches if b.void] == [True]


def test_there_is_one_likely_duplicate_and_one_late_report(ledger: Year) -> None:
    alike = Counter((b.site, b.sampled_on, b.product, b.grade) for b in ledger.batches)
    days = [(b.reported_on - b.sampled_on).days for b in ledger.batches if b.reported_on]

    assert sorted(alike.values())[-2:] == [1, 2]
    assert sum(d > 60 for d in days) == 1
    assert min(days) > 0


def test_reports_come_within_the_contract_but_where_a_festival_takes_all_days(ledger: Year) -> None:
    late = [b for b in ledger.batches if b.reported_on and (b.reported_on - b.sampled_on).days > CONTRACT_DAYS]

    assert all(b.sampled_on.month == 1 or (b.reported_on - b.sampled_on).days > 60 for b in late if b.reported_on)
    assert len(late) < 10


def test_the_own_use_points_batch_of_august_still_lies_at_the_laboratory(ledger: Year) -> None:
    lying = [b for b in ledger.batches if not b.void and b.reported_on is None and b.sampled_on.month < 12]

    assert [(b.site[0], b.sampled_on.month, bool(b.laboratory)) for b in lying] == [("O", 8, True)]


def test_teams_of_at_least_two_go_out_on_working_days(ledger: Year) -> None:
    for batch in ledger.batches:
        assert len(set(batch.samplers)) >= 2
        assert rounds.working_days(batch.sampled_on, batch.sampled_on)


def test_batches_are_drawn_only_where_the_grade_is_sold_and_the_site_is_open(county: County, ledger: Year) -> None:
    roles = county.roles
    shut = {roles.rested: (date(2025, 4, 1), date(2025, 8, 15)), roles.closed: (date(2025, 6, 30), YEAR_END)}
    for batch in ledger.batches:
        first, last = shut.get(batch.site, (YEAR_END, YEAR_END))
        assert (batch.grade or "urea") in county.fact(batch.site).products
        assert not first <= batch.sampled_on < last


def test_form_and_report_numbers_are_distinct(ledger: Year) -> None:
    reports = [b.report_no for b in ledger.batches if b.report_no]

    assert len({b.form_no for b in ledger.batches}) == len(ledger.batches)
    assert len(set(reports)) == len(reports)


def test_an_earlier_edition_knows_nothing_of_later_days(ledger: Year) -> None:
    october = year.until(ledger, date(2025, 10, 31))
    full = {b.form_no: b for b in ledger.batches}

    assert all(b.sampled_on <= date(2025, 10, 31) for b in october.batches)
    assert any(b.reported_on is None and full[b.form_no].reported_on for b in october.batches)
    assert all(b == full[b.form_no] for b in october.batches if b.report_no or b.void)

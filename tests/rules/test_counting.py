from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from fuelcheck.rules.counting import NotCounted, count, counted_months, counts
from fuelcheck.rules.facts import BatchFact, MonthTally
from fuelcheck.rules.year import QuotaYear
from fuelcheck.words import MOTOR_FUELS, Conclusion, Ownership, Product, Purpose, SiteKind, Task
from tests.rules.county import site, tally, yichuan

YEAR = QuotaYear.of((1, 1), 2025)
AS_OF = date(2026, 1, 31)
UREA = frozenset({Product.UREA})
BATCH = BatchFact(
    "A1", date(2025, 3, 9), "S1", Product.DIESEL, "0", None, None, "", ("张三", "李四"), "", "R1",
    date(2025, 3, 20), Conclusion.PASS, "", False, "", None,
)  # fmt: skip


def test_empty_cells_count_as_county_and_routine():
    counted, _ = count(yichuan(), [tally("S1", 2, 1), tally("S1", task=Task.COUNTY, purpose=Purpose.CAMPAIGN)])
    assert counted[MOTOR_FUELS].reported == {"S1": 3}
    assert counted[MOTOR_FUELS].pending == {"S1": 1}


def test_empty_cells_count_for_nothing_where_the_default_does_not():
    provincial = replace(yichuan(), tasks=frozenset({Task.PROVINCE}))
    assert count(provincial, [tally("S1")])[0][MOTOR_FUELS].reported == {}
    campaigns = replace(yichuan(), purposes=frozenset({Purpose.CAMPAIGN}))
    assert count(campaigns, [tally("S1")])[0][MOTOR_FUELS].reported == {}


def test_urea_and_motor_fuel_are_counted_apart():
    counted, _ = count(yichuan(), [tally("S1", product=Product.UREA), tally("S2")])
    assert counted[MOTOR_FUELS].reported == {"S2": 1}
    assert counted[UREA].reported == {"S1": 1}


def test_what_does_not_count_is_counted_once_and_levels_first():
    tallies = [
        tally("S1", 2, task=Task.PROVINCE, purpose=Purpose.RECHECK),
        tally("S1", 1, 5, task=Task.CITY),
        tally("S1", 4, purpose=Purpose.RECHECK),
        tally("S1", 8, purpose=Purpose.MONITORING),
        tally("S1", 16, product=Product.OTHER_FUEL),
        tally("S1", 32),
    ]
    assert count(yichuan(), tallies)[1] == NotCounted(3, 4, 8, 16)


def test_a_purpose_that_the_policy_counts_is_not_beside():
    policy = replace(yichuan(), purposes=yichuan().purposes | {Purpose.RECHECK})
    counted, beside = count(policy, [tally("S1", purpose=Purpose.RECHECK)])
    assert counted[MOTOR_FUELS].reported == {"S1": 1}
    assert beside.rechecks == 0


def test_only_batches_that_count_mark_a_month():
    march = date(2025, 3, 1)
    months = [
        MonthTally("D1", march, Product.DIESEL, None, None, 1, 0),
        MonthTally("D2", march, Product.DIESEL, Task.NATIONAL, None, 1, 1),
        MonthTally("D3", march, Product.UREA, None, None, 1, 0),
        MonthTally("D4", march, Product.GASOLINE, None, Purpose.ROUTINE, 0, 2),
    ]
    assert counted_months(yichuan(), MOTOR_FUELS, months) == ({("D1", march)}, {("D4", march)})


@pytest.mark.parametrize(
    "facts",
    [
        {"void": True},
        {"sampled_on": date(2024, 12, 31)},
        {"sampled_on": date(2026, 1, 1)},
        {"task": Task.CITY},
        {"purpose": Purpose.RECHECK},
        {"reported_on": None},
        {"reported_on": date(2026, 2, 1)},
        {"product": Product.OTHER_FUEL},
    ],
    ids=lambda facts: next(iter(facts)),
)
def test_one_reason_is_enough_not_to_count(facts):
    assert counts(yichuan(), YEAR, AS_OF, BATCH, site("S1"))
    assert not counts(yichuan(), YEAR, AS_OF, replace(BATCH, **facts), site("S1"))


def test_a_failing_batch_counts_like_a_passing_one():
    assert counts(yichuan(), YEAR, AS_OF, replace(BATCH, conclusion=Conclusion.FAIL), site("S1"))


def test_a_batch_of_december_reported_in_january_counts():
    batch = replace(BATCH, sampled_on=date(2025, 12, 31), reported_on=date(2026, 1, 20))
    assert counts(yichuan(), YEAR, AS_OF, batch, site("S1"))
    assert not counts(yichuan(), YEAR, date(2026, 1, 19), batch, site("S1"))


@pytest.mark.parametrize(
    ("kind", "product", "counted"),
    [
        (SiteKind.FILLING_POINT, Product.ETHANOL_GASOLINE, True),
        (SiteKind.DEPOT, Product.DIESEL, True),
        (SiteKind.OWN_USE, Product.DIESEL, False),
        (SiteKind.UREA_VENDOR, Product.DIESEL, False),
        (SiteKind.UREA_VENDOR, Product.UREA, True),
        (SiteKind.OWN_USE, Product.UREA, True),
    ],
)
def test_where_a_batch_may_be_drawn(kind, product, counted):
    place = site("S1", Ownership.OTHER_STATE, kind)
    assert counts(yichuan(), YEAR, AS_OF, replace(BATCH, product=product), place) is counted


def test_the_page_for_officials_names_every_reading_and_every_line():
    page = (Path(__file__).parents[2] / "docs/counting.md").read_text("utf-8")
    named = [reading.id for reading in yichuan().readings] + [quota.id for quota in yichuan().quotas]
    assert [id_ for id_ in named if f"`{id_}`" not in page] == []

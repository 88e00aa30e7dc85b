"""The one evaluation: its lines, its annexes, and that its parts agree."""

from datetime import date

import pytest

from fuelcheck.rules.year import BeforeTheYear
from fuelcheck.words import Period
from tests.cast import COOPERATIVE, DEPOT, PETROCHINA, PRODUCER, SHUNDA, SINOPEC, XINYUAN
from tests.standing.conftest import AUTUMN


@pytest.fixture
def report(year):
    return year.report(AUTUMN)


def figures(status):
    return {q.quota.id: (q.required, q.achieved, q.in_progress) for q in status.quotas}


def test_every_quota_is_counted(report):
    assert figures(report.status) == {
        "motor_fuel_batches": (159, 5, 1),
        "private_coverage": (3, 2, 1),
        "sinopec_rate": (1, 1, 0),
        "petrochina_rate": (1, 0, 0),
        "urea_batches": (10, 1, 0),
        "depot_monthly": (18, 2, 1),
    }


def test_the_status_alone_is_that_of_the_report(year, report):
    assert year.status(AUTUMN) == report.status


def test_what_counts_for_nothing_stands_beside(report):
    beside = report.status.beside

    assert (beside.higher_level_batches, beside.recheck_batches, beside.stations_under_no_quota) == (1, 1, 1)
    assert (beside.combined_population, beside.combined_covered) == (2, 1)


def test_a_day_before_the_year_is_refused_by_status_and_report(year):
    for ask in (year.status, year.report):
        with pytest.raises(BeforeTheYear):
            ask(date(2025, 12, 31), 2026)


def test_the_ledger_lists_every_batch_of_the_year_and_says_which_count(report):
    assert [row.batch.form_no for row in report.ledger if row.counted] == [
        "D1",
        "D2",
        "A1",
        "A2",
        "A3",
        "B1",
        "C1",
        "N1",
    ]
    assert len(report.ledger) == 14


def test_the_counted_rows_of_the_ledger_are_what_the_tallies_counted(report):
    fuel = [r for r in report.ledger if r.counted and r.site.kind in ("station", "filling_point")]
    fuel = [r for r in fuel if r.batch.product != "urea"]

    assert len(fuel) == report.status.line("motor_fuel_batches").achieved


def test_a_report_that_had_not_arrived_by_the_day_is_not_shown(year):
    (row,) = [r for r in year.report(date(2025, 3, 15)).ledger if r.batch.form_no == "A2"]

    assert (row.batch.reported_on, row.batch.conclusion, row.counted) == (None, None, False)


def test_stations_to_sample_are_named_with_their_fruitless_visits(report):
    (row,) = report.to_sample

    assert (row.site.code, row.pending) == (XINYUAN, True)
    assert [visit.visited_on for visit in row.visits] == [date(2025, 8, 12)]


def test_brand_batches_failures_urea_and_other_levels_are_listed(report):
    assert [r.batch.form_no for r in report.brand_sampled] == ["B1"]
    assert [one.row.batch.form_no for one in report.failing] == ["A2"]
    assert [r.batch.form_no for r in report.urea] == ["N1"]
    assert [r.batch.form_no for r in report.other_levels] == ["S1", "O1"]


def test_a_depot_s_months_are_met_pending_missing_or_open(year):
    depot, producer = year.report(date(2025, 9, 15)).depots

    assert (depot.site.code, producer.site.code) == (DEPOT, PRODUCER)
    assert depot.months == (
        "due-met", "due-met", "due-pending", *["due-missing"] * 5, "open", *["not-due"] * 3,
    )  # fmt: skip


def test_a_site_is_shown_as_it_was_on_the_roster_day(report):
    rows = {row.site.code: row.site for row in report.ledger}

    assert rows[SHUNDA].name == "顺达加油站"
    assert rows[SINOPEC].operating
    assert report.site_names[COOPERATIVE] == "平等供销社加油点"


@pytest.mark.parametrize(
    ("period", "first", "fuel", "urea", "sites"),
    [
        (Period.YEAR, date(2025, 1, 1), 5, 1, 6),
        (Period.QUARTER, date(2025, 4, 1), 3, 1, 4),
        (Period.MONTH, date(2025, 6, 1), 0, 1, 1),
    ],
)
def test_a_period_is_the_month_or_quarter_of_the_roster_day(year, period, first, fuel, urea, sites):
    span = year.report(date(2025, 6, 30), period=period).span

    assert (span.first, span.last) == (first, date(2025, 6, 30))
    assert (span.motor_fuel, span.urea, span.sites) == (fuel, urea, sites)


def test_the_quotas_are_the_year_s_whatever_the_period(year):
    month, whole = (year.report(AUTUMN, period=p) for p in (Period.MONTH, Period.YEAR))

    assert month.status == whole.status


def test_a_period_after_the_year_s_end_is_that_of_its_last_day(year):
    span = year.report(date(2026, 2, 15), period=Period.QUARTER).span

    assert (span.first, span.last) == (date(2025, 10, 1), date(2025, 12, 31))


def test_months_add_up_to_the_lines(report):
    line = report.status.line("motor_fuel_batches")

    assert sum(month.motor_fuel for month in report.months) == line.achieved == report.months[-1].cumulative
    assert sum(month.urea for month in report.months) == report.status.line("urea_batches").achieved
    assert [month.month for month in report.months] == [date(2025, n, 1) for n in range(1, 10)]


def test_a_month_s_pending_batches_are_those_that_would_count(report):
    """A batch at the laboratory for the city, like a void one, is nobody's batch in progress."""
    assert {m.month: m.pending for m in report.months if m.pending} == {date(2025, 3, 1): 1, date(2025, 9, 1): 1}


def test_townships_add_up_to_the_lines(report):
    coverage = report.status.line("private_coverage")

    assert sum(town.private for town in report.townships) == coverage.population
    assert sum(town.private_covered for town in report.townships) == coverage.achieved
    assert sum(town.motor_fuel for town in report.townships) >= report.status.line("motor_fuel_batches").achieved
    assert len(report.townships) == 15


def test_products_are_counted_with_their_failures(report):
    assert [(row.product.value, row.batches, row.failed) for row in report.products] == [
        ("ethanol_gasoline", 1, 1), ("diesel", 6, 0), ("urea", 1, 0),
    ]  # fmt: skip


def test_pace_is_against_the_line_of_the_motor_fuel_quota(report):
    pace = report.pace

    assert (pace.elapsed_days, pace.year_days, pace.achieved) == (273, 365, 5)
    assert pace.expected == -(-159 * 273 // 365)
    assert pace.meets_on is not None
    assert pace.meets_on > date(2026, 1, 1)
    assert not pace.december_heap


def test_the_head_is_the_last_act_that_was_known(year, report):
    then = year.now
    assert report.head.moment == then
    year.take([{"站点编号": PETROCHINA, "日期": "2025-09-29", "情况": "无货"}])

    assert year.report(AUTUMN, known_at=then).head == report.head
    assert year.report(AUTUMN).head.n == report.head.n + 1


def test_the_township_of_a_month_without_batches_is_listed_too(report):
    assert {town.township for town in report.townships if town.motor_fuel == 0} >= {"鸣皋镇", "半坡镇"}

"""How the figures are asked for: few statements, whatever the size, out of one index."""

import pytest
import sqlalchemy as sa

import fuelcheck as fc
from tests.cast import DEPOT, REVIEWER, SHUNDA, XINYUAN, batches, change, sites, stations


@pytest.fixture
def statements(county):
    """The statements that something sends to the database."""
    sent = []

    @sa.event.listens_for(county.store.engine, "before_cursor_execute")
    def note(_connection, _cursor, statement, *_):
        sent.append(statement)

    def of(asking):
        sent.clear()
        asking()
        return list(sent)

    return of


def grow(county):
    county.take(stations(40, "民营") + stations(12, "中石油"))
    county.take([change(SHUNDA, "2025-07-01", "停业"), change(SHUNDA, "2025-08-01", "恢复营业")])
    for year in (2023, 2024, 2025):
        county.take(batches(60, XINYUAN, f"K{year}", f"{year}-03-10"))
        county.take(batches(30, DEPOT, f"D{year}", f"{year}-04-10"))


@pytest.mark.parametrize("ask", ["status", "report"])
def test_their_number_does_not_grow_with_sites_batches_or_years(county, statements, ask):
    county.take(sites(), batches(1, SHUNDA, "A"))
    asking = getattr(county, ask)
    before = statements(asking)
    grow(county)

    assert len(statements(asking)) == len(before)


def enter(county, forms):
    for form_no in forms:
        fc.enter_results(county.store, form_no, [("硫含量", "35", "mg/kg"), ("闪点", "66", "℃")], by=REVIEWER)


def test_nor_does_it_grow_with_results_that_are_judged(county, statements):
    county.take(sites(), batches(1, SHUNDA, "A"))
    enter(county, ["A001"])
    before = statements(county.report)
    grow(county)
    enter(county, [f"K2025{n:03}" for n in range(1, 8)])
    assert len(county.report().flagged) == 8

    assert len(statements(county.report)) == len(before)


def test_the_past_is_asked_for_in_as_many_whatever_its_length(county, statements):
    county.take(sites(), batches(1, SHUNDA, "A"))
    then = county.now
    before = statements(lambda: county.status(known_at=then))
    grow(county)

    assert len(statements(lambda: county.status(known_at=then))) == len(before)


def test_the_tallies_read_nothing_but_their_index(county):
    if county.store.engine.dialect.name != "sqlite":
        pytest.skip("the plan is SQLite's")
    county.take(sites())
    grow(county)
    plans = []

    @sa.event.listens_for(county.store.engine, "before_cursor_execute")
    def explain(connection, _cursor, statement, parameters, *_):
        if "FROM batch" in statement:
            plan = connection.connection.driver_connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.append([row[-1] for row in plan if " batch " in row[-1]])

    county.status()

    assert plans == [
        ["SEARCH batch USING COVERING INDEX ix_batch_quota (division=? AND year=?)"],
        ["SEARCH batch USING COVERING INDEX ix_batch_quota (division=? AND year=? AND site_code=?)"],
    ]

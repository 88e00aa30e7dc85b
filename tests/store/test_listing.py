"""Pages of rows: complete, in order, each row once, whatever the order and the size of a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.store import listing
from fuelcheck.store.listing import Asked
from tests.cast import SHUNDA, XINYUAN, batch, change, results, sites

ORDERS = (("form_no",), ("sampled_on", "form_no"))


@pytest.fixture
def ledger(county):
    days = ("2025-03-09", "2025-03-10", "2025-03-10", "2025-03-11", "2025-03-09")
    county.take(sites(), [batch(f"A{n}", day, XINYUAN, 报告日期=day) for n, day in enumerate(days)])
    return county


def paged(view, order, limit, *, descending=False, **held):
    forms, after = [], None
    while True:
        found = listing.batches(view, Asked("batch", order, limit, descending, after, **held))
        assert len(found.rows) <= limit
        forms += [row["form_no"] for row in found.rows]
        after = found.after
        if after is None:
            return forms


@given(st.sampled_from(ORDERS), st.integers(1, 6), st.booleans())
def test_pages_put_together_are_the_whole_list_in_its_order(ledger, order, limit, descending):
    with ledger.store.reading() as view:
        whole = paged(view, order, 100, descending=descending)

        assert paged(view, order, limit, descending=descending) == whole
        assert sorted(whole) == ["A0", "A1", "A2", "A3", "A4"]


def test_the_order_is_that_of_the_days_and_then_of_the_numbers(ledger):
    with ledger.store.reading() as view:
        assert paged(view, ORDERS[1], 2) == ["A0", "A4", "A1", "A2", "A3"]
        assert paged(view, ORDERS[1], 2, descending=True) == ["A3", "A2", "A1", "A4", "A0"]


def test_columns_are_held_to_a_value_or_a_span(ledger):
    with ledger.store.reading() as view:
        assert paged(view, ORDERS[0], 2, equal={"sampled_on": "2025-03-10"}) == ["A1", "A2"]
        assert paged(view, ORDERS[0], 2, first={"sampled_on": "2025-03-10"}, last={"form_no": "A2"}) == ["A1", "A2"]


def test_a_page_of_batches_seeks_its_place_in_an_index(ledger):
    statements = []
    with ledger.store.reading() as view:
        execute = view.connection.execute
        view.connection.execute = lambda query, *more: statements.append(query) or execute(query, *more)
        listing.page(view, Asked("batch", ORDERS[1], 2, after=("2025-03-09", "A4")))
        view.connection.execute = execute
        if view.connection.dialect.name == "sqlite":
            text = str(statements[0].compile(view.connection, compile_kwargs={"literal_binds": True}))
            plan = " ".join(row[3] for row in view.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}"))
            assert "ix_batch_day" in plan
            assert "TEMP B-TREE" not in plan


def test_a_batch_stands_beside_its_samplers_and_its_last_report(ledger):
    with ledger.store.reading() as view:
        row = listing.batches(view, Asked("batch", ("form_no",), 1)).rows[0]

    assert (row["samplers"], row["report_no"], row["conclusion"]) == ("李娜;赵强", "WA0", "pass")


def test_a_row_that_is_not_there_is_none(ledger):
    with ledger.store.reading() as view:
        assert listing.row_of(view, "site", code="S999") is None
        assert listing.tag(view, "site", "S999") is None


def test_the_tag_of_a_batch_changes_with_its_results(ledger):
    with ledger.store.reading() as view:
        before = listing.tag(view, "batch", "A1")
        beside = listing.tag(view, "batch", "A2")
    ledger.take(results("A1", 硫含量="8 mg/kg"))
    with ledger.store.reading() as view:
        assert listing.tag(view, "batch", "A1") != before
        assert listing.tag(view, "batch", "A2") == beside


def test_the_tag_of_a_site_changes_with_what_changed_about_it(ledger):
    with ledger.store.reading() as view:
        before = listing.tag(view, "site", SHUNDA)
    ledger.take([change(SHUNDA, "2025-09-01", "停业")])
    with ledger.store.reading() as view:
        assert listing.tag(view, "site", SHUNDA) != before

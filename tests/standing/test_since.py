"""What a document lists of what happened to the last one's figures."""

from datetime import date

import pytest

import fuelcheck as fc
from fuelcheck.reports.paper import Paper
from tests.cast import REVIEWER, SHUNDA, XINYUAN, batch, change, sites, visit
from tests.standing.conftest import AUTUMN


@pytest.fixture
def after(year):
    """What a report in November lists once a ledger has been brought after the autumn's document."""
    fc.issue_quota_report(year.store, year.report(AUTUMN), ".pdf", Paper(), by=REVIEWER)

    def of(*ledgers, **options):
        year.take(*ledgers, **options)
        return [(r.noun, r.row, r.kind) for r in year.report(date(2025, 11, 30)).changes]

    return of


def test_without_a_document_there_is_nothing_to_compare_with(year):
    assert year.report(AUTUMN).last_document is None
    assert year.report(AUTUMN).changes == ()


def test_what_happened_after_the_last_document_is_no_change_of_it(after):
    assert (
        after([batch("E1", "2025-10-09", SHUNDA, 报告日期="2025-10-20")], [visit(XINYUAN, "2025-10-09", "无货")]) == []
    )


def test_a_report_that_arrived_meanwhile_is_no_change(after):
    assert after([batch("A4", "2025-09-24", XINYUAN, 报告日期="2025-10-08")]) == []


def test_a_batch_recorded_late_is_listed_with_its_report(after):
    assert after([batch("E1", "2025-08-09", XINYUAN, 报告日期="2025-08-20")]) == [
        ("batch", "E1", "recorded_late"), ("report", '["E1","1"]', "recorded_late"),
    ]  # fmt: skip


def test_a_report_that_was_there_and_recorded_late_is_listed(after):
    assert after([batch("A4", "2025-09-24", XINYUAN, 报告日期="2025-09-29")]) == [
        ("report", '["A4","1"]', "recorded_late")
    ]


def test_a_correction_names_field_reason_and_person(after, year):
    after([batch("A1", "2025-03-10", SHUNDA, 报告日期="2025-03-20")], update=True, reason="笔误")
    (row,) = year.report(AUTUMN).changes

    assert (row.row, row.kind, row.reason) == ("A1", "amended", "笔误")
    assert ("sampled_on", "2025-03-09", "2025-03-10") in row.fields


def test_a_void_is_listed(after):
    assert after([batch("A1", "2025-03-09", SHUNDA, 状态="作废", 作废原因="错")]) == [("batch", "A1", "voided")]


def test_a_closing_recorded_late_is_listed(after):
    assert [row[::2] for row in after([change(XINYUAN, "2025-09-01", "停业")])] == [("site_change", "recorded_late")]


def test_a_closing_later_than_the_document_is_none_of_its_figures(after):
    assert after([change(XINYUAN, "2025-10-15", "停业")]) == []


def test_a_new_site_without_an_opening_day_was_there_before(after):
    new = {"站点编号": "S900", "名称": "新桥加油站", "类别": "加油站", "所有制": "民营", "乡镇": "吕店镇"}
    assert after([new]) == [("site", "S900", "recorded_late")]


def test_batches_of_other_years_are_not_listed(after):
    assert after([batch("E1", "2024-11-09", SHUNDA, 报告日期="2024-11-20")]) == []


def test_the_next_document_starts_from_this_one(after, year):
    after([batch("A1", "2025-03-09", SHUNDA, 状态="作废", 作废原因="错")])
    fc.issue_quota_report(year.store, year.report(date(2025, 10, 31)), ".pdf", Paper(), by=REVIEWER)

    assert year.report(date(2025, 11, 30)).changes == ()


def test_an_import_that_was_taken_back_is_listed_for_what_it_was(year):
    id_ = year.take([batch("E1", "2025-08-09", XINYUAN, 报告日期="2025-08-20")])
    fc.issue_quota_report(year.store, year.report(AUTUMN), ".pdf", Paper(), by=REVIEWER)
    fc.undo_import(year.store, id_, reason="别县的样", by=REVIEWER)

    listed = [(r.row, r.kind) for r in year.report(AUTUMN).changes]
    assert ("E1", "undone") in listed


def test_filling_a_cell_that_moves_figures_is_listed(after):
    moved = [batch("A1", "2025-03-09", SHUNDA, 任务来源="省级")]

    assert after(moved, update=True, reason="省抽任务漏填") == [("batch", "A1", "amended")]


def test_an_opening_day_that_was_filled_is_listed_and_an_address_is_not(after):
    (row,) = sites(SHUNDA)

    assert after([row | {"地址": "东大街1号"}]) == []
    assert after([row | {"开业日期": "2026-01-05"}]) == [("site", SHUNDA, "filled")]


def test_a_day_that_an_undated_report_was_given_afterwards_is_listed(county):
    county.take(sites(SHUNDA), [batch("A1", "2025-03-09", SHUNDA, 报告编号="R1", 检验结论="合格")])
    fc.issue_quota_report(county.store, county.report(AUTUMN), ".pdf", Paper(), by=REVIEWER)
    county.take([batch("A1", "2025-03-09", SHUNDA, 报告编号="R1", 检验结论="合格", 报告日期="2025-03-20")])

    assert [(r.noun, r.kind) for r in county.report(date(2025, 11, 30)).changes] == [("report", "filled")]


def test_a_batch_that_a_correction_moved_out_of_the_year_is_listed(after):
    moved = [batch("A1", "2024-12-30", SHUNDA, 报告日期="2025-03-20")]

    assert ("batch", "A1", "amended") in after(moved, update=True, reason="日期录错")

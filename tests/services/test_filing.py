"""Which rows a ledger row becomes, and as what each change is recorded."""

import pytest

import fuelcheck as fc
from fuelcheck.library import audit_history
from fuelcheck.store.rows import contents
from tests.cast import SAMPLERS, SHUNDA, XINYUAN, batch, change, sites, visit


@pytest.fixture
def rows(county):
    """All rows of a noun."""

    def of(noun):
        with county.store.reading() as view:
            return list(contents(view.connection, noun, view.division))

    return of


@pytest.fixture
def kinds(county):
    """What each act did to a batch and its reports, visit by visit left out."""

    def of(code):
        return [step.kind for step in audit_history(county.store, code) if step.noun != "visit"]

    return of


@pytest.fixture(autouse=True)
def cast(county):
    county.take(sites())


def test_a_row_of_samples_is_a_visit_a_batch_and_a_report(county, rows):
    county.take([batch("A1", "2025-03-09", SHUNDA, 报告日期="2025-03-20", 备注="油枪3")])

    (visited,), (drawn,), (reported,) = rows("visit"), rows("batch"), rows("report")
    assert (visited["site_code"], visited["visited_on"], visited["outcome"]) == (SHUNDA, "2025-03-09", "sampled")
    assert visited["samplers"] == SAMPLERS
    assert (drawn["visit_id"], drawn["year"], drawn["reported_on"]) == (visited["id"], 2025, "2025-03-20")
    assert (drawn["task"], drawn["purpose"], drawn["note"]) == (None, None, "油枪3")
    assert (reported["form_no"], reported["n"], reported["conclusion"]) == ("A1", 1, "pass")


def test_batches_of_one_team_at_one_site_on_one_day_share_a_visit(county, rows):
    county.take([
        batch("A1", "2025-03-09", SHUNDA),
        batch("A2", "2025-03-09", SHUNDA, 产品="车用乙醇汽油", 牌号="92"),
        batch("A3", "2025-03-09", SHUNDA, 抽样人员="孙丽、周强"),
        batch("A4", "2025-03-10", SHUNDA),
        batch("A5", "2025-03-09", XINYUAN),
    ])  # fmt: skip

    visits = {row["form_no"]: row["visit_id"] for row in rows("batch")}
    assert visits["A1"] == visits["A2"]
    assert len(set(visits.values())) == len(rows("visit")) == 4


def test_a_visit_is_the_same_in_whatever_order_its_batches_are_brought(county, rows):
    county.take([batch("A1", "2025-03-09", SHUNDA, 抽样人员="赵强、李娜")])
    county.take([batch("A2", "2025-03-09", SHUNDA, 抽样人员="李娜、赵强", 产品="车用尿素")])

    assert len(rows("visit")) == 1


def test_batches_may_change_places(county, rows):
    """Each visit is emptied by one row and filled by the other."""
    county.take([batch("A1", "2025-03-01", SHUNDA), batch("A2", "2025-03-02", SHUNDA)])
    before = rows("visit")
    county.take([batch("A1", "2025-03-02", SHUNDA), batch("A2", "2025-03-01", SHUNDA)], update=True, reason="日期填反")

    assert rows("visit") == before
    assert {row["form_no"]: row["sampled_on"] for row in rows("batch")} == {"A1": "2025-03-02", "A2": "2025-03-01"}
    assert fc.verify_audit(county.store) == []


def test_a_visit_that_a_correction_leaves_without_a_batch_is_taken_away(county, rows):
    county.take([batch("A1", "2025-03-01", SHUNDA)])
    county.take([batch("A1", "2025-03-05", XINYUAN)], update=True, reason="填错")

    (left,) = rows("visit")
    assert (left["site_code"], left["visited_on"]) == (XINYUAN, "2025-03-05")


def test_a_visit_without_a_sample_may_leave_its_team_unnamed_until_it_is_known(county, rows):
    county.take([visit(SHUNDA, "2025-08-12", "停业")])
    assert rows("visit")[0]["samplers"] is None

    county.take([visit(SHUNDA, "2025-08-12", "停业", 抽样人员=SAMPLERS)])
    assert rows("visit")[0]["samplers"] == SAMPLERS


def test_a_report_that_arrives_later_is_recorded_as_reported(county, kinds):
    county.take([batch("A1", "2025-03-09", SHUNDA)])
    county.take([batch("A1", "2025-03-09", SHUNDA, 报告日期="2025-03-20")])

    assert kinds("A1") == ["sampled", "reported", "reported"]


def test_a_filled_cell_a_correction_and_a_void_are_recorded_as_what_they_are(county, kinds):
    county.take([batch("A1", "2025-03-09", SHUNDA)])
    county.take([batch("A1", "2025-03-09", SHUNDA, 抽样部位="2号罐")])
    county.take([batch("A1", "2025-03-09", SHUNDA, 抽样部位="3号罐")], update=True, reason="笔误")
    county.take([batch("A1", "2025-03-09", SHUNDA, 状态="作废", 作废原因="封样破损")])
    county.take([batch("A1", "2025-03-09", SHUNDA, 状态="有效")], update=True, reason="查明封样完好")

    assert kinds("A1") == ["sampled", "filled", "amended", "voided", "restored"]


def test_a_closing_day_that_is_filled_in_is_recorded_as_a_closing(county, kinds):
    county.take(sites(SHUNDA, 停业日期="2025-08-01"))

    assert kinds(SHUNDA) == ["created", "closed"]


def test_a_correction_of_the_report_day_moves_the_counting_day(county, rows):
    county.take([batch("A1", "2025-03-09", SHUNDA, 报告日期="2025-03-20")])
    county.take([batch("A1", "2025-03-09", SHUNDA, 报告日期="2025-03-25")], update=True, reason="笔误")

    assert [row["reported_on"] for row in rows("batch")] == ["2025-03-25"]
    assert [row["reported_on"] for row in rows("report")] == ["2025-03-25"]


def test_a_report_without_a_day_leaves_the_batch_at_the_laboratory(county, rows):
    county.take([batch("A1", "2025-03-09", SHUNDA, 报告编号="W1", 检验结论="合格")])

    assert rows("batch")[0]["reported_on"] is None
    assert rows("report")[0]["report_no"] == "W1"


def test_a_reason_for_a_change_may_be_added_later(county, rows):
    county.take([change(SHUNDA, "2025-08-01", "停业")])
    county.take([{**change(SHUNDA, "2025-08-01", "停业"), "原因": "改造"}])

    (row,) = rows("site_change")
    assert row["reason"] == "改造"

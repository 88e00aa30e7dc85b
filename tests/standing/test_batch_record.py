"""The record of one batch: everything that is held of it, by the end of a day and as known at a moment."""

import json
from datetime import date

import pytest

import fuelcheck as fc
from fuelcheck.library import add_programme
from fuelcheck.services.batch_folder import NoSuchBatch
from fuelcheck.standing.batch_record import batch_object, notice_message
from fuelcheck.words import ReportState, Verdict
from tests.cast import CLERK, REVIEWER, SAMPLERS, SHUNDA, batch, change, results, sites

DAY, FIRST, SECOND, LATER = "2025-03-09", date(2025, 3, 20), date(2025, 4, 2), date(2025, 12, 31)


@pytest.fixture
def record(county):
    """The record of A1; a failing result under a report that passed it, unless the test says otherwise."""

    def of(as_of=LATER, **options):
        return fc.batch_record(county.store, "A1", as_of=as_of, **options)

    return of


@pytest.fixture(autouse=True)
def tested(county):
    county.take(
        sites(),
        [
            batch("A1", DAY, SHUNDA, 报告日期="2025-03-20", 抽样部位="2号枪"),
            batch("A2", DAY, SHUNDA, 产品="车用尿素"),
        ],
        results("A1", 硫含量="35 mg/kg", 灰分="/"),
    )


def corrected(county, **options):
    return fc.add_report(
        county.store, "A1", by=CLERK, reported_on=SECOND, conclusion="fail", failed_items="硫含量",
        results=[("硫含量", "35", "mg/kg")], **options,
    )  # fmt: skip


def test_it_holds_the_row_its_site_and_its_visit(record):
    found = record()

    assert (found.batch.form_no, found.drawn_from, found.beside) == ("A1", "2号枪", ("A2",))
    assert (found.site.code, found.site.name, found.site.operating) == (SHUNDA, "顺达加油站", True)
    assert found.batch.samplers == tuple(SAMPLERS.split(";"))


def test_the_site_is_as_it_was_on_the_day(county, record):
    county.take([change(SHUNDA, "2025-03-09", "更名", "顺发加油站"), change(SHUNDA, "2025-03-10", "所有制", "中石化")])

    assert (record().site.name, record().site.ownership) == ("顺发加油站", "private")


def test_our_verdict_stands_beside_the_laboratorys_and_the_difference_is_flagged(record):
    found = record()

    assert (found.batch.conclusion, found.verdict.verdict, found.differs) == ("pass", Verdict.FAIL, True)
    assert found.standard.id == "GB 19147-2016"
    assert [notice.code for notice in found.notices] == ["verdict-differs"]
    assert "35 mg/kg" in notice_message(found.notices[0])


def test_a_corrected_report_ends_the_difference_and_both_are_shown(county, record):
    corrected(county, corrects=1, reason="笔误")
    found = record()

    assert [report.state for report in found.reports] == [ReportState.CORRECTED, ReportState.STANDS]
    assert (found.batch.reported_on, found.batch.conclusion, found.differs) == (FIRST, "fail", False)
    assert [len(report.results) for report in found.reports] == [2, 1]


def test_a_replaced_and_a_withdrawn_report_are_told_apart(county, record):
    corrected(county, replaces=1, reason="报告编号重复")
    fc.withdraw_report(county.store, "A1", 2, reason="盖错章", by=REVIEWER)
    found = record()

    assert [(report.state, report.why) for report in found.reports] == [
        (ReportState.REPLACED, "报告编号重复"), (ReportState.WITHDRAWN, "盖错章")
    ]  # fmt: skip
    assert (found.batch.reported_on, found.verdict, found.differs) == (None, None, False)


def test_a_correction_stays_one_when_either_report_is_withdrawn(county, record):
    corrected(county, corrects=1, reason="笔误")
    assert [report.replaces for report in record().reports] == [False, False]
    for n in (1, 2):
        fc.withdraw_report(county.store, "A1", n, reason="盖错章", by=REVIEWER)
        assert (record().reports[1].corrects, record().reports[1].replaces) == (1, False)


def test_a_correction_of_a_report_that_was_replaced_later_is_no_replacement(county, record):
    corrected(county, corrects=1, reason="笔误")
    fc.add_report(county.store, "A1", by=CLERK, reported_on=LATER, conclusion="pass", replaces=1, reason="报告编号重复")

    assert [(r.corrects, r.replaces) for r in record().reports] == [(None, False), (1, False), (1, True)]


def test_by_an_earlier_day_the_later_report_had_not_come(county, record):
    corrected(county, corrects=1, reason="笔误")
    found = record(FIRST)

    assert [report.state for report in found.reports] == [ReportState.STANDS, ReportState.LATER]
    assert found.batch.conclusion == "pass"


def test_as_known_then_the_correction_had_not_been_recorded(county, record):
    then = county.now
    corrected(county, corrects=1, reason="笔误")
    found = record(known_at=then)

    assert len(found.reports) == 1
    assert {step.act_kind for step in found.history} == {"import"}


def test_results_without_a_report_are_shown_as_such(county):
    county.take(results("A2", 密度="1.09 g/cm³"))
    found = fc.batch_record(county.store, "A2", as_of=LATER)

    assert [report.state for report in found.reports] == [ReportState.RESULTS_ONLY]
    assert found.batch.reported_on is None


def test_a_void_batch_is_shown_and_not_judged(county, record):
    county.take([batch("A1", DAY, SHUNDA, 状态="作废", 作废原因="封样破损")])

    assert (record().batch.void_reason, record().verdict, record().differs) == ("封样破损", None, False)


def test_history_is_all_that_was_done_to_batch_reports_and_results_in_order(county, record):
    corrected(county, replaces=1, reason="报告编号重复")
    steps = [(step.noun, step.kind) for step in record().history]

    assert steps[:2] == [("batch", "sampled"), ("report", "reported")]
    assert {("report", "replaced"), ("report", "reported"), ("batch", "replaced"), ("result", "recorded")} <= set(steps)


def test_the_programme_of_the_year_is_that_of_the_batch(county, record):
    assert record().programme is None
    added, _ = add_programme(county.store, "yichuan-2025-example", by=REVIEWER)

    assert record().programme == added


def test_a_batch_that_there_is_not_is_said(county):
    with pytest.raises(NoSuchBatch, match="B7"):
        fc.batch_record(county.store, "B7")


def test_its_object_names_the_fields_as_the_ledger_does_and_is_plain_json(county, record):
    corrected(county, corrects=1, reason="笔误")
    shown = json.loads(json.dumps(batch_object(record())))

    assert (shown["site_code"], shown["sampled_on"], shown["product"], shown["grade"]) == (SHUNDA, DAY, "diesel", "0")
    assert (shown["reported_on"], shown["conclusion"], shown["differs"]) == ("2025-03-20", "fail", False)
    assert [(r["n"], r["state"], r["corrects"]) for r in shown["reports"]] == [(1, "corrected", None), (2, "stands", 1)]
    assert shown["reports"][1]["results"] == [{"item": "硫含量", "value": "35", "unit": "mg/kg"}]
    assert (shown["judgement"]["form_no"], shown["judgement"]["verdict"]) == ("A1", "fail")
    assert shown["history"][-1]["who"] == CLERK

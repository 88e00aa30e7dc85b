"""Reports entered by a person: corrected, replaced, withdrawn; the counting day right in every case."""

from datetime import date

import pytest

import fuelcheck as fc
from fuelcheck.faults import SENTENCES
from fuelcheck.library import ReasonNeeded, audit_acts, audit_history
from fuelcheck.reports.paper import Paper
from fuelcheck.services.batch_folder import (
    AlreadyRecorded,
    BadResult,
    NoSuchBatch,
    NoSuchReport,
    NothingToWithdraw,
    ReportBeforeSampling,
    ReportStands,
    ReportWithdrawn,
    ResultDiffers,
    ResultTwice,
    VoidBatch,
    WhichReport,
)
from fuelcheck.services.laboratory_reports import CorrectsOrReplaces, NoSuchConclusion
from fuelcheck.store.rows import contents
from tests.cast import CLERK, REVIEWER, SHUNDA, batch, results, sites

DAY, FIRST, SECOND = "2025-03-09", date(2025, 3, 20), date(2025, 4, 2)


@pytest.fixture(autouse=True)
def drawn(county):
    county.take(sites(), [batch("A1", DAY, SHUNDA)])


@pytest.fixture
def rows(county):
    def of(noun):
        with county.store.reading() as view:
            return list(contents(view.connection, noun, view.division))

    return of


@pytest.fixture
def report(county):
    """Enters a report of the batch; it passes unless the test says otherwise."""

    def enter(day=FIRST, conclusion="pass", **other):
        return fc.add_report(county.store, "A1", by=CLERK, reported_on=day, conclusion=conclusion, **other)

    return enter


@pytest.fixture
def withdraw(county):
    def take_back(n=None, reason="原始记录有误"):
        return fc.withdraw_report(county.store, "A1", n, reason=reason, by=REVIEWER)

    return take_back


@pytest.fixture
def enter(county):
    def fill(*lines, **options):
        return fc.enter_results(county.store, "A1", lines, by=CLERK, **options)

    return fill


@pytest.fixture
def counting(rows):
    def day():
        (batch_,) = rows("batch")
        return batch_["reported_on"]

    return day


def test_a_first_report_gives_the_counting_day(report, rows, counting):
    entered = report(report_no="W1", results=[("硫含量", "8", "mg/kg"), ("灰分", "未检")])

    assert (entered.n, entered.told, counting()) == (1, (), "2025-03-20")
    assert [(r["item"], r["value"], r["unit"]) for r in rows("result")] == [
        ("灰分", "未检", None), ("硫含量", "8", "mg/kg")
    ]  # fmt: skip


def test_a_corrected_report_stands_beside_the_first_which_keeps_the_counting_day(county, report, rows, counting):
    report()
    assert report(SECOND, "fail", failed_items="硫含量", corrects=1, reason="笔误").n == 2

    assert counting() == "2025-03-20"
    assert [(r["n"], r["withdrawn"], r["corrects"]) for r in rows("report")] == [(1, None, None), (2, None, 1)]
    seen = fc.batch_record(county.store, "A1", as_of=SECOND).batch
    assert (seen.reported_on, seen.conclusion) == (FIRST, "fail")


def test_a_replacing_report_withdraws_the_old_one_and_gives_its_own_day(report, rows, counting):
    report()
    report(SECOND, replaces=1, reason="报告编号重复")

    assert counting() == "2025-04-02"
    assert [(r["n"], r["withdrawn"], r["corrects"]) for r in rows("report")] == [
        (1, "报告编号重复", None),
        (2, None, 1),
    ]


def test_withdrawing_the_only_report_puts_the_batch_back_in_progress(county, report, withdraw, counting):
    report()
    assert withdraw() == 1

    assert counting() is None
    assert county.status().line("motor_fuel_batches").in_progress == 1


def test_withdrawing_the_first_of_two_leaves_the_day_to_the_second(report, withdraw, counting):
    report()
    report(SECOND, corrects=1, reason="笔误")
    withdraw(1)

    assert counting() == "2025-04-02"


def test_after_a_withdrawal_a_new_report_needs_no_old_one_and_gets_a_number_of_its_own(report, withdraw, counting):
    report()
    withdraw()

    assert (report(SECOND).n, counting()) == (2, "2025-04-02")


def test_a_ledger_brought_after_a_withdrawal_makes_a_further_report(county, report, withdraw, rows):
    report()
    withdraw()
    county.take([batch("A1", DAY, SHUNDA, 报告日期="2025-05-06")])

    assert [(r["n"], r["reported_on"]) for r in rows("report")] == [(1, "2025-03-20"), (2, "2025-05-06")]
    assert fc.verify_audit(county.store) == []


def test_each_is_recorded_as_what_it_is(county, report, withdraw):
    report()
    report(SECOND, corrects=1, reason="笔误")
    report(SECOND, replaces=2, reason="盖错章")
    withdraw(3)

    steps = audit_history(county.store, "A1")
    assert [s.kind for s in steps if s.noun == "report"] == [
        "reported",
        "corrected",
        "replaced",
        "reported",
        "withdrawn",
    ]
    assert [act.kind for act in audit_acts(county.store)][-4:] == ["report", "report", "report", "withdraw"]
    assert fc.verify_audit(county.store) == []


def test_results_that_come_first_wait_for_their_report(county, enter, report, rows, counting):
    assert enter(("硫含量", "8", "mg/kg")) == 1
    assert counting() is None
    assert county.report().notices == ()

    assert report(report_no="W1").n == 1
    assert (counting(), len(rows("report")), len(rows("result"))) == ("2025-03-20", 1, 1)


def test_the_same_results_again_change_nothing_and_others_need_a_reason(county, enter, rows):
    enter(("硫含量", "35", "mg/kg"))
    acts = len(audit_acts(county.store))
    enter(("硫含量", "35", "mg/kg"))
    assert len(audit_acts(county.store)) == acts
    with pytest.raises(ResultDiffers, match=r"35 mg/kg → 3\.5 mg/kg"):
        enter(("硫含量", "3.5", "mg/kg"))

    enter(("硫含量", "3.5", "mg/kg"), reason="漏小数点")
    assert [r["value"] for r in rows("result")] == ["3.5"]


def test_a_unit_that_was_missing_is_filled_in_without_a_reason(enter, rows):
    enter(("硫含量", "35"))
    enter(("硫含量", "35", "mg/kg"))

    assert [(r["value"], r["unit"]) for r in rows("result")] == [("35", "mg/kg")]


def test_an_item_in_other_brackets_is_the_same_item(enter, rows):
    enter(("闪点（闭口）", "60", "℃"))
    enter(("闪点(闭口)", "60", "℃"))

    assert [r["item"] for r in rows("result")] == ["闪点（闭口）"]


def test_a_second_name_of_an_item_meets_the_first_and_another_result_needs_a_reason(enter, rows):
    enter(("硫含量", "8", "mg/kg"))
    enter(("总硫含量", "8", "mg/kg"))
    with pytest.raises(ResultDiffers, match="硫含量: 8 mg/kg → 35 mg/kg"):
        enter(("sulfur", "35", "mg/kg"))
    enter(("硫含量/(mg/kg)", "35"), reason="笔误")

    assert [(r["item"], r["value"], r["unit"]) for r in rows("result")] == [("硫含量", "35", "mg/kg")]


def test_two_results_of_an_item_in_one_command_are_refused_whatever_the_names_and_the_reason(enter, rows):
    with pytest.raises(ResultTwice, match="8 mg/kg and 35 mg/kg"):
        enter(("硫含量", "8", "mg/kg"), ("sulfur", "35", "mg/kg"), reason="笔误")

    assert rows("result") == []


def test_shares_of_another_basis_are_two_findings(enter, rows):
    enter(("硫含量（质量分数）", "0.1", "%"), ("硫含量（体积分数）", "0.2", "%"))

    assert len(rows("result")) == 2


@pytest.mark.parametrize(
    ("line", "kept"),
    [(("0.0030%",), ("0.0030%", None)), (("30",), ("30", "mg/kg")), (("0.003", "%"), ("0.003", "%"))],
)
def test_a_result_entered_again_keeps_the_unit_only_where_it_states_none(enter, rows, line, kept):
    enter(("硫含量", "8", "mg/kg"))
    enter(("硫含量", *line), reason="笔误")

    assert [(r["value"], r["unit"]) for r in rows("result")] == [kept]


def test_the_report_that_stands_last_is_not_entered_twice(report, rows):
    report(report_no="W1")
    for follow in ({}, {"corrects": 1, "reason": "笔误"}):
        with pytest.raises(AlreadyRecorded, match="already recorded"):
            report(report_no="W1", **follow)

    assert len(rows("report")) == 1


def test_a_second_correction_of_the_same_report_is_taken_and_said(report):
    report()
    first = report(SECOND, "fail", failed_items="硫含量", corrects=1, reason="笔误")
    second = report(date(2025, 4, 9), corrects=1, reason="笔误")

    assert [[remark.code for remark in entered.told] for entered in (first, second)] == [[], ["corrected-already"]]
    assert "report 2" in second.told[0].message


def test_a_correction_needs_a_reason(report):
    report()
    with pytest.raises(ReasonNeeded):
        report(SECOND, corrects=1)


def test_results_go_to_the_last_valid_report_or_to_the_one_named(report, enter, rows):
    report(results=[("硫含量", "8", "mg/kg")])
    report(SECOND, corrects=1, reason="笔误")
    assert enter(("硫含量", "9", "mg/kg")) == 2
    assert enter(("水分", "痕迹"), n=1) == 1

    assert [(r["n"], r["item"]) for r in rows("result")] == [(1, "水分"), (1, "硫含量"), (2, "硫含量")]


def test_a_failure_without_items_and_a_correction_without_results_are_taken_and_said(report):
    first = report(conclusion="不合格", results=[("硫含量", "35", "mg/kg")])
    second = report(SECOND, corrects=1, reason="笔误")

    assert [remark.code for remark in first.told] == ["failed-items-missing"]
    assert [remark.code for remark in second.told] == ["report-without-results"]
    assert all(remark.message and remark.code in SENTENCES for remark in (*first.told, *second.told))


def test_a_report_may_be_dated_in_the_future(report, counting):
    report(date(2026, 1, 5))

    assert counting() == "2026-01-05"


def test_what_does_not_fit_is_refused_with_a_sentence(county, report, withdraw, enter):
    with pytest.raises(NothingToWithdraw, match="A1"):
        withdraw()
    with pytest.raises(ReportBeforeSampling, match="2025-03-08"):
        report(date(2025, 3, 8))
    with pytest.raises(NoSuchReport, match="no report 4"):
        report(corrects=4, reason="笔误")
    with pytest.raises(NoSuchConclusion, match="pass"):
        report(conclusion="差不多")
    with pytest.raises(NoSuchBatch, match="A9"):
        fc.enter_results(county.store, "A9", [("水分", "无")], by=CLERK)
    for line in (("", "无"), ("水分", " "), ("水分", "\x07")):
        with pytest.raises(BadResult):
            enter(line)


def test_a_further_report_must_say_what_it_is_to_the_first(report, withdraw):
    report()
    with pytest.raises(ReportStands):
        report(SECOND)
    with pytest.raises(CorrectsOrReplaces):
        report(SECOND, corrects=1, replaces=1, reason="x")
    with pytest.raises(ReasonNeeded):
        report(SECOND, replaces=1)
    report(SECOND, corrects=1, reason="笔误")
    with pytest.raises(WhichReport, match=r"1 .*2 "):
        withdraw()
    withdraw(2)
    with pytest.raises(ReportWithdrawn, match="原始记录有误"):
        withdraw(2)


def test_a_void_batch_takes_nothing(county, report, withdraw, enter):
    county.take([batch("A1", DAY, SHUNDA, 状态="作废", 作废原因="封样破损")])

    for doing in (report, withdraw, lambda: enter(("水分", "无"))):
        with pytest.raises(VoidBatch, match="封样破损"):
            doing()


def test_a_refused_report_leaves_nothing_behind(county, report, rows):
    with pytest.raises(BadResult):
        report(results=[("硫含量", "8", "mg/kg"), ("水分", "")])

    assert rows("report") == rows("result") == []


def test_a_replacement_after_a_document_is_listed_in_the_next(county, report):
    report()
    fc.issue_quota_report(county.store, county.report(date(2025, 6, 30)), ".xlsx", Paper(), by=REVIEWER)
    report(SECOND, replaces=1, reason="盖错章")

    kinds = {(row.noun, row.kind) for row in county.report(date(2025, 7, 31)).changes}
    assert ("report", "replaced") in kinds


def test_results_of_the_ledger_and_by_hand_are_one_thing(county, enter):
    enter(("硫含量", "8", "mg/kg"))

    assert county.bring(results("A1", 硫含量="8 mg/kg")).import_id is None
    assert not county.bring(results("A1", 硫含量="9 mg/kg")).accepted


@pytest.mark.parametrize("follow", [{"corrects": 1, "reason": "笔误"}, {"replaces": 1, "reason": "盖错章"}])
def test_a_ledger_that_still_states_the_first_report_changes_nothing(county, report, rows, follow):
    ledger = [batch("A1", DAY, SHUNDA, 报告日期="2025-03-20")]
    county.take(ledger)
    report(SECOND, "fail", **follow)
    before = rows("report")

    assert county.bring(ledger).import_id is None
    assert rows("report") == before


def test_a_ledger_that_still_states_a_withdrawn_report_does_not_bring_it_back(county, withdraw, counting):
    ledger = [batch("A1", DAY, SHUNDA, 报告日期="2025-03-20")]
    county.take(ledger)
    withdraw()
    assert county.bring(ledger).import_id is None
    county.take([{**ledger[0], "抽样部位": "2号枪"}])

    assert counting() is None


def test_another_day_under_the_number_of_the_first_report_is_a_conflict(county, report):
    county.take([batch("A1", DAY, SHUNDA, 报告日期="2025-03-20")])
    report(SECOND, "fail", corrects=1, reason="笔误")

    assert not county.bring([batch("A1", DAY, SHUNDA, 报告日期="2025-03-21")]).accepted

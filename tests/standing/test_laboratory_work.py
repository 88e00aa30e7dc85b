"""What failed, what is contradicted and what is late at the laboratories, in a real store."""

import json
from datetime import date

import pytest

import fuelcheck as fc
from fuelcheck.language import use
from fuelcheck.library import answer_notice, enter_laboratory
from fuelcheck.standing.shown import quota_object
from tests.cast import LABORATORY, REVIEWER, SHUNDA, XINYUAN, batch, sites

BAD = [("硫含量", "35", "mg/kg"), ("闪点（闭口）", "52", "℃"), ("凝点", "3", "℃")]
GOOD = [("硫含量", "3.5", "mg/kg"), ("闪点（闭口）", "66", "℃")]
OPEN = [("硫含量", "10.4", "mg/kg")]


@pytest.fixture
def year(county):
    """One batch of each kind: agreed, contradicted both ways, undecided, failing without results, waiting, void."""
    reported = {"报告日期": "2025-03-20", "检验机构": LABORATORY}
    fails = {**reported, "检验结论": "不合格"}
    county.take(
        sites(),
        [
            batch("F1", "2025-03-09", SHUNDA, **fails, 不合格项目="硫含量、水含量"),
            batch("F2", "2025-03-10", SHUNDA, **fails, 不合格项目="闪点"),
            batch("F3", "2025-03-11", SHUNDA, **fails),
            batch("P1", "2025-03-12", XINYUAN, **reported),
            batch("P2", "2025-03-13", XINYUAN, **reported),
            batch("P3", "2025-03-14", XINYUAN, **reported),
            batch("V1", "2025-03-15", XINYUAN, **reported, 状态="作废", 作废原因="封样破损"),
            batch("W1", "2025-03-16", XINYUAN, 检验机构=LABORATORY),
            batch("W2", "2025-03-17", SHUNDA, 任务来源="省级"),
        ],
    )
    for form_no, results in {"F1": BAD, "F2": GOOD, "P1": BAD[:1], "P2": GOOD, "P3": OPEN}.items():
        fc.enter_results(county.store, form_no, results, by=REVIEWER)
    return county


def failed_on(report):
    return {
        one.row.batch.form_no: [(f.named, f.item and f.item.item, f.item and f.item.value) for f in one.failures]
        for one in report.failing
    }


def flagged(report):
    return {one.row.batch.form_no: (one.verdict.verdict.value, one.answer) for one in report.flagged}


def test_a_failing_batch_is_listed_with_what_we_and_what_only_the_laboratory_failed(year):
    assert failed_on(year.report()) == {
        "F1": [
            ("", "sulfur", "35"),
            ("", "solidification_point", "3"),
            ("", "flash_point_closed", "52"),
            ("水含量", None, None),
        ],
        "F2": [("闪点", "flash_point_closed", "66")],
        "F3": [("", None, None)],
    }


def test_only_a_contradiction_is_flagged_and_the_laboratory_s_conclusion_counts(year):
    report = year.report()

    assert flagged(report) == {"F2": ("pass", ""), "P1": ("fail", "")}
    assert report.status.line("motor_fuel_batches").achieved == 6
    assert sum(product.failed for product in report.products) == 3


def test_an_answer_leaves_the_notices_and_stands_beside_what_is_flagged(year):
    notice = next(n for n in year.report().notices if n.row == "P1")
    assert notice.code == "verdict-differs"
    assert "硫含量 35 mg/kg" in notice.message
    answer_notice(year.store, notice.id, "已核对原件，实为3.5", by=REVIEWER)

    report = year.report()
    assert [n.row for n in report.notices if n.code == "verdict-differs"] == ["F2"]
    assert flagged(report) == {"F2": ("pass", ""), "P1": ("fail", "已核对原件，实为3.5")}


def test_a_corrected_figure_is_no_longer_flagged(year):
    fc.enter_results(year.store, "P1", [("硫含量", "3.5", "mg/kg")], by=REVIEWER, reason="录入差错")

    assert "P1" not in flagged(year.report())


def test_before_the_report_nothing_is_flagged_or_failing(year):
    report = year.report(date(2025, 3, 19))

    assert (report.flagged, report.failing) == ((), ())


def test_without_a_programme_nothing_is_late(year):
    assert year.report().overdue == ()


def test_what_is_late_by_the_contract_is_named_with_the_days(year):
    fc.add_programme(year.store, "yichuan-2025-example", by=REVIEWER)

    (late,) = year.report(date(2025, 4, 6)).overdue
    assert (late.row.batch.form_no, late.due, late.days) == ("W1", date(2025, 4, 5), 1)
    assert late.laboratory == LABORATORY
    assert year.report(date(2025, 4, 5)).overdue == ()


def test_a_late_report_becomes_a_notice_instead(year):
    fc.add_programme(year.store, "yichuan-2025-example", by=REVIEWER)
    year.take([batch("W1", "2025-03-16", XINYUAN, 检验机构=LABORATORY, 报告日期="2025-04-08")])

    report = year.report(date(2025, 4, 30))
    assert report.overdue == ()
    assert [n.row for n in report.notices if n.code == "late-for-contract"] == ["W1"]


def test_the_register_lists_a_group_of_items_by_its_name(year):
    fc.enter_results(year.store, "P2", [("50%回收温度", "290", "℃")], by=REVIEWER)
    known = ["sulfur", "flash_point_closed", "solidification_point", "distillation"]
    enter_laboratory(year.store, LABORATORY, by=REVIEWER, items=known)
    assert "item-out-of-scope" not in [n.code for n in year.report().notices]

    enter_laboratory(year.store, LABORATORY, by=REVIEWER, items=known[:3])
    assert [n.row for n in year.report().notices if n.code == "item-out-of-scope"] == ["P2"]


def test_the_object_names_what_is_flagged_and_late_and_says_the_same_in_every_tongue(year):
    fc.add_programme(year.store, "yichuan-2025-example", by=REVIEWER)
    shown = quota_object(year.report())
    by_form = {one["form_no"]: one for one in shown["flagged"]}

    assert {key: by_form["P1"][key] for key in ("site", "laboratory", "verdict", "answered")} == {
        "site": XINYUAN, "laboratory": "pass", "verdict": "fail", "answered": None,
    }  # fmt: skip
    assert by_form["P1"]["items"] == [
        {
            "item": "sulfur", "value": "35", "unit": "mg/kg", "limit": "<= 10", "verdict": "fail",
            "confidence": "confirmed", "reason": None, "named": None,
        }
    ]  # fmt: skip
    assert "硫含量" in by_form["P1"]["sentence"] or "sulfur" in by_form["P1"]["sentence"]
    assert [one["form_no"] for one in shown["overdue"]] == ["W1"]
    assert [one["items"] for one in shown["failing"]][2] == []
    assert shown["failing"][0]["items"][-1]["named"] == "水含量"
    with use("zh"):
        chinese = quota_object(year.report())
    assert {**by_form["P1"], "sentence": ""} == {**chinese["flagged"][-1], "sentence": ""}
    json.dumps(shown)


def test_what_was_not_known_then_is_not_flagged_then(county):
    county.take(sites(), [batch("A1", "2025-03-09", SHUNDA, 报告日期="2025-03-20")])
    then = county.now
    fc.enter_results(county.store, "A1", BAD, by=REVIEWER)

    assert county.report(known_at=then).flagged == ()
    assert flagged(county.report(known_at=county.now)) == {"A1": ("fail", "")}


def test_an_import_says_at_once_what_the_laboratory_s_register_and_contract_make_of_its_batches(county):
    county.take(sites())
    enter_laboratory(county.store, "别家检验所", by=REVIEWER)
    fc.add_programme(county.store, "yichuan-2025-example", by=REVIEWER)
    brought = county.bring([
        batch("A1", "2025-03-09", SHUNDA, 报告日期="2025-03-30", 检验机构=LABORATORY),
        batch("A2", "2025-03-09", XINYUAN, 报告日期="2025-03-29", 检验机构="别家检验所"),
    ]).brought  # fmt: skip

    assert [(notice.code, notice.value) for notice in brought.notices if notice.code != "column-ignored"] == [
        ("laboratory-unknown", "A1"),
        ("late-for-contract", "A1"),
    ]

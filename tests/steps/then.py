"""那么: figures, names and refusals, as the evaluation and the answers state them."""

import json
from datetime import date
from typing import Any

from pytest_bdd import then

from fuelcheck.language import use
from fuelcheck.library import audit_acts, audit_history, issued_document
from fuelcheck.rules.status import LineStatus
from fuelcheck.services.importing import Answer
from fuelcheck.standing.evaluation import QuotaReport
from fuelcheck.standing.shown import quota_object
from fuelcheck.words import Conclusion
from tests.cast import CHINA, CODES, County
from tests.steps.given import Issued
from tests.steps.sentences import rows, sentence

REFUSALS = {
    "统计日早于该年度": "before-the-year",
    "当时什么也没有录入": "nothing-known",
    "当时还没有文件": "before-first-policy",
    "没有原因": "reason-needed",
    "其后的记录以它为基础": "built-upon",
    "已经撤销过": "already-undone",
}
VALUES = {word.zh: word.value for word in Conclusion}
CHANGES = {"作废": "voided", "更正": "amended", "补录": "recorded_late", "撤销": "undone"}


def _line(report: QuotaReport, name: str) -> LineStatus:
    return next(line for line in report.status.quotas if line.quota.name == name)


@then(sentence('"{quota}"应完成{required:d}，已完成{achieved:d}，{result}'))
def figures(outcome: QuotaReport, quota: str, required: int, achieved: int, result: str) -> None:
    line = _line(outcome, quota)

    assert (line.required, line.achieved) == (required, achieved)
    assert line.shortfall == max(0, required - achieved)
    assert line.met is {"完成": True, "未完成": False}[result]


@then(sentence('"{quota}"在检{number:d}'))
def in_progress(outcome: QuotaReport, quota: str, number: int) -> None:
    assert _line(outcome, quota).in_progress == number


@then(sentence('尚未抽检的民营站点为"{names:Names}"'))
def still_to_sample(outcome: QuotaReport, names: list[str]) -> None:
    assert {row.site.name for row in outcome.to_sample} == set(names)
    assert sorted(_line(outcome, "民营加油站抽检覆盖").missing) == sorted(CODES[name] for name in names)


@then(sentence('停业前未抽检的站点为"{names:Names}"'))
def closed_uncovered(outcome: QuotaReport, names: list[str]) -> None:
    assert [row.site.name for row in outcome.left_uncovered] == names


@then(sentence('"{site}"{closed:Day}停业，{recorded:Day}录入'))
def closing_recorded(outcome: QuotaReport, site: str, closed: date, recorded: date) -> None:
    row = next(row for row in outcome.left_uncovered if row.site.name == site)
    assert row.recorded is not None

    assert (row.site.closed_on, row.recorded.astimezone(CHINA).date()) == (closed, recorded)


@then(sentence('"{site}"到站未抽到样的情况为'))
def fruitless_visits(outcome: QuotaReport, site: str, datatable: list[list[str]]) -> None:
    row = next(row for row in outcome.to_sample if row.site.name == site)
    found = [{"日期": visit.visited_on.isoformat(), "情况": visit.outcome.zh} for visit in row.visits]

    assert found == rows(datatable)


@then(sentence("另有{number:d}个上级任务批次不计入"))
def higher_levels(outcome: QuotaReport, number: int) -> None:
    assert outcome.status.beside.higher_level_batches == number
    assert len(outcome.other_levels) == number


@then(sentence("另有{number:d}个复查批次不计入"))
def rechecks(outcome: QuotaReport, number: int) -> None:
    assert outcome.status.beside.recheck_batches == number


@then(sentence("两家合并，在营{population:d}座，已抽{covered:d}座"))
def combined(outcome: QuotaReport, population: int, covered: int) -> None:
    beside = outcome.status.beside

    assert (beside.combined_population, beside.combined_covered) == (population, covered)


@then(sentence('"{site}"缺抽的月份为"{months:Names}"'))
def missing_months(outcome: QuotaReport, site: str, months: list[str]) -> None:
    missing = _line(outcome, "油库及生产企业每月抽检").missing

    assert [f"{month:%Y-%m}" for code, month in missing if code == CODES[site]] == months


@then(sentence("名册日为{day:Day}"))
def roster_day(outcome: QuotaReport, day: date) -> None:
    assert outcome.status.roster_day == day


@then(sentence("依据的文件为“{number:Text}”，{validity}"))
def policy(outcome: QuotaReport, number: str, validity: str) -> None:
    status = outcome.status
    expired = status.policy.expired_on(status.as_of)
    shown = "尚在有效期" if expired is None else f"已于{expired.year}年{expired.month}月{expired.day}日到期"

    assert (status.policy.document.number, shown) == (number, validity)


@then(sentence("它在年内取代了“{number:Text}”，原应完成{required:d}"))
def replaced(outcome: QuotaReport, number: str, required: int) -> None:
    assert outcome.replaced is not None
    assert outcome.replaced.policy.document.number == number
    assert outcome.replaced.line("motor_fuel_batches").required == required


@then(sentence("自上一份报告以来的变动为"))
def changes_since(outcome: QuotaReport, datatable: list[list[str]]) -> None:
    assert [(row.row, row.kind) for row in outcome.changes] == [
        (line["记录"], CHANGES[line["变动"]]) for line in rows(datatable)
    ]


@then("自上一份报告以来没有变动")
def no_changes_since(outcome: QuotaReport) -> None:
    assert outcome.last_document is not None
    assert outcome.changes == ()


@then("已印发的报告一字未改，按其所知重新统计数字相同")
def issued_stands(county: County, issued: Issued) -> None:
    document, file = issued_document(county.store, issued.number)
    then_known = next(act.moment for act in audit_acts(county.store) if act.n == document.known_n)
    again = county.report(issued.as_of, issued.year, known_at=then_known)

    assert file == issued.file
    assert json.loads(document.evaluation) == quota_object(again)


@then(sentence("台账被接受，新增{new:d}行，补充{filled:d}行，相同{same:d}行"))
def taken(outcome: Answer, new: int, filled: int, same: int) -> None:
    (sheet,) = outcome.brought.sheets

    assert outcome.accepted
    assert (sheet.new, sheet.filled, sheet.same) == (new, filled, same)


@then(sentence("台账被接受，更正{number:d}行"))
def corrected(outcome: Answer, number: int) -> None:
    assert outcome.accepted
    assert sum(sheet.changed for sheet in outcome.brought.sheets) == number


@then("第二次起没有留下任何记录")
def no_trace(county: County, outcome: Answer, imports: list[str]) -> None:
    assert outcome.import_id is None
    assert [act.id for act in audit_acts(county.store, kind="import")][-1:] == imports


@then(sentence("台账被退回，第{row:d}行“{column:Text}”有误"))
def fault_at(outcome: Answer, row: int, column: str) -> None:
    headers = {"站点": "站点编号"}
    assert not outcome.accepted
    assert outcome.import_id is None
    assert (row, headers.get(column, column)) in [(fault.row, fault.column) for fault in outcome.brought.faults]


@then(sentence("台账被退回，须说明为何由“{old:Text}”改为“{new:Text}”"))
def reason_wanted(outcome: Answer, old: str, new: str) -> None:
    assert not outcome.accepted
    with use("zh"):
        (conflict,) = (c.message for c in outcome.brought.conflicts)
    before, after = conflict.split("→")
    assert old in before
    assert new in after


@then(sentence("提示可以在“{sheet:Text}”中登记"))
def sheet_named(outcome: Answer, sheet: str) -> None:
    with use("zh"):
        assert sheet in outcome.brought.conflicts[0].message


@then(sentence('"{record}"的更正记录为由“{old:Text}”改为“{new:Text}”，原因“{reason:Text}”'))
def history(county: County, record: str, old: str, new: str, reason: str) -> None:
    steps = [step for step in audit_history(county.store, record) if step.kind == "amended"]
    old, new = (VALUES.get(text, text) for text in (old, new))

    assert (old, new) in [(before, after) for step in steps for _, before, after in step.fields]
    assert {step.reason for step in steps} == {reason}


@then("撤销成功")
def taken_back(outcome: Any) -> None:
    assert outcome is None


@then(sentence("不予{doing}，因为{why}"))
def refused(outcome: Any, doing: str, why: str) -> None:
    assert getattr(outcome, "code", None) == REFUSALS[why], f"{doing}: {outcome}"

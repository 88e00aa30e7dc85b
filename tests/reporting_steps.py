"""The steps of the features about laboratory reports: entered, corrected, replaced, withdrawn, with results."""

from datetime import date
from typing import Any

import pytest
from pytest_bdd import given, then, when

import fuelcheck as fc
from fuelcheck.services.batch_folder import ReportStands
from fuelcheck.services.importing import Answer
from fuelcheck.standing.batch_record import BatchRecord
from tests.cast import CLERK, REVIEWER, YEAR_END, County
from tests.steps.sentences import attempt, rows, sentence


@pytest.fixture
def results_brought() -> list[Answer]:
    """What became of the ledgers of results, in order."""
    return []


def _record(county: County, form_no: str) -> BatchRecord:
    return fc.batch_record(county.store, form_no, as_of=YEAR_END)


def _report(county: County, form_no: str, day: date, conclusion: str, **other: Any) -> Any:
    return attempt(fc.add_report, county.store, form_no, by=CLERK, reported_on=day, conclusion=conclusion, **other)


@when(sentence('录入"{form_no}"{day:Day}的报告，结论{conclusion:w}'), target_fixture="entered")
def entered_report(county: County, form_no: str, day: date, conclusion: str) -> Any:
    return _report(county, form_no, day, conclusion)


@when(
    sentence('录入"{form_no}"{day:Day}的报告，结论{conclusion:w}，更正第{n:d}份，原因“{reason:Text}”'),
    target_fixture="entered",
)
def corrected_report(county: County, form_no: str, day: date, conclusion: str, n: int, reason: str) -> Any:
    return _report(county, form_no, day, conclusion, corrects=n, reason=reason)


@when(
    sentence('录入"{form_no}"{day:Day}的报告，结论{conclusion:w}，替换第{n:d}份，原因“{reason:Text}”'),
    target_fixture="entered",
)
def replaced_report(county: County, form_no: str, day: date, conclusion: str, n: int, reason: str) -> Any:
    return _report(county, form_no, day, conclusion, replaces=n, reason=reason)


@when(sentence('撤回"{form_no}"的第{n:d}份报告，原因“{reason:Text}”'))
def withdrawn_report(county: County, form_no: str, n: int, reason: str) -> None:
    fc.withdraw_report(county.store, form_no, n, reason=reason, by=REVIEWER)


@given("检验结果台账已录入")
@when("再次录入检验结果台账")
def results_once(county: County, results_brought: list[Answer], datatable: list[list[str]]) -> None:
    results_brought.append(county.bring(rows(datatable)))


@when("检验结果台账录入两次")
def results_twice(county: County, results_brought: list[Answer], datatable: list[list[str]]) -> None:
    results_brought.extend(county.bring(rows(datatable)) for _ in range(2))


@when(sentence("再次录入检验结果台账，原因“{reason:Text}”"))
def results_corrected(county: County, results_brought: list[Answer], datatable: list[list[str]], reason: str) -> None:
    results_brought.append(county.bring(rows(datatable), update=True, reason=reason))


@then(sentence('"{form_no}"的计数日为{day:Day}，结论{conclusion:w}'))
def counts_by(county: County, form_no: str, day: date, conclusion: str) -> None:
    batch = _record(county, form_no).batch

    assert batch.conclusion is not None
    assert (batch.reported_on, batch.conclusion.zh) == (day, conclusion)
    assert county.status(day).line("motor_fuel_batches").achieved == 1


@then(sentence('"{form_no}"在检'))
def in_progress(county: County, form_no: str) -> None:
    assert _record(county, form_no).batch.reported_on is None
    assert county.status().line("motor_fuel_batches").in_progress == 1


@then(sentence('"{form_no}"的报告依次为"{states:Names}"'))
def reports_are(county: County, form_no: str, states: list[str]) -> None:
    assert [report.state.zh for report in _record(county, form_no).reports] == states


@then("报告不予录入，因为没有说明是更正还是替换")
def report_refused(entered: Any) -> None:
    assert isinstance(entered, ReportStands)


@then(sentence('"{form_no}"有{number:d}项检验结果'))
def results_held(county: County, form_no: str, number: int) -> None:
    assert len(_record(county, form_no).reports[-1].results) == number


@then(sentence('"{form_no}"的"{item}"为“{value:Text}”'))
def result_is(county: County, form_no: str, item: str, value: str) -> None:
    assert [r.value for r in _record(county, form_no).reports[-1].results if r.item == item] == [value]


@then("第二次没有留下任何记录")
def second_leaves_nothing(results_brought: list[Answer]) -> None:
    first, second = results_brought

    assert first.import_id
    assert second.accepted
    assert second.import_id is None


@then(sentence("结果台账被退回，须说明为何由“{old:Text}”改为“{new:Text}”"))
def results_refused(results_brought: list[Answer], old: str, new: str) -> None:
    answer = results_brought[-1]
    (conflict,) = answer.brought.conflicts

    assert not answer.accepted
    assert (conflict.values["old"], conflict.values["new"]) == (old, new)

"""The steps of the feature about batches of which laboratory and judging contradict each other."""

from pytest_bdd import given, then

import fuelcheck as fc
from fuelcheck.library import answer_notice
from fuelcheck.standing.evaluation import Flagged, QuotaReport
from tests.cast import CLERK, REVIEWER, County
from tests.steps.sentences import sentence


def _line(text: str) -> tuple[str, str, str]:
    """硫含量 35 mg/kg: the item, its result and its unit."""
    item, value, unit = text.split()
    return item, value, unit


def _flagged(report: QuotaReport, form_no: str) -> Flagged:
    return next(one for one in report.flagged if one.row.batch.form_no == form_no)


def _waiting(report: QuotaReport) -> dict[str, str]:
    return {notice.row: notice.message for notice in report.notices if notice.code == "verdict-differs"}


@given(sentence('"{form_no}"录入检验结果"{line}"'))
def results_entered(county: County, form_no: str, line: str) -> None:
    fc.enter_results(county.store, form_no, [_line(line)], by=CLERK)


@given(sentence('"{form_no}"的检验结果更正为"{line}"，原因“{reason:Text}”'))
def results_corrected(county: County, form_no: str, line: str, reason: str) -> None:
    fc.enter_results(county.store, form_no, [_line(line)], by=CLERK, reason=reason)


@given(sentence('关于"{form_no}"的提示已答复“{text:Text}”'))
def notice_answered(county: County, form_no: str, text: str) -> None:
    notice = next(n for n in county.report().notices if (n.code, n.row) == ("verdict-differs", form_no))
    answer_notice(county.store, notice.id, text, by=REVIEWER)


@then(sentence('"{form_no}"列为不一致，检验结论“{conclusion:Text}”，复核判定“{verdict:Text}”'))
def contradicted(outcome: QuotaReport, form_no: str, conclusion: str, verdict: str) -> None:
    one = _flagged(outcome, form_no)
    assert one.row.batch.conclusion is not None

    assert (one.row.batch.conclusion.zh, one.verdict.verdict.zh) == (conclusion, verdict)


@then("没有不一致的批次")
def none_contradicted(outcome: QuotaReport) -> None:
    assert outcome.flagged == ()


@then(sentence('检验不合格的批次为"{forms:Names}"'))
def failed_by_the_laboratory(outcome: QuotaReport, forms: list[str]) -> None:
    assert [one.row.batch.form_no for one in outcome.failing] == forms


@then(sentence('待答复的提示中有"{form_no}"，写明“{figure:Text}”'))
def notice_waits(outcome: QuotaReport, form_no: str, figure: str) -> None:
    assert figure in _waiting(outcome)[form_no]


@then(sentence('待答复的提示中没有"{form_no}"'))
def no_notice_waits(outcome: QuotaReport, form_no: str) -> None:
    assert form_no not in _waiting(outcome)


@then(sentence('"{form_no}"的答复为“{text:Text}”'))
def answered(outcome: QuotaReport, form_no: str, text: str) -> None:
    assert _flagged(outcome, form_no).answer == text

"""What the first page says follows the evaluation, whatever its state."""

from dataclasses import replace
from datetime import date

import pytest

from fuelcheck.reports.front import notes_of, paragraph, quota_rows, span_name, title_parts
from fuelcheck.reports.paper import Paper
from fuelcheck.reports.sentences import sentences
from fuelcheck.standing.evaluation import QuotaReport
from fuelcheck.words import Period
from tests.reports import county

SAY = sentences("quota")


def test_the_paragraph_says_what_is_demanded_done_missing_and_next(nearly_done: QuotaReport) -> None:
    text = paragraph(nearly_done, SAY, 2)
    line = nearly_done.status.line("motor_fuel_batches")
    assert text.startswith("按照《伊川县空气质量持续改善实施方案》（伊政办〔2024〕15号）")
    assert f"车用汽柴油抽检批次完成{line.achieved}批次" in text
    assert f"车用汽柴油抽检批次差{line.shortfall}批次（在检{line.in_progress}批次）" in text
    assert "本年度抽样期已结束" in text
    assert text.count("。") == 4


def test_when_all_is_met_nothing_is_said_to_be_missing(stressed: QuotaReport) -> None:
    text = paragraph(stressed, SAY, 2)
    assert "没有未完成项" in text
    assert "差" not in text.partition("没有未完成项")[2]


def test_within_the_year_the_fewest_visits_are_what_follows(untouched: QuotaReport) -> None:
    text = paragraph(untouched, SAY, 2)
    assert f"至少再到站抽检{len(untouched.status.plan.visits)}次" in text
    assert "附件2" in text
    assert f"其中{len(untouched.status.plan.cannot_close)}站次当月已过" in text


def test_a_period_is_spoken_of_with_the_years_figures_beside(nearly_done: QuotaReport) -> None:
    report = county.in_period(nearly_done, Period.MONTH, date(2025, 12, 1))
    text = paragraph(report, SAY, 2)
    assert f"2025年12月（2025年12月1日至2025年12月31日），抽检车用汽柴油{report.span.motor_fuel}批次" in text
    assert "截至2025年12月31日，6项年度任务完成" in text


@pytest.mark.parametrize(
    ("period", "first", "name"),
    [
        (Period.YEAR, date(2025, 1, 1), "2025年度"),
        (Period.QUARTER, date(2025, 10, 1), "2025年第四季度"),
        (Period.MONTH, date(2025, 12, 1), "2025年12月"),
    ],
)
def test_a_period_has_its_name_in_the_title(nearly_done: QuotaReport, period: Period, first: date, name: str) -> None:
    report = county.in_period(nearly_done, period, first)
    assert span_name(report, SAY) == name
    assert name in "".join(title_parts(report, Paper(), SAY))


def test_a_quarter_of_a_year_that_begins_in_october_is_named_by_its_days(nearly_done: QuotaReport) -> None:
    policy = replace(nearly_done.status.policy, year_starts=(10, 1))
    report = replace(
        county.in_period(nearly_done, Period.QUARTER, date(2025, 10, 1)),
        status=replace(nearly_done.status, policy=policy),
    )
    assert span_name(report, SAY) == "2025年10月1日至2025年12月31日"


def test_the_office_and_its_own_title_are_taken_as_given(nearly_done: QuotaReport) -> None:
    assert "".join(title_parts(nearly_done, Paper(office="某县市场监督管理局"), SAY)).startswith(
        "某县市场监督管理局关于"
    )
    assert title_parts(nearly_done, Paper(title="专报"), SAY) == ["专报"]
    assert "".join(title_parts(nearly_done, Paper(), SAY)) == "伊川县2025年度成品油质量监督抽检任务完成情况报告"


def test_readings_are_numbered_once_common_ones_first() -> None:
    policy = county.policy()
    notes = notes_of(policy)
    assert sorted(notes.texts) == sorted(reading.text for reading in policy.readings)
    assert notes.common == tuple(range(1, len(notes.common) + 1))
    for quota in policy.quotas:
        named = {notes.texts[n - 1] for n in (*notes.common, *notes.of_quota[quota.id])}
        assert named == {reading.text for reading in policy.readings if reading.id in quota.readings}


def test_a_policy_of_one_quota_has_no_common_readings() -> None:
    policy = county.policy()
    assert notes_of(replace(policy, quotas=policy.quotas[:1])).common == ()


def test_the_quota_table_has_the_figures_of_the_status(nearly_done: QuotaReport) -> None:
    status = nearly_done.status
    rows = quota_rows(status, notes_of(status.policy), SAY)
    assert [row[2:6] for row in rows] == [
        (line.required, line.achieved, line.in_progress, line.shortfall) for line in status.quotas
    ]
    assert [row[7] for row in rows] == ["完成" if line.met else "未完成" for line in status.quotas]

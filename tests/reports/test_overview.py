"""Pace, months, townships, basis and data, in words and rows."""

from dataclasses import replace
from datetime import date

from fuelcheck.reports import overview
from fuelcheck.reports.annexes import annexes_of
from fuelcheck.reports.figures import Rate
from fuelcheck.reports.paper import Paper
from fuelcheck.reports.proof import proof_lines
from fuelcheck.reports.sentences import sentences
from fuelcheck.standing.evaluation import QuotaReport
from tests.reports import county

SAY = sentences("quota")


def test_pace_is_told_as_ahead_or_behind(nearly_done: QuotaReport, stressed: QuotaReport) -> None:
    pace = nearly_done.pace
    assert f"落后{pace.expected - pace.achieved}批次，按此进度预计2026年" in overview.pace_text(nearly_done, SAY)
    assert "已达到全年159批次的要求" in overview.pace_text(stressed, SAY)


def test_without_a_batch_no_day_can_be_foretold(untouched: QuotaReport) -> None:
    assert "不能推算完成日期" in overview.pace_text(untouched, SAY)


def test_a_heap_in_december_is_said_with_its_figures(nearly_done: QuotaReport) -> None:
    heaped = replace(nearly_done, pace=replace(nearly_done.pace, december_heap=True))
    last, of = heaped.months[-1].motor_fuel, heaped.pace.achieved
    assert f"12月抽取的批次占全年的{Rate(last, of).text}（{last}/{of}）" in overview.pace_text(heaped, SAY)
    assert "抽取的批次占全年" not in overview.pace_text(nearly_done, SAY)


def test_months_that_have_not_begun_are_not_applicable(untouched: QuotaReport) -> None:
    for row in overview.month_rows(untouched, SAY):
        assert row[7:13] == (None,) * 6
        assert None not in row[1:7]


def test_townships_are_added_up_in_the_last_row(nearly_done: QuotaReport) -> None:
    *rows, total = overview.township_rows(nearly_done, SAY)
    assert len(rows) == len(nearly_done.townships)
    assert total[1:5] == tuple(sum(row[n] for row in rows) for n in range(1, 5))  # type: ignore[misc]
    assert total[5] == Rate(total[4], total[3])  # type: ignore[arg-type]


def test_products_are_added_up_in_the_last_row(nearly_done: QuotaReport) -> None:
    *rows, total = overview.product_rows(nearly_done, SAY)
    assert total[1] == sum(product.batches for product in nearly_done.products)
    assert all(row[2] + row[3] == row[1] for row in [*rows, total])  # type: ignore[operator]


def test_an_expired_policy_is_said_to_have_expired(nearly_done: QuotaReport, untouched: QuotaReport) -> None:
    assert "有效期至2025年9月30日，截至2025年12月31日已届满" in overview.basis_text(nearly_done.status, SAY)
    assert "已届满" not in overview.basis_text(untouched.status, SAY)


def test_a_replaced_policy_stands_beside_with_its_figures(nearly_done: QuotaReport) -> None:
    report = county.replacing(nearly_done)
    assert "代替《伊川县大气污染防治攻坚方案》（伊政办〔2023〕8号）" in overview.replaced_text(report, SAY)
    assert report.replaced is not None
    rows = overview.replaced_rows(report.status, report.replaced, SAY)
    assert [row[1] for row in rows] == [line.required for line in report.status.quotas]
    assert overview.replaced_text(nearly_done, SAY) == ""


def test_a_quota_that_only_one_policy_has_leaves_the_other_side_open(nearly_done: QuotaReport) -> None:
    old = replace(nearly_done.status, quotas=nearly_done.status.quotas[:1])
    rows = overview.replaced_rows(nearly_done.status, old, SAY)
    assert rows[1][3:] == (None, None, None, None)


def test_an_empty_annex_is_one_line_and_a_full_one_says_how_many(
    nearly_done: QuotaReport, untouched: QuotaReport
) -> None:
    lines = overview.listed(annexes_of(untouched, SAY), untouched.last_document, SAY)
    assert "6. 检验不合格批次：无" in lines
    assert "12. 与上一份签发文件相比的变化：此前没有签发过本年度的文件" in lines
    assert f"1. 未抽检的民营站点名单（{len(untouched.to_sample)}座）" in lines
    assert len(overview.listed(annexes_of(nearly_done, SAY), nearly_done.last_document, SAY)) == len(lines)


def test_the_data_names_number_hash_and_what_they_are_for(nearly_done: QuotaReport) -> None:
    lines = proof_lines(nearly_done.head, nearly_done.status.policy, Paper(), SAY)
    assert "截至第412号操作（2026年1月5日09:00）" in lines[0]
    assert lines[1] == county.HASH
    assert "未被改动" in lines[2]
    assert not any("打印" in line for line in lines)


def test_the_year_of_a_status_is_its_policys(nearly_done: QuotaReport) -> None:
    assert overview.year_of(nearly_done.status).last == date(2025, 12, 31)

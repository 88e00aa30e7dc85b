"""The month's summary of checks: figures, chart, lists; paper and workbook agree."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from fuelcheck.language import use
from fuelcheck.reports import check_tables as tables
from fuelcheck.reports.check_annexes import annexes_of
from fuelcheck.reports.check_summary import write_check_summary, write_check_workbook
from fuelcheck.reports.paper import Paper
from fuelcheck.reports.sentences import sentences
from fuelcheck.standing.check_record import CheckSummary
from tests.reports import checks
from tests.reports.conftest import PAPER, pages
from tests.reports.county import HASH, LONG

SAY = sentences("checks")


def paper_of(summary: CheckSummary, paper: Paper = PAPER) -> bytes:
    file = BytesIO()
    write_check_summary(summary, file, paper)
    return file.getvalue()


def workbook_of(summary: CheckSummary) -> bytes:
    file = BytesIO()
    write_check_workbook(summary, file, PAPER)
    return file.getvalue()


@pytest.fixture(scope="module")
def month() -> CheckSummary:
    return checks.summary()


@pytest.fixture(scope="module")
def printed(month: CheckSummary) -> list[str]:
    return ["".join(page.split()) for page in pages(paper_of(month))]


def test_the_first_page_says_how_many_passed_and_is_signed(month: CheckSummary, printed: list[str]) -> None:
    total = month.total
    assert f"共检查柴油车{total.checked}辆次，其中合格{total.clean}辆次、不合格{total.failed}辆次" in printed[0]
    assert f"（{total.clean}/{total.checked}）" in printed[0]
    assert "2025年3月柴油车路检情况的报告" in printed[0]
    assert "负责人：" in printed[0]


def test_void_checks_are_counted_apart(month: CheckSummary, printed: list[str]) -> None:
    assert month.void == 3
    assert "另有3条记录已作废，不计入。" in printed[0]


def test_places_add_up_and_an_unnamed_place_says_so(month: CheckSummary) -> None:
    *rows, total = tables.place_rows(month, SAY)
    assert total[1] == month.total.checked == sum(row[1] for row in rows)  # type: ignore[misc]
    assert "地点未记录" in [row[0] for row in rows]


def test_a_joint_check_counts_for_each_department_and_the_paper_says_so(printed: list[str]) -> None:
    assert "联合检查在每个参加单位各计一次" in printed[1]
    assert len(tables.department_rows(checks.summary(), SAY)) == len(checks.DEPARTMENTS)


def test_failures_are_listed_with_what_was_measured_and_how_the_retest_stands(month: CheckSummary) -> None:
    with use("zh"):
        failing = annexes_of(month, SAY)[0]
    assert failing.count == month.total.failed
    names = [field.name for field in failing.fields]
    rows = [dict(zip(names, row, strict=True)) for row in failing.rows]
    assert {"1.40 m⁻¹ ≤ 1.2 m⁻¹", "1720 ppm ≤ 1500 ppm", "故障 正常"} <= {
        f"{row['measured']} {row['limit']}" for row in rows
    }
    assert "逾期未复检" in [row["state"] for row in rows]


def test_overdue_retests_are_listed_with_the_days(month: CheckSummary) -> None:
    overdue = annexes_of(month, SAY)[1]
    assert overdue.count == month.retests.overdue > 0
    assert all(row[-1] > 0 for row in overdue.rows)  # type: ignore[operator]


def test_open_checks_are_no_finding(printed: list[str]) -> None:
    assert any("未作判定不是不合格的认定" in page for page in printed)


def test_the_ledger_holds_every_check_void_ones_too(month: CheckSummary, printed: list[str]) -> None:
    text = "".join(printed)
    assert [line.record_no for line in month.lines if line.record_no not in text] == []
    assert "作废" in [row[6] for row in annexes_of(month, SAY)[3].rows]


def test_every_day_of_a_month_has_a_column_and_the_last_is_the_sum(month: CheckSummary) -> None:
    heads, (checked, *_) = tables.day_heads(month, SAY), tables.day_rows(month, SAY)
    assert heads[1:-1] == [f"{day:02d}" for day in range(1, 32)]
    assert sum(checked[1:-1]) == checked[-1] == month.total.checked  # type: ignore[arg-type]


def test_a_longer_span_is_told_by_month() -> None:
    half = checks.summary(60, first=date(2024, 11, 15), last=date(2025, 2, 14))
    assert tables.day_heads(half, SAY)[1:-1] == ["11", "12", "01", "02"]
    assert sum(count.checked for _, count in tables.columns(half)) == half.total.checked
    assert "2024年11月15日至2025年2月14日" in "".join(tables.title_parts(half, Paper(), SAY))


def test_a_month_without_checks_says_so_and_has_no_chart() -> None:
    text = "".join(pages(paper_of(checks.summary(0, example=True), Paper())))
    assert "没有柴油车路检记录" in text
    assert "路检台账：无" in text
    assert "示例数据" in text
    assert "逐日" not in text


def test_head_and_code_are_printed(printed: list[str]) -> None:
    text = "".join(printed)
    assert HASH in text
    assert "文件编号QR7K-2M4P" in text


def test_long_names_lose_nothing(printed: list[str]) -> None:
    assert LONG in "".join(printed)
    assert "〓" not in "".join(printed)


def test_the_workbook_says_the_same(month: CheckSummary) -> None:
    book = openpyxl.load_workbook(BytesIO(workbook_of(month)))
    names = ["总体情况", "逐日", "地点", "单位", "不合格项目", "维修复检", "数据核对"]
    assert book.sheetnames[:7] == names
    total = [cell.value for cell in book["总体情况"][6]]
    assert total[:5] == ["合计", month.total.checked, month.total.clean, month.total.failed, month.total.undecided]
    ledger = book[book.sheetnames[-1]]
    assert len({row[1].value for row in ledger.iter_rows(min_row=4)} - {None}) == len(month.lines)


def test_the_same_summary_gives_the_same_bytes(month: CheckSummary) -> None:
    assert paper_of(month) == paper_of(month)
    assert workbook_of(month) == workbook_of(month)

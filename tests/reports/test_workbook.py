"""The workbook holds the same evaluation, typed, without a formula, the same every time."""

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl import Workbook

from fuelcheck.reports.sentences import sentences
from fuelcheck.reports.workbook import write_workbook
from fuelcheck.standing.evaluation import QuotaReport
from tests.reports import county
from tests.reports.conftest import PAPER

HEAD = 3
"""The row with the headings, as Excel counts."""


def file_of(report: QuotaReport) -> bytes:
    file = BytesIO()
    write_workbook(report, file, PAPER)
    return file.getvalue()


@pytest.fixture(scope="module")
def book(nearly_done: QuotaReport) -> Workbook:
    return openpyxl.load_workbook(BytesIO(file_of(county.replacing(nearly_done))))


def column(book: Workbook, sheet: str, head: str) -> list[object]:
    rows = list(book[sheet].iter_rows(min_row=HEAD, values_only=True))
    place = rows[0].index(head)
    return [row[place] for row in rows[1:]]


def test_every_table_and_annex_has_its_sheet(book: Workbook) -> None:
    assert book.sheetnames[:7] == ["任务完成情况", "被代替文件", "逐月", "乡镇", "产品", "口径说明", "数据核对"]
    assert [name.split(" ")[0] for name in book.sheetnames[7:]] == [f"附件{n}" for n in range(1, 14)]


def test_numbers_are_numbers_and_days_are_days(book: Workbook, nearly_done: QuotaReport) -> None:
    achieved = column(book, "任务完成情况", "完成")[: len(nearly_done.status.quotas)]
    assert achieved == [line.achieved for line in nearly_done.status.quotas]
    days = column(book, "附件13 抽检批次台账", "抽样日期")
    assert all(isinstance(day, datetime) for day in days)


def test_a_rate_is_a_number_with_its_parts_beside(book: Workbook, nearly_done: QuotaReport) -> None:
    line = nearly_done.status.line("private_coverage")
    assert column(book, "任务完成情况", "完成率")[1] == pytest.approx(line.achieved / line.required, abs=0.0005)
    assert column(book, "任务完成情况", "完成率分子")[1] == line.achieved
    assert column(book, "任务完成情况", "完成率分母")[1] == line.required


def test_codes_and_grades_stay_text(book: Workbook) -> None:
    assert set(map(type, column(book, "附件13 抽检批次台账", "抽样单编号"))) == {str}
    assert "92" in column(book, "附件13 抽检批次台账", "牌号")


def test_no_cell_is_a_formula_or_a_link(stressed: QuotaReport) -> None:
    from dataclasses import replace

    row = stressed.ledger[0]
    batch = replace(row.batch, form_no="=1+1", laboratory="http://example.org", report_no="+SUM(A1)\x07")
    content = file_of(replace(stressed, ledger=(replace(row, batch=batch),)))
    book = openpyxl.load_workbook(BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" or cell.hyperlink for cell in cells)
    assert {"=1+1", "http://example.org", "+SUM(A1)"} <= {cell.value for cell in cells}


def test_headings_stay_and_repeat(book: Workbook) -> None:
    for sheet in book:
        assert sheet.freeze_panes == f"A{HEAD + 1}"
        assert sheet.print_title_rows == f"$1:${HEAD}"


def test_a_wide_sheet_is_printed_across(book: Workbook) -> None:
    assert book["附件13 抽检批次台账"].page_setup.orientation == "landscape"
    assert book["附件2 建议到站抽检安排"].page_setup.orientation != "landscape"


def test_an_empty_annex_says_so(untouched: QuotaReport) -> None:
    book = openpyxl.load_workbook(BytesIO(file_of(untouched)))
    assert book["附件6 检验不合格批次"].cell(HEAD + 1, 1).value == "无"


def test_every_sheet_of_an_example_county_says_so(book: Workbook) -> None:
    assert all("示例数据" in str(sheet.cell(2, 1).value) for sheet in book)


def test_headings_are_those_of_the_paper(book: Workbook) -> None:
    heads = [str(cell.value) for cell in book["附件13 抽检批次台账"][HEAD]]
    assert heads[1] == sentences("quota")("heads.form_no")


def test_the_same_report_is_the_same_file(nearly_done: QuotaReport) -> None:
    first = file_of(nearly_done)
    assert file_of(nearly_done) == first
    assert {entry.date_time[:3] for entry in ZipFile(BytesIO(first)).infolist()} == {(1980, 1, 1)}


def test_the_file_describes_itself(book: Workbook) -> None:
    assert book.properties.title == "伊川县市场监督管理局关于2025年度成品油质量监督抽检任务完成情况的报告"
    assert book.properties.created == datetime(2026, 1, 5, 9, 0)


def test_failing_items_are_rows_with_results_as_they_were_written(book: Workbook, nearly_done: QuotaReport) -> None:
    measured = column(book, "附件6 检验不合格批次", "实测值")
    assert measured[: len(nearly_done.failing[0].failures)].count("35 mg/kg") == 1
    assert column(book, "附件7 检验结论与复核判定不一致的批次", "复核判定")[0] == "不合格"
    assert isinstance(column(book, "附件8 超过约定期限未出具报告的批次", "应出报告日期")[0], datetime)

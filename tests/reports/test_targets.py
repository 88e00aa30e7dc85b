"""The electrification report: what it says, on which pages, the same every time."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
from openpyxl import Workbook
from pypdf import PdfReader

from fuelcheck.reports.paper import Paper
from fuelcheck.reports.sentences import sentences
from fuelcheck.reports.target_front import notes_of as target_notes
from fuelcheck.reports.target_front import paragraph, target_rows
from fuelcheck.reports.targets import write_pdf, write_workbook
from fuelcheck.standing.target_report import TargetReport
from tests.reports import fleet
from tests.reports.conftest import PAPER, pages
from tests.reports.county import HASH, RARE, policy

SAY = sentences("targets")


def pdf_of(report: TargetReport, paper: Paper = PAPER) -> bytes:
    file = BytesIO()
    write_pdf(report, file, paper)
    return file.getvalue()


def book_of(report: TargetReport) -> Workbook:
    file = BytesIO()
    write_workbook(report, file, PAPER)
    return openpyxl.load_workbook(file)


@pytest.fixture(scope="module")
def ordinary() -> TargetReport:
    return fleet.ordinary()


@pytest.fixture(scope="module")
def stressed() -> TargetReport:
    return fleet.stressed()


@pytest.fixture(scope="module")
def pdf(ordinary: TargetReport) -> bytes:
    return pdf_of(ordinary)


@pytest.fixture(scope="module")
def printed(pdf: bytes) -> list[str]:
    return pages(pdf)


@pytest.fixture(scope="module")
def book(ordinary: TargetReport) -> Workbook:
    return book_of(ordinary)


def column(book: Workbook, sheet: str, head: str) -> list[object]:
    rows = list(book[sheet].iter_rows(min_row=3, values_only=True))
    place = rows[0].index(head)
    return [row[place] for row in rows[1:]]


def test_the_first_page_holds_all_that_is_signed(ordinary: TargetReport, printed: list[str]) -> None:
    first = printed[0]
    words = ("示市监〔2026〕3号", "截至2025年10月20日", "伊政办〔2024〕15号", "负责人：", "日期：2026年1月5日")
    assert [word for word in words if word not in first] == []
    assert [line.target.name for line in ordinary.lines if line.target.name not in first] == []


def test_the_reader_is_told_how_shares_are_rounded_where_they_stand(printed: list[str]) -> None:
    assert "保留一位小数，只舍不入" in printed[0]
    assert "只舍不入" in printed[1]


def test_met_unmet_and_open_targets_add_up(ordinary: TargetReport) -> None:
    text = paragraph(ordinary, SAY)
    assert (
        "文件规定的14项车辆目标中，已达到3项，未达到9项，另有2项不作是否达到的评定（无相应车辆1项、只看趋势1项）"
        in text
    )
    assert "国三及以下柴油货车淘汰尚余16辆，另有18辆待查证" in text


def test_a_passed_deadline_is_said(stressed: TargetReport) -> None:
    assert "项期限已过）" in paragraph(stressed, SAY)
    results = [row[7] for row in target_rows(stressed, target_notes(policy()), SAY)]
    assert "逾期未达到" in results


def test_a_target_of_which_only_unknown_vehicles_are_left_is_to_be_verified(ordinary: TargetReport) -> None:
    unknown = [row.vehicle for line in ordinary.lines for row in line.unknown]
    report = fleet.report_of(unknown, example=False)
    assert "待查证的目标：国三及以下柴油货车淘汰有18辆排放阶段或燃烧方式不明" in paragraph(report, SAY)


def test_a_county_without_vehicles_is_told_to_look_at_its_register() -> None:
    report = fleet.empty()
    assert "应先核对台账是否齐全" in paragraph(report, SAY)
    text = "".join(pages(pdf_of(report, Paper())))
    assert "公交车新能源化：尚余车辆：无" in text
    assert "〓" not in text


def test_a_policy_without_targets_is_told_to_have_none() -> None:
    plain = replace(policy(), targets=(), measures=())
    text = "".join(pages(pdf_of(fleet.report_of([], example=False, under=plain), Paper())))
    assert "没有规定车辆目标" in text
    assert "文件没有规定由部门报数的运输指标" in text


def test_every_vehicle_left_stands_in_its_annex_with_its_owner(stressed: TargetReport) -> None:
    text = "".join("".join(pages(pdf_of(stressed))).split())
    left = [row.vehicle for line in stressed.lines for row in line.left]
    assert [v.plate for v in left if v.plate not in text] == []
    assert [v.owner for v in left if v.owner not in text] == []
    assert [character for character in RARE if character not in text] == []
    assert "〓" not in text


def test_our_readings_are_numbered_and_the_quotas_readings_left_out(printed: list[str]) -> None:
    text = "".join(printed)
    assert "① 公交车“基本实现新能源化”按全部（应急车辆除外）计算" in text
    assert "名册日" not in text


def test_an_assumption_is_named_under_the_forecast(printed: list[str]) -> None:
    assert "假定车辆总数不变" in "".join(printed)


def test_measures_stand_with_their_source(printed: list[str]) -> None:
    text = "".join("".join(printed).split())
    assert "县交通运输局、县发展和改革委员会联合统计年报" in text
    assert "缺基年数据" in text
    assert "未报数据" in text


def test_every_page_of_an_example_county_says_so(printed: list[str]) -> None:
    assert all("示例数据" in page for page in printed)


def test_pages_are_numbered_and_the_file_describes_itself(pdf: bytes, printed: list[str]) -> None:
    assert [n for n, page in enumerate(printed, start=1) if f"— {n} —" not in page] == []
    about = PdfReader(BytesIO(pdf)).metadata
    assert about is not None
    assert about.title == "伊川县市场监督管理局关于2025年度车辆新能源化进展情况的报告"


def test_the_head_of_the_audit_chain_and_the_check_code_are_printed(printed: list[str]) -> None:
    assert HASH in "".join(printed)
    assert "QR7K-2M4P" in "".join(printed)


def test_a_change_calls_a_figure_by_its_name(printed: list[str]) -> None:
    assert "上报数据大宗物料清洁运输比例2024" in "".join("".join(printed).split())


def test_a_replaced_policy_stands_beside(ordinary: TargetReport) -> None:
    old = replace(ordinary.targets, policy=replace(policy(), document=replace(policy().document, number="旧1号")))
    text = "".join("".join(pages(pdf_of(replace(ordinary, replaced=old)))).split())
    assert "代替《伊川县空气质量持续改善实施方案》（旧1号）" in text
    assert "现行文件与被代替文件的目标对照" in text


def test_the_same_report_is_the_same_file(ordinary: TargetReport, pdf: bytes) -> None:
    assert pdf_of(ordinary) == pdf
    first, second = BytesIO(), BytesIO()
    write_workbook(ordinary, first, PAPER)
    write_workbook(ordinary, second, PAPER)
    assert first.getvalue() == second.getvalue()


def test_the_workbook_has_a_sheet_for_every_table_and_annex(book: Workbook) -> None:
    tables = ["目标完成情况", "逐月进展", "尚需和推算", "分用途", "运输指标", "口径说明", "数据核对"]
    assert book.sheetnames[:7] == tables
    assert [name.split(" ")[0] for name in book.sheetnames[7:]] == [f"附件{n}" for n in range(1, 22)]


def test_the_workbook_has_numbers_and_days(ordinary: TargetReport, book: Workbook) -> None:
    bus = ordinary.lines[0].status
    assert column(book, "目标完成情况", "完成分子")[0] == bus.numerator
    assert column(book, "目标完成情况", "完成分母")[0] == bus.denominator
    assert column(book, "目标完成情况", "期限")[0] == datetime(2025, 12, 31)
    assert column(book, "附件1 公交车新能源化：尚余车辆", "注册日期") == [
        datetime.combine(row.vehicle.registered_on or date.min, datetime.min.time()) for row in ordinary.lines[0].left
    ]


def test_the_workbook_has_a_row_for_every_target_and_month(ordinary: TargetReport, book: Workbook) -> None:
    months = [name for name in column(book, "逐月进展", "目标") if name == "公交车新能源化"]
    assert len(months) == len(ordinary.lines[0].progress.months) == 10


def test_every_sheet_of_an_example_county_says_so(book: Workbook) -> None:
    assert all("示例数据" in str(sheet.cell(2, 1).value) for sheet in book)

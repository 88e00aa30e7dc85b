"""Ledgers as clerks keep them, read as they are meant."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from fuelcheck.words import SheetKind
from tests.ledgers.desk import SITE_HEADER, SITES, Rows, brought, write_csv, write_xlsx

UPPER = ("序号", "抽样单\n编号", "抽样信息", "", "", "", "", "检验信息", "", "", "备注")
LOWER = (
    "",
    "",
    "抽样日期",
    "受检单位\n（全称）",
    "样品名称",
    "规格型号",
    "抽样人员*",
    "检验报告编号",
    "签发日期",
    "检验结果",
    "",
)
JANUARY: Rows = (
    (
        1,
        "YC-001",
        date(2025, 1, 8),
        "顺达加油站",
        "92#车用乙醇汽油（E10）（ⅥB）",
        "",
        "张三、李四",
        "W-1",
        date(2025, 1, 20),
        "合格",
        "",
    ),
    (2, "YC-002", "", "", "车用柴油", "0＃", "", "W-2", date(2025, 1, 20), "未发现不合格", "加急"),
    ("", "一月小计", "", 2, "", "", "", "", "", "", ""),
    (3, "YC-003", "2025.1.9", "中国石化 城关加油站", "车用尿素", "10kg/桶", "李四 张 三", "", "", "", "/"),
    ("合计", 3, "", "", "", "", "", "", "", "", ""),
    ("填表人：张三", "", "", "", "审核：", "", "", "", "", "", ""),
)
FEBRUARY: Rows = (
    (1, 2025004.0, "20250210", "S002", "车用柴油", "－10", "王五/赵六", "", "", "", ""),
    (2, "", "", "", "", "", "", "", "", "", ""),
    ("注：2月样品由市局统一送检", "", "", "", "", "", "", "", "", "", ""),
)


def untidy(path: Path) -> Path:
    """A title, an office line, two header rows with merged cells, a visit that covers two rows, sums and notes."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": 'yyyy"年"m"月"d"日"'})
        for name, rows in (("1月", JANUARY), ("2月", FEBRUARY)):
            paper = book.add_worksheet(name)
            paper.merge_range("A1:K1", "2025年成品油质量监督抽检台账")
            paper.write("A2", "填报单位：某某县市场监督管理局")
            for column in (0, 1, 10):
                paper.merge_range(2, column, 3, column, UPPER[column])
            paper.merge_range("C3:G3", UPPER[2])
            paper.merge_range("H3:J3", UPPER[7])
            for column, title in enumerate(LOWER):
                if title:
                    paper.write(3, column, title)
            for at, row in enumerate(rows, 4):
                for column, value in enumerate(row):
                    if value != "":
                        paper.write(at, column, value, day if isinstance(value, date) else None)
            if name == "1月":
                paper.merge_range("C5:C6", JANUARY[0][2], day)
                paper.merge_range("D5:D6", JANUARY[0][3])
                paper.merge_range("G5:G6", JANUARY[0][6])
        hidden = book.add_worksheet("单位名录")
        hidden.hide()
        for at, site in enumerate((SITE_HEADER, *SITES)):
            hidden.write_row(at, 0, site)
        book.add_worksheet("Sheet1")
    return path


def test_everything_that_is_meant_is_read(tmp_path: Path) -> None:
    answer = brought(untidy(tmp_path / "台账.xlsx"))
    assert answer.accepted, [fault.message for fault in answer.faults]
    samples = [row for row in answer.rows if row.kind is SheetKind.SAMPLES]
    assert [(row.sheet, row.row, *row.key) for row in samples] == [
        ("1月", 5, "YC-001"),
        ("1月", 6, "YC-002"),
        ("1月", 8, "YC-003"),
        ("2月", 5, "2025004"),
    ]
    assert samples[0].values == {
        "form_no": "YC-001",
        "sampled_on": "2025-01-08",
        "site_code": "S001",
        "product": "ethanol_gasoline",
        "grade": "92",
        "samplers": "张三;李四",
        "report_no": "W-1",
        "reported_on": "2025-01-20",
        "conclusion": "pass",
    }
    second, third, fourth = (row.values for row in samples[1:])
    assert (second["sampled_on"], second["site_code"], second["samplers"], second["note"]) == (
        "2025-01-08",
        "S001",
        "张三;李四",
        "加急",
    )
    assert (third["sampled_on"], third["product"], third["samplers"], "grade" in third, "note" in third) == (
        "2025-01-09",
        "urea",
        "张三;李四",
        False,
        False,
    )
    assert (fourth["sampled_on"], fourth["grade"], fourth["site_code"]) == ("2025-02-10", "-10", "S002")


def test_everything_that_was_skipped_is_said_with_its_row(tmp_path: Path) -> None:
    answer = brought(untidy(tmp_path / "台账.xlsx"))
    skipped = {one.sheet: [(row.row, row.why) for row in one.skipped_rows] for one in answer.sheets}
    assert skipped == {
        "1月": [(7, "skipped-subtotal"), (9, "skipped-end"), (10, "skipped-after-end")],
        "2月": [(6, "skipped-bare"), (7, "skipped-end")],
        "单位名录": [],
    }
    assert [(notice.code, notice.sheet) for notice in answer.notices] == [("hidden-sheet", "单位名录")]


def test_a_ledger_of_an_old_excel_is_read_the_same(tmp_path: Path) -> None:
    xlwt = pytest.importorskip("xlwt")
    book = xlwt.Workbook()
    paper = book.add_sheet("1月")
    paper.write_merge(0, 0, 0, 10, "台账")
    for at, row in enumerate((UPPER, LOWER, *JANUARY), 1):
        for column, value in enumerate(row):
            look = xlwt.easyxf(num_format_str="yyyy-mm-dd") if isinstance(value, date) else xlwt.easyxf()
            if value != "" and not (at == 3 and column in (2, 3, 6)):
                paper.write(at, column, value, look)
    for column in (2, 3, 6):
        value = JANUARY[0][column]
        look = xlwt.easyxf(num_format_str="yyyy-mm-dd") if isinstance(value, date) else xlwt.easyxf()
        paper.write_merge(3, 4, column, column, value, look)
    names = book.add_sheet("单位名录")
    for at, site in enumerate((SITE_HEADER, *SITES)):
        for column, value in enumerate(site):
            names.write(at, column, value)
    book.save(str(tmp_path / "a.xls"))
    old, new = brought(tmp_path / "a.xls"), brought(untidy(tmp_path / "b.xlsx"))
    months = [[dict(row.values) for row in answer.rows if row.sheet == "1月"] for answer in (old, new)]
    assert months[0] == months[1]
    assert len(months[0]) == 3


@pytest.mark.parametrize(("encoding", "delimiter"), [("gb18030", ","), ("utf-8", "\t"), ("utf-8-sig", ";")])
def test_a_text_ledger_below_a_title_is_read(tmp_path: Path, encoding: str, delimiter: str) -> None:
    header = ("抽样编号", "采样日期", "被抽样单位", "油品名称", "标号", "采样人员")
    rows = [("2025年台账",), header, ("001", "2025/1/8", "顺达加油站", "车用柴油", "'-10", "张三、李四"), ("合计", "1")]
    path = write_csv(tmp_path / "a.csv", rows, encoding=encoding, delimiter=delimiter)
    answer = brought(path, write_xlsx(tmp_path / "s.xlsx", {"站点": [SITE_HEADER, *SITES]}))
    assert answer.accepted
    assert answer.rows[0].values == {
        "form_no": "001",
        "sampled_on": "2025-01-08",
        "site_code": "S001",
        "product": "diesel",
        "grade": "-10",
        "samplers": "张三;李四",
    }

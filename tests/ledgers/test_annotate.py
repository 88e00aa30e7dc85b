"""A faulty file comes back with its faulty cells marked, and with nothing else changed."""

import csv
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
import xlwt
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from fuelcheck.errors import EnvironmentProblem
from fuelcheck.faults import Remark
from fuelcheck.language import use
from fuelcheck.ledgers import annotate as module
from fuelcheck.ledgers.annotate import AnnotatedName, annotate
from fuelcheck.ledgers.files import BadFile
from fuelcheck.ledgers.marker import FILL

HEADER = ("序号", "抽样单编号", "抽样日期", "受检单位", "样品名称", "规格型号", "抽样人员", "备注")
ROWS = (
    (1, "A1", "2025.3.9", "顺达加油站", "车用柴油", "0#", "张三、李四", "=1+1"),
    (2, "A2", "3月28日", "宏源加油站", "车用柴油", "0#", "张三", "@x"),
    (3, "A3", "2025.3.9", "", "车用乙醇汽油", "92#", "张三、李四", "file://x"),
)
TITLES = 2


def fault(row: int | None, column: str, allowed: str = "x", file: str = "book.xlsx", sheet: str = "3月") -> Remark:
    return Remark("bad-value", file, sheet, row, column, "v", {"key": column, "allowed": allowed})


def write_xlsx(path: Path, *sheets: str) -> Path:
    """A title, a note, a header of two rows with merged cells, three rows, the last two of one visit."""
    with xlsxwriter.Workbook(path) as book:
        bold = book.add_format({"bold": True})
        for name in sheets or ("3月",):
            paper = book.add_worksheet(name)
            paper.write_string(0, 0, "成品油抽检台账", bold)
            for n, title in enumerate(HEADER):
                paper.merge_range(TITLES, n, TITLES + 1, n, title, bold)
            for row, cells in enumerate(ROWS, start=TITLES + 2):
                for n, cell in enumerate(cells):
                    paper.write_number(row, n, cell) if isinstance(cell, int) else paper.write_string(row, n, cell)
            paper.merge_range(TITLES + 3, 3, TITLES + 4, 3, "宏源加油站")
    return path


def marked_cells(sheet: Worksheet) -> set[str]:
    return {c.coordinate for row in sheet.iter_rows() for c in row if is_marked(c)}


def is_marked(cell: Cell) -> bool:
    return cell.fill.fill_type == "solid" and cell.fill.fgColor.rgb[-6:] == FILL


def test_the_faulty_cells_are_filled_and_commented(tmp_path: Path) -> None:
    book = write_xlsx(tmp_path / "book.xlsx")
    with use("en"):
        annotate([book], [fault(6, "抽样日期"), fault(6, "抽样人员")], out := tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(out)["3月"]

    assert marked_cells(sheet) == {"C6", "G6"}
    assert sheet["C6"].comment.text == "抽样日期 is v; allowed: x"


def test_the_looks_and_values_of_the_workbook_are_kept(tmp_path: Path) -> None:
    book = write_xlsx(tmp_path / "book.xlsx")
    annotate([book], [fault(6, "抽样日期")], out := tmp_path / "out.xlsx")
    before, after = (openpyxl.load_workbook(p)["3月"] for p in (book, out))

    assert [[c.value for c in row] for row in after] == [[c.value for c in row] for row in before]
    assert {str(r) for r in after.merged_cells.ranges} == {str(r) for r in before.merged_cells.ranges}
    assert after["A1"].font.bold


def test_text_that_begins_like_a_formula_stays_text(tmp_path: Path) -> None:
    book = write_xlsx(tmp_path / "book.xlsx")
    annotate([book], [fault(5, "备注")], out := tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(out)["3月"]

    assert [(sheet[f"H{n}"].value, sheet[f"H{n}"].data_type) for n in (5, 6, 7)] == [
        ("=1+1", "s"),
        ("@x", "s"),
        ("file://x", "s"),
    ]
    assert sheet["H7"].hyperlink is None


def test_all_faults_of_a_cell_stand_in_one_comment(tmp_path: Path) -> None:
    book = write_xlsx(tmp_path / "book.xlsx")
    faults = [fault(5, "备注", allowed) for allowed in ("a", "b", "b")]
    annotate([book], faults, out := tmp_path / "out.xlsx")
    lines = openpyxl.load_workbook(out)["3月"]["H5"].comment.text.splitlines()

    assert [line[-1] for line in lines] == ["a", "b"]


def test_a_fault_within_a_merged_cell_is_marked_at_its_upper_left(tmp_path: Path) -> None:
    book = write_xlsx(tmp_path / "book.xlsx")
    annotate([book], [fault(7, "受检单位")], out := tmp_path / "out.xlsx")

    assert marked_cells(openpyxl.load_workbook(out)["3月"]) == {"D6"}


def test_a_missing_column_is_told_at_the_header(tmp_path: Path) -> None:
    book = write_xlsx(tmp_path / "book.xlsx")
    annotate([book], [fault(None, "报告日期")], out := tmp_path / "out.xlsx")

    assert marked_cells(openpyxl.load_workbook(out)["3月"]) == {"A3"}


def test_a_fault_of_a_header_is_marked_at_that_header(tmp_path: Path) -> None:
    book = write_xlsx(tmp_path / "book.xlsx")
    annotate([book], [fault(None, "规格型号")], out := tmp_path / "out.xlsx")

    assert marked_cells(openpyxl.load_workbook(out)["3月"]) == {"F3"}


def test_a_fault_of_the_row_without_column_is_marked_at_its_first_cell(tmp_path: Path) -> None:
    book = write_xlsx(tmp_path / "book.xlsx")
    annotate([book], [fault(6, "")], out := tmp_path / "out.xlsx")

    assert marked_cells(openpyxl.load_workbook(out)["3月"]) == {"A6"}


def test_a_fault_of_the_whole_file_stands_in_its_first_sheet(tmp_path: Path) -> None:
    book = write_xlsx(tmp_path / "book.xlsx", "1月", "2月")
    annotate([book], [fault(None, "", sheet="")], out := tmp_path / "out.xlsx")
    result = openpyxl.load_workbook(out)

    assert [bool(marked_cells(result[name])) for name in ("1月", "2月")] == [True, False]


def test_a_comment_that_stood_there_is_kept(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write_xlsx(path := tmp_path / "book.xlsx"))
    book["3月"]["C6"].comment = openpyxl.comments.Comment("请核实", "王")
    book.save(path)
    annotate([path], [fault(6, "抽样日期")], out := tmp_path / "out.xlsx")

    assert openpyxl.load_workbook(out)["3月"]["C6"].comment.text.endswith("请核实")


def test_an_old_workbook_comes_back_as_xlsx(tmp_path: Path) -> None:
    old = xlwt.Workbook()
    paper = old.add_sheet("3月")
    for n, title in enumerate(HEADER):
        paper.write(0, n, title)
    for row, cells in enumerate(ROWS, start=1):
        for n, cell in enumerate(cells):
            paper.write(row, n, cell)
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    paper.write(4, 2, date(2025, 3, 9), day)
    old.save(str(path := tmp_path / "book.xls"))
    annotate([path], [fault(3, "抽样日期", file="book.xls")], out := tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(out)["3月"]

    assert marked_cells(sheet) == {"C3"}
    assert sheet["H2"].data_type == "s"
    assert sheet["C5"].value.date() == date(2025, 3, 9)
    assert sheet["A2"].value == 1


def test_a_csv_comes_back_as_xlsx_and_stays_text(tmp_path: Path) -> None:
    with (path := tmp_path / "三月.csv").open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows([HEADER, *ROWS])
    annotate([path], [fault(3, "抽样日期", file="三月.csv", sheet="")], out := tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(out)["三月"]

    assert marked_cells(sheet) == {"C3"}
    assert [sheet[f"H{n}"].value for n in (2, 3, 4)] == ["=1+1", "@x", "file://x"]
    assert {sheet[f"H{n}"].data_type for n in (2, 3, 4)} == {"s"}


def test_several_faulty_files_come_back_as_one_workbook_and_a_good_one_stays_out(tmp_path: Path) -> None:
    paths = [write_xlsx(tmp_path / f"{name}.xlsx", "3月") for name in ("good", "one", "two")]
    faults = [fault(6, "抽样日期", file="one.xlsx"), fault(7, "受检单位", file="two.xlsx")]
    annotate(paths, faults, out := tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(out)

    assert book.sheetnames == ["3月", "3月 (2)"]
    assert [marked_cells(sheet) for sheet in book] == [{"C6"}, {"D6"}]
    assert "D6:D7" in {str(r) for r in book["3月 (2)"].merged_cells.ranges}


def test_files_of_one_name_are_told_apart_by_their_path(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    paths = [write_xlsx(tmp_path / folder / "book.xlsx") for folder in ("a", "b")]
    annotate(paths, [fault(6, "抽样日期", file=str(paths[1]))], out := tmp_path / "out.xlsx")

    assert openpyxl.load_workbook(out).sheetnames == ["3月"]


def test_hidden_sheets_stay_hidden(tmp_path: Path) -> None:
    paths = [write_xlsx(tmp_path / f"{name}.xlsx", "1月", "2月") for name in ("one", "two")]
    for path in paths:
        book = openpyxl.load_workbook(path)
        book["1月"].sheet_state = "hidden"
        book.active = 1
        book.save(path)
    faults = [fault(6, "抽样日期", file=path.name, sheet="1月") for path in paths]
    annotate(paths, faults, out := tmp_path / "out.xlsx")

    assert [sheet.sheet_state for sheet in openpyxl.load_workbook(out)] == ["hidden", "visible", "hidden", "visible"]


def test_where_openpyxl_cannot_carry_a_workbook_its_values_come_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gives_up(*arguments: str) -> bytes:
        raise BadFile("damaged-file")

    book = write_xlsx(tmp_path / "book.xlsx")
    monkeypatch.setattr(module, "printed", gives_up)
    annotate([book], [fault(6, "抽样日期")], out := tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(out)["3月"]

    assert marked_cells(sheet) == {"C6"}
    assert sheet["D6"].value == "宏源加油站"


@pytest.mark.parametrize("name", ["book.xlsx", "out.xls", "out.csv"])
def test_the_answer_is_a_new_xlsx_file(tmp_path: Path, name: str) -> None:
    book = write_xlsx(tmp_path / "book.xlsx")
    content = book.read_bytes()

    with pytest.raises(AnnotatedName):
        annotate([book], [], tmp_path / name)
    assert book.read_bytes() == content


def test_what_is_no_workbook_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    (path := tmp_path / "book.xlsx").write_bytes(b"PK\x03\x04 not a workbook")

    with pytest.raises(BadFile):
        annotate([path], [fault(None, "")], tmp_path / "out.xlsx")
    assert not (tmp_path / "out.xlsx").exists()


@pytest.mark.parametrize("sources", [1, 2])
def test_under_a_full_disk_no_stub_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sources: int) -> None:
    books = [write_xlsx(tmp_path / f"{n}.xlsx") for n in range(sources)]

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with use("en"), pytest.raises(EnvironmentProblem, match=r"out\.xlsx cannot be written: No space left on device"):
        annotate(books, [fault(6, "抽样日期", file=book.name) for book in books], tmp_path / "out.xlsx")

    assert sorted(tmp_path.iterdir()) == books

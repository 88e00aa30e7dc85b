"""Workbooks through the bounded reader: typed cells, row numbers kept, this process unharmed."""

import random
import zipfile
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter

from fuelcheck.ledgers import bounded
from fuelcheck.ledgers.files import BadFile
from fuelcheck.ledgers.workbook import Merge, RawSheet, read_sheets
from tests.ledgers.desk import write_xlsx


def refusal(path: Path) -> str:
    with pytest.raises(BadFile) as refused:
        read_sheets(path)
    return refused.value.code


def test_cells_keep_their_types_and_rows_their_numbers(tmp_path: Path) -> None:
    rows = [[], ["", "x", 45.0, True, date(2025, 3, 9), datetime(2025, 3, 9, 9, 10), "a\nb"]]
    write_xlsx(tmp_path / "a.xlsx", {"1月": rows})
    (sheet,) = read_sheets(tmp_path / "a.xlsx")
    assert sheet.name == "1月"
    assert sheet.rows == [[""] * 7, ["", "x", 45.0, "TRUE", date(2025, 3, 9), datetime(2025, 3, 9, 9, 10), "a\nb"]]


def test_formulas_are_their_stored_values_and_errors_are_empty(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        paper = book.add_worksheet()
        paper.write_formula(0, 0, "=1+1", None, 2)
        paper.write_formula(0, 1, "=NA()", None, "#N/A")
        paper.write_formula(0, 2, '="车用"&"柴油"', None, "车用柴油")
        paper.write_datetime(0, 3, time(9, 36), book.add_format({"num_format": "hh:mm"}))
    assert read_sheets(tmp_path / "a.xlsx")[0].rows == [[2.0, "", "车用柴油", time(9, 36)]]


def test_days_of_a_workbook_that_counts_from_1904_are_right(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx", {"date_1904": True}) as book:
        book.add_worksheet().write_datetime(0, 0, date(2025, 3, 9), book.add_format({"num_format": "yyyy-mm-dd"}))
    assert read_sheets(tmp_path / "a.xlsx")[0].rows == [[date(2025, 3, 9)]]


def test_hidden_sheets_are_read_and_known_as_hidden(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", {"a": [["x"]], "b": [["y"]], "c": []}, hidden=["b"])
    assert [(s.name, s.hidden, s.rows) for s in read_sheets(tmp_path / "a.xlsx")] == [
        ("a", False, [["x"]]),
        ("b", True, [["y"]]),
        ("c", False, []),
    ]


def test_merged_ranges_are_given_from_zero(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", {"a": [["x"]]}, merged=["A1:B2"])
    assert read_sheets(tmp_path / "a.xlsx")[0].merged == (Merge(0, 0, 1, 1),)


def test_old_workbooks_are_read_too(tmp_path: Path) -> None:
    xlwt = pytest.importorskip("xlwt")
    book = xlwt.Workbook()
    paper = book.add_sheet("抽样")
    paper.write(1, 0, "抽样单编号")
    paper.write(1, 1, date(2025, 3, 9), xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    paper.write_merge(2, 3, 0, 0, "A1")
    book.save(str(tmp_path / "a.xls"))
    (sheet,) = read_sheets(tmp_path / "a.xls")
    assert sheet.rows[:2] == [["", ""], ["抽样单编号", date(2025, 3, 9)]]
    assert sheet.merged == (Merge(2, 0, 3, 0),)


def test_a_text_file_is_one_sheet_without_a_name(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\n", "utf-8")
    assert read_sheets(tmp_path / "a.csv") == (RawSheet("", [["a", "b"]], plain=True),)


def rewritten(path: Path, source: Path, part: str, content: bytes) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return path


def test_a_bounding_box_of_half_a_terabyte_is_a_fault_and_harms_nobody(tmp_path: Path) -> None:
    good = write_xlsx(tmp_path / "good.xlsx", {"a": [["x"]]})
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    bomb = f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>'
    path = rewritten(tmp_path / "bomb.xlsx", good, "xl/worksheets/sheet1.xml", bomb.encode())
    assert refusal(path) in {"damaged-file", "too-large"}


def test_a_directory_that_lies_about_a_part_is_a_fault(tmp_path: Path) -> None:
    good = write_xlsx(tmp_path / "good.xlsx", {"a": [["x"] * 9] * 9})
    content = bytearray(good.read_bytes())
    with zipfile.ZipFile(good) as package:
        part = package.getinfo("xl/worksheets/sheet1.xml")
    at = content.rindex(b"xl/worksheets/sheet1.xml") - 46
    content[at + 24 : at + 28] = (part.file_size // 2).to_bytes(4, "little")
    (tmp_path / "lie.xlsx").write_bytes(content)
    assert refusal(tmp_path / "lie.xlsx") == "damaged-file"


def test_a_mutated_workbook_is_read_or_is_a_fault(tmp_path: Path) -> None:
    good = write_xlsx(tmp_path / "good.xlsx", {"a": [["抽样单编号", "x"]] * 5}).read_bytes()
    chance = random.Random(20250309)
    for n in range(12):
        content = bytearray(good)
        for _ in range(4):
            content[chance.randrange(4, len(content))] = chance.randrange(256)
        (tmp_path / f"{n}.xlsx").write_bytes(content)
        with suppress(BadFile):
            assert read_sheets(tmp_path / f"{n}.xlsx")


def test_a_reader_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"a": [["x"]]})
    monkeypatch.setattr(bounded, "WALL_SECONDS", 0.001)
    assert refusal(path) == "damaged-file"


def test_a_reader_that_prints_too_much_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"a": [["x" * 999] * 9]})
    monkeypatch.setattr(bounded, "MOST_PRINTED", 1000)
    assert refusal(path) == "too-large"


def test_where_memory_cannot_be_bounded_the_areas_are_looked_at_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"a": [["x"] * 30] * 30})
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr("fuelcheck.ledgers.files.MOST_AREA", 899)
    assert refusal(path) == "too-large"

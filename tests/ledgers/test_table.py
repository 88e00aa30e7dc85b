"""The table cut out of a sheet."""

import pytest

from fuelcheck.ledgers.cells import Cell
from fuelcheck.ledgers.columns import SHEETS
from fuelcheck.ledgers.files import BadFile
from fuelcheck.ledgers.finding import Search, best_candidate
from fuelcheck.ledgers.headers import dictionary
from fuelcheck.ledgers.table import Cut, cut
from fuelcheck.ledgers.workbook import Merge, RawSheet

SEARCH = Search(tuple(map(dictionary, SHEETS.values())))
HEADER: list[Cell] = ["序号", "抽样单编号", "抽样日期", "受检单位", "样品名称", "抽样人员"]


def row(number: Cell, form: Cell = "A1") -> list[Cell]:
    return [number, form, "2025-03-09", "某站", "车用柴油", "张三、李四"]


def blank(*first: Cell) -> list[Cell]:
    return [*first, *[""] * (len(HEADER) - len(first))]


def cut_out(
    *rows: list[Cell], header: list[Cell] | None = None, merged: tuple[Merge, ...] = (), plain: bool = False
) -> Cut:
    raw = RawSheet("3月", [header or HEADER, *rows], merged, plain=plain)
    best = best_candidate(raw, SEARCH)
    assert best is not None
    return cut("book.xlsx", raw, best)


def test_rows_keep_the_numbers_that_excel_shows() -> None:
    table = cut_out(row(1), blank(), row(2, "A2")).table
    assert table.numbers == [2, 4]


def test_merged_cells_spread_down_and_plain_empty_ones_inherit_nothing() -> None:
    rows = [row(1), row(2, "A2"), row(3, "A3")]
    rows[1][3] = rows[2][3] = rows[2][4] = ""
    table = cut_out(*rows, merged=(Merge(1, 3, 2, 3),)).table
    assert [one[3] for one in table.rows] == ["某站", "某站", ""]
    assert table.rows[2][4] == ""


def test_a_merged_range_beyond_the_sheet_is_clipped() -> None:
    table = cut_out(row(1), row(2, "A2"), merged=(Merge(1, 5, 1048575, 16383), Merge(1, 99, 5, 99))).table
    assert [one[5] for one in table.rows] == ["张三、李四"] * 2


def test_merged_ranges_that_overlap_without_end_are_a_forged_file() -> None:
    with pytest.raises(BadFile):
        cut_out(row(1), row(2, "A2"), merged=(Merge(1, 5, 2, 5),) * 100)


def test_unknown_columns_are_named_and_filled_ones_without_a_header_by_letter() -> None:
    header: list[Cell] = [*HEADER, "电话", "", "", "备注"]
    table = cut_out([*row(1), "139", "x", "", "free"], header=header).table
    assert table.unknown == ("电话", "H")


def test_a_second_header_of_a_column_is_passed_over_where_one_is_ours() -> None:
    table = cut_out([*row(1), "车用柴油", "x"], header=[*HEADER, "产品", "电话"]).table
    assert table.passed_over == (("样品名称", "产品", "产品"),)
    assert table.unknown == ("电话",)


def test_two_headers_of_one_column_are_a_fault() -> None:
    faults = cut_out([*row(1), "合格", "合格"], header=[*HEADER, "结论", "判定"]).faults
    assert [(fault.code, fault.row, fault.column) for fault in faults] == [("two-columns", 1, "判定")]


def test_a_field_too_many_in_a_text_file_is_a_fault() -> None:
    rows = [[*row(1), ""], [*row(2, "A2"), "李四"]]
    assert [(f.code, f.row) for f in cut_out(*rows, header=[*HEADER, ""], plain=True).faults] == [("row-too-long", 3)]

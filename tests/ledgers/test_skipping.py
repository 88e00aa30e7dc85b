"""Which rows are rows of the ledger, and everything that is skipped with its reason."""

import pytest

from fuelcheck.ledgers.cells import Cell
from fuelcheck.ledgers.columns import SHEETS
from fuelcheck.ledgers.finding import Search, best_candidate
from fuelcheck.ledgers.headers import dictionary
from fuelcheck.ledgers.skipping import ENDS
from fuelcheck.ledgers.table import Table, cut
from fuelcheck.ledgers.workbook import RawSheet

SEARCH = Search(tuple(map(dictionary, SHEETS.values())))
HEADER: list[Cell] = ["序号", "抽样单编号", "抽样日期", "受检单位", "样品名称", "抽样人员"]


def row(number: Cell, form: Cell = "A1") -> list[Cell]:
    return [number, form, "2025-03-09", "某站", "车用柴油", "张三、李四"]


def blank(*first: Cell) -> list[Cell]:
    return [*first, *[""] * (len(HEADER) - len(first))]


def cut_out(*rows: list[Cell], header: list[Cell] | None = None) -> Table:
    raw = RawSheet("3月", [header or HEADER, *rows])
    best = best_candidate(raw, SEARCH)
    assert best is not None
    return cut("book.xlsx", raw, best).table


@pytest.mark.parametrize("end", [*ENDS, "合 计", "注：本表", "备注：", "制表人：张三", "总　计"])
def test_the_table_ends_at_sums_and_notes(end: str) -> None:
    table = cut_out(row(1), blank("", end), row(2, "A2"), blank())
    assert table.numbers == [2]
    assert table.skipped == ((3, "skipped-end"), (4, "skipped-after-end"))


def test_a_site_whose_name_begins_with_an_end_word_is_a_row() -> None:
    header: list[Cell] = ["名称", "站点编号", "类别", "所有制", "乡镇"]
    rows: list[list[Cell]] = [
        ["注河加油站", "S1", "加油站", "", "鸦岭镇"],
        ["说明坡加油站", "S2", "加油站", "民营", "鸦岭镇"],
        ["注：停业的站不列入", "", "", "", "鸦岭镇"],
    ]
    table = cut_out(*rows, header=header)
    assert (table.numbers, table.skipped) == ([2, 3], ((4, "skipped-end"),))


@pytest.mark.parametrize(
    "end",
    [
        ["合计", "12份", "9天", "5座", "12批次", "6人次"],
        ["", "合计：12批次", "", "5座", "12批次"],
        ["备注", "样品由市局统一送检"],
        ["填表人：张三", "", "审核人：李四", "", "负责人：王五"],
    ],
)
def test_sums_two_cells_of_a_note_and_signatures_still_end_it(end: list[Cell]) -> None:
    assert cut_out(row(1), blank(*end)).skipped == ((3, "skipped-end"),)


def test_an_end_word_behind_the_first_filled_cell_ends_nothing() -> None:
    assert cut_out(row(1, "备注1"), row(2)).numbers == [2, 3]


def test_subtotals_and_rows_without_form_day_and_product_are_skipped_and_said() -> None:
    table = cut_out(row(1), blank("一月小计", "", "", 3.0), blank(2.0), blank("", "", "", "某站"), row(3, "A3"))
    assert table.numbers == [2, 6]
    assert table.skipped == ((3, "skipped-subtotal"), (4, "skipped-bare"), (5, "skipped-bare"))
    assert next(one.message for one in table.skipped) == "a subtotal"


def test_a_header_that_is_printed_on_every_page_is_skipped() -> None:
    table = cut_out(row(1), HEADER, row(2, "A2"))
    assert (table.numbers, table.skipped) == ([2, 4], ((3, "skipped-header"),))

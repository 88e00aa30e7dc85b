"""Whatever stands in a cell: a value or a fault with a code, never an exception."""

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuelcheck.faults import SENTENCES
from fuelcheck.ledgers.bring import Brought, Tables, bring
from fuelcheck.ledgers.cells import BadCell, Cell, Parser, is_empty
from fuelcheck.ledgers.columns import SHEETS, Column, Sheet
from fuelcheck.ledgers.draft import Draft, draft
from fuelcheck.ledgers.headers import Placed
from fuelcheck.ledgers.known import Known
from fuelcheck.ledgers.table import Table
from fuelcheck.words import STORED_SHEETS
from tests.ledgers.desk import TOWNSHIPS

STORED = tuple(SHEETS[kind] for kind in STORED_SHEETS)
COLUMNS = [(sheet, column) for sheet in SHEETS.values() for column in sheet.columns]

hints = st.sampled_from(
    [
        "张三",
        "、",
        "92",
        "#",
        "号",
        "-",
        "汽油",
        "柴油",
        "尿素",
        "E10",
        "（",
        "）",
        "2025",
        "年",
        "3",
        "月",
        ".",
        "0",
        "V",
        "国",
        " ",
        "／",
        "\u200b",
        "\x00",
        "合格",
        "不",
        "民营",
        "加盟",
        "S001",
        "鸦岭镇",
        "'",
        "=",
        "\u0660",
    ]
)
texts = st.text(max_size=30) | st.lists(hints, max_size=6).map("".join)
any_cell: st.SearchStrategy[Cell] = (
    texts | st.floats(allow_nan=False, allow_infinity=False) | st.dates() | st.datetimes() | st.times()
)


@pytest.mark.parametrize("column", [c for _, c in COLUMNS], ids=[f"{s.kind.value}-{c.name}" for s, c in COLUMNS])
@settings(max_examples=60)
@given(cell=any_cell)
def test_any_cell_of_any_column_is_read_or_refused_by_a_known_code(column: Column, cell: Cell) -> None:
    if is_empty(cell):
        return
    for parse in filter(None, (column.parse, column.carried)):
        value, code = outcome(parse, cell)
        assert code is None or code in SENTENCES
        assert value == value.strip()
        assert not value or parse(column.written(value) if parse is column.parse else cell) == value


def outcome(parse: Parser, cell: Cell) -> tuple[str, str | None]:
    """The value, or the code of the refusal; any other exception is a failure of the test."""
    try:
        return parse(cell), None
    except BadCell as bad:
        return "", bad.code


def table(sheet: Sheet, rows: list[list[Cell]], order: list[int] | None = None) -> Table:
    placed = tuple(Placed(column, n, column.zh) for n, column in enumerate(sheet.columns))
    order = order or list(range(len(rows)))
    return Table("a.xlsx", sheet.kind.zh, sheet, placed, [n + 2 for n in order], [rows[n] for n in order])


few_cells = st.sampled_from(
    [
        "",
        "",
        "S001",
        "S002",
        "顺达加油站",
        "2025-03-09",
        "2025-03-01",
        "3月9日",
        "车用柴油",
        "92#车用乙醇汽油",
        "汽油",
        "0",
        "92",
        "张三、李四",
        "张三",
        "复查",
        "复检",
        "合格",
        "A1",
        "A2",
        "民营",
        "中石化",
        "停业",
        "所有制",
        "鸦岭镇",
        "城关镇",
        "加油站",
        "\x00",
        1.0,
        45725.0,
        date(2025, 3, 9),
        datetime(2025, 3, 9, 9, 10),
        time(9, 10),
    ]
)


def rows_of(sheet: Sheet) -> st.SearchStrategy[list[list[Cell]]]:
    return st.lists(st.lists(few_cells, min_size=len(sheet.columns), max_size=len(sheet.columns)), max_size=5)


@settings(max_examples=150)
@given(data=st.data())
def test_any_rows_bring_faults_with_sentences_and_nothing_else(data: st.DataObject) -> None:
    tables = tuple(table(sheet, data.draw(rows_of(sheet))) for sheet in STORED)
    answer = bring(Tables(tables), Known(TOWNSHIPS), update=data.draw(st.booleans()))
    assert all(remark.message for remark in (*answer.faults, *answer.notices, *answer.conflicts))
    assert not answer.faults or {one.new for one in answer.sheets} <= {0}


def kinds_of_fault(answer: Brought) -> set[tuple[str, str, str]]:
    return {(fault.code, fault.column, fault.value) for fault in answer.faults}


@settings(max_examples=150)
@given(data=st.data())
def test_the_order_of_rows_does_not_change_the_faults(data: st.DataObject) -> None:
    drawn = [(sheet, data.draw(rows_of(sheet))) for sheet in STORED]
    turned = [(sheet, rows, data.draw(st.permutations(range(len(rows))))) for sheet, rows in drawn]
    one = bring(Tables(tuple(table(sheet, rows) for sheet, rows in drawn)), Known(TOWNSHIPS))
    other = bring(Tables(tuple(table(*this) for this in turned)), Known(TOWNSHIPS))
    assert kinds_of_fault(one) == kinds_of_fault(other)


def test_a_cell_that_repeats_is_read_once() -> None:
    seen: list[Cell] = []

    def parser_of(column: Column) -> Parser:
        def parse(cell: Cell) -> str:
            seen.append(cell)
            return column.parse(cell)

        return parse

    sheet = next(iter(SHEETS.values()))
    rows: list[list[Cell]] = [["S001", *[""] * (len(sheet.columns) - 1)] for _ in range(5)]
    read: Draft = draft(table(sheet, rows), parser_of)
    assert (seen, read.columns["site_code"]) == (["S001"], ["S001"] * 5)

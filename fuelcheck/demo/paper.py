"""A table as an office draws it: titles above, a header of one or two rows, sums, a foot.

Knows nothing of fuel: it is given headings and rows and puts them on a worksheet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from fuelcheck.demo.untidy import Cell

EXAMPLE = "示例数据，非真实单位"
"""Stands above every table of the invented county."""

MARKET_SUPERVISION = "伊川县市场监督管理局"


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's header; ``group`` stands above it, ``spread`` merges equal neighbours downwards."""

    name: str
    width: float = 12
    group: str = ""
    spread: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row; neighbours with the same ``key`` belong together (one visit, one township)."""

    key: object
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What stands on one sheet; every block but a single one is followed by a sum (小计)."""

    title: str
    headings: tuple[Heading, ...]
    blocks: tuple[tuple[Row, ...], ...]
    unit: str
    foot: tuple[str, ...] = ()
    blank_row: bool = False
    hidden: bool = False
    office: str = MARKET_SUPERVISION
    """Who fills the table in."""


class Paper:
    """A workbook that a clerk keeps."""

    def __init__(self, book: Workbook) -> None:
        font = {"font_name": "宋体", "font_size": 10}
        box = font | {"border": 1, "valign": "vcenter"}
        self._book = book
        self._title = book.add_format(font | {"bold": True, "font_size": 16, "align": "center"})
        self._plain = book.add_format(font)
        self._head = book.add_format(box | {"bold": True, "align": "center", "text_wrap": True})
        self._body = book.add_format(box | {"text_wrap": True})
        self._day = book.add_format(box | {"num_format": "yyyy-mm-dd", "align": "center"})
        self._moment = book.add_format(box | {"num_format": "yyyy-mm-dd hh:mm", "align": "center"})

    def draw(self, name: str, table: Table) -> None:
        """Put a table on a new sheet of that name."""
        sheet = self._book.add_worksheet(name)
        headings = (Heading("序号", 6), *table.headings)
        for column, heading in enumerate(headings):
            sheet.set_column(column, column, heading.width)
        sheet.merge_range(0, 0, 0, len(headings) - 1, table.title, self._title)
        sheet.write_string(1, 0, f"{EXAMPLE}　　填报单位：{table.office}（示例）", self._plain)
        top = self._header(sheet, 3 if table.blank_row else 2, headings)
        self._foot(sheet, self._rows(sheet, top, table), table)
        if table.hidden:
            sheet.hide()

    def _header(self, sheet: Worksheet, top: int, headings: Sequence[Heading]) -> int:
        """One row, or two where columns are grouped; returns the row below."""
        if not any(h.group for h in headings):
            sheet.write_row(top, 0, [h.name for h in headings], self._head)
            return top + 1
        for column, heading in enumerate(headings):
            if heading.group:
                sheet.write_string(top + 1, column, heading.name, self._head)
            else:
                sheet.merge_range(top, column, top + 1, column, heading.name, self._head)
        for group, first, last in _runs([h.group for h in headings]):
            if group and first < last:
                sheet.merge_range(top, first, top, last, group, self._head)
            elif group:
                sheet.write_string(top, first, str(group), self._head)
        return top + 2

    def _rows(self, sheet: Worksheet, row: int, table: Table) -> int:
        """The blocks with running numbers and their sums; returns the row below."""
        number = 0
        for block in table.blocks:
            for line in block:
                number += 1
                self._line(sheet, row, (number, *line.cells))
                row += 1
            self._spread(sheet, row - len(block), block, table.headings)
            if len(table.blocks) > 1:
                self._sum(sheet, row, "小计", len(block), table)
                row += 1
        self._sum(sheet, row, "合计", number, table)
        return row + 1

    def _line(self, sheet: Worksheet, row: int, cells: tuple[Cell, ...]) -> None:
        for column, cell in enumerate(cells):
            self._put(sheet, row, column, cell)

    def _put(self, sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
        match cell:
            case datetime():
                sheet.write_datetime(row, column, cell, self._moment)
            case date():
                sheet.write_datetime(row, column, cell, self._day)
            case int() | float():
                sheet.write_number(row, column, cell, self._body)
            case str():
                sheet.write_string(row, column, cell, self._body)
            case None:
                sheet.write_blank(row, column, None, self._body)

    def _spread(self, sheet: Worksheet, top: int, block: tuple[Row, ...], headings: tuple[Heading, ...]) -> None:
        """Merge what belongs together and says the same."""
        columns = [n for n, heading in enumerate(headings) if heading.spread]
        for _, first, last in _runs([row.key for row in block]):
            for n in columns if first < last else ():
                cell = block[first].cells[n]
                if cell is not None:
                    sheet.merge_range(top + first, n + 1, top + last, n + 1, "", self._look(cell))
                    self._put(sheet, top + first, n + 1, cell)

    def _look(self, cell: Cell) -> Format:
        return self._day if isinstance(cell, date) else self._body

    def _sum(self, sheet: Worksheet, row: int, label: str, count: int, table: Table) -> None:
        self._line(sheet, row, (label, f"{count}{table.unit}", *[None] * (len(table.headings) - 1)))

    def _foot(self, sheet: Worksheet, row: int, table: Table) -> None:
        for offset, line in enumerate(table.foot):
            sheet.write_string(row + offset, 0, line, self._plain)


def _runs(keys: Sequence[object]) -> Iterator[tuple[object, int, int]]:
    """Each run of equal neighbours: the key, its first and its last place."""
    place = 0
    for key, members in groupby(keys):
        length = len(list(members))
        yield key, place, place + length - 1
        place += length

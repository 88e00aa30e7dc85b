"""Sheets of a workbook: numbers as numbers, days as days, text as text and never a formula.

What a cell holds comes from ledgers that anybody may have written: text that begins with
``=`` stays text, an address is no link, control characters are not written. The same content
gives the same bytes: the file's date is given, not taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

import xlsxwriter

from fuelcheck.china import CHINA
from fuelcheck.reports.characters import legible
from fuelcheck.reports.figures import NOT_APPLICABLE, Cell, Rate, shown

_LONGEST = 32_767  # characters that a cell may hold
_SHEET_NAME = 31
_NOT_IN_NAMES = str.maketrans("[]:*?/\\", "〔〕：＊？／＼")
_A4 = 9
_WIDEST, _NARROWEST = 48, 6
_ACROSS = 92
"""A sheet that is wider than so many characters is printed across the page."""
_HEAD_ROW = 2


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its name, what stands above the table, headings, rows, remarks below."""

    name: str
    title: str
    subtitle: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    below: Sequence[str] = ()
    empty: str = ""
    """Said instead of rows where there are none."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """The file's own description, and the lines that every printed sheet carries."""

    title: str
    author: str
    moment: datetime
    header: str
    footer: str


class Book:
    """A workbook in the making."""

    def __init__(self, target: str | Path | BinaryIO, imprint: Imprint) -> None:
        options = {
            "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
        }  # fmt: skip
        self._book: Any = xlsxwriter.Workbook(target, options)
        self._imprint = imprint
        created = imprint.moment.astimezone(CHINA).replace(tzinfo=None)
        self._book.set_properties({"title": imprint.title, "author": imprint.author, "created": created})
        line = {"border": 1, "border_color": "#808080", "valign": "vcenter", "font_size": 10}
        self._formats = {
            "title": self._book.add_format({"bold": True, "font_size": 14}),
            "plain": self._book.add_format({"font_size": 10}),
            "head": self._book.add_format({**line, "bold": True, "align": "center", "text_wrap": True}),
            "text": self._book.add_format({**line, "text_wrap": True}),
            "none": self._book.add_format({**line, "align": "center"}),
            "number": self._book.add_format({**line, "num_format": "0"}),
            "rate": self._book.add_format({**line, "num_format": "0.0%"}),
            "day": self._book.add_format({**line, "num_format": "yyyy-mm-dd", "align": "center"}),
            "moment": self._book.add_format({**line, "num_format": "yyyy-mm-dd hh:mm", "align": "center"}),
        }

    def add(self, table: Table) -> None:
        """Write one table on a sheet of its own."""
        sheet = self._book.add_worksheet(table.name.translate(_NOT_IN_NAMES)[:_SHEET_NAME])
        self._text(sheet, 0, 0, table.title, "title")
        self._text(sheet, 1, 0, table.subtitle, "plain")
        for column, head in enumerate(table.heads):
            self._text(sheet, _HEAD_ROW, column, head.replace("\n", ""), "head")
        row = _HEAD_ROW
        for row, cells in enumerate(table.rows, start=_HEAD_ROW + 1):
            for column, cell in enumerate(cells):
                self._cell(sheet, row, column, cell)
        below = [table.empty, *table.below] if not table.rows and table.empty else table.below
        for number, remark in enumerate(below, start=row + 1):
            self._text(sheet, number, 0, remark, "plain")
        self._set_up(sheet, table)

    def close(self) -> None:
        """Write the file."""
        self._book.close()

    def _cell(self, sheet: Any, row: int, column: int, cell: Cell) -> None:
        if cell is None or (isinstance(cell, Rate) and cell.value is None):
            sheet.write_string(row, column, NOT_APPLICABLE, self._formats["none"])
        elif isinstance(cell, str):
            self._text(sheet, row, column, cell, "text")
        elif isinstance(cell, Rate):
            sheet.write_number(row, column, float(cell.value or 0), self._formats["rate"])
        elif isinstance(cell, datetime):
            there = cell.astimezone(CHINA).replace(tzinfo=None)
            sheet.write_datetime(row, column, there, self._formats["moment"])
        elif isinstance(cell, date):
            sheet.write_datetime(row, column, cell, self._formats["day"])
        else:
            sheet.write_number(row, column, cell, self._formats["number"])

    def _text(self, sheet: Any, row: int, column: int, text: str, kind: str) -> None:
        sheet.write_string(row, column, legible(text)[:_LONGEST], self._formats[kind])

    def _set_up(self, sheet: Any, table: Table) -> None:
        """Widths, a head that stays and repeats, and how the sheet is printed."""
        widths = [_width(head, [row[n] for row in table.rows]) for n, head in enumerate(table.heads)]
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(_HEAD_ROW + 1, 0)
        sheet.repeat_rows(0, _HEAD_ROW)
        sheet.set_paper(_A4)
        if sum(widths) > _ACROSS:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_header(self._imprint.header)
        sheet.set_footer(self._imprint.footer)


def _width(head: str, cells: Sequence[Cell]) -> float:
    """Wide enough for the longest cell, within reason; a Chinese character is two wide."""
    longest = max((_columns(shown(cell)) for cell in cells), default=0)
    return min(max(longest, _columns(head.replace("\n", "")), _NARROWEST) + 2, _WIDEST)


def _columns(text: str) -> int:
    return sum(1 if character.isascii() else 2 for character in text)

"""Sheets written anew as an ``.xlsx`` of values, with marks and comments on some cells.

Numbers, days and text stay what they were (text is never a formula), merged cells and hidden
sheets too: a clerk mends the copy and brings it again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.exceptions import OverlappingRange
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from fuelcheck.ledgers import marker
from fuelcheck.ledgers.cells import Cell, shown
from fuelcheck.ledgers.give import TooMuchForExcel, workbook
from fuelcheck.ledgers.workbook import Merge, RawSheet

LONGEST_NAME = 31
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))
_FIRST_YEAR = 1900
_CODES = {datetime: "yyyy-mm-dd hh:mm:ss", date: "yyyy-mm-dd", time: "hh:mm:ss", str: "@", float: "General"}


class Place(NamedTuple):
    """A cell of a sheet, counted from 0."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A sheet of a file and the message of each of its faulty cells."""

    source: Path
    sheet: RawSheet
    messages: dict[Place, str]


def transcribe(sheets: Sequence[Marked], out: Path) -> None:
    """Write the sheets into one new workbook; TooMuchForExcel where one does not fit."""
    with workbook(out, streamed=False) as book:
        looks = _Looks(book)
        taken: set[str] = set()
        papers = []
        for marked in sheets:
            paper = book.add_worksheet(_name(marked, taken))
            _fill(paper, marked, looks)
            papers.append(paper)
        _hide(papers, [marked.sheet.hidden for marked in sheets])


class _Looks:
    """The formats of the new workbook: by kind of cell, plain and marked."""

    def __init__(self, book: Workbook) -> None:
        self._formats: dict[tuple[type, bool], Format] = {}
        for kind, code in _CODES.items():
            self._formats[kind, False] = book.add_format({"num_format": code})
            self._formats[kind, True] = book.add_format({"num_format": code, "bg_color": f"#{marker.FILL}"})

    def of(self, cell: Cell, faulty: bool) -> Format:
        """The format of a cell; a datetime is also a date, so the order of the kinds matters."""
        kind = next((kind for kind in _CODES if isinstance(cell, kind)), float)
        return self._formats[kind, faulty]


def _name(marked: Marked, taken: set[str]) -> str:
    """The sheet's own name, or the file's, as Excel allows it and as no sheet before it has."""
    own = (marked.sheet.name or marked.source.stem).translate(_FORBIDDEN).strip("'")[:LONGEST_NAME]
    name, n = own, 1
    while not name or name.casefold() in taken:
        n += 1
        name = f"{own[: LONGEST_NAME - 6]} ({n})"
    taken.add(name.casefold())
    return name


def _fill(paper: Worksheet, marked: Marked, looks: _Looks) -> None:
    sheet = marked.sheet
    for merge in sheet.merged:
        _merge(paper, merge, sheet)
    for row, cells in enumerate(sheet.rows):
        for column, cell in enumerate(cells):
            if cell != "" and _put(paper, row, column, cell, looks.of(cell, False)):
                raise TooMuchForExcel(sheet=sheet.name, row=row + 1)
    for place, message in marked.messages.items():
        cell = _at(sheet, place)
        _put(paper, *place, cell, looks.of(cell, True))
        paper.write_comment(*place, message, {"author": marker.AUTHOR, "width": 300, "height": 40 + len(message)})


def _at(sheet: RawSheet, place: Place) -> Cell:
    cells = sheet.rows[place.row] if place.row < len(sheet.rows) else []
    return cells[place.column] if place.column < len(cells) else ""


def _merge(paper: Worksheet, merge: Merge, sheet: RawSheet) -> None:
    """Merge within the used area; a forged range that overlaps another is left out."""
    bottom = min(merge.bottom, len(sheet.rows) - 1)
    right = min(merge.right, max(map(len, sheet.rows), default=0) - 1)
    if (bottom, right) > (merge.top, merge.left) and bottom >= merge.top and right >= merge.left:
        try:
            paper.merge_range(merge.top, merge.left, bottom, right, "")
        except OverlappingRange:
            return


def _put(paper: Worksheet, row: int, column: int, cell: Cell, look: Format) -> int:
    """Write a cell as what it is; the answer is 0 unless Excel cannot hold it."""
    match cell:
        case "":
            return int(paper.write_blank(row, column, None, look))
        case str():
            return int(paper.write_string(row, column, cell, look))
        case date() if cell.year < _FIRST_YEAR:
            return int(paper.write_string(row, column, shown(cell), look))
        case date() | time():
            return int(paper.write_datetime(row, column, cell, look))
        case _:
            return int(paper.write_number(row, column, cell, look))


def _hide(papers: Sequence[Worksheet], hidden: Sequence[bool]) -> None:
    """Hide what was hidden, as long as one sheet can be seen."""
    if all(hidden):
        return
    papers[hidden.index(False)].activate()
    for paper, away in zip(papers, hidden, strict=True):
        if away:
            paper.hide()

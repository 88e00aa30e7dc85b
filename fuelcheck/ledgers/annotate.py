"""The files as they were brought, each faulty cell filled and its faults in a comment.

One ``.xlsx`` comes back as the same workbook; ``.xls``, ``.csv`` and several files come back
as one ``.xlsx`` with their values, merged cells and hidden sheets. Text stays text, whatever
it begins with.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from fuelcheck.errors import FuelcheckError
from fuelcheck.faults import Remark
from fuelcheck.language import N_
from fuelcheck.ledgers import marker
from fuelcheck.ledgers.bounded import printed
from fuelcheck.ledgers.columns import SHEETS
from fuelcheck.ledgers.files import BadFile
from fuelcheck.ledgers.finding import Search, best_candidate, header_grid
from fuelcheck.ledgers.headers import dictionary
from fuelcheck.ledgers.transcript import Marked, Place, transcribe
from fuelcheck.ledgers.workbook import RawSheet, read_sheets
from fuelcheck.whole_file import write_whole
from fuelcheck.words import STORED_SHEETS

_SEARCH = Search(tuple(dictionary(SHEETS[kind]) for kind in STORED_SHEETS))


class AnnotatedName(FuelcheckError):
    """The annotated workbook is to be written in another format, or over a file that was brought."""

    code = "annotated-name"
    sentence = N_("{file}: the annotated workbook must be a new .xlsx file")


def annotate(
    sources: Sequence[Path],
    remarks: Sequence[Remark],
    out: Path,
    *,
    delimiter: str | None = None,
    search: Search = _SEARCH,
) -> None:
    """Write the faulty ones of these files to ``out``, every remark beside the cell that it speaks of.

    A remark about a column that is missing stands at the header, one about the whole file
    in its first sheet. ``delimiter`` is the one that a mapping names for text files, ``search``
    what was looked for in the files: the header is where it was found in reading. BadFile
    if a source cannot be read, AnnotatedName if ``out`` is a source or no ``.xlsx``,
    TooMuchForExcel or CannotWrite if it cannot be written; then what stood there before stays.
    """
    if out.suffix.lower() != ".xlsx" or out.resolve() in {source.resolve() for source in sources}:
        raise AnnotatedName(file=out.name)
    faulty = [source for source in sources if _about(source, remarks)] or list(sources)
    sheets = [marked for source in faulty for marked in _marked(source, delimiter, _about(source, remarks), search)]
    content = _same_workbook(faulty[0], sheets) if len(faulty) == 1 else None
    if content is None:
        transcribe(sheets, out)
    else:
        write_whole(out, content)


def _about(source: Path, remarks: Sequence[Remark]) -> list[Remark]:
    return [remark for remark in remarks if remark.file in (source.name, str(source))]


def _marked(source: Path, delimiter: str | None, remarks: list[Remark], search: Search) -> Iterator[Marked]:
    """The sheets of a file with their messages; what names no sheet of it belongs to the first."""
    sheets = read_sheets(source, delimiter)
    names = {sheet.name for sheet in sheets}
    for n, sheet in enumerate(sheets):
        mine = [r for r in remarks if r.sheet == sheet.name or (n == 0 and r.sheet not in names)]
        yield Marked(source, sheet, _messages(sheet, mine, search))


def _messages(sheet: RawSheet, remarks: list[Remark], search: Search) -> dict[Place, str]:
    messages: dict[Place, list[str]] = {}
    header = _header(sheet, search)
    for remark in remarks:
        lines = messages.setdefault(_corner(sheet, _place(sheet, header, remark)), [])
        if remark.message not in lines:
            lines.append(remark.message)
    return {place: "\n".join(lines) for place, lines in messages.items()}


class _Header(NamedTuple):
    """The row of the header and the column of each name in it."""

    row: int
    columns: dict[str, int]


def _header(sheet: RawSheet, search: Search) -> _Header:
    """The likeliest header of a sheet, and beneath it whatever its first rows call a column."""
    columns: dict[str, int] = {}
    found = best_candidate(sheet, search)
    for names in ([found.names] if found else []) + header_grid(sheet):
        for n, name in enumerate(names):
            columns.setdefault(name, n)
    return _Header(found.bottom if found else 0, columns)


def _place(sheet: RawSheet, header: _Header, remark: Remark) -> Place:
    """The cell of a remark; without a row its header, without a column the row's first filled cell."""
    row = header.row if remark.row is None else remark.row - 1
    column = header.columns.get(remark.column) if remark.column else None
    if column is None:
        cells = sheet.rows[row] if row < len(sheet.rows) else []
        column = next((n for n, cell in enumerate(cells) if cell != ""), 0)
    return Place(row, column)


def _corner(sheet: RawSheet, place: Place) -> Place:
    """The upper left cell of the merged range in which a place lies: only that one can be written on."""
    for merge in sheet.merged:
        if merge.top <= place.row <= merge.bottom and merge.left <= place.column <= merge.right:
            return Place(merge.top, merge.left)
    return place


def _same_workbook(source: Path, sheets: list[Marked]) -> bytes | None:
    """The workbook with its looks kept; None where it is no ``.xlsx`` or openpyxl cannot carry it."""
    with source.open("rb") as file:
        if file.read(2) != b"PK":
            return None
    marks = [
        (marked.sheet.name, place.row + 1, place.column + 1, message)
        for marked in sheets
        for place, message in marked.messages.items()
    ]
    with TemporaryDirectory() as scratch:
        (Path(scratch) / marker.MARKS).write_text(json.dumps(marks), "utf-8")
        try:
            return printed("marker.py", "openpyxl", str(source.resolve()), scratch)
        except BadFile:
            return None

"""Ledgers written back in the columns in which they are brought, and their empty forms.

In a workbook every cell is text (``write_string``; no formula, no link, days in ISO form),
so that what is read again equals what was written. In a CSV free text that a spreadsheet
would calculate gets an apostrophe before it, which an import takes away.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.ledgers.columns import SHEETS, Column, Form, Sheet
from fuelcheck.whole_file import CannotWrite, whole_file, write_whole
from fuelcheck.words import Change, Ownership, SheetKind

Given = Mapping[str, str]
"""A row: canonical text by the columns' canonical names; a name may be missing."""

HEAD = {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "bg_color": "#D9E2F3"}

_WIDTHS = {
    Form.CODE: 18, Form.TEXT: 28, Form.DAY: 12, Form.MOMENT: 20, Form.NUMBER: 12, Form.WORD: 13, Form.CLOSED: 13,
    Form.NAMES: 20,
}  # fmt: skip
_FREE = frozenset({Form.CODE, Form.TEXT, Form.NAMES})
"""What people type at will; closed values and numbers may well begin with ``-``."""

_CALCULATED = ("=", "+", "-", "@", "\t", "\r", "'")
"""What a spreadsheet reads as the beginning of a formula; the apostrophe itself, so that it survives an import."""

_NUMBER = re.compile(r"[+-]?[0-9]+([.][0-9]+)?")

_NO_CLOCK = datetime(2000, 1, 1)
"""The creation date that the format demands: the same rows give the same bytes."""


class UnknownLedgerType(FuelcheckError):
    """A ledger is asked for in a format that is not written."""

    code = "unknown-ledger-type"
    sentence = N_("{file}: a ledger is written as .xlsx or .csv")


class OneSheetPerCsv(FuelcheckError):
    """Several sheets are asked for in one CSV."""

    code = "one-sheet-per-csv"
    sentence = N_("{file}: a CSV file holds one sheet, not {count}; write .xlsx or choose one")


class TooMuchForExcel(FuelcheckError):
    """A text or a sheet is longer than Excel can hold."""

    code = "too-much-for-excel"
    sentence = N_("{sheet}, row {row}: Excel holds 32,767 characters in a cell and 1,048,576 rows; write .csv")


def give(sheets: Mapping[SheetKind, Iterable[Given]], out: Path | BinaryIO) -> None:
    """Write rows as ``.xlsx`` (a sheet per kind) or ``.csv`` (one kind), by the path's suffix.

    A stream without a name gets the CSV of one kind, the workbook of several. Closed values
    are written as their Chinese words. FuelcheckError for another suffix, for two kinds in a
    CSV, for text that Excel cannot hold; CannotWrite if the file cannot be written: then what
    stood there before stays.
    """
    match _suffix(sheets, out):
        case ".xlsx":
            _give_workbook(sheets, out)
        case ".csv":
            _give_csv(sheets, out)
        case _:
            raise UnknownLedgerType(file=_name(out))


def _suffix(sheets: Mapping[SheetKind, Iterable[Given]], out: Path | BinaryIO) -> str:
    if isinstance(out, Path):
        return out.suffix.lower()
    return ".csv" if len(sheets) == 1 else ".xlsx"


def _name(out: Path | BinaryIO) -> str:
    return out.name if isinstance(out, Path) else "-"


@contextmanager
def workbook(out: Path | BinaryIO, streamed: bool = True) -> Iterator[Workbook]:
    """A workbook that is written when the block ends well, and not at all when it raises.

    The rows of a streamed one go to a temporary file, not to memory: they must be written
    from top to bottom.
    """
    made = BytesIO()
    try:
        with TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
            book = Workbook(made, {"constant_memory": streamed, "tmpdir": scratch})
            book.set_properties({"created": _NO_CLOCK})
            yield book
            book.close()
    except (OSError, FileCreateError) as problem:  # the temporary files
        why = problem.args[0] if isinstance(problem, FileCreateError) else problem
        raise CannotWrite(path=out if isinstance(out, Path) else "-", why=why.strerror or why) from problem
    if isinstance(out, Path):
        write_whole(out, made.getvalue())
    else:
        out.write(made.getvalue())
        out.flush()


def header(sheet: Worksheet, columns: Sequence[Column], look: object) -> None:
    """Write the header row and set the columns' widths."""
    for n, column in enumerate(columns):
        sheet.write_string(0, n, column.zh, look)
        sheet.set_column(n, n, width(column))
    sheet.freeze_panes(1, 0)


def width(column: Column) -> int:
    """A column's width in characters: enough for its values and for its own name beside the filter's arrow."""
    return max(_WIDTHS[column.form], 2 * len(column.zh) + 4)


def _give_workbook(sheets: Mapping[SheetKind, Iterable[Given]], out: Path | BinaryIO) -> None:
    with workbook(out) as book:
        look = book.add_format(HEAD)
        for kind, rows in sheets.items():
            paper = book.add_worksheet(kind.zh)
            columns = SHEETS[kind].columns
            header(paper, columns, look)
            last = _fill(paper, SHEETS[kind], rows)
            paper.autofilter(0, 0, last, len(columns) - 1)
            paper.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})


def _fill(paper: Worksheet, sheet: Sheet, rows: Iterable[Given]) -> int:
    """Write the rows under the header; returns the last row's place."""
    row = 0
    for row, given in enumerate(rows, start=1):
        for n, text in enumerate(_written(sheet, given)):
            if text and paper.write_string(row, n, text):
                raise TooMuchForExcel(sheet=sheet.kind.zh, row=row + 1)
    return row


def _written(sheet: Sheet, given: Given) -> Iterator[str]:
    """The row's cells as people read them, in the order of the columns."""
    for column in sheet.columns:
        text = given.get(column.name, "")
        to_owner = column.name == "value" and given.get("what") == Change.OWNERSHIP
        yield Ownership(text).zh if to_owner else column.written(text)


def _give_csv(sheets: Mapping[SheetKind, Iterable[Given]], out: Path | BinaryIO) -> None:
    if len(sheets) != 1:
        raise OneSheetPerCsv(file=_name(out), count=len(sheets))
    ((kind, rows),) = sheets.items()
    if isinstance(out, Path):
        with whole_file(out) as file:
            _write_csv(SHEETS[kind], rows, file)
    else:
        _write_csv(SHEETS[kind], rows, out)


def _write_csv(sheet: Sheet, rows: Iterable[Given], stream: BinaryIO) -> None:
    text = TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    try:
        lines = csv.writer(text)
        lines.writerow(column.zh for column in sheet.columns)
        for given in rows:
            lines.writerow(map(_harmless, sheet.columns, _written(sheet, given)))
    finally:
        text.detach()  # else it would close the stream, which is not ours


def _harmless(column: Column, text: str) -> str:
    """Free text with an apostrophe before what a spreadsheet would calculate; a number (-12) is no formula."""
    calculated = text.startswith(_CALCULATED) and not _NUMBER.fullmatch(text)
    return f"'{text}" if column.form in _FREE and calculated else text

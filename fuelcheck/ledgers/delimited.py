"""Ledgers as text: UTF-8 with or without BOM, GB18030, or what Excel calls Unicode text.

Comma, semicolon or tab separate, whichever splits the first lines into most fields. Our own
export protects free text that a spreadsheet would take for a formula with one ``'`` in
front; one leading ``'`` is removed from every cell.
"""

import csv
import io
from pathlib import Path

from fuelcheck.ledgers.cells import Cell
from fuelcheck.ledgers.files import MOST_AREA, BadFile

DELIMITERS = ",;\t"
_FIRST_LINES = 15


def read_delimited(path: Path, delimiter: str | None = None) -> list[list[Cell]]:
    """All rows as text, filled up to one width; BadFile names the line that cannot be read."""
    written = decoded(path.read_bytes())
    reader = csv.reader(io.StringIO(written, newline=""), delimiter=delimiter or guessed(written), strict=True)
    try:
        rows: list[list[Cell]] = list(reader)  # type: ignore[arg-type]  # a list of str is filled with str only
    except csv.Error:
        raise BadFile("bad-csv", line=reader.line_num) from None
    if "'" in written:
        rows = [[_unprotected(cell) for cell in row] for row in rows]
    return _filled_up(rows)


def decoded(content: bytes) -> str:
    """The text of a file in one of the encodings that Chinese offices use."""
    for encoding in ("utf-16",) if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadFile("bad-encoding")


def guessed(written: str) -> str:
    """The separator that splits the middle one of the first lines into most fields; a tie is a comma."""
    lines = written[: 1 << 16].splitlines()[:_FIRST_LINES]
    return max(DELIMITERS, key=lambda sign: sorted(line.count(sign) for line in lines)[len(lines) // 2] if lines else 0)


def _unprotected(cell: Cell) -> Cell:
    return cell[1:] if isinstance(cell, str) and cell.startswith("'") else cell


def _filled_up(rows: list[list[Cell]]) -> list[list[Cell]]:
    width = max(map(len, rows), default=0)
    if width * len(rows) > MOST_AREA:
        raise BadFile("too-large")
    for row in rows:
        if len(row) < width:
            row.extend([""] * (width - len(row)))
    return rows

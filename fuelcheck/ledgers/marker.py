"""Marks cells of one workbook in a bounded process of its own and prints the new workbook.

openpyxl is as easily led astray as the reader, so this file is run alone like ``child.py``,
``python -I marker.py``, with the same limits; only its own temporary files may grow.

Arguments: the folder in which openpyxl lies, the workbook, a folder to work in with
``marks.json``: ``[[sheet, row, column, message], …]``, rows and columns counted from 1.
"""

import json
import sys
import tempfile
from io import BytesIO
from pathlib import Path

MOST_WRITTEN = 128 * 1024 * 1024
FILL = "FFD966"
MARKS = "marks.json"
AUTHOR = "fuelcheck"


def marked(source: str, marks: list[tuple[str, int, int, str]]) -> bytes:
    """The same workbook, the cells filled and commented; a comment that stands there is kept below."""
    from openpyxl import load_workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    book = load_workbook(source)
    fill = PatternFill("solid", fgColor=FILL)
    for sheet, row, column, message in marks:
        cell = book[sheet].cell(row, column)
        older = f"\n\n{cell.comment.text}" if cell.comment else ""
        cell.fill = fill
        cell.comment = Comment(message + older, AUTHOR, height=40 + 20 * message.count("\n") + len(message), width=300)
    book.save(out := BytesIO())
    return out.getvalue()


def main() -> None:
    """Mark the workbook named on the command line and print it."""
    home, source, scratch = sys.argv[1:]
    sys.path += [home, str(Path(__file__).resolve().parents[2])]
    from fuelcheck.ledgers.child import bound

    bound(MOST_WRITTEN)
    tempfile.tempdir = scratch
    marks = json.loads((Path(scratch) / MARKS).read_text("utf-8"))
    sys.stdout.buffer.write(marked(source, marks))


if __name__ == "__main__":
    main()

"""Reads one workbook in a bounded process of its own and prints it as one JSON document.

A workbook of a few kilobytes can ask its reader for half a terabyte, and the reader then
ends the process instead of raising. So this file is run alone, ``python -I child.py``,
with limits that it sets upon itself before it loads the reader, and it imports nothing of
fuelcheck. What it prints is JSON because nothing made of hostile bytes is ever unpickled.

Arguments: the folder in which the reader's package lies, the workbook. Output:
``{"sheets": [{"name", "hidden", "rows", "merged"}]}`` with days as ``{"day": ISO}``, times as
``{"time": ISO}`` and ``hidden`` as 0 or 1, or ``{"refused": code}``.
"""

import contextlib
import datetime
import json
import sys
from typing import Any

MEMORY = 1 << 30
SECONDS = 30
MOST_CELLS = 5_000_000
"""Of all used areas together; a ledger of 50,000 rows has 700,000."""


def bound(most_written: int = 0) -> None:
    """Limit memory, processor time, files and core dumps where the system knows such limits.

    ``most_written`` is the number of bytes that a file of its own may grow to.
    """
    try:
        import resource
    except ImportError:
        return
    wanted = (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, most_written),
    )
    for which, most in wanted:
        _, hard = resource.getrlimit(which)
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(which, (limit, limit))


def read(path: str) -> dict[str, Any]:
    """All worksheets of a workbook, hidden ones too, with the cells' own types."""
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_path(path)
    except python_calamine.PasswordError:
        return {"refused": "encrypted-file"}
    sheets, cells = [], 0
    for index, about in enumerate(book.sheets_metadata):
        if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_index(index)
        row, column = sheet.end or (-1, -1)
        cells += (row + 1) * (column + 1)
        if cells > MOST_CELLS:
            return {"refused": "too-large"}
        hidden = int(about.visible != python_calamine.SheetVisibleEnum.Visible)
        sheets.append(
            {
                "name": about.name,
                "hidden": hidden,
                "rows": sheet.to_python(skip_empty_area=False),
                "merged": sheet.merged_cell_ranges or [],
            }
        )
    return {"sheets": sheets}


def typed(cell: object) -> object:
    """A cell that JSON has no type for."""
    if isinstance(cell, datetime.date):
        return {"day": cell.isoformat()}
    if isinstance(cell, datetime.time):
        return {"time": cell.isoformat()}
    return str(cell)


def main() -> None:
    """Read the workbook named on the command line and print it."""
    bound()
    sys.path.append(sys.argv[1])
    document = json.dumps(read(sys.argv[2]), ensure_ascii=False, default=typed)
    sys.stdout.buffer.write(document.encode())


if __name__ == "__main__":
    main()

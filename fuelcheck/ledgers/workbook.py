"""Files as sheets of typed cells: workbooks through the bounded reader, text in this process.

The reader (``child.py``) has 1 GiB of memory, 30 s of processor and 40 s of wall time. If it
ends in any other way than by printing its document, the file is damaged or too large; this
process is unharmed.
"""

import json
import sys
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, NamedTuple

from fuelcheck.ledgers.bounded import printed
from fuelcheck.ledgers.cells import Cell
from fuelcheck.ledgers.delimited import read_delimited
from fuelcheck.ledgers.files import BadFile, FileKind, check_areas, kind_of


class Merge(NamedTuple):
    """A merged range, zero-based, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet as it stands: ``rows[0]`` is Excel's row 1; an empty cell is ``""``.

    ``plain`` is a text file: there a field too many means that all after it have moved.
    """

    name: str
    rows: list[list[Cell]]
    merged: tuple[Merge, ...] = ()
    hidden: bool = False
    plain: bool = False


def read_sheets(path: Path, delimiter: str | None = None) -> tuple[RawSheet, ...]:
    """All sheets of a file; a text file is one sheet without a name. BadFile where it cannot be read."""
    if kind_of(path) is FileKind.DELIMITED:
        return (RawSheet("", read_delimited(path, delimiter), plain=True),)
    if not sys.platform.startswith("linux"):
        _check_areas(path)
    return tuple(map(_sheet, _document(path)))


def _check_areas(path: Path) -> None:
    with path.open("rb") as file:
        if file.read(2) == b"PK":
            check_areas(path)


def _document(path: Path) -> list[dict[str, Any]]:
    answer = printed("child.py", "python_calamine", str(path.resolve()))
    try:
        document = json.loads(answer, object_hook=_typed, parse_constant=str)
        refused = document.get("refused")
        sheets: list[dict[str, Any]] = document.get("sheets", [])
    except (ValueError, RecursionError, AttributeError):
        raise BadFile("damaged-file") from None
    if refused:
        raise BadFile(refused)
    if b"true" in answer or b"false" in answer:
        _show_truths(sheets)
    return sheets


def _show_truths(sheets: list[dict[str, Any]]) -> None:
    """Truth values as Excel shows them: as numbers they would be equal to 1 and 0."""
    for sheet in sheets:
        for row in sheet["rows"]:
            row[:] = [str(cell).upper() if isinstance(cell, bool) else cell for cell in row]


def _typed(found: dict[str, Any]) -> Any:
    if "day" in found:
        written = str(found["day"])
        return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)
    return time.fromisoformat(str(found["time"])) if "time" in found else found


def _sheet(found: dict[str, Any]) -> RawSheet:
    merged = tuple(Merge(top, left, bottom, right) for (top, left), (bottom, right) in found["merged"])
    return RawSheet(found["name"], found["rows"], merged, bool(found["hidden"]))

"""A table of one kind cut out of a sheet: its columns, its rows, and all that was skipped."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from fuelcheck.faults import Remark
from fuelcheck.ledgers.cells import Cell, is_empty
from fuelcheck.ledgers.columns import Sheet
from fuelcheck.ledgers.files import BadFile, column_letters
from fuelcheck.ledgers.finding import Candidate
from fuelcheck.ledgers.headers import IGNORED, Placed, key, settle
from fuelcheck.ledgers.skipping import Skipped, reasons
from fuelcheck.ledgers.workbook import Merge, RawSheet


class PassedOver(NamedTuple):
    """A header that was not read because another one, ours or a mapping's, gives the same column."""

    header: str
    other: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one ledger sheet; ``numbers`` are their numbers as Excel shows them.

    ``constants`` are columns that the file lacks and a mapping supplies; ``translations``
    say per column what a mapping reads for a folded cell text.
    """

    file: str
    sheet: str
    declared: Sheet
    placed: tuple[Placed, ...]
    numbers: list[int]
    rows: list[list[Cell]]
    skipped: tuple[Skipped, ...] = ()
    unknown: tuple[str, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    hidden: bool = False
    constants: Mapping[str, str] = field(default_factory=dict)
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def seen_from(self, other: "Table") -> str:
        """How a remark on another table calls this one: its sheet, with the file where that is another."""
        if self.file == other.file:
            return self.sheet or self.file
        return f"{self.file} › {self.sheet}" if self.sheet else self.file


class Cut(NamedTuple):
    """A table with the faults of its form."""

    table: Table
    faults: tuple[Remark, ...]


def cut(file: str, sheet: RawSheet, header: Candidate) -> Cut:
    """Cut the table under a header out of its sheet."""
    placed, undecided = settle(header.placed, header.words)
    body = spread_down(sheet, header.bottom + 1)
    numbers, rows, skipped = _sorted_out(body, header, placed)
    table = Table(
        file,
        sheet.name,
        header.words.sheet,
        tuple(placed),
        numbers,
        rows,
        tuple(skipped),
        tuple(_unknown(header, rows)),
        tuple(_passed_over(header, [*placed, *chain.from_iterable(undecided)])),
        sheet.hidden,
    )
    faults = [_two_columns(table, header, group) for group in undecided]
    if sheet.plain:
        faults += _too_long(table, header)
    return Cut(table, tuple(faults))


def spread_down(sheet: RawSheet, start: int) -> list[list[Cell]]:
    """The rows from ``start`` on, the value of a merged cell in every row that it covers."""
    rows = sheet.rows[start:]
    room = sum(map(len, rows))
    for merge in sheet.merged:
        height = min(merge.bottom + 1, len(sheet.rows)) - merge.top
        if merge.top < start or height < 2 or merge.left >= len(sheet.rows[merge.top]):
            continue
        room -= height
        if room < 0:  # merged cells cannot overlap, unless the file is forged
            raise BadFile("damaged-file")
        _fill(rows, merge, start)
    return rows


def _fill(rows: list[list[Cell]], merge: Merge, start: int) -> None:
    value = rows[merge.top - start][merge.left]
    for index in range(merge.top - start + 1, min(merge.bottom + 1 - start, len(rows))):
        rows[index] = [*rows[index][: merge.left], value, *rows[index][merge.left + 1 :]]


def _sorted_out(
    body: list[list[Cell]], header: Candidate, placed: list[Placed]
) -> tuple[list[int], list[list[Cell]], list[Skipped]]:
    numbers: list[int] = []
    rows: list[list[Cell]] = []
    skipped: list[Skipped] = []
    whys = reasons(body, placed, header.words.sheet)
    for number, (row, why) in enumerate(zip(body, whys, strict=True), header.bottom + 2):
        if why is None:
            numbers.append(number)
            rows.append(row)
        elif why:
            skipped.append(Skipped(number, why))
    return numbers, rows, skipped


def _unknown(header: Candidate, rows: list[list[Cell]]) -> Iterator[str]:
    """Headers that mean nothing here, and the letters of filled columns without a header."""
    used = {one.index for one in header.placed}
    for index, name in enumerate(header.names):
        if index in used or key(name) in IGNORED:
            continue
        if name:
            yield name
        elif any(not is_empty(row[index]) for row in rows):
            yield column_letters(index + 1)


def _passed_over(header: Candidate, placed: list[Placed]) -> Iterator[PassedOver]:
    used = {one.index for one in placed}
    read = {one.column.name: one.header for one in reversed(placed)}
    for one in header.placed:
        if one.index not in used:
            used.add(one.index)
            yield PassedOver(one.header, read[one.column.name], one.column.zh)


def _two_columns(table: Table, header: Candidate, group: list[Placed]) -> Remark:
    return Remark(
        "two-columns",
        table.file,
        table.sheet,
        header.bottom + 1,
        group[1].header,
        values={"meaning": group[0].column.zh, "headers": "、".join(one.header for one in group)},
    )


def _too_long(table: Table, header: Candidate) -> list[Remark]:
    """In a text file a field too many has moved all that follow it: an unquoted comma."""
    width = max((index + 1 for index, name in enumerate(header.names) if name), default=0)
    return [
        Remark("row-too-long", table.file, table.sheet, number, values={"fields": width})
        for number, row in zip(table.numbers, table.rows, strict=True)
        if len(row) > width and not all(map(is_empty, row[width:]))
    ]

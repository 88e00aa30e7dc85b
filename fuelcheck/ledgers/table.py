"""A table of one kind cut out of a sheet: its columns, its rows, and all that was skipped."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from fuelcheck.faults import SENTENCES, Remark
from fuelcheck.language import _
from fuelcheck.ledgers.cells import Cell, folded, is_empty
from fuelcheck.ledgers.columns import Sheet
from fuelcheck.ledgers.files import BadFile, column_letters
from fuelcheck.ledgers.finding import Candidate
from fuelcheck.ledgers.headers import IGNORED, Placed, header_text, key, settle
from fuelcheck.ledgers.workbook import Merge, RawSheet

ENDS = ("合计", "总计", "注", "备注", "说明", "填表", "制表", "审核", "负责人", "单位负责人")
"""A row whose first filled cell begins so ends the table."""
SUBTOTAL = "小计"
_INITIALS = frozenset(word[0] for word in ENDS)


class Skipped(NamedTuple):
    """A row that was not read: its number as Excel shows it, and the code of the reason."""

    row: int
    why: str

    @property
    def message(self) -> str:
        """The reason for people."""
        return _(SENTENCES[self.why])


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
    hidden: bool = False
    constants: Mapping[str, str] = field(default_factory=dict)
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


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
        tuple(_unknown(header, rows, [*placed, *chain.from_iterable(undecided)])),
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
    anchors = [one for one in placed if one.column.name in header.words.sheet.anchors]
    numbers: list[int] = []
    rows: list[list[Cell]] = []
    skipped: list[Skipped] = []
    reasons = _reasons(body, anchors)
    for number, (row, why) in enumerate(zip(body, reasons, strict=True), header.bottom + 2):
        if why is None:
            numbers.append(number)
            rows.append(row)
        elif why:
            skipped.append(Skipped(number, why))
    return numbers, rows, skipped


def _reasons(body: list[list[Cell]], anchors: list[Placed]) -> Iterator[str | None]:
    """Why each row is skipped: None for a row of the ledger, "" for a blank one."""
    ended = False
    for row in body:
        first = next((cell for cell in row if cell != "" and not is_empty(cell)), "")
        if first == "":
            yield ""
        elif ended:
            yield "skipped-after-end"
        elif _ends(first):
            ended = True
            yield "skipped-end"
        else:
            yield _reason(row, first, anchors)


def _ends(first: Cell) -> bool:
    return isinstance(first, str) and first.lstrip()[:1] in _INITIALS and folded(first).startswith(ENDS)


def _reason(row: list[Cell], first: Cell, anchors: list[Placed]) -> str | None:
    if isinstance(first, str) and SUBTOTAL[0] in first and SUBTOTAL in folded(first):
        return "skipped-subtotal"
    if all(is_empty(row[one.index]) for one in anchors):
        return "skipped-bare"
    if all(header_text(row[one.index]) == one.header for one in anchors):
        return "skipped-header"
    return None


def _unknown(header: Candidate, rows: list[list[Cell]], placed: list[Placed]) -> Iterator[str]:
    """Headers that mean nothing here, and the letters of filled columns without a header."""
    used = {one.index for one in placed}
    for index, name in enumerate(header.names):
        if index in used or key(name) in IGNORED:
            continue
        if name:
            yield name
        elif any(not is_empty(row[index]) for row in rows):
            yield column_letters(index + 1)


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

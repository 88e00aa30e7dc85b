"""Which rows under a header are rows of the ledger, and why the others are skipped.

Sums, notes and signatures end the table. Their words also begin names (注河加油站): a row that
begins so is a row of the ledger where more than half of the required columns are filled.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fuelcheck.faults import SENTENCES
from fuelcheck.language import _
from fuelcheck.ledgers.cells import Cell, folded, is_empty
from fuelcheck.ledgers.columns import Sheet
from fuelcheck.ledgers.headers import Placed, header_text

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


def reasons(body: Sequence[list[Cell]], placed: Sequence[Placed], sheet: Sheet) -> Iterator[str | None]:
    """Why each row is skipped: None for a row of the ledger, "" for a blank one, else a code of ``faults``."""
    anchors = [one for one in placed if one.column.name in sheet.anchors]
    required = [one for one in placed if one.column.required]
    ended = False
    for row in body:
        first = next((n for n, cell in enumerate(row) if cell != "" and not is_empty(cell)), None)
        if first is None:
            yield ""
        elif ended:
            yield "skipped-after-end"
        elif _ends(row, first, required):
            ended = True
            yield "skipped-end"
        else:
            yield _reason(row, row[first], anchors)


def _ends(row: Sequence[Cell], first: int, required: Sequence[Placed]) -> bool:
    cell = row[first]
    if not isinstance(cell, str) or cell.lstrip()[:1] not in _INITIALS:
        return False
    word = folded(cell)
    return word.rstrip(":") in ENDS or (word.startswith(ENDS) and not _is_filled_in(row, first, required))


def _is_filled_in(row: Sequence[Cell], first: int, required: Sequence[Placed]) -> bool:
    """Whether more than half of the required columns are filled, the one of the first cell left out."""
    own = {one.column.name for one in required if one.index == first}
    others = {one.column.name for one in required} - own
    filled = {one.column.name for one in required if not is_empty(row[one.index])} - own
    return 2 * len(filled) > len(others)


def _reason(row: Sequence[Cell], first: Cell, anchors: Sequence[Placed]) -> str | None:
    if isinstance(first, str) and SUBTOTAL[0] in first and SUBTOTAL in folded(first):
        return "skipped-subtotal"
    if all(is_empty(row[one.index]) for one in anchors):
        return "skipped-bare"
    if all(header_text(row[one.index]) == one.header for one in anchors):
        return "skipped-header"
    return None

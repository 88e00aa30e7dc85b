"""Which column a header means: compared without case, width, spaces, stars and hints.

``抽样单编号*``, ``抽样单编号（必填）`` and ``form_no`` are one header. A bracket that speaks of
another time or another test (``检验结论（复检）``) is no hint: such a column is another one.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from fuelcheck.ledgers.cells import BadCell, Cell, folded, text
from fuelcheck.ledgers.columns import Column, Refers, Sheet

IGNORED = frozenset({"序号", "序", "no", "no."})
_MARKS = str.maketrans("", "", "*:_\"'")
_BRACKET = re.compile(r"[(\[【<][^()\[\]【】<>]*[)\]】>]")
_OTHER_MEANING = re.compile("复检|复验|初检|复查|原|上次|上年|去年|变更")


@dataclass(frozen=True, slots=True)
class Placed:
    """A column found in a sheet: where it stands and how the file calls it."""

    column: Column
    index: int
    header: str


@lru_cache(maxsize=65536)
def key(written: str) -> str:
    """A header as headers are compared."""
    return folded(written).translate(_MARKS)


@lru_cache(maxsize=65536)
def bare_key(written: str) -> str:
    """The same without bracketed hints; with them where they change the meaning or are all there is."""
    whole = key(written)
    hints = _BRACKET.findall(whole)
    if any(_OTHER_MEANING.search(hint) for hint in hints):
        return whole
    return _BRACKET.sub("", whole) or whole


def header_text(cell: Cell) -> str:
    """A header as the file writes it, on one line; text that cannot be printed is no header."""
    try:
        return text(cell)
    except BadCell:
        return ""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The headers of one kind of sheet; ``forced`` are those that a mapping names."""

    sheet: Sheet
    known: Mapping[str, Column]
    forced: Mapping[str, tuple[Column, ...]]

    def meanings(self, header: str) -> tuple[Column, ...]:
        """The columns that a header stands for: one, or several where a mapping says so."""
        by_mapping = self.forced.get(key(header))
        if by_mapping is not None:
            return by_mapping
        column = self.known.get(key(header)) or self.known.get(bare_key(header))
        return (column,) if column else ()


def dictionary(sheet: Sheet, forced: Mapping[str, Sequence[str]] | None = None) -> Dictionary:
    """All headers of a sheet's columns: ours, English, and those of real ledgers."""
    known: dict[str, Column] = {}
    for column in sheet.columns:
        for header in (column.zh, column.name, *column.headers):
            known.setdefault(key(header), column)
    by_mapping = {key(header): tuple(sheet.column(name) for name in names) for header, names in (forced or {}).items()}
    return Dictionary(sheet, known, by_mapping)


def place(names: Sequence[str], words: Dictionary) -> list[Placed]:
    """Every known header of a row, left to right; one column may stand there more than once."""
    return [Placed(column, index, name) for index, name in enumerate(names) if name for column in words.meanings(name)]


def settle(placed: Sequence[Placed], words: Dictionary) -> tuple[list[Placed], list[list[Placed]]]:
    """One header for each column, and the groups between which nothing decides.

    What a mapping names wins, then our own header. A site may be named twice, by code and
    by name: both are kept, ours first, and must agree.
    """
    chosen: list[Placed] = []
    undecided: list[list[Placed]] = []
    for column in words.sheet.columns:
        group = [one for one in placed if one.column is column]
        named = [one for one in group if key(one.header) in words.forced]
        ours = [one for one in group if key(one.header) == key(column.zh)]
        if column.refers is Refers.SITE and not named:
            chosen += ours + [one for one in group if one not in ours]
        elif len(group) > 1 and len(named or ours) != 1:
            undecided.append(group)
        else:
            chosen += named or ours or group
    return chosen, undecided

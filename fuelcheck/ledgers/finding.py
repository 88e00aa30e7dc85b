"""Where in a sheet the header stands, and of which kind the sheet is.

One row, or two neighbouring ones read together, among the first fifteen: all required
columns must be there. The kind follows from the headers, never from the sheet's name.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fuelcheck.ledgers.columns import Column
from fuelcheck.ledgers.headers import Dictionary, Placed, header_text, place
from fuelcheck.ledgers.workbook import RawSheet
from fuelcheck.words import SheetKind

FIRST_ROWS = 15


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: the kinds with their headers, and what need not be there.

    ``excused`` names required columns that something else supplies; ``header_row`` is
    Excel's number of the only row to look at; ``elsewhere`` are kinds that are not read here,
    known so that a person can be told where they belong. ``layouts`` are asked first: each finds
    the header of sheets that decide themselves which columns they have.
    """

    dictionaries: tuple[Dictionary, ...]
    excused: Mapping[SheetKind, frozenset[str]] = field(default_factory=dict)
    header_row: int | None = None
    elsewhere: tuple[Dictionary, ...] = ()
    layouts: tuple["Layout", ...] = ()

    def required(self, words: Dictionary) -> list[Column]:
        """The columns without which a sheet is not of that kind."""
        excused = self.excused.get(words.sheet.kind, frozenset())
        return [column for column in words.sheet.columns if column.required and column.name not in excused]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Rows ``top`` to ``bottom`` (zero-based) read as the header of one kind of sheet."""

    words: Dictionary
    top: int
    bottom: int
    names: tuple[str, ...]
    placed: tuple[Placed, ...]
    required: int
    missing: tuple[Column, ...]

    @property
    def fits(self) -> bool:
        """Whether all required columns are there."""
        return not self.missing

    @property
    def known(self) -> int:
        """How many of the kind's columns the header names."""
        return len({one.column.name for one in self.placed})


Layout = Callable[[RawSheet, Search], Candidate | None]
"""Finds the header of a sheet whose columns are not declared; None where the sheet is another one."""


def best_candidate(sheet: RawSheet, search: Search) -> Candidate | None:
    """The header of a sheet; where none fits, the one that comes nearest; None for an empty sheet."""
    by_layout = next(filter(None, (layout(sheet, search) for layout in search.layouts)), None)
    if by_layout is not None:
        return by_layout
    per_rows = [_likeliest_kind(group) for group in _candidates(sheet, search)]
    fitting = [one for one in per_rows if one.fits]
    if fitting:
        return max(fitting, key=lambda one: (one.known, one.top == one.bottom, -one.top))
    return max(per_rows, key=lambda one: (one.required - len(one.missing), -len(one.missing)), default=None)


def _likeliest_kind(group: Sequence[Candidate]) -> Candidate:
    """Of the kinds that fit, the one with more required columns; else the nearest."""
    return max(group, key=lambda one: (one.fits, one.required if one.fits else -len(one.missing), one.known))


def _candidates(sheet: RawSheet, search: Search) -> Iterator[list[Candidate]]:
    grid = header_grid(sheet)
    for top, bottom in header_spans(len(grid), search.header_row):
        yield [_candidate(grid, top, bottom, words, search) for words in search.dictionaries]


def header_spans(height: int, only: int | None = None) -> list[tuple[int, int]]:
    """First and last row (zero-based) of all that may be the header; ``only`` is Excel's number of the only one."""
    if only is not None:
        return [(only - 1, only - 1)] if only <= height else []
    return [(row, row) for row in range(height)] + [(row, row + 1) for row in range(height - 1)]


def _candidate(grid: list[list[str]], top: int, bottom: int, words: Dictionary, search: Search) -> Candidate:
    names = grid[top] if top == bottom else _together(grid[top], grid[bottom], words)
    placed = place(names, words)
    found = {one.column.name for one in placed}
    required = search.required(words)
    missing = tuple(column for column in required if column.name not in found)
    return Candidate(words, top, bottom, tuple(names), tuple(placed), len(required), missing)


def _together(upper: list[str], lower: list[str], words: Dictionary) -> list[str]:
    """Two header rows as one: the lower name wins; both together where only that is known (报告 + 编号)."""
    return [
        above + below
        if above and below and not words.meanings(below) and words.meanings(above + below)
        else below or above
        for above, below in zip(upper, lower, strict=True)
    ]


def header_grid(sheet: RawSheet) -> list[list[str]]:
    """The first rows as header texts, merged cells spread over all that they cover."""
    grid = [list(map(header_text, row)) for row in sheet.rows[:FIRST_ROWS]]
    width = len(grid[0]) if grid else 0
    for merge in sheet.merged:
        if merge.top < len(grid) and merge.left < width:
            name = grid[merge.top][merge.left]
            columns = range(merge.left, min(merge.right + 1, width))
            for row in grid[merge.top : merge.bottom + 1]:
                for column in columns:
                    row[column] = name
    return grid

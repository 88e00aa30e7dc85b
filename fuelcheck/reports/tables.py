"""Tables as flowables of our own: hairlines, a repeated head, rows that never break.

ReportLab's tables split the rest of a table anew on every page, which is quadratic, and know
neither Chinese line breaks nor a font to fall back to. Here a table is measured once and
sliced; a page of it is one text object with one operator for each line of a cell, and the
codes of every distinct cell are asked once. Twenty thousand rows take little more than a
bare canvas needs for them.
"""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator, Sequence
from copy import copy
from itertools import accumulate
from typing import Any

from reportlab.platypus.flowables import Flowable

from fuelcheck.reports.columns import Cells, Column, Looks, Measured
from fuelcheck.reports.fonts import Role
from fuelcheck.reports.letters import Letters
from fuelcheck.reports.prose import ASCENT, Prose
from fuelcheck.reports.typography import BLOCK, HAIRLINE, RULE

ANNEX = Looks(size=9, leading=12, pad=2.4, gap=2.8)
STACKED = Looks(size=9, leading=11.5, pad=1.5, gap=2.8)
OVERVIEW = Looks(size=9, leading=12, pad=1.7, gap=3)

_SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}
_MOST_LINES = 24
"""Of a cell: a row must fit on a page."""
_FEWEST_ROWS = 3
"""On the first and on the last page of a table."""
_WHOLE = 0.55 * BLOCK[1]
"""A table not higher than this is moved to the next page rather than split."""

_Coded = tuple[int, str, str, str, str]
"""A cell: its lines; text matrix up to y; font at the start; operators after the matrix; font at the end."""


class Grid(Flowable):
    """A table. ``opening`` stands above its first page, ``running`` above its further ones.

    ``closing`` stands under its last row and is never parted from it. ``shown`` gives the lines
    that a cell is written in.
    """

    def __init__(
        self,
        letters: Letters,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Hashable]],
        *,
        looks: Looks = ANNEX,
        opening: Sequence[Prose] = (),
        running: Prose | None = None,
        closing: Prose | None = None,
        shown: Callable[[Hashable], Sequence[str]],
        before: float = 0,
    ) -> None:
        super().__init__()
        self._letters, self._columns, self._rows, self._looks = letters, columns, rows, looks
        self._opening, self._running, self._closing = list(opening), running, closing
        self._cells = Cells(letters, columns, rows, looks, shown, _MOST_LINES)
        self.spaceBefore = before
        self._start, self._stop = 0, len(rows)
        self._width = 0.0

    def texts(self) -> Iterator[tuple[Role, str]]:
        """What the document's fonts must be able to draw."""
        for paragraph in filter(None, (*self._opening, self._running, self._closing)):
            yield from paragraph.texts()
        yield from self._cells.texts()

    lefts: list[float]
    """The left edges of the columns and the right edge of the last, once wrapped."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measure for ``width``; all parts of a split table share what was measured."""
        if width != self._width:
            self._measure(width)
        self.width, self.height = width, self._above() + self._between(self._start, self._stop) + self._below()
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """The rows that fit, and the rest; nothing where the next page is the better place."""
        self.wrap(width, height)
        if self._start == 0 and self.height <= _WHOLE:
            return []
        room = self._tops[self._start] + height - self._above()
        fitting = bisect_right(self._tops, room + 1e-6, lo=self._start) - 1 - self._start
        # ReportLab marks what it moved to a page of its own: there even one tall row must do
        for fewest in (_FEWEST_ROWS, 1) if hasattr(self, "_postponed") else (_FEWEST_ROWS,):
            left = self._stop - self._start - fitting
            here = fitting - max(0, fewest - left)
            if here >= fewest:
                middle = self._start + here
                return [self._part(self._start, middle), self._part(middle, self._stop)]
        return []

    def draw(self) -> None:
        """Draw what stands above, the head, the rows and the lines between them."""
        canvas: Any = self.canv
        y = self.height
        for paragraph in self._caption():
            y -= paragraph.height
            paragraph.drawOn(canvas, 0, y)
            y -= paragraph.spaceAfter
        below_head = y - self._cells.head_height()
        canvas._code.append(self._page_of_text(y, below_head))
        canvas._code.append(self._lines(y, below_head))
        if self._closing and self._below():
            self._closing.drawOn(canvas, 0, 0)

    def _part(self, start: int, stop: int) -> "Grid":
        part = copy(self)
        part.__dict__.pop("_postponed", None)  # what ReportLab noted about the whole
        part._start, part._stop = start, stop
        if start > 0:
            part.spaceBefore = 0
        return part

    def _measure(self, width: float) -> None:
        self._width = width
        self._cells.set_for(width)
        self._tops = [0.0, *accumulate(self._cells.heights())]
        self._most = self._cells.most_lines()
        self.lefts = [0.0, *accumulate(self._cells.widths)]
        self._known: list[dict[Hashable, _Coded]] = [{} for _ in self._columns]
        self._head: list[_Coded] = []
        self._overheads: dict[bool, float] = {}

    def _caption(self) -> list[Prose]:
        if self._start == 0:
            return self._opening
        return [self._running] if self._running else []

    def _above(self) -> float:
        first = self._start == 0
        if first not in self._overheads:
            caption = sum(p.wrap(self._width, 0)[1] + p.spaceAfter for p in self._caption())
            self._overheads[first] = float(caption) + self._cells.head_height()
        return self._overheads[first]

    def _below(self) -> float:
        """The height of what stands under the last row; nought where this part has other rows."""
        if self._closing is None or self._stop < len(self._rows):
            return 0.0
        return float(self._closing.spaceBefore + self._closing.wrap(self._width, 0)[1])

    def _between(self, start: int, stop: int) -> float:
        return self._tops[stop] - self._tops[start]

    def _page_of_text(self, top: float, below_head: float) -> str:
        """One text object: the heading row, then row by row; a font is named only where it changes."""
        if not self._head:
            self._head += [self._code(c, lines, Role.FIRST, "center") for c, lines in enumerate(self._cells.heads)]
        code, font = ["BT"], ""
        rows = [self._head, *map(self._coded_row, self._rows[self._start : self._stop])]
        for cells, middle in zip(rows, self._middles(top, below_head), strict=True):
            heights = self._base_lines(middle)
            for count, matrix, first, text, last in cells:
                if count:
                    code.append(f"{matrix}{heights[count]}{text}" if first == font else
                                f"{first} {self._looks.size:g} Tf\n{matrix}{heights[count]}{text}")  # fmt: skip
                    font = last
        return "\n".join([*code, "ET"])

    def _middles(self, top: float, below_head: float) -> Iterator[float]:
        """Where the middles of the heading row and of this page's rows lie."""
        yield (top + below_head) / 2
        zero, tops = below_head + self._tops[self._start], self._tops
        for number in range(self._start, self._stop):
            yield zero - (tops[number] + tops[number + 1]) / 2

    def _base_lines(self, middle: float) -> list[str]:
        """The height of the first base line of a cell of 0, 1, 2 … lines, as text."""
        size, leading = self._looks.size, self._looks.leading
        first = middle - (leading - size) / 2 - ASCENT * size
        return [f"{first + count * leading / 2:.2f}" for count in range(self._most + 1)]

    def _coded_row(self, row: Sequence[Hashable]) -> list[_Coded]:
        try:
            return [known[cell] for known, cell in zip(self._known, row, strict=True)]
        except KeyError:
            for column, (known, cell) in enumerate(zip(self._known, row, strict=True)):
                if cell not in known:
                    kind = self._columns[column]
                    known[cell] = self._code(column, self._cells.lines[column][cell], kind.role, kind.align)
            return [known[cell] for known, cell in zip(self._known, row, strict=True)]

    def _code(self, column: int, lines: Measured, role: Role, align: str) -> _Coded:
        """A cell's lines as operators that stand after the text matrix of its first line."""
        size, share = self._looks.size, _SHARES[align]
        free = self._cells.widths[column] - 2 * self._looks.gap
        start = before = share * (free - lines[0][1] * size)
        first, font, text = "", "", " Tm"
        for number, (line, width) in enumerate(lines):
            if number:
                x = share * (free - width * size)
                text += f" {x - before:.2f} {-self._looks.leading:g} Td"
                before = x
            for name, codes in self._letters.codes(role, line, self.canv):
                text += f" {codes} Tj" if name == font or not first else f" {name} {size:g} Tf {codes} Tj"
                first, font = first or name, name
        x = self.lefts[column] + self._looks.gap + start
        return (len(lines) if first else 0), f"1 0 0 1 {x:.2f} ", first, text, font

    def _lines(self, top: float, below_head: float) -> str:
        """The rules above and below the head and under the last row; hairlines between."""
        zero = below_head + self._tops[self._start]
        rows = [zero - self._tops[number + 1] for number in range(self._start, self._stop)]
        foot = rows[-1] if rows else below_head
        right = self.lefts[-1]
        hair = [f"0 {y:.2f} m {right:.2f} {y:.2f} l" for y in rows[:-1]]
        hair += [f"{x:.2f} {top:.2f} m {x:.2f} {foot:.2f} l" for x in self.lefts[1:-1]]
        rules = [f"0 {y:.2f} m {right:.2f} {y:.2f} l" for y in (top, below_head, foot)]
        return "\n".join(["q 0 G", f"{HAIRLINE} w", *hair, "S", f"{RULE} w", *rules, "S Q"])

"""How wide the columns of a table are, and how its cells break into lines."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Literal

from fuelcheck.reports.fonts import Role
from fuelcheck.reports.letters import Letters
from fuelcheck.reports.lines import balanced, broken

NARROWEST = 4.0
"""A column that wraps keeps at least so many characters."""
_CODE = 8.5
"""A column of codes that are wider than so many characters gives way like one that wraps."""
_LEFT_OVER = 1.5
"""A last line shorter than so many characters is not left alone."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and how its cells stand. One that ``wraps`` gives way first, one kept ``whole`` last."""

    head: str
    align: Literal["left", "center", "right"] = "left"
    wraps: bool = False
    role: Role = Role.BODY
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Looks:
    """Sizes inside a table in points: type, its lines, space above and below, left and right."""

    size: float
    leading: float
    pad: float
    gap: float


Measured = list[tuple[str, float]]
"""Lines with their widths in ems."""


class Cells:
    """The cells of a table, measured once: texts, widths of columns, lines of each distinct cell."""

    def __init__(
        self,
        letters: Letters,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Hashable]],
        looks: Looks,
        shown: Callable[[Hashable], Sequence[str]],
        most_lines: int,
    ) -> None:
        self.letters, self.columns, self.looks = letters, columns, looks
        self._most_lines, self._row_count = most_lines, len(rows)
        self._turned = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
        self._written = [{cell: shown(cell) for cell in dict.fromkeys(cells)} for cells in self._turned]

    def texts(self) -> Iterator[tuple[Role, str]]:
        """What the document's fonts must be able to draw."""
        for column, written in zip(self.columns, self._written, strict=True):
            yield Role.FIRST, column.head
            yield column.role, "".join(chain.from_iterable(written.values()))

    def set_for(self, width: float) -> None:
        """Give the columns their widths in a table of ``width`` and break the cells that need it."""
        room, size = 2 * self.looks.gap, self.looks.size
        texts = [
            {cell: self._measured(lines, column.role) for cell, lines in written.items()}
            for column, written in zip(self.columns, self._written, strict=True)
        ]
        titles = [self._measured(column.head.split("\n"), Role.FIRST) for column in self.columns]
        heads = [_widest([parts]) for parts in titles]
        natural = [max(_widest(t.values()), h) * size + room for t, h in zip(texts, heads, strict=True)]
        least = [max(NARROWEST, head) * size + room for head in heads]
        limit = _CODE * size + room
        wraps = [
            column.wraps or (wanted > limit and not column.whole)
            for column, wanted in zip(self.columns, natural, strict=True)
        ]
        self.widths = shared(width, natural, least, wraps)
        self.lines = [
            {cell: self._lines_of(parts, column.role, number) for cell, parts in texts[number].items()}
            for number, column in enumerate(self.columns)
        ]
        self.heads = [self._lines_of(parts, Role.FIRST, number) for number, parts in enumerate(titles)]

    def heights(self) -> list[float]:
        """The height of every row: its longest cell's lines."""
        counts = [1] * self._row_count
        for cells, lines in zip(self._turned, self.lines, strict=True):
            long = {cell: len(broken_cell) for cell, broken_cell in lines.items()}
            if any(count > 1 for count in long.values()):
                counts = list(map(max, counts, map(long.__getitem__, cells)))
        return [count * self.looks.leading + 2 * self.looks.pad for count in counts]

    def most_lines(self) -> int:
        """The lines of the longest cell or heading."""
        return max(len(lines) for cells in (*map(dict.values, self.lines), self.heads) for lines in cells)

    def head_height(self) -> float:
        """The height of the heading row."""
        return max(map(len, self.heads)) * self.looks.leading + 2 * self.looks.pad

    def _measured(self, lines: Sequence[str], role: Role) -> Measured:
        clean, width = self.letters.clean, self.letters.width
        return [(text, width(role, text)) for text in map(clean, lines)]

    def _lines_of(self, parts: Measured, role: Role, number: int) -> Measured:
        inner = (self.widths[number] - 2 * self.looks.gap) / self.looks.size + 1e-9
        if parts[0][1] <= inner and (len(parts) == 1 or all(width <= inner for _, width in parts)):
            return parts
        lines = [line for part in parts for line in _fitted(part, partial(self.letters.width, role), inner)]
        if len(lines) > self._most_lines:
            last = f"{lines[self._most_lines - 1][0][:-1]}…"
            lines = [*lines[: self._most_lines - 1], (last, self.letters.width(role, last))]
        return lines


def _widest(cells: Iterable[Measured]) -> float:
    return max((width for parts in cells for _, width in parts), default=0.0)


def _fitted(part: tuple[str, float], width: Callable[[str], float], inner: float) -> Measured:
    """A cell's line broken to fit; evened out where a single character would be left over."""
    text, whole = part
    if whole <= inner:
        return [part]
    lines = broken(text, width, [inner])
    if lines[-1].width < _LEFT_OVER:
        return [(line, width(line)) for line in balanced([text], width, inner)]
    return [(line.text, line.width) for line in lines]


def shared(width: float, natural: Sequence[float], least: Sequence[float], wraps: Sequence[bool]) -> list[float]:
    """Widths that add up to ``width``: what each column wants, or less for those that wrap.

    What is left over goes to all alike. If even that is not enough, every column gives way.
    """
    rest = width - sum(natural)
    if rest >= 0:
        return [wanted + rest / len(natural) for wanted in natural]
    giving = [number for number, wrap in enumerate(wraps) if wrap]
    left = width - sum(wanted for wanted, wrap in zip(natural, wraps, strict=True) if not wrap)
    floors = {number: min(least[number], natural[number]) for number in giving}
    if sum(floors.values()) >= left:
        return _levelled(width, list(natural))
    narrowed = _narrowed(left, {number: natural[number] for number in giving}, floors)
    return [narrowed.get(number, wanted) for number, wanted in enumerate(natural)]


def _narrowed(width: float, wanted: dict[int, float], floors: dict[int, float]) -> dict[int, float]:
    """Each the same part of its wish, none less than its floor: cells then need lines alike."""
    held: dict[int, float] = {}
    while True:
        free = {number: wish for number, wish in wanted.items() if number not in held}
        part = (width - sum(held.values())) / sum(free.values())
        low = {number: floors[number] for number, wish in free.items() if wish * part < floors[number]}
        if not low:
            return held | {number: wish * part for number, wish in free.items()}
        held |= low


def _levelled(width: float, wanted: list[float]) -> list[float]:
    """Each its wish, but nobody more than a common level, so that all fit in ``width``."""
    left, level, count = width, 0.0, len(wanted)
    for wish in sorted(wanted):
        level = left / count
        if wish > level:
            break
        left, count = left - wish, count - 1
    return [min(wish, level) for wish in wanted]

"""Paragraphs of Chinese text as flowables: lines square on both sides, marks where they belong."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, repeat
from typing import Any

from reportlab.platypus.flowables import Flowable

from fuelcheck.reports.fonts import Role
from fuelcheck.reports.letters import Letters, named
from fuelcheck.reports.lines import NARROW_AT_END, Line, balanced, broken
from fuelcheck.reports.typography import STROKE, Style

ASCENT = 0.88
"""Height of a Chinese character's box above the base line, in ems."""

_WIDEST = 0.3
"""Gaps wider than so many ems look worse than a ragged line."""
_FILL_AND_STROKE = 2


class Prose(Flowable):
    """One paragraph. ``outline`` is the entry that a heading has among the bookmarks."""

    def __init__(self, letters: Letters, text: str, style: Style, outline: str | None = None) -> None:
        super().__init__()
        self.letters, self.text, self.style, self.outline = letters, text, style, outline
        self.spaceBefore, self.spaceAfter, self.keepWithNext = style.before, style.after, style.together
        self._lines: list[Line] = []
        self._starts = True

    def texts(self) -> Iterator[tuple[Role, str]]:
        """What the document's fonts must be able to draw."""
        yield self.style.role, self.text

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Break the text for ``width``."""
        self.width = width
        if not self._lines:
            self._lines = self._broken(self.letters.clean(self.text))
        self.height = len(self._lines) * self.style.leading
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Two paragraphs, neither with a lone line; nothing where that cannot be."""
        self.wrap(width, height)
        fitting = min(int(height / self.style.leading), len(self._lines) - 2)
        if fitting < 2:
            return []
        return [self._part(self._lines[:fitting], self._starts), self._part(self._lines[fitting:], starts=False)]

    def draw(self) -> None:
        """Draw the lines from the top down."""
        canvas: Any = self.canv
        if self.outline:
            mark_outline(canvas, self.outline, self.height)
        canvas.saveState()
        canvas.setFillGray(self.style.grey)
        y = self.height - (self.style.leading - self.style.size) / 2 - ASCENT * self.style.size
        for number, line in enumerate(self._lines):
            x = self._indent(number)
            self._draw_line(line, x, y, self.width - x)
            y -= self.style.leading
        canvas.restoreState()

    def _part(self, lines: list[Line], starts: bool) -> "Prose":
        part = Prose(self.letters, self.text, self.style, self.outline if starts else None)
        part._lines, part._starts = lines, starts
        return part

    def _indent(self, number: int) -> float:
        first = self._starts and number == 0
        return (self.style.indent if first else self.style.hanging) * self._em

    @property
    def _em(self) -> float:
        return self.style.size + self.style.tracking

    def _measure_of(self, text: str) -> float:
        return self.letters.width(self.style.role, text) * self.style.size + self.style.tracking * len(text)

    def _broken(self, text: str) -> list[Line]:
        style = self.style
        measures = chain([self.width - style.indent * self._em], repeat(self.width - style.hanging * self._em, 1))
        return broken(text, self._measure_of, measures, squeeze=style.squeeze)

    def _draw_line(self, line: Line, x: float, y: float, measure: float) -> None:
        style = self.style
        if style.align == "justify":
            parts = spread(line, measure, style.size, style.tracking)
        else:
            parts = [(line.text, style.tracking)]
            x += {"left": 0.0, "center": 0.5, "right": 1.0}[style.align] * (measure - line.width)
        self.letters.write(self.canv, style.role, parts, x, y, style.size)


def spread(line: Line, measure: float, size: float, tracking: float) -> list[tuple[str, float]]:
    """A line's parts with the space after each of their characters, so that it fills ``measure``.

    Only gaps beside a Chinese character stretch; figures and Latin letters stay as they are.
    """
    natural = line.width
    if natural > measure and line.text[-1:] in NARROW_AT_END:
        natural -= size / 2
    rest = measure - natural
    if line.last and rest > 0:
        return [(line.text, tracking)]
    parts = list(_stretching(line.text))
    gaps = sum(len(part) for part, stretches in parts if stretches) - 1
    extra = rest / gaps if gaps > 0 else 0.0
    if extra > _WIDEST * size:  # a long address begins the next line
        return [(line.text, tracking)]
    return [(part, tracking + (extra if stretches else 0.0)) for part, stretches in parts]


def _stretching(text: str) -> Iterator[tuple[str, bool]]:
    """Parts of ``text`` and whether space may be put after their characters."""
    for latin, group in groupby(text, str.isascii):
        part = "".join(group)
        if latin:
            if len(part) > 1:
                yield part[:-1], False
            yield part[-1], True
        else:
            yield part, True


class Title(Prose):
    """A title: centred, in lines that balance, slightly heavier than the face that stands in.

    ``parts`` are the pieces between which it may be broken by sense.
    """

    def __init__(self, letters: Letters, parts: Sequence[str], style: Style, outline: str | None = None) -> None:
        super().__init__(letters, "".join(parts), style, outline)
        self.parts = parts

    def _broken(self, text: str) -> list[Line]:
        parts = [self.letters.clean(part) for part in self.parts]
        lines = balanced(parts, self._measure_of, self.width)
        return [Line(line, self._measure_of(line), last=True) for line in lines]

    def draw(self) -> None:
        """Draw the letters filled, and stroked where no bold title face is at hand."""
        canvas: Any = self.canv
        canvas.saveState()
        if self.letters.stands_in(Role.TITLE):
            canvas.setLineWidth(STROKE)
            canvas._code.append(f"{_FILL_AND_STROKE} Tr")
        super().draw()
        canvas.restoreState()


class MissingCharacters(Prose):
    """Says which characters no font has, once that is known; nothing where there are none.

    Its text has the field ``{which}``.
    """

    def texts(self) -> Iterator[tuple[Role, str]]:
        """What the document's fonts must be able to draw."""
        yield self.style.role, self.text.format(which="、")

    def _broken(self, text: str) -> list[Line]:
        missing = self.letters.missing
        return super()._broken(text.format(which=named(missing))) if missing else []


def mark_outline(canvas: Any, title: str, top: float) -> None:
    """An entry among the bookmarks that leads to here; its key is its number."""
    canvas.entries = getattr(canvas, "entries", 0) + 1
    key = f"outline-{canvas.entries}"
    canvas.bookmarkHorizontal(key, 0, top)
    canvas.addOutlineEntry(title, key, level=0)


def texts_of(flowables: Iterable[Any]) -> Iterator[tuple[Role, str]]:
    """All texts of those flowables that have any."""
    for flowable in flowables:
        yield from getattr(flowable, "texts", tuple)()

"""Flowables of a form: boxes of label and value, and the line along which a copy is torn off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from reportlab.platypus.flowables import Flowable

from fuelcheck.reports.columns import Looks
from fuelcheck.reports.fonts import Role
from fuelcheck.reports.letters import Letters
from fuelcheck.reports.lines import Line
from fuelcheck.reports.prose import Prose
from fuelcheck.reports.typography import HAIRLINE, RULE, Style

_LABEL = 6.2
"""The width of a label's box in characters."""
_SMALL = 0.85
_DASH = (4, 3)


@dataclass(frozen=True, slots=True)
class Place:
    """A label and what stands behind it: ``strong`` where it must meet the eye, ``small`` where it is long."""

    label: str
    value: str
    strong: bool = False
    small: bool = False


class Bounded(Prose):
    """A paragraph of at most ``most`` lines; of a longer one the end is left out, which … shows."""

    def __init__(self, letters: Letters, text: str, style: Style, most: int) -> None:
        super().__init__(letters, text, style)
        self._most = most

    def texts(self) -> Iterator[tuple[Role, str]]:
        """What the document's fonts must be able to draw."""
        yield from super().texts()
        yield self.style.role, "…"

    def _broken(self, text: str) -> list[Line]:
        lines = super()._broken(text)
        if len(lines) <= self._most:
            return lines
        last = f"{lines[self._most - 1].text[:-1]}…"
        return [*lines[: self._most - 1], Line(last, self._measure_of(last), last=True)]


class Boxes(Flowable):
    """Rows of places with hairlines between them; the places of a row share its width alike."""

    def __init__(self, letters: Letters, rows: Sequence[Sequence[Place]], looks: Looks, most: int) -> None:
        super().__init__()
        self._looks = looks
        self._rows = [[self._cells(letters, place, most) for place in row] for row in rows]
        self._heights: list[float] = []

    def texts(self) -> Iterator[tuple[Role, str]]:
        """What the document's fonts must be able to draw."""
        for row in self._rows:
            for label, value in row:
                yield from label.texts()
                yield from value.texts()

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as its rows, each as high as its longest value."""
        self.width = width
        self._heights = [self._height(row) for row in self._rows]
        self.height = sum(self._heights)
        return width, self.height

    def draw(self) -> None:
        """Draw the values row by row, then the lines between them."""
        canvas: Any = self.canv
        top, edges = self.height, [self.height]
        for row, height in zip(self._rows, self._heights, strict=True):
            self._draw_row(row, top, height)
            top -= height
            edges.append(top)
        canvas.saveState()
        for y in edges:
            canvas.setLineWidth(RULE if y in (edges[0], edges[-1]) else HAIRLINE)
            canvas.line(0, y, self.width, y)
        canvas.setLineWidth(HAIRLINE)
        for row, (upper, lower) in zip(self._rows, pairwise(edges), strict=True):
            for x in self._uprights(len(row)):
                canvas.line(x, upper, x, lower)
        canvas.restoreState()

    def _cells(self, letters: Letters, place: Place, most: int) -> tuple[Prose, Prose]:
        size, leading = self._looks.size, self._looks.leading
        label = Prose(letters, place.label, Style(Role.FIRST, size, leading, align="center"))
        role, times = Role.FIRST if place.strong else Role.BODY, _SMALL if place.small else 1.0
        style = Style(role, times * size, times * leading, align="left")
        return label, Bounded(letters, place.value, style, most)

    @property
    def _label_width(self) -> float:
        return _LABEL * self._looks.size + 2 * self._looks.gap

    def _height(self, row: Sequence[tuple[Prose, Prose]]) -> float:
        gaps = 2 * self._looks.gap
        value_width = self.width / len(row) - self._label_width - gaps
        tallest = max(
            max(label.wrap(self._label_width - gaps, 0)[1], value.wrap(value_width, 0)[1]) for label, value in row
        )
        return float(tallest) + 2 * self._looks.pad

    def _draw_row(self, row: Sequence[tuple[Prose, Prose]], top: float, height: float) -> None:
        share, gap = self.width / len(row), self._looks.gap
        for number, (label, value) in enumerate(row):
            left = number * share
            label.drawOn(self.canv, left + gap, top - (height + label.height) / 2)
            value.drawOn(self.canv, left + self._label_width + gap, top - (height + value.height) / 2)

    def _uprights(self, places: int) -> Iterator[float]:
        for number in range(places):
            if number:
                yield number * self.width / places
            yield number * self.width / places + self._label_width


class CutLine(Flowable):
    """A dashed line across the sheet, with what to do along it."""

    def __init__(self, letters: Letters, text: str, size: float, space: float) -> None:
        super().__init__()
        self._letters, self._text, self._size = letters, text, size
        self.spaceBefore = self.spaceAfter = space

    def texts(self) -> Iterator[tuple[Role, str]]:
        """What the document's fonts must be able to draw."""
        yield Role.BODY, self._text

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """One line."""
        self.width, self.height = width, self._size
        return width, self.height

    def draw(self) -> None:
        """Draw the words in the middle of the dashes."""
        canvas: Any = self.canv
        text = self._letters.clean(self._text)
        words = self._letters.width(Role.BODY, text) * self._size
        start, middle = (self.width - words) / 2, self._size / 2
        canvas.saveState()
        canvas.setLineWidth(RULE / 2)
        canvas.setDash(*_DASH)
        canvas.line(0, middle, start - self._size, middle)
        canvas.line(start + words + self._size, middle, self.width, middle)
        canvas.restoreState()
        self._letters.write(canvas, Role.BODY, [(text, 0.0)], start, self._size * 0.15, self._size)

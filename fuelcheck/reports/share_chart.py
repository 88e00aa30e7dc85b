"""The chart of shares by month: one line for each target, told apart in print by stroke and mark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, Rect, Shape
from reportlab.lib.colors import Color, black, white

from fuelcheck.reports.charts import BLUE, GREY, MONTHS, PALE, SIZE, Runs, text_width, written

_ROW, _SAMPLE, _BESIDE, _BETWEEN = 14.0, 22.0, 4.0, 14.0
_FOOT = 5.0
_STEP = 20
_COLOURS = (BLUE, black, GREY)
_DASHES: tuple[tuple[int, int] | None, ...] = (None, (4, 2), (1, 2))
_MARKS = 4


@dataclass(frozen=True, slots=True)
class Series:
    """A line: its name and points (months since the year began, share in per cent)."""

    label: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares in per cent over the months of a year."""

    series: tuple[Series, ...]

    @property
    def columns(self) -> int:
        """The twelve months."""
        return MONTHS

    def texts(self) -> Iterator[str]:
        """What the chart writes besides figures."""
        return (series.label for series in self.series)

    def drawn(self, edges: Sequence[float], height: float, runs: Runs) -> Drawing:
        """The chart over twelve columns with these thirteen ``edges`` (points from the left)."""
        drawing = Drawing(edges[-1], height, initialFontName=runs("0")[0][0])
        rows = _rows([series.label for series in self.series], edges[-1], runs)
        top = height - _ROW * (rows[-1][0] + 1 if rows else 0) - SIZE / 2
        plot = _Plot(edges, top)
        for shape in (*_grid(plot, runs), *self._lines(plot), *self._legend(rows, height, runs)):
            drawing.add(shape)
        return drawing

    def _lines(self, plot: "_Plot") -> Iterator[Shape]:
        for number, series in enumerate(self.series):
            points = [(plot.x(months), plot.y(share)) for months, share in series.points]
            for start, end in pairwise(points):
                yield Line(*start, *end, **_stroke(number))
            for x, y in points:
                yield _mark(number, x, y)

    def _legend(self, rows: Sequence[tuple[int, float]], height: float, runs: Runs) -> Iterator[Shape]:
        for number, (series, (row, x)) in enumerate(zip(self.series, rows, strict=True)):
            y = height - SIZE - row * _ROW
            middle = y + SIZE * 0.35
            yield Line(x, middle, x + _SAMPLE, middle, **_stroke(number))
            yield _mark(number, x + _SAMPLE / 2, middle)
            yield from written(series.label, x + _SAMPLE + _BESIDE, y, SIZE, runs)


@dataclass(frozen=True, slots=True)
class _Plot:
    edges: Sequence[float]
    top: float

    def x(self, months: float) -> float:
        whole = min(int(months), len(self.edges) - 2)
        return self.edges[whole] + (months - whole) * (self.edges[whole + 1] - self.edges[whole])

    def y(self, share: float) -> float:
        return _FOOT + share / 100 * (self.top - _FOOT)


def _rows(labels: Sequence[str], right: float, runs: Runs) -> list[tuple[int, float]]:
    """The row and the left edge of each entry of the legend."""
    places, row, x = [], 0, 0.0
    for label in labels:
        width = _SAMPLE + _BESIDE + text_width(label, runs) * SIZE
        if x and x + width > right:
            row, x = row + 1, 0.0
        places.append((row, x))
        x += width + _BETWEEN
    return places


def _grid(plot: _Plot, runs: Runs) -> Iterator[Shape]:
    left, right, size = plot.edges[0], plot.edges[-1], SIZE - 1
    for share in range(0, 101, _STEP):
        y, base = plot.y(share), share == 0
        yield Line(left, y, right, y, strokeColor=GREY if base else PALE, strokeWidth=0.75 if base else 0.4)
        figure = f"{share}%"
        yield from written(figure, left - _BESIDE - text_width(figure, runs) * size, y - SIZE * 0.35, size, runs)
    for x in plot.edges:
        yield Line(x, plot.y(0), x, plot.y(0) - 3, strokeColor=GREY, strokeWidth=0.5)


def _stroke(number: int) -> dict[str, Any]:
    dash = _DASHES[number // len(_COLOURS) % len(_DASHES)]
    return {"strokeColor": _colour(number), "strokeWidth": 1.1, **({"strokeDashArray": dash} if dash else {})}


def _colour(number: int) -> Color:
    return _COLOURS[number % len(_COLOURS)]


def _mark(number: int, x: float, y: float) -> Shape:
    """A filled or an open circle, square, triangle or diamond."""
    shape, colour = number % _MARKS, _colour(number)
    look: dict[str, Any] = {
        "strokeColor": colour, "strokeWidth": 0.8, "fillColor": white if number // _MARKS % 2 else colour,
    }  # fmt: skip
    if shape == 0:
        return Circle(x, y, 2.1, **look)
    if shape == 1:
        return Rect(x - 1.9, y - 1.9, 3.8, 3.8, **look)
    if shape == 2:
        return Polygon([x - 2.4, y - 1.7, x + 2.4, y - 1.7, x, y + 2.6], **look)
    return Polygon([x - 2.6, y, x, y - 2.6, x + 2.6, y, x, y + 2.6], **look)

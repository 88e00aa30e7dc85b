"""Charts, drawn once with reportlab.graphics: on paper now, as SVG on a page later.

Black, greys and one deep blue; what a line means is written beside it. The months stand
over the columns of the table below the chart.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, Shape, String
from reportlab.lib.colors import Color

BLUE = Color(0.10, 0.25, 0.50)
GREY = Color(0.40, 0.40, 0.40)
PALE = Color(0.82, 0.82, 0.82)
SIZE = 9.0

Runs = Callable[[str], list[tuple[str, str, float]]]
"""Parts a text into (name of a registered font, what it draws, width in ems)."""

_LEGEND = 18.0  # above the plot
_FOOT = 5.0
_SAMPLE = 22.0  # of a line, in the legend
_DASH = (3, 2)
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000)
_MOST_STEPS = 5
MONTHS = 12


class Chart(Protocol):
    """What can be drawn over the columns of a table."""

    @property
    def columns(self) -> int:
        """Over how many of them, from the second on."""

    def texts(self) -> Iterator[str]:
        """What the chart writes besides figures."""

    def drawn(self, edges: Sequence[float], height: float, runs: Runs) -> Drawing:
        """The chart over columns with these edges (points from the left)."""


@dataclass(frozen=True, slots=True)
class Cumulative:
    """Batches since the year's first day against an even pace.

    ``points`` are (months since the year began, batches), from (0, 0) to the as-of day; the
    pace line leads from nought to ``required`` at the end of the twelfth month.
    """

    points: tuple[tuple[float, int], ...]
    required: int
    done_label: str
    pace_label: str
    required_label: str

    @property
    def columns(self) -> int:
        """The twelve months."""
        return MONTHS

    def texts(self) -> Iterator[str]:
        """What the chart writes besides figures."""
        yield from (self.done_label, self.pace_label, self.required_label)

    def drawn(self, edges: Sequence[float], height: float, runs: Runs) -> Drawing:
        """The chart over columns with these edges."""
        return cumulative_chart(self, edges, height, runs)


def cumulative_chart(data: Cumulative, edges: Sequence[float], height: float, runs: Runs) -> Drawing:
    """The chart over twelve columns with these thirteen ``edges`` (points from the left).

    ``runs`` parts a text by the font that draws it.
    """
    highest = max(data.required, *(count for _, count in data.points), 1)
    step = next((s for s in _STEPS if highest / s <= _MOST_STEPS), highest)
    plot = _Plot(edges, height, -(-highest // step) * step)
    # else a font that is not embedded would be named in the file
    drawing = Drawing(edges[-1], height, initialFontName=runs("0")[0][0])
    for shape in (
        *_grid(plot, step, runs),
        *_required(plot, data),
        *_pace(plot, data),
        *_done(plot, data),
        *_legend(plot, data, runs),
    ):
        drawing.add(shape)
    return drawing


@dataclass(frozen=True, slots=True)
class _Plot:
    edges: Sequence[float]
    height: float
    top_count: int

    def x(self, months: float) -> float:
        """Where so many months after the year's beginning lie."""
        whole = min(int(months), len(self.edges) - 2)
        return self.edges[whole] + (months - whole) * (self.edges[whole + 1] - self.edges[whole])

    def y(self, count: float) -> float:
        """Where so many batches lie."""
        return _FOOT + count / self.top_count * (self.height - _LEGEND - _FOOT)


def _grid(plot: _Plot, step: int, runs: Runs) -> Iterator[Shape]:
    left, right = plot.edges[0], plot.edges[-1]
    for count in range(0, plot.top_count + 1, step):
        y = plot.y(count)
        yield Line(left, y, right, y, strokeColor=GREY if count == 0 else PALE, strokeWidth=0.75 if count == 0 else 0.4)
        figure, size = str(count), SIZE - 1
        yield from written(figure, left - 4 - text_width(figure, runs) * size, y - SIZE * 0.35, size, runs)
    for x in plot.edges:
        yield Line(x, plot.y(0), x, plot.y(0) - 3, strokeColor=GREY, strokeWidth=0.5)


def _required(plot: _Plot, data: Cumulative) -> Iterator[Shape]:
    y = plot.y(data.required)
    yield Line(plot.edges[0], y, plot.edges[-1], y, strokeColor=GREY, strokeWidth=0.9)


def _pace(plot: _Plot, data: Cumulative) -> Iterator[Shape]:
    months = len(plot.edges) - 1
    points = [v for m in range(months + 1) for v in (plot.x(m), plot.y(data.required * m / months))]
    yield PolyLine(points, strokeColor=GREY, strokeWidth=0.9, strokeDashArray=_DASH)


def _done(plot: _Plot, data: Cumulative) -> Iterator[Shape]:
    points = [(plot.x(months), plot.y(count)) for months, count in data.points]
    yield PolyLine([v for point in points for v in point], strokeColor=BLUE, strokeWidth=1.6)
    for x, y in points[1:]:
        yield Circle(x, y, 1.6, fillColor=BLUE, strokeColor=BLUE, strokeWidth=0.4)


def _legend(plot: _Plot, data: Cumulative, runs: Runs) -> Iterator[Shape]:
    x, y = plot.edges[0], plot.height - SIZE
    samples: tuple[tuple[str, dict[str, Any]], ...] = (
        (data.done_label, {"strokeColor": BLUE, "strokeWidth": 1.6}),
        (data.pace_label, {"strokeColor": GREY, "strokeWidth": 0.9, "strokeDashArray": _DASH}),
        (data.required_label, {"strokeColor": GREY, "strokeWidth": 0.9}),
    )
    for label, look in samples:
        yield Line(x, y + SIZE * 0.35, x + _SAMPLE, y + SIZE * 0.35, **look)
        yield from written(label, x + _SAMPLE + 4, y, SIZE, runs)
        x += _SAMPLE + 4 + text_width(label, runs) * SIZE + 14


def text_width(text: str, runs: Runs) -> float:
    """How wide a text is, in ems."""
    return sum(width for _, _, width in runs(text))


def written(text: str, x: float, y: float, size: float, runs: Runs) -> Iterator[Shape]:
    """A text from ``x`` on, run by run, each in its font."""
    for font, run, width in runs(text):
        yield String(x, y, run, fontName=font, fontSize=size)
        x += width * size

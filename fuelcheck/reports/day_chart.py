"""The chart of checks by day: a bar for each day, stacked by verdict, over the columns of its table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.graphics.shapes import Drawing, Line, Rect, Shape
from reportlab.lib.colors import white

from fuelcheck.reports.charts import BLUE, GREY, PALE, SIZE, Runs, text_width, written

_LEGEND, _FOOT, _SAMPLE, _BESIDE, _BETWEEN = 18.0, 5.0, 9.0, 4.0, 14.0
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000)
_MOST_STEPS = 5
_BAR = 0.7
"""Of a column's width."""
_FILLS = (PALE, BLUE, white)


@dataclass(frozen=True, slots=True)
class Bars:
    """Stacked bars: for each column the counts of up to three kinds, from the bottom up, and the kinds' names."""

    counts: tuple[tuple[int, ...], ...]
    labels: tuple[str, ...]

    @property
    def columns(self) -> int:
        """One for each bar."""
        return len(self.counts)

    def texts(self) -> Iterator[str]:
        """What the chart writes besides figures."""
        return iter(self.labels)

    def drawn(self, edges: Sequence[float], height: float, runs: Runs) -> Drawing:
        """The chart over as many columns as there are bars, with these edges (points from the left)."""
        highest = max(map(sum, self.counts), default=0) or 1
        step = next((s for s in _STEPS if highest / s <= _MOST_STEPS), highest)
        top = -(-highest // step) * step
        scale = (height - _LEGEND - _FOOT) / top
        # else a font that is not embedded would be named in the file
        drawing = Drawing(edges[-1], height, initialFontName=runs("0")[0][0])
        for shape in (
            *_grid(edges, range(0, top + 1, step), scale, runs),
            *self._bars(edges, scale),
            *self._legend(edges[0], height - SIZE, runs),
        ):
            drawing.add(shape)
        return drawing

    def _bars(self, edges: Sequence[float], scale: float) -> Iterator[Shape]:
        for number, column in enumerate(self.counts):
            width = edges[number + 1] - edges[number]
            x, y = edges[number] + width * (1 - _BAR) / 2, _FOOT
            for kind, count in enumerate(column):
                if count:
                    yield Rect(x, y, width * _BAR, count * scale, **_look(kind))
                y += count * scale

    def _legend(self, x: float, y: float, runs: Runs) -> Iterator[Shape]:
        for kind, label in enumerate(self.labels):
            yield Rect(x, y, _SAMPLE, SIZE * 0.75, **_look(kind))
            yield from written(label, x + _SAMPLE + _BESIDE, y, SIZE, runs)
            x += _SAMPLE + _BESIDE + text_width(label, runs) * SIZE + _BETWEEN


def _look(kind: int) -> dict[str, Any]:
    return {"fillColor": _FILLS[kind], "strokeColor": GREY, "strokeWidth": 0.4}


def _grid(edges: Sequence[float], counts: range, scale: float, runs: Runs) -> Iterator[Shape]:
    left, right, size = edges[0], edges[-1], SIZE - 1
    for count in counts:
        y, base = _FOOT + count * scale, count == 0
        yield Line(left, y, right, y, strokeColor=GREY if base else PALE, strokeWidth=0.75 if base else 0.4)
        figure = str(count)
        yield from written(figure, left - _BESIDE - text_width(figure, runs) * size, y - SIZE * 0.35, size, runs)

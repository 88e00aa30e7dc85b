"""Flowables that only reports have: signature block, chart over its table, check code."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.platypus.flowables import Flowable

from fuelcheck.reports.charts import Chart
from fuelcheck.reports.fonts import Role
from fuelcheck.reports.letters import Letters
from fuelcheck.reports.prose import ASCENT, Prose
from fuelcheck.reports.tables import Grid
from fuelcheck.reports.typography import BLOCK, RULE

_FULL_WIDTH_COLON = "："


class Signatures(Flowable):
    """Labels with a line to sign on, in rows. A place has (label, what is known, share of the width)."""

    def __init__(
        self,
        letters: Letters,
        rows: Sequence[Sequence[tuple[str, str, float]]],
        size: float,
        leading: float,
        before: float,
    ) -> None:
        super().__init__()
        self._letters, self._rows, self._size, self._leading = letters, rows, size, leading
        self.spaceBefore = before

    def texts(self) -> Iterator[tuple[Role, str]]:
        """What the document's fonts must be able to draw."""
        for row in self._rows:
            for label, value, _ in row:
                yield Role.BODY, f"{label}{_FULL_WIDTH_COLON}{value}"

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as its rows."""
        self.width, self.height = width, len(self._rows) * self._leading
        return self.width, self.height

    def draw(self) -> None:
        """Draw label, value and the line to sign on."""
        y = self.height - self._leading + (self._leading - self._size) / 2 + (1 - ASCENT) * self._size
        for row in self._rows:
            x = 0.0
            for label, value, share in row:
                self._draw_place(label, value, x, y, share * self.width)
                x += share * self.width
            y -= self._leading

    def _draw_place(self, label: str, value: str, x: float, y: float, room: float) -> None:
        canvas: Any = self.canv
        text = self._letters.clean(f"{label}{_FULL_WIDTH_COLON}{value}")
        size = self._fitting(text, room)
        self._letters.write(canvas, Role.BODY, [(text, 0.0)], x, y, size)
        if not value:
            start = x + self._letters.width(Role.BODY, text) * size
            canvas.setLineWidth(RULE / 2)
            canvas.line(start, y - 2, x + room - self._size, y - 2)

    def _fitting(self, text: str, room: float) -> float:
        """The size at which a long name still fits its place."""
        return min(self._size, room / max(self._letters.width(Role.BODY, text), 1))


class ChartOverTable(Flowable):
    """A chart by days or months, each over its column of the table.

    It is as high as leaves room on the page for its ``company``; where there is none, at its best.
    """

    _LEAST, _BEST = 84.0, 160.0

    def __init__(self, letters: Letters, caption: Prose, data: Chart, table: Grid, company: Sequence[Flowable]) -> None:
        super().__init__()
        self._letters, self._caption, self._data, self._table = letters, caption, data, table
        self._company = company

    def texts(self) -> Iterator[tuple[Role, str]]:
        """What the document's fonts must be able to draw."""
        yield from self._caption.texts()
        yield from self._table.texts()
        for text in self._data.texts():
            yield Role.BODY, text

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Caption, chart and table, one over the other."""
        rest = self._caption.wrap(width, height)[1] + self._table.wrap(width, height)[1]
        room = BLOCK[1] - height_of(self._company) - rest - self._caption.spaceBefore
        self._chart_height = min(room, self._BEST) if room >= self._LEAST else self._BEST
        self.width, self.height = width, rest + self._chart_height
        return self.width, self.height

    def draw(self) -> None:
        """Draw them from the top down."""
        canvas: Any = self.canv
        self._caption.drawOn(canvas, 0, self.height - self._caption.height)
        edges = self._table.lefts[1 : 2 + self._data.columns]
        drawing = self._data.drawn(edges, self._chart_height, self._runs)
        renderPDF.draw(drawing, canvas, 0, self._table.height)
        self._table.drawOn(canvas, 0, 0)

    def _runs(self, text: str) -> list[tuple[str, str, float]]:
        runs = self._letters.runs(Role.BODY, self._letters.clean(text))
        return [(str(font.fontName), run, self._letters.width(Role.BODY, run)) for font, run in runs]


class CheckCode(Flowable):
    """A QR code at the right, beside the lines of text."""

    def __init__(self, letters: Letters, lines: Sequence[Prose], content: str, side: float) -> None:
        super().__init__()
        self._letters = letters
        self._lines, self._content, self._side = lines, content, side

    def texts(self) -> Iterator[tuple[Role, str]]:
        """What the document's fonts must be able to draw."""
        for line in self._lines:
            yield from line.texts()

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as the higher of the two."""
        beside = width - self._side - 12
        self.width = width
        self.height = max(self._side, sum(line.wrap(beside, height)[1] + line.spaceAfter for line in self._lines))
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines from the top, the code beside them."""
        from reportlab.graphics.barcode.qr import QrCodeWidget
        from reportlab.graphics.shapes import Drawing

        y = self.height
        for line in self._lines:
            y -= line.height
            line.drawOn(self.canv, 0, y)
            y -= line.spaceAfter
        code = QrCodeWidget(self._content, barLevel="M", barBorder=0, barWidth=self._side, barHeight=self._side)
        drawing = Drawing(self._side, self._side, initialFontName=self._letters.font_name(Role.BODY))
        drawing.add(code)
        renderPDF.draw(drawing, self.canv, self.width - self._side, self.height - self._side)


def height_of(page: Sequence[Any], block: tuple[float, float] = BLOCK) -> float:
    """How high flowables stand one over the other in a block."""
    height, after = 0.0, 0.0
    for number, flowable in enumerate(page):
        before = flowable.getSpaceBefore() if number else 0.0
        height += max(before, after) + flowable.wrap(*block)[1]
        after = flowable.getSpaceAfter()
    return height

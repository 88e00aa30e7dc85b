"""The chart's lines stand where its figures are; the same drawing serves paper and page."""

import pytest
from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Line, PolyLine, String

from fuelcheck.reports.charts import Cumulative, cumulative_chart

EDGES = [60.0 + 30 * n for n in range(13)]
HEIGHT = 120.0


def chart(points: tuple[tuple[float, int], ...], required: int) -> Drawing:
    data = Cumulative(points, required, "累计完成", "应达进度", f"全年要求 {required}")
    return cumulative_chart(data, EDGES, HEIGHT, lambda text: [("Helvetica", text, float(len(text)))])


def lines(drawing: Drawing) -> list[list[float]]:
    return [list(shape.points) for shape in drawing.contents if isinstance(shape, PolyLine)]


def test_months_stand_over_their_columns() -> None:
    _, done = lines(chart(((0, 0), (1, 12), (2.5, 30)), 159))
    assert done[0::2] == [60, 90, 135]


def test_the_pace_leads_from_nought_to_what_is_required_at_the_years_end() -> None:
    drawing = chart(((0, 0), (12, 80)), 160)
    pace, done = lines(drawing)
    required = [s.y1 for s in drawing.contents if isinstance(s, Line) and s.y1 == s.y2]
    assert (pace[0], pace[-2]) == (EDGES[0], EDGES[-1])
    assert pace[-1] in required
    assert done[-1] - done[1] == pytest.approx((pace[-1] - pace[1]) / 2)


@pytest.mark.parametrize(("done", "required"), [(0, 0), (0, 159), (343, 159), (12_345, 159)])
def test_everything_stays_within_the_drawing(done: int, required: int) -> None:
    drawing = chart(((0, 0), (12, done)), required)
    assert all(0 <= y <= HEIGHT for points in lines(drawing) for y in points[1::2])


def test_the_drawing_becomes_svg_with_its_words() -> None:
    svg = renderSVG.drawToString(chart(((0, 0), (1, 12)), 159))
    assert "累计完成" in svg
    assert "全年要求 159" in svg


def test_what_lines_mean_is_written() -> None:
    drawing = chart(((0, 0), (1, 12)), 159)
    assert {"累计完成", "应达进度", "全年要求 159"} <= {s.text for s in drawing.contents if isinstance(s, String)}

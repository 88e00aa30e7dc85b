"""The chart of shares: points over their months, lines told apart, a legend that stays on the page."""

from itertools import pairwise

from reportlab.graphics.shapes import Circle, Drawing, Line, String

from fuelcheck.reports.share_chart import Series, Shares

EDGES = [60.0 + 30 * n for n in range(13)]
HEIGHT = 160.0


def chart(*labels: str) -> Drawing:
    series = tuple(Series(label, ((1.0, 50.0), (2.0, 100.0 - n))) for n, label in enumerate(labels))
    return Shares(series).drawn(EDGES, HEIGHT, lambda text: [("Helvetica", text, float(len(text)))])


def test_points_stand_at_the_end_of_their_months() -> None:
    circles = [shape for shape in chart("公交").contents if isinstance(shape, Circle)]
    assert [circle.cx for circle in circles[:2]] == [90.0, 120.0]
    assert circles[1].cy > circles[0].cy


def test_no_two_of_nine_lines_look_the_same() -> None:
    drawing = chart(*(f"目标{n}" for n in range(9)))
    lines = [shape for shape in drawing.contents if isinstance(shape, Line) and shape.strokeWidth == 1.1]
    looks = {(line.strokeColor.hexval(), line.strokeDashArray) for line in lines}
    assert len(looks) == 9


def test_the_legend_breaks_into_rows_and_stays_within_the_drawing() -> None:
    drawing = chart(*(f"县城区载货汽车新能源化{n}" for n in range(7)))
    labels = [shape for shape in drawing.contents if isinstance(shape, String) and shape.text.startswith("县城区")]
    assert all(label.x >= 0 and label.x + 9 * len(label.text) <= EDGES[-1] + 1 for label in labels)
    rows = sorted({label.y for label in labels}, reverse=True)
    assert len(rows) > 1
    assert all(above - below >= 9 for above, below in pairwise(rows))
    top = max(shape.y1 for shape in drawing.contents if isinstance(shape, Line) and shape.x2 == EDGES[-1])
    assert top < rows[-1]

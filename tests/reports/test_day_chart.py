"""The chart of checks by day: as many bars as days, as high as their counts."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from reportlab.graphics.shapes import Drawing, Rect

from fuelcheck.reports.day_chart import Bars

LABELS = ("合格", "不合格", "未作判定")
counts = st.lists(st.tuples(*[st.integers(0, 400)] * 3), min_size=1, max_size=31)


def drawn(bars: Bars) -> Drawing:
    edges = [40.0 + 12 * n for n in range(bars.columns + 1)]
    return bars.drawn(edges, 160, lambda text: [("Helvetica", text, 0.5 * len(text))])


def stacks(bars: Bars) -> list[Rect]:
    """The bars, without the samples of the legend."""
    return [shape for shape in drawn(bars).contents if isinstance(shape, Rect)][: -len(LABELS)]


@given(counts)
def test_no_bar_is_higher_than_the_plot_nor_wider_than_its_column(columns: list[tuple[int, int, int]]) -> None:
    bars = Bars(tuple(columns), LABELS)
    for rect in stacks(bars):
        assert 5 <= rect.y <= rect.y + rect.height <= 160 - 18 + 1e-6
        assert rect.width < 12


@given(counts)
def test_every_count_but_nought_is_drawn_to_one_scale(columns: list[tuple[int, int, int]]) -> None:
    bars = Bars(tuple(columns), LABELS)
    flat = [count for column in columns for count in column if count]
    scales = [rect.height / count for rect, count in zip(stacks(bars), flat, strict=True)]
    assert all(abs(one - other) < 1e-9 for one, other in pairwise(scales))


def test_days_without_a_check_are_an_empty_place() -> None:
    assert stacks(Bars(((0, 0, 0), (0, 0, 0)), LABELS)) == []

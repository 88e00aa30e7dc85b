"""A table keeps its rows whole, repeats its head, and leaves no row alone on a page."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from fuelcheck.reports.columns import Column
from fuelcheck.reports.figures import lines_of
from fuelcheck.reports.letters import Letters
from fuelcheck.reports.prose import Prose
from fuelcheck.reports.tables import Grid
from fuelcheck.reports.typography import BLOCK, CAPTION, RUNNING

COLUMNS = (Column("序号", "right"), Column("名称", wraps=True))
WIDTH = BLOCK[0]


def table(letters: Letters, count: int) -> Grid:
    rows = [(n, f"{n}（完成情况）") for n in range(count)]
    opening, running = [Prose(letters, "附件", CAPTION)], Prose(letters, "附件续", RUNNING)
    return Grid(letters, COLUMNS, rows, opening=opening, running=running, shown=lines_of)


def parts(grid: Grid, height: float) -> list[Grid]:
    """The table on pages of that height."""
    found = []
    while grid.wrap(WIDTH, height)[1] > height:
        first, grid = grid.split(WIDTH, height)
        found.append(first)
    return [*found, grid]


def rows_of(grid: Grid) -> range:
    return range(grid._start, grid._stop)


@pytest.mark.parametrize("count", [60, 61, 62, 63, 64, 90, 500])
def test_rows_follow_each_other_over_the_pages_and_none_is_alone(letters: Letters, count: int) -> None:
    pages = parts(table(letters, count), BLOCK[1])
    assert [row for page in pages for row in rows_of(page)] == list(range(count))
    assert all(len(rows_of(page)) >= 3 for page in pages)
    assert all(page.wrap(WIDTH, BLOCK[1])[1] <= BLOCK[1] for page in pages)


def test_a_small_table_is_moved_rather_than_split(letters: Letters) -> None:
    small = table(letters, 8)
    assert small.split(WIDTH, small.wrap(WIDTH, 0)[1] - 20) == []


def test_a_table_without_room_for_three_rows_waits_for_the_next_page(letters: Letters) -> None:
    assert table(letters, 200).split(WIDTH, 75) == []


def tall(letters: Letters, note: bool = False) -> Grid:
    """Five rows of which four fit on a page."""
    rows = [(n, "完成情况" * 120) for n in range(5)]
    closing = Prose(letters, "附件续" * 40, RUNNING) if note else None
    return Grid(letters, COLUMNS, rows, closing=closing, shown=lines_of)


def test_few_tall_rows_are_split_where_even_a_page_of_their_own_is_too_small(letters: Letters) -> None:
    grid = tall(letters)
    height = 4.6 * grid.wrap(WIDTH, 0)[1] / 5
    assert grid.split(WIDTH, height) == []
    grid._postponed = 1  # type: ignore[attr-defined]  # what ReportLab notes before it begins a page
    assert [list(rows_of(part)) for part in grid.split(WIDTH, height)] == [[0, 1, 2, 3], [4]]


def test_what_stands_under_a_table_is_never_parted_from_its_last_row(letters: Letters) -> None:
    bare, grid = tall(letters).wrap(WIDTH, 0)[1], tall(letters, note=True)
    assert grid.wrap(WIDTH, 0)[1] > bare
    grid._postponed = 1  # type: ignore[attr-defined]
    first, rest = grid.split(WIDTH, bare + 1)
    assert (len(rows_of(first)), len(rows_of(rest))) == (4, 1)
    assert rest.wrap(WIDTH, 0)[1] + first.wrap(WIDTH, 0)[1] > grid.wrap(WIDTH, 0)[1]


def test_every_page_has_the_head_and_further_ones_the_running_line(letters: Letters) -> None:
    canvas = Canvas("unused", initialFontName=letters.font_name(CAPTION.role))
    heads = []
    for page in parts(table(letters, 200), BLOCK[1]):
        page.wrapOn(canvas, WIDTH, BLOCK[1])
        canvas._code.clear()
        page.drawOn(canvas, 0, 0)
        heads.append("\n".join(canvas._code).count("BT"))
    assert set(heads) == {2}  # the line above the table, and the table with its head


def test_a_page_of_a_table_is_one_text_object(letters: Letters) -> None:
    canvas = Canvas("unused", initialFontName=letters.font_name(CAPTION.role))
    grid = Grid(letters, COLUMNS, [(1, "抽检"), (2, "完成")], shown=lines_of)
    grid.wrapOn(canvas, WIDTH, 500)
    canvas._code.clear()
    grid.drawOn(canvas, 0, 0)
    assert "\n".join(canvas._code).count("BT") == 1


def test_an_empty_cell_draws_nothing(letters: Letters) -> None:
    canvas = Canvas("unused", initialFontName=letters.font_name(CAPTION.role))
    grid = Grid(letters, COLUMNS, [("", "")], shown=lines_of)
    grid.wrapOn(canvas, WIDTH, 500)
    canvas._code.clear()
    grid.drawOn(canvas, 0, 0)
    assert "\n".join(canvas._code).count("Tj") == 2  # the two headings

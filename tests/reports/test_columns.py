"""Columns share a width; cells break only where they must."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.reports.columns import Cells, Column, Looks, shared
from fuelcheck.reports.figures import lines_of
from fuelcheck.reports.letters import Letters

LOOKS = Looks(size=9, leading=12, pad=2, gap=2)
WISHES = st.lists(st.tuples(st.floats(10, 300), st.booleans()), min_size=1, max_size=12)


def cells(letters: Letters, columns: Sequence[Column], rows: Sequence[Sequence[object]], width: float) -> Cells:
    table = Cells(letters, columns, rows, LOOKS, lines_of, most_lines=4)
    table.set_for(width)
    return table


@given(WISHES, st.floats(100, 800))
def test_widths_add_up_to_the_table(wishes: list[tuple[float, bool]], width: float) -> None:
    natural, wraps = [w for w, _ in wishes], [wrap for _, wrap in wishes]
    widths = shared(width, natural, [min(w, 40) for w in natural], wraps)
    assert sum(widths) == pytest.approx(width)
    assert all(given > 0 for given in widths)


def test_a_column_that_wraps_gives_way_to_one_that_does_not() -> None:
    assert shared(300, [100, 400], [30, 30], [False, True]) == [100, 200]


def test_columns_that_wrap_give_way_alike_down_to_their_floors() -> None:
    assert shared(230, [50, 100, 200], [30, 30, 30], [False, True, True]) == [50, pytest.approx(60), pytest.approx(120)]
    assert shared(150, [50, 40, 400], [30, 30, 30], [False, True, True]) == [50, 30, pytest.approx(70)]


def test_a_code_that_is_kept_whole_is_not_broken_while_a_name_can_give_way(letters: Letters) -> None:
    code, name = "LM6W4WPHYHP5BBRR8", "伊川县成品油质量监督抽检任务完成情况" * 3
    columns = [Column("号", whole=True), Column("名称", wraps=True)]
    kept = cells(letters, columns, [(code, name)], 200)
    given_way = cells(letters, [Column("号"), columns[1]], [(code, name)], 200)
    assert len(kept.lines[0][code]) == 1 < len(given_way.lines[0][code])


def test_what_is_left_over_goes_to_all_alike() -> None:
    assert shared(300, [100, 50], [30, 30], [False, True]) == [175, 125]


def test_when_nothing_else_helps_all_give_way() -> None:
    assert shared(100, [40, 400, 400], [30, 30, 30], [False, False, False]) == [pytest.approx(100 / 3)] * 3


def test_a_long_cell_wraps_and_its_row_grows(letters: Letters) -> None:
    name = "伊川县成品油质量监督抽检任务完成情况" * 2
    table = cells(letters, [Column("序号", "right"), Column("名称", wraps=True)], [(1, "抽检"), (2, name)], 160)
    assert len(table.lines[1][name]) == 3
    assert table.heights() == [12 + 4, 3 * 12 + 4]


def test_no_single_character_is_left_over(letters: Letters) -> None:
    table = cells(letters, [Column("名称", wraps=True)], [("任务完成情况任务完",)], 8.5 * 9 + 4)
    assert [len(line) for line, _ in table.lines[0]["任务完成情况任务完"]] == [5, 4]


def test_a_cell_that_would_fill_a_page_ends_with_an_ellipsis(letters: Letters) -> None:
    text = "抽检任务" * 40
    table = cells(letters, [Column("名称", wraps=True)], [(text,)], 100)
    lines = [line for line, _ in table.lines[0][text]]
    assert len(lines) == 4
    assert lines[-1].endswith("…")


def test_parts_of_a_tuple_stand_one_over_the_other(letters: Letters) -> None:
    table = cells(letters, [Column("名称")], [(("YC25-0001", None),)], 200)
    assert [line for line, _ in table.lines[0]["YC25-0001", None]] == ["YC25-0001", "—"]

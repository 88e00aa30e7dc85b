"""What is forgiven in every cell, and what is refused."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.ledgers import cells
from fuelcheck.ledgers.cells import BadCell, is_empty, shown


@pytest.mark.parametrize(
    ("cell", "as_excel_shows_it"),
    [
        (45.0, "45"),
        (45.5, "45.5"),
        (0.1, "0.1"),
        (-10.0, "-10"),
        (1e20, "100000000000000000000"),
        (float("nan"), "NaN"),
        (date(2025, 3, 9), "2025-03-09"),
        (datetime(2025, 3, 9), "2025-03-09"),
        (time(9, 10), "09:10:00"),
        (datetime(2025, 3, 9, 9, 10), "2025-03-09 09:10:00"),
        ("a", "a"),
    ],
)
def test_a_cell_is_shown_as_excel_shows_it(cell: cells.Cell, as_excel_shows_it: str) -> None:
    assert shown(cell) == as_excel_shows_it


def test_a_shown_cell_moves_no_cursor_and_turns_no_line() -> None:
    assert cells.displayed("a\nb\x1b[2J\u202ec") == "a b\ufffd[2J\ufffdc"


@pytest.mark.parametrize("cell", [date(2025, 3, 1), time(3, 1)])
def test_a_code_that_excel_has_made_a_day_of_is_refused(cell: cells.Cell) -> None:
    with pytest.raises(BadCell) as refused:
        cells.code(cell)
    assert refused.value.code == "code-as-day"


@pytest.mark.parametrize("cell", ["", "  ", "\u3000", "/", "—", "——", "－", "#N/A", " #REF! ", "\n"])
def test_blanks_strokes_and_error_values_say_nothing(cell: str) -> None:
    assert is_empty(cell)


@pytest.mark.parametrize("cell", ["0", 0.0, "无", "-10", "#92", "A/B", date(2025, 1, 1)])
def test_anything_else_says_something(cell: cells.Cell) -> None:
    assert not is_empty(cell)


def test_free_text_is_one_line_without_marks_that_copying_leaves() -> None:
    assert cells.text("  伊川县\n城关\u200b加油站\u3000") == "伊川县 城关加油站"
    assert cells.text("e\u0301") == "é"


@pytest.mark.parametrize("bad", ["a\x00", "a\x07b", "\ufffe", "\ud800"])
def test_control_characters_are_refused(bad: str) -> None:
    with pytest.raises(BadCell) as refused:
        cells.text(bad)
    assert refused.value.code == "control-character"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (45.0, "45"),
        ("45.0", "45"),
        ("Ｓ０１２", "S012"),
        (" S 012 ", "S012"),
        ("001", "001"),
        ("1.5", "1.5"),
        ("S-1", "S-1"),
        ("C¸1", "Ç1"),
    ],
)
def test_codes_lose_width_spaces_and_the_point_that_excel_makes(cell: cells.Cell, code: str) -> None:
    assert cells.code(cell) == code


@pytest.mark.parametrize("cell", [410329199001011234.0, "4.10329E+17", 1e15])
def test_a_code_that_excel_has_cut_is_refused(cell: cells.Cell) -> None:
    with pytest.raises(BadCell) as refused:
        cells.code(cell)
    assert refused.value.code == "number-too-long"


@pytest.mark.parametrize(
    "written",
    [
        "李四;张三",
        "张三；李四",
        "张三、李四",
        "张三,李四",
        "张三，李四",
        "张三/李四",
        "张三 李四",
        "张三　李四",
        "张三、李四、张三",
        "张 三、李 四",
    ],
)
def test_two_samplers_are_two_however_they_are_separated(written: str) -> None:
    assert cells.samplers(written) == "张三;李四"


@pytest.mark.parametrize("written", ["张三", "张三;张三", "张三、张　三", "Ｂｏｂ;Bob", ";;张三;"])
def test_one_sampler_is_refused(written: str) -> None:
    with pytest.raises(BadCell) as refused:
        cells.samplers(written)
    assert refused.value.code == "one-sampler"


def test_former_names_may_hold_spaces() -> None:
    assert cells.names("旧站 一号；老站") == "旧站 一号;老站"


@pytest.mark.parametrize(
    ("cell", "degrees"),
    [
        (112.43, "112.43"),
        ("112.4300", "112.43"),
        ("１１２．４３°", "112.43"),
        (0.0, "0"),
        ("-54.6168", "-54.6168"),
        (180, "180"),
    ],
)
def test_longitudes_are_decimal_degrees_without_trailing_zeros(cell: cells.Cell, degrees: str) -> None:
    assert cells.longitude(cell) == degrees


@pytest.mark.parametrize("cell", ["112°25′", "180.1", "1e2", "NaN", "112,43", "东经112", "", "٣"])
def test_other_longitudes_are_refused(cell: str) -> None:
    with pytest.raises(BadCell) as refused:
        cells.longitude(cell)
    assert refused.value.code == "bad-number"


def test_a_longitude_in_the_column_of_latitudes_is_refused() -> None:
    with pytest.raises(BadCell):
        cells.latitude(112.43)


@given(st.text())
def test_names_that_look_alike_are_folded_alike(name: str) -> None:
    assert cells.folded(f" {name}　") == cells.folded(name)

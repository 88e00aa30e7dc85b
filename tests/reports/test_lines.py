"""Lines break where Chinese typesetting allows it, and nothing gets lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.reports.lines import NEVER_FIRST, NEVER_LAST, balanced, broken, clusters

TEXT = st.text(alphabet="伊川县抽检，。、；：？！“”《》（）〔〕0159ab%-/ 号批次年", max_size=80)


def width(text: str) -> float:
    """One for a Chinese character, a half for others."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


@given(TEXT, st.floats(3, 30))
def test_no_character_is_lost_but_spaces_at_line_ends(text: str, measure: float) -> None:
    lines = broken(text, width, [measure])
    assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")


@given(TEXT, st.floats(3, 30))
def test_every_line_fits_its_measure(text: str, measure: float) -> None:
    assert all(line.width <= measure + 1e-6 for line in broken(text, width, [measure]))


@given(TEXT)
def test_no_piece_begins_with_a_closing_mark_or_ends_with_an_opening_one(text: str) -> None:
    pieces = clusters(text)
    assert "".join(pieces) == text
    assert all(piece[0] not in NEVER_FIRST for piece in pieces[1:])
    assert all(piece[-1] not in NEVER_LAST for piece in pieces[:-1])


@pytest.mark.parametrize("whole", ["159批次", "2025年", "10%", "〔2024〕15号", "SL2025-0001", "mg/kg", "3个百分点"])
def test_a_number_stays_with_its_unit(whole: str) -> None:
    assert whole in clusters(f"完成{whole}任务")


def test_one_more_closing_mark_is_squeezed_in() -> None:
    text = "甲" * 10 + "，" + "乙" * 5
    assert broken(text, width, [10])[0].text == "甲" * 9
    assert broken(text, width, [10], squeeze=0.05)[0].text == "甲" * 10 + "，"


def test_a_piece_wider_than_a_line_is_cut_after_its_hyphen_first() -> None:
    lines = broken("YCSJ-2025-CPY-00001", width, [5])
    assert [line.text for line in lines] == ["YCSJ-2025-", "CPY-00001"]


@pytest.mark.parametrize("text", ["②—④", "(51)—(53)", "㉑—㊱"])
def test_a_range_of_marks_is_never_parted(text: str) -> None:
    assert clusters(f"11.1 {text}⑥") == ["11.1", " ", text, "⑥"]


def test_a_title_breaks_by_sense_into_lines_of_like_length() -> None:
    parts = ["伊川县市场监督管理局关于2025年度", "成品油质量监督抽检", "任务完成情况的报告"]
    assert balanced(parts, width, 20) == [parts[0], parts[1] + parts[2]]


def test_a_title_of_one_part_breaks_into_even_lines() -> None:
    lines = balanced(["甲" * 25], width, 20)
    assert [len(line) for line in lines] == [13, 12]


def test_a_short_title_stays_whole() -> None:
    assert balanced(["甲乙", "丙"], width, 20) == ["甲乙丙"]

"""A paragraph is square on both sides, and breaks between pages without a lone line."""

import pytest

from fuelcheck.reports.fonts import Role
from fuelcheck.reports.letters import Letters
from fuelcheck.reports.lines import Line
from fuelcheck.reports.prose import Prose, Title, spread, texts_of
from fuelcheck.reports.typography import BLOCK, LETTER_LEADING, TEXT, TITLE, text

LETTER = text(16, LETTER_LEADING)
SENTENCE = "伊川县成品油质量监督抽检任务完成情况，" * 12


def test_a_line_of_the_letter_holds_28_characters(letters: Letters) -> None:
    paragraph = Prose(letters, "抽" * 100, LETTER)
    paragraph.wrap(BLOCK[0], 1000)
    assert [len(line.text) for line in paragraph._lines] == [26, 28, 28, 18]


def test_a_line_is_spread_over_its_measure(letters: Letters) -> None:
    line = Line("抽检159，完成", letters.width(Role.BODY, "抽检159，完成") * 12, last=False)
    parts = spread(line, line.width + 6, 12, 0.0)
    added = sum(space * len(part) for part, space in parts) - parts[-1][1]
    assert added == pytest.approx(6)
    assert ("15", 0.0) in parts  # figures are not spread apart


def test_the_last_line_is_not_spread() -> None:
    assert spread(Line("完成", 24, last=True), 400, 12, 0.0) == [("完成", 0.0)]


def test_a_line_with_too_little_on_it_stays_ragged() -> None:
    assert spread(Line("抽检，完成", 60, last=False), 200, 12, 0.0) == [("抽检，完成", 0.0)]


def test_a_paragraph_breaks_with_two_lines_at_least_on_either_side(letters: Letters) -> None:
    paragraph = Prose(letters, SENTENCE, TEXT)
    _, height = paragraph.wrap(BLOCK[0], 1000)
    lines = round(height / TEXT.leading)
    first, second = paragraph.split(BLOCK[0], height - TEXT.leading)
    assert (first.wrap(BLOCK[0], 1000)[1], second.wrap(BLOCK[0], 1000)[1]) == (
        pytest.approx((lines - 2) * TEXT.leading),
        pytest.approx(2 * TEXT.leading),
    )
    assert paragraph.split(BLOCK[0], 1.5 * TEXT.leading) == []


def test_a_title_is_set_in_two_lines_by_sense(letters: Letters) -> None:
    title = Title(letters, ["伊川县成品油质量监督抽检", "任务完成情况完成情况任务"], TITLE)
    assert title.wrap(BLOCK[0], 1000)[1] == 2 * TITLE.leading


def test_texts_of_many_flowables_are_gathered(letters: Letters) -> None:
    assert list(texts_of([Prose(letters, "抽检", TEXT), object()])) == [(Role.BODY, "抽检")]

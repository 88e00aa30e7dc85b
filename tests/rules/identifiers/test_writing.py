"""The one form of an identifier: reached once, never a correction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules.identifiers.writing import shown, tidy


@pytest.mark.parametrize(
    "written",
    ["豫C12345", "豫c12345", " 豫C 123 45\n", "豫C·12345", "豫C•12345", "豫C・12345", "豫C-12345", "豫Ｃ１２３４５",
     "\ufeff豫C\u200b12345", "豫C—12345", "豫\u3000C.12345".replace(".", "‧")],
)  # fmt: skip
def test_space_dot_hyphen_width_and_case_say_nothing(written):
    assert tidy(written) == "豫C12345"


@pytest.mark.parametrize("kept", ["豫CO1234", "豫CI1234", "豫C.12345", "豫C/12345", "京A1234\x00"])
def test_everything_else_is_kept_as_it_came(kept):
    assert tidy(kept) == kept


@given(st.text())
def test_doing_it_again_changes_nothing(text):
    assert tidy(tidy(text)) == tidy(text)


@pytest.mark.parametrize("text", ["i\u0307", "a\u200b\u0301", "\ufb01", "ß", "\ud800", "①", "か\u3099"])
def test_doing_it_again_changes_nothing_where_marks_meet_their_letters(text):
    assert tidy(tidy(text)) == tidy(text)


@given(st.text(max_size=300))
def test_what_a_sentence_holds_is_one_short_line_that_can_be_printed(text):
    assert shown(text).isprintable()
    assert len(shown(text)) <= 41

"""Masks of personal data: the forms that offices use, and nothing that they do not show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules.masking import HIDDEN, masked
from fuelcheck.words import PersonalKind

NAME, TELEPHONE, IDENTITY, PLATE, ADDRESS = PersonalKind


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        (NAME, "张三", "张*"),
        (NAME, "张建国", "张**"),
        (NAME, "欧阳修文", "欧阳**"),
        (NAME, "欧阳", "欧*"),
        (NAME, "张", "张*"),
        (NAME, " 李 娜 ", "李*"),
        (NAME, "买买提·艾力", HIDDEN),
        (NAME, "13812345678", HIDDEN),
        (TELEPHONE, "13812345678", "138****5678"),
        (TELEPHONE, "138 1234 5678", "138****5678"),
        (TELEPHONE, "+86 138-1234-5678", "138****5678"),
        (TELEPHONE, "0379-68331234", "0379-****1234"),
        (TELEPHONE, "010-8331234", "010-***1234"),
        (TELEPHONE, "110", HIDDEN),
        (IDENTITY, "410329198001011234", "410***********1234"),
        (IDENTITY, "41032919800101123x", "410***********123X"),
        (IDENTITY, "410329800101123", "410********1123"),
        (IDENTITY, "E12345678", HIDDEN),
        (PLATE, "豫CA1245", "豫C·A**45"),
        (PLATE, "豫c·a1245", "豫C·A**45"),
        (PLATE, "豫CD12345", "豫C·D***45"),
        (PLATE, "豫C1234挂", "豫C·1**4挂"),
        (PLATE, "使123456", HIDDEN),
        (ADDRESS, "河南省洛阳市伊川县白沙镇豆村12号", "河南省洛阳市伊川县白沙镇***"),
        (ADDRESS, "伊川县城关街道人民路3号", "伊川县城关街道***"),
        (ADDRESS, "人民路3号", HIDDEN),
        (PLATE, " ", ""),
    ],
)
def test_a_datum_is_shown_as(kind: PersonalKind, text: str, shown: str) -> None:
    assert masked(kind, text) == shown


@given(st.sampled_from(PersonalKind), st.text(min_size=1))
def test_any_text_is_masked_and_none_is_shown_whole(kind: PersonalKind, text: str) -> None:
    shown = masked(kind, text)

    assert "*" in shown if text.strip() else shown == ""


digits = st.text("0123456789", min_size=4, max_size=4)


@given(digits, digits)
def test_the_middle_of_a_number_does_not_matter(middle: str, other: str) -> None:
    assert masked(TELEPHONE, f"138{middle}5678") == masked(TELEPHONE, f"138{other}5678")
    assert masked(IDENTITY, f"4103291980{middle}1234") == masked(IDENTITY, f"4103291980{other}1234")


@given(st.text("赵钱孙李周吴", min_size=2, max_size=2), st.text("赵钱孙李周吴", min_size=2, max_size=2))
def test_a_given_name_does_not_matter(given_name: str, other: str) -> None:
    assert masked(NAME, "王" + given_name) == masked(NAME, "王" + other)


@given(st.sampled_from(PersonalKind), st.text())
def test_masking_twice_shows_no_more(kind: PersonalKind, text: str) -> None:
    once = masked(kind, text)

    assert set(masked(kind, once)) <= set(once) | {"*"}

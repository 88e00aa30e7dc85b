"""What a password must be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules.passwords import LONGEST, SHORTEST, is_strong, normal


@pytest.mark.parametrize("password", ["Diesel-2025", "国六柴油-a1b2", "one sentence of its own", "A1b2C3d4"])
def test_three_kinds_or_a_sentence_are_strong(password: str) -> None:
    assert is_strong(password, "wangmin")


@pytest.mark.parametrize(
    "password",
    [
        "",
        "Ab1-",
        "password",
        "12345678",
        "password1",
        "Aa1Aa1Aa1",
        "WangMin-2025",
        "a" * 40,
        "Ab1-" * 40,
        "Abc\n12345678",
    ],
)
def test_short_plain_repeated_and_telling_ones_are_weak(password: str) -> None:
    assert not is_strong(password, "wangmin")


@given(st.text(max_size=SHORTEST - 1) | st.text(min_size=LONGEST + 1, max_size=LONGEST + 50))
def test_length_has_two_ends(password: str) -> None:
    assert not is_strong(password, "x") or SHORTEST <= len(normal(password)) <= LONGEST


@given(st.text())
def test_strong_ones_can_be_written_as_bytes(password: str) -> None:
    if is_strong(password, "x"):
        assert normal(password).encode().decode() == normal(password)


def test_two_keyboards_write_the_same_letters() -> None:
    assert normal("Pe\u0301trole-25") == normal("P\u00e9trole-25")

"""What a ledger's cell may hold, as one line that can be printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.reports.characters import legible


@given(st.text())
def test_nothing_invisible_is_left_and_what_is_legible_stays(text: str) -> None:
    clean = legible(text)
    assert all(c.isprintable() or c == "\u3000" for c in clean) or any(
        0xE000 <= ord(c) <= 0xF8FF or ord(c) >= 0xF0000 or not c.isprintable() for c in text
    )
    assert legible(clean) == clean


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("白沙\n加油站", "白沙 加油站"),
        ("白沙\u200b加油站\ufeff", "白沙加油站"),
        ("白沙\x00\x1b", "白沙"),
        ("葛\U000e0100寨", "葛寨"),
        ("鸦岭\u3000镇", "鸦岭\u3000镇"),
        ("\ue001", "\ue001"),
        ("=1+1", "=1+1"),
    ],
)
def test_cells_are_cleaned(raw: str, clean: str) -> None:
    assert legible(raw) == clean

"""Unified social credit codes: the check digit, and what is wrong with one that is none."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum.cn import uscc

from fuelcheck.rules.identifiers.credit_codes import read_credit_code

VALID = "91110000600037341L"
PERMITTED = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@st.composite
def codes(draw: st.DrawFn) -> str:
    start = draw(st.text(PERMITTED, min_size=2, max_size=2)) + draw(st.text("0123456789", min_size=6, max_size=6))
    body = start + draw(st.text(PERMITTED, min_size=9, max_size=9))
    return body + uscc.calc_check_digit(body)


@pytest.mark.parametrize("written", [VALID, " 91110000 6000 37341l ", "９１１１００００６０００３７３４１Ｌ"])
def test_a_code_whose_check_digit_fits_is_valid(written):
    code = read_credit_code(written)

    assert (code.valid, code.normalised) == (True, VALID)


@given(codes(), st.integers(0, 17), st.sampled_from(PERMITTED))
def test_one_character_misread_is_always_found(code, place, other):
    assume(code[place] != other)

    assert read_credit_code(code).valid
    assert not read_credit_code(code[:place] + other + code[place + 1 :]).valid


def test_a_wrong_check_digit_is_named_with_the_one_that_was_expected():
    code = read_credit_code("91110000600037341P")

    assert code.codes == ("uscc-check-digit",)
    assert code.faults[0].values == {"found": "P", "expected": "L"}


def test_a_village_collective_is_entered_under_a_letter():
    body = "N2110000600037341"

    assert read_credit_code(body + uscc.calc_check_digit(body)).valid


@pytest.mark.parametrize(
    ("written", "codes_"),
    [
        ("", ["uscc-length"]),
        ("410329000001234", ["uscc-length"]),
        ("9111000060003734?L", ["uscc-character"]),
        ("911100006000373SIL", ["uscc-letter", "uscc-letter"]),
        ("911A0000600037341L", ["uscc-region"]),
    ],
)
def test_what_is_wrong_with_a_code_is_named(written, codes_):
    assert list(read_credit_code(written).codes) == codes_


@pytest.mark.parametrize(
    ("written", "proposed"), [("9111OOOO60003734IL", VALID), ("9IIIOOOO6OOO3734IL", VALID), ("9111OOOO60003734IP", "")]
)
def test_a_digit_is_proposed_for_a_letter_only_where_the_check_digit_then_fits(written, proposed):
    code = read_credit_code(written)

    assert (code.valid, code.normalised, code.proposed) == (False, written, proposed)


@given(st.text(max_size=20) | st.text(PERMITTED + "IOSVZ", min_size=17, max_size=19))
def test_reading_never_raises(text):
    code = read_credit_code(text)

    assert code.valid is (code.reason == "")
    assert not code.proposed or read_credit_code(code.proposed).valid

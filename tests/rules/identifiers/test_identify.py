"""Which of the three a text is, right or wrong, whatever the text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fuelcheck as fc
from fuelcheck.faults import SENTENCES
from fuelcheck.rules.identifiers import identify
from fuelcheck.rules.identifiers.plate_rules import RULES
from fuelcheck.words import IdentifierKind, PlateKind

PLATE, VIN, CREDIT_CODE, UNKNOWN = IdentifierKind
LATIN = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_the_line_of_the_contract():
    one = fc.identify("豫CD12345")

    assert (one.kind, one.valid, one.reason, one.normalised) == ("plate", True, "", "豫CD12345")
    assert one.kinds == (PlateKind.SMALL_NEW_ENERGY,)


@pytest.mark.parametrize(
    ("written", "kind", "valid", "normalised"),
    [
        ("豫C·12345", PLATE, True, "豫C12345"),
        (" 豫c-d12345 ", PLATE, True, "豫CD12345"),
        ("豫CO1234", PLATE, False, "豫CO1234"),
        ("仰C12345", PLATE, False, "仰C12345"),
        ("豫C", PLATE, False, "豫C"),
        ("WJ豫12345", PLATE, True, "WJ豫12345"),
        ("使12345", PLATE, False, "使12345"),
        ("lzz5clsb9ga000001", VIN, True, "LZZ5CLSB9GA000001"),
        ("LZZ5CLSB8GA000001", VIN, False, "LZZ5CLSB8GA000001"),
        ("LZZ5CLSB9GA00001", VIN, False, "LZZ5CLSB9GA00001"),
        ("LZZ5CLSB9GA0000?1", VIN, False, "LZZ5CLSB9GA0000?1"),
        ("11111111111111111", VIN, True, "11111111111111111"),
        ("11111111211111111", VIN, False, "11111111211111111"),
        ("91110000 60003734 1L", CREDIT_CODE, True, "91110000600037341L"),
        ("91110000600037342L", CREDIT_CODE, False, "91110000600037342L"),
        ("9111000060003734L", CREDIT_CODE, False, "9111000060003734L"),
        ("9111OOOO600037341L", CREDIT_CODE, False, "9111OOOO600037341L"),
        ("LZZ5CLSB9GA0000011", VIN, False, "LZZ5CLSB9GA0000011"),
        ("", UNKNOWN, False, ""),
        ("· -", UNKNOWN, False, ""),
        ("新安县加油站", UNKNOWN, False, "新安县加油站"),
        ("2024103290001234", UNKNOWN, False, "2024103290001234"),
        ("13800000000", UNKNOWN, False, "13800000000"),
        ("x" * 100_000, UNKNOWN, False, "X" * 100_000),
    ],
)
def test_a_text_is_of_the_kind_that_it_resembles(written, kind, valid, normalised):
    one = identify(written)

    assert (one.kind, one.valid, one.normalised) == (kind, valid, normalised)
    assert bool(one.reason) is not valid
    assert len(one.reason) < 1000


@pytest.mark.parametrize(
    "value", [None, 12345, 91110000600037341.0, date(2025, 3, 9), b"LZZ5CLSB9GA000001", ["豫C12345"]]
)
def test_what_is_no_text_is_unknown_and_raises_nothing(value):
    one = identify(value)

    assert (one.kind, one.valid, one.normalised, one.codes) == (UNKNOWN, False, "", ("identifier-not-text",))
    assert type(value).__name__ in one.reason


@given(st.text() | st.text(LATIN + "豫使领挂·- ", min_size=5, max_size=20))
def test_no_text_raises_and_each_is_valid_or_explained(text):
    one = identify(text)

    assert one.valid is (one.reason == "")
    assert set(one.codes) <= set(SENTENCES)


@given(st.text() | st.text(LATIN + "豫使领挂", min_size=5, max_size=20))
def test_what_was_normalised_is_identified_as_the_same(text):
    one = identify(text)

    assert not one.normalised or identify(one.normalised) == one


@given(st.from_regex("|".join(rule.pattern for rule in RULES), fullmatch=True))
def test_every_plate_is_identified_as_one(plate):
    one = identify(plate)

    assert (one.kind, one.valid) == (PLATE, True)


def test_what_is_proposed_would_be_valid_and_is_not_put_in_place():
    one = identify("豫CO1234")

    assert identify(one.proposed).valid
    assert one.normalised == "豫CO1234"

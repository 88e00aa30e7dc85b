"""Vehicle identification numbers: the check digit, the year, and what is wrong with one that is none."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fuelcheck.rules.identifiers.vins import check_digit, read_vin

VALID = [
    "LZZ5CLSB9GA000001",
    "LFWSRXRJ4H1F00002",
    "LGAX2A136F8012345",
    "LJ11KBBC0P1300123",
    "LS1D221B8S0567890",
    "1M8GDM9AXKP042788",
    "11111111111111111",
]
PERMITTED = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"


@st.composite
def vins(draw: st.DrawFn) -> str:
    text = draw(st.text(PERMITTED, min_size=17, max_size=17))
    return text[:8] + check_digit(text) + text[9:]


@pytest.mark.parametrize("vin", VALID)
def test_a_number_whose_check_digit_fits_is_valid(vin):
    assert read_vin(vin).valid
    assert check_digit(vin) == vin[8]


def test_a_wrong_check_digit_is_named_with_the_one_that_was_expected():
    vin = read_vin("LZZ5CLSB8GA000001")

    assert vin.codes == ("vin-check-digit",)
    assert vin.faults[0].values == {"found": "8", "expected": "9"}
    assert vin.proposed == ""


@given(vins(), st.sampled_from(PERMITTED))
def test_another_character_at_the_check_place_makes_it_invalid(vin, other):
    assume(other != vin[8])

    assert read_vin(vin).valid
    assert read_vin(vin[:8] + other + vin[9:]).codes == ("vin-check-digit",)


@given(vins(), st.sampled_from([place for place in range(17) if place != 8]), st.sampled_from("0123456789"))
def test_one_misread_digit_is_always_found(vin, place, other):
    assume(vin[place].isdigit())
    assume(vin[place] != other)

    assert not read_vin(vin[:place] + other + vin[place + 1 :]).valid


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("LZZ5CLSB9GA00001", ["vin-length"]),
        ("LZZ5CLSB9GA0000011", ["vin-length"]),
        ("", ["vin-length"]),
        ("LZZ5CLSB9GA0000Q1", ["vin-letter"]),
        ("LZZ5CLSB9GA0000?1", ["vin-character"]),
        ("LZZ5CLSB9GA00豫O01", ["vin-character", "vin-letter"]),
    ],
)
def test_what_is_wrong_with_a_number_is_named(written, codes):
    assert list(read_vin(written).codes) == codes


@pytest.mark.parametrize(
    ("written", "proposed"),
    [
        ("LZZ5CLSB9GAOOOOO1", "LZZ5CLSB9GA000001"),
        ("LJ1IKBBCOP1300123", "LJ11KBBC0P1300123"),
        ("LZZ5CLSB8GAOOOOO1", ""),
    ],
)
def test_a_digit_is_proposed_for_a_letter_only_where_the_check_digit_then_fits(written, proposed):
    vin = read_vin(written)

    assert (vin.valid, vin.normalised, vin.proposed) == (False, written, proposed)


@pytest.mark.parametrize(
    ("code", "years"),
    [("1", (2001, 2031)), ("9", (2009, 2039)), ("A", (1980, 2010)), ("R", (1994, 2024)), ("Y", (2000, 2030))],
)
def test_the_year_has_two_candidates_thirty_years_apart(code, years):
    assert read_vin(f"LZZ5CLSB9{code}A000001").years == years


@pytest.mark.parametrize("code", "0UZIOQ")
def test_some_characters_mean_no_year(code):
    vin = read_vin(f"LZZ5CLSB9{code}A000001")

    assert vin.years == ()
    assert vin.year_by(date(2025, 1, 1)) is None


def test_a_number_of_another_length_has_no_year():
    assert read_vin("LZZ5CLSB9GA00001").years == ()


@pytest.mark.parametrize(
    ("code", "day", "year"),
    [
        ("1", date(2025, 6, 30), 2001),
        ("1", date(2029, 12, 31), 2001),
        ("1", date(2030, 1, 1), 2031),
        ("A", date(2009, 1, 1), 2010),
        ("A", date(2008, 12, 31), 1980),
        ("A", date(2039, 1, 1), 2040),
        ("T", date(2025, 12, 1), 2026),
        ("A", date(1978, 12, 31), None),
    ],
)
def test_a_day_chooses_the_latest_year_that_is_not_beyond_the_next(code, day, year):
    assert read_vin(f"LZZ5CLSB9{code}A000001").year_by(day) == year


@given(vins(), st.dates(date(2012, 1, 1), date(2038, 12, 31)))
def test_the_chosen_year_is_a_candidate(vin, day):
    read = read_vin(vin)
    year = read.year_by(day)

    assert (year in read.years) if read.years else (year is None)
    assert year is None or day.year - 29 <= year <= day.year + 1


@given(st.text(max_size=20) | st.text(PERMITTED + "IOQ", min_size=16, max_size=18))
def test_reading_never_raises(text):
    vin = read_vin(text)

    assert vin.valid is (vin.reason == "")
    assert not vin.proposed or read_vin(vin.proposed).valid

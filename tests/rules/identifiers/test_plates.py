"""Number plates: what they can be, what they prove, and what is said of one that is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.language import use
from fuelcheck.rules.identifiers.plate_rules import PROVINCES, RULES
from fuelcheck.rules.identifiers.plates import looks_like_a_plate, plate_kind_by, plate_kinds, read_plate
from fuelcheck.words import Confidence, PlateColour, PlateKind

COMMON = st.from_regex(RULES[0].pattern, fullmatch=True)


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("豫C12345", "01 02 13 07 08"),
        ("豫C·1A2B3", "01 02 13 07 08"),
        ("豫O12345", "01 02 13 07 08"),
        ("豫CD12345", "52"),
        ("豫CDA2345", "52"),
        ("豫C12345D", "51"),
        ("豫C12345K", "51"),
        ("豫C1234挂", "15"),
        ("豫C1234学", "16 17"),
        ("豫C1234警", "23 24"),
        ("粤ZA123港", "26"),
        ("粤Z1234澳", "27"),
        ("使123456", "03"),
        ("123456使", "03"),
        ("沪A1234领", "04"),
        ("沪01234领", "04"),
        ("豫C12345临", "22"),
        ("豫C1234超", "22"),
        ("豫0312345", "14 25"),
    ],
)
def test_a_text_can_be_of_one_kind_or_of_several(written, codes):
    assert [kind.code for kind in plate_kinds(written)] == codes.split()


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("豫X1234应急", PlateKind.RESCUE),
        ("WJ豫12345", PlateKind.ARMED_POLICE),
        ("WJ1234X", PlateKind.ARMED_POLICE),
        ("WJ警1234A", PlateKind.ARMED_POLICE),
        ("AB12345", PlateKind.MILITARY),
    ],
)
def test_a_kind_may_have_no_national_code(written, kind):
    assert (plate_kinds(written), kind.code) == ((kind,), "")


@pytest.mark.parametrize(
    ("written", "colour", "codes"),
    [
        ("豫C12345", PlateColour.YELLOW, "01 13 07"),
        ("豫C12345", PlateColour.BLUE, "02 08"),
        ("豫C12345", PlateColour.GREEN, ""),
        ("豫C12345D", PlateColour.YELLOW_GREEN, "51"),
        ("豫CD12345", PlateColour.BLUE, ""),
        ("豫C1234警", PlateColour.WHITE, "23 24"),
        ("豫C12345临", PlateColour.BLUE, "22"),
        ("油", PlateColour.BLUE, ""),
    ],
)
def test_the_colour_narrows_the_kinds_and_may_contradict_the_text(written, colour, codes):
    assert [kind.code for kind in plate_kind_by(written, colour)] == codes.split()


@given(st.from_regex("|".join(rule.pattern for rule in RULES), fullmatch=True), st.sampled_from(PlateColour))
def test_a_colour_never_adds_a_kind(plate, colour):
    assert set(plate_kind_by(plate, colour)) <= set(plate_kinds(plate))


def test_the_colours_of_a_plate_are_those_of_all_its_kinds():
    assert read_plate("豫C12345").colours == (PlateColour.YELLOW, PlateColour.BLUE)
    assert read_plate("豫C12345临").colours == ()


@pytest.mark.parametrize("letter", "DABCE")
@pytest.mark.parametrize("form", ["豫C{}12345", "豫C12345{}"])
def test_these_letters_are_of_battery_electric_vehicles(form, letter):
    plate = read_plate(form.format(letter))

    assert (plate.new_energy, plate.battery_electric) == (True, True)


@pytest.mark.parametrize("letter", "FGHJK")
@pytest.mark.parametrize("form", ["豫C{}12345", "豫C12345{}"])
def test_these_letters_are_of_new_energy_vehicles_that_are_not_purely_electric(form, letter):
    plate = read_plate(form.format(letter))

    assert (plate.new_energy, plate.battery_electric) == (True, False)


@pytest.mark.parametrize("written", ["豫C12345", "豫CD1234", "豫C1234D", "豫C1234挂", "豫CL12345"])
def test_any_other_plate_proves_nothing_of_the_energy(written):
    plate = read_plate(written)

    assert (plate.new_energy, plate.battery_electric) == (None, None)


def test_plates_of_the_forces_are_exempt():
    assert read_plate("WJ豫12345").exempt
    assert read_plate("AB12345").exempt
    assert not read_plate("豫C1234警").exempt
    assert not read_plate("油").exempt


def test_how_sure_a_plate_is_is_how_sure_its_surest_kind_is():
    assert read_plate("豫C12345").confidence is Confidence.CONFIRMED
    assert read_plate("豫0312345").confidence is Confidence.MEMORY
    assert read_plate("油").confidence is None


@pytest.mark.parametrize(
    ("written", "proposed", "letters"),
    [
        ("豫CO1234", "豫C01234", [("O", "3", "0")]),
        ("豫C1O2OI", "豫C10201", [("I", "7", "1"), ("O", "4, 6", "0")]),
        ("豫CDO1234", "豫CD01234", [("O", "4", "0")]),
        ("豫OO1234", "豫O01234", [("O", "3", "0")]),
        ("豫C12O4挂", "豫C1204挂", [("O", "5", "0")]),
        ("使12345O", "使123450", [("O", "7", "0")]),
    ],
)
def test_a_letter_like_a_digit_is_named_and_the_digit_proposed(written, proposed, letters):
    plate = read_plate(written)

    assert (plate.valid, plate.normalised, plate.proposed) == (False, written, proposed)
    assert set(plate.codes) == {"plate-letter"}
    assert [tuple(fault.values[key] for key in ("character", "places", "meant")) for fault in plate.faults] == letters


@given(COMMON, st.integers(2, 6), st.sampled_from("OI"))
def test_a_serial_with_such_a_letter_is_invalid_and_unchanged(plate, place, letter):
    written = plate[:place] + letter + plate[place + 1 :]
    read = read_plate(written)

    assert not read.valid
    assert read.normalised == written
    assert read.proposed == plate[:place] + {"O": "0", "I": "1"}[letter] + plate[place + 1 :]


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("", ["plate-length"]),
        ("豫", ["plate-length"]),
        ("豫C1234", ["plate-length"]),
        ("豫C1234567", ["plate-length"]),
        ("豫CO123", ["plate-length", "plate-letter"]),
        ("仰C12345", ["plate-province"]),
        ("C12345", ["plate-province", "plate-length"]),
        ("豫I12345", ["plate-authority"]),
        ("豫112345", ["plate-authority"]),
        ("豫C12#45", ["plate-character"]),
        ("豫C豫1234", ["plate-character"]),
        ("豫C123456", ["plate-new-energy-form"]),
        ("豫CL12345", ["plate-new-energy-form"]),
        ("豫CDAA345", ["plate-new-energy-form"]),
        ("豫C12345挂", ["plate-kind-form"]),
        ("豫Z1234港", ["plate-kind-form"]),
        ("使12345", ["plate-kind-form"]),
        ("豫C123领", ["plate-kind-form"]),
        ("WJ豫1234", ["plate-kind-form"]),
        ("豫C1234应急", ["plate-kind-form"]),
        ("豫C123试", ["plate-kind-form"]),
    ],
)
def test_what_is_wrong_with_a_plate_is_named(written, codes):
    plate = read_plate(written)

    assert list(plate.codes) == codes
    assert plate.proposed == ""
    assert not plate.kinds


def test_a_mark_in_the_wrong_place_is_explained_by_its_kind():
    with use("en"):
        assert read_plate("豫C12345挂").reason == (
            "豫C12345挂 is not written as a plate of the kind 挂车; an example: 京A1234挂"
        )


hints = st.lists(st.sampled_from([*PROVINCES, *"ACDIOWJZ019挂学警港澳使领临超试", "应急", " ", "#"]), max_size=9)


@given(st.text(max_size=12) | hints.map("".join))
def test_a_text_is_a_plate_of_some_kind_or_something_is_wrong_with_it(text):
    plate = read_plate(text)

    assert plate.valid is bool(plate.kinds)
    assert plate.valid is (plate.reason == "")
    assert not plate.proposed or read_plate(plate.proposed).valid


@pytest.mark.parametrize("text", ["豫C", "仰C12345", "豫C1234O", "WJ豫123", "A1234挂"])
def test_a_plate_that_is_wrong_still_looks_like_one(text):
    assert looks_like_a_plate(text)


@pytest.mark.parametrize("text", ["", "豫", "新安县加油站", "吉利", "HELLO", "12345"])
def test_other_texts_do_not(text):
    assert not looks_like_a_plate(text)

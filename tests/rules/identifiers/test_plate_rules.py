"""The table of plates: every line has an example of itself, and no text is of two patterns."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules.identifiers.plate_rules import NEW_ENERGY_KINDS, RULES, rules_of
from fuelcheck.words import Confidence, PlateColour, PlateKind

KINDS = {rule.kind: rule for rule in RULES}
PATTERNS = dict.fromkeys(rule.pattern for rule in RULES)
LINES = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.kind)


@LINES
def test_the_example_of_a_kind_is_a_plate_of_it(rule):
    assert rule in rules_of(rule.example)
    assert not rule.mark or rule.mark[0] in rule.example


@LINES
@given(data=st.data())
def test_whatever_is_written_like_a_kind_is_recognised_as_it(rule, data):
    plate = data.draw(st.from_regex(rule.pattern, fullmatch=True))

    assert rule in rules_of(plate)


@pytest.mark.parametrize("pattern", PATTERNS)
@given(data=st.data())
def test_no_text_is_of_two_patterns(pattern, data):
    plate = data.draw(st.from_regex(pattern, fullmatch=True))

    assert [other for other in PATTERNS if re.fullmatch(other, plate)] == [pattern]


def test_a_kind_stands_in_the_table_once():
    assert len(KINDS) == len(RULES)


@pytest.mark.parametrize(
    ("kind", "code", "colours"),
    [
        (PlateKind.LARGE_CAR, "01", {PlateColour.YELLOW}),
        (PlateKind.SMALL_CAR, "02", {PlateColour.BLUE}),
        (PlateKind.POLICE, "23", {PlateColour.WHITE}),
        (PlateKind.LARGE_NEW_ENERGY, "51", {PlateColour.YELLOW_GREEN}),
        (PlateKind.SMALL_NEW_ENERGY, "52", {PlateColour.GREEN}),
        (PlateKind.TEMPORARY, "22", set()),
    ],
)
def test_a_kind_has_its_national_code_and_its_colours(kind, code, colours):
    assert (kind.code, set(KINDS[kind].colours)) == (code, colours)


def test_national_codes_are_two_digits_and_each_is_of_one_kind():
    codes = [kind.code for kind in PlateKind if kind.code]

    assert len(set(codes)) == len(codes)
    assert all(len(code) == 2 and code.isdigit() for code in codes)


def test_what_is_from_memory_is_marked():
    assert {rule.kind for rule in RULES if rule.confidence is Confidence.MEMORY} >= {
        PlateKind.LOW_SPEED, PlateKind.MOTORCYCLE, PlateKind.TEMPORARY, PlateKind.TRACTOR, PlateKind.MILITARY,
    }  # fmt: skip
    assert all(KINDS[kind].confidence is Confidence.CONFIRMED for kind in NEW_ENERGY_KINDS)

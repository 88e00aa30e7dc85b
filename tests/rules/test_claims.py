"""A station's claims by the names that people use, and numbers without a sign."""

from datetime import date

import pytest

from fuelcheck.rules.claims import with_claims_by_key
from fuelcheck.rules.judging import Judge
from fuelcheck.rules.reported import Sample
from tests.rules.fuels import STANDARDS, batch, item, told

COURT = Judge(STANDARDS)


@pytest.mark.parametrize("name", ["sulfur", "硫含量", "sulfur content", "硫含量/(mg/kg)"])
def test_a_claim_is_known_by_every_name_of_its_item(name):
    assert told(item("diesel", "0", "硫含量", "7", claims={name: "≤5"})) == ("fail", "above-claim")


def test_a_claim_of_an_unknown_item_is_told_beside_and_decides_nothing():
    verdict = batch("diesel", "0", {"硫含量": "7"}, claims={"劲道": "5"})

    assert [(one.code, one.value) for one in verdict.beside if one.code.startswith("claim")] == [
        ("claim-of-unknown-item", "劲道")
    ]
    assert verdict.verdict == "pass"


def test_without_claims_the_yardstick_is_as_it_was():
    yardstick = COURT.bench(Sample("diesel", "0", date(2025, 3, 9))).yardstick
    assert with_claims_by_key(yardstick, COURT.names) is yardstick


@pytest.mark.parametrize(
    ("name", "value", "claim", "expected"),
    [
        ("硫含量", "4", "5", ("pass", "meets-limit")),
        ("硫含量", "7", "5", ("fail", "above-claim")),
        ("硫含量", "9", "15", ("pass", "meets-limit")),
        ("闪点", "70", "65", ("pass", "meets-limit")),
        ("闪点", "62", "65", ("fail", "below-claim")),
        ("闪点", "62", "50", ("pass", "meets-limit")),
        ("密度（20℃）", "830", "830", ("pass", "meets-limit")),
        ("密度（20℃）", "835", "830", ("fail", "above-claim")),
        ("密度（20℃）", "835", "900", ("pass", "meets-limit")),
    ],
)
def test_a_bare_number_has_the_direction_of_the_limit_and_a_laxer_one_is_ignored(name, value, claim, expected):
    assert told(item("diesel", "0", name, value, claims={name: claim})) == expected

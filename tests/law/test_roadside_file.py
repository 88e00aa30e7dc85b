"""How each mistake in a file about vehicles in use is named."""

import pytest

from fuelcheck.law.load import read_roadside, roadside_files
from fuelcheck.law.roadside import CheckStandard, SensingRule, UreaScreening
from fuelcheck.toml.text import FileRefused, file_text

TEXTS = {path.stem: file_text(path) for path in roadside_files()}
STANDARD, SENSING = TEXTS["gb-3847-2018"], TEXTS["hj-845-2017"]
SURE = "method[free_acceleration].confidence"
SCREENING = TEXTS["gb-29518-2013-screening"]


def mistakes(text: str) -> list[tuple[str, str]]:
    try:
        read_roadside(text, "mine.toml")
    except FileRefused as refusal:
        return [(remark.code, remark.column) for remark in refusal.remarks]
    return []


def test_the_kind_says_what_a_file_is() -> None:
    assert [type(read_roadside(text, "shipped")) for text in (STANDARD, SENSING, SCREENING)] == [
        CheckStandard, SensingRule, UreaScreening,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "old", "new", "mistake"),
    [
        (STANDARD, 'kind = "check_standard"', 'kind = "law"', ("bad-value", "kind")),
        (STANDARD, 'id = "GB 3847-2018"', 'id = "3847"', ("bad-value", "id")),
        (STANDARD, "title = ", "titel = ", ("missing-key", "title")),
        (STANDARD, "in_force_from = 2019-05-01", "in_force_from = 2019", ("bad-value", "in_force_from")),
        (STANDARD, '"gasoline", "gas"]', '"petrol"]', ("bad-value", "not_energies")),
        (STANDARD, "readings = 3", "readings = -3", ("bad-value", "method[free_acceleration].readings")),
        (STANDARD, 'method = "smoke"', 'method = "lug_down"', ("repeated-value", "method[lug_down].method")),
        (STANDARD, 'required = ["ringelmann"]', "required = []", ("bad-value", "method[smoke].required")),
        (STANDARD, 'unit = "level"', 'unit = "degree"', ("bad-value", "limit[ringelmann].unit")),
        (STANDARD, "min = 40\n", "", ("missing-key", "limit[power].max")),
        (STANDARD, "min = 40\n", "min = 40\nmax = 50\n", ("bad-value", "limit[power].max")),
        (STANDARD, 'sources = ["V8"]', 'sources = ["V99"]', ("bad-value", "limit[nox].sources")),
        (STANDARD, "last = 2020-06-30", "last = 2018-06-30", ("bad-value", "limit[nox].last")),
        (STANDARD, "last = 2020-06-30\n", "", ("repeated-value", "limit[nox].item")),
        (STANDARD, 'fails = ["fault"]', 'fails = ["broken"]', ("bad-value", "demand[obd].fails")),
        (STANDARD, 'demanded = "intact"', 'demanded = "whole"', ("bad-value", "demand[aftertreatment].demanded")),
        (STANDARD, 'item = "obd"', 'item = "opacity"', ("bad-value", "demand[opacity].item")),
        (STANDARD, "min = 0\nmax = 16", "min = 17\nmax = 16", ("bad-value", "bounds[opacity].max")),
        (STANDARD, 'confidence = "memory"\nsources', 'confidence = "sure"\nsources', ("bad-value", SURE)),
        (SENSING, "months = 6", "months = 0", ("bad-value", "months")),
        (SENSING, "decides = false", 'decides = "no"', ("bad-value", "limit[no].decides")),
        (SENSING, 'pollutant = "ringelmann"', 'pollutant = "opacity"', ("repeated-value", "limit[opacity].pollutant")),
        (SCREENING, 'quantity = "refraction"', 'quantity = "colour"', ("bad-value", "band[colour].quantity")),
        (SCREENING, "max = 1.3843", "max = 1.2", ("bad-value", "band[refraction].max")),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_key(text: str, old: str, new: str, mistake: tuple[str, str]) -> None:
    assert old in text
    assert mistake in mistakes(text.replace(old, new, 1))


def test_an_unknown_key_is_a_mistake() -> None:
    assert ("unknown-key", "speed") in mistakes("speed = 1\n" + SENSING)


def test_all_mistakes_are_named_at_once() -> None:
    assert len(mistakes(SENSING.replace("months = 6", "months = 0").replace("passes = 2", "passes = 0"))) == 2

"""The history of a row in the words of its reader."""

from datetime import UTC, datetime

import pytest

from fuelcheck.cli.history_terms import _KEYS, _LEDGERS, _NOUNS, _STEPS, fields, happened, noun
from fuelcheck.language import use
from fuelcheck.store.tables import NOUNS
from fuelcheck.store.versions import Step


def step(of: str, kind: str = "recorded", **after: object) -> Step:
    return Step(1, datetime(2025, 3, 9, tzinfo=UTC), "王敏", "record", None, of, "R1", kind, None, after)


def test_every_noun_of_the_store_has_a_name() -> None:
    assert set(NOUNS) <= set(_NOUNS)
    assert set(_LEDGERS) | set(_STEPS) <= set(NOUNS)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh", [("号牌种类", "", "大型汽车"), ("用途", "", "货车")]),
        ("en", [("plate kind", "", "large car"), ("category", "", "truck")]),
    ],
)
def test_fields_and_values_are_in_the_tongue_in_use(language: str, told: list[tuple[str, str, str]]) -> None:
    with use(language):
        assert list(fields(step("vehicle", plate_kind="large_car", category="truck"))) == told


def test_a_step_of_a_follow_up_is_told_by_its_term() -> None:
    with use("zh"):
        assert [new for _, _, new in fields(step("retest_event", step="repaired"))] == ["已维修"]
    with use("en"):
        assert list(fields(step("batch_event", step="turn_away"))) == [("what happened", "", "turn away")]


def test_keys_and_hashes_of_personal_data_are_no_matter_for_a_person() -> None:
    assert list(fields(step("roadside_check", **dict.fromkeys(_KEYS, "x")))) == []


def test_a_moment_is_written_as_people_write_it() -> None:
    with use("en"):
        told = list(fields(step("roadside_check", checked_at="2025-03-09T09:10+08:00")))
    assert told == [("checked at", "", "2025-03-09 09:10")]


def test_what_happened_names_the_row_and_what_was_done() -> None:
    with use("en"):
        assert happened(step("batch", "sampled")) == "batch sampled"
        assert noun("roadside_check") == "check"

"""Sentences about a check, in both tongues."""

from fuelcheck.language import use
from fuelcheck.rules.roadside.verdicts import Terms
from fuelcheck.words import CheckItem, CheckMethod, ObdState, UreaState
from tests.rules.roadside.law import LUG_DOWN, judged, line


def test_words_in_a_sentence_are_printed_in_the_reader_s_tongue() -> None:
    terms = Terms((CheckMethod.FREE_ACCELERATION, CheckMethod.SMOKE))

    with use("en"):
        assert str(terms) == "free acceleration; smoke"
    with use("zh"):
        assert str(terms) == "自由加速、林格曼"


def test_an_item_says_value_unit_and_limit() -> None:
    with use("en"):
        assert line(judged(readings=("1.3", "1.35", "1.4")), CheckItem.OPACITY).sentence == (
            "opacity: the mean of 3 readings is 1.35 1/m, more than the limit ≤ 1.2 1/m allows"
        )
        assert line(judged(LUG_DOWN), CheckItem.OPACITY).sentence.startswith("opacity K100: 0.9 1/m meets")


def test_a_failure_names_its_items_once() -> None:
    with use("en"):
        verdict = judged(LUG_DOWN, readings=("1.3", "1.4"), obd=ObdState.FAULT)
        assert verdict.sentence == "The vehicle does not pass: opacity; OBD"


def test_what_is_open_is_counted() -> None:
    with use("en"):
        verdict = judged(readings=(), urea=UreaState.POOR)
        assert verdict.sentence == "Nothing fails, but a person must decide (2 open points)"
        assert len(verdict.sentences) == 1 + len(verdict.reasons) + len(verdict.items)

"""What a judgement says in signs and sentences, for people and for programs."""

from datetime import date
from decimal import Decimal

import pytest

from fuelcheck.judging import judge
from fuelcheck.language import use
from fuelcheck.law.standards import Limit
from fuelcheck.rules.verdicts import limit_in_signs, limit_text
from fuelcheck.words import Conclusion, Confidence

MARCH = date(2025, 3, 9)


def limit(low: str | None = None, high: str | None = None, text: str | None = None) -> Limit:
    low_, high_ = (None if figure is None else Decimal(figure) for figure in (low, high))
    return Limit((), None, low_, high_, text, Confidence.CONFIRMED, ())


@pytest.mark.parametrize(
    ("found", "for_programs", "for_people"),
    [
        (limit(high="10"), "<= 10", "≤ 10"), (limit(low="0.20"), ">= 0.20", "≥ 0.20"),
        (limit("8.0", "12.0"), "8.0 - 12.0", "8.0–12.0"), (limit(text="<= 无"), "<= 无", "<= 无"),
    ],
)  # fmt: skip
def test_a_limit_is_written_in_ascii_for_programs_and_in_signs_for_people(
    found: Limit, for_programs: str, for_people: str
) -> None:
    assert (limit_text(found), limit_in_signs(found)) == (for_programs, for_people)


def test_the_limit_of_an_item_is_shown_with_its_unit() -> None:
    verdict = judge(product="diesel", grade="0", sampled_on=MARCH, results={"sulfur": "6", "气味": "正常"})
    items = {item.item: item for item in verdict.items}

    assert (items["sulfur"].limit, items["sulfur"].limit_shown) == ("<= 10", "≤ 10 mg/kg")
    assert items["气味"].limit_shown is None
    with use("zh"):
        assert items["sulfur"].limit_shown == "≤ 10 mg/kg"


@pytest.mark.parametrize(
    ("results", "sentence"),
    [
        ({}, "Nothing could be judged"), ({"气味": "正常"}, "Nothing could be judged"),
        ({"sulfur": "见附页"}, "Nothing could be judged"), ({"sulfur": "6", "灰分": "见附页"}, "No item fails"),
    ],
)  # fmt: skip
def test_that_no_item_fails_is_said_only_where_one_was_judged(results: dict[str, str], sentence: str) -> None:
    verdict = judge(product="diesel", grade="0", sampled_on=MARCH, results=results)

    assert verdict.sentence.startswith(sentence)


@pytest.mark.parametrize(
    ("sulfur", "conclusion", "contradicts"),
    [
        ("35", Conclusion.PASS, True), ("35", Conclusion.FAIL, False), ("6", Conclusion.FAIL, True),
        ("6", Conclusion.PASS, False), ("见附页", Conclusion.PASS, False), ("见附页", Conclusion.FAIL, False),
        ("35", None, False),
    ],
)  # fmt: skip
def test_only_a_verdict_that_decides_contradicts_the_laboratory(
    sulfur: str, conclusion: Conclusion | None, contradicts: bool
) -> None:
    verdict = judge(product="diesel", grade="0", sampled_on=MARCH, results={"sulfur": sulfur})

    assert verdict.contradicts(conclusion) is contradicts

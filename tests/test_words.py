"""The closed lists: a value for programs, a term for people, each once."""

import pytest

from fuelcheck import words
from fuelcheck.words import DIESEL_GRADES, MOTOR_FUELS, PETROL_GRADES, Product, Word

LISTS = [
    word for word in vars(words).values() if isinstance(word, type) and issubclass(word, Word) and word is not Word
]


@pytest.mark.parametrize("words_", LISTS)
def test_a_term_of_a_list_means_one_value(words_: type[Word]) -> None:
    terms = [word.zh for word in words_]

    assert all(terms)
    assert len(set(terms)) == len(terms)


@pytest.mark.parametrize("words_", LISTS)
def test_a_value_is_the_text_that_json_and_the_database_hold(words_: type[Word]) -> None:
    assert [words_(word.value) for word in words_] == list(words_)
    assert all(f"{word}" == word.value for word in words_)


def test_motor_fuels_are_the_two_petrols_and_diesel() -> None:
    assert {product.zh for product in MOTOR_FUELS} == {"车用汽油", "车用乙醇汽油", "车用柴油"}
    assert Product.UREA not in MOTOR_FUELS


def test_no_grade_is_of_petrol_and_of_diesel() -> None:
    assert not set(PETROL_GRADES) & set(DIESEL_GRADES)

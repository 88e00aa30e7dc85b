"""Numbers of a check: read as written, compared exactly, printed so that they do not mislead."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules.roadside.bench import mean, mean_text, meets, number
from fuelcheck.words import CheckItem, CheckMethod, LimitSet
from tests.rules.roadside.law import LAW, MARCH

LIMIT = LAW.standards[0].limit(CheckItem.OPACITY, CheckMethod.FREE_ACCELERATION, LimitSet.A, MARCH)
assert LIMIT is not None


@pytest.mark.parametrize(("written", "value"), [("1.2", "1.2"), (" 1.20 ", "1.20"), ("１．２", "1.2"), ("0", "0")])
def test_a_number_keeps_its_digits(written: str, value: str) -> None:
    assert str(number(written)) == value


@pytest.mark.parametrize("written", ["", "-1", "1,2", "<1", "1.", ".5", "1e3", "nan", "合格", "1 2 a", "٣"])
def test_anything_else_is_no_number(written: str) -> None:
    assert number(written) is None


@given(st.lists(st.decimals(0, 16, places=2), min_size=1, max_size=6))
def test_a_printed_mean_lies_on_the_side_of_the_limit_on_which_the_mean_lies(values: list[Decimal]) -> None:
    exact = mean(tuple(values))
    printed = Decimal(mean_text(exact, LIMIT))

    assert meets(printed, LIMIT) == meets(exact, LIMIT)
    assert abs(Fraction(printed) - exact) <= Fraction(1, 200)


def test_a_mean_has_two_digits_unless_they_would_mislead() -> None:
    assert mean_text(Fraction(6, 5), LIMIT) == "1.20"
    assert mean_text(Fraction(361, 300), LIMIT) == "1.203"
    assert mean_text(Fraction(4, 3), LIMIT) == "1.33"

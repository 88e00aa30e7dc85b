"""GB/T 8170: the worked examples of its clauses on rounding and comparing, and what holds of every number."""

from decimal import ROUND_HALF_EVEN, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules.rounding import INFINITY, Edge, Interval, Place, place, place_rounded, rounded

D = Decimal
numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=6)
decimals = st.integers(0, 5)


def point(number: str, lean: int = 0) -> Interval:
    return Interval(Edge(D(number), lean), Edge(D(number), lean))


def between(low: str | None, high: str | None) -> Interval:
    return Interval(Edge(-INFINITY if low is None else D(low)), Edge(INFINITY if high is None else D(high)))


@pytest.mark.parametrize(
    ("number", "digits", "result"),
    [
        ("12.1498", 0, "12"),
        ("12.1498", 1, "12.1"),
        ("1268", -2, "1300"),
        ("10.5002", 0, "11"),
        ("1.050", 1, "1.0"),
        ("0.35", 1, "0.4"),
        ("2500", -3, "2000"),
        ("3500", -3, "4000"),
        ("0.0325", 3, "0.032"),
        ("32500", -3, "32000"),
        ("-355", -1, "-360"),
        ("-325", -1, "-320"),
        ("-365", -1, "-360"),
        ("-0.0365", 3, "-0.036"),
    ],
)
def test_below_five_drops_above_five_raises_exactly_five_goes_to_the_even_digit(number, digits, result):
    assert rounded(D(number), digits) == D(result)


def test_a_number_is_rounded_in_one_step():
    assert rounded(D("97.46"), 0) == 97
    assert rounded(D("15.4546"), 0) == 15
    assert rounded(rounded(D("15.4546"), 1), 0) == 16, "what rounding twice would make of it"


@pytest.mark.parametrize(
    ("reported", "mark", "result"),
    [("15.5", "-", "15"), ("-15.5", "-", "-15"), ("16.5", "+", "17"), ("-16.5", "+", "-17"), ("17.5", "", "18")],
)
def test_the_mark_of_a_rounded_value_keeps_it_from_being_rounded_twice(reported, mark, result):
    amount = {"+": 1, "-": -1, "": 0}[mark]
    lean = amount if D(reported) > 0 else -amount

    assert rounded(D(reported), 0, lean) == D(result)


COMPARISONS = [
    # found, allowed, digits, as obtained, rounded
    ("97.01", ("97.0", None), 1, Place.WITHIN, Place.WITHIN),
    ("97.00", ("97.0", None), 1, Place.WITHIN, Place.WITHIN),
    ("96.96", ("97.0", None), 1, Place.BELOW, Place.WITHIN),
    ("96.94", ("97.0", None), 1, Place.BELOW, Place.BELOW),
    ("0.452", (None, "0.5"), 1, Place.WITHIN, Place.WITHIN),
    ("0.549", (None, "0.5"), 1, Place.ABOVE, Place.WITHIN),
    ("0.551", (None, "0.5"), 1, Place.ABOVE, Place.ABOVE),
    ("1.151", ("1.2", "1.6"), 1, Place.BELOW, Place.WITHIN),
    ("1.649", ("1.2", "1.6"), 1, Place.ABOVE, Place.WITHIN),
    ("1.651", ("1.2", "1.6"), 1, Place.ABOVE, Place.ABOVE),
    ("9.89", ("9.9", "10.1"), 1, Place.BELOW, Place.WITHIN),
    ("9.85", ("9.9", "10.1"), 1, Place.BELOW, Place.BELOW),
    ("10.16", ("9.9", "10.1"), 1, Place.ABOVE, Place.ABOVE),
    # of fuels
    ("10.4", (None, "10"), 0, Place.ABOVE, Place.WITHIN),
    ("59.6", ("60", None), 0, Place.BELOW, Place.WITHIN),
    ("12.04", ("8.0", "12.0"), 1, Place.ABOVE, Place.WITHIN),
    ("0.84", (None, "0.8"), 1, Place.ABOVE, Place.WITHIN),
    ("15.5", (None, "15"), 0, Place.ABOVE, Place.ABOVE),
]


@pytest.mark.parametrize(("found", "allowed", "digits", "as_obtained", "when_rounded"), COMPARISONS)
def test_the_two_comparisons(found, allowed, digits, as_obtained, when_rounded):
    assert place(point(found), between(*allowed)) is as_obtained
    assert place_rounded(point(found), between(*allowed), digits) is when_rounded


def test_an_interval_may_lie_astride_a_limit():
    below_15 = Interval(Edge(-INFINITY), Edge(D(15), -1))

    assert place(below_15, between(None, "10")) is Place.ASTRIDE
    assert place(below_15, between("15", None)) is Place.BELOW, "less than 15 is not 15"
    assert place(Interval(Edge(D(2)), Edge(D("8.5"))), between(None, "10")) is Place.WITHIN


def test_what_lies_just_below_a_half_is_rounded_down():
    assert place_rounded(Interval(Edge(-INFINITY), Edge(D("11.5"), -1)), between(None, "11"), 0) is Place.WITHIN
    assert place_rounded(point("11.5"), between(None, "11"), 0) is Place.ABOVE


def test_what_has_no_end_stays_endless():
    assert rounded(INFINITY, 2) == INFINITY
    assert rounded(-INFINITY, 0) == -INFINITY


@given(numbers, decimals)
def test_rounding_is_the_half_even_of_decimal_and_moves_half_a_unit_at_most(number, digits):
    step = D(1).scaleb(-digits)

    assert rounded(number, digits) == number.quantize(step, ROUND_HALF_EVEN)
    assert abs(rounded(number, digits) - number) <= step / 2


@given(numbers, numbers, decimals)
def test_rounding_keeps_the_order(one, other, digits):
    low, high = sorted((one, other))

    assert rounded(low, digits) <= rounded(high, digits)


@given(numbers, decimals)
def test_a_lean_decides_a_half_and_nothing_else(number, digits):
    low, high = (rounded(number, digits, lean) for lean in (-1, 1))

    assert low <= rounded(number, digits) <= high
    assert (low != high) == (abs(rounded(number, digits) - number) * 2 == D(1).scaleb(-digits))


@given(numbers, numbers, numbers, decimals)
def test_rounding_first_never_loses_what_meets_a_limit_printed_with_those_digits(number, one, other, digits):
    low, high = sorted((rounded(one, digits), rounded(other, digits)))
    allowed = Interval(Edge(low), Edge(high))
    found = Interval(Edge(number), Edge(number))

    if place(found, allowed) is Place.WITHIN:
        assert place_rounded(found, allowed, digits) is Place.WITHIN

"""How a measured number meets a limit: the rounding of GB/T 8170-2008 and its two ways to compare.

Rounding 修约: below five drop, above five raise, exactly five with nothing behind it to the even
digit; in one step from the value as obtained, never twice. 全数值比较法 compares the value as
obtained, 修约值比较法 rounds it first to the digits with which the limit is printed.

What a laboratory writes is an interval of true values: ``35`` one point, ``<3`` everything below,
``2.2~8.5`` all between. Its ends are ``Edge``: a number and a lean, -1 just below it, +1 just
above, 0 the number itself. Compared as tuples, edges need no case of their own for open ends,
and a lean is exactly the mark that GB/T 8170 3.3 puts beside a rounded value, ``15.5(+)``, so
that it is not rounded a second time as if the five were exact.
"""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Context, Decimal
from enum import StrEnum
from typing import NamedTuple

EXACT = Context(prec=200)
"""Wide enough for every number that ``measured`` reads: nothing is rounded but on purpose."""

INFINITY = Decimal("Infinity")


class Edge(NamedTuple):
    """An end of an interval: the number, and -1, 0 or +1 for just below, at, just above it."""

    number: Decimal
    lean: int = 0


class Interval(NamedTuple):
    """All true values that a written result allows, from ``low`` to ``high``, both ends included."""

    low: Edge
    high: Edge


NO_BOUND = Interval(Edge(-INFINITY), Edge(INFINITY))


class Place(StrEnum):
    """Where an interval of true values lies against a limit."""

    WITHIN = "within"
    BELOW = "below"
    """All of it is less than the limit allows."""
    ABOVE = "above"
    ASTRIDE = "astride"
    """Some of it meets the limit and some does not."""


def rounded(number: Decimal, decimals: int, lean: int = 0) -> Decimal:
    """``number`` to so many decimals by GB/T 8170; ``lean`` decides where the rest is exactly five.

    >>> rounded(Decimal("59.6"), 0), rounded(Decimal("0.25"), 1), rounded(Decimal("0.25"), 1, lean=+1)
    (Decimal('60'), Decimal('0.2'), Decimal('0.3'))
    """
    if not number.is_finite():
        return number
    step = Decimal(1).scaleb(-decimals, EXACT)
    down = number.quantize(step, ROUND_DOWN, EXACT)
    if lean and 2 * abs(EXACT.subtract(number, down)) == step:
        away = (number > 0) == (lean > 0)
        return EXACT.add(down, step.copy_sign(number)) if away else down
    return number.quantize(step, ROUND_HALF_EVEN, EXACT)


def place(found: Interval, allowed: Interval) -> Place:
    """Where ``found`` lies against ``allowed``, compared as obtained (全数值比较法)."""
    if found.high < allowed.low:
        return Place.BELOW
    if found.low > allowed.high:
        return Place.ABOVE
    if found.low >= allowed.low and found.high <= allowed.high:
        return Place.WITHIN
    return Place.ASTRIDE


def place_rounded(found: Interval, allowed: Interval, decimals: int) -> Place:
    """Where ``found`` lies against ``allowed`` when rounded to the limit's ``decimals`` (修约值比较法)."""
    return place(Interval(_rounded_edge(found.low, decimals), _rounded_edge(found.high, decimals)), allowed)


def _rounded_edge(edge: Edge, decimals: int) -> Edge:
    return Edge(rounded(edge.number, decimals, edge.lean))

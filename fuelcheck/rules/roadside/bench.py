"""What one check is held against, and the numbers in it."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from fuelcheck.faults import Remark
from fuelcheck.law.roadside import Bounds, CheckLimit, CheckStandard, MethodRule
from fuelcheck.rules.roadside.record import Check
from fuelcheck.words import CheckItem, LimitSet

_NUMBER = re.compile(r"\d{1,6}(\.\d{1,6})?", re.ASCII)
_PRINTED = 2
_MOST_PRINTED = 8


@dataclass(frozen=True, slots=True)
class Bench:
    """The edition of the day and what it says of the check's method.

    ``method`` is None where the record names none; ``blocked`` is why no measurement can be judged.
    """

    check: Check
    standard: CheckStandard
    limit_set: LimitSet
    day: date
    method: MethodRule | None
    blocked: Remark | None

    def limit(self, item: CheckItem) -> CheckLimit | None:
        """The limit of an item as it was measured; None where there is none."""
        if self.method is None:
            return None
        return self.standard.limit(item, self.method.method, self.limit_set, self.day)

    def sources(self, cited: tuple[str, ...]) -> tuple[str, ...]:
        """The papers that figures were taken from, by their texts."""
        return tuple(source.text for source in self.standard.sources if source.id in cited)


def number(written: str) -> Decimal | None:
    """A measured number, with the digits as reported; None where it cannot be read as one.

    >>> number("１．20"), number("1,2")
    (Decimal('1.20'), None)
    """
    tight = "".join(unicodedata.normalize("NFKC", written).split())
    return Decimal(tight) if _NUMBER.fullmatch(tight) else None


def possible(value: Decimal, bounds: Bounds | None) -> bool:
    """Whether an instrument can show ``value`` at all."""
    return bounds is None or bounds.low <= value <= bounds.high


def meets(value: Fraction | Decimal, limit: CheckLimit) -> bool:
    """Whether a value meets the limit: compared exactly, the limit itself passes."""
    exact = Fraction(value)
    return (limit.high is None or exact <= Fraction(limit.high)) and (limit.low is None or exact >= Fraction(limit.low))


def mean(values: tuple[Decimal, ...]) -> Fraction:
    """The arithmetic mean, exactly; ``values`` are not empty."""
    return sum(map(Fraction, values), Fraction(0)) / len(values)


def mean_text(exact: Fraction, limit: CheckLimit) -> str:
    """A mean as it is printed: two digits, and more only where two would stand on the other side of the limit."""
    for digits in range(_PRINTED, _MOST_PRINTED):
        printed = _rounded(exact, digits)
        if meets(printed, limit) == meets(exact, limit):
            return f"{printed:f}"
    return f"{_rounded(exact, _MOST_PRINTED):f}"


def _rounded(exact: Fraction, digits: int) -> Decimal:
    return Decimal(round(exact * 10**digits)).scaleb(-digits)

"""How figures, days and moments are written on paper and in a workbook.

Days read 2025年3月9日 in prose and 2025-03-09 in tables; a moment is China's; ``0`` is a zero
and ``—`` means not applicable. A rate has one decimal, and a goal that was missed by little
is never rounded to 100.0 %.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from fuelcheck.china import CHINA

NOT_APPLICABLE = "—"
_CIRCLED = "".join(chr(first + n) for first, count in ((0x2460, 20), (0x3251, 15), (0x32B1, 15)) for n in range(count))


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its numerator and denominator; without a denominator there is none.

    >>> Rate(152, 159).text, Rate(9996, 10_000).text, Rate(1, 0).text
    ('95.6%', '99.9%', '—')
    """

    numerator: int
    denominator: int

    @property
    def value(self) -> Decimal | None:
        """The share to a thousandth, as it is printed; None without a denominator."""
        if not self.denominator:
            return None
        rounded = (Decimal(self.numerator) / self.denominator).quantize(Decimal("0.001"), ROUND_HALF_UP)
        return min(rounded, Decimal("0.999")) if self.numerator < self.denominator else rounded

    @property
    def text(self) -> str:
        """The share in per cent."""
        return NOT_APPLICABLE if self.value is None else f"{self.value * 100:.1f}%"


def fraction(rate: Rate) -> str:
    """A rate with what it was made of: 153/159 = 96.2%."""
    return f"{rate.numerator}/{rate.denominator} = {rate.text}" if rate.denominator else NOT_APPLICABLE


Cell = str | int | date | datetime | Rate | None
"""What a table's cell may hold; None: not applicable."""


def shown(cell: object) -> str:
    """A cell as text.

    >>> shown(0), shown(None), shown(date(2025, 3, 9))
    ('0', '—', '2025-03-09')
    """
    match cell:
        case str():
            return cell
        case None:
            return NOT_APPLICABLE
        case Rate():
            return cell.text
        case datetime():
            return f"{cell.astimezone(CHINA):%Y-%m-%d %H:%M}"
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def lines_of(cell: object) -> tuple[str, ...]:
    """A cell as the lines that it is written in: one, or one for each part of a tuple."""
    return tuple(map(shown, cell)) if isinstance(cell, tuple) else (shown(cell),)


def mark(number: int) -> str:
    """The number of a note in a circle, in brackets beyond fifty.

    >>> mark(1), mark(21), mark(51)
    ('①', '㉑', '(51)')
    """
    return _CIRCLED[number - 1] if number <= len(_CIRCLED) else f"({number})"


def marks(numbers: Iterable[int]) -> str:
    """Several notes' marks; three and more in a row as a range.

    >>> marks([1, 2, 3, 4, 6, 7])
    '①—④⑥⑦'
    """
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "".join(f"{mark(r[0])}—{mark(r[-1])}" if len(r) > 2 else "".join(map(mark, r)) for r in runs)

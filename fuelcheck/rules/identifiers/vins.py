"""The vehicle identification number (车辆识别代号), GB 16735-2019.

Seventeen digits and letters without I, O and Q; place 9 is the check digit, place 10 the year.
No digits are demanded at places 12 to 14: small makers have letters of their code there.
Imports, vehicles from before about 2004, tractors and machinery may lack a check digit and be
honest: that is for whoever keeps the record to weigh, the number is wrong all the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fuelcheck.faults import Remark
from fuelcheck.rules.identifiers.identification import Identification, confused, strange
from fuelcheck.rules.identifiers.writing import shown, tidy
from fuelcheck.words import IdentifierKind

LENGTH = 17
CHECK_PLACE = 9

_CHECK, _YEAR = CHECK_PLACE - 1, 9
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_VALUES = {digit: int(digit) for digit in "0123456789"} | dict(
    zip("ABCDEFGHJKLMNPRSTUVWXYZ", (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)
)
_MEANT = {"I": "1", "O": "0", "Q": "0"}
_AS_MEANT = str.maketrans(_MEANT)
_WRITTEN = frozenset(_VALUES) | frozenset(_MEANT)
_YEAR_CODES = "ABCDEFGHJKLMNPRSTVWXY123456789"
_FIRST_YEAR, _CYCLE = 1980, len(_YEAR_CODES)


@dataclass(frozen=True, slots=True)
class Vin(Identification):
    """A text that is a vehicle identification number or was meant to be one."""

    kind: ClassVar[IdentifierKind] = IdentifierKind.VIN

    @property
    def years(self) -> tuple[int, ...]:
        """The two years from 1980 to 2039 that place 10 can mean; empty where it means none."""
        code = self.normalised[_YEAR : _YEAR + 1]
        if len(self.normalised) != LENGTH or code not in _YEAR_CODES:
            return ()
        first = _FIRST_YEAR + _YEAR_CODES.index(code)
        return first, first + _CYCLE

    def year_by(self, day: date) -> int | None:
        """The year of a vehicle that was there on ``day``; None where place 10 means none.

        It is the latest that is not beyond the year after: a year of manufacture or of the model
        may run one ahead of the calendar.
        """
        if not self.years:
            return None
        latest = day.year + 1
        year = latest - (latest - self.years[0]) % _CYCLE
        return year if year >= _FIRST_YEAR else None


def read_vin(text: str) -> Vin:
    """The text as a vehicle identification number, with everything that is wrong with it.

    >>> read_vin("LZZ5CLSB8GA000001").codes, read_vin("LZZ5CLSB9GA000001").valid
    (('vin-check-digit',), True)
    """
    vin = tidy(text)
    faults = tuple(_form(vin)) or tuple(_check(vin))
    return Vin(vin, faults, _proposed(vin) if faults else "")


def check_digit(vin: str) -> str:
    """What must stand at place 9, by the other places of seventeen permitted characters."""
    remainder = sum(_VALUES[character] * weight for character, weight in zip(vin, _WEIGHTS, strict=True)) % 11
    return "X" if remainder == 10 else str(remainder)


def _form(vin: str) -> Iterator[Remark]:
    if len(vin) != LENGTH:
        yield Remark("vin-length", value=shown(vin), values={"count": len(vin)})
    yield from strange("vin-character", vin, _WRITTEN)
    yield from confused("vin-letter", vin, _MEANT)


def _check(vin: str) -> Iterator[Remark]:
    expected = check_digit(vin)
    if vin[_CHECK] != expected:
        yield Remark("vin-check-digit", value=vin, values={"found": vin[_CHECK], "expected": expected})


def _proposed(vin: str) -> str:
    """The number with digits for the letters that look like them, if that makes it right."""
    meant = vin.translate(_AS_MEANT)
    right = meant != vin and not any(_form(meant)) and not any(_check(meant))
    return meant if right else ""

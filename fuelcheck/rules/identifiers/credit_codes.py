"""The unified social credit code (统一社会信用代码), GB 32100-2015, with its check digit.

Eighteen digits and letters without I, O, S, V and Z: two characters for the authority and the
kind of body, six digits for the region, nine for the body, one that fits the others. The first
two may be letters: a village's collective is entered by the agriculture department under N.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from stdnum.cn import uscc

from fuelcheck.faults import Remark
from fuelcheck.rules.identifiers.identification import Identification, confused, strange
from fuelcheck.rules.identifiers.writing import shown, tidy
from fuelcheck.words import IdentifierKind

LENGTH = 18

_DIGITS = frozenset("0123456789")
_MEANT = {"I": "1", "O": "0", "S": "5", "V": "U", "Z": "2"}
_AS_MEANT = str.maketrans(_MEANT)
_WRITTEN = _DIGITS | frozenset("ABCDEFGHJKLMNPQRTUWXY") | frozenset(_MEANT)


@dataclass(frozen=True, slots=True)
class CreditCode(Identification):
    """A text that is a unified social credit code or was meant to be one."""

    kind: ClassVar[IdentifierKind] = IdentifierKind.CREDIT_CODE


def read_credit_code(text: str) -> CreditCode:
    """The text as a unified social credit code, with everything that is wrong with it.

    >>> read_credit_code("9111 0000 6000 3734 1L").valid
    True
    """
    code = tidy(text)
    faults = tuple(_form(code)) or tuple(_check(code))
    return CreditCode(code, faults, _proposed(code) if faults else "")


def _form(code: str) -> Iterator[Remark]:
    if len(code) != LENGTH:
        yield Remark("uscc-length", value=shown(code), values={"count": len(code)})
    yield from strange("uscc-character", code, _WRITTEN)
    yield from confused("uscc-letter", code, _MEANT)
    region = code[2:8]
    if not _DIGITS.union(_MEANT).issuperset(region):
        yield Remark("uscc-region", value=shown(code), values={"region": shown(region)})


def _check(code: str) -> Iterator[Remark]:
    expected = uscc.calc_check_digit(code[:-1])
    if code[-1] != expected:
        yield Remark("uscc-check-digit", value=code, values={"found": code[-1], "expected": expected})


def _proposed(code: str) -> str:
    """The code with what looks like the letters that there are none of, if that makes it right."""
    meant = code.translate(_AS_MEANT)
    right = meant != code and not any(_form(meant)) and not any(_check(meant))
    return meant if right else ""

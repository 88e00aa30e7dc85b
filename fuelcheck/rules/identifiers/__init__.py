"""Identifiers of vehicles and firms: number plates, vehicle identification numbers, credit codes.

Strict after normalising: an identifier is right by its form and, where there is one, its check
digit. What is wrong is said; what was probably meant is proposed and never put in its place.
"""

import re

from fuelcheck.faults import Remark
from fuelcheck.rules.identifiers.credit_codes import read_credit_code
from fuelcheck.rules.identifiers.identification import Identification
from fuelcheck.rules.identifiers.plates import looks_like_a_plate, read_plate
from fuelcheck.rules.identifiers.vins import LENGTH as VIN_LENGTH
from fuelcheck.rules.identifiers.vins import read_vin
from fuelcheck.rules.identifiers.writing import shown, tidy

_CREDIT_START = re.compile("[0-9A-Z]{2}[0-9IO]{6}")
_FIRM_START = re.compile("9[123][0-9]{6}")
_CREDIT_LENGTHS = range(17, 20)
_VIN_LENGTHS = range(16, 19)
_LETTER_AND_DIGIT = re.compile(r"(?=.*[A-Z]).*[0-9]")
_LETTERS_AND_DIGITS = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_MOST_STRANGE = 2


def identify(text: object) -> Identification:
    """What a text identifies: a ``Plate``, ``Vin`` or ``CreditCode``, right or wrong, or nothing known.

    Nothing raises. What is no text (a number that Excel made of a code, ``None``) is of unknown
    kind, because a number may have lost its end; so is a text that resembles none of the three.

    >>> one = identify("豫CD12345")
    >>> print(one.kind, one.valid, one.normalised)
    plate True 豫CD12345
    >>> one = identify("lzz5clsb8ga000001")
    >>> print(one.kind, one.valid, *one.codes)
    vin False vin-check-digit
    """
    if not isinstance(text, str):
        return Identification("", (Remark("identifier-not-text", value=type(text).__name__),))
    written = tidy(text)
    if looks_like_a_plate(written):
        return read_plate(written)
    if _looks_like_a_credit_code(written):
        return read_credit_code(written)
    if _looks_like_a_vin(written):
        return read_vin(written)
    code = "identifier-unknown" if written else "identifier-empty"
    return Identification(written, (Remark(code, value=shown(written)),))


def _looks_like_a_credit_code(text: str) -> bool:
    """Of about eighteen characters, six digits behind the first two; of seventeen only as firms' codes begin."""
    if len(text) not in _CREDIT_LENGTHS or not _nearly_all_letters_and_digits(text):
        return False
    start = _FIRM_START if len(text) == VIN_LENGTH else _CREDIT_START
    return bool(start.match(text))


def _looks_like_a_vin(text: str) -> bool:
    if len(text) not in _VIN_LENGTHS or not _nearly_all_letters_and_digits(text):
        return False
    return len(text) == VIN_LENGTH or bool(_LETTER_AND_DIGIT.match(text))


def _nearly_all_letters_and_digits(text: str) -> bool:
    return sum(character not in _LETTERS_AND_DIGITS for character in text) <= _MOST_STRANGE

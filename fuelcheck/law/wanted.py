"""What stands under keys of standards and programmes beside what every TOML file has."""

from decimal import Decimal

from fuelcheck.language import _
from fuelcheck.toml.wanted import Wanted, matching

_MOST_DECIMALS = 6
_BELOW = Decimal(1_000_000)


def figure() -> Wanted[Decimal]:
    """A number with the digits as the standard prints them: 10, 10.0 and 10.00 are three."""

    def read(value: object) -> Decimal:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise ValueError
        number = Decimal(value)
        exponent = number.as_tuple().exponent
        if not isinstance(exponent, int) or not -_MOST_DECIMALS <= exponent <= 0 or abs(number) >= _BELOW:
            raise ValueError
        return number

    return Wanted(read, _("a number below a million with the digits as printed, such as 10 or 0.20"), Decimal(0))


def flag() -> Wanted[bool]:
    """True or false, without quotation marks."""

    def read(value: object) -> bool:
        if not isinstance(value, bool):
            raise ValueError
        return value

    return Wanted(read, _("true or false"), False)


def key() -> Wanted[str]:
    """A name that programs rely on."""
    return matching(r"[a-z][a-z0-9_]*", _("small letters, digits and _, a letter first"))

"""Shares as per cents on the screen; a share that is not reached never looks as if it were."""

from decimal import ROUND_FLOOR, Decimal

_TENTH = Decimal("0.1")


def percent(share: Decimal, *, sign: bool = False) -> str:
    """A share as it stands, in per cent; with ``sign`` growth shows its plus.

    >>> percent(Decimal("0.90")), percent(Decimal("-0.025")), percent(Decimal("0.15"), sign=True)
    ('90%', '-2.5%', '+15%')
    """
    shown = f"{(share * 100).normalize():f}%"
    return f"+{shown}" if sign and share > 0 else shown


def percent_of(part: int, whole: int) -> str:
    """The share of ``part`` in ``whole``, to a tenth of a per cent, rounded down.

    >>> percent_of(9, 10), percent_of(1999, 2000), percent_of(2, 3)
    ('90%', '99.9%', '66.6%')
    """
    share = (Decimal(part) * 100 / Decimal(whole)).quantize(_TENTH, ROUND_FLOOR)
    return f"{share.normalize():f}%"

"""A span of days given as options: a month, or first and last day."""

from calendar import monthrange
from datetime import date

from fuelcheck.cli.desk import day
from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_


class BadMonth(FuelcheckError):
    """An option that is no month."""

    code = "bad-month-option"
    sentence = N_("--month is {value}; allowed: a month such as 2025-03")


class NoSpan(FuelcheckError):
    """Neither a month nor both days were given, or both."""

    code = "no-span"
    sentence = N_("Name either --month 2025-03, or both --from and --until")


class SpanBackwards(FuelcheckError):
    """A span that ends before it begins."""

    code = "span-backwards"
    sentence = N_("--until {last} is before --from {first}")


def span(month: str | None, first: str | None, last: str | None) -> tuple[date, date]:
    """First and last day; BadMonth, BadDay, NoSpan, SpanBackwards."""
    if month is not None and first is None and last is None:
        return _month(month)
    if month is not None or first is None or last is None:
        raise NoSpan()
    begin, end = day("--from", first), day("--until", last)
    if end < begin:
        raise SpanBackwards(first=begin, last=end)
    return begin, end


def _month(text: str) -> tuple[date, date]:
    try:
        begin = date.fromisoformat(f"{text.strip()}-01")
    except ValueError as error:
        raise BadMonth(value=text) from error
    return begin, begin.replace(day=monthrange(begin.year, begin.month)[1])

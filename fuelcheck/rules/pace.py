"""How fast the year's batches come in, against a line that grows by the same number every day.

The plan knows only the year's number; the line is no duty, it shows whether the year will end well.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from fuelcheck.rules.year import QuotaYear


def expected(required: int, year: QuotaYear, as_of: date) -> int:
    """⌈required × days elapsed ÷ days of the year⌉ batches by the end of ``as_of``."""
    return -(-required * year.elapsed(as_of) // year.days)


def meets_on(required: int, achieved: int, year: QuotaYear, as_of: date) -> date | None:
    """The day on which ``required`` is reached if batches come in as they have so far.

    It may lie after the year's end. None while nothing is achieved. A quota that is met is met
    by the roster day: on which earlier day it was is not guessed.
    """
    today = year.roster_day(as_of)
    if achieved >= required:
        return today
    if achieved == 0:
        return None
    days = -(-required * year.elapsed(as_of) // achieved)
    return year.first + timedelta(days=days - 1)


def december_heap(year: QuotaYear, by_month: Mapping[date, int]) -> bool:
    """Whether more than a quarter of the year's batches were drawn in its last month.

    ``by_month`` counts batches by the first day of their month of sampling.
    """
    return 4 * by_month.get(year.months()[-1], 0) > sum(by_month.values())

"""The quota year: its days and months, and the day on which its roster is read.

Plan 伊政办〔2024〕15号 (十三) 2 says 每年, 年度 and 全年; we read the calendar year unless the
policy names another first day. Reports count up to the as-of day, also after the year
(December's reports arrive in January); the roster stops at the year's last day.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Self

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_


class BeforeTheYear(FuelcheckError):
    """The as-of day lies before the quota year: there is nothing to count."""

    code = "before-the-year"
    sentence = N_("{as_of} lies before the quota year {year}, which begins on {first}")


@dataclass(frozen=True, slots=True)
class QuotaYear:
    """One quota year, numbered by the calendar year in which it begins."""

    number: int
    first: date
    last: date

    @classmethod
    def of(cls, starts: tuple[int, int], number: int) -> Self:
        """The year ``number`` of a policy whose years begin on ``starts`` (month, day)."""
        month, day = starts
        return cls(number, date(number, month, day), date(number + 1, month, day) - timedelta(days=1))

    @property
    def days(self) -> int:
        """How many days the year has."""
        return (self.last - self.first).days + 1

    def roster_day(self, as_of: date) -> date:
        """The earlier of the as-of day and the year's last day.

        Raises ``BeforeTheYear`` for a day before the first.
        """
        if as_of < self.first:
            raise BeforeTheYear(as_of=as_of, year=self.number, first=self.first)
        return min(as_of, self.last)

    def elapsed(self, as_of: date) -> int:
        """Days of the year that have passed by the end of ``as_of``; raises ``BeforeTheYear``."""
        return (self.roster_day(as_of) - self.first).days + 1

    def months(self) -> tuple[date, ...]:
        """First days of the twelve calendar months that end within the year."""
        count = self.first.year * 12 + self.first.month - 1
        return tuple(date(n // 12, n % 12 + 1, 1) for n in range(count, count + 12))

    def months_over(self, as_of: date) -> tuple[date, ...]:
        """First days of the months whose last day is not after ``as_of``."""
        return tuple(month for month in self.months() if month_end(month) <= as_of)

    def running_month(self, as_of: date) -> date | None:
        """First day of the month that is open on ``as_of``; None on a month's last day and after the year."""
        month = as_of.replace(day=1)
        return month if month in self.months() and as_of < month_end(month) else None


@lru_cache(maxsize=1024)
def month_end(month: date) -> date:
    """The last day of the month that ``month`` lies in."""
    return month.replace(day=monthrange(month.year, month.month)[1])

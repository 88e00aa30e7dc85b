"""Days and moments as people write them, and the forms that are refused because a part is missing.

A day is a calendar day in China; a moment is at UTC+8. A bare number is a day only as
``yyyymmdd``: 45000 may be a day that Excel forgot to format, or a number.
"""

import re
from datetime import date, datetime

from fuelcheck.ledgers.cells import BadCell, Cell, line, plain

_DAY = re.compile(
    r"(?P<year>\d{4}) *(?:"
    r"(?P<sign>[-/.]) *(?P<month>\d{1,2}) *(?P=sign) *(?P<day>\d{1,2})|年 *(?P<m>\d{1,2}) *月 *(?P<d>\d{1,2}) *日?|"
    r"(?P<mm>\d{2})(?P<dd>\d{2}))(?=$|[ T]|(?<=日))",
    re.ASCII,
)
_CLOCK = re.compile(r"[ T]?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?(?:\+08:?00)?", re.ASCII)
_NO_DAY = re.compile(r"\d{4}(?:[-/.]\d{1,2}|年\d{1,2}月?|年)")
_NO_YEAR = re.compile(r"\d{1,2}(?:[-/.]\d{1,2}|月\d{1,2}日?)")
_SERIAL = re.compile(r"[3-6]\d{4}(?:\.\d+)?")
_EARLIEST, _LATEST = 1900, 2100


def day(cell: Cell) -> str:
    """A day as ``2025-03-09``; a time of day behind it is left out."""
    if isinstance(cell, date):
        return _within_reason(cell.year, cell.month, cell.day).isoformat()
    return _split(cell)[0].isoformat()


def moment(cell: Cell) -> str:
    """A day and a time of day as ``2025-03-09T09:10:00+08:00``; without a time, midnight."""
    if isinstance(cell, date):
        clock = f"{cell:%H:%M:%S}" if isinstance(cell, datetime) else "00:00:00"
        return f"{_within_reason(cell.year, cell.month, cell.day)}T{clock}+08:00"
    that_day, clock = _split(cell)
    return f"{that_day.isoformat()}T{clock}+08:00"


def _split(cell: Cell) -> tuple[date, str]:
    written = line(cell)
    found = _DAY.match(written)
    clock = _clock(written[found.end() :]) if found else None
    if found is None or clock is None:
        raise BadCell(_what_is_wrong(plain(cell)))
    month, day_ = found["month"] or found["m"] or found["mm"], found["day"] or found["d"] or found["dd"]
    return _within_reason(int(found["year"]), int(month), int(day_)), clock


def _clock(written: str) -> str | None:
    if not written:
        return "00:00:00"
    found = _CLOCK.fullmatch(written)
    if found is None:
        return None
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    return f"{hour:02}:{minute:02}:{second:02}" if hour < 24 and minute < 60 and second < 60 else None


def _within_reason(year: int, month: int, day_: int) -> date:
    try:
        if not _EARLIEST <= year <= _LATEST:
            raise ValueError
        return date(year, month, day_)
    except ValueError:
        raise BadCell("bad-day") from None


def _what_is_wrong(written: str) -> str:
    if _SERIAL.fullmatch(written) and 30000 <= float(written) < 60001:
        return "day-as-number"
    if _NO_DAY.fullmatch(written):
        return "day-without-day"
    if _NO_YEAR.fullmatch(written):
        return "day-without-year"
    return "bad-day"

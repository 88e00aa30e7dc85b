"""Which season's limits a sample is held against: that of its sampling day, and a while the one before.

GB 17930 and GB 18351 limit vapour pressure by season and give filling stations 15 days to replace
their stock when it changes. Reading: the days run from the first day of the season (1 to 15 May,
1 to 15 November), and only for filling stations and points; a file that names no kind of site
speaks of a station. The sampling day decides, not that of delivery, production or test.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from fuelcheck.law.standards import Season
from fuelcheck.words import SiteKind


def seasons_on(seasons: Iterable[Season], day: date, kind: SiteKind | None) -> tuple[Season, ...]:
    """The season of ``day`` at a site of that ``kind``, and behind it the one whose stock may be left.

    Empty where no season is stated for the day.
    """
    known = tuple(seasons)
    now = _season_of(known, day)
    if now is None:
        return ()
    first = _first_day(now, day)
    before = _season_of(known, first - timedelta(days=1)) if first > date.min else None
    replacing = (kind or SiteKind.STATION) in now.replacement_at and (day - first).days < now.replacement_days
    return (now, before) if replacing and before is not None and before != now else (now,)


def _season_of(seasons: Iterable[Season], day: date) -> Season | None:
    return next((season for season in seasons if _holds(season, (day.month, day.day))), None)


def _holds(season: Season, month_and_day: tuple[int, int]) -> bool:
    if season.starts <= season.ends:
        return season.starts <= month_and_day <= season.ends
    return month_and_day >= season.starts or month_and_day <= season.ends


def _first_day(season: Season, day: date) -> date:
    """The first day of the season's run that holds ``day``; the calendar's first day if it began before."""
    month, first = season.starts
    year = day.year if (day.month, day.day) >= season.starts else day.year - 1
    return date(year, month, first) if year >= date.min.year else date.min

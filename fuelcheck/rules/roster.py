"""What a site was on a day: who owned it, where it stood, whether it sold.

The register states a site as it was before its first dated change; each change holds from
its day on. Facts may come in any order. Where two facts of one day disagree:

- a site that is both closed and reopened (or opened) on one day sold on that day;
- of two owners, names or townships of one day the last in the order of their text holds.

A site that has closed keeps the owner, name and township of its last day of selling: a sale
while it rests says nothing about the fuel that it sold. Plan 伊政办〔2024〕15号 (十三) 2
speaks of stations and does not say on which day they are counted; the roster day is our reading.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Self

from fuelcheck.rules.facts import ChangeFact, SiteFact
from fuelcheck.words import Change, Ownership, SiteKind

_DAY = timedelta(days=1)
_NO_CHANGES: tuple[ChangeFact, ...] = ()


def ownership_on(site: SiteFact, changes: Iterable[ChangeFact], day: date) -> Ownership:
    """Who controlled the site on ``day``; ``changes`` are those of this site."""
    return Ownership(_value_on(site.ownership, changes, Change.OWNERSHIP, day))


def township_on(site: SiteFact, changes: Iterable[ChangeFact], day: date) -> str:
    """The township in which the site lay on ``day``."""
    return _value_on(site.township, changes, Change.TOWNSHIP, day)


def name_on(site: SiteFact, changes: Iterable[ChangeFact], day: date) -> str:
    """The site's name on ``day``."""
    return _value_on(site.name, changes, Change.NAME, day)


def operating_on(site: SiteFact, changes: Iterable[ChangeFact], day: date) -> bool:
    """Whether the site sold on ``day``: its last opening or closing by then decides.

    Without any, it operated if no opening day is known: it is older than the records.
    """
    events = _openings(site, changes, day)
    return events[-1][1] if events else site.opened_on is None


def operated_between(site: SiteFact, changes: Iterable[ChangeFact], first: date, last: date) -> bool:
    """Whether the site sold on at least one day from ``first`` to ``last``, both included."""
    changes = tuple(changes)
    if operating_on(site, changes, first):
        return True
    return any(opens and day > first for day, opens in _openings(site, changes, last))


def closed_since(site: SiteFact, changes: Iterable[ChangeFact], day: date) -> date | None:
    """The day of the last closing by ``day`` while it has not reopened, else None.

    Of two closings in a row the first: since then it has not sold. A site that has not
    opened yet has not closed either.
    """
    since: date | None = None
    for event, opens in _openings(site, changes, day):
        since = None if opens else since or event
    return since


@dataclass(frozen=True, slots=True)
class Roster:
    """Every site of a division as it was on the roster day.

    ``sites`` holds all sites by code, with owner, name and township of the day (a closed one:
    of its last day of selling), ``operating`` the codes of those that sold on the day.
    Own-use points stand in no roster: they are left out of ``groups``, the codes of the operating
    sites by kind and owner, and of ``resting``, the codes of those that do not operate.
    """

    day: date
    sites: dict[str, SiteFact]
    operating: frozenset[str]
    groups: dict[tuple[SiteKind, Ownership], list[str]]
    resting: tuple[str, ...]
    _register: dict[str, SiteFact]
    _changes: dict[str, list[ChangeFact]]

    @classmethod
    def on(cls, day: date, sites: Iterable[SiteFact], changes: Iterable[ChangeFact]) -> Self:
        """The roster of ``day``. Only sites that have changed are worked out anew."""
        register = {site.code: site for site in sites}
        dated = changes_by_site(changes)
        states = dict(register)
        for code in dated.keys() & register.keys():
            states[code] = _state(register[code], dated[code], day)
        operating: set[str] = set()
        groups: dict[tuple[SiteKind, Ownership], list[str]] = {}
        resting: list[str] = []
        for code, site in states.items():
            # Most sites have no dates at all; a county's overview asks for all of them each time.
            undated = site.opened_on is None and site.closed_on is None and code not in dated
            if undated or _operating(site, dated.get(code, _NO_CHANGES), day):
                operating.add(code)
                groups.setdefault((site.kind, site.ownership), []).append(code)
            elif site.kind is not SiteKind.OWN_USE:
                resting.append(code)
        on_roster = {key: codes for key, codes in groups.items() if key[0] is not SiteKind.OWN_USE}
        return cls(day, states, frozenset(operating), on_roster, tuple(resting), register, dated)

    def among(self, kinds: frozenset[SiteKind], ownerships: frozenset[Ownership]) -> list[str]:
        """Codes of the operating sites of those kinds and owners; an empty set: of any."""
        found: list[str] = []
        for (kind, ownership), codes in self.groups.items():
            if (not kinds or kind in kinds) and (not ownerships or ownership in ownerships):
                found += codes
        return found

    def operating_on(self, code: str, day: date) -> bool:
        """Whether the site sold on ``day``, which may be any day."""
        return _operating(self._register[code], self._changes.get(code, _NO_CHANGES), day)

    def operated_since(self, code: str, first: date) -> bool:
        """Whether the site sold on at least one day from ``first`` to the roster day."""
        return operated_between(self._register[code], self._changes.get(code, _NO_CHANGES), first, self.day)

    def closed_since(self, code: str) -> date | None:
        """Since when the site has not sold, if it had closed by the roster day."""
        return closed_since(self._register[code], self._changes.get(code, _NO_CHANGES), self.day)


def changes_by_site(changes: Iterable[ChangeFact]) -> dict[str, list[ChangeFact]]:
    """The changes of each site that has any."""
    found: dict[str, list[ChangeFact]] = {}
    for change in changes:
        found.setdefault(change.site, []).append(change)
    return found


def _state(site: SiteFact, changes: Sequence[ChangeFact], day: date) -> SiteFact:
    closed = closed_since(site, changes, day)
    shown = day if closed is None else closed - _DAY
    return replace(
        site,
        name=name_on(site, changes, shown),
        ownership=ownership_on(site, changes, shown),
        township=township_on(site, changes, shown),
    )


def _operating(site: SiteFact, changes: Sequence[ChangeFact], day: date) -> bool:
    """The same as ``operating_on``, faster for the many sites without a history."""
    if changes or (site.opened_on and site.closed_on):
        return operating_on(site, changes, day)
    if site.opened_on is not None:
        return site.opened_on <= day
    return site.closed_on is None or day < site.closed_on


def _openings(site: SiteFact, changes: Iterable[ChangeFact], day: date) -> list[tuple[date, bool]]:
    """Openings (True) and closings (False) by ``day`` in order of time, closings of a day first."""
    events = [(c.effective_on, c.what is Change.REOPENED) for c in changes if c.what in _OPENINGS]
    if site.opened_on is not None:
        events.append((site.opened_on, True))
    if site.closed_on is not None:
        events.append((site.closed_on, False))
    return sorted(event for event in events if event[0] <= day)


_OPENINGS = (Change.CLOSED, Change.REOPENED)


def _value_on(before: str, changes: Iterable[ChangeFact], what: Change, day: date) -> str:
    held = [(c.effective_on, c.value) for c in changes if c.what is what and c.effective_on <= day]
    return max(held)[1] if held else before

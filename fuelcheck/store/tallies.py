"""Counting batches for the quotas: few statements, whatever the number of sites and years.

The statements read nothing but the index ``ix_batch_quota`` (a test looks at the plan).
They count; which of the counts matter is the rules' business. They name no schema, so that
the temporary tables of ``store.past`` answer for them.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from fuelcheck.rules.facts import ChangeFact, MonthTally, SiteFact, Tally
from fuelcheck.words import Change, Ownership, Product, Purpose, SiteKind, Task

_COUNTS = (
    "COUNT(CASE WHEN reported_on <= :as_of THEN 1 END),"
    " COUNT(CASE WHEN reported_on IS NULL OR reported_on > :as_of THEN 1 END)"
)
_WITHIN = "division = :division AND {year} AND sampled_on BETWEEN :first AND :last AND status = 'valid'"
# As an expression the day cannot lure SQLite to ix_batch_day and from there to every row of the table.
_OF_SITES = _WITHIN.replace("sampled_on", "sampled_on || ''") + " AND site_code IN :sites"
_TALLIES = (
    f"SELECT site_code, product, task, purpose, {_COUNTS} FROM batch WHERE {_WITHIN}"
    " GROUP BY division, site_code, product, task, purpose"
)
_MONTHS = (
    f"SELECT site_code, substr(sampled_on, 1, 7), product, task, purpose, {_COUNTS} FROM batch"
    f" WHERE {_OF_SITES} GROUP BY site_code, substr(sampled_on, 1, 7), product, task, purpose"
)
_SITES = sa.text(
    "SELECT code, name, kind, ownership, township, opened_on, closed_on, products FROM site WHERE division = :division"
    " ORDER BY code"
)
_CHANGES = sa.text(
    "SELECT site_code, effective_on, what, value FROM site_change WHERE division = :division"
    " ORDER BY site_code, effective_on, what"
)


def _statements(text: str, *, expanding: bool) -> tuple[sa.TextClause, sa.TextClause]:
    """For a year within one calendar year, and for one that spans two."""
    both = (sa.text(text.format(year=y)) for y in ("year = :year", "year IN (:year, :year + 1)"))
    one, two = (t.bindparams(sa.bindparam("sites", expanding=True, type_=sa.String)) if expanding else t for t in both)
    return one, two


_TALLY = _statements(_TALLIES, expanding=False)
_MONTH = _statements(_MONTHS, expanding=True)


def tallies(connection: sa.Connection, division: str, first: date, last: date, as_of: date) -> tuple[Tally, ...]:
    """Valid batches sampled from ``first`` to the earlier of ``last`` and ``as_of``, counted by site and kind."""
    rows = _rows(connection, _TALLY[first.year != last.year], _within(division, first, last, as_of))
    return tuple(
        Tally(site, _PRODUCT[product], _TASK[task], _PURPOSE[purpose], reported, pending)
        for site, product, task, purpose, reported, pending in rows
    )


def months(
    connection: sa.Connection, division: str, first: date, last: date, as_of: date, sites: Sequence[str]
) -> tuple[MonthTally, ...]:
    """The same by month of sampling, for the named sites only."""
    if not sites:
        return ()
    values = _within(division, first, last, as_of) | {"sites": list(sites)}
    return tuple(
        MonthTally(
            site,
            date.fromisoformat(f"{month}-01"),
            _PRODUCT[product],
            _TASK[task],
            _PURPOSE[purpose],
            reported,
            pending,
        )
        for site, month, product, task, purpose, reported, pending in _rows(
            connection, _MONTH[first.year != last.year], values
        )
    )


def sites(connection: sa.Connection, division: str) -> tuple[SiteFact, ...]:
    """The register of sites, by code."""
    return tuple(
        SiteFact(code, name, _KIND[kind], _OWNERSHIP[ownership], township, _day(opened), _day(closed), _split(products))
        for code, name, kind, ownership, township, opened, closed, products in _rows(
            connection, _SITES, {"division": division}
        )
    )


def changes(connection: sa.Connection, division: str) -> tuple[ChangeFact, ...]:
    """The dated changes of sites, by site and day."""
    return tuple(
        ChangeFact(site, date.fromisoformat(on), _CHANGE[what], value or "")
        for site, on, what, value in _rows(connection, _CHANGES, {"division": division})
    )


_KIND = {k.value: k for k in SiteKind}
_OWNERSHIP = {o.value: o for o in Ownership}
_CHANGE = {c.value: c for c in Change}
_PRODUCT = {p.value: p for p in Product}
_TASK: dict[str | None, Task | None] = {None: None} | {t.value: t for t in Task}
_PURPOSE: dict[str | None, Purpose | None] = {None: None} | {p.value: p for p in Purpose}


def _rows(connection: sa.Connection, statement: sa.TextClause, values: dict[str, object]) -> Sequence[Any]:
    """All rows as the driver's own tuples: making a Row of each costs more than counting it."""
    return connection.execute(statement, values).cursor.fetchall()


def _within(division: str, first: date, last: date, as_of: date) -> dict[str, object]:
    return {
        "division": division, "year": first.year, "first": first.isoformat(),
        "last": min(last, as_of).isoformat(), "as_of": as_of.isoformat(),
    }  # fmt: skip


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _split(text: str | None) -> tuple[str, ...]:
    return tuple(text.split(";")) if text else ()

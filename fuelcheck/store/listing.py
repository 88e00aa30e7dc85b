"""Lists that go on where they stopped: a page of rows after the last one that was seen, however deep.

An order is a key or an index of its table, so the next page is found by seeking, never by counting
rows that were shown already: it costs at the millionth row what it costs at the first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from fuelcheck.rules.reports import ReportFact, last_valid
from fuelcheck.store.chain import row_id
from fuelcheck.store.session import View
from fuelcheck.store.tables import noun_of

Row = dict[str, Any]
"""A row by column, values as the columns' types read them; the division is left out."""

_PARTS = {
    "batch": ("report", "result", "delivery", "batch_event"),
    "roadside_check": ("retest_event",),
    "site": ("site_change",),
}
"""Nouns whose rows belong to a row of another: a change of theirs is a change of it."""

_REPORTED = ("report_no", "conclusion", "failed_items")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows, in which order, from where on.

    ``order`` are columns that together know a row; ``after`` their values in the row before the
    page. ``equal``, ``first`` and ``last`` hold columns to a value, from one on, up to one.
    """

    noun: str
    order: tuple[str, ...]
    limit: int
    descending: bool = False
    after: Sequence[str | int] | None = None
    equal: Mapping[str, object] | None = None
    first: Mapping[str, object] | None = None
    last: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Rows, and the values of the order's columns after which the next page begins; None: there is none."""

    rows: tuple[Row, ...]
    after: tuple[str | int, ...] | None


def page(view: View, asked: Asked) -> Page:
    """The page that is asked for."""
    table = noun_of(asked.noun)
    ordered = [table.c[name] for name in asked.order]
    query = sa.select(*(c for c in table.c if c.name != "division")).where(*_conditions(view, table, asked))
    query = query.order_by(*(c.desc() if asked.descending else c for c in ordered)).limit(asked.limit + 1)
    rows = [dict(row) for row in view.connection.execute(query).mappings()]
    shown = rows[: asked.limit]
    return Page(tuple(shown), _place(table, shown[-1], asked.order) if len(rows) > asked.limit else None)


def batches(view: View, asked: Asked) -> Page:
    """The same of batches, with the samplers of their visits and what the last report that stands concluded."""
    found = page(view, asked)
    samplers = _samplers(view, {row["visit_id"] for row in found.rows})
    reports = _last_reports(view, [row["form_no"] for row in found.rows])
    nothing = dict.fromkeys(_REPORTED)
    for row in found.rows:
        row.update({"samplers": samplers[row["visit_id"]], **reports.get(row["form_no"], nothing)})
    return found


def row_of(view: View, noun: str, **key: object) -> Row | None:
    """The one row of that key, or None."""
    found = page(view, Asked(noun, tuple(key), 1, equal=key))
    return found.rows[0] if found.rows else None


def results_of(view: View, form_no: str) -> tuple[Row, ...]:
    """The results of all reports on a batch, by report and item."""
    result = noun_of("result")
    query = sa.select(*(c for c in result.c if c.name != "division")).where(
        result.c.division == view.division, result.c.form_no == form_no
    )
    return tuple(dict(row) for row in view.connection.execute(query.order_by(result.c.n, result.c.item)).mappings())


def tag(view: View, noun: str, *key: str) -> str | None:
    """The hash of the newest version of a row or of what belongs to it; None where there never was one."""
    version = noun_of("version")
    start = row_id((key[0], "")).removesuffix('""]')  # ["KEY", as the rows' names begin that belong to it
    of = version.c.division == view.division
    own = of & (version.c.noun == noun) & (version.c.row_id == row_id(key))
    places = [own] + [
        of & (version.c.noun == part) & (version.c.row_id >= start) & (version.c.row_id < start[:-1] + "-")
        for part in _PARTS.get(noun, ())
    ]  # the character after a comma is a hyphen
    shas = sa.union_all(*(sa.select(version.c.n, version.c.k, version.c.sha).where(one) for one in places)).subquery()
    newest = sa.select(shas.c.sha).order_by(shas.c.n.desc(), shas.c.k.desc()).limit(1)
    return view.connection.execute(newest).scalar()


def _conditions(view: View, table: sa.Table, asked: Asked) -> list[sa.ColumnElement[bool]]:
    held = [table.c.division == view.division]
    held += [table.c[name] == value for name, value in (asked.equal or {}).items()]
    held += [table.c[name] >= value for name, value in (asked.first or {}).items()]
    held += [table.c[name] <= value for name, value in (asked.last or {}).items()]
    if asked.after is not None:
        columns = sa.tuple_(*(table.c[name] for name in asked.order))
        place = sa.tuple_(*(sa.literal(v, sa.Integer if isinstance(v, int) else sa.Text) for v in asked.after))
        held.append(columns < place if asked.descending else columns > place)
    return held


def _place(table: sa.Table, row: Row, order: Sequence[str]) -> tuple[str | int, ...]:
    """What the order's columns of a row hold in the database."""
    values = (row[name] for name in order)
    return tuple(v if isinstance(v, int) else v.isoformat() if hasattr(v, "isoformat") else str(v) for v in values)


def _samplers(view: View, visits: set[str]) -> dict[str, str | None]:
    visit = noun_of("visit")
    query = sa.select(visit.c.id, visit.c.samplers).where(visit.c.division == view.division, visit.c.id.in_(visits))
    return {row.id: row.samplers for row in view.connection.execute(query)}


def _last_reports(view: View, forms: list[str]) -> dict[str, Row]:
    report = noun_of("report")
    query = sa.select(report).where(report.c.division == view.division, report.c.form_no.in_(forms))
    by_number: dict[str, dict[int, Row]] = {}
    for row in view.connection.execute(query).mappings():
        by_number.setdefault(row["form_no"], {})[row["n"]] = dict(row)
    return {form_no: _concluded(reports) for form_no, reports in by_number.items()}


def _concluded(reports: Mapping[int, Row]) -> Row:
    facts = (ReportFact(n, row["reported_on"], row["withdrawn"] is not None) for n, row in reports.items())
    last = last_valid(facts)
    return {name: None if last is None else reports[last.n][name] for name in _REPORTED}

"""The year's single facts for annexes and notices: batches, visits, registers, answers."""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

import sqlalchemy as sa

from fuelcheck.rules.facts import BatchFact, VisitFact
from fuelcheck.rules.reported import Result
from fuelcheck.words import Conclusion, Outcome, Product, Purpose, Task

# The conclusion is that of the last valid report by the day; an undated one is shown, too.
_BATCHES = sa.text(
    "SELECT b.form_no, b.sampled_on, b.site_code, b.product, b.grade, b.task, b.purpose, b.follows, v.samplers,"
    " b.laboratory, r.report_no, CASE WHEN b.reported_on <= :as_of THEN b.reported_on END, r.conclusion,"
    " r.failed_items, b.status, b.void_reason, b.voided_on, b.note, b.standard, b.programme, b.claims"
    " FROM batch b JOIN visit v ON v.division = b.division AND v.id = b.visit_id"
    " LEFT JOIN report r ON r.division = b.division AND r.form_no = b.form_no AND r.withdrawn IS NULL AND r.n ="
    " (SELECT MAX(q.n) FROM report q WHERE q.division = b.division AND q.form_no = b.form_no"
    " AND q.withdrawn IS NULL AND (q.reported_on IS NULL OR q.reported_on <= :as_of))"
    " WHERE b.division = :division AND b.sampled_on BETWEEN :first AND :last ORDER BY b.sampled_on, b.form_no"
)
_VISITS = sa.text(
    "SELECT site_code, visited_on, outcome, samplers, note FROM visit WHERE division = :division"
    " AND outcome <> 'sampled' AND visited_on BETWEEN :first AND :last ORDER BY site_code, visited_on, id"
)


# The results are those of the last valid report by the day, like its conclusion.
_RESULTS = sa.text(
    "SELECT b.form_no, x.item, x.value, x.unit FROM batch b JOIN result x ON x.division = b.division"
    " AND x.form_no = b.form_no AND x.n = (SELECT MAX(q.n) FROM report q WHERE q.division = b.division"
    " AND q.form_no = b.form_no AND q.withdrawn IS NULL AND (q.reported_on IS NULL OR q.reported_on <= :as_of))"
    " WHERE b.division = :division AND b.sampled_on BETWEEN :first AND :last ORDER BY b.form_no, x.item"
)


def batches(connection: sa.Connection, division: str, first: date, last: date, as_of: date) -> Iterator[BatchFact]:
    """All batches sampled in the span, whatever their level and state, by day and number.

    Reports dated after ``as_of`` had not arrived by then: they are left out.
    """
    values = {"division": division, "first": first.isoformat(), "last": last.isoformat(), "as_of": as_of.isoformat()}
    for row in connection.execute(_BATCHES, values):
        yield _batch(row)


def results(connection: sa.Connection, division: str, first: date, last: date, as_of: date) -> dict[str, list[Result]]:
    """What the laboratories found in the batches sampled in the span, by form number."""
    values = {"division": division, "first": first.isoformat(), "last": last.isoformat(), "as_of": as_of.isoformat()}
    found: dict[str, list[Result]] = defaultdict(list)
    for form_no, item, value, unit in connection.execute(_RESULTS, values):
        found[form_no].append(Result(item, value, unit or ""))
    return found


def visits(connection: sa.Connection, division: str, first: date, last: date) -> tuple[VisitFact, ...]:
    """The visits of the span that brought no sample."""
    values = {"division": division, "first": first.isoformat(), "last": last.isoformat()}
    return tuple(
        VisitFact(site, date.fromisoformat(day), Outcome(outcome), _split(samplers), note or "")
        for site, day, outcome, samplers, note in connection.execute(_VISITS, values)
    )


def _batch(row: Any) -> BatchFact:
    return BatchFact(
        form_no=row[0],
        sampled_on=date.fromisoformat(row[1]),
        site=row[2],
        product=Product(row[3]),
        grade=row[4] or "",
        task=Task(row[5]) if row[5] else None,
        purpose=Purpose(row[6]) if row[6] else None,
        follows=row[7] or "",
        samplers=_split(row[8]),
        laboratory=row[9] or "",
        report_no=row[10] or "",
        reported_on=_day(row[11]),
        conclusion=Conclusion(row[12]) if row[12] else None,
        failed_items=row[13] or "",
        void=row[14] == "void",
        void_reason=row[15] or "",
        voided_on=_day(row[16]),
        note=row[17] or "",
        standard=row[18] or "",
        programme=row[19] or "",
        claims=tuple(sorted(json.loads(row[20]).items())) if row[20] else (),
    )


def _split(text: str | None) -> tuple[str, ...]:
    return tuple(text.split(";")) if text else ()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)

"""Results of the last valid report of each batch, and the reports before it, as ledgers carry them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import sqlalchemy as sa

PORTION = 500
"""Form numbers in one statement."""

_SELECT = (
    "SELECT b.form_no, x.item, x.value, x.unit, x.note, b.product, b.grade, b.sampled_on, b.standard, s.kind"
    " FROM batch b JOIN site s ON s.division = b.division AND s.code = b.site_code"
    " JOIN result x ON x.division = b.division AND x.form_no = b.form_no AND x.n = (SELECT MAX(q.n) FROM report q"
    " WHERE q.division = b.division AND q.form_no = b.form_no AND q.withdrawn IS NULL)"
    " WHERE b.division = :division{which} ORDER BY b.form_no, x.item"
)
_ALL = sa.text(_SELECT.format(which=""))
_OF_FORMS = sa.text(_SELECT.format(which=" AND b.form_no IN :forms")).bindparams(
    sa.bindparam("forms", expanding=True, type_=sa.String)
)
_EARLIER = sa.text(
    "SELECT r.form_no, r.report_no, r.reported_on, r.conclusion, r.failed_items FROM report r"
    " WHERE r.division = :division AND (r.withdrawn IS NOT NULL OR EXISTS (SELECT 1 FROM report q"
    " WHERE q.division = r.division AND q.form_no = r.form_no AND q.withdrawn IS NULL AND q.n > r.n))"
)


class ResultLine(NamedTuple):
    """A result beside what it must be judged by; an empty cell is None."""

    form_no: str
    item: str
    value: str
    unit: str | None
    note: str | None
    product: str
    grade: str | None
    sampled_on: str
    standard: str | None
    site_kind: str


def all_results(connection: sa.Connection, division: str) -> Iterator[ResultLine]:
    """Every result that holds, by form number and item."""
    return map(ResultLine._make, connection.execute(_ALL, {"division": division}))


def earlier_reports(connection: sa.Connection, division: str) -> Iterator[tuple[str, *tuple[str | None, ...]]]:
    """The reports that were withdrawn or that a later one corrects: form number, and the report's cells."""
    return ((row[0], *row[1:]) for row in connection.execute(_EARLIER, {"division": division}))


def results_of(connection: sa.Connection, division: str, forms: Sequence[str]) -> Iterator[ResultLine]:
    """The results that hold of those batches."""
    for start in range(0, len(forms), PORTION):
        values = {"division": division, "forms": list(forms[start : start + PORTION])}
        yield from map(ResultLine._make, connection.execute(_OF_FORMS, values))

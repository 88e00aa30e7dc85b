"""Annexes about batches: of the brands, urea, of other levels, and the ledger."""

from collections.abc import Iterable

from fuelcheck.reports.annex import ROW, Annex, Field, numbered
from fuelcheck.reports.figures import Cell
from fuelcheck.reports.sentences import Sentences
from fuelcheck.reports.site_annexes import CODE, KIND, NAME, OWNERSHIP, TOWNSHIP
from fuelcheck.rules.facts import BatchFact
from fuelcheck.standing.evaluation import LedgerRow, QuotaReport

FORM = Field("form_no")
SAMPLED = Field("sampled_on", "center")
PRODUCT = Field("product_grade", wraps=True)
LABORATORY = Field("laboratory", wraps=True)
REPORT = Field("report_no")
REPORTED = Field("reported_on", "center")
CONCLUSION = Field("conclusion", "center")
TASK = Field("task", "center")
PURPOSE = Field("purpose", "center")

_STACKED = (
    ("n",), ("form_no", "report_no"), ("sampled_on", "reported_on"), ("code",), ("name",),
    ("township", "ownership"), ("product", "grade"), ("task", "purpose"), ("laboratory",), ("conclusion", "state"),
)  # fmt: skip
"""The ledger has more columns than a page has room for."""


def brand_sampled(report: QuotaReport, say: Sentences) -> Annex:
    """The batches at stations of the two brands that are owed a rate."""
    fields = (ROW, OWNERSHIP, NAME, TOWNSHIP, FORM, SAMPLED, PRODUCT, CONCLUSION)
    rows = numbered(
        (
            row.site.ownership.zh, row.site.name, row.site.township, row.batch.form_no, row.batch.sampled_on,
            product_grade(row.batch), conclusion(row.batch),
        )
        for row in report.brand_sampled
    )  # fmt: skip
    return Annex("brand_sampled", fields, rows)


def urea(report: QuotaReport, say: Sentences) -> Annex:
    """The year's urea batches that count."""
    fields = (ROW, FORM, SAMPLED, NAME, KIND, TOWNSHIP, LABORATORY, REPORTED, CONCLUSION)
    rows = numbered(
        (
            row.batch.form_no, row.batch.sampled_on, row.site.name, row.site.kind.zh, row.site.township,
            row.batch.laboratory, row.batch.reported_on, conclusion(row.batch),
        )
        for row in report.urea
    )  # fmt: skip
    return Annex("urea", fields, rows)


def other_levels(report: QuotaReport, say: Sentences) -> Annex:
    """Batches that stand beside the quotas: of higher levels, rechecks, monitoring, other fuel."""
    fields = (ROW, FORM, SAMPLED, NAME, TOWNSHIP, PRODUCT, TASK, PURPOSE, REPORTED, CONCLUSION)
    rows = numbered(
        (
            row.batch.form_no, row.batch.sampled_on, row.site.name, row.site.township, product_grade(row.batch),
            *_ordered_by(row.batch, say), row.batch.reported_on, conclusion(row.batch),
        )
        for row in report.other_levels
    )  # fmt: skip
    return Annex("other_levels", fields, rows)


def ledger(report: QuotaReport, say: Sentences) -> Annex:
    """All the year's batches, whatever their level and state."""
    fields = (
        ROW, FORM, SAMPLED, CODE, NAME, TOWNSHIP, OWNERSHIP, Field("product"), Field("grade", "center"),
        TASK, PURPOSE, LABORATORY, REPORT, REPORTED, CONCLUSION, Field("state", "center"),
    )  # fmt: skip
    return Annex("ledger", fields, numbered(_ledger_rows(report.ledger, say)), stacked=_STACKED)


def _ledger_rows(rows: Iterable[LedgerRow], say: Sentences) -> Iterable[tuple[Cell, ...]]:
    words = say.words("annexes")
    for row in rows:
        batch, site = row.batch, row.site
        yield (
            batch.form_no, batch.sampled_on, site.code, site.name, site.township, site.ownership.zh,
            batch.product.zh, batch.grade or None, *_ordered_by(batch, say), batch.laboratory, batch.report_no,
            batch.reported_on, conclusion(batch), words[_state(row)],
        )  # fmt: skip


def _state(row: LedgerRow) -> str:
    if row.batch.void:
        return "void"
    if row.counted:
        return "counted"
    return "in_progress" if row.batch.reported_on is None else "not_counted"


def _ordered_by(batch: BatchFact, say: Sentences) -> tuple[str, str]:
    """Task and purpose as the ledger states them: an empty cell counts, but was left empty."""
    empty = say("annexes.not_filled")
    return batch.task.zh if batch.task else empty, batch.purpose.zh if batch.purpose else empty


def product_grade(batch: BatchFact) -> str:
    """Product and grade as one says them: 92号车用汽油; urea has no grade."""
    return f"{batch.grade}号{batch.product.zh}" if batch.grade else batch.product.zh


def conclusion(batch: BatchFact) -> str | None:
    """The laboratory's word; None before its report."""
    return batch.conclusion.zh if batch.conclusion else None

"""Annexes about what became of batches at the laboratories: failing, contradicted, late."""

from fuelcheck.reports.annex import ROW, Annex, Field, numbered
from fuelcheck.reports.batch_annexes import (
    CONCLUSION,
    FORM,
    LABORATORY,
    PRODUCT,
    REPORT,
    REPORTED,
    SAMPLED,
    conclusion,
    product_grade,
)
from fuelcheck.reports.figures import Cell
from fuelcheck.reports.sentences import Sentences
from fuelcheck.reports.site_annexes import CODE, NAME
from fuelcheck.rules.failures import Failure
from fuelcheck.rules.verdicts import ItemVerdict
from fuelcheck.standing.evaluation import LedgerRow, QuotaReport
from fuelcheck.words import Unit

_BATCH = (ROW, FORM, REPORT, SAMPLED, REPORTED, NAME, LABORATORY, PRODUCT)
_ITEM = (
    Field("item", wraps=True), Field("measured"), Field("limit"), Field("method"), Field("confidence"),
)  # fmt: skip
_STACKED = (
    ("n",), ("form_no", "report_no"), ("sampled_on", "reported_on"), ("name", "laboratory"), ("product_grade", "item"),
    ("measured", "limit"), ("method", "confidence"),
)  # fmt: skip


def failing(report: QuotaReport, say: Sentences) -> Annex:
    """Batches that the laboratory failed: a row for each thing that one failed on, under the batch's number."""
    rows = tuple(
        (number, *_batch(one.row), *_item(failure), failure.item.verdict.zh if failure.item else None)
        for number, one in enumerate(report.failing, start=1)
        for failure in one.failures
    )
    return Annex(
        "failing", (*_BATCH, *_ITEM, Field("judged", "center")), rows, say("annexes.cross_check"),
        (*_STACKED, ("judged",)), things=len(report.failing),
    )  # fmt: skip


def flagged(report: QuotaReport, say: Sentences) -> Annex:
    """Batches of which laboratory and our judging contradict each other, with the items at issue."""
    fields = (*_BATCH, CONCLUSION, Field("verdict", "center"), *_ITEM, Field("answer", wraps=True))
    rows = tuple(
        (
            number, *_batch(one.row), conclusion(one.row.batch), one.verdict.verdict.zh, *_item(failure),
            one.answer or None,
        )
        for number, one in enumerate(report.flagged, start=1)
        for failure in one.failures
    )  # fmt: skip
    return Annex(
        "flagged", fields, rows, say("annexes.cross_check") + say("annexes.flagged.note"),
        (*_STACKED, ("conclusion", "verdict"), ("answer",)), things=len(report.flagged),
    )  # fmt: skip


def overdue(report: QuotaReport, say: Sentences) -> Annex:
    """Batches whose report is late by the programme's contract, longest over first."""
    fields = (
        ROW, FORM, SAMPLED, CODE, NAME, PRODUCT, LABORATORY, Field("due", "center"), Field("days", "right"),
    )  # fmt: skip
    rows = numbered(
        (
            one.row.batch.form_no, one.row.batch.sampled_on, one.row.site.code, one.row.site.name,
            product_grade(one.row.batch), one.laboratory or None, one.due, one.days,
        )
        for one in report.overdue
    )  # fmt: skip
    return Annex("overdue", fields, rows, say("annexes.overdue.note"))


def _batch(row: LedgerRow) -> tuple[Cell, ...]:
    batch = row.batch
    return (
        batch.form_no, batch.report_no or None, batch.sampled_on, batch.reported_on, row.site.name,
        batch.laboratory or None, product_grade(batch),
    )  # fmt: skip


def _item(failure: Failure) -> tuple[Cell, ...]:
    """Item, result as written, limit, the method that decides, how sure the limit is; what is not known: —."""
    item = failure.item
    if item is None:
        return (failure.named or None, None, None, None, None)
    return (
        item.name_zh, f"{item.value} {item.unit}".strip() or None, _limit(item), item.method.partition(";")[0] or None,
        item.confidence.zh if item.confidence else None,
    )  # fmt: skip


def _limit(item: ItemVerdict) -> str | None:
    """The limit in the signs and the unit of the trade: ≤10 mg/kg."""
    if item.limit is None:
        return None
    written = item.limit.replace("<= ", "≤").replace(">= ", "≥").replace(" - ", "–")
    in_words = all(limit.text is not None for limit in item.limits)
    unit = "" if in_words or item.standard_unit in (None, Unit.NONE) else item.standard_unit.zh
    return f"{written} {unit}".strip()

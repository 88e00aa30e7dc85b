"""The JSON objects of what became of batches at the laboratories, within that of a quota evaluation."""

from collections.abc import Sequence
from typing import Any

from fuelcheck.rules.failures import Failure
from fuelcheck.standing.evaluation import Failing, Flagged, Overdue
from fuelcheck.standing.judged import item_object


def failing_object(failing: Failing) -> dict[str, Any]:
    """A batch that the laboratory failed, with what it failed on."""
    batch = failing.row.batch
    return {
        "form_no": batch.form_no, "site": batch.site, "laboratory_name": batch.laboratory or None,
        "failed_items": batch.failed_items or None, "items": _items(failing.failures),
    }  # fmt: skip


def flagged_object(flagged: Flagged) -> dict[str, Any]:
    """A batch of which the laboratory's conclusion (``laboratory``) and our ``verdict`` contradict each other."""
    batch, verdict = flagged.row.batch, flagged.verdict
    return {
        "form_no": batch.form_no, "site": batch.site, "laboratory": batch.conclusion,
        "laboratory_name": batch.laboratory or None, "verdict": verdict.verdict, "complete": verdict.complete,
        "items": _items(flagged.failures), "sentence": verdict.sentence, "answered": flagged.answer or None,
    }  # fmt: skip


def overdue_object(overdue: Overdue) -> dict[str, Any]:
    """A batch whose report is late, with the last day of the contract and the days since."""
    batch = overdue.row.batch
    return {
        "form_no": batch.form_no, "site": batch.site, "laboratory_name": overdue.laboratory or None,
        "sampled_on": batch.sampled_on.isoformat(), "due": overdue.due.isoformat(), "days": overdue.days,
    }  # fmt: skip


def _items(failures: Sequence[Failure]) -> list[dict[str, Any]]:
    return [_item(failure) for failure in failures if failure.name]


def _item(failure: Failure) -> dict[str, Any]:
    """``named``: the laboratory's word for what our judging did not fail; without a result that is all."""
    if failure.item is not None:
        return {**item_object(failure.item), "named": failure.named or None}
    empty = dict.fromkeys(("item", "value", "unit", "limit", "verdict", "confidence", "reason"))
    return {**empty, "named": failure.named}

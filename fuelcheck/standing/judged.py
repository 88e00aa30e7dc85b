"""The JSON object of a judgement, as the contract promises it; further keys stand beside.

``reason`` and ``reasons`` are codes that programs rely on; the sentences beside them are for
people, in the tongue in use.
"""

from typing import Any

from fuelcheck.rules.verdicts import BatchVerdict, ItemVerdict
from fuelcheck.words import Verdict


def judged_object(batch: BatchVerdict) -> dict[str, Any]:
    """One object of ``fuelcheck judge --json`` and ``POST /api/v1/judgements``."""
    return {
        "form_no": batch.form_no, "product": batch.product, "grade": batch.grade, "standard": batch.standard,
        "phase": batch.phase, "programme": batch.programme, "verdict": batch.verdict, "complete": batch.complete,
        "items": [_item(item) for item in batch.items],
        "not_tested": list(batch.not_tested),
        "reasons": list(batch.codes),
        "sentence": batch.sentence,
        "sentences": list(batch.sentences),
        "beside": [remark.message for remark in batch.beside],
    }  # fmt: skip


def item_object(item: ItemVerdict) -> dict[str, Any]:
    """An item of it with no more than the contract's keys: nothing that depends on the tongue in use."""
    return {
        "item": item.item, "value": item.value, "unit": _unit(item), "limit": item.limit, "verdict": item.verdict,
        "confidence": item.confidence, "reason": item.code if item.verdict is Verdict.UNDECIDED else None,
    }  # fmt: skip


def _item(item: ItemVerdict) -> dict[str, Any]:
    return {
        **item_object(item), "name": item.name, "clause": item.clause or None, "method": item.method or None,
        "sentence": item.sentence, "near_limit": item.near is not None, "hint": item.hint,
    }  # fmt: skip


def _unit(item: ItemVerdict) -> str | None:
    """The unit as written, where none was that of the limit."""
    return item.unit or item.standard_unit

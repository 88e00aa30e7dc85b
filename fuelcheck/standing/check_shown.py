"""The JSON object of a judged check, as the contract promises it; further keys stand beside.

``reason`` and ``reasons`` are codes that programs rely on; the sentences beside them are for
people, in the tongue in use. Nothing of the driver stands here.
"""

from typing import Any

from fuelcheck.rules.roadside.verdicts import CheckItemVerdict, CheckVerdict
from fuelcheck.words import Verdict


def check_object(check: CheckVerdict) -> dict[str, Any]:
    """One object of ``fuelcheck check judge --json`` and ``POST /api/v1/roadside-checks``."""
    return {
        "record_no": check.record_no,
        "checked_on": check.checked_on.isoformat() if check.checked_on is not None else None,
        "method": check.method, "standard": check.standard, "limit_set": check.limit_set, "verdict": check.verdict,
        "items": [_item(item) for item in check.items],
        "not_tested": list(check.not_tested),
        "reasons": list(check.codes),
        "sentence": check.sentence,
        "sentences": list(check.sentences),
        "notices": [{"code": notice.code, "message": notice.message} for notice in check.notices],
    }  # fmt: skip


def _item(item: CheckItemVerdict) -> dict[str, Any]:
    return {
        "item": item.item, "name": item.name, "point": item.point or None, "value": item.value or None,
        "unit": item.unit, "limit": item.limit, "verdict": item.verdict, "confidence": item.confidence,
        "clause": item.clause or None, "sources": list(item.sources), "formal": item.formal,
        "reason": item.code if item.verdict is Verdict.UNDECIDED else None, "sentence": item.sentence,
    }  # fmt: skip

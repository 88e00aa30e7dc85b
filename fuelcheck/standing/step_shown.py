"""The JSON object of one change in a record's history: who, when, what, why."""

from typing import Any

from fuelcheck.china import CHINA
from fuelcheck.store.versions import Step


def step_object(step: Step) -> dict[str, Any]:
    """A step for programs."""
    return {
        "n": step.n, "moment": step.moment.astimezone(CHINA).isoformat(), "who": step.who, "act": step.act_kind,
        "reason": step.reason, "noun": step.noun, "row": step.row_id, "kind": step.kind, "before": step.before,
        "after": step.after,
    }  # fmt: skip

"""What an issued document is of, as its evaluation states it: a check, a span of checks, else its period alone."""

import json
from collections.abc import Collection, Iterable
from typing import Any

from fuelcheck.store.papers import Document

CHECK, CHECKS = "check", "checks"
"""The kinds of documents about checks: one record, a span of days."""

IN_FULL = "driver_in_full"
"""The field of a record's evaluation that says whether the paper bears the driver's whole name."""


def subject_of(document: Document) -> str:
    """The number of the record that it is of, or the days of its span; "" where kind and period say it all."""
    if document.kind == CHECK:
        return str(_evaluation(document).get("record_no", ""))
    if document.kind == CHECKS:
        stated = _evaluation(document)
        return "/".join(str(stated[end]) for end in ("first", "last") if end in stated)
    return ""


def issued_with_names(documents: Iterable[Document], records: Collection[str]) -> tuple[str, ...]:
    """The numbers of the documents of these records on which the driver's whole name stands.

    One that does not say whether it bears the name counts as bearing it.
    """
    return tuple(
        document.number
        for document in documents
        if document.kind == CHECK and _bears_name(_evaluation(document), records)
    )


def _bears_name(stated: dict[str, Any], records: Collection[str]) -> bool:
    return stated.get("record_no") in records and bool(stated.get(IN_FULL, True))


def _evaluation(document: Document) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(document.evaluation)
    return found

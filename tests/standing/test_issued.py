"""What an issued document is of, and whether a driver's name stands on it."""

import json
from datetime import UTC, date, datetime

from fuelcheck.standing.issued import issued_with_names, subject_of
from fuelcheck.store.papers import Document


def document(kind: str, number: str = "FC-1", **evaluation: object) -> Document:
    return Document(
        number, kind, 2025, "2025-03-09", date(2025, 3, 9), 7, None, datetime(2025, 3, 9, tzinfo=UTC),
        "application/pdf", json.dumps(evaluation), "00",
    )  # fmt: skip


def test_a_document_says_which_record_or_days_it_is_of() -> None:
    assert subject_of(document("check", record_no="R1")) == "R1"
    assert subject_of(document("checks", first="2025-03-01", last="2025-03-31")) == "2025-03-01/2025-03-31"
    assert subject_of(document("quota", year=2025)) == ""


def test_papers_with_the_name_are_found_and_so_are_those_that_do_not_say() -> None:
    papers = [
        document("check", "FC-1", record_no="R1", driver_in_full=True),
        document("check", "FC-2", record_no="R1", driver_in_full=False),
        document("check", "FC-3", record_no="R1"),
        document("check", "FC-4", record_no="R2", driver_in_full=True),
        document("quota", "FC-5"),
    ]

    assert issued_with_names(papers, {"R1"}) == ("FC-1", "FC-3")

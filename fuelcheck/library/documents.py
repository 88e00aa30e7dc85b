"""Issued documents: made, listed, shown to the byte, compared."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from fuelcheck.library.quotas import Talk, rendered
from fuelcheck.library.target_documents import rendered_phase_out_list, rendered_targets_report
from fuelcheck.services import documents
from fuelcheck.standing.evaluation import Head, QuotaReport
from fuelcheck.standing.shown import quota_object
from fuelcheck.standing.target_report import TargetReport
from fuelcheck.standing.target_report_shown import target_report_object
from fuelcheck.store import papers
from fuelcheck.store.papers import Document
from fuelcheck.store.session import Store
from fuelcheck.words import Period

if TYPE_CHECKING:
    from fuelcheck.reports.paper import Paper

_MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


Render = Callable[["Paper"], bytes]
"""Makes a document's bytes on a paper."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a document of some kind is about, and its evaluation as JSON would have it."""

    kind: str
    year: int
    period: str
    as_of: date
    head: Head
    evaluation: Mapping[str, object]


def issue_document(
    store: Store, stated: Stated, suffix: str, paper: "Paper", render: Render, *, by: str, reason: str | None = None
) -> tuple[str, bytes]:  # fmt: skip
    """Render a document with its number on it and record it as issued; returns its number and its bytes."""
    act_id = str(uuid4())
    number = documents.code_of(act_id)
    file = render(replace(paper, code=number))
    what = documents.Issue(
        stated.kind, stated.year, stated.period, stated.as_of, stated.head.n, paper.number,
        paper.printed_at or store.clock(), _MEDIA_TYPES[suffix.lower()],
        json.dumps(stated.evaluation, ensure_ascii=False),
    )  # fmt: skip
    with store.act("issue", by, reason=reason, division=stated.head.division, id=act_id) as act:
        documents.issue(act, what, file)
    return number, file


def issue_quota_report(
    store: Store, report: QuotaReport, suffix: str, paper: "Paper", *, by: str, reason: str | None = None,
    talk: Talk | None = None,
) -> tuple[str, bytes]:  # fmt: skip
    """Render the report and make a document of it; returns its number and its bytes."""
    status = report.status
    stated = Stated(
        "quota", status.year, report.span.period.value, status.as_of, report.head, quota_object(report)
    )  # fmt: skip
    return issue_document(
        store, stated, suffix, paper, lambda sheet: rendered(report, suffix, sheet, talk), by=by, reason=reason
    )


def issue_targets_report(
    store: Store, report: TargetReport, suffix: str, paper: "Paper", *, by: str, reason: str | None = None,
    talk: Talk | None = None,
) -> tuple[str, bytes]:  # fmt: skip
    """Render the electrification report and make a document of it; returns its number and its bytes."""
    return issue_document(
        store, _stated_targets("targets", report), suffix, paper,
        lambda sheet: rendered_targets_report(report, suffix, sheet, talk), by=by, reason=reason,
    )  # fmt: skip


def issue_phase_out_list(
    store: Store, report: TargetReport, suffix: str, paper: "Paper", *, by: str, reason: str | None = None,
    talk: Talk | None = None,
) -> tuple[str, bytes]:  # fmt: skip
    """Render the phase-out list and make a document of it; returns its number and its bytes."""
    return issue_document(
        store, _stated_targets("phase_out", report), suffix, paper,
        lambda sheet: rendered_phase_out_list(report, suffix, sheet, talk), by=by, reason=reason,
    )  # fmt: skip


def _stated_targets(kind: str, report: TargetReport) -> Stated:
    return Stated(
        kind, report.targets.year.number, Period.YEAR.value, report.as_of, report.head, target_report_object(report)
    )  # fmt: skip


def issued_documents(store: Store, *, division: str | None = None) -> list[Document]:
    """The issued documents of a division, in the order of issuing."""
    with store.reading(division) as view:
        return papers.documents(view.connection, view.division)


def issued_document(store: Store, number: str, *, division: str | None = None) -> tuple[Document, bytes]:
    """An issued document and the very bytes that were issued; UnknownDocument."""
    with store.reading(division) as view:
        return papers.document(view.connection, view.division, number)


def check_document(store: Store, file: bytes, *, division: str | None = None) -> Document | None:
    """The document whose issued bytes these are; None if no such document was issued."""
    digest = hashlib.sha256(file).hexdigest()
    return next((d for d in issued_documents(store, division=division) if d.sha256 == digest), None)

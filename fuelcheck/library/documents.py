"""Issued documents: made, listed, shown to the byte, compared."""

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from fuelcheck.library.quotas import Talk, rendered
from fuelcheck.services import documents
from fuelcheck.standing.evaluation import QuotaReport
from fuelcheck.standing.shown import quota_object
from fuelcheck.store import papers
from fuelcheck.store.papers import Document
from fuelcheck.store.session import Store

if TYPE_CHECKING:
    from fuelcheck.reports.paper import Paper

_MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def issue_quota_report(
    store: Store, report: QuotaReport, suffix: str, paper: "Paper", *, by: str, reason: str | None = None,
    talk: Talk | None = None,
) -> tuple[str, bytes]:  # fmt: skip
    """Render the report and make a document of it; returns its number and its bytes."""
    act_id = str(uuid4())
    number = documents.code_of(act_id)
    file = rendered(report, suffix, replace(paper, code=number), talk)
    what = documents.Issue(
        "quota", report.status.year, report.span.period.value, report.status.as_of, report.head.n, paper.number,
        paper.printed_at or store.clock(), _MEDIA_TYPES[suffix.lower()],
        json.dumps(quota_object(report), ensure_ascii=False),
    )  # fmt: skip
    with store.act("issue", by, reason=reason, division=report.head.division, id=act_id) as act:
        documents.issue(act, what, file)
    return number, file


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

"""Everything that is held of one batch, as one value: label, site, reports in order, verdict, history.

Page, API and terminal show this value. The laboratory's conclusion is the legal one; our verdict
stands beside it, and where the two contradict each other that is said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from fuelcheck.china import CHINA
from fuelcheck.faults import SENTENCES
from fuelcheck.language import say
from fuelcheck.law.standards import Programme, Standard
from fuelcheck.rules.belonging import programme_of
from fuelcheck.rules.facts import BatchFact
from fuelcheck.rules.noticed import Notice
from fuelcheck.rules.reported import Result
from fuelcheck.rules.roster import closed_since, name_on, operating_on, ownership_on, township_on
from fuelcheck.rules.verdicts import BatchVerdict
from fuelcheck.standing.batch_evidence import BatchEvidence, batch_evidence, evidence_object
from fuelcheck.standing.evaluation import SiteRow
from fuelcheck.standing.judged import judged_object
from fuelcheck.standing.judgements import judged
from fuelcheck.standing.open_notices import notices_among
from fuelcheck.store import facts, tallies, versions
from fuelcheck.store.rows import content, contents
from fuelcheck.store.session import View
from fuelcheck.store.types import Content
from fuelcheck.store.versions import Step
from fuelcheck.words import Conclusion, ReportState


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """One report with what it found; ``why`` is the reason for which it counts no more.

    ``corrects`` is the report that it came after, in whose place it stands where it ``replaces`` that one.
    """

    n: int
    report_no: str
    reported_on: date | None
    conclusion: Conclusion | None
    failed_items: str
    state: ReportState
    why: str
    corrects: int | None
    replaces: bool
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class BatchRecord:
    """A batch by the end of a day, with all that was recorded of it in order.

    ``site`` is as it was on the sampling day; ``beside`` are the other batches of the visit.
    ``verdict`` is ours on the last valid report, None where there is nothing to judge or the
    batch is void; ``standard`` is the one that it was given by.
    """

    batch: BatchFact
    drawn_from: str
    site: SiteRow
    beside: tuple[str, ...]
    reports: tuple[ReportRecord, ...]
    programme: Programme | None
    verdict: BatchVerdict | None
    standard: Standard | None
    notices: tuple[Notice, ...]
    history: tuple[Step, ...]
    evidence: BatchEvidence

    @property
    def differs(self) -> bool:
        """Whether our verdict is the contrary of the laboratory's conclusion."""
        return self.verdict is not None and self.verdict.contradicts(self.batch.conclusion)


def batch_record(view: View, form_no: str, as_of: date) -> BatchRecord | None:
    """The record of that form number as it stood by the end of ``as_of``; None if there is no such batch."""
    row = content(view.connection, "batch", view.division, form_no=form_no)
    if row is None:
        return None
    day = date.fromisoformat(row["sampled_on"])
    batch = _fact(view, form_no, day, as_of)
    site = _site(view, batch.site, day)
    law = judged(view, [batch], {site.code: site.kind}, as_of)
    verdict = law.verdicts.get(form_no)
    history = tuple(_history(view, form_no))
    return BatchRecord(
        batch, row["drawn_from"] or "", site, _beside(view, row), _reports(view, form_no, as_of, history),
        programme_of(batch, law.programmes), verdict, law.standard_of(verdict) if verdict else None,
        notices_among(view, {form_no}, day, day), history, batch_evidence(view, row, as_of),
    )  # fmt: skip


def _fact(view: View, form_no: str, day: date, as_of: date) -> BatchFact:
    drawn = facts.batches(view.connection, view.division, day, day, as_of)
    return next(batch for batch in drawn if batch.form_no == form_no)


def _site(view: View, code: str, day: date) -> SiteRow:
    site = next(one for one in tallies.sites(view.connection, view.division) if one.code == code)
    dated = [one for one in tallies.changes(view.connection, view.division) if one.site == code]
    return SiteRow(
        code, name_on(site, dated, day), site.kind, ownership_on(site, dated, day), township_on(site, dated, day),
        operating_on(site, dated, day), closed_since(site, dated, day),
    )  # fmt: skip


def _beside(view: View, row: Content) -> tuple[str, ...]:
    drawn = contents(view.connection, "batch", view.division, visit_id=row["visit_id"])
    return tuple(other["form_no"] for other in drawn if other["form_no"] != row["form_no"])


def _history(view: View, form_no: str) -> Iterable[Step]:
    steps = versions.of_row(view.connection, view.division, form_no)
    return (step for step in steps if step.noun in versions.OF_A_BATCH and step.n <= view.head.n)


def _reports(view: View, form_no: str, as_of: date, history: Sequence[Step]) -> tuple[ReportRecord, ...]:
    rows = list(contents(view.connection, "report", view.division, form_no=form_no))
    lines = list(contents(view.connection, "result", view.division, form_no=form_no))
    corrected = {row["corrects"] for row in rows if row["withdrawn"] is None and _arrived(row, as_of)}
    replaced = _recorded_as("replaced", history)
    corrections = _recorded_as("corrected", history)
    return tuple(
        ReportRecord(
            row["n"], row["report_no"] or "", _day(row["reported_on"]),
            Conclusion(row["conclusion"]) if row["conclusion"] else None, row["failed_items"] or "",
            _state(row, as_of, corrected, replaced), row["withdrawn"] or "", row["corrects"],
            row["corrects"] in replaced and row["n"] not in corrections,
            tuple(Result(x["item"], x["value"], x["unit"] or "") for x in lines if x["n"] == row["n"]),
        )
        for row in rows
    )  # fmt: skip


def _recorded_as(kind: str, history: Sequence[Step]) -> set[int]:
    """The numbers of the reports of which that was once recorded: what a report was to another stays so."""
    return {step.after["n"] for step in history if step.noun == "report" and step.kind == kind and step.after}


def _state(row: Content, as_of: date, corrected: set[int | None], replaced: set[int]) -> ReportState:
    if row["withdrawn"] is not None:
        return ReportState.REPLACED if row["n"] in replaced else ReportState.WITHDRAWN
    if not _arrived(row, as_of):
        return ReportState.LATER
    if row["n"] in corrected:
        return ReportState.CORRECTED
    return ReportState.STANDS if row["conclusion"] or row["report_no"] else ReportState.RESULTS_ONLY


def _arrived(row: Content, as_of: date) -> bool:
    return row["reported_on"] is None or row["reported_on"] <= as_of.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def notice_message(notice: Notice) -> str:
    """A notice in the tongue in use."""
    return say(SENTENCES[notice.code], **dict(notice.values))


def batch_object(record: BatchRecord) -> dict[str, Any]:
    """The JSON object of a batch's record; fields of the batch are named as the ledger's columns."""
    batch, site = record.batch, record.site
    return {
        "form_no": batch.form_no, "sampled_on": batch.sampled_on.isoformat(), "site_code": batch.site,
        "site": {
            "code": site.code, "name": site.name, "kind": site.kind, "ownership": site.ownership,
            "township": site.township, "operating": site.operating,
        },
        "product": batch.product, "grade": batch.grade or None, "task": batch.task, "purpose": batch.purpose,
        "follows": batch.follows or None, "standard": batch.standard or None, "programme": batch.programme or None,
        "drawn_from": record.drawn_from or None, "samplers": list(batch.samplers), "beside": list(record.beside),
        "laboratory": batch.laboratory or None, "status": "void" if batch.void else "valid",
        "void_reason": batch.void_reason or None, "voided_on": _text(batch.voided_on), "note": batch.note or None,
        "reported_on": _text(batch.reported_on), "conclusion": batch.conclusion,
        "reports": [_report_object(report) for report in record.reports],
        "belongs_to": record.programme.id if record.programme else None,
        "judgement": judged_object(record.verdict) if record.verdict else None,
        "differs": record.differs,
        "notices": [{"id": n.id, "code": n.code, "message": notice_message(n)} for n in record.notices],
        **evidence_object(record.evidence),
        "history": [_step_object(step) for step in record.history],
    }  # fmt: skip


def _report_object(report: ReportRecord) -> dict[str, Any]:
    return {
        "n": report.n, "report_no": report.report_no or None, "reported_on": _text(report.reported_on),
        "conclusion": report.conclusion, "failed_items": report.failed_items or None, "state": report.state,
        "why": report.why or None, "corrects": report.corrects,
        "results": [{"item": r.item, "value": r.value, "unit": r.unit or None} for r in report.results],
    }  # fmt: skip


def _step_object(step: Step) -> dict[str, Any]:
    return {
        "n": step.n, "moment": step.moment.astimezone(CHINA).isoformat(), "who": step.who, "reason": step.reason,
        "noun": step.noun, "row": step.row_id, "kind": step.kind,
        "fields": [{"column": column, "old": old, "new": new} for column, old, new in step.fields],
    }  # fmt: skip


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

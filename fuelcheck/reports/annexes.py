"""The annexes of the quota report, in order, as typed rows: PDF and workbook show the same.

An annex has its number by its place, whether it is empty or not.
"""

from dataclasses import replace

from fuelcheck.reports import batch_annexes, laboratory_annexes, record_annexes, site_annexes
from fuelcheck.reports.annex import Annex
from fuelcheck.reports.sentences import Sentences
from fuelcheck.standing.evaluation import QuotaReport


def annexes_of(report: QuotaReport, say: Sentences) -> tuple[Annex, ...]:
    """All annexes of a report, numbered by their place."""
    found = (
        site_annexes.to_sample(report, say),
        site_annexes.plan(report, say),
        batch_annexes.brand_sampled(report, say),
        site_annexes.depots(report, say),
        batch_annexes.urea(report, say),
        laboratory_annexes.failing(report, say),
        laboratory_annexes.flagged(report, say),
        laboratory_annexes.overdue(report, say),
        site_annexes.left_uncovered(report, say),
        record_annexes.notices(report.notices, say),
        batch_annexes.other_levels(report, say),
        record_annexes.changes(report.changes, report.last_document, say),
        batch_annexes.ledger(report, say),
    )
    return tuple(replace(annex, number=number) for number, annex in enumerate(found, start=1))

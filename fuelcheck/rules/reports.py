"""Laboratory reports of one batch in order: which gives the counting day, which the conclusion.

A batch may have several reports: a corrected one stands beside the first, a replacing one takes its
place. The first valid one that has a day gives the day on which the batch counts, the last valid one
gives the conclusion and the results; a withdrawn one counts for nothing. The plan 伊政办〔2024〕15号
speaks of batches and is silent on this: it is our reading.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple


class ReportFact(NamedTuple):
    """One report of a batch; ``n`` = 1, 2, … in the order of arrival."""

    n: int
    reported_on: date | None
    withdrawn: bool = False


def valid(reports: Iterable[ReportFact]) -> tuple[ReportFact, ...]:
    """The reports that stand, in the order of arrival."""
    return tuple(sorted((report for report in reports if not report.withdrawn), key=lambda report: report.n))


def counting_day(reports: Iterable[ReportFact]) -> date | None:
    """The day of the first valid report that has one; None while the batch is in progress."""
    return next((report.reported_on for report in valid(reports) if report.reported_on is not None), None)


def last_valid(reports: Iterable[ReportFact]) -> ReportFact | None:
    """The report whose conclusion and results hold; None where none stands."""
    return next(reversed(valid(reports)), None)


def next_number(reports: Iterable[ReportFact]) -> int:
    """The number of the next report to arrive: a withdrawn one keeps its own."""
    return max((report.n for report in reports), default=0) + 1

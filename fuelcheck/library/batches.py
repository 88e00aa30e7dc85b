"""One batch: its record, and the laboratory's reports on it, entered, corrected, replaced, withdrawn."""

from collections.abc import Iterable
from datetime import date, datetime

from fuelcheck.library.quotas import today
from fuelcheck.library.reasons import need_reason
from fuelcheck.rules.reported import Result
from fuelcheck.services import laboratory_reports
from fuelcheck.services.batch_folder import NoSuchBatch
from fuelcheck.services.laboratory_reports import Entered
from fuelcheck.standing import batch_record as standing
from fuelcheck.standing.batch_record import BatchRecord
from fuelcheck.store.session import Store
from fuelcheck.words import Conclusion

Line = tuple[str, str] | tuple[str, str, str]
"""Item, result and (where one is written) unit, as the report states them."""


def add_report(
    store: Store, form_no: str, *, by: str, report_no: str | None = None, reported_on: date,
    conclusion: Conclusion | str, failed_items: str | None = None, results: Iterable[Line] = (),
    corrects: int | None = None, replaces: int | None = None, reason: str | None = None, division: str | None = None,
) -> Entered:  # fmt: skip
    """Enter a laboratory's report on a batch; returns its number and what a person should know of it.

    A further report says which one it ``corrects`` (that one keeps the counting day) or
    ``replaces`` (that one is withdrawn), with a ``reason``; not both. ``conclusion`` is
    pass or fail, or as ledgers write it. The refusals of ``services.laboratory_reports``, ReasonNeeded.
    """
    need_reason(corrects is not None or replaces is not None, reason)
    with store.act("report", by, reason=reason, division=division) as act:
        return laboratory_reports.add_report(
            act, form_no, report_no=report_no, reported_on=reported_on,
            conclusion=laboratory_reports.read_conclusion(conclusion), failed_items=failed_items,
            results=_results(results), corrects=laboratory_reports.one_of(corrects, replaces),
            replaces=replaces is not None,
        )  # fmt: skip


def withdraw_report(
    store: Store, form_no: str, n: int | None = None, *, reason: str, by: str, division: str | None = None
) -> int:
    """Withdraw a report, the only one that stands unless one is named; returns its number."""
    need_reason(True, reason)
    with store.act("withdraw", by, reason=reason, division=division) as act:
        return laboratory_reports.withdraw_report(act, form_no, reason, n)


def enter_results(
    store: Store, form_no: str, results: Iterable[Line], *, by: str, n: int | None = None, reason: str | None = None,
    division: str | None = None,
) -> int:  # fmt: skip
    """Enter results of a report, the last valid one unless one is named; returns its number.

    The same again change nothing; another value of a recorded one needs a ``reason``.
    """
    with store.act("results", by, reason=reason, division=division) as act:
        return laboratory_reports.enter_results(act, form_no, _results(results), n)


def batch_record(
    store: Store, form_no: str, *, as_of: date | None = None, known_at: datetime | None = None,
    division: str | None = None,
) -> BatchRecord:  # fmt: skip
    """Everything that is held of a batch by the end of ``as_of`` (default: today in China); NoSuchBatch."""
    with store.reading(division, known_at) as view:
        record = standing.batch_record(view, form_no, as_of or today(store))
    if record is None:
        raise NoSuchBatch(form_no=form_no)
    return record


def _results(lines: Iterable[Line]) -> list[Result]:
    return [Result(*line) for line in lines]

"""Laboratory reports as a person enters them: added, corrected, replaced, withdrawn, with their results.

Reports of a batch are kept in the order of arrival and none is ever written over: a corrected one
stands beside the first, which keeps the counting day; a replacing one withdraws the old one and gives
its own day; a withdrawn one counts for nothing, and without another the batch is in progress again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from fuelcheck.errors import FuelcheckError
from fuelcheck.faults import Remark
from fuelcheck.language import N_
from fuelcheck.ledgers.cells import BadCell
from fuelcheck.ledgers.terms import conclusion as conclusion_cell
from fuelcheck.rules.reported import Result
from fuelcheck.services.batch_folder import BatchFolder
from fuelcheck.services.filing import day_text
from fuelcheck.store.acts import Act
from fuelcheck.store.types import Content
from fuelcheck.words import Conclusion


class NoSuchConclusion(FuelcheckError):
    """A word that is no conclusion."""

    code = "no-such-conclusion"
    sentence = N_("{value} is no conclusion; allowed: {allowed}")


class CorrectsOrReplaces(FuelcheckError):
    """A report corrects another one or replaces it, not both."""

    code = "corrects-or-replaces"
    sentence = N_(
        "A report corrects another one, which goes on standing beside it, or replaces it: name one of the two"
    )


@dataclass(frozen=True, slots=True)
class Entered:
    """The number of a report that was entered, and what a person should be told of it."""

    n: int
    told: tuple[Remark, ...] = ()


def add_report(
    act: Act, form_no: str, *, report_no: str | None, reported_on: date, conclusion: Conclusion,
    failed_items: str | None = None, results: Iterable[Result] = (), corrects: int | None = None,
    replaces: bool = False,
) -> Entered:  # fmt: skip
    """Enter a report of a batch, with its results as written.

    ``corrects`` is the number of the report that it corrects, or (``replaces``, for the act's
    reason) whose place it takes. The first one fills the bare report of results that came before
    it. NoSuchBatch, VoidBatch, NoSuchReport, ReportWithdrawn, ReportStands, AlreadyRecorded,
    ReportBeforeSampling, BadResult, ResultDiffers, ResultTwice.
    """
    folder = BatchFolder(act, form_no)
    folder.check_day(reported_on)
    if not replaces:
        folder.check_new(report_no or None, reported_on, conclusion)
    old = None if corrects is None else folder.valid_report(corrects)
    report = folder.next_report(old) | {
        "report_no": report_no or None, "reported_on": day_text(reported_on), "conclusion": conclusion.value,
        "failed_items": failed_items or None,
    }  # fmt: skip
    earlier = [] if old is None or replaces else folder.corrections_of(old)
    kind = "reported" if old is None else "replaced" if replaces else "corrected"
    if old is not None and replaces:
        folder.put(old | {"withdrawn": act.reason or ""}, kind)
    folder.put(report, "reported" if replaces else kind)
    held = folder.enter(report["n"], results)
    folder.keep_counting_day(kind)
    return Entered(report["n"], (*_corrected_before(report, earlier), *_told(folder, report, old, held)))


def withdraw_report(act: Act, form_no: str, reason: str, n: int | None = None) -> int:
    """Withdraw a report, the only one that stands unless one is named; returns its number.

    NoSuchBatch, VoidBatch, NoSuchReport, ReportWithdrawn, WhichReport, NothingToWithdraw.
    """
    folder = BatchFolder(act, form_no)
    report = folder.only_report() if n is None else folder.valid_report(n)
    folder.put(report | {"withdrawn": reason}, "withdrawn")
    folder.keep_counting_day("withdrawn")
    return int(report["n"])


def enter_results(act: Act, form_no: str, results: Iterable[Result], n: int | None = None) -> int:
    """Enter results of the last valid report, or of one that is named; returns its number.

    Without any report they wait in a bare one, and the batch stays in progress. A result that is
    recorded with another value is amended for the act's reason. NoSuchBatch, VoidBatch,
    NoSuchReport, ReportWithdrawn, BadResult, ResultDiffers, ResultTwice.
    """
    folder = BatchFolder(act, form_no)
    report = folder.last_report() if n is None else folder.valid_report(n)
    if report is None:
        report = folder.next_report(None)
        folder.put(report, "recorded")
    folder.enter(report["n"], results)
    return int(report["n"])


def read_conclusion(written: Conclusion | str) -> Conclusion:
    """The conclusion that is meant: ``pass``, ``fail``, or as ledgers write it; NoSuchConclusion."""
    if written in set(Conclusion):
        return Conclusion(written)
    try:
        return Conclusion(conclusion_cell(written))
    except BadCell as bad:
        allowed = ", ".join(f"{word.value} ({word.zh})" for word in Conclusion)
        raise NoSuchConclusion(value=written, allowed=allowed) from bad


def one_of(corrects: int | None, replaces: int | None) -> int | None:
    """The number of the report that a new one corrects or replaces; CorrectsOrReplaces where both are named."""
    if corrects is not None and replaces is not None:
        raise CorrectsOrReplaces()
    return replaces if corrects is None else corrects


def _corrected_before(report: Content, earlier: Iterable[Content]) -> Iterator[Remark]:
    for one in earlier:
        shown = {"n": report["corrects"], "other": one["n"]}
        yield Remark("corrected-already", value=report["form_no"], values=shown)


def _told(folder: BatchFolder, report: Content, old: Content | None, results: int) -> Iterator[Remark]:
    """What a person should know of a report that was taken all the same."""
    if report["conclusion"] == Conclusion.FAIL and not report["failed_items"]:
        yield Remark("failed-items-missing", value=report["form_no"])
    if old is not None and not results and folder.items(old):
        yield Remark("report-without-results", value=report["form_no"], values={"n": report["n"], "other": old["n"]})

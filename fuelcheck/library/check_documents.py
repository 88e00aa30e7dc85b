"""The record of a check and the summary of a span of checks, as files and as issued documents.

What is stored of an issued record besides its bytes names no driver; it says whether the paper does.
"""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.library.documents import Stated, issue_document
from fuelcheck.library.quotas import Talk
from fuelcheck.library.rendering import in_format
from fuelcheck.standing.check_record import CheckRecord, CheckSummary
from fuelcheck.standing.check_record_shown import line_object, summary_object
from fuelcheck.standing.issued import CHECK, CHECKS, IN_FULL
from fuelcheck.store.session import Store
from fuelcheck.whole_file import write_whole
from fuelcheck.words import Period

if TYPE_CHECKING:
    from fuelcheck.reports.paper import Paper


class RecordIsPdf(FuelcheckError):
    """A check's record is asked for in another format."""

    code = "record-is-pdf"
    sentence = N_("The record of a check is signed on paper and written as .pdf, not {suffix}")


def render_check_record(
    record: CheckRecord, path: str | Path, paper: "Paper | None" = None, *, talk: Talk | None = None
) -> None:  # fmt: skip
    """Write the record as a PDF of one page; RecordIsPdf for a path that is none."""
    write_whole(Path(path), rendered_check_record(record, Path(path).suffix, paper, talk))


def render_check_summary(
    summary: CheckSummary, path: str | Path, paper: "Paper | None" = None, *, talk: Talk | None = None
) -> None:  # fmt: skip
    """Write the summary as PDF or ``.xlsx``, by the path's suffix."""
    write_whole(Path(path), rendered_check_summary(summary, Path(path).suffix, paper, talk))


def rendered_check_record(
    record: CheckRecord, suffix: str, paper: "Paper | None" = None, talk: Talk | None = None
) -> bytes:
    """The record's bytes: one page with the driver's copy; RecordIsPdf. ``talk`` as of ``rendered``."""
    from fuelcheck.reports.check_record import write_check_record
    from fuelcheck.reports.paper import PLAIN

    if suffix.lower() != ".pdf":
        raise RecordIsPdf(suffix=suffix or "—")
    file = BytesIO()
    write_check_record(record, file, paper or PLAIN, talk=talk)
    return file.getvalue()


def rendered_check_summary(
    summary: CheckSummary, suffix: str, paper: "Paper | None" = None, talk: Talk | None = None
) -> bytes:
    """The summary's bytes in the format of a file's suffix; UnknownReportType. ``talk`` as of ``rendered``."""
    from fuelcheck.reports.check_summary import write_check_summary, write_check_workbook
    from fuelcheck.reports.paper import PLAIN

    sheet = paper or PLAIN
    return in_format(
        suffix,
        lambda file: write_check_summary(summary, file, sheet, talk=talk),
        lambda file: write_check_workbook(summary, file, sheet),
    )


def issue_check_record(
    store: Store, record: CheckRecord, suffix: str, paper: "Paper", *, by: str, reason: str | None = None,
    talk: Talk | None = None,
) -> tuple[str, bytes]:  # fmt: skip
    """Render the record and make a document of it; returns its number and its bytes."""
    day = record.fact.checked_on
    evaluation = {**line_object(record.line), IN_FULL: record.driver_in_full}
    stated = Stated(CHECK, day.year, day.isoformat(), record.as_of, record.head, evaluation)
    return issue_document(
        store,
        stated,
        suffix,
        paper,
        lambda sheet: rendered_check_record(record, suffix, sheet, talk),
        by=by,
        reason=reason,
    )


def issue_check_summary(
    store: Store, summary: CheckSummary, suffix: str, paper: "Paper", *, by: str, reason: str | None = None,
    talk: Talk | None = None,
) -> tuple[str, bytes]:  # fmt: skip
    """Render the summary and make a document of it; returns its number and its bytes."""
    stated = Stated(
        CHECKS, summary.first.year, period_of(summary), summary.as_of, summary.head, summary_object(summary)
    )  # fmt: skip
    return issue_document(
        store,
        stated,
        suffix,
        paper,
        lambda sheet: rendered_check_summary(summary, suffix, sheet, talk),
        by=by,
        reason=reason,
    )


def period_of(summary: CheckSummary) -> str:
    """What the list of documents says of its span: a month, else first and last day."""
    if summary.whole_month:
        return Period.MONTH.value
    return f"{summary.first.isoformat()}/{summary.last.isoformat()}"

"""The quota report as a workbook: the same evaluation, a sheet for each table and annex."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import BinaryIO

from fuelcheck.china import CHINA
from fuelcheck.reports import front, overview
from fuelcheck.reports.annex import Annex
from fuelcheck.reports.annexes import annexes_of
from fuelcheck.reports.paper import PLAIN, Paper
from fuelcheck.reports.proof import proof_lines
from fuelcheck.reports.sentences import Sentences, sentences
from fuelcheck.reports.sheets import annex_sheet, as_of_line, sheet_table
from fuelcheck.reports.spreadsheet import Book, Imprint, Table
from fuelcheck.reports.tongue import on_paper
from fuelcheck.standing.evaluation import QuotaReport


@on_paper()
def write_workbook(report: QuotaReport, target: str | Path | BinaryIO, paper: Paper = PLAIN) -> None:
    """Write the report as an .xlsx file to a path or a binary file; OSError if it cannot."""
    say = sentences("quota")
    title = "".join(front.title_parts(report, paper, say))
    as_of = datetime.combine(report.status.as_of, time(), CHINA)
    imprint = Imprint(
        title=title,
        author=paper.office or report.status.policy.division_name,
        moment=paper.printed_at or as_of,
        header=say("workbook.header", example=say("header.example")) if report.example else "",
        footer=say("workbook.footer"),
    )
    book = Book(target, imprint)
    annexes = annexes_of(report, say)
    sheets = (annex_sheet(one, _as_of(report, say), say) for one in annexes)
    for table in (*_figures(report, paper, say, title, annexes), *sheets):
        book.add(table)
    book.close()


def _figures(
    report: QuotaReport, paper: Paper, say: Sentences, title: str, annexes: Sequence[Annex]
) -> Iterator[Table]:
    """What the first pages of the paper say, as tables."""
    status, as_of = report.status, _as_of(report, say)
    notes = front.notes_of(status.policy)
    plan = next(annex.number for annex in annexes if annex.key == "plan")
    yield sheet_table(
        say, "overview", title, as_of, front.heads(say, "front.heads", front.QUOTA_FIELDS),
        front.quota_rows(status, notes, say),
        [front.quota_footnote(notes, say), front.paragraph(report, say, plan), overview.basis_text(status, say)],
    )  # fmt: skip
    if report.replaced is not None:
        yield sheet_table(
            say, "replaced", overview.replaced_text(report, say), as_of,
            front.heads(say, "basis.heads", overview.REPLACED_FIELDS),
            overview.replaced_rows(status, report.replaced, say),
        )  # fmt: skip
    yield sheet_table(
        say, "months", say("pace.months"), as_of, overview.month_heads(report, say), overview.month_rows(report, say),
        [overview.pace_text(report, say)],
    )  # fmt: skip
    yield sheet_table(
        say, "townships", say("townships.table"), as_of,
        front.heads(say, "townships.heads", overview.TOWNSHIP_FIELDS), overview.township_rows(report, say),
    )  # fmt: skip
    yield sheet_table(
        say, "products", say("results.table"), as_of,
        front.heads(say, "results.heads", overview.PRODUCT_FIELDS), overview.product_rows(report, say),
        list(filter(None, [overview.results_text(report, annexes, say)])),
    )  # fmt: skip
    yield sheet_table(
        say, "notes", say("workbook.notes"), as_of, [say("workbook.note_number"), say("workbook.note_text")],
        list(enumerate(notes.texts, start=1)),
    )  # fmt: skip
    proof = proof_lines(report.head, status.policy, paper, say)
    yield sheet_table(say, "data", say("workbook.data"), as_of, [], [], proof)


def _as_of(report: QuotaReport, say: Sentences) -> str:
    return as_of_line(report.status.as_of, report.example, say)

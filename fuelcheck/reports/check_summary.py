"""The month's summary of checks on diesel vehicles (路检月报), as a PDF and as a workbook.

The same summary and the same paper give the same bytes: the only clock is ``Paper.printed_at``.
"""

from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import BinaryIO

from fuelcheck.china import CHINA
from fuelcheck.reports import check_tables as tables
from fuelcheck.reports.annex import Annex
from fuelcheck.reports.check_annexes import annexes_of
from fuelcheck.reports.check_pages import SummaryStory
from fuelcheck.reports.composing import print_composed
from fuelcheck.reports.front import heads
from fuelcheck.reports.letters import Talk
from fuelcheck.reports.pages import Sheet
from fuelcheck.reports.paper import PLAIN, Paper
from fuelcheck.reports.proof import record_lines
from fuelcheck.reports.sentences import Sentences, sentences
from fuelcheck.reports.sheets import annex_sheet, as_of_line, sheet_table
from fuelcheck.reports.spreadsheet import Book, Imprint, Table
from fuelcheck.reports.tongue import on_paper
from fuelcheck.standing.check_record import CheckSummary


@on_paper()
def write_check_summary(
    summary: CheckSummary, target: str | Path | BinaryIO, paper: Paper = PLAIN, *, talk: Talk | None = None
) -> None:
    """Write the summary as a PDF to a path or a binary file; ``talk`` and errors as of ``write_pdf``."""
    say = sentences("checks")
    print_composed(
        lambda letters: SummaryStory(summary, paper, say, letters), _sheet(summary, paper, say), target, paper, talk
    )


@on_paper()
def write_check_workbook(summary: CheckSummary, target: str | Path | BinaryIO, paper: Paper = PLAIN) -> None:
    """Write the summary as an .xlsx file to a path or a binary file; OSError if it cannot."""
    say = sentences("checks")
    sheet = _sheet(summary, paper, say)
    header = say("workbook.header", example=say("header.example")) if summary.example else ""
    book = Book(target, Imprint(sheet.title, sheet.author, sheet.moment, header, say("workbook.footer")))
    annexes = annexes_of(summary, say)
    as_of = as_of_line(summary.as_of, summary.example, say)
    for table in (*_figures(summary, paper, annexes, as_of, say), *(annex_sheet(a, as_of, say) for a in annexes)):
        book.add(table)
    book.close()


def _figures(
    summary: CheckSummary, paper: Paper, annexes: tuple[Annex, ...], as_of: str, say: Sentences
) -> Iterator[Table]:
    """What the first pages of the paper say, as tables."""
    text = [tables.paragraph(summary, annexes, say), say("front.footnote")]
    title = "".join(tables.title_parts(summary, paper, say))
    counted = {
        "places": ("places.heads.name", tables.place_rows(summary, say), []),
        "departments": ("departments.heads.name", tables.department_rows(summary, say), [say("departments.note")]),
    }
    yield sheet_table(
        say, "overview", title, as_of, tables.count_heads(say, say("front.heads.method")),
        tables.method_rows(summary, say), text,
    )  # fmt: skip
    yield sheet_table(
        say, "days", say("sections.days"), as_of, tables.count_heads(say, say("heads.checked_on")),
        tables.day_sheet_rows(summary),
    )  # fmt: skip
    for name, (first, rows, below) in counted.items():
        yield sheet_table(say, name, say(f"sections.{name}"), as_of, tables.count_heads(say, say(first)), rows, below)
    yield sheet_table(
        say, "failures", say("sections.failures"), as_of, heads(say, "failures.heads", tables.FAILURE_FIELDS),
        tables.failure_rows(summary), [say("failures.note")],
    )  # fmt: skip
    yield sheet_table(
        say, "retests", say("sections.retests"), as_of, heads(say, "retests.heads", tables.RETEST_FIELDS),
        [tables.retest_row(summary)],
    )  # fmt: skip
    proof = record_lines(summary.head, summary.division_name, paper, say)
    yield sheet_table(say, "data", say("sections.data"), as_of, [], [], proof)


def _sheet(summary: CheckSummary, paper: Paper, say: Sentences) -> Sheet:
    return Sheet(
        title="".join(tables.title_parts(summary, paper, say)),
        author=paper.office or summary.division_name,
        subject=say("title.subject", as_of=say.day(summary.as_of)),
        moment=paper.printed_at or datetime.combine(summary.as_of, time(), CHINA),
        left_header=say("header.example") if summary.example else "",
        right_header=say("header.code", code=paper.code) if paper.code else "",
    )

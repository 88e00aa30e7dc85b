"""The electrification report (新能源化进展报告) as a PDF and as a workbook.

Plan 伊政办〔2024〕15号 (十) and (十一), or whatever policy the evaluation rests on. The same
evaluation and the same paper give the same bytes: the only clock is ``Paper.printed_at``.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus.flowables import Flowable, PageBreak

from fuelcheck.china import CHINA
from fuelcheck.reports import target_front as front
from fuelcheck.reports import target_overview as overview
from fuelcheck.reports.annex import Annex
from fuelcheck.reports.annex_pages import annex_pages
from fuelcheck.reports.composing import print_composed
from fuelcheck.reports.front import heads
from fuelcheck.reports.front_page import Setting
from fuelcheck.reports.letters import Letters, Talk
from fuelcheck.reports.pages import Sheet
from fuelcheck.reports.paper import PLAIN, Paper
from fuelcheck.reports.proof import proof_lines
from fuelcheck.reports.sentences import Sentences, sentences
from fuelcheck.reports.sheets import annex_sheet, as_of_line, sheet_table
from fuelcheck.reports.spreadsheet import Book, Imprint, Table
from fuelcheck.reports.target_annexes import target_annexes
from fuelcheck.reports.target_pages import front_page, sections
from fuelcheck.reports.tongue import on_paper
from fuelcheck.standing.target_report import TargetReport


@on_paper()
def write_pdf(
    report: TargetReport, target: str | Path | BinaryIO, paper: Paper = PLAIN, *, talk: Talk | None = None
) -> None:
    """Write the report as a PDF to a path or a binary file; what ``talk`` hears and what is raised: as composing."""
    say = sentences("targets")
    title = "".join(front.title_parts(report, paper, say))
    print_composed(
        lambda letters: _Composition(report, paper, say, letters), sheet_of(report, paper, say, title), target, paper,
        talk,
    )  # fmt: skip


@on_paper()
def write_workbook(report: TargetReport, target: str | Path | BinaryIO, paper: Paper = PLAIN) -> None:
    """Write the report as an .xlsx file to a path or a binary file; OSError if it cannot."""
    say = sentences("targets")
    title = "".join(front.title_parts(report, paper, say))
    book = Book(target, imprint_of(report, paper, say, title))
    as_of = as_of_line(report.as_of, report.example, say)
    annexes = (annex_sheet(annex, as_of, say) for annex in target_annexes(report, say))
    for table in (*_figures(report, paper, say, title, as_of), *annexes):
        book.add(table)
    book.close()


class _Composition:
    """The story of one report; its first page is tried in several sizes."""

    def __init__(self, report: TargetReport, paper: Paper, say: Sentences, letters: Letters) -> None:
        self._report, self._paper, self._say, self._letters = report, paper, say, letters
        self._notes = front.notes_of(report.policy)
        self._annexes: Sequence[Annex] = target_annexes(report, say)

    def front(self, setting: Setting) -> list[Flowable]:
        """The first page."""
        return front_page(self._report, self._paper, self._say, self._letters, self._notes, setting)

    def after_front(self) -> list[Any]:
        """All further pages."""
        say, letters = self._say, self._letters
        return [
            PageBreak(),
            *sections(self._report, self._paper, say, letters, self._notes, self._annexes),
            *annex_pages(self._annexes, say, letters, say.day(self._report.as_of)),
        ]


def sheet_of(report: TargetReport, paper: Paper, say: Sentences, title: str) -> Sheet:
    """What every page of a document about the targets carries."""
    return Sheet(
        title=title,
        author=paper.office or report.policy.division_name,
        subject=say("title.subject", as_of=say.day(report.as_of)),
        moment=_moment(report, paper),
        left_header=say("header.example") if report.example else "",
        right_header=say("header.code", code=paper.code) if paper.code else "",
    )


def imprint_of(report: TargetReport, paper: Paper, say: Sentences, title: str) -> Imprint:
    """What every sheet of a workbook about the targets carries."""
    return Imprint(
        title=title,
        author=paper.office or report.policy.division_name,
        moment=_moment(report, paper),
        header=say("workbook.header", example=say("header.example")) if report.example else "",
        footer=say("workbook.footer"),
    )


def _moment(report: TargetReport, paper: Paper) -> datetime:
    return paper.printed_at or datetime.combine(report.as_of, time(), CHINA)


def _figures(report: TargetReport, paper: Paper, say: Sentences, title: str, as_of: str) -> Iterator[Table]:
    """What the first pages of the paper say, as tables."""
    notes = front.notes_of(report.policy)
    yield sheet_table(
        say, "targets", title, as_of, heads(say, "front.heads", front.TARGET_FIELDS),
        front.target_rows(report, notes, say),
        [front.target_footnote(say), front.paragraph(report, say), overview.basis_text(report, say)],
    )  # fmt: skip
    if report.replaced is not None:
        yield sheet_table(
            say, "replaced", overview.replaced_text(report.replaced, report, say), as_of,
            heads(say, "basis.heads", overview.REPLACED_FIELDS),
            overview.replaced_rows(report.targets.lines, report.replaced.lines, say),
        )  # fmt: skip
    yield sheet_table(
        say, "months", say("months.title"), as_of, heads(say, "months.heads", overview.MONTH_FIELDS),
        overview.month_sheet_rows(report), [say("months.note")],
    )  # fmt: skip
    yield sheet_table(
        say, "forecast", say("forecast.title"), as_of, heads(say, "forecast.heads", overview.FORECAST_FIELDS),
        overview.forecast_rows(report, say), [overview.forecast_note(report, say)],
    )  # fmt: skip
    yield sheet_table(
        say, "kinds", say("kinds.title"), as_of, heads(say, "kinds.heads", overview.CATEGORY_FIELDS),
        overview.category_rows(report, say), list(filter(None, [overview.beside_text(report, say)])),
    )  # fmt: skip
    yield sheet_table(
        say, "measures", say("measures.title"), as_of, heads(say, "measures.heads", overview.MEASURE_FIELDS),
        overview.measure_rows(report, notes, say), [say("measures.note")],
    )  # fmt: skip
    yield sheet_table(
        say, "notes", say("workbook.notes"), as_of, [say("workbook.note_number"), say("workbook.note_text")],
        list(enumerate(notes.texts, start=1)),
    )  # fmt: skip
    yield sheet_table(
        say, "data", say("workbook.data"), as_of, [], [], proof_lines(report.head, report.policy, paper, say)
    )

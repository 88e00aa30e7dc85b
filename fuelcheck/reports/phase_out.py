"""The phase-out list (淘汰清单) as a PDF and as a workbook: old trucks by township and owner.

Plan 伊政办〔2024〕15号 (十一) 2, or whatever policy the evaluation rests on. 淘汰 counts what was
scrapped; a vehicle of which nobody knows the stage or the combustion stands apart, with a hint
and where to look it up. The same evaluation and the same paper give the same bytes.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus.flowables import Flowable, PageBreak

from fuelcheck.reports import phase_out_words as words
from fuelcheck.reports.annex import Annex
from fuelcheck.reports.annex_pages import annex_pages
from fuelcheck.reports.columns import Column
from fuelcheck.reports.composing import print_composed
from fuelcheck.reports.figures import Cell, lines_of
from fuelcheck.reports.fonts import Role
from fuelcheck.reports.front import Notes, heads
from fuelcheck.reports.front_page import Setting, letter_page
from fuelcheck.reports.letters import Letters, Talk
from fuelcheck.reports.overview import listed
from fuelcheck.reports.overview_pages import small_table
from fuelcheck.reports.paper import PLAIN, Paper
from fuelcheck.reports.phase_out_annexes import phase_out_annexes
from fuelcheck.reports.proof import proof, proof_lines
from fuelcheck.reports.prose import Prose
from fuelcheck.reports.sentences import Sentences, sentences
from fuelcheck.reports.sheets import annex_sheet, as_of_line, sheet_table
from fuelcheck.reports.spreadsheet import Book, Table
from fuelcheck.reports.tables import Grid
from fuelcheck.reports.target_pages import heading, notes_section
from fuelcheck.reports.targets import imprint_of, sheet_of
from fuelcheck.reports.tongue import on_paper
from fuelcheck.reports.typography import CAPTION, FOOTNOTE, NOTE, TEXT
from fuelcheck.standing.target_report import TargetReport


@on_paper()
def write_pdf(
    report: TargetReport, target: str | Path | BinaryIO, paper: Paper = PLAIN, *, talk: Talk | None = None
) -> None:
    """Write the list as a PDF to a path or a binary file; what ``talk`` hears and what is raised: as composing."""
    say = sentences("phase-out")
    title = "".join(words.title_parts(report, paper, say))
    print_composed(
        lambda letters: _Composition(report, paper, say, letters), sheet_of(report, paper, say, title), target, paper,
        talk,
    )  # fmt: skip


@on_paper()
def write_workbook(report: TargetReport, target: str | Path | BinaryIO, paper: Paper = PLAIN) -> None:
    """Write the list as an .xlsx file to a path or a binary file; OSError if it cannot."""
    say = sentences("phase-out")
    title = "".join(words.title_parts(report, paper, say))
    book = Book(target, imprint_of(report, paper, say, title))
    as_of = as_of_line(report.as_of, report.example, say)
    annexes = (annex_sheet(annex, as_of, say) for annex in phase_out_annexes(report, say))
    for table in (*_figures(report, paper, say, title, as_of), *annexes):
        book.add(table)
    book.close()


class _Composition:
    """The story of one list; its first page is tried in several sizes."""

    def __init__(self, report: TargetReport, paper: Paper, say: Sentences, letters: Letters) -> None:
        self._report, self._paper, self._say, self._letters = report, paper, say, letters
        self._notes = words.notes_of(report.policy)
        self._annexes: Sequence[Annex] = phase_out_annexes(report, say)

    def front(self, setting: Setting) -> list[Flowable]:
        """The first page."""
        report, say, letters = self._report, self._say, self._letters
        caption = Prose(letters, say("front.table", as_of=say.day(report.as_of)), CAPTION)
        rows = words.target_rows(report, self._notes, say)
        table = Grid(letters, _columns(say), rows, looks=setting.table, opening=[caption], shown=lines_of, before=6)
        footnote = Prose(letters, say("front.footnote", notes=say("sections.notes")), FOOTNOTE)
        return letter_page(
            letters, self._paper, say, setting, words.title_parts(report, self._paper, say), "",
            words.paragraph(report, say), [table, footnote],
        )  # fmt: skip

    def after_front(self) -> list[Any]:
        """All further pages."""
        say, letters = self._say, self._letters
        return [
            PageBreak(),
            *_sections(self._report, self._paper, say, letters, self._notes, self._annexes),
            *annex_pages(self._annexes, say, letters, say.day(self._report.as_of)),
        ]


def _columns(say: Sentences) -> list[Column]:
    names = heads(say, "front.heads", words.TARGET_FIELDS)
    return [
        Column(
            head, "left" if name in {"name", "basis"} else "center" if name in {"deadline", "result"} else "right",
            wraps=name in {"name", "basis"}, role=Role.FIRST if name == "result" else Role.BODY,
        )
        for name, head in zip(words.TARGET_FIELDS, names, strict=True)
    ]  # fmt: skip


def _sections(
    report: TargetReport, paper: Paper, say: Sentences, letters: Letters, notes: Notes, annexes: Sequence[Annex]
) -> Iterator[Flowable]:
    contents = {
        "townships": _townships(words.township_rows(report, say), say, letters),
        "look_up": [Prose(letters, say("look_up.text"), TEXT)],
        "notes": notes_section(notes, say, letters),
        "basis": [Prose(letters, words.basis_text(report, say), TEXT)],
        "annexes": (Prose(letters, line, NOTE) for line in listed(annexes, None, say)),
        "data": proof(report.head, report.policy, paper, say, letters),
    }
    for name, content in contents.items():
        yield heading(name, say, letters)
        yield from content


def _townships(rows: Sequence[tuple[Cell, ...]], say: Sentences, letters: Letters) -> Iterator[Flowable]:
    if rows:
        yield small_table(letters, heads(say, "townships.heads", words.TOWNSHIP_FIELDS), rows)
    else:
        yield Prose(letters, say("townships.none"), TEXT)


def _figures(report: TargetReport, paper: Paper, say: Sentences, title: str, as_of: str) -> Iterator[Table]:
    """What the first pages of the paper say, as tables."""
    notes = words.notes_of(report.policy)
    yield sheet_table(
        say, "targets", title, as_of, heads(say, "front.heads", words.TARGET_FIELDS),
        words.target_rows(report, notes, say),
        [
            say("front.footnote", notes=say("workbook.notes")), words.paragraph(report, say),
            words.basis_text(report, say), say("look_up.text"),
        ],
    )  # fmt: skip
    yield sheet_table(
        say, "townships", say("townships.title"), as_of, heads(say, "townships.heads", words.TOWNSHIP_FIELDS),
        words.township_rows(report, say),
    )  # fmt: skip
    yield sheet_table(
        say, "notes", say("workbook.notes"), as_of, [say("workbook.note_number"), say("workbook.note_text")],
        list(enumerate(notes.texts, start=1)),
    )  # fmt: skip
    yield sheet_table(
        say, "data", say("workbook.data"), as_of, [], [], proof_lines(report.head, report.policy, paper, say)
    )

"""The pages of the electrification report: the first, and the sections after it."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from reportlab.platypus.flowables import Flowable

from fuelcheck.law.targets import CountedOf, TargetKind
from fuelcheck.reports import target_overview as overview
from fuelcheck.reports.annex import Annex
from fuelcheck.reports.blocks import ChartOverTable
from fuelcheck.reports.columns import Column
from fuelcheck.reports.figures import Rate, fraction, lines_of, mark
from fuelcheck.reports.fonts import Role
from fuelcheck.reports.front import Notes, heads
from fuelcheck.reports.front_page import Setting, letter_page
from fuelcheck.reports.letters import Letters
from fuelcheck.reports.overview import listed
from fuelcheck.reports.overview_pages import small_table
from fuelcheck.reports.paper import Paper
from fuelcheck.reports.proof import proof
from fuelcheck.reports.prose import Prose
from fuelcheck.reports.sentences import Sentences
from fuelcheck.reports.share_chart import Series, Shares
from fuelcheck.reports.tables import OVERVIEW, Grid
from fuelcheck.reports.target_front import TARGET_FIELDS, paragraph, target_footnote, target_rows, title_parts
from fuelcheck.reports.typography import CAPTION, FOOTNOTE, HEADING, NOTE, TEXT
from fuelcheck.standing.target_report import TargetLine, TargetReport

_RIGHT = {"done", "left", "unclear", "exempt", "needed", "expected", "owner_left"}
_CENTRED = {"required", "deadline", "result", "day", "expected_result"}
_WRAPPING = {"name", "basis", "owner", "measure", "source", "reported", "category"}


def front_page(
    report: TargetReport, paper: Paper, say: Sentences, letters: Letters, notes: Notes, setting: Setting
) -> list[Flowable]:
    """The first page in the sizes of ``setting``."""
    caption = Prose(letters, say("front.table", as_of=say.day(report.as_of)), CAPTION)
    table = Grid(
        letters, columns(say, "front.heads", TARGET_FIELDS), target_rows(report, notes, say), looks=setting.table,
        opening=[caption], shown=shown, before=6,
    )  # fmt: skip
    return letter_page(
        letters, paper, say, setting, title_parts(report, paper, say),
        paper.addressee or report.policy.document.issuer, paragraph(report, say),
        [table, Prose(letters, target_footnote(say), FOOTNOTE)],
    )  # fmt: skip


def columns(say: Sentences, table: str, fields: Sequence[str]) -> list[Column]:
    """The columns of a table, by the names of its fields."""
    return [
        Column(head, _align(name), wraps=name in _WRAPPING, role=Role.FIRST if name == "result" else Role.BODY)
        for name, head in zip(fields, heads(say, table, fields), strict=True)
    ]


def shown(cell: object) -> tuple[str, ...]:
    """A cell's lines; a share with its two figures."""
    return (fraction(cell),) if isinstance(cell, Rate) else lines_of(cell)


def _align(name: str) -> Any:
    return "right" if name in _RIGHT else "center" if name in _CENTRED else "left"


def sections(
    report: TargetReport, paper: Paper, say: Sentences, letters: Letters, notes: Notes, annexes: Sequence[Annex]
) -> Iterator[Flowable]:
    """The sections in order, each under its numbered heading."""
    contents = {
        "forecast": _forecast(report, say, letters),
        "kinds": _kinds(report, say, letters),
        "measures": _measures(report, say, letters, notes),
        "notes": notes_section(notes, say, letters),
        "basis": _basis(report, say, letters),
        "annexes": (Prose(letters, line, NOTE) for line in listed(annexes, report.last_document, say)),
        "data": proof(report.head, report.policy, paper, say, letters),
    }
    yield from _months(report, say, letters)
    for name, content in contents.items():
        yield heading(name, say, letters)
        yield from content


def heading(section: str, say: Sentences, letters: Letters) -> Prose:
    """A section's heading, also among the bookmarks."""
    text = say(f"sections.{section}")
    return Prose(letters, text, HEADING, outline=text)


def notes_section(notes: Notes, say: Sentences, letters: Letters) -> Iterator[Flowable]:
    """Our readings under their marks."""
    if not notes.texts:
        yield Prose(letters, say("notes.none"), TEXT)
        return
    yield Prose(letters, say("notes.intro"), TEXT)
    for number, text in enumerate(notes.texts, start=1):
        yield Prose(letters, say("notes.line", mark=mark(number), text=text), NOTE)


def _months(report: TargetReport, say: Sentences, letters: Letters) -> Iterator[Flowable]:
    """The chart over the table by months; the table alone where no share can be drawn."""
    top = heading("months", say, letters)
    yield top
    names = overview.month_heads(report, say)
    cells = [Column(head, "right" if number else "left", wraps=not number) for number, head in enumerate(names)]
    table = Grid(letters, cells, overview.month_rows(report, say), looks=OVERVIEW, shown=lines_of)
    series = tuple(_series(report, line) for line in report.lines if _drawn(line))
    if series:
        yield ChartOverTable(letters, Prose(letters, say("months.chart"), CAPTION), Shares(series), table, [top])
    else:
        yield table
    yield Prose(letters, say("months.note"), FOOTNOTE)


def _drawn(line: TargetLine) -> bool:
    """Shares of the stock move over the year; of additions and of what must go the table tells enough."""
    target = line.target
    of_stock = target.kind is not TargetKind.ZERO and target.of is CountedOf.STOCK
    return of_stock and any(point.count.denominator for point in line.progress.months)


def _series(report: TargetReport, line: TargetLine) -> Series:
    starts = report.targets.year.months()
    points = tuple(
        (_along(starts, point.day), 100 * point.count.numerator / point.count.denominator)
        for point in line.progress.months
        if point.count.denominator
    )
    return Series(line.target.name, points)


def _along(starts: Sequence[date], day: date) -> float:
    """Months from the year's beginning to the end of ``day``."""
    begun = sum(start <= day for start in starts) - 1
    return begun + day.day / monthrange(day.year, day.month)[1]


def _forecast(report: TargetReport, say: Sentences, letters: Letters) -> Iterator[Flowable]:
    intro = Prose(letters, say("forecast.intro"), TEXT)
    rows = overview.forecast_rows(report, say)
    yield Grid(
        letters, columns(say, "forecast.heads", overview.FORECAST_FIELDS), rows, looks=OVERVIEW, opening=[intro],
        shown=shown, before=2,
    )  # fmt: skip
    yield Prose(letters, overview.forecast_note(report, say), FOOTNOTE)


def _kinds(report: TargetReport, say: Sentences, letters: Letters) -> Iterator[Flowable]:
    rows = overview.category_rows(report, say)
    if rows:
        names = heads(say, "kinds.heads", overview.CATEGORY_FIELDS)
        cells = [Column(head, "right" if number == 2 else "left") for number, head in enumerate(names)]
        yield Grid(letters, cells, rows, looks=OVERVIEW, shown=shown, before=2)
    if text := overview.beside_text(report, say):
        yield Prose(letters, text, replace(TEXT, before=4))
    if not rows and not text:
        yield Prose(letters, say("kinds.none"), TEXT)


def _measures(report: TargetReport, say: Sentences, letters: Letters, notes: Notes) -> Iterator[Flowable]:
    rows = overview.measure_rows(report, notes, say)
    if not rows:
        yield Prose(letters, say("measures.none"), TEXT)
        return
    yield Grid(
        letters, columns(say, "measures.heads", overview.MEASURE_FIELDS), rows, looks=OVERVIEW, shown=shown, before=2
    )
    yield Prose(letters, say("measures.note"), FOOTNOTE)


def _basis(report: TargetReport, say: Sentences, letters: Letters) -> Iterator[Flowable]:
    yield Prose(letters, overview.basis_text(report, say), TEXT)
    if report.replaced is not None:
        yield Prose(letters, overview.replaced_text(report.replaced, report, say), TEXT)
        names = heads(say, "basis.heads", overview.REPLACED_FIELDS)
        rows = overview.replaced_rows(report.targets.lines, report.replaced.lines, say)
        yield small_table(letters, names, rows, say("basis.replaced_table"))

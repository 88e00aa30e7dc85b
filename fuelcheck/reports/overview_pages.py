"""The pages after the first: chart, townships, results, readings, basis, annexes, data."""

from calendar import monthrange
from collections.abc import Iterator, Sequence

from reportlab.platypus.flowables import Flowable

from fuelcheck.reports import overview
from fuelcheck.reports.annex import Annex
from fuelcheck.reports.blocks import ChartOverTable
from fuelcheck.reports.charts import Cumulative
from fuelcheck.reports.columns import Column
from fuelcheck.reports.figures import Cell, lines_of, mark
from fuelcheck.reports.front import Notes, heads
from fuelcheck.reports.letters import Letters
from fuelcheck.reports.paper import Paper
from fuelcheck.reports.proof import proof
from fuelcheck.reports.prose import Prose
from fuelcheck.reports.sentences import Sentences
from fuelcheck.reports.tables import OVERVIEW, Grid
from fuelcheck.reports.typography import CAPTION, HEADING, NOTE, TEXT
from fuelcheck.standing.evaluation import QuotaReport


def overview_pages(
    report: QuotaReport, paper: Paper, say: Sentences, letters: Letters, notes: Notes, annexes: Sequence[Annex]
) -> Iterator[Flowable]:
    """The sections in order, each under its numbered heading."""
    townships = [_heading("townships", say, letters), *_townships(report, say, letters)]
    yield from _pace(report, say, letters, townships)
    yield from townships
    sections = {
        "results": _results(report, say, letters, annexes),
        "notes": _notes(notes, say, letters),
        "basis": _basis(report, say, letters),
        "annexes": (Prose(letters, line, NOTE) for line in overview.listed(annexes, report.last_document, say)),
        "data": proof(report.head, report.status.policy, paper, say, letters),
    }
    for name, content in sections.items():
        yield _heading(name, say, letters)
        yield from content


def _heading(section: str, say: Sentences, letters: Letters) -> Prose:
    text = say(f"sections.{section}")
    return Prose(letters, text, HEADING, outline=text)


def _pace(report: QuotaReport, say: Sentences, letters: Letters, townships: Sequence[Flowable]) -> Iterator[Flowable]:
    heading, text = _heading("pace", say, letters), Prose(letters, overview.pace_text(report, say), TEXT)
    yield from (heading, text)
    line = overview.motor_fuel_line(report.status)
    month_heads = overview.month_heads(report, say)
    columns = [Column(head, "right" if number else "left") for number, head in enumerate(month_heads)]
    table = Grid(letters, columns, overview.month_rows(report, say), looks=OVERVIEW, shown=lines_of)
    if line is None:
        yield table
        return
    data = Cumulative(
        points=_points(report),
        required=line.required,
        done_label=say("pace.chart_done"),
        pace_label=say("pace.chart_pace"),
        required_label=say("pace.chart_required", required=line.required),
    )
    yield ChartOverTable(letters, Prose(letters, say("pace.chart"), CAPTION), data, table, [heading, text, *townships])


def _points(report: QuotaReport) -> tuple[tuple[float, int], ...]:
    """The months' ends (or the as-of day) on the chart's axis, from nought."""
    starts, as_of = overview.year_of(report.status).months(), report.status.as_of
    points = [(0.0, 0)]
    for month in report.months:
        if month.month in starts and month.month <= as_of:
            begun = starts.index(month.month)
            current = (as_of.year, as_of.month) == (month.month.year, month.month.month)
            part = as_of.day / monthrange(as_of.year, as_of.month)[1] if current else 1.0
            points.append((begun + part, month.cumulative))
    return tuple(points)


def _townships(report: QuotaReport, say: Sentences, letters: Letters) -> Iterator[Flowable]:
    names = heads(say, "townships.heads", overview.TOWNSHIP_FIELDS)
    yield small_table(letters, names, overview.township_rows(report, say))


def _results(report: QuotaReport, say: Sentences, letters: Letters, annexes: Sequence[Annex]) -> Iterator[Flowable]:
    if report.products:
        names = heads(say, "results.heads", overview.PRODUCT_FIELDS)
        yield small_table(letters, names, overview.product_rows(report, say))
    else:
        yield Prose(letters, say("results.none"), TEXT)
    if text := overview.results_text(report, annexes, say):
        yield Prose(letters, text, TEXT)


def small_table(letters: Letters, names: Sequence[str], rows: Sequence[Sequence[Cell]], caption: str = "") -> Grid:
    """A small table: names on the left, figures on the right."""
    words = {number for row in rows for number, cell in enumerate(row) if isinstance(cell, str)}
    columns = [
        Column(name, ("center" if number in words else "right") if number else "left", wraps=not number)
        for number, name in enumerate(names)
    ]
    opening = [Prose(letters, caption, CAPTION)] if caption else []
    return Grid(letters, columns, rows, looks=OVERVIEW, opening=opening, shown=lines_of, before=2)


def _notes(notes: Notes, say: Sentences, letters: Letters) -> Iterator[Flowable]:
    if not notes.texts:
        yield Prose(letters, say("notes.none"), TEXT)
        return
    yield Prose(letters, say("notes.intro"), TEXT)
    for number, text in enumerate(notes.texts, start=1):
        yield Prose(letters, say("notes.line", mark=mark(number), text=text), NOTE)


def _basis(report: QuotaReport, say: Sentences, letters: Letters) -> Iterator[Flowable]:
    yield Prose(letters, overview.basis_text(report.status, say), TEXT)
    if report.replaced is not None:
        yield Prose(letters, overview.replaced_text(report, say), TEXT)
        names = heads(say, "basis.heads", overview.REPLACED_FIELDS)
        rows = overview.replaced_rows(report.status, report.replaced, say)
        yield small_table(letters, names, rows, say("basis.replaced_table"))

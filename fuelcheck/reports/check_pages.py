"""The summary of checks laid out: the page that is signed, then days, places, departments, failures, re-tests, data."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.platypus.flowables import Flowable, PageBreak

from fuelcheck.reports import check_tables as tables
from fuelcheck.reports.annex import Annex
from fuelcheck.reports.annex_pages import annex_pages
from fuelcheck.reports.blocks import ChartOverTable
from fuelcheck.reports.check_annexes import annexes_of
from fuelcheck.reports.columns import Column, Looks
from fuelcheck.reports.day_chart import Bars
from fuelcheck.reports.figures import Cell, lines_of
from fuelcheck.reports.front import heads
from fuelcheck.reports.front_page import Setting, letter_page
from fuelcheck.reports.letters import Letters
from fuelcheck.reports.overview import listed
from fuelcheck.reports.paper import Paper
from fuelcheck.reports.proof import printed_proof, record_lines
from fuelcheck.reports.prose import Prose
from fuelcheck.reports.sentences import Sentences
from fuelcheck.reports.tables import OVERVIEW, Grid
from fuelcheck.reports.typography import CAPTION, FOOTNOTE, HEADING, NOTE, TEXT
from fuelcheck.standing.check_record import CheckSummary

_NARROW = Looks(size=7, leading=10, pad=1.7, gap=0.8)
"""Thirty-one columns of a month stand side by side."""


class SummaryStory:
    """The story of one summary; its first page is tried in several sizes."""

    def __init__(self, summary: CheckSummary, paper: Paper, say: Sentences, letters: Letters) -> None:
        self._summary, self._paper, self._say, self._letters = summary, paper, say, letters
        self._annexes: Sequence[Annex] = annexes_of(summary, say)

    def front(self, setting: Setting) -> list[Flowable]:
        """The first page."""
        summary, paper, say = self._summary, self._paper, self._say
        days = {"first": say.day(summary.first), "last": say.day(summary.last)}
        names = tables.count_heads(say, say("front.heads.method"))
        table = self._table(names, tables.method_rows(summary, say), say("front.table", **days), setting.table)
        return letter_page(
            self._letters, paper, say, setting, tables.title_parts(summary, paper, say), paper.addressee or "",
            tables.paragraph(summary, self._annexes, say),
            [table, Prose(self._letters, say("front.footnote"), FOOTNOTE)],
        )  # fmt: skip

    def after_front(self) -> list[Any]:
        """All further pages."""
        as_of = self._say.day(self._summary.as_of)
        return [PageBreak(), *self._sections(), *annex_pages(self._annexes, self._say, self._letters, as_of)]

    def _sections(self) -> Iterator[Flowable]:
        summary, say, letters = self._summary, self._say, self._letters
        yield from self._days()
        sections = {
            "places": self._counts("places.heads.name", tables.place_rows(summary, say)),
            "departments": self._departments(),
            "failures": self._failures(),
            "retests": self._retests(),
            "annexes": [Prose(letters, line, NOTE) for line in listed(self._annexes, None, say)],
            "data": printed_proof(
                record_lines(summary.head, summary.division_name, self._paper, say),
                summary.head, self._paper, say, letters,
            ),
        }  # fmt: skip
        for name, content in sections.items():
            yield self._heading(name)
            yield from content

    def _heading(self, section: str) -> Prose:
        text = self._say(f"sections.{section}")
        return Prose(self._letters, text, HEADING, outline=text)

    def _days(self) -> Iterator[Flowable]:
        summary, say, letters = self._summary, self._say, self._letters
        heading = self._heading("days")
        yield heading
        if not summary.days:
            yield Prose(letters, say("days.none"), TEXT)
            return
        names, rows = tables.day_heads(summary, say), tables.day_rows(summary, say)
        columns = [Column(name, "center" if number else "left") for number, name in enumerate(names)]
        table = Grid(letters, columns, rows, looks=_NARROW, shown=lines_of)
        bars = Bars(
            tuple(tuple(getattr(count, kind) for kind in tables.VERDICTS) for _, count in tables.columns(summary)),
            tuple(say(f"days.heads.{kind}") for kind in tables.VERDICTS),
        )
        caption = say("days.chart" if tables.by_days(summary) else "days.chart_months")
        yield ChartOverTable(letters, Prose(letters, caption, CAPTION), bars, table, [heading])

    def _departments(self) -> Iterator[Flowable]:
        rows = tables.department_rows(self._summary, self._say)
        if not rows:
            yield Prose(self._letters, self._say("days.none"), TEXT)
            return
        yield from self._counts("departments.heads.name", rows)
        yield Prose(self._letters, self._say("departments.note"), FOOTNOTE)

    def _failures(self) -> Iterator[Flowable]:
        say, rows = self._say, tables.failure_rows(self._summary)
        if not rows:
            yield Prose(self._letters, say("failures.none"), TEXT)
            return
        yield self._table(heads(say, "failures.heads", tables.FAILURE_FIELDS), rows)
        yield Prose(self._letters, say("failures.note"), FOOTNOTE)

    def _retests(self) -> Iterator[Flowable]:
        names = heads(self._say, "retests.heads", tables.RETEST_FIELDS)
        columns = [Column(name, "center") for name in names]
        rows = [tables.retest_row(self._summary)]
        yield Grid(self._letters, columns, rows, looks=OVERVIEW, shown=lines_of, before=2)

    def _counts(self, name: str, rows: Sequence[tuple[Cell, ...]]) -> Iterator[Flowable]:
        yield self._table(tables.count_heads(self._say, self._say(name)), rows)

    def _table(
        self, names: Sequence[str], rows: Sequence[tuple[Cell, ...]], caption: str = "", looks: Looks = OVERVIEW
    ) -> Grid:
        """Names on the left, figures on the right."""
        columns = [Column(name, "right" if number else "left", wraps=not number) for number, name in enumerate(names)]
        opening = [Prose(self._letters, caption, CAPTION)] if caption else []
        return Grid(self._letters, columns, rows, looks=looks, opening=opening, shown=lines_of, before=2)

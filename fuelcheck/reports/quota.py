"""The quota report as a PDF: the paper that an office signs and submits.

The same evaluation and the same paper give the same bytes: the only clock is the one that
``Paper.printed_at`` brings.
"""

from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus.flowables import Flowable, PageBreak

from fuelcheck.china import CHINA
from fuelcheck.reports.annex import Annex
from fuelcheck.reports.annex_pages import annex_pages
from fuelcheck.reports.annexes import annexes_of
from fuelcheck.reports.composing import print_composed
from fuelcheck.reports.front import notes_of, title_parts
from fuelcheck.reports.front_page import Setting, front_page
from fuelcheck.reports.letters import Letters, Talk
from fuelcheck.reports.overview_pages import overview_pages
from fuelcheck.reports.pages import Sheet
from fuelcheck.reports.paper import PLAIN, Paper
from fuelcheck.reports.sentences import Sentences, sentences
from fuelcheck.reports.tongue import on_paper
from fuelcheck.standing.evaluation import QuotaReport


@on_paper()
def write_pdf(
    report: QuotaReport, target: str | Path | BinaryIO, paper: Paper = PLAIN, *, talk: Talk | None = None
) -> None:
    """Write the report as a PDF to a path or a binary file.

    ``talk`` is told lines for people: fonts being prepared (the first time only), characters
    that no font has (they are printed as 〓 and named on the page that tells of the data).
    Raises FontsRefused for a fonts.toml that cannot be followed, OSError if it cannot write.
    """
    say = sentences("quota")
    print_composed(
        lambda letters: _Composition(report, paper, say, letters), _sheet(report, paper, say), target, paper, talk
    )


class _Composition:
    """The story of one report; its first page is tried in several sizes."""

    def __init__(self, report: QuotaReport, paper: Paper, say: Sentences, letters: Letters) -> None:
        self._report, self._paper, self._say, self._letters = report, paper, say, letters
        self._notes = notes_of(report.status.policy)
        self._annexes: Sequence[Annex] = annexes_of(report, say)

    def front(self, setting: Setting) -> list[Flowable]:
        """The first page."""
        plan = next(annex.number for annex in self._annexes if annex.key == "plan")
        return front_page(self._report, self._paper, self._say, self._letters, self._notes, plan, setting)

    def after_front(self) -> list[Any]:
        """All further pages."""
        say, letters = self._say, self._letters
        as_of = say.day(self._report.status.as_of)
        return [
            PageBreak(),
            *overview_pages(self._report, self._paper, say, letters, self._notes, self._annexes),
            *annex_pages(self._annexes, say, letters, as_of),
        ]


def _sheet(report: QuotaReport, paper: Paper, say: Sentences) -> Sheet:
    status = report.status
    as_of = datetime.combine(status.as_of, time(), CHINA)
    return Sheet(
        title="".join(title_parts(report, paper, say)),
        author=paper.office or status.policy.division_name,
        subject=say("title.subject", as_of=say.day(status.as_of)),
        moment=paper.printed_at or as_of,
        left_header=say("header.example") if report.example else "",
        right_header=say("header.code", code=paper.code) if paper.code else "",
    )

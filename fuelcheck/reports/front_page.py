"""The first page: what the leader reads and signs. It always is one page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportlab.platypus.flowables import Flowable

from fuelcheck.china import CHINA
from fuelcheck.reports.blocks import Signatures, height_of
from fuelcheck.reports.columns import Column, Looks
from fuelcheck.reports.figures import Rate, fraction, lines_of
from fuelcheck.reports.fonts import Role
from fuelcheck.reports.front import (
    QUOTA_FIELDS,
    Notes,
    heads,
    paragraph,
    quota_footnote,
    quota_rows,
    title_parts,
)
from fuelcheck.reports.letters import Letters
from fuelcheck.reports.paper import Paper
from fuelcheck.reports.prose import Prose, Title
from fuelcheck.reports.sentences import Sentences
from fuelcheck.reports.tables import Grid
from fuelcheck.reports.typography import BLOCK, CAPTION, FOOTNOTE, LETTER_LEADING, TITLE, text
from fuelcheck.standing.evaluation import QuotaReport


@dataclass(frozen=True, slots=True)
class Setting:
    """Sizes of one try: the letter's type and lines, the table's lines and space, the signatures' lines."""

    size: float
    leading: float
    table: Looks
    signatures: float


SETTINGS = (
    Setting(16, LETTER_LEADING, Looks(10, 13, 4.2, 2.5), 28),
    Setting(16, 26, Looks(10, 13, 3.6, 2.5), 25),
    Setting(15, 25, Looks(10, 13, 3.4, 2.5), 24),
    Setting(14, 23, Looks(10, 13, 3.2, 2.5), 23),
    Setting(14, 21.5, Looks(10, 13, 2.6, 2.5), 22),
    Setting(12, 19, Looks(10, 13, 2.6, 2.5), 22),
    Setting(12, 17, Looks(9, 11.5, 2.2, 2.5), 20),
    Setting(10.5, 15, Looks(9, 11.5, 1.8, 2.5), 18),
    Setting(9, 12, Looks(9, 10.5, 1.2, 2.5), 16),
)
"""From the standard's own sizes down to the smallest that can be read; the first that fits is taken."""

_NUMERIC = {"required", "achieved", "in_progress", "shortfall", "rate"}
_WRAPPING = {"name", "basis"}


def front_page(
    report: QuotaReport, paper: Paper, say: Sentences, letters: Letters, notes: Notes, plan_annex: int, setting: Setting
) -> list[Flowable]:
    """The page's flowables in the sizes of ``setting``."""
    addressee = paper.addressee or report.status.policy.document.issuer
    return letter_page(
        letters, paper, say, setting, title_parts(report, paper, say), addressee, paragraph(report, say, plan_annex),
        [_table(report, say, letters, notes, setting), Prose(letters, quota_footnote(notes, say), FOOTNOTE)],
    )  # fmt: skip


def letter_page(
    letters: Letters, paper: Paper, say: Sentences, setting: Setting,
    title: Sequence[str], addressee: str, paragraph: str, table: Sequence[Flowable],
) -> list[Flowable]:  # fmt: skip
    """A first page: title, the office's number, whom it is for (empty: no line), text, table, signatures."""
    letter = text(setting.size, setting.leading)
    line = replace(letter, indent=0, align="left")
    to = [Prose(letters, say("front.addressee", addressee=addressee), line)] if addressee else []
    return [
        Title(letters, title, TITLE, outline="".join(title)),
        Prose(letters, paper.number or "", replace(line, align="center", after=4)),
        *to,
        Prose(letters, paragraph, letter),
        *table,
        _signatures(paper, say, letters, setting),
    ]


def fitting(build: Callable[[Setting], list[Flowable]]) -> list[Flowable]:
    """The page in the first setting in which it is no higher than the block; else in the last."""
    for setting in SETTINGS:
        page = build(setting)
        if height_of(page) <= BLOCK[1]:
            return page
    return page


def _table(report: QuotaReport, say: Sentences, letters: Letters, notes: Notes, setting: Setting) -> Grid:
    status = report.status
    columns = [
        Column(head, _align(name), wraps=name in _WRAPPING, role=Role.FIRST if name == "conclusion" else Role.BODY)
        for name, head in zip(QUOTA_FIELDS, heads(say, "front.heads", QUOTA_FIELDS), strict=True)
    ]
    caption = say("front.table", year=status.year, as_of=say.day(status.as_of))
    rows = quota_rows(status, notes, say)
    return Grid(letters, columns, rows, looks=setting.table, opening=[Prose(letters, caption, CAPTION)], shown=_shown,
                before=6)  # fmt: skip


def _shown(cell: object) -> tuple[str, ...]:
    return (fraction(cell),) if isinstance(cell, Rate) else lines_of(cell)


def _align(name: str) -> Any:
    if name in _NUMERIC:
        return "right"
    return "center" if name in {"unit", "conclusion"} else "left"


def _signatures(paper: Paper, say: Sentences, letters: Letters, setting: Setting) -> Signatures:
    printed = say.day(paper.printed_at.astimezone(CHINA).date()) if paper.printed_at else ""
    rows = [
        [(say("signature.office"), paper.office or "", 0.66), (say("signature.date"), printed, 0.34)],
        [(say(f"signature.{name}"), "", 0.22) for name in ("head", "reviewer", "recorder")]
        + [(say("signature.telephone"), paper.phone or "", 0.34)],
    ]
    return Signatures(letters, rows, min(setting.size, 12), setting.signatures, before=setting.signatures / 2)

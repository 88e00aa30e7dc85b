"""The record of one check on a diesel vehicle: one A4 sheet, the office's part and below it the driver's copy.

The law wants a check on the road to be made with the police and by two officers who sign; the driver
signs too and keeps the lower part. Everything must stand on the one sheet, so the largest type in
which it fits is taken. A clean check has the same paper with its own words.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus.flowables import Flowable, Spacer

from fuelcheck.china import CHINA
from fuelcheck.reports.blocks import CheckCode, Signatures, height_of
from fuelcheck.reports.check_copy import copy_facts, copy_lines, copy_result
from fuelcheck.reports.check_facts import fact_rows
from fuelcheck.reports.check_findings import (
    ITEM_FIELDS,
    ItemRow,
    few_readings,
    formal_rows,
    label,
    result_rows,
    screening_rows,
    unsure,
)
from fuelcheck.reports.columns import Column, Looks
from fuelcheck.reports.figures import lines_of
from fuelcheck.reports.fonts import Role
from fuelcheck.reports.form_blocks import Bounded, Boxes, CutLine
from fuelcheck.reports.letters import Letters, Talk
from fuelcheck.reports.pages import Sheet, print_form
from fuelcheck.reports.paper import PLAIN, Paper
from fuelcheck.reports.proof import code_content
from fuelcheck.reports.prose import MissingCharacters, Prose, Title, texts_of
from fuelcheck.reports.sentences import Sentences, sentences
from fuelcheck.reports.tables import Grid
from fuelcheck.reports.tongue import on_paper
from fuelcheck.reports.typography import FORM_BLOCK, Align, Style
from fuelcheck.standing.check_record import CheckRecord
from fuelcheck.words import CheckKind

_CODE_SIDE = 46.0
_WRAPPING = {"item", "readings", "basis"}
_CENTRED = {"value", "limit", "verdict"}


@dataclass(frozen=True, slots=True)
class _Setting:
    """Sizes of one try: type, space above and below it in the boxes, the most lines of a value, space between parts."""

    size: float
    pad: float
    most: int
    between: float

    @property
    def looks(self) -> Looks:
        """Inside boxes and tables."""
        return Looks(self.size, 1.3 * self.size, self.pad, 3)

    def text(
        self, role: Role = Role.BODY, times: float = 1.0, *, align: Align = "justify", indent: float = 0
    ) -> Style:  # fmt: skip
        """Running text, ``times`` as large."""
        size = times * self.size
        return Style(role, size, 1.35 * size, indent=indent, align=align, squeeze=0.02 * size)


_SETTINGS = (
    *(_Setting(size, 0.26 * size, 40, 0.6 * size) for size in (10.5, 10, 9.5, 9)),
    *(_Setting(size, 0.15 * size, 40, 0.4 * size) for size in (9, 8.75, 8.5, 8.25, 8, 7.75, 7.5, 7.25, 7, 6.75)),
    *(_Setting(6.5, 0.8, most, 2) for most in (40, 12, 6, 4, 3, 2)),
)
"""From comfortable to the smallest that can be read; there the end of what is too long gives way, which … shows."""


@on_paper()
def write_check_record(
    record: CheckRecord, target: str | Path | BinaryIO, paper: Paper = PLAIN, *, talk: Talk | None = None
) -> None:
    """Write the record as a PDF of one page to a path or a binary file.

    ``talk`` is told lines for people, as of ``write_pdf``. Raises FontsRefused, OSError.
    """
    say = sentences("check")
    letters = Letters(paper.fonts, talk)
    form = _Form(record, paper, say, letters)
    sheet = _sheet(record, paper, say)
    try:
        letters.prepare([*texts_of(form.page(_SETTINGS[0])), *sheet.texts()])
        story = _fitting(form.page)
        print_form(story, str(target) if isinstance(target, Path) else target, sheet, letters)
    finally:
        letters.close()


def _fitting(build: Callable[[_Setting], list[Flowable]]) -> list[Flowable]:
    """The page in the first setting in which it is no higher than the sheet, the rest of the sheet above the copy."""
    for setting in _SETTINGS:
        page = build(setting)
        rest = FORM_BLOCK[1] - height_of(page, FORM_BLOCK)
        if rest >= 0:
            break
    cut = next(place for place, flowable in enumerate(page) if isinstance(flowable, CutLine))
    return [*page[:cut], Spacer(1, max(rest - 1, 0)), *page[cut:]]


class _Form:
    """The sheet of one record; it is tried in several sizes."""

    def __init__(self, record: CheckRecord, paper: Paper, say: Sentences, letters: Letters) -> None:
        self._record, self._paper, self._say, self._letters = record, paper, say, letters
        self._formal, self._screened = formal_rows(record, say), screening_rows(record, say)

    def page(self, setting: _Setting) -> list[Flowable]:
        """The whole sheet in the sizes of a setting."""
        return [*self._office_part(setting), *self._cut(setting), *self._copy(setting), *self._data()]

    def _office_part(self, setting: _Setting) -> Iterator[Flowable]:
        say, letters = self._say, self._letters
        yield from self._title(setting)
        yield Boxes(letters, fact_rows(self._record, say), setting.looks, setting.most)
        yield from self._items(setting)
        yield Spacer(1, setting.between)
        yield Boxes(letters, result_rows(self._record, say), setting.looks, setting.most)
        yield self._signatures(setting)

    def _title(self, setting: _Setting) -> Iterator[Flowable]:
        record, say = self._record, self._say
        office = self._paper.office or record.division_name
        yield Prose(self._letters, office, setting.text(times=1.1, align="center"))
        style = Style(Role.TITLE, 1.75 * setting.size, 2.2 * setting.size, align="center")
        title = self._paper.title or title_of(record, say)
        yield Title(self._letters, [title], style, outline=title)
        number = [
            (say("number.record"), record.fact.record_no, 0.5),
            (say("number.office"), self._paper.number or "", 0.5),
        ]
        yield Signatures(self._letters, [number], setting.size, 1.7 * setting.size, before=0)

    def _items(self, setting: _Setting) -> Iterator[Flowable]:
        say, letters = self._say, self._letters
        small = setting.text(times=0.9)
        if self._formal:
            yield self._grid(self._formal, "items.caption", setting)
        elif not self._screened:
            yield Prose(letters, say("items.none"), small)
        if self._screened:
            yield self._grid(self._screened, "items.screening", setting)
        if unsure(self._record):
            yield Prose(letters, say("items.footnote"), small)

    def _grid(self, rows: list[ItemRow], caption: str, setting: _Setting) -> Grid:
        whole = {"readings"} if few_readings(rows, self._say) else set()
        if whole and not any(item.point for item in self._record.verdict.items):
            whole.add("item")  # so that what is free goes to the longest column
        columns = [
            Column(
                self._say(f"items.heads.{name}"), "center" if name in _CENTRED else "left",
                wraps=name in _WRAPPING - whole, whole=name in whole,
            )
            for name in ITEM_FIELDS
        ]  # fmt: skip
        opening = Prose(self._letters, self._say(caption), setting.text(Role.FIRST, align="left"))
        return Grid(
            self._letters, columns, rows, looks=setting.looks, opening=[opening], shown=lines_of,
            before=setting.between,
        )  # fmt: skip

    def _signatures(self, setting: _Setting) -> Signatures:
        say, record = self._say, self._record
        signing = ["officer", "officer"]
        if record.fact.kind is not CheckKind.OWNER_VISIT:
            signing.append("police")
        rows = [
            [(say(f"signature.{name}"), "", 1 / len(signing)) for name in signing],
            [(say("signature.read"), "", 1.0)],
            [(say("signature.driver"), "", 0.4), (say("signature.date"), "", 0.2), (say("signature.refused"), "", 0.4)],
        ]
        return Signatures(self._letters, rows, setting.size, 2.1 * setting.size, before=setting.between)

    def _cut(self, setting: _Setting) -> Iterator[Flowable]:
        yield CutLine(self._letters, self._say("cut.line"), 0.85 * setting.size, setting.between)

    def _copy(self, setting: _Setting) -> Iterator[Flowable]:
        record, say, letters = self._record, self._say, self._letters
        style = Style(Role.TITLE, 1.35 * setting.size, 1.9 * setting.size, align="center")
        yield Title(letters, [f"{title_of(record, say, plain=True)}　{say('title.driver_copy')}"], style)
        text = setting.text(indent=2)
        yield Prose(letters, copy_facts(record, say), text)
        yield Prose(letters, copy_result(record, say), setting.text(Role.FIRST, 1.2, indent=2))
        for line in copy_lines(record, say):
            yield Bounded(letters, line, text, setting.most)
        officers = say("values.joint").join(record.fact.officers) or say("values.missing")
        rows = [
            [(say("copy.officers"), officers, 0.6), (say("copy.date"), say.day(record.fact.checked_on), 0.4)],
            [(say("copy.office"), self._paper.office or "", 0.6), (say("copy.phone"), self._paper.phone or "", 0.4)],
        ]
        yield Signatures(letters, rows, setting.size, 1.9 * setting.size, before=0)

    def _data(self) -> Iterator[Flowable]:
        """Which records the sheet rests on, and how to check an issued one."""
        paper, head, letters = self._paper, self._record.head, self._letters
        lines = [Prose(letters, line, _DATA) for line in data_lines(self._record, paper, self._say)]
        lines.append(MissingCharacters(letters, self._say.raw("data.glyphs"), _DATA))
        if paper.code:
            yield CheckCode(letters, lines, code_content(head, paper), _CODE_SIDE)
        else:
            yield from lines


_DATA = Style(Role.BODY, 7, 9, align="left", grey=0.25)


def title_of(record: CheckRecord, say: Sentences, *, plain: bool = False) -> str:
    """What the paper is called: by the kind of the check; a clean or void one says so unless ``plain``."""
    title = say(f"title.{(record.fact.kind or CheckKind.ROADSIDE).value}")
    if plain:
        return title
    return title + (say("title.void") if record.fact.void else say("title.clean") if record.clean else "")


def data_lines(record: CheckRecord, paper: Paper, say: Sentences) -> list[str]:
    """The head of the chain, the document's code, the moment of printing, whether names are hidden."""
    head = record.head
    lines = [say("data.line", division=record.division_name, n=head.n, moment=say.moment(head.moment), hash=head.hash)]
    beside = [] if record.driver_in_full or not record.driver else [say("data.masked")]
    if paper.code:
        beside.append(say("data.code_at" if paper.check_url else "data.code", code=paper.code, url=paper.check_url))
    if paper.printed_at:
        beside.append(say("data.printed", moment=say.moment(paper.printed_at)))
    return [*lines, "".join(beside)] if beside else lines


def _sheet(record: CheckRecord, paper: Paper, say: Sentences) -> Sheet:
    day = record.fact.checked_on
    subject = say("title.subject", record_no=record.fact.record_no, day=say.day(day), verdict=label(record, say))
    return Sheet(
        title=paper.title or title_of(record, say),
        author=paper.office or record.division_name,
        subject=subject,
        moment=paper.printed_at or datetime.combine(record.as_of, time(), CHINA),
        left_header=say("header.example") if record.example else "",
        right_header=say("header.code", code=paper.code) if paper.code else "",
    )

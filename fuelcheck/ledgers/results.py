"""Sheets of results (检验结果) as laboratories send them: one row an item, rows of one form number one batch.

What a judgement must know of a batch (product, grade, day) stands in at least one of its rows, and
no two of them may contradict each other. An item that nobody knows and a result that cannot be
read are no faults: the judgement says of them that they are undecided. A stroke for a result says
that the item was not tested; an empty cell says nothing and is a fault.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from fuelcheck.faults import Remark
from fuelcheck.ledgers.bring import in_order
from fuelcheck.ledgers.cells import ERROR_VALUES, BadCell, Parser, shown
from fuelcheck.ledgers.checks import grade_suits, require
from fuelcheck.ledgers.columns import RESULTS, Column
from fuelcheck.ledgers.draft import Draft, draft
from fuelcheck.ledgers.reading import read_tables
from fuelcheck.ledgers.skipping import Skipped
from fuelcheck.ledgers.table import Table
from fuelcheck.rules.reported import Result, Sample
from fuelcheck.words import Product, SiteKind

_LABEL = ("product", "grade", "sampled_on", "standard", "site_kind")
"""What the rows of one batch must agree on, as far as they say it."""
_NEEDED = ("product", "sampled_on")

JUDGED = replace(
    RESULTS,
    columns=tuple(replace(one, required=True) if one.name in _NEEDED else one for one in RESULTS.columns),
)
"""The sheet that is judged without a store, which would know product and day of the batch."""


@dataclass(frozen=True, slots=True)
class ReportedBatch:
    """A batch with its results, and where it first stands."""

    sample: Sample
    results: tuple[Result, ...]
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row of a sheet that was not read."""

    file: str
    sheet: str
    skipped: Skipped


@dataclass(frozen=True, slots=True)
class Reported:
    """All batches of the files in the order in which they stand there; none where there is a fault."""

    batches: tuple[ReportedBatch, ...]
    faults: tuple[Remark, ...]
    notices: tuple[Remark, ...]
    skipped: tuple[SkippedRow, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """What one cell says of its batch, and where."""

    value: str
    read: Draft
    row: int


class _Gathering:
    """One batch on its way in: what its rows say of it, and its results."""

    def __init__(self, read: Draft, row: int) -> None:
        self.first = _Said("", read, row)
        self.label: dict[str, _Said] = {}
        self.refused: set[str] = set()
        self.results: list[Result] = []

    def hear(self, name: str, value: str | None, read: Draft, row: int) -> None:
        """Note what a filled cell says; one that contradicts an earlier one is a fault, a refused one (None) silent."""
        known = self.label.get(name)
        if value is None:
            self.refused.add(name)
        elif known is None:
            self.label[name] = _Said(value, read, row)
        elif known.value != value:
            self.refused.add(name)
            read.refuse(row, name, self._differs(name, value, known))

    def missing(self) -> None:
        """Refuse what no row says: at the batch's first row."""
        for name in _NEEDED:
            if name not in self.label and name not in self.refused:
                self.first.read.refuse(self.first.row, name, BadCell("missing-cell"))
        if "product" in self.label and not self.refused & {"product", "grade"}:
            at = self.label.get("grade", self.first)
            if bad := grade_suits(self.label["product"].value, self._value("grade")):
                at.read.refuse(at.row, "grade", bad)

    def batch(self, form_no: str) -> ReportedBatch:
        """The batch; only of a file without faults."""
        sample = Sample(
            Product(self._value("product")),
            self._value("grade") or None,
            date.fromisoformat(self._value("sampled_on")),
            SiteKind(self._value("site_kind")) if "site_kind" in self.label else None,
            self._value("standard") or None,
            form_no=form_no,
        )
        table = self.first.read.table
        return ReportedBatch(sample, tuple(self.results), table.sheet, table.numbers[self.first.row])

    def _value(self, name: str) -> str:
        return self.label[name].value if name in self.label else ""

    def _differs(self, name: str, value: str, known: _Said) -> BadCell:
        table = known.read.table
        form_no = known.read.column("form_no")[known.row]
        written = RESULTS.column(name).written
        return BadCell(
            "batch-differs",
            value=written(value),
            other=written(known.value),
            row=table.numbers[known.row],
            sheet=table.sheet or table.file,
            form_no=form_no,
        )


def read_results(paths: Sequence[Path]) -> Reported:
    """Read the results of all files together; what is wrong with them is returned, never raised."""
    read = read_tables(paths, sheets=(JUDGED,))
    drafts = [_draft(table) for table in read.tables]
    gathered: dict[str, _Gathering] = {}
    for one in drafts:
        _gather(one, gathered)
    for batch in gathered.values():
        batch.missing()
    faults = (*read.faults, *(fault for one in drafts for fault in in_order(one, one.faults)))
    batches = () if faults else tuple(batch.batch(form_no) for form_no, batch in gathered.items())
    skipped = (SkippedRow(table.file, table.sheet, row) for table in read.tables for row in table.skipped)
    return Reported(batches, faults, read.notices, tuple(skipped))


def _draft(table: Table) -> Draft:
    read = draft(table, _parser_of)
    read.columns["value"] = list(_strokes_kept(read))
    require(read, frozenset(_NEEDED))
    return read


def _parser_of(column: Column) -> Parser:
    return column.parse


def _strokes_kept(read: Draft) -> Iterator[str | None]:
    """The results; a stroke, which elsewhere is an empty cell, stays what the laboratory wrote."""
    at = next(placed.index for placed in read.table.placed if placed.column.name == "value")
    for row, value in zip(read.table.rows, read.column("value"), strict=True):
        written = shown(row[at]).strip() if value == "" else ""
        yield value if value != "" or written in ERROR_VALUES else written


def _gather(read: Draft, gathered: dict[str, _Gathering]) -> None:
    """Put the rows of a sheet to their batches."""
    lines = zip(*(read.column(name) for name in ("form_no", "item", "value", "unit")), strict=True)
    labels = zip(*(read.column(name) for name in _LABEL), strict=True)
    for row, ((form_no, item, value, unit), label) in enumerate(zip(lines, labels, strict=True)):
        if not form_no:
            continue
        if form_no not in gathered:
            gathered[form_no] = _Gathering(read, row)
        batch = gathered[form_no]
        for name, said in zip(_LABEL, label, strict=True):
            if said != "":
                batch.hear(name, said, read, row)
        batch.results.append(Result(item or "", value or "", unit or ""))

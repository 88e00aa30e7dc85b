"""Results of laboratories read together with their samples: rows of one form number are one batch.

What a judgement must know of a batch (product, grade, day) stands beside its results or in the row of
抽样 of the same form number. An item that nobody knows and a result that cannot be read are no faults:
the judgement says of them that they are undecided. In the layout of an item a row a stroke for a result
says that the item was not tested; an empty cell says nothing and is a fault.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fuelcheck.faults import Remark
from fuelcheck.ledgers.bring import in_order
from fuelcheck.ledgers.cells import Parser
from fuelcheck.ledgers.checks import require
from fuelcheck.ledgers.columns import Column
from fuelcheck.ledgers.directory import Codes
from fuelcheck.ledgers.draft import Draft, draft
from fuelcheck.ledgers.finding import Search
from fuelcheck.ledgers.mapping import LedgerMapping
from fuelcheck.ledgers.reading import Tables, read_tables, search_for
from fuelcheck.ledgers.resolving import meet_numbers
from fuelcheck.ledgers.results_joined import Gathering, ReportedBatch, Said
from fuelcheck.ledgers.results_sheets import LABEL, LONG, NEEDED, SAMPLED, label_column
from fuelcheck.ledgers.results_wide import ItemColumn, WideLayout, results_of, without_limits
from fuelcheck.ledgers.skipping import Skipped
from fuelcheck.ledgers.table import Table
from fuelcheck.rules.item_names import Names
from fuelcheck.rules.reported import Result
from fuelcheck.words import BatchStatus, SheetKind

_SHEETS = (LONG, SAMPLED)


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row of a sheet that was not read."""

    file: str
    sheet: str
    skipped: Skipped


@dataclass(frozen=True, slots=True)
class Reported:
    """All batches of the files in the order in which their results stand there; none where there is a fault."""

    batches: tuple[ReportedBatch, ...]
    faults: tuple[Remark, ...]
    notices: tuple[Remark, ...]
    skipped: tuple[SkippedRow, ...]


def read_results(paths: Sequence[Path], names: Names, *, mapping: str | None = None) -> Reported:
    """Read the results and samples of all files together; what is wrong with them is returned, never raised.

    ``names`` are those of the items that standards know, by which a wide sheet is recognised;
    ``mapping`` is the text of a mapping file. ``FileRefused`` where that has mistakes.
    """
    read = read_tables(paths, mapping=mapping, sheets=_SHEETS, layouts=(WideLayout(names),))
    return _Reading(read).reported()


def results_search(names: Names, mapping: LedgerMapping | None = None) -> Search:
    """What ``read_results`` looks for in a sheet."""
    return search_for(_SHEETS, mapping, (WideLayout(names),))


class _Reading:
    """The tables of one command on their way to batches."""

    def __init__(self, read: Tables) -> None:
        self._read = read
        self._drafts = [_draft(one if one.declared in _SHEETS else without_limits(one)) for one in read.tables]
        self._samples = [one for one in self._drafts if one.table.declared.kind is SheetKind.SAMPLES]
        self._results = [one for one in self._drafts if one.table.declared.kind is SheetKind.RESULTS]
        self._sampled: dict[str, list[Said]] = {}
        self._batches: dict[str, Gathering] = {}

    def reported(self) -> Reported:
        """Put the rows to their batches; then all remarks in the order of files and rows."""
        for one in self._samples:
            self._note_samples(one)
        codes = Codes(self._sampled)
        for one in self._results:
            meet_numbers(one, "form_no", codes)
            self._gather(one)
        form = self._faults_of_form()
        self._settle(told={fault.code for fault in form})
        faults = (*self._read.faults, *form, *(fault for one in self._drafts for fault in in_order(one, one.faults)))
        notices = [*self._read.notices, *(self._about_samples() if not faults else ())]
        notices += [notice for one in self._drafts for notice in in_order(one, one.notices)]
        batches = () if faults else tuple(one.batch() for one in self._batches.values() if one.results)
        return Reported(batches, faults, tuple(notices), tuple(_skipped(self._drafts)))

    def _note_samples(self, read: Draft) -> None:
        for row, form_no in enumerate(read.column("form_no")):
            if form_no:
                self._sampled.setdefault(form_no, []).append(Said(form_no, read, row))

    def _gather(self, read: Draft) -> None:
        """Put the rows of a sheet of results to their batches."""
        conclusions = _undivided(read) if read.table.declared is LONG else read.column("conclusion")
        read.columns["conclusion"] = conclusions
        labels = zip(*(read.column(name) for name in LABEL), strict=True)
        found = _results(read)
        for row, (form_no, label, results) in enumerate(zip(read.column("form_no"), labels, found, strict=True)):
            if form_no:
                batch = self._batch(form_no, read, row)
                _hear(batch, label, read, row)
                batch.results += results

    def _batch(self, form_no: str, read: Draft, row: int) -> Gathering:
        """The batch of a form number; a new one begins with what its rows of 抽样 say."""
        if form_no not in self._batches:
            batch = self._batches[form_no] = Gathering(form_no, read, row)
            for said in self._sampled.get(form_no, ()):
                batch.sampled = batch.sampled or said
                _hear(batch, tuple(said.read.column(name)[said.row] for name in LABEL), said.read, said.row)
        return self._batches[form_no]

    def _faults_of_form(self) -> list[Remark]:
        """What is wrong with the tables as such: none with results, or none that says what was sampled."""
        if not self._results:
            if self._read.faults:
                return []
            needs = "、".join(column.zh for column in LONG.columns if column.required)
            files = dict.fromkeys(one.table.file for one in self._samples)
            return [Remark("nothing-to-judge", file, values={"needs": needs}) for file in files]
        absent = [name for name in NEEDED if not any(_has(one.table, name) for one in self._results)]
        if self._samples or not absent or not self._batches:
            return []
        missing = "、".join(label_column(name).zh for name in absent)
        values = {"missing": missing, "kind": SheetKind.SAMPLES.zh}
        return [Remark("no-label-columns", one.table.file, one.table.sheet, values=values) for one in self._results]

    def _settle(self, told: set[str]) -> None:
        for batch in self._batches.values():
            if batch.results and "no-label-columns" not in told:
                batch.missing(samples_read=bool(self._samples))
            batch.grade()

    def _about_samples(self) -> Iterator[Remark]:
        """Batches without a result, and void ones with results: neither is passed over in silence."""
        found = {form_no: Said(form_no, one.first.read, one.first.row) for form_no, one in self._batches.items()}
        found |= {form_no: rows[0] for form_no, rows in self._sampled.items()}
        for form_no, said in found.items():
            tested = form_no in self._batches and bool(self._batches[form_no].results)
            void = any(one.read.column("status")[one.row] == BatchStatus.VOID for one in self._sampled.get(form_no, ()))
            if tested == void:
                yield said.read.remark(said.row, "form_no", "judged-though-void" if void else "no-results")


def _draft(table: Table) -> Draft:
    read = draft(table, _parser_of)
    _excuse_conclusions(read)
    require(read, frozenset())
    return read


def _excuse_conclusions(read: Draft) -> None:
    """A conclusion that cannot be read keeps no result from being judged: a notice, and nothing is compared with it."""
    unread = [fault for fault in read.faults if fault.code == "unknown-conclusion"]
    if unread:
        read.faults = [fault for fault in read.faults if fault not in unread]
        read.notices += [replace(fault, code="conclusion-unread") for fault in unread]
        read.columns["conclusion"] = [value or "" for value in read.column("conclusion")]


def _parser_of(column: Column) -> Parser:
    return column.parse


def _results(read: Draft) -> Iterator[list[Result]]:
    """Of each row its results: one in the long layout, in the wide one those of its filled cells."""
    if read.table.declared is LONG:
        lines = zip(*(read.column(name) for name in ("item", "value", "unit")), strict=True)
        yield from ([Result(item or "", value or "", unit or "")] for item, value, unit in lines)
        return
    items = {one: read.column(one.name) for one in read.table.declared.columns if isinstance(one, ItemColumn)}
    yield from (list(results_of(items, row)) for row in range(len(read.table.rows)))


def _hear(batch: Gathering, label: Iterable[str | None], read: Draft, row: int) -> None:
    for name, said in zip(LABEL, label, strict=True):
        if said != "":
            batch.hear(name, said, read, row)


def _undivided(read: Draft) -> list[str | None]:
    """The conclusions of a sheet with an item a row: where they differ within a batch they are about its items."""
    forms, values = read.column("form_no"), read.column("conclusion")
    found: dict[str | None, dict[str | None, int]] = {}
    for row, (form_no, value) in enumerate(zip(forms, values, strict=True)):
        if value:
            found.setdefault(form_no, {}).setdefault(value, row)
    divided = {form_no: rows for form_no, rows in found.items() if len(rows) > 1}
    for rows in divided.values():
        first = min(rows.values())
        read.notices.append(read.remark(first, "conclusion", "conclusions-by-item"))
    return ["" if form_no in divided else value for form_no, value in zip(forms, values, strict=True)]


def _has(table: Table, name: str) -> bool:
    return name in table.constants or any(placed.column.name == name for placed in table.placed)


def _skipped(drafts: Iterable[Draft]) -> Iterator[SkippedRow]:
    return (SkippedRow(one.table.file, one.table.sheet, row) for one in drafts for row in one.table.skipped)

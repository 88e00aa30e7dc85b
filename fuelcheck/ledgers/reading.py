"""From the files of one command to its tables, with all that is wrong with them as files."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from fuelcheck.faults import Remark
from fuelcheck.ledgers.columns import SHEETS
from fuelcheck.ledgers.files import BadFile
from fuelcheck.ledgers.finding import Candidate, Search, best_candidate
from fuelcheck.ledgers.headers import dictionary
from fuelcheck.ledgers.mapping import LedgerMapping, read_mapping
from fuelcheck.ledgers.table import Table, cut
from fuelcheck.ledgers.workbook import RawSheet, read_sheets
from fuelcheck.words import SheetKind

NEARLY_ALL = 4
"""A sheet that lacks one column of more than four is a ledger with a hole, not another sheet."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of all files of a command, in the order in which they stand there.

    ``number_missing`` is the prefix under which samples without a form number get one.
    """

    tables: tuple[Table, ...]
    faults: tuple[Remark, ...] = ()
    notices: tuple[Remark, ...] = ()
    number_missing: str | None = None


def read_tables(paths: Sequence[Path], *, number_missing: str | None = None, mapping: str | None = None) -> Tables:
    """Read the files and find their tables; what cannot be read is a fault, never an exception.

    ``number_missing``: samples may do without form numbers, they get this prefix. ``mapping``
    is the text of a mapping file; ``FileRefused`` where it has mistakes.
    """
    meanings = None if mapping is None else read_mapping(mapping, "--map")
    search = _search(meanings, number_missing is not None)
    with without_collector():
        read = [_read_file(path, name, search, meanings) for path, name in zip(paths, _names(paths), strict=True)]
    return Tables(
        tuple(table for one in read for table in one.tables),
        tuple(fault for one in read for fault in one.faults),
        tuple(notice for one in read for notice in one.notices),
        number_missing,
    )


@contextmanager
def without_collector() -> Iterator[None]:
    """Hundreds of thousands of small values and no cycles: the collector only costs time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _names(paths: Sequence[Path]) -> list[str]:
    """How remarks call the files: by name; by path where two have one name."""
    names = [path.name for path in paths]
    return [name if names.count(name) == 1 else str(path) for path, name in zip(paths, names, strict=True)]


def _search(mapping: LedgerMapping | None, forms_may_be_missing: bool) -> Search:
    excused: dict[SheetKind, frozenset[str]] = {}
    if forms_may_be_missing:
        excused[SheetKind.SAMPLES] = frozenset({"form_no"})
    if mapping is not None:
        excused[mapping.kind] = excused.get(mapping.kind, frozenset()) | frozenset(mapping.default)
    forced = {mapping.kind: mapping.columns} if mapping else {}
    dictionaries = tuple(dictionary(sheet, forced.get(kind)) for kind, sheet in SHEETS.items())
    return Search(dictionaries, excused, mapping.header_row if mapping else None)


def _read_file(path: Path, name: str, search: Search, mapping: LedgerMapping | None) -> Tables:
    try:
        sheets = read_sheets(path, mapping.delimiter if mapping else None)
        found = [(sheet, best_candidate(sheet, search)) for sheet in sheets]
        return _tables(name, found, mapping)
    except BadFile as bad:
        return Tables((), (Remark(bad.code, name, values=bad.values),), ())


def _tables(name: str, found: Sequence[tuple[RawSheet, Candidate | None]], mapping: LedgerMapping | None) -> Tables:
    cuts = [cut(name, sheet, header) for sheet, header in found if header is not None and header.fits]
    others = [(sheet, header) for sheet, header in found if header is None or not header.fits]
    tables = tuple(_mapped(one.table, mapping) for one in cuts)
    faults = [fault for one in cuts for fault in one.faults]
    notices = [notice for table in tables for notice in _said(table)]
    if cuts:
        faults += [_missing(name, *one) for one in others if _is_ledger(one[1])]
        notices += [
            Remark("sheet-without-table", name, sheet.name)
            for sheet, header in others
            if sheet.rows and not _is_ledger(header)
        ]
    else:
        faults.append(_nothing(name, others))
    return Tables(tables, tuple(faults), tuple(notices))


def _is_ledger(header: Candidate | None) -> bool:
    return header is not None and len(header.missing) == 1 and header.required > NEARLY_ALL


def _missing(name: str, sheet: RawSheet, header: Candidate | None) -> Remark:
    if header is None:
        return Remark("no-table", name, sheet.name, values={"kind": "", "missing": ""})
    missing = "、".join(column.zh for column in header.missing)
    kind = header.words.sheet.kind.zh
    return Remark("no-table", name, sheet.name, column=header.missing[0].zh, values={"kind": kind, "missing": missing})


def _nothing(name: str, sheets: Iterable[tuple[RawSheet, Candidate | None]]) -> Remark:
    """No table in the whole file: what is missing where it came nearest."""
    nearest = max(
        ((sheet, header) for sheet, header in sheets if header is not None),
        key=lambda one: (one[1].required - len(one[1].missing), -len(one[1].missing)),
        default=None,
    )
    return Remark("no-rows", name) if nearest is None else _missing(name, *nearest)


def _mapped(table: Table, mapping: LedgerMapping | None) -> Table:
    if mapping is None or mapping.kind is not table.declared.kind:
        return table
    there = {one.column.name for one in table.placed}
    lacking = {name: value for name, value in mapping.default.items() if name not in there}
    return replace(table, constants=lacking, translations=mapping.values)


def _said(table: Table) -> list[Remark]:
    """What a person must be told about a sheet that was read."""
    hidden = [Remark("hidden-sheet", table.file, table.sheet)] if table.hidden else []
    return hidden + [Remark("unknown-column", table.file, table.sheet, column=name) for name in table.unknown]

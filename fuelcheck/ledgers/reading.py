"""From the files of one command to its tables, with all that is wrong with them as files."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from fuelcheck.faults import Remark
from fuelcheck.ledgers.columns import SHEETS, Sheet
from fuelcheck.ledgers.files import BadFile
from fuelcheck.ledgers.finding import Candidate, Layout, Search, best_candidate
from fuelcheck.ledgers.headers import dictionary
from fuelcheck.ledgers.mapping import LedgerMapping, read_mapping
from fuelcheck.ledgers.table import Table, cut
from fuelcheck.ledgers.workbook import RawSheet, read_sheets
from fuelcheck.words import STORED_SHEETS, SheetKind

_STORED = tuple(SHEETS[kind] for kind in STORED_SHEETS)

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


def read_tables(
    paths: Sequence[Path],
    *,
    number_missing: str | None = None,
    mapping: str | None = None,
    sheets: Sequence[Sheet] = _STORED,
    layouts: Sequence[Layout] = (),
) -> Tables:
    """Read the files and find their tables; what cannot be read is a fault, never an exception.

    ``sheets`` are the kinds that are read, ``layouts`` find those without declared columns; of the
    others it is said that they were not.
    ``number_missing``: samples may do without form numbers, they get this prefix. ``mapping``
    is the text of a mapping file; ``FileRefused`` where it has mistakes.
    """
    meanings = None if mapping is None else read_mapping(mapping, "--map")
    search = search_for(sheets, meanings, layouts, forms_may_be_missing=number_missing is not None)
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
    return [name if name and names.count(name) == 1 else str(path) for path, name in zip(paths, names, strict=True)]


def search_for(
    sheets: Sequence[Sheet],
    mapping: LedgerMapping | None,
    layouts: Sequence[Layout] = (),
    *,
    forms_may_be_missing: bool = False,
) -> Search:
    """What a command looks for in its files."""
    excused: dict[SheetKind, frozenset[str]] = {}
    if forms_may_be_missing:
        excused[SheetKind.SAMPLES] = frozenset({"form_no"})
    if mapping is not None:
        excused[mapping.kind] = excused.get(mapping.kind, frozenset()) | frozenset(mapping.default)
    forced = {mapping.kind: mapping.columns} if mapping else {}
    kinds = {sheet.kind for sheet in sheets}
    others = [sheet for kind, sheet in SHEETS.items() if kind not in kinds]
    read, elsewhere = (tuple(dictionary(one, forced.get(one.kind)) for one in some) for some in (sheets, others))
    return Search(read, excused, mapping.header_row if mapping else None, elsewhere, tuple(layouts))


def _read_file(path: Path, name: str, search: Search, mapping: LedgerMapping | None) -> Tables:
    try:
        sheets = read_sheets(path, mapping.delimiter if mapping else None)
        found = [(sheet, best_candidate(sheet, search)) for sheet in sheets]
        return _tables(name, found, search, mapping)
    except BadFile as bad:
        return Tables((), (Remark(bad.code, name, values=bad.values),), ())


def _tables(
    name: str, found: Sequence[tuple[RawSheet, Candidate | None]], search: Search, mapping: LedgerMapping | None
) -> Tables:
    cuts = [cut(name, sheet, header) for sheet, header in found if header is not None and header.fits]
    rest = [(sheet, header) for sheet, header in found if header is None or not header.fits]
    belongs = [_elsewhere(name, sheet, search) for sheet, _ in rest]
    others = [one for one, remark in zip(rest, belongs, strict=True) if remark is None]
    tables = tuple(_mapped(one.table, mapping) for one in cuts)
    faults = [fault for one in cuts for fault in one.faults]
    notices = [notice for table in tables for notice in _said(table)]
    notices += [remark for remark in belongs if remark is not None]
    if cuts or faults:
        faults += [_missing(name, sheet, header) for sheet, header in others if header and _is_ledger(header)]
        notices += [
            Remark("sheet-without-table", name, sheet.name)
            for sheet, header in others
            if sheet.rows and not (header and _is_ledger(header))
        ]
    else:
        faults.append(_nothing(name, rest, search))
    return Tables(tables, tuple(faults), tuple(notices))


def _elsewhere(name: str, sheet: RawSheet, search: Search) -> Remark | None:
    """That the sheet is a ledger which another command reads."""
    if not search.elsewhere:
        return None
    best = best_candidate(sheet, replace(search, dictionaries=search.elsewhere, layouts=()))
    if best is None or not best.fits:
        return None
    return Remark("read-elsewhere", name, sheet.name, values={"kind": best.words.sheet.kind.zh})


def _is_ledger(header: Candidate) -> bool:
    return len(header.missing) == 1 and header.required > NEARLY_ALL


def _missing(name: str, sheet: RawSheet, header: Candidate) -> Remark:
    missing = "、".join(column.zh for column in header.missing)
    kind = header.words.sheet.kind.zh
    return Remark("no-table", name, sheet.name, column=header.missing[0].zh, values={"kind": kind, "missing": missing})


def _nothing(name: str, sheets: Iterable[tuple[RawSheet, Candidate | None]], search: Search) -> Remark:
    """No table in the whole file: what is missing where it came nearest, or what each kind needs."""
    nearest = max(
        ((sheet, header) for sheet, header in sheets if header is not None),
        key=lambda one: (one[1].required - len(one[1].missing), -len(one[1].missing)),
        default=None,
    )
    if nearest is None:
        return Remark("no-rows", name)
    sheet, header = nearest
    if len(header.missing) < header.required:
        return _missing(name, sheet, header)
    return Remark("no-header", name, sheet.name, values={"needs": _needs(search)})


def _needs(search: Search) -> str:
    """The required columns of every kind, briefly."""
    return "；".join(
        f"{words.sheet.kind.zh}（{'、'.join(column.zh for column in search.required(words))}）"
        for words in search.dictionaries
    )


def _mapped(table: Table, mapping: LedgerMapping | None) -> Table:
    if mapping is None or mapping.kind is not table.declared.kind:
        return table
    there = {one.column.name for one in table.placed}
    lacking = {name: value for name, value in mapping.default.items() if name not in there}
    return replace(table, constants=lacking, translations=mapping.values)


def _said(table: Table) -> list[Remark]:
    """What a person must be told about a sheet that was read."""

    def remark(code: str, column: str = "", /, **values: object) -> Remark:
        return Remark(code, table.file, table.sheet, column=column, values=values)

    said = [remark("hidden-sheet")] if table.hidden else []
    if table.skipped and not table.rows:
        said.append(remark("nothing-read", count=len(table.skipped)))
    said += [remark("unknown-column", name) for name in table.unknown]
    said += [
        remark("passed-over-column", one.header, other=one.other, meaning=one.meaning) for one in table.passed_over
    ]
    return said

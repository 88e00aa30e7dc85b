"""A mapping: what the headers and the cell values of somebody else's ledger mean.

``kind`` is a sheet; ``[columns]`` gives a header its column, or several: ``"CnpjPosto" =
"site_code"``, ``"Distribuidora" = ["brand", "ownership"]``; ``[values.ownership]`` says what a
cell means: ``"BANDEIRA BRANCA" = "private"``, ``""`` for nothing, the cell ``"*"`` for all others;
``[default]`` supplies a column that the file lacks: ``kind = "station"``. Where they are not found
by themselves, ``header_row`` and ``delimiter`` name the header's row and a CSV's separator.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from fuelcheck.faults import Remark
from fuelcheck.language import _, say
from fuelcheck.ledgers.cells import BadCell, folded
from fuelcheck.ledgers.columns import SHEETS, Column, Refers, Sheet
from fuelcheck.ledgers.delimited import DELIMITERS
from fuelcheck.ledgers.finding import FIRST_ROWS
from fuelcheck.toml.table import Table
from fuelcheck.toml.text import FileRefused, top_table
from fuelcheck.toml.wanted import Wanted, one_of, whole_number
from fuelcheck.words import SheetKind

OTHERS = "*"


@dataclass(frozen=True, slots=True)
class LedgerMapping:
    """A mapping for one kind of sheet.

    ``columns``: header → canonical names; ``values``: canonical name → folded cell text →
    what is read instead ("" for nothing, ``*`` for all others); ``default``: canonical
    name → the value of a column that the file lacks.
    """

    kind: SheetKind
    columns: Mapping[str, tuple[str, ...]]
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    default: Mapping[str, str] = field(default_factory=dict)
    header_row: int | None = None
    delimiter: str | None = None


def read_mapping(text: str, source: str) -> LedgerMapping:
    """The mapping that the TOML ``text`` states; ``source`` names the file in remarks.

    Raises ``FileRefused`` with every mistake in it, each named by its key.
    """
    file = top_table(text, source)
    kind = file.take("kind", one_of(SheetKind))
    sheet = SHEETS[kind]
    mapping = LedgerMapping(
        kind,
        _columns(file.table("columns"), sheet) if file.sound("kind") else {},
        _values(file.table("values", optional=True), sheet) if file.sound("kind") else {},
        _default(file.table("default", optional=True), sheet) if file.sound("kind") else {},
        file.take_or("header_row", whole_number(1, FIRST_ROWS), None),
        file.take_or("delimiter", _delimiter(), None),
    )
    if file.sound("kind"):
        file.close()
    if file.mistakes:
        raise FileRefused(source, file.mistakes)
    return mapping


def _columns(table: Table, sheet: Sheet) -> dict[str, tuple[str, ...]]:
    return {header: table.take(header, _column_names(sheet)) for header in table.content}


def _values(table: Table, sheet: Sheet) -> dict[str, dict[str, str]]:
    return {column.name: _cells(table.table(column.name), column) for column in _named(table, sheet.columns)}


def _cells(table: Table, column: Column) -> dict[str, str]:
    return {folded(cell): table.take(cell, _cell_of(column, empty=True)) for cell in table.content}


def _default(table: Table, sheet: Sheet) -> dict[str, str]:
    able = [column for column in sheet.columns if column.refers is not Refers.SITE and column.name not in sheet.key]
    return {column.name: table.take(column.name, _cell_of(column)) for column in _named(table, able)}


def _named(table: Table, columns: Sequence[Column]) -> list[Column]:
    """The columns that a table has keys for; other keys are mistakes."""
    anything: Wanted[object] = Wanted(lambda value: value, "", None)
    for column in columns:  # asked for here so that a wrong key is told what is allowed
        table.take_or(column.name, anything, None)
    table.close()
    return [column for column in columns if column.name in table.content]


def _column_names(sheet: Sheet) -> Wanted[tuple[str, ...]]:
    names = [column.name for column in sheet.columns]

    def read(value: object) -> tuple[str, ...]:
        entries = value if isinstance(value, list) else [value]
        if not entries or not all(entry in names for entry in entries):
            raise ValueError
        return tuple(entries)

    return Wanted(read, say("a column, or a list of columns, of: {names}", names=", ".join(names)), ())


def _cell_of(column: Column, *, empty: bool = False) -> Wanted[str]:
    """A text that the column's own parser takes."""

    def read(value: object) -> str:
        if not isinstance(value, str) or not (value or empty):
            raise ValueError
        return value if not value or _parses(column.parse, value) else _refused()

    return Wanted(read, _what_it_takes(column), "")


def _parses(parse: Callable[[str], str], value: str) -> bool:
    try:
        parse(value)
    except BadCell:
        return False
    return True


def _refused() -> str:
    raise ValueError


def _what_it_takes(column: Column) -> str:
    if column.words is not None:
        return ", ".join(column.words)
    try:
        column.parse("?")
    except BadCell as bad:
        return Remark(bad.code, column=column.name, value="?", values=bad.values).message
    return _("a text in quotation marks")


def _delimiter() -> Wanted[str]:
    def read(value: object) -> str:
        if not isinstance(value, str) or len(value) != 1 or value not in DELIMITERS:
            raise ValueError
        return value

    return Wanted(read, '"," ";" "\\t"', ",")

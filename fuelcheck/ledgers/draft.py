"""A table read column by column: canonical values, and a fault for every cell that cannot be read.

Cells repeat: each distinct one is read once, and its fault goes to every row that holds it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from fuelcheck.faults import Remark
from fuelcheck.ledgers.cells import BadCell, Cell, Parser, displayed, folded, is_blank, is_empty, shown
from fuelcheck.ledgers.columns import Column, Refers
from fuelcheck.ledgers.headers import Placed
from fuelcheck.ledgers.mapping import OTHERS
from fuelcheck.ledgers.table import Table

Canonical = list[str | None]
"""One value a row: "" for an empty cell, None for one that was refused."""


@dataclass(slots=True)
class Draft:
    """The rows of a table on their way in; rules and look-ups add their remarks to it.

    ``sources`` are the columns that name a site, each as written: they become one column.
    ``bad`` holds the rows (counted from 0) that have a fault.
    """

    table: Table
    columns: dict[str, Canonical] = field(default_factory=dict)
    sources: list[tuple[Placed, Canonical]] = field(default_factory=list)
    faults: list[Remark] = field(default_factory=list)
    notices: list[Remark] = field(default_factory=list)
    bad: set[int] = field(default_factory=set)

    def column(self, name: str) -> Canonical:
        """The values of a column; all empty where the sheet has no such column."""
        return self.columns.get(name) or [""] * len(self.table.rows)

    def refuse(self, row: int, name: str, bad: BadCell, at: Placed | None = None) -> None:
        """A fault in the cell of that row and column."""
        self.bad.add(row)
        self.faults.append(self.remark(row, name, bad.code, at, **bad.values))

    def remark(self, row: int, name: str, code: str, at: Placed | None = None, /, **values: object) -> Remark:
        """A remark on a cell: the header as the file writes it, ours where the file has none."""
        header, value = self.written(row, name, at)
        return Remark(code, self.table.file, self.table.sheet, self.table.numbers[row], header, value, values)

    def written(self, row: int, name: str, at: Placed | None = None) -> tuple[str, str]:
        """Header and cell as the file writes them; our header and "" where it has no such column."""
        there = at or next((one for one in self.table.placed if one.column.name == name), None)
        if there is None:
            return self.table.declared.column(name).zh, ""
        return there.header, there.column.told(displayed(self.table.rows[row][there.index]))


def draft(table: Table, parser_of: Callable[[Column], Parser]) -> Draft:
    """Read all columns of a table; ``parser_of`` gives each its parser."""
    read = Draft(table)
    for column in table.declared.columns:
        places = [one for one in table.placed if one.column is column]
        parse = parser_of(column)
        if column.refers is Refers.SITE:
            read.sources = [(place, _read(read, place, parse)) for place in places]
        elif places:
            read.columns[column.name] = _read(read, places[0], parse)
        elif column.name in table.constants:
            read.columns[column.name] = _constant(read, column.name, parse)
        if column.carried is not None:
            _take_carried(read, column, column.carried)
        if column.admits is not None and places:
            _hold_against(read, places[0], column.admits)
    return read


def _read(read: Draft, place: Placed, parse: Parser) -> Canonical:
    cells = [row[place.index] for row in read.table.rows]
    meanings = read.table.translations.get(place.column.name)
    empty = is_blank if place.column.strokes_say else is_empty
    values, refused = each_once(cells, partial(_translated, meanings, parse) if meanings else parse, empty)
    if refused:
        for row, cell in enumerate(cells):
            if cell in refused:
                read.refuse(row, place.column.name, refused[cell], place)
    return values


def _constant(read: Draft, name: str, parse: Parser) -> Canonical:
    """What a mapping supplies for every row; if it cannot be, that is said once."""
    rows = len(read.table.rows)
    constant = read.table.constants[name]
    values, refused = each_once([constant] * rows, parse)
    for bad in refused.values():
        read.refuse(0, name, BadCell(bad.code, **bad.values, value=constant))
        read.bad.update(range(rows))
    return values


def _translated(meanings: Mapping[str, str], parse: Parser, cell: Cell) -> str:
    """A cell by what a mapping says of its text; by itself where the mapping says nothing."""
    meaning = meanings.get(folded(shown(cell)), meanings.get(OTHERS))
    return parse(cell) if meaning is None else meaning and parse(meaning)


def each_once(
    cells: list[Cell], parse: Parser, empty: Callable[[Cell], bool] = is_empty
) -> tuple[Canonical, dict[Cell, BadCell]]:
    """The cells' values, and the refusals by cell; every distinct cell is read once."""
    memo: dict[Cell, str | None] = {}
    refused: dict[Cell, BadCell] = {}
    for cell in set(cells):
        try:
            memo[cell] = "" if empty(cell) else parse(cell)
        except BadCell as bad:
            memo[cell], refused[cell] = None, bad
    return list(map(memo.__getitem__, cells)), refused


def _take_carried(read: Draft, column: Column, parse: Parser) -> None:
    """Fill in from the cell that carries the value along; two different values are a fault."""
    place = next((one for one in read.table.placed if one.column.name == column.carried_by), None)
    if place is None:
        return
    cells = [row[place.index] for row in read.table.rows]
    meanings = read.table.translations.get(column.carried_by)
    carried, refused = each_once(cells, partial(_translated, meanings, parse) if meanings else parse)
    own = read.column(column.name)
    read.columns[column.name] = [other if mine == "" else mine for mine, other in zip(own, carried, strict=True)]
    for row, (mine, other, carrier) in enumerate(zip(own, carried, read.column(column.carried_by), strict=True)):
        if other is None and carrier is not None:
            read.refuse(row, column.carried_by, refused[cells[row]], place)
        elif mine and other and mine != other:
            read.refuse(row, column.name, BadCell("grade-differs", other=other))


def _hold_against(read: Draft, place: Placed, admits: Callable[[Cell, str], bool]) -> None:
    """Refuse a cell whose words contradict the value of the column that may carry it along."""
    name, other = place.column.name, place.column.carried_by
    own, values = read.column(name), read.column(other)
    pairs = [(row[place.index], value) for row, value in zip(read.table.rows, values, strict=True)]
    meaning = partial(_translated, read.table.translations.get(name, {}), shown)
    readable = {pair for pair, mine in zip(pairs, own, strict=True) if mine is not None and not is_empty(pair[0])}
    refused = {(cell, value) for cell, value in readable if value and not admits(meaning(cell), value)}
    for row, pair in enumerate(pairs) if refused else ():
        if pair in refused and own[row] is not None:
            header, said = read.written(row, other)
            said = said or read.table.declared.column(other).written(pair[1] or "")
            read.refuse(row, name, BadCell("product-differs", product=header, other=said))
            own[row] = None

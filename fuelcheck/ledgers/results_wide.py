"""Results in the wide layout: a batch a row, the items across, as laboratories' overviews have them.

A header is an item where the standards know its name, with the unit behind it (闪点（闭口）/℃, 硫含量
mg/kg) or in the row below. A sheet is wide where 抽样单编号 and at least two items are headers. An empty
cell or a stroke says that the item is not in this report. An unknown name behind the first item (闪点（开口）)
is an item that no standard knows, as in the long layout. A row of limits (标准要求) is no batch.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fuelcheck.ledgers.cells import Cell, as_written, folded, is_empty, shown
from fuelcheck.ledgers.columns import RESULTS, Column, Form
from fuelcheck.ledgers.finding import Candidate, Search, header_grid, header_spans
from fuelcheck.ledgers.headers import IGNORED, Dictionary, Placed, dictionary, header_text, key, place
from fuelcheck.ledgers.results_sheets import WIDE
from fuelcheck.ledgers.skipping import Skipped
from fuelcheck.ledgers.table import Table
from fuelcheck.ledgers.workbook import RawSheet
from fuelcheck.rules.item_names import Names
from fuelcheck.rules.reported import Result
from fuelcheck.rules.units import is_known
from fuelcheck.words import SheetKind

FEWEST_ITEMS = 2
_LONGEST = 60
_BETWEEN = "/,，、 "
_OPEN, _CLOSED = "(（[【", ")）]】"
_NO_BATCH = ("标准", "限值", "指标", "要求", "技术要求", "技术指标", "质量指标", "检验方法", "检测方法", "试验方法")
"""What the rows begin with that say what is demanded, or how it is tested."""
_DEMANDED = re.compile("[≤≥]|不[大小高低]于|(?:gb|sh|nb|hj|astm|iso)[/a-z]*[0-9]")
"""How a limit or a test method begins, and no result does."""
_BESIDE = re.compile("判定|结论|评价|方法|限值|标准|要求|备注|说明|日期|时间|人员?$|电话|编号|单位|页")
"""What columns between items say that are about results or the report, and are none themselves."""
_UNITS = frozenset({"单位", "计量单位"})
_RESULT = frozenset(map(key, (RESULTS.column("value").zh, *RESULTS.column("value").headers)))


@dataclass(frozen=True, slots=True)
class ItemColumn(Column):
    """A column of results: the item and the unit that its header names, as written there.

    ``known`` is not set where no standard knows the name: what stands there is still a result.
    """

    item: str = ""
    unit: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class _Words(Dictionary):
    """The headers of one sheet: an item's must be met exactly, for another bracket is another property."""

    items: Mapping[str, ItemColumn]

    def meanings(self, header: str) -> tuple[Column, ...]:
        item = self.items.get(header)
        return (item,) if item else Dictionary.meanings(self, header)


@dataclass(frozen=True, slots=True)
class WideLayout:
    """Finds the header of a wide sheet by the items that the standards know; a ``Layout`` of a search."""

    names: Names

    def __call__(self, sheet: RawSheet, search: Search) -> Candidate | None:
        """The header of the sheet, None where it is not wide."""
        labels = _labels(search)
        grid = header_grid(sheet)
        spans = header_spans(len(grid), search.header_row)
        found = (self._candidate(grid, top, bottom, labels) for top, bottom in spans)
        best = max((one for one in found if one is not None), key=_worth, default=None)
        return None if best is None else _with_unknown_items(best)

    def _candidate(self, grid: list[list[str]], top: int, bottom: int, labels: Dictionary) -> Candidate | None:
        texts = grid[top] if top == bottom else self._together(grid[top], grid[bottom], labels)
        items = {text: item for text in texts if not labels.meanings(text) and (item := self._item_column(text))}
        if len(items) < FEWEST_ITEMS:
            return None
        columns = (*WIDE.columns, *items.values())
        sheet = replace(WIDE, columns=columns, anchors=(*WIDE.anchors, *(one.name for one in items.values())))
        words = _Words(sheet, labels.known, labels.forced, items)
        placed = tuple(place(texts, words))
        if not any(one.column.name == "form_no" for one in placed):
            return None
        return Candidate(words, top, bottom, tuple(texts), placed, 1 + FEWEST_ITEMS, ())

    def _together(self, upper: list[str], lower: list[str], labels: Dictionary) -> list[str]:
        return [self._joined(above, below, labels) for above, below in zip(upper, lower, strict=True)]

    def _joined(self, above: str, below: str, labels: Dictionary) -> str:
        """Two headers as one: the lower name wins, unless it only adds to the upper one."""
        if not above or not below or above == below:
            return below or above
        if self._measured(above):
            return self._beneath_item(above, below)
        if labels.meanings(above + below) and not labels.meanings(below):
            return above + below
        return above if is_empty(below) or key(below) in _UNITS or is_known(below) else below

    def _beneath_item(self, above: str, below: str) -> str:
        """An item with what stands below it: another item, the word for its result, its unit, another thing."""
        if self._measured(below):
            return below
        return above if is_empty(below) or key(below) in _RESULT | _UNITS else f"{above} {below}"

    def _item_column(self, header: str) -> ItemColumn | None:
        found = self._measured(header)
        if found is None:
            return None
        item, unit = found
        return ItemColumn(header, header, Form.TEXT, as_written, item=item, unit=unit)

    def _measured(self, header: str) -> tuple[str, str] | None:
        """Item and unit of a header as they stand there; None where it names no item."""
        if not header or len(header) > _LONGEST or is_known(header):
            return None
        for at in reversed(range(1, len(header))):
            if is_known(header[at:]) and self._is_item(item := header[:at].rstrip(_BETWEEN)):
                return item, _bare(header[at:])
        return (header, "") if self._is_item(header) else None

    def _is_item(self, name: str) -> bool:
        found = self.names.find(name, None)
        return found.meant is not None or found.ambiguous


def _with_unknown_items(found: Candidate) -> Candidate:
    """The header with its unknown names behind the first item as items that no standard knows."""
    used = {one.index for one in found.placed}
    first = min(one.index for one in found.placed if isinstance(one.column, ItemColumn))
    unknown = [
        Placed(ItemColumn(f"{index} {name}", name, Form.TEXT, as_written, item=name, known=False), index, name)
        for index, name in enumerate(found.names)
        if name and index > first and index not in used and key(name) not in IGNORED and not _BESIDE.search(name)
    ]
    if not unknown:
        return found
    words = found.words
    columns = (*words.sheet.columns, *(one.column for one in unknown))
    return replace(
        found, words=replace(words, sheet=replace(words.sheet, columns=columns)), placed=(*found.placed, *unknown)
    )


def _labels(search: Search) -> Dictionary:
    """The headers of a batch's label, with what a mapping says of them."""
    long = next(one for one in search.dictionaries if one.sheet.kind is SheetKind.RESULTS)
    known = set(WIDE.columns)
    forced = {header: columns for header, columns in long.forced.items() if known.issuperset(columns)}
    return Dictionary(WIDE, dictionary(WIDE).known, forced)


def _worth(found: Candidate) -> tuple[int, int, int, bool, int]:
    """Most known columns, then fewest named twice, then most units, then the single row, then the upper one."""
    units = sum(isinstance(one.column, ItemColumn) and one.column.unit != "" for one in found.placed)
    return found.known, -len(found.placed), units, found.top == found.bottom, -found.top


def _bare(unit: str) -> str:
    """A unit without the stroke or the brackets that set it off from the name."""
    bare = unit.strip(_BETWEEN)
    return bare[1:-1] if bare[0] in _OPEN and bare[-1] in _CLOSED else bare


def without_limits(table: Table) -> Table:
    """The table without rows of limits and without its header where that is repeated; they are skipped and said."""
    whys = list(_whys(table))
    if not any(whys):
        return table
    numbered = list(zip(table.numbers, table.rows, whys, strict=True))
    said = [Skipped(number, why) for number, _, why in numbered if why]
    return replace(
        table,
        numbers=[number for number, _, why in numbered if not why],
        rows=[row for _, row, why in numbered if not why],
        skipped=tuple(sorted((*table.skipped, *said))),
    )


def _whys(table: Table) -> Iterator[str]:
    """Why a row is no batch; empty for one that is."""
    form = next(placed for placed in table.placed if placed.column.name == "form_no")
    items = [placed.index for placed in table.placed if _is_known_item(placed.column)]
    for row in table.rows:
        if _is_demand(row, form.index, items):
            yield "skipped-limits"
        elif header_text(row[form.index]) == form.header or _is_row_of_units(row, form.index, items):
            yield "skipped-header"
        else:
            yield ""


def _is_known_item(column: Column) -> bool:
    return isinstance(column, ItemColumn) and column.known


def _is_demand(row: Sequence[Cell], form: int, items: Sequence[int]) -> bool:
    """Whether a row says so where a batch has its number, or names nothing and holds limits or methods."""
    first = next((cell for cell in row if cell != ""), "")
    if any(folded(shown(cell)).startswith(_NO_BATCH) for cell in (first, row[form])):
        return True
    return is_empty(row[form]) and any(_DEMANDED.match(folded(shown(row[n]))) for n in items)


def _is_row_of_units(row: Sequence[Cell], form: int, items: Sequence[int]) -> bool:
    if not is_empty(row[form]) and key(header_text(row[form])) not in _UNITS:
        return False
    return all(is_known(header_text(row[n])) for n in items if not is_empty(row[n]))


def results_of(columns: Mapping[ItemColumn, Sequence[str | None]], row: int) -> Iterator[Result]:
    """What a row says of its items: a cell that is empty or was refused says nothing."""
    for column, values in columns.items():
        if value := values[row]:
            yield Result(column.item, value, column.unit)

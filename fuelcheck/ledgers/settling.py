"""Rows of a draft as rows to file: repeated ones once, and each against the store."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from fuelcheck.faults import Remark
from fuelcheck.ledgers.brought import BroughtRow, SheetSummary
from fuelcheck.ledgers.cells import BadCell, folded
from fuelcheck.ledgers.compare import Comparison, History, compare
from fuelcheck.ledgers.draft import Draft
from fuelcheck.ledgers.known import Known, Values
from fuelcheck.words import SheetKind

Key = tuple[str, ...]
Cells = dict[str, str | None]
"""The filled cells of a row; None for one that was refused."""

_OF_A_CHANGE = ("site_code", "effective_on", "what", "value")

_REPEATED = {
    SheetKind.SAMPLES: "duplicate-form-no",
    SheetKind.SITES: "duplicate-site-code",
    SheetKind.ROADSIDE_CHECKS: "duplicate-record-no",
}


@dataclass(slots=True)
class Settled:
    """The rows of one table that have no fault, and how many there are of each state."""

    draft: Draft
    rows: list[BroughtRow] = field(default_factory=list)
    conflicts: list[Remark] = field(default_factory=list)
    repeated: int = 0

    def summary(self, *, blocked: bool) -> SheetSummary:
        """The table in numbers; where a fault blocks the command nothing is new."""
        table = self.draft.table
        states: Counter[str] = Counter() if blocked else Counter(row.state for row in self.rows)
        same = 0 if blocked else states["same"] + self.repeated
        return SheetSummary(
            table.file,
            table.sheet,
            table.declared.kind,
            len(table.rows),
            states["new"],
            states["filled"],
            states["changed"],
            same,
            table.skipped,
            table.unknown,
            table.hidden,
        )


class Settling:
    """Settles one table after another; a row may repeat one of another file."""

    def __init__(self, known: Known, changes: Sequence[Draft], update: bool) -> None:
        self._known = known
        self._update = update
        self._history = History(_changes(known, changes), known.earlier_reports)
        self._seen: dict[tuple[SheetKind, Key], tuple[Draft, int, Cells]] = {}
        self._together: dict[Key, dict[str, str]] = {}
        """All that the rows of a thing say, where several may say a part of it."""

    def stored(self, one: Draft) -> list[Values | None]:
        """The store's row for each row of a draft, None where there is none."""
        kind = one.table.declared.kind
        return [None if key is None else self._known.row(kind, key) for key in keys(one)]

    def settle(self, one: Draft) -> Settled:
        """Compare the rows without fault; repeated ones that differ become faults."""
        settled = Settled(one)
        names = list(one.columns)
        for row, (key, cells) in enumerate(zip(keys(one), zip(*one.columns.values(), strict=True), strict=True)):
            values = {name: cell for name, cell in zip(names, cells, strict=True) if cell != ""}
            if key is not None and not self._is_repeated(settled, row, key, values) and row not in one.bad:
                settled.rows.append(self._compared(settled, row, key, values))
        return settled

    def _is_repeated(self, settled: Settled, row: int, key: Key, values: Cells) -> bool:
        one = settled.draft
        declared = one.table.declared
        first, first_row, first_values = self._seen.setdefault((declared.kind, key), (one, row, values))
        if first is one and first_row == row:
            return False
        if values == first_values:
            settled.repeated += 1
            return True
        where = {"row": first.table.numbers[first_row], "sheet": first.table.seen_from(one.table)}
        if declared.joined:
            said: Cells = {**self._together.get(key, first_values)}
            for name in _differing(values, said):
                column = declared.column(name)
                other, value = (column.written(cells[name] or "") for cells in (said, values))
                one.refuse(row, name, BadCell("lists-differ", other=other, value=value, **where))
            return row in one.bad
        one.refuse(row, declared.anchors[0], BadCell(_REPEATED.get(declared.kind, "duplicate-row"), **where))
        return True

    def _compared(self, settled: Settled, row: int, key: Key, values: Cells) -> BroughtRow:
        table = settled.draft.table
        kind = table.declared.kind
        cells = cast(dict[str, str], values)  # a refused cell, None, is a fault, and such rows do not come here
        said = self._together.get(key)
        if table.declared.joined:
            self._together[key] = cells if said is None else {**cells, **said}
        stored = self._known.row(kind, key) or said
        if stored is None:
            return BroughtRow(kind, table.file, table.sheet, table.numbers[row], key, cells, "new")
        found = compare(table.declared, cells, stored, self._history)
        if not self._update:
            settled.conflicts += _conflicts(settled.draft, row, found)
        return BroughtRow(
            kind,
            table.file,
            table.sheet,
            table.numbers[row],
            key,
            found.values,
            found.state,
            found.fills,
            found.changes,
        )


def _differing(values: Cells, said: Cells) -> list[str]:
    """The columns in which the row contradicts what other rows of the command said of the same thing."""
    return [
        name for name, cell in values.items()
        if name in said and cell != said[name] and folded(cell or "") != folded(said[name] or "")
    ]  # fmt: skip


def keys(one: Draft) -> list[Key | None]:
    """The key of every row; None where a part of it is missing or refused."""
    columns = [one.column(name) for name in one.table.declared.key]
    return [cast(Key, key) if all(key) else None for key in zip(*columns, strict=True)]


def _conflicts(one: Draft, row: int, found: Comparison) -> list[Remark]:
    conflicts = []
    for (name, old, new), code in zip(found.changes, found.why, strict=True):
        column = one.table.declared.column(name)
        before = column.written(old or column.default)
        after, sheet = column.told(column.written(new)), SheetKind.SITE_CHANGES.zh
        remark = one.remark(row, name, code, old=before, new=after, sheet=sheet)
        conflicts.append(remark if remark.value else replace(remark, value=after))
    return conflicts


def _changes(known: Known, drafts: Sequence[Draft]) -> Iterator[Values]:
    """All dated changes of sites, of the store and of the command."""
    for (site, day, what), row in known.site_changes.items():
        yield {"site_code": site, "effective_on": day, "what": what, "value": row.get("value", "")}
    for one in drafts:
        columns = [one.column(name) for name in _OF_A_CHANGE]
        for cells in zip(*columns, strict=True):
            if None not in cells:
                yield dict(zip(_OF_A_CHANGE, cast(tuple[str, ...], cells), strict=True))

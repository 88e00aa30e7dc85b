"""What a command's files bring, checked and compared: the values that services file and edges show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from fuelcheck.faults import Remark
from fuelcheck.ledgers.skipping import Skipped
from fuelcheck.words import SheetKind


class BroughtRow(NamedTuple):
    """A row without fault. ``row`` is Excel's number, ``key`` the sheet's key in the store.

    ``values`` are the filled cells, canonical; ``state`` is ``new``, ``filled``, ``changed`` or
    ``same``; ``fills`` names columns that the store had empty, ``changes`` holds (column,
    old, new).
    """

    kind: SheetKind
    file: str
    sheet: str
    row: int
    key: tuple[str, ...]
    values: Mapping[str, str]
    state: str
    fills: tuple[str, ...] = ()
    changes: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SheetSummary:
    """One sheet of one file in numbers; all but ``rows`` and ``skipped`` are 0 where a fault blocks.

    A row that stands there twice counts as ``same`` the second time.
    """

    file: str
    sheet: str
    kind: SheetKind
    rows: int
    new: int
    filled: int
    changed: int
    same: int
    skipped_rows: tuple[Skipped, ...] = ()
    unknown_columns: tuple[str, ...] = ()
    hidden: bool = False

    @property
    def skipped(self) -> int:
        """How many rows were skipped; each stands in ``skipped_rows`` with the reason."""
        return len(self.skipped_rows)

    def as_json(self) -> dict[str, Any]:
        """The object of the contract, and what was skipped by row."""
        return {
            "file": self.file,
            "sheet": self.sheet,
            "kind": self.kind.value,
            "rows": self.rows,
            "new": self.new,
            "filled": self.filled,
            "changed": self.changed,
            "same": self.same,
            "skipped": self.skipped,
            "skipped_rows": [{"row": one.row, "why": one.why, "message": one.message} for one in self.skipped_rows],
            "unknown_columns": list(self.unknown_columns),
            "hidden": self.hidden,
        }


@dataclass(frozen=True, slots=True)
class Brought:
    """All that one command brings: taken whole or not at all."""

    sheets: tuple[SheetSummary, ...]
    faults: tuple[Remark, ...]
    notices: tuple[Remark, ...]
    conflicts: tuple[Remark, ...]
    rows: tuple[BroughtRow, ...]

    @property
    def accepted(self) -> bool:
        """Whether nothing stands against taking it: no fault, no conflict that nobody settled."""
        return not self.faults and not self.conflicts

    def as_json(self) -> dict[str, Any]:
        """The keys of the contract: sheets, faults, notices, conflicts."""
        return {
            "sheets": [one.as_json() for one in self.sheets],
            "faults": [one.as_json() for one in self.faults],
            "notices": [one.as_json() for one in self.notices],
            "conflicts": [one.as_json() for one in self.conflicts],
        }

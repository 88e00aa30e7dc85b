"""Lists of passes of a remote sensing station, read to be judged without a store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from fuelcheck.faults import Remark
from fuelcheck.ledgers.bring import in_order
from fuelcheck.ledgers.cells import BadCell
from fuelcheck.ledgers.checks import require
from fuelcheck.ledgers.draft import Draft, draft
from fuelcheck.ledgers.reading import read_tables
from fuelcheck.ledgers.results import SkippedRow
from fuelcheck.ledgers.sensing_columns import REMOTE_SENSING
from fuelcheck.rules.remote_sensing import SensedPass
from fuelcheck.words import PassState, Pollutant

_NAMES = tuple(column.name for column in REMOTE_SENSING.columns)


@dataclass(frozen=True, slots=True)
class WrittenPass:
    """A pass as a list states it, and where the station stands."""

    sensed: SensedPass
    place: str


@dataclass(frozen=True, slots=True)
class WrittenPasses:
    """All passes of the files in the order in which they stand there; none where there is a fault."""

    passes: tuple[WrittenPass, ...]
    faults: tuple[Remark, ...]
    notices: tuple[Remark, ...]
    skipped: tuple[SkippedRow, ...]


def read_passes(paths: Sequence[Path], *, mapping: str | None = None) -> WrittenPasses:
    """Read the passes of all files together; what is wrong with them is returned, never raised.

    A row that stands there twice is one pass. ``mapping`` is the text of a mapping file;
    ``FileRefused`` where that has mistakes.
    """
    read = read_tables(paths, mapping=mapping, sheets=(REMOTE_SENSING,))
    drafts = [draft(table, lambda column: column.parse) for table in read.tables]
    for one in drafts:
        require(one, frozenset())
    said = _rows_once(drafts)
    faults = (*read.faults, *(fault for one in drafts for fault in in_order(one, one.faults)))
    passes = () if faults else tuple(map(_pass, said))
    skipped = (SkippedRow(table.file, table.sheet, row) for table in read.tables for row in table.skipped)
    return WrittenPasses(passes, faults, read.notices, tuple(skipped))


def _rows_once(drafts: Sequence[Draft]) -> list[dict[str, str]]:
    """The rows, each pass once; the same plate at the same moment with other content is a fault."""
    first: dict[tuple[str, ...], tuple[Draft, int, dict[str, str]]] = {}
    for read in drafts:
        for row, values in enumerate(zip(*map(read.column, _NAMES), strict=True)):
            said = {name: value or "" for name, value in zip(_NAMES, values, strict=True)}
            key = tuple(said[name] for name in (*REMOTE_SENSING.key, "plate_colour"))
            there, its_row, known = first.setdefault(key, (read, row, said))
            if known != said and all(key[:2]):
                where = {"row": there.table.numbers[its_row], "sheet": there.table.seen_from(read.table)}
                read.refuse(row, "passed_at", BadCell("duplicate-row", **where))
    return [said for _, _, said in first.values()]


def _pass(said: dict[str, str]) -> WrittenPass:
    readings = {pollutant: said[pollutant.value] for pollutant in Pollutant if said[pollutant.value]}
    sensed = SensedPass(
        said["plate"], datetime.fromisoformat(said["passed_at"]), said["valid"] == PassState.VALID, readings,
        said["plate_colour"],
    )  # fmt: skip
    return WrittenPass(sensed, said["place"])

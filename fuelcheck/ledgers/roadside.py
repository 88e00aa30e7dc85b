"""Sheets of roadside checks (路检) read to be judged without a store: one row is one check.

Who checked and who stopped the vehicle must be filled in wherever the file has a column for it: a
check on the road needs two officers and the police. A file without these columns is judged all the
same, because a verdict rests on readings; an import asks for them. An empty method is no fault: the
judgement says that the check is undecided.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

from fuelcheck.faults import Remark
from fuelcheck.ledgers.bring import in_order
from fuelcheck.ledgers.cells import BadCell, Parser
from fuelcheck.ledgers.checks import RULES, Rule, require
from fuelcheck.ledgers.column import Column
from fuelcheck.ledgers.draft import Draft, draft
from fuelcheck.ledgers.reading import read_tables
from fuelcheck.ledgers.results import SkippedRow
from fuelcheck.ledgers.roadside_columns import ROADSIDE_CHECKS
from fuelcheck.rules.roadside.record import Check
from fuelcheck.words import Aftertreatment, CheckMethod, Energy, ObdState, SheetKind, UreaState, Word

_NEEDED = frozenset({"record_no", "checked_at", "method"})
_IF_THERE = ("officers", "plate")
"""What must be filled in where the file has the column."""

JUDGED = replace(
    ROADSIDE_CHECKS,
    columns=tuple(replace(one, required=one.name in _NEEDED) for one in ROADSIDE_CHECKS.columns),
)
"""The sheet that is judged without a store: what a verdict rests on."""

_NAMES = tuple(column.name for column in ROADSIDE_CHECKS.columns)

W = TypeVar("W", bound=Word)


class _Row(NamedTuple):
    """A row on its way in, with all that it says."""

    read: Draft
    row: int
    said: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class WrittenCheck:
    """A check as a ledger states it, and where it stands."""

    check: Check
    plate: str
    place: str
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class WrittenChecks:
    """All checks of the files in the order in which they stand there; none where there is a fault."""

    checks: tuple[WrittenCheck, ...]
    faults: tuple[Remark, ...]
    notices: tuple[Remark, ...]
    skipped: tuple[SkippedRow, ...]


def read_checks(paths: Sequence[Path], *, mapping: str | None = None) -> WrittenChecks:
    """Read the checks of all files together; what is wrong with them is returned, never raised.

    ``mapping`` is the text of a mapping file; ``FileRefused`` where that has mistakes.
    """
    read = read_tables(paths, mapping=mapping, sheets=(JUDGED,))
    drafts = [draft(table, _parser_of) for table in read.tables]
    rows = _rows_once(drafts)
    for one in drafts:
        _ask(one)
    faults = (*read.faults, *(fault for one in drafts for fault in in_order(one, one.faults)))
    checks = () if faults else tuple(map(_check, rows))
    skipped = (SkippedRow(table.file, table.sheet, row) for table in read.tables for row in table.skipped)
    return WrittenChecks(checks, faults, read.notices, tuple(skipped))


def _parser_of(column: Column) -> Parser:
    return column.parse


def _ask(read: Draft) -> None:
    """Refuse what is missing and what contradicts itself, as far as the file has the columns."""
    require(read, frozenset({"method"}))
    for name in _IF_THERE:
        if name in read.columns:
            for row, value in enumerate(read.column(name)):
                if value == "":
                    read.refuse(row, name, BadCell("missing-cell"))
    for rule in RULES[SheetKind.ROADSIDE_CHECKS]:
        if rule.blames in read.columns:
            _apply(rule, read)


def _apply(rule: Rule, read: Draft) -> None:
    for row, values in enumerate(zip(*(read.column(name) for name in rule.needs), strict=True)):
        bad = rule.check(*values) if None not in values else None
        if bad is not None:
            read.refuse(row, rule.blames, bad)


def _rows_once(drafts: Sequence[Draft]) -> list[_Row]:
    """The rows, each record once; the same number with other content is a fault."""
    first: dict[str, _Row] = {}
    for read in drafts:
        for row, values in enumerate(zip(*(read.column(name) for name in _NAMES), strict=True)):
            said = dict(zip(_NAMES, values, strict=True))
            if not said["record_no"]:
                continue
            known = first.setdefault(said["record_no"], _Row(read, row, said))
            if known.said != said:
                where = {"row": known.read.table.numbers[known.row], "sheet": known.read.table.seen_from(read.table)}
                read.refuse(row, "record_no", BadCell("duplicate-record-no", **where))
    return list(first.values())


def _check(row: _Row) -> WrittenCheck:
    """The check of a row; only of a file without faults."""
    said, table = {name: value or "" for name, value in row.said.items()}, row.read.table
    check = Check(
        record_no=said["record_no"],
        checked_on=date.fromisoformat(said["checked_at"][:10]),
        method=_word(CheckMethod, said["method"]),
        readings=tuple(_parts(said["readings"])),
        nox_ppm=said["nox_ppm"],
        power_percent=said["power_percent"],
        ringelmann=said["ringelmann"],
        obd=_word(ObdState, said["obd"]),
        aftertreatment=_word(Aftertreatment, said["aftertreatment"]),
        urea=_word(UreaState, said["urea"]),
        urea_mass_percent=said["urea_mass_percent"],
        urea_refraction=said["urea_refraction"],
        energy=_word(Energy, said["energy"]),
        vehicle_type=said["vehicle_type"],
        instrument=said["instrument"],
        calibrated_until=date.fromisoformat(said["calibrated_until"]) if said["calibrated_until"] else None,
    )
    return WrittenCheck(check, said["plate"], said["place"], table.sheet, table.numbers[row.row])


def _word(words: type[W], value: str) -> W | None:
    return words(value) if value else None


def _parts(written: str) -> Iterator[str]:
    return (part for part in written.split(";") if part)

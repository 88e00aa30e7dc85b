"""A purchase plan (购置计划) as people write it: a workbook, a CSV, or a TOML file.

The TOML form has a table for each line: ``[[purchase]]`` with ``category``, ``count``, ``month``
("2026-05"), ``energy``, and as far as needed ``area``, ``stage``, ``owner``, ``replaces`` (a list).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fuelcheck.faults import Remark
from fuelcheck.language import _
from fuelcheck.ledgers.bring import in_order
from fuelcheck.ledgers.checks import require
from fuelcheck.ledgers.draft import Draft, draft
from fuelcheck.ledgers.purchase_columns import MOST, PURCHASE_PLAN
from fuelcheck.ledgers.reading import read_tables
from fuelcheck.rules.identifiers.writing import tidy
from fuelcheck.rules.purchase_plan import Purchase
from fuelcheck.toml.table import Table
from fuelcheck.toml.text import FileRefused, file_text, top_table
from fuelcheck.toml.wanted import matching, one_of, text, texts, whole_number
from fuelcheck.words import Area, Energy, Stage, VehicleCategory

_MONTH = r"(19|20)\d\d-(0[1-9]|1[0-2])"


@dataclass(frozen=True, slots=True)
class WrittenPlan:
    """The lines of a plan in the order of the file, and what a person should know of the file."""

    purchases: tuple[Purchase, ...]
    notices: tuple[Remark, ...] = ()


def read_plan(path: Path) -> WrittenPlan:
    """The plan that a file states.

    ``FileRefused`` with every fault, each with its row and column, or its key.
    """
    return _of_toml(path) if path.suffix.lower() == ".toml" else _of_sheets(path)


def _of_sheets(path: Path) -> WrittenPlan:
    read = read_tables([path], sheets=(PURCHASE_PLAN,))
    drafts = [draft(table, lambda column: column.parse) for table in read.tables]
    for one in drafts:
        require(one, frozenset())
    faults = (*read.faults, *(fault for one in drafts for fault in in_order(one, one.faults)))
    if faults:
        raise FileRefused(path.name, faults)
    return WrittenPlan(tuple(line for one in drafts for line in _lines(one)), read.notices)


def _lines(read: Draft) -> Iterator[Purchase]:
    columns = [column.name for column in read.table.declared.columns]
    for values in zip(*map(read.column, columns), strict=True):
        cells = {name: value or "" for name, value in zip(columns, values, strict=True)}
        yield Purchase(
            category=VehicleCategory(cells["category"]),
            count=int(cells["count"]),
            month=_first_day(cells["month"]),
            energy=Energy(cells["energy"]),
            area=Area(cells["area"]) if cells["area"] else None,
            replaces=tuple(filter(None, cells["replaces"].split(";"))),
            stage=Stage(cells["stage"]) if cells["stage"] else None,
            owner=cells["owner"],
        )


def _of_toml(path: Path) -> WrittenPlan:
    file = top_table(file_text(path), path.name)
    lines = tuple(map(_line, file.tables("purchase", named_by="category")))
    file.close()
    if file.mistakes:
        raise FileRefused(path.name, file.mistakes)
    return WrittenPlan(lines)


def _line(entry: Table) -> Purchase:
    months = matching(_MONTH, _('a month such as "2026-05"'))
    line = Purchase(
        category=entry.take("category", one_of(VehicleCategory)),
        count=entry.take("count", whole_number(0, MOST)),
        month=_first_day(entry.take("month", months) or "1900-01"),
        energy=entry.take("energy", one_of(Energy)),
        area=entry.take_or("area", one_of(Area), None),
        replaces=tuple(map(tidy, entry.take_or("replaces", texts(empty=True), ()))),
        stage=entry.take_or("stage", one_of(Stage), None),
        owner=entry.take_or("owner", text(), ""),
    )
    entry.close()
    return line


def _first_day(month: str) -> date:
    return date.fromisoformat(f"{month}-01")

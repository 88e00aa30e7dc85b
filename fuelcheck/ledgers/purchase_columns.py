"""The sheet of a purchase plan (购置计划): how many vehicles of what kind come in which month, and which go.

It is read to ask what the plan would do to the vehicle targets; nothing of it is stored.
"""

import re
from dataclasses import replace
from datetime import date

from fuelcheck.ledgers.cells import BadCell, Cell, line, plain
from fuelcheck.ledgers.column import NOTE, Column, Form, Sheet
from fuelcheck.ledgers.vehicle_columns import VEHICLES
from fuelcheck.rules.identifiers.writing import tidy
from fuelcheck.words import SheetKind

MOST = 10_000
"""More vehicles in one line are a typing error."""

_MONTH = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:"
    r"[-/](?P<month>\d{1,2})(?:[-/]\d{1,2})?|[.](?P<dotted>\d\d)(?:[.]\d{1,2})?|"
    r"年(?P<m>\d{1,2})月?(?:\d{1,2}日)?|(?P<mm>\d\d)(?:\d\d)?)(?:T?00:00:00)?",
    re.ASCII,
)
"""After a dot two digits: of 2026.10 Excel makes 2026.1."""
_NO_YEAR = re.compile(r"\d{1,2}月?", re.ASCII)


def month(cell: Cell) -> str:
    """A month as ``2026-05``; of a day its month.

    >>> month("2026年5月"), month("2026/5"), month("202605")
    ('2026-05', '2026-05', '2026-05')
    """
    written = f"{cell.year}-{cell.month:02}" if isinstance(cell, date) else plain(cell)
    found = _MONTH.fullmatch(written)
    number = int(next(filter(None, found.group("month", "dotted", "m", "mm")))) if found else 0
    if found is None or not 1 <= number <= 12:
        raise BadCell("month-without-year" if _NO_YEAR.fullmatch(written) else "bad-month")
    return f"{found['year']}-{number:02}"


def count(cell: Cell) -> str:
    """A whole number of vehicles, with or without 辆 behind it.

    >>> count("40辆"), count(40.0)
    ('40', '40')
    """
    written = plain(cell).removesuffix("辆").removesuffix("台").removesuffix(".0")
    if not re.fullmatch(r"\d{1,5}", written, re.ASCII) or int(written) > MOST:
        raise BadCell("bad-count", most=MOST)
    return str(int(written))


def replaced(cell: Cell) -> str:
    """Plates and VINs separated by ``;`` ``、`` ``,`` or ``/``, each in the form in which they are compared."""
    names = map(tidy, re.split(r"[;、,/]", line(cell)))
    return ";".join(dict.fromkeys(name for name in names if name not in {"", "无", "新增"}))


PURCHASE_PLAN = Sheet(
    SheetKind.PURCHASE_PLAN,
    key=("category", "month", "energy", "area", "owner"),
    anchors=("category", "count", "month"),
    columns=(
        VEHICLES.column("category"),
        Column(
            "count",
            "数量",
            Form.NUMBER,
            count,
            ("台数", "辆数", "车辆数", "购置数量", "新购数量", "计划数量", "更新数量"),
            required=True,
        ),
        Column(
            "month",
            "月份",
            Form.TEXT,
            month,
            ("计划月份", "购置月份", "到位月份", "投运月份", "购置时间", "到位时间"),
            required=True,
        ),
        VEHICLES.column("energy"),
        VEHICLES.column("area"),
        VEHICLES.column("stage"),
        VEHICLES.column("owner"),
        replace(VEHICLES.column("replaces"), form=Form.NAMES, parse=replaced),
        NOTE,
    ),
)
"""The key says what a line is about; two lines may be about the same and add up."""

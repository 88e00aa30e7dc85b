"""The fields of a visit and its batches as a person or a program sends them, read by the ledgers' own parsers.

What a ledger knows, too, is declared in ``ledgers.columns`` and checked by its rules; declared here is only
what a ledger has no column for. A fault names the field by a JSON pointer.
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from fuelcheck.errors import FuelcheckError
from fuelcheck.faults import Remark
from fuelcheck.language import N_
from fuelcheck.ledgers import cells, days, terms
from fuelcheck.ledgers.bring import bring
from fuelcheck.ledgers.cells import BadCell, Cell, displayed, is_empty
from fuelcheck.ledgers.columns import REPORT_COLUMNS, SAMPLES, VISITS, Column, Form, Sheet
from fuelcheck.ledgers.headers import Placed
from fuelcheck.ledgers.known import Known
from fuelcheck.ledgers.reading import Tables
from fuelcheck.ledgers.table import Table
from fuelcheck.words import Datum

Body = Mapping[str, Any]
"""A JSON object."""

Found = tuple[int, str, Remark]
"""A fault with its row, counted from 0, and the name of its column."""


class Refused(FuelcheckError):
    """Some fields cannot be taken; ``faults`` names them all."""

    code = "refused-fields"
    sentence = N_("Nothing was recorded; fields that cannot be taken: {count}")

    def __init__(self, faults: Iterable["Fault"]) -> None:
        self.faults = tuple(faults)
        super().__init__(count=len(self.faults))

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *(f"{one.pointer}: {one.remark.message}" for one in self.faults)])


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a field, and where it stands in the body (RFC 6901)."""

    pointer: str
    remark: Remark


def _positive(cell: Cell) -> str:
    number = cells.decimal(cell)
    if number <= 0:
        raise BadCell("not-positive")
    return format(number.normalize(), "f")


ON_THE_SPOT = (
    Column("started_at", "到站时间", Form.MOMENT, days.moment),
    Column("ended_at", "离站时间", Form.MOMENT, days.moment),
    Column("longitude", "经度", Form.NUMBER, cells.longitude),
    Column("latitude", "纬度", Form.NUMBER, cells.latitude),
    Column("datum", "坐标系", Form.WORD, terms.datum, words=Datum),
    VISITS.column("note"),
)
"""What is recorded of a visit besides site, day, outcome and team."""

SEALED = (
    Column("seal_test", "检验样品封条", Form.CODE, cells.code),
    Column("seal_retained", "备用样品封条", Form.CODE, cells.code),
    Column("quantity", "抽样基数（升）", Form.NUMBER, _positive),
    Column("price", "单价（元/升）", Form.NUMBER, _positive),
    Column("supplier", "供货单位", Form.TEXT, cells.text),
    Column("delivery_note_no", "送货单编号", Form.CODE, cells.code),
)
"""What is recorded of a batch besides the columns of 抽样; the station's claims stand in an object of their own."""

SHARED = {"site_code": "site_code", "sampled_on": "visited_on", "samplers": "samplers"}
"""What all batches of a visit share: column of 抽样 → field of the visit."""
_LATER = (*REPORT_COLUMNS, "status", "void_reason", "voided_on")

BATCH = replace(SAMPLES, columns=(*(c for c in SAMPLES.columns if c.name not in _LATER), *SEALED))
AMENDED = replace(BATCH, columns=(*BATCH.columns, *(SAMPLES.column(name) for name in REPORT_COLUMNS)))
"""The same with the report beside it, which the rules hold against the sampling day."""

BATCH_FIELDS = tuple(c.name for c in BATCH.columns if c.name not in SHARED)
VISIT_FIELDS = (*SHARED.values(), "outcome", *(column.name for column in ON_THE_SPOT))
SEALS = ("seal_test", "seal_retained")


def read_batches(head: Body, batches: Sequence[Body], known: Known) -> tuple[list[dict[str, str]], list[Fault]]:
    """The batches of a visit as rows of 抽样 with their seals; the faults of all fields."""
    shared = {column: head.get(name) for column, name in SHARED.items()}
    rows = [{**shared, **{name: body.get(name) for name in BATCH_FIELDS}} for body in batches]
    read, faults = _read(BATCH, rows, known)
    found = [(_pointer(f"/batches/{row}", column), remark) for row, column, remark in faults]
    return read, [*_once(found), *_repeated(read, batches, faulty=bool(faults))]


def read_batch(cells_: Body, known: Known) -> tuple[dict[str, str], list[Fault]]:
    """One batch with its head as a row of 抽样, for an amendment."""
    read, faults = _read(AMENDED, [cells_], known)
    return (read or [{}])[0], [Fault(f"/{column}", remark) for _, column, remark in faults]


def read_fruitless(head: Body, known: Known) -> tuple[dict[str, str], list[Fault]]:
    """A visit without a sample as a row of 未抽到样品."""
    read, faults = _read(VISITS, [{column.name: head.get(column.name) for column in VISITS.columns}], known)
    return (read or [{}])[0], [Fault(f"/{column}", remark) for _, column, remark in faults]


def read_spot(body: Body) -> tuple[dict[str, str], list[Fault]]:
    """Position, times and note of a visit."""
    read: dict[str, str] = {}
    faults = []
    for column in ON_THE_SPOT:
        try:
            cell = _cell(body.get(column.name))
            read[column.name] = "" if is_empty(cell) else column.parse(cell)
        except BadCell as bad:
            faults.append(field_fault(f"/{column.name}", column, bad, body.get(column.name)))
    return {name: text for name, text in read.items() if text}, faults


def unknown_fields(body: Body, known: Sequence[str], pointer: str = "") -> Iterator[Fault]:
    """A fault for each field that there is not."""
    for name in body:
        if name not in known:
            values = {"allowed": ", ".join(known)}
            yield Fault(f"{pointer}/{_escaped(name)}", Remark("unknown-field", value=displayed(name), values=values))


def field_fault(pointer: str, column: Column, bad: BadCell, written: object = "") -> Fault:
    """What is wrong with the value of one field."""
    value = displayed(written) if isinstance(written, str) else "" if written is None else displayed(str(written))
    return Fault(pointer, Remark(bad.code, column=column.zh, value=value, values=bad.values))


def claims_text(claims: Mapping[str, str]) -> str:
    """The station's claims as the store holds them."""
    return json.dumps(dict(claims), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _read(sheet: Sheet, rows: Sequence[Body], known: Known) -> tuple[list[dict[str, str]], list[Found]]:
    """The rows through the import's own checks; faults with row (from 0) and column."""
    table, faults = _table(sheet, rows)
    brought = bring(Tables((table,), (), ()), known)
    names = {column.zh: column.name for column in sheet.columns}
    faults += [((one.row or 1) - 1, names[one.column], one) for one in (*brought.faults, *brought.conflicts)]
    return [dict(row.values) for row in brought.rows], faults


def _table(sheet: Sheet, rows: Sequence[Body]) -> tuple[Table, list[Found]]:
    faults: list[Found] = []
    filled: list[list[Cell]] = []
    for number, row in enumerate(rows):
        line: list[Cell] = []
        for column in sheet.columns:
            try:
                line.append(_cell(row.get(column.name)))
            except BadCell as bad:
                line.append("")
                faults.append((number, column.name, Remark(bad.code, column=column.zh)))
        filled.append(line)
    placed = tuple(Placed(column, index, column.zh) for index, column in enumerate(sheet.columns))
    return Table("", sheet.kind.zh, sheet, placed, list(range(1, len(rows) + 1)), filled), faults


def _cell(value: Any) -> Cell:
    """A JSON value as a cell: a list of names is joined; BadCell for any other thing."""
    match value:
        case None:
            return ""
        case bool() | dict():
            raise BadCell("wrong-type")
        case str():
            return value
        case int() if abs(value) < cells.LARGEST_EXACT:
            return value
        case float() if math.isfinite(value):
            return value
        case [*names] if all(isinstance(name, str) for name in names):
            return ";".join(names)
    raise BadCell("wrong-type")


def _pointer(batch: str, column: str) -> str:
    return f"/{SHARED[column]}" if column in SHARED else f"{batch}/{column}"


def _once(found: Iterable[tuple[str, Remark]]) -> Iterator[Fault]:
    """The head is read with every batch: what is wrong with it is said once."""
    told = set()
    for pointer, remark in found:
        if (pointer, remark.code) not in told:
            told.add((pointer, remark.code))
            yield Fault(pointer, remark)


def _repeated(read: Sequence[Mapping[str, str]], batches: Sequence[Body], *, faulty: bool) -> Iterator[Fault]:
    """A batch that stands there twice to the letter: a ledger's row may, here it is a slip."""
    if faulty or len(read) == len(batches):
        return
    column = BATCH.column("form_no")
    written = [str(body.get("form_no")) for body in batches]
    for place, form_no in enumerate(written):
        if form_no in written[:place]:
            yield field_fault(f"/batches/{place}/form_no", column, BadCell("form-no-taken"), form_no)


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")

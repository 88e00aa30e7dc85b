"""Bringing ledgers into the store: one command, one transaction, one act.

The workbooks have been read beforehand (``ledgers``); here the tables are checked against
what the store holds, and filed. A fault, or a conflict that nobody asked to settle, changes
nothing anywhere.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from fuelcheck.china import CHINA
from fuelcheck.faults import Remark
from fuelcheck.ledgers.bring import Brought, BroughtRow, Tables, bring
from fuelcheck.ledgers.columns import SHEETS
from fuelcheck.ledgers.known import Values
from fuelcheck.ledgers.of_batches import forms_with_results
from fuelcheck.ledgers.reading import without_collector
from fuelcheck.rules.fleet import VehicleFact
from fuelcheck.rules.roadside.notices import check_notices
from fuelcheck.services.check_filing import file_checks
from fuelcheck.services.filing import Filing
from fuelcheck.services.known import known
from fuelcheck.services.vehicle_filing import file_vehicles
from fuelcheck.standing.fleet_notices import fleet_notices_among
from fuelcheck.standing.open_notices import notices_among
from fuelcheck.store import fleet
from fuelcheck.store.acts import Act
from fuelcheck.store.checks import check
from fuelcheck.store.rows import content
from fuelcheck.store.session import View
from fuelcheck.words import STORED_SHEETS, SheetKind

Progress = Callable[[int, int], None]

_ORDER = (SheetKind.SITES, SheetKind.SITE_CHANGES, SheetKind.VISITS, SheetKind.SAMPLES, SheetKind.RESULTS)
"""What a row may refer to is filed before it."""

_KEYS = {kind: SHEETS[kind].key for kind in STORED_SHEETS}


@dataclass(frozen=True, slots=True)
class Answer:
    """What became, or would become, of an import."""

    accepted: bool
    import_id: str | None
    brought: Brought

    def as_json(self) -> dict[str, Any]:
        """The object of the contract."""
        return {"accepted": self.accepted, "import_id": self.import_id, **self.brought.as_json()}


def import_tables(
    act: Act, tables: Tables, files: Mapping[str, str], *, update: bool, progress: Progress | None = None
) -> Answer:
    """Check the tables and file what is new in them; ``files`` is name → SHA-256, for the record."""
    view = View(act.connection, act.division, act.head)
    kinds = {table.declared.kind for table in tables.tables}
    held = known(
        view, forms_with_results(tables.tables), with_vehicles=SheetKind.VEHICLES in kinds,
        with_checks=SheetKind.ROADSIDE_CHECKS in kinds,
    )  # fmt: skip
    brought = bring(tables, held, update=update, progress=progress)
    news = [row for row in brought.rows if row.state != "same"]
    if not brought.accepted or not news:
        return Answer(brought.accepted, None, brought)
    _file(act, news)
    found = (*_notices(act, news, held.samples), *_fleet_notices(act, news), *_check_notices(act, news))
    brought = replace(brought, notices=(*brought.notices, *found))
    text = json.dumps(dict(files), ensure_ascii=False, sort_keys=True)
    act.create("ledger_import", {"id": act.id, "files": text, "undone_by": None}, kind="imported")
    return Answer(True, act.id, brought)


def remember_mapping(act: Act, name: str, text: str) -> None:
    """Keep a mapping of headers under its name, for the next month's ledger."""
    row = {"name": name, "text": text}
    before = content(act.connection, "ledger_mapping", act.division, name=name)
    if before is None:
        act.create("ledger_mapping", row, kind="remembered")
    elif before != row:
        act.amend("ledger_mapping", before, row)


def remembered_mapping(view: View, name: str) -> str | None:
    """The text of a remembered mapping, or None."""
    row = content(view.connection, "ledger_mapping", view.division, name=name)
    return None if row is None else str(row["text"])


def _notices(act: Act, news: Sequence[BroughtRow], samples: Mapping[str, Values]) -> Iterator[Remark]:
    """What a person should look at in the batches just filed; it stays open until somebody answers it.

    ``samples`` are the batches that the store held before: results may come alone.
    """
    rows = {
        row.key[0]: row for kind in (SheetKind.RESULTS, SheetKind.SAMPLES) for row in reversed(news) if row.kind is kind
    }
    if not rows:
        return
    act.flush()
    view = View(act.connection, act.division, act.head)
    days = [date.fromisoformat(_sampled_on(row, samples)) for row in rows.values()]
    for notice in notices_among(view, rows.keys(), min(days), max(days)):
        row = rows[notice.row]
        yield Remark(notice.code, row.file, row.sheet, row.row, value=notice.row, values=dict(notice.values))


def _sampled_on(row: BroughtRow, samples: Mapping[str, Values]) -> str:
    return row.values.get("sampled_on") or samples[row.key[0]]["sampled_on"]


def _fleet_notices(act: Act, news: Sequence[BroughtRow]) -> Iterator[Remark]:
    """The same about the vehicles just filed."""
    rows = {row.key[0]: row for row in reversed(news) if row.kind is SheetKind.VEHICLES}
    if not rows:
        return
    act.flush()
    view = View(act.connection, act.division, act.head)
    for id_, notice in fleet_notices_among(view, rows.keys(), act.clock().astimezone(CHINA).date()):
        row = rows[id_]
        yield Remark(notice.code, row.file, row.sheet, row.row, value=notice.row, values=dict(notice.values))


def _check_notices(act: Act, news: Sequence[BroughtRow]) -> Iterator[Remark]:
    """What there is to look at in the checks just filed; only this answer says it."""
    rows = [row for row in news if row.kind is SheetKind.ROADSIDE_CHECKS]
    if not rows:
        return
    act.flush()
    by_plate: dict[str, list[VehicleFact]] = defaultdict(list)
    by_vin: dict[str, list[VehicleFact]] = defaultdict(list)
    for vehicle in fleet.vehicles(act.connection, act.division):
        by_plate[vehicle.plate].append(vehicle)
        by_vin[vehicle.vin].append(vehicle)
    today = act.clock().astimezone(CHINA).date()
    for row in rows:
        fact = check(act.connection, act.division, row.key[0])
        if fact is not None:
            meant = dict.fromkeys((*by_plate[fact.plate], *(by_vin[fact.vin] if fact.vin else ())))
            for notice in check_notices(fact, meant, today):
                value = row.values.get(notice.column, "")
                yield Remark(notice.code, row.file, row.sheet, row.row, value=value, values=notice.values)


def _file(act: Act, rows: Sequence[BroughtRow]) -> None:
    with without_collector():
        file_vehicles(act, [_news_of(row) for row in rows if row.kind is SheetKind.VEHICLES])
        _file_in_order(Filing(act), rows)
        file_checks(act, [_news_of(row) for row in rows if row.kind is SheetKind.ROADSIDE_CHECKS])


def _file_in_order(filing: Filing, rows: Sequence[BroughtRow]) -> None:
    verbs = {
        SheetKind.SITES: filing.site, SheetKind.SITE_CHANGES: filing.site_change, SheetKind.VISITS: filing.visit,
        SheetKind.SAMPLES: filing.sample, SheetKind.RESULTS: filing.result,
    }  # fmt: skip
    for kind in _ORDER:
        for row in rows:
            if row.kind is kind:
                filing.state = row.state
                verbs[kind](_news_of(row))
    filing.close()


def _news_of(row: BroughtRow) -> Mapping[str, str]:
    """What a row brings: all of a new one; of a known one only the cells that fill or change.

    A cell that the site's dated history explains is no news, though it differs from the register.
    """
    if row.state == "new":
        return row.values
    news = {*row.fills, *(column for column, _, _ in row.changes), *_KEYS[row.kind]}
    return {column: row.values[column] for column in row.values if column in news}

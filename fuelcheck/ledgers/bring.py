"""Tables against each other and against what the store holds: which rows are new, what is wrong.

All tables of a command are checked together: samples may name sites of the same command.
Nothing is stored here, and no fault keeps another from being found.
"""

from collections.abc import Callable, Sequence

from fuelcheck.faults import Remark
from fuelcheck.ledgers.brought import Brought, BroughtRow, SheetSummary
from fuelcheck.ledgers.cells import Parser
from fuelcheck.ledgers.checks import RULES, check, read_changes, require
from fuelcheck.ledgers.columns import Column, Refers
from fuelcheck.ledgers.directory import Codes, Programmes, Sites, Townships
from fuelcheck.ledgers.draft import Draft, draft
from fuelcheck.ledgers.exempting import Exemptions
from fuelcheck.ledgers.known import Known
from fuelcheck.ledgers.numbering import number
from fuelcheck.ledgers.of_batches import Items, Labels, check_labels, check_void
from fuelcheck.ledgers.reading import Tables, read_tables, without_collector
from fuelcheck.ledgers.resolving import check_forms, filled, meet_numbers, resolve_sites
from fuelcheck.ledgers.roadside_meeting import resolve_checks
from fuelcheck.ledgers.settling import Settled, Settling
from fuelcheck.ledgers.vehicles import resolve_vehicles
from fuelcheck.words import Change, SheetKind

__all__ = ["Brought", "BroughtRow", "SheetSummary", "Tables", "bring", "read_tables"]

Progress = Callable[[int, int], None]
"""Called with (rows done, all rows); each row is done twice, read and compared."""


def bring(tables: Tables, known: Known, *, update: bool = False, progress: Progress | None = None) -> Brought:
    """Check all tables together and compare them with the store.

    ``update`` settles conflicts in the file's favour. Faults and conflicts are returned,
    never raised.
    """
    with without_collector():
        return _Bringing(tables, known, progress or _silent).outcome(update)


def _silent(done: int, total: int) -> None:
    """Nobody watches."""


class _Bringing:
    """One command under way."""

    def __init__(self, tables: Tables, known: Known, progress: Progress) -> None:
        self._read = tables
        self._known = known
        self._progress = progress
        self._total = 2 * sum(len(table.rows) for table in tables.tables)
        self._done = 0
        self._townships = Townships(known.townships)
        self._programmes = Programmes(known.programmes)
        self._exemptions = Exemptions(known.exemptions)
        self._drafts: list[Draft] = []

    def outcome(self, update: bool) -> Brought:
        """Read, resolve, check, compare; then all remarks in the order of files and rows."""
        for table in self._read.tables:
            self._drafts.append(draft(table, self._parser_of))
            self._advance(len(table.rows))
        self._resolve()
        settling = Settling(self._known, self._of(SheetKind.SITE_CHANGES), update)
        settled = [self._settle(one, settling) for one in self._drafts]
        return self._brought(settled)

    def _parser_of(self, column: Column) -> Parser:
        match column.refers:
            case Refers.TOWNSHIP:
                return self._townships.name
            case Refers.PROGRAMME:
                return self._programmes.id
            case Refers.EXEMPTION:
                return self._exemptions.id
        return column.parse

    def _of(self, kind: SheetKind) -> list[Draft]:
        return [one for one in self._drafts if one.table.declared.kind is kind]

    def _resolve(self) -> None:
        """What cells name, in the order in which one sheet rests on another."""
        store_sites = Codes(self._known.sites)
        for one in self._of(SheetKind.SITES):
            meet_numbers(one, "site_code", store_sites)
        sites = self._sites()
        for one in self._of(SheetKind.SITE_CHANGES):
            resolve_sites(one, "site_code", sites)
            read_changes(one, self._townships.name)
            _add_changed_names(sites, one)
        for one in self._of(SheetKind.SAMPLES) + self._of(SheetKind.VISITS):
            resolve_sites(one, "site_code", sites)
        codes = self._resolve_forms(self._of(SheetKind.SAMPLES))
        self._resolve_results(codes)
        resolve_vehicles(self._of(SheetKind.VEHICLES), self._known.vehicles)
        resolve_checks(self._of(SheetKind.ROADSIDE_CHECKS), self._known, codes)

    def _sites(self) -> Sites:
        sites = Sites()
        for code, row in self._known.sites.items():
            sites.add(code, (row.get("name", ""), *row.get("former_names", "").split(";")))
        for (code, _, what), row in self._known.site_changes.items():
            if what == Change.NAME:
                sites.add(code, (row.get("value", ""),))
        for one in self._of(SheetKind.SITES):
            columns = (one.column(name) for name in ("site_code", "name", "former_names"))
            for code, name, former in zip(*columns, strict=True):
                if code:
                    sites.add(code, (name or "", *(former or "").split(";")))
        return sites

    def _resolve_forms(self, samples: Sequence[Draft]) -> Codes:
        codes = Codes(self._known.samples)
        for one in samples:
            meet_numbers(one, "form_no", codes)
        if self._read.number_missing is not None:
            number(samples, self._read.number_missing, self._known.samples)
        for one in samples:
            codes.add(filled(one.column("form_no")))
        for one in samples:
            check_forms(one, "follows", codes)
        return codes

    def _resolve_results(self, codes: Codes) -> None:
        results = self._of(SheetKind.RESULTS)
        if not results:
            return
        labels = Labels(self._known, self._of(SheetKind.SAMPLES), self._of(SheetKind.SITES))
        items = Items(self._known, labels)
        for one in results:
            check_forms(one, "form_no", codes, "unknown-form-no")
            items.meet(one)
            check_void(one, self._known)
            check_labels(one, labels)

    def _settle(self, one: Draft, settling: Settling) -> Settled:
        excused = frozenset({"form_no"} if self._read.number_missing is not None else ())
        require(one, excused)
        if one.table.declared.kind in RULES:
            check(one, settling.stored(one))
        settled = settling.settle(one)
        self._advance(len(one.table.rows))
        return settled

    def _advance(self, rows: int) -> None:
        self._done += rows
        self._progress(self._done, self._total)

    def _brought(self, settled: Sequence[Settled]) -> Brought:
        faults = [*self._read.faults, *(fault for one in self._drafts for fault in in_order(one, one.faults))]
        notices = [*self._read.notices, *(notice for one in self._drafts for notice in in_order(one, one.notices))]
        conflicts = tuple(conflict for one in settled for conflict in one.conflicts)
        sheets = tuple(one.summary(blocked=bool(faults)) for one in settled)
        rows = tuple(row for one in settled for row in one.rows)
        return Brought(sheets, tuple(faults), tuple(notices), conflicts, rows)


def _add_changed_names(sites: Sites, changes: Draft) -> None:
    columns = (changes.column(name) for name in ("site_code", "what", "value"))
    for code, what, value in zip(*columns, strict=True):
        if code and what == Change.NAME and value:
            sites.add(code, (value,))


def in_order(one: Draft, remarks: Sequence[Remark]) -> list[Remark]:
    """Remarks on a table by row, then from left to right."""
    order = {placed.header: placed.index for placed in one.table.placed}
    return sorted(remarks, key=lambda remark: (remark.row or 0, order.get(remark.column, len(order))))

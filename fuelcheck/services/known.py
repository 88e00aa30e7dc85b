"""What the store holds, in the words of the ledgers: what an import is compared with, and what an export gives."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.ledgers.columns import REPORT_COLUMNS, SHEETS
from fuelcheck.ledgers.directory import Codes
from fuelcheck.ledgers.known import Known, ResultCells, nobody
from fuelcheck.rules.reports import ReportFact, last_valid
from fuelcheck.services.known_checks import check_rows, is_driver
from fuelcheck.store.law import programmes, registered_standards
from fuelcheck.store.policies import policies
from fuelcheck.store.results import all_results, earlier_reports, results_of
from fuelcheck.store.rows import contents
from fuelcheck.store.session import View
from fuelcheck.store.types import Content
from fuelcheck.words import STORED_SHEETS, Outcome, SheetKind

LedgerRow = dict[str, str]
"""Ledger column → canonical text (ISO days, values of closed lists), "" where empty."""

_SAMPLES = tuple(column.name for column in SHEETS[SheetKind.SAMPLES].columns)
_VISITS = tuple(column.name for column in SHEETS[SheetKind.VISITS].columns)


class NotStored(FuelcheckError):
    """A sheet is asked for that no store holds."""

    code = "not-stored"
    sentence = N_("A store holds no {sheet}; it holds: {allowed}")


def ledger_rows(view: View, kind: SheetKind, *, in_full: bool = False) -> Iterator[LedgerRow]:
    """The rows of one sheet as the store holds them, by key; NotStored.

    Names of drivers are masked unless the rows are asked for ``in_full``.
    """
    if kind not in STORED_SHEETS:
        raise NotStored(sheet=kind.value, allowed=", ".join(STORED_SHEETS))
    if kind is SheetKind.ROADSIDE_CHECKS:
        return check_rows(view, in_full=in_full)
    return {
        SheetKind.SITES: _sites,
        SheetKind.SITE_CHANGES: _site_changes,
        SheetKind.VISITS: _visits,
        SheetKind.SAMPLES: _samples,
        SheetKind.RESULTS: _results,
        SheetKind.VEHICLES: _vehicles_given,
    }[kind](view)


def _sites(view: View) -> Iterator[LedgerRow]:
    for row in contents(view.connection, "site", view.division):
        yield {"site_code": row["code"], **{c: _text(v) for c, v in row.items() if c != "code"}}


def _site_changes(view: View) -> Iterator[LedgerRow]:
    for row in contents(view.connection, "site_change", view.division):
        yield {c: _text(v) for c, v in row.items()}


def _visits(view: View) -> Iterator[LedgerRow]:
    for row in contents(view.connection, "visit", view.division):
        if row["outcome"] != Outcome.SAMPLED:
            yield {c: _text(row[c]) for c in _VISITS}


def _samples(view: View) -> Iterator[LedgerRow]:
    """A batch beside its visit's samplers and its last valid report."""
    samplers = {v["id"]: v["samplers"] for v in contents(view.connection, "visit", view.division)}
    reports = reports_by_form(view)
    for row in contents(view.connection, "batch", view.division):
        last = standing(reports.get(row["form_no"], ())) or {}
        batch = {c: _text(row.get(c)) for c in _SAMPLES}
        yield batch | {"samplers": samplers[row["visit_id"]]} | {c: _text(last.get(c)) for c in REPORT_COLUMNS}


def _results(view: View) -> Iterator[LedgerRow]:
    """A result beside all that a judgement without a store must know of its batch."""
    for line in all_results(view.connection, view.division):
        yield {c: _text(v) for c, v in line._asdict().items()}


def _vehicles_given(view: View) -> Iterator[LedgerRow]:
    """The register by plate, exemptions by the names that the policy gives them."""
    names = {one.id: one.name for policy in policies(view.connection, view.division)[-1:] for one in policy.exemptions}
    for row in sorted(_vehicles(view), key=lambda row: (row["plate"], row["id"])):
        yield row | {"exemption": names.get(row["exemption"], row["exemption"])}


def _vehicles(view: View) -> Iterator[LedgerRow]:
    for row in contents(view.connection, "vehicle", view.division):
        yield {c: _text(v) for c, v in row.items()}


def reports_by_form(view: View) -> defaultdict[str, list[Content]]:
    """All reports by form number, in order of arrival."""
    reports: defaultdict[str, list[Content]] = defaultdict(list)
    for row in contents(view.connection, "report", view.division):
        reports[row["form_no"]].append(row)
    return reports


def reports_of(view: View, form_no: str) -> list[Content]:
    """The reports of one batch, in order of arrival."""
    return list(contents(view.connection, "report", view.division, form_no=form_no))


def report_fact(row: Content) -> ReportFact:
    """A report's row as the rules read it."""
    day = row["reported_on"]
    return ReportFact(row["n"], None if day is None else date.fromisoformat(day), row["withdrawn"] is not None)


def standing(reports: Iterable[Content]) -> Content | None:
    """The report whose conclusion and results hold; None where none stands."""
    by_number = {row["n"]: row for row in reports}
    last = last_valid(map(report_fact, by_number.values()))
    return None if last is None else by_number[last.n]


def _text(value: object) -> str:
    return "" if value is None else str(value)


def known(
    view: View, with_results: Collection[str] = (), *, with_vehicles: bool = False, with_checks: bool = False
) -> Known:
    """What the store holds of every sheet, for the checks of an import.

    Results are read of the batches ``with_results`` alone, form numbers as a file writes them;
    vehicles and checks only where a file brings some.
    """
    newest = policies(view.connection, view.division)[-1:]
    samples = {r["form_no"]: r for r in ledger_rows(view, SheetKind.SAMPLES)}
    return Known(
        townships=newest[0].townships if newest else (),
        sites={r["site_code"]: r for r in ledger_rows(view, SheetKind.SITES)},
        site_changes={
            (r["site_code"], r["effective_on"], r["what"]): r for r in ledger_rows(view, SheetKind.SITE_CHANGES)
        },
        samples=samples,
        visits={(r["site_code"], r["visited_on"], r["outcome"]): r for r in ledger_rows(view, SheetKind.VISITS)},
        earlier_reports=_earlier_reports(view),
        results=_results_among(view, samples, with_results) if with_results else {},
        programmes=tuple(programme.id for programme in programmes(view.connection, view.division)),
        vehicles={r["id"]: r for r in _vehicles(view)} if with_vehicles else {},
        exemptions=newest[0].exemptions if newest else (),
        roadside_checks={r["record_no"]: r for r in check_rows(view)} if with_checks else {},
        is_driver=is_driver(view) if with_checks else nobody,
        standards=registered_standards(view.connection, view.division) if with_results else (),
    )


def _earlier_reports(view: View) -> dict[str, list[LedgerRow]]:
    found: dict[str, list[LedgerRow]] = defaultdict(list)
    for form_no, *cells in earlier_reports(view.connection, view.division):
        found[form_no].append(dict(zip(REPORT_COLUMNS, map(_text, cells), strict=True)))
    return found


def _results_among(view: View, samples: Collection[str], written: Collection[str]) -> dict[str, dict[str, ResultCells]]:
    codes = Codes(samples)
    forms = sorted({code for form_no in written if (code := codes.find(form_no)) is not None})
    found: dict[str, dict[str, ResultCells]] = defaultdict(dict)
    for line in results_of(view.connection, view.division, forms):
        found[line.form_no][line.item] = (line.value, _text(line.unit), _text(line.note))
    return found

"""What the store holds, in the words of the ledgers: what an import is compared with, and what an export gives."""

from collections import defaultdict
from collections.abc import Iterator

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.ledgers.known import Known
from fuelcheck.store.policies import policies
from fuelcheck.store.rows import contents
from fuelcheck.store.session import View
from fuelcheck.store.types import Content
from fuelcheck.words import STORED_SHEETS, Outcome, SheetKind

LedgerRow = dict[str, str]
"""Ledger column → canonical text (ISO days, values of closed lists), "" where empty."""

_REPORT = ("report_no", "reported_on", "conclusion", "failed_items")
_NOT_IN_LEDGER = frozenset({"visit_id", "year"})


class NotStored(FuelcheckError):
    """A sheet is asked for that no store holds."""

    code = "not-stored"
    sentence = N_("A store holds no {sheet}; it holds: {allowed}")


def ledger_rows(view: View, kind: SheetKind) -> Iterator[LedgerRow]:
    """The rows of one sheet as the store holds them, by key; NotStored."""
    if kind not in STORED_SHEETS:
        raise NotStored(sheet=kind.value, allowed=", ".join(STORED_SHEETS))
    return {
        SheetKind.SITES: _sites,
        SheetKind.SITE_CHANGES: _site_changes,
        SheetKind.VISITS: _visits,
        SheetKind.SAMPLES: _samples,
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
            yield {c: _text(v) for c, v in row.items() if c != "id"}


def _samples(view: View) -> Iterator[LedgerRow]:
    """A batch beside its visit's samplers and its last valid report."""
    samplers = {v["id"]: v["samplers"] for v in contents(view.connection, "visit", view.division)}
    reports = standing_reports(view)
    for row in contents(view.connection, "batch", view.division):
        standing = reports.get(row["form_no"])
        last = standing[-1] if standing else {}
        batch = {c: _text(v) for c, v in row.items() if c not in _NOT_IN_LEDGER}
        yield batch | {"samplers": samplers[row["visit_id"]]} | {c: _text(last.get(c)) for c in _REPORT}


def standing_reports(view: View) -> dict[str, list[Content]]:
    """The reports that stand, by form number, in order of arrival."""
    reports: dict[str, list[Content]] = defaultdict(list)
    for row in contents(view.connection, "report", view.division):
        if row["withdrawn"] is None:
            reports[row["form_no"]].append(row)
    return reports


def _text(value: object) -> str:
    return "" if value is None else str(value)


def known(view: View) -> Known:
    """What the store holds of every sheet, for the checks of an import."""
    newest = policies(view.connection, view.division)[-1:]
    return Known(
        townships=newest[0].townships if newest else (),
        sites={r["site_code"]: r for r in ledger_rows(view, SheetKind.SITES)},
        site_changes={
            (r["site_code"], r["effective_on"], r["what"]): r for r in ledger_rows(view, SheetKind.SITE_CHANGES)
        },
        samples={r["form_no"]: r for r in ledger_rows(view, SheetKind.SAMPLES)},
        visits={(r["site_code"], r["visited_on"], r["outcome"]): r for r in ledger_rows(view, SheetKind.VISITS)},
    )

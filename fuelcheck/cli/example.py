"""``fuelcheck demo``: from invented untidy workbooks to status, targets and reports, in a folder of its own."""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from fuelcheck.cli.desk import tell
from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_, _, say

if TYPE_CHECKING:
    from fuelcheck.faults import Remark
    from fuelcheck.ledgers.brought import Brought
    from fuelcheck.store.session import Store

POLICY = "yichuan-2024-15"
PROGRAMME = "yichuan-2025-example"
YEAR = 2025
AS_OF = date(2025, 12, 31)
MONTH = date(2025, 11, 1), date(2025, 11, 30)
BY = "示例"
SOURCE = "示例数据"
FIGURES = (
    ("clean_transport_share", 2025, "0.762"),
    ("container_rail_road_growth", 2022, "1200"),
    ("container_rail_road_growth", 2025, "1900"),
    ("road_freight_share", 2022, "0.846"),
    ("road_freight_share", 2025, "0.829"),
)
"""What departments have reported for the plan's measures, as an example; of one nobody has."""


class NotADemo(FuelcheckError):
    """The folder holds something else."""

    code = "not-a-demo"
    sentence = N_("{path} is there already and is no example county; name another --folder")


class DemoRefused(FuelcheckError):
    """The import refused the example's own workbooks."""

    code = "demo-refused"
    sentence = N_("The import refused the example: {why}")


def make(folder: Path) -> None:
    """Make workbooks, store, status, targets, PDF and xlsx in ``folder``; one made before is made anew."""
    from fuelcheck.library import init, open_store

    _clear(folder)
    books = _books(folder)
    tell(say(_("An invented county as untidy workbooks: {files}"), files=", ".join(b.name for b in books)))
    database = f"sqlite:///{(folder / 'county.db').as_posix()}"
    with open_store(database, create=True) as store:
        init(store, policy=POLICY, by=BY, example=True)
        _fill(store, books)
        _report_quotas(store, folder)
        _report_targets(store, folder)
        _report_checks(store, folder)
    tell(say(_("To look further: fuelcheck --database {database} notice list --year {year}"),
             database=database, year=YEAR))  # fmt: skip


def _books(folder: Path) -> tuple[Path, ...]:
    from fuelcheck.demo import write_checks, write_county, write_results, write_vehicles

    parts = (write_county, write_results, write_vehicles, write_checks)
    return tuple(book for write in parts for book in write(folder))


def _fill(store: "Store", books: Sequence[Path]) -> None:
    """Registers first, then all workbooks in one act, then what followed the checks that failed."""
    from fuelcheck.demo import follow_ups, laboratories
    from fuelcheck.library import add_programme, enter_laboratory, import_ledgers, record_retest, report_measure

    add_programme(store, PROGRAMME, by=BY)
    for one in laboratories():
        enter_laboratory(
            store, one.name, by=BY, cma_no=one.cma_no, valid_until=one.valid_until, products=one.products,
            items=one.items,
        )  # fmt: skip
    answer = import_ledgers(store, books, by=BY)
    if not answer.accepted:
        remarks = (*answer.brought.faults, *answer.brought.conflicts)
        raise DemoRefused(why="; ".join(remark.message for remark in remarks[:3]))
    _show_import(answer.brought)
    for step in follow_ups():
        record_retest(store, step.record_no, step.step, day=step.on, by=BY)
    for measure, year, value in FIGURES:
        report_measure(store, measure, year=year, value=value, source=SOURCE, by=BY)


def _show_import(brought: "Brought") -> None:
    """A line for each workbook, and one notice of each kind: there are too many to read at first."""
    from fuelcheck.cli.shown_remarks import show_remarks

    for file in dict.fromkeys(sheet.file for sheet in brought.sheets):
        sheets = [sheet for sheet in brought.sheets if sheet.file == file]
        rows, skipped = sum(sheet.rows for sheet in sheets), sum(sheet.skipped for sheet in sheets)
        typer.echo(
            say(_("{file}: {rows} rows taken from {sheets} sheets; {skipped} sums, notes and blank rows skipped"),
                file=file, rows=rows, sheets=len(sheets), skipped=skipped)
        )  # fmt: skip
    kinds: dict[str, list[Remark]] = {}
    for notice in brought.notices:
        kinds.setdefault(notice.code, []).append(notice)
    shortest = [min(notices, key=lambda notice: len(notice.message)) for notices in kinds.values()]
    tell(say(_("Of {count} notices one of each kind:"), count=len(brought.notices)))
    show_remarks(_("Notices"), shortest)


def _report_quotas(store: "Store", folder: Path) -> None:
    from fuelcheck.cli.shown_quota import show
    from fuelcheck.library import quota_report, render_quota_report

    report = quota_report(store, year=YEAR, as_of=AS_OF)
    show(report)
    for path in (folder / f"quota-{YEAR}.pdf", folder / f"quota-{YEAR}.xlsx"):
        render_quota_report(report, path, talk=tell)
        _written(path)


def _report_targets(store: "Store", folder: Path) -> None:
    from fuelcheck.cli.shown_targets import show
    from fuelcheck.library import render_phase_out_list, render_targets_report, targets_report

    report = targets_report(store, as_of=AS_OF)
    show(report)
    for path in (folder / f"targets-{YEAR}.pdf", folder / f"targets-{YEAR}.xlsx"):
        render_targets_report(report, path, talk=tell)
        _written(path)
    render_phase_out_list(report, folder / f"phase-out-{YEAR}.pdf", talk=tell)
    _written(folder / f"phase-out-{YEAR}.pdf")


def _report_checks(store: "Store", folder: Path) -> None:
    from fuelcheck.library import check_summary, render_check_summary

    year = check_summary(store, first=date(YEAR, 1, 1), last=AS_OF, as_of=AS_OF)
    typer.echo(
        say(_("Vehicles checked in {year}: {checked}; clean {clean}, failed {failed}, undecided {undecided};"
              " re-tests overdue: {overdue}"),
            year=YEAR, checked=year.total.checked, clean=year.total.clean, failed=year.total.failed,
            undecided=year.total.undecided, overdue=year.retests.overdue)
    )  # fmt: skip
    summary = check_summary(store, first=MONTH[0], last=MONTH[1], as_of=AS_OF)
    path = folder / f"checks-{MONTH[0]:%Y-%m}.pdf"
    render_check_summary(summary, path, talk=tell)
    _written(path)


def _written(path: Path) -> None:
    tell(say(_("Written: {path}"), path=path))


def _clear(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        if not (folder / "county.db").exists():
            raise NotADemo(path=folder)
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)

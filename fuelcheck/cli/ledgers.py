"""``fuelcheck import``, ``undo``, ``export`` and ``template``."""

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fuelcheck.cli.desk import By, Json, Output, Reason, actor, answer_json, desk, stdout_or, tell
from fuelcheck.cli.piped import brought
from fuelcheck.language import _, say
from fuelcheck.words import STORED_SHEETS, SheetKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from fuelcheck.services.importing import Answer

Files = Annotated[
    list[str], typer.Argument(metavar="FILE…", help=_("Ledgers: .xlsx, .xls or .csv; - is stdin"), show_default=False)
]
Sheets = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SHEET…", help=_("sites, site_changes, samples, visits, results, vehicles …; all if none is named")
    ),
]
LONG = 5_000
"""Rows from which on a progress bar is worth its place."""


def add_to(app: typer.Typer) -> None:
    """Add this module's verbs."""
    app.command("import", help=_("Bring ledgers; everything or nothing"))(import_)
    app.command(help=_("Take an import back, if nothing was built on its rows"))(undo)
    app.command(help=_("Write sheets in the columns in which they are brought"))(export)
    app.command(help=_("Write the empty sheets with an explanation of each column"))(template)


def import_(
    files: Files,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Show what would change, row by row; change nothing"))
    ] = False,
    update: Annotated[bool, typer.Option("--update", help=_("Let the file's values replace recorded ones"))] = False,
    reason: Reason = None,
    annotated: Annotated[
        str | None, typer.Option("--annotated", metavar="OUT.xlsx", help=_("The workbook again, faulty cells marked"))
    ] = None,
    number_missing: Annotated[
        str | None,
        typer.Option("--number-missing", metavar="PREFIX", help=_("Make form numbers where they are missing")),
    ] = None,
    mapping: Annotated[
        str | None,
        typer.Option("--map", metavar="MAP", help=_("A mapping of unknown headers: file or remembered name")),
    ] = None,
    by: By = None,
    as_json: Json = False,
) -> int:
    """Bring ledgers into the store; exit 2 if they are refused."""
    from fuelcheck.library import import_ledgers

    with brought(files) as paths:
        with desk().store() as store, _progress() as progress:
            answer = import_ledgers(
                store, paths, by=actor(by), dry_run=dry_run, update=update, reason=reason,
                number_missing=number_missing, mapping=mapping, division=desk().division, progress=progress,
            )  # fmt: skip
        if annotated:
            _annotate(paths, answer, annotated)
    if as_json:
        answer_json(answer.as_json())
    else:
        from fuelcheck.cli.shown_import import show

        show(answer, dry_run=dry_run)
    return 0 if answer.accepted else 2


def undo(
    import_id: Annotated[str, typer.Argument(metavar="IMPORT_ID", show_default=False)],
    reason: Reason = None,
    by: By = None,
) -> None:
    """Take an import back."""
    from fuelcheck.library import undo_import

    with desk().store() as store:
        undo_import(store, import_id, reason=reason or "", by=actor(by), division=desk().division)
    tell(say(_("Taken back: {id}"), id=import_id))


def export(
    output: Output,
    sheets: Sheets = None,
    in_full: Annotated[
        bool, typer.Option("--personal", help=_("With the drivers' whole names; else they are masked"))
    ] = False,
) -> None:
    """Write sheets as a workbook, or one of them as CSV."""
    from fuelcheck.library import export_sheets

    kinds = _kinds(sheets) if sheets else STORED_SHEETS
    with desk().store() as store:
        export_sheets(store, kinds, stdout_or(output), in_full=in_full, division=desk().division)
    tell(say(_("Written: {path}"), path=output))


def template(output: Output, sheets: Sheets = None) -> None:
    """Write the empty sheets."""
    from fuelcheck.library import write_template

    write_template(_kinds(sheets), stdout_or(output))
    tell(say(_("Written: {path}"), path=output))


def _kinds(sheets: list[str] | None) -> list[SheetKind]:
    from fuelcheck.cli.desk import UnknownSheet

    known = {kind.value: kind for kind in SheetKind}
    wanted = [s for part in sheets or known for s in part.split(",") if s]
    for sheet in wanted:
        if sheet not in known:
            raise UnknownSheet(value=sheet, allowed=", ".join(known))
    return [known[s] for s in wanted]


def _annotate(paths: list[Path], answer: "Answer", out: str) -> None:
    from fuelcheck.ledgers.annotate import annotate
    from fuelcheck.ledgers.files import BadFile

    found = answer.brought
    try:
        annotate(paths, [*found.faults, *found.conflicts, *found.notices], Path(out))
    except BadFile:  # the answer names it among the faults
        tell(say(_("Not written: {path}, a file that was brought cannot be read"), path=out))
        return
    tell(say(_("Written: {path}"), path=out))


@contextmanager
def _progress() -> "Iterator[Callable[[int, int], None] | None]":
    """A progress bar on stderr, for long files and for people only."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_("Checking rows"), visible=False)

        def advance(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, visible=total >= LONG)

        yield advance

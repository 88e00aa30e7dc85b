"""What an import did, would do, or why it was refused, as a person reads it."""

import typer

from fuelcheck.cli.desk import tell
from fuelcheck.cli.shown_remarks import show_notices, show_remarks
from fuelcheck.language import _, say
from fuelcheck.ledgers.brought import BroughtRow
from fuelcheck.services.importing import Answer
from fuelcheck.words import SheetKind


def show(answer: Answer, *, dry_run: bool) -> None:
    """Print the sheets, faults, conflicts and notices of an import."""
    brought = answer.brought
    for sheet in brought.sheets:
        typer.echo(
            say(_("{file} › {sheet}: {rows} rows; new {new}, filled {filled}, changed {changed}, same {same},"
                  " skipped {skipped}"),
                file=sheet.file, sheet=sheet.sheet, rows=sheet.rows, new=sheet.new, filled=sheet.filled,
                changed=sheet.changed, same=sheet.same, skipped=sheet.skipped)
        )  # fmt: skip
        for row in sheet.skipped_rows:
            typer.echo(say(_("   row {row} skipped: {why}"), row=row.row, why=row.message))
    if dry_run:
        _rows(answer)
    show_remarks(_("Faults"), brought.faults)
    show_remarks(_("Conflicts"), brought.conflicts)
    show_notices(brought.notices)
    tell(_last_word(answer, dry_run=dry_run))


def _rows(answer: Answer) -> None:
    words = {"new": _("new"), "filled": _("filled"), "changed": _("changed")}
    for row in answer.brought.rows:
        if row.state in words:
            what = "; ".join(f"{c}: {old} → {new}" for c, old, new in row.changes) or ", ".join(row.fills)
            typer.echo(f"   {row.sheet} {row.row}  {words[row.state]}  {_named(row)}  {what}".rstrip())


def _named(row: BroughtRow) -> str:
    """What people know the row by: its key; a vehicle's own is on no paper."""
    if row.kind is SheetKind.VEHICLES:
        return " ".join(row.values[name] for name in ("plate", "vin") if name in row.values)
    return " ".join(row.key)


def _last_word(answer: Answer, *, dry_run: bool) -> str:
    brought = answer.brought
    if not answer.accepted:
        hint = (
            _(" Conflicts can be settled with --update --reason TEXT.")
            if brought.conflicts and not brought.faults
            else ""
        )
        return say(_("Refused: {faults} faults, {conflicts} conflicts. Nothing was changed."),
                   faults=len(brought.faults), conflicts=len(brought.conflicts)) + hint  # fmt: skip
    if dry_run:
        return _("It would be taken. Nothing was changed (--dry-run).")
    if answer.import_id is None:
        return _("Nothing new: everything is recorded already.")
    return say(_("Taken. To take it back: fuelcheck undo {id} --reason TEXT"), id=answer.import_id)

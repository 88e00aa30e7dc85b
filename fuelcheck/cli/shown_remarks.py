"""Faults, conflicts and notices of files as a person reads them: where, and what."""

from collections.abc import Sequence

import typer

from fuelcheck.faults import Remark
from fuelcheck.language import _, say


def show_remarks(title: str, remarks: Sequence[Remark], *, as_talk: bool = False) -> None:
    """Print remarks under their title and number, ``as_talk`` on stderr; nothing where there are none."""
    if remarks:
        typer.echo(f"{title} ({len(remarks)})", err=as_talk)
    for remark in remarks:
        row = "" if remark.row is None else say(_(", row {row}"), row=remark.row)
        column = f" [{remark.column}]" if remark.column else ""
        typer.echo(f"   {remark.file} {remark.sheet}{row}{column}: {remark.message}", err=as_talk)

"""Faults, conflicts and notices of files as a person reads them: where, and what."""

from collections.abc import Sequence

import typer

from fuelcheck.faults import Remark
from fuelcheck.language import _, say

MOST_NOTICES = 100
"""A register of fifty thousand vehicles has notices by the thousand: a screen is not where they are worked off."""


def show_notices(notices: Sequence[Remark], *, as_talk: bool = False) -> None:
    """Print the first notices; the others are counted."""
    show_remarks(_("Notices"), notices[:MOST_NOTICES], as_talk=as_talk, of=len(notices))
    if len(notices) > MOST_NOTICES:
        more = say(_("   … and {count} more: --json gives all of them"), count=len(notices) - MOST_NOTICES)
        typer.echo(more, err=as_talk)


def show_remarks(title: str, remarks: Sequence[Remark], *, as_talk: bool = False, of: int | None = None) -> None:
    """Print remarks under their title and number, ``as_talk`` on stderr; nothing where there are none."""
    if remarks:
        typer.echo(f"{title} ({of or len(remarks)})", err=as_talk)
    for remark in remarks:
        row = "" if remark.row is None else say(_(", row {row}"), row=remark.row)
        column = f" [{remark.column}]" if remark.column else ""
        where = f"{remark.file} {remark.sheet}".rstrip() + f"{row}{column}"
        typer.echo(say(_("   {where}: {what}"), where=where, what=remark.message), err=as_talk)

"""Founding and keeping a store: ``init``, ``demo``, ``upgrade``, ``backup``, ``restore``, ``doctor``."""

from pathlib import Path
from typing import Annotated

import typer

from fuelcheck.cli.desk import By, Json, actor, answer_json, desk, tell
from fuelcheck.language import _, say


def add_to(app: typer.Typer) -> None:
    """Add this module's verbs."""
    app.command(help=_("Found a division in the store with its first policy"))(init)
    app.command(help=_("Make an invented example county, import it, print its status, write its report"))(demo)
    app.command(help=_("Bring the database to this version; a backup is made first"))(upgrade)
    app.command(help=_("Copy the whole store to a file, verified"))(backup)
    app.command(help=_("Put a backup in the place of an empty or missing store"))(restore)
    app.command(help=_("What is found here: versions, durability, fonts, the store"))(doctor)


def init(
    policy: Annotated[str, typer.Option("--policy", metavar="ID", help=_("The policy's id, or a file"))],
    by: By = None,
) -> None:
    """Found a division."""
    from fuelcheck.library import init as found

    with desk().store(create=True) as store:
        made = found(store, division=desk().division, policy=policy, by=actor(by), data=desk().settings.data.value)
    tell(
        say(
            _("Founded: {division} {name}, policy {policy}"),
            division=made.division,
            name=made.division_name,
            policy=made.id,
        )
    )


def demo(
    folder: Annotated[
        str, typer.Option("--folder", metavar="FOLDER", help=_("Where the example county is made"))
    ] = "demo",
) -> None:
    """Make the example county in a folder of its own."""
    from fuelcheck.cli.example import make

    make(Path(folder))


def upgrade() -> None:
    """Bring the database to this version."""
    from fuelcheck.library import upgrade_store

    before, after, kept = upgrade_store(desk().settings.database.value)
    if kept:
        tell(say(_("A backup lies in {path}"), path=kept))
    tell(say(_("Schema {before} → {after}"), before=before or "—", after=after))


def backup(file: Annotated[str, typer.Argument(metavar="FILE", show_default=False)]) -> None:
    """Copy the store to a file."""
    from fuelcheck.library import backup_store

    heads = backup_store(desk().settings.database.value, Path(file))
    tell(say(_("Copied to {path} and verified; its heads:"), path=file))
    for head in heads:
        typer.echo(f"{head.division} {head.n} {head.hash}")


def restore(file: Annotated[str, typer.Argument(metavar="FILE", show_default=False)]) -> None:
    """Put a backup in the place of an empty or missing store."""
    from fuelcheck.library import restore_store

    heads = restore_store(Path(file), desk().settings.database.value)
    tell(say(_("Restored from {path} and verified; compare its heads with the anchors that others kept:"), path=file))
    for head in heads:
        typer.echo(f"{head.division} {head.n} {head.hash}")


def doctor(as_json: Json = False) -> int:
    """Look at what is found here."""
    from fuelcheck.library import diagnosis

    found = diagnosis(desk().settings.database.value)
    if as_json:
        answer_json(found.as_json())
    else:
        for name, value in found.facts:
            typer.echo(f"{name:22}{value}")
    if found.problem:
        tell(found.problem)
        return 3
    return 0

"""``fuelcheck config``: where each setting comes from."""

import typer

from fuelcheck.cli.desk import Json, answer_json, desk
from fuelcheck.language import _

app = typer.Typer(help=_("Settings"), no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def group() -> None:
    """Keep ``show`` a word of its own, although it is the only one."""


@app.command(help=_("Each setting, its value and where it came from"))
def show(as_json: Json = False) -> None:
    """Print the settings."""
    rows = desk().settings.rows()
    if as_json:
        answer_json({name: {"value": s.shown, "origin": s.origin.value, "where": s.where} for name, s in rows})
        return
    for name, setting in rows:
        typer.echo(
            f"{name:18}{setting.shown or '—'}  [{setting.origin.value}{' ' + setting.where if setting.where else ''}]"
        )

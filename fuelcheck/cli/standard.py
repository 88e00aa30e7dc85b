"""``fuelcheck standard``: the limits of a fuel standard, and how sure each of them is."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fuelcheck.cli.desk import Json, answer_json, desk
from fuelcheck.language import N_, _, say

if TYPE_CHECKING:
    from fuelcheck.law.standards import Standard

app = typer.Typer(help=_("Standards: the limits of the fuels as data"), no_args_is_help=True, rich_markup_mode=None)

Id = Annotated[
    list[str],
    typer.Argument(
        metavar="ID", help=_("The number of a standard, with or without its phase, such as GB 17930-2016 VIB"),
        show_default=False,
    ),
]  # fmt: skip

_ROW = N_("{name}: {title}, in force {first} – {last}; {items} items, {limits} limits ({sure} confirmed), open: {open}")


@app.command(help=_("Every item with its limits, unit, methods, and how sure each limit is"))
def show(id_: Id, as_json: Json = False) -> None:
    """Print the standards of a number, each phase by itself."""
    from fuelcheck.law.load import find_standards, read_standard
    from fuelcheck.law.shown import standard_object

    found = [read_standard(text, str(path)) for text, path in find_standards(" ".join(id_), _folder())]
    if as_json:
        answer_json([standard_object(standard) for standard in found])
        return
    from fuelcheck.cli.shown_standard import show as print_table

    for standard in found:
        print_table(standard)


@app.command("list", help=_("The standards that the office's folder and the package hold"))
def list_(as_json: Json = False) -> None:
    """List standards, one phase a line."""
    from fuelcheck.law.load import read_standard, standard_files
    from fuelcheck.toml.text import file_text

    known = [read_standard(file_text(path), str(path)) for path in standard_files(_folder())]
    if as_json:
        answer_json([_head(standard) for standard in known])
        return
    for standard in known:
        typer.echo(say(_ROW, **{**_head(standard), "last": standard.in_force_until or _("until replaced")}))


def _folder() -> Path:
    return Path(desk().settings.data.value)


def _head(standard: "Standard") -> dict[str, object]:
    from fuelcheck.words import Confidence

    limits = [limit for item in standard.items for limit in item.limits]
    until = standard.in_force_until
    return {
        "name": standard.name, "title": standard.title, "products": sorted(standard.products),
        "first": standard.in_force_from.isoformat(), "last": until.isoformat() if until else None,
        "items": len(standard.items), "limits": len(limits),
        "sure": sum(limit.confidence is Confidence.CONFIRMED for limit in limits),
        "open": len(standard.questions), "sha256": standard.sha256,
    }  # fmt: skip

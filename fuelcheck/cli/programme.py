"""``fuelcheck programme``: the year's rules of testing (实施细则), which items of which product."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from fuelcheck.cli.desk import By, Json, Reason, actor, answer_json, desk, tell
from fuelcheck.language import _, say

if TYPE_CHECKING:
    from fuelcheck.cli.kept_law import ShownProgramme
    from fuelcheck.rules.item_names import Property
    from fuelcheck.words import Product

app = typer.Typer(
    help=_("Programmes: what the year's task has tested, as data"), no_args_is_help=True, rich_markup_mode=None
)


@app.command(help=_("Register a programme: the batches of its year are judged by it from then on"))
def add(
    name: Annotated[
        str, typer.Argument(metavar="ID|FILE", help=_("A programme's id, or its file (TOML)"), show_default=False)
    ],
    update: Annotated[bool, typer.Option("--update", help=_("Replace a registered text of the same id"))] = False,
    reason: Reason = None,
    by: By = None,
) -> None:
    """Register the text of a programme."""
    from fuelcheck.cli.kept_law import folder
    from fuelcheck.cli.standard import BECAME
    from fuelcheck.library import add_programme

    with desk().store() as store:
        programme, became = add_programme(
            store, name, by=actor(by), update=update, reason=reason, division=desk().division, data=folder()
        )
    tell(say(BECAME[became], names=programme.id))
    if programme.example:
        tell(_("This programme is an invented example: put the county's own in its place"))


@app.command("list", help=_("The registered programmes, and those that could be registered"))
def list_(as_json: Json = False) -> None:
    """List programmes, one a line."""
    from fuelcheck.cli.kept_law import all_programmes

    known = all_programmes()
    if as_json:
        answer_json([_object(one) for one in known])
        return
    for one in known:
        of = one.programme
        typer.echo(f"{of.id}  {of.division}  {of.year}  {of.title}  {_state(one)}")


@app.command(help=_("Which items a programme has tested of each product"))
def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help=_("The programme's id"), show_default=False)],
    as_json: Json = False,
) -> None:
    """Print a programme: as registered, else as its file states it."""
    from fuelcheck.cli.kept_law import programme_of_id

    one = programme_of_id(id_)
    if as_json:
        answer_json(_object(one))
        return
    for line in _lines(one):
        typer.echo(line)


def _lines(one: "ShownProgramme") -> Iterator[str]:
    from fuelcheck.cli.punctuation import listed
    from fuelcheck.cli.shown_standard import term

    programme = one.programme
    yield f"{programme.id}  {programme.year}  {programme.title}"
    yield _state(one)
    if programme.laboratory:
        yield say(_("Laboratory: {name}"), name=programme.laboratory)
    if programme.contract_days:
        yield say(_("Report due within {days} days of sampling"), days=programme.contract_days)
    for asked in programme.asked:
        names = _names(asked.product)
        items = listed(names.get(key, key) for key in asked.items)
        yield say(_("{product}: {items}"), product=term(asked.product), items=items)


def _names(product: "Product") -> dict[str, str]:
    """What the standards call their items and groups, by key, in the tongue in use: those of the product first."""
    from fuelcheck.cli.kept_law import all_standards
    from fuelcheck.language import current

    named: list[Property] = []
    for one in sorted(all_standards(), key=lambda one: product in one.standard.products):
        named += (*one.standard.items, *one.standard.groups)
    return {known.key: known.name_zh if current() == "zh" else known.name_en for known in named}


def _state(one: "ShownProgramme") -> str:
    if not one.registered:
        return say(_("not registered; file {path}"), path=one.file)
    return _("registered; the file states another text") if one.differs else _("registered")


def _object(one: "ShownProgramme") -> dict[str, object]:
    from fuelcheck.law.shown import programme_object

    return {
        **programme_object(one.programme), "registered": one.registered,
        "file": str(one.file) if one.file else None, "differs": one.differs,
    }  # fmt: skip

"""``fuelcheck standard``: the limits of a fuel standard, how sure each is, registering and confirming them."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from fuelcheck.cli.desk import By, Json, Reason, actor, answer_json, desk, exact_text, tell
from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_, _, say

if TYPE_CHECKING:
    from fuelcheck.cli.kept_law import ShownStandard
    from fuelcheck.library import Settled
    from fuelcheck.store.law import Vouched

app = typer.Typer(help=_("Standards: the limits of the fuels as data"), no_args_is_help=True, rich_markup_mode=None)

Id = Annotated[
    list[str],
    typer.Argument(
        metavar="ID", help=_("The number of a standard, with or without its phase, such as GB 17930-2016 VIB"),
        show_default=False,
    ),
]  # fmt: skip

_ROW = N_("{name}: {title}, in force {first} – {last}; {items} items, {limits} limits ({sure} confirmed), open: {open}")
BECAME = {"new": N_("Registered: {names}"), "replaced": N_("Replaced: {names}"), "same": N_("As before: {names}")}
"""What is said of texts that were to be registered, by what became of them."""


class WithdrawnOrEvidence(FuelcheckError):
    """A confirmation is to be made and taken back at once."""

    code = "withdraw-with-evidence"
    sentence = N_("--withdraw takes a confirmation back: it goes with --reason, not with --evidence")


@app.command(help=_("Every item with its limits, unit, methods, and how sure each limit is"))
def show(id_: Id, as_json: Json = False) -> None:
    """Print the standards of a number, each phase by itself: as registered, else as its file states it."""
    from fuelcheck.cli.kept_law import standards_named

    found = standards_named(" ".join(id_))
    if as_json:
        answer_json([_whole(one) for one in found])
        return
    from fuelcheck.cli.shown_standard import show as print_table

    for one in found:
        print_table(one)


@app.command("list", help=_("The registered standards, and those that could be registered"))
def list_(as_json: Json = False) -> None:
    """List standards, one phase a line."""
    from fuelcheck.cli.kept_law import all_standards

    known = all_standards()
    if as_json:
        answer_json([_head(one) for one in known])
        return
    for one in known:
        row = say(_ROW, **{**_head(one), "last": one.standard.in_force_until or _("until replaced")})
        typer.echo(f"{row}; {_state(one)}")
    if not all(one.registered for one in known):
        tell(_("Register those that are not with: fuelcheck standard add"))


@app.command(help=_("Register standards: batches in the store are judged by them from then on"))
def add(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID|FILE]...",
            show_default=False,
            help=_("Numbers, such as 'GB 19147-2016 VI', or files; none: all that are found"),
        ),
    ] = None,
    update: Annotated[bool, typer.Option("--update", help=_("Replace a registered text of the same name"))] = False,
    reason: Reason = None,
    by: By = None,
) -> None:
    """Register the texts of standards."""
    from fuelcheck.cli.kept_law import folder
    from fuelcheck.library import add_standards

    with desk().store() as store:
        became = add_standards(
            store, names or (), by=actor(by), update=update, reason=reason, division=desk().division, data=folder()
        )
    for outcome, sentence in BECAME.items():
        if of_it := [name for name, what in became.items() if what == outcome]:
            tell(say(sentence, names=", ".join(of_it)))


@app.command(help=_("Record that a limit was compared with the official text, or take that back"))
def confirm(
    id_: Id,
    item: Annotated[str, typer.Argument(metavar="ITEM", help=_("The item: its key, or a name as reports write it"))],
    grade: Annotated[str | None, typer.Option("--grade", metavar="G", help=_("The limit of this grade"))] = None,
    season: Annotated[str | None, typer.Option("--season", metavar="S", help=_("The limit of this season"))] = None,
    every: Annotated[bool, typer.Option("--all", help=_("Every limit of the item"))] = False,
    evidence: Annotated[
        str | None,
        typer.Option("--evidence", metavar="TEXT", help=_("What it was compared with: the paper and its page")),
    ] = None,
    evidence_file: Annotated[
        str | None, typer.Option("--evidence-file", metavar="FILE", help=_("A file of that paper; its digest is kept"))
    ] = None,
    withdraw: Annotated[bool, typer.Option("--withdraw", help=_("Take the confirmation back"))] = False,
    reason: Reason = None,
    by: By = None,
) -> None:
    """Confirm a limit, or withdraw its confirmation."""
    from fuelcheck.library import confirm_limit, withdraw_confirmation

    which: dict[str, Any] = {"grade": grade, "season": season, "every": every, "by": actor(by)}
    name = " ".join(id_)
    if withdraw and (evidence or evidence_file):
        raise WithdrawnOrEvidence()
    with desk().store() as store:
        which["division"] = desk().division
        if withdraw:
            settled = withdraw_confirmation(store, name, item, reason=reason or "", **which)
        else:
            settled = confirm_limit(store, name, item, evidence=evidence or "", evidence_file=evidence_file, **which)
    for one in settled:
        tell(_about(one, withdraw))


def _about(one: "Settled", withdrawn: bool) -> str:
    from fuelcheck.cli.shown_standard import item_name, limit_words
    from fuelcheck.rules.verdicts import limit_in_signs

    sentence = _("No longer confirmed: {standard}, {item}: {limit}")
    if not withdrawn:
        before = _("Confirmed before, nothing changed: {standard}, {item}: {limit}")
        sentence = _("Confirmed: {standard}, {item}: {limit}") if one.changed else before
    limit = limit_words(limit_in_signs(one.limit), one.limit.grades, one.limit.season)
    return say(sentence, standard=one.standard.name, item=item_name(one.item), limit=limit)


def _state(one: "ShownStandard") -> str:
    if not one.registered:
        return _("not registered")
    return _("registered; the file states another text") if one.differs else _("registered")


def _head(one: "ShownStandard") -> dict[str, object]:
    from fuelcheck.words import Confidence

    standard = one.standard
    limits = [limit for item in standard.items for limit in item.limits]
    until = standard.in_force_until
    return {
        "name": standard.name, "title": standard.title, "products": sorted(standard.products),
        "first": standard.in_force_from.isoformat(), "last": until.isoformat() if until else None,
        "items": len(standard.items), "limits": len(limits),
        "sure": sum(limit.confidence is Confidence.OFFICIAL for limit in limits),
        "open": len(standard.questions), "sha256": standard.sha256, **_origin(one),
    }  # fmt: skip


def _whole(one: "ShownStandard") -> dict[str, object]:
    from fuelcheck.law.shown import standard_object

    return {
        **standard_object(one.standard), **_origin(one),
        "confirmations": [_confirmation(one, vouched) for vouched in one.vouched],
    }  # fmt: skip


def _origin(one: "ShownStandard") -> dict[str, object]:
    return {"registered": one.registered, "file": str(one.file) if one.file else None, "differs": one.differs}


def _confirmation(one: "ShownStandard", vouched: "Vouched") -> dict[str, object]:
    from fuelcheck.rules.confirming import stands

    made = vouched.confirmation
    return {
        "item": made.key.item, "grades": list(made.key.grades), "season": made.key.season or None,
        "limit": made.limit, "who": vouched.who, "moment": exact_text(vouched.moment),
        "evidence": vouched.evidence, "evidence_sha256": vouched.evidence_sha256,
        "standard_sha256": vouched.standard_sha256, "stands": stands(made, one.standard),
    }  # fmt: skip

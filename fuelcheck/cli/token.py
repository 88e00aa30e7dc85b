"""``fuelcheck token``: keys for programs, telephones and laboratories; each is printed once."""

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from fuelcheck.cli.desk import By, Json, Reason, actor, answer_json, china_text, desk, exact_text, moment, tell
from fuelcheck.language import _, say

if TYPE_CHECKING:
    from fuelcheck.store.people import Token

app = typer.Typer(help=_("Tokens for programs and telephones"), no_args_is_help=True, rich_markup_mode=None)

DAYS = 90


@app.command(help=_("Make a token; it is printed once and kept nowhere"))
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("What it is for"), show_default=False)],
    scope: Annotated[
        list[str] | None,
        typer.Option("--scope", metavar="WORD", help=_("read, everything, or an action; repeat for several")),
    ] = None,
    expires: Annotated[
        str | None, typer.Option("--expires", metavar="DAY", help=_("The last day on which it is good; else 90 days"))
    ] = None,
    user: Annotated[
        str | None, typer.Option("--user", metavar="NAME", help=_("For whom it acts; else it only reads"))
    ] = None,
    laboratory: Annotated[
        str | None,
        typer.Option("--laboratory", metavar="NAME", help=_("A laboratory's: its batches and results alone")),
    ] = None,
    device: Annotated[bool, typer.Option("--device", help=_("A telephone's"))] = False,
    by: By = None,
    as_json: Json = False,
) -> None:
    """Make a token."""
    from fuelcheck.library import add_token

    with desk().store() as store:
        until = moment("--expires", expires) or store.clock() + timedelta(days=DAYS)
        prefix, secret = add_token(
            store, name, until, by=actor(by), login=user, laboratory=laboratory, scopes=scope or (), device=device,
            division=desk().division,
        )  # fmt: skip
    if as_json:
        answer_json({"prefix": prefix, "name": name, "expires_at": exact_text(until), "token": secret})
        return
    tell(say(_("Good until {moment}; revoked with: fuelcheck token revoke {prefix}"), moment=china_text(until),
             prefix=prefix))  # fmt: skip
    tell(_("The token is shown this once:"))
    typer.echo(secret)


@app.command("list", help=_("The tokens, the revoked ones among them"))
def list_(as_json: Json = False) -> None:
    """List tokens."""
    from fuelcheck.library import registered_tokens

    with desk().store() as store:
        found = registered_tokens(store, division=desk().division)
    if as_json:
        answer_json([_shown(one) for one in found])
        return
    for one in found:
        whose = one.login or one.laboratory or "—"
        used = china_text(one.last_used_at) if one.last_used_at else _("never used")
        state = _("revoked") if one.revoked else china_text(one.expires_at)
        typer.echo("  ".join((one.prefix, one.name, whose, ", ".join(one.scopes), state, used)))
    if not found:
        tell(_("There is no token"))


@app.command(help=_("Revoke a token, by its prefix or its name"))
def revoke(
    name: Annotated[str, typer.Argument(metavar="TOKEN", show_default=False)], reason: Reason = None, by: By = None
) -> None:
    """Revoke a token."""
    from fuelcheck.library import revoke_token

    with desk().store() as store:
        revoke_token(store, name, by=actor(by), reason=reason, division=desk().division)
    tell(say(_("Revoked: {name}"), name=name))


def _shown(one: "Token") -> dict[str, object]:
    return {
        "prefix": one.prefix, "name": one.name, "user": one.login, "laboratory": one.laboratory,
        "scopes": list(one.scopes), "expires_at": exact_text(one.expires_at), "device": one.device,
        "revoked": one.revoked, "last_used_at": exact_text(one.last_used_at) if one.last_used_at else None,
    }  # fmt: skip

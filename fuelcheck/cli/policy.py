"""``fuelcheck policy``: checking, registering and listing policies."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fuelcheck.cli.desk import By, Json, Reason, actor, answer_json, desk, read_text, tell
from fuelcheck.language import _, say

if TYPE_CHECKING:
    from fuelcheck.law.values import Policy

app = typer.Typer(help=_("Policies: the county's documents as data"), no_args_is_help=True, rich_markup_mode=None)

File = Annotated[str, typer.Argument(metavar="FILE", help=_("A policy file (TOML)"), show_default=False)]


@app.command(help=_("Name every mistake in a policy file, by key, with what is allowed"))
def check(file: File, as_json: Json = False) -> int:
    """Check a policy file; exit 2 if it has mistakes."""
    from fuelcheck.law.load import read_policy
    from fuelcheck.toml.text import FileRefused

    try:
        policy = read_policy(read_text(file), file)
    except FileRefused as refused:
        if not as_json:
            raise
        answer_json({"accepted": False, "faults": [r.as_json() for r in refused.remarks]})
        return 2
    if as_json:
        answer_json({"accepted": True, "id": policy.id, "sha256": policy.sha256, "faults": []})
    else:
        tell(say(_("{file} is a sound policy: {id}, {quotas} quotas, {readings} readings of ours"),
                 file=file, id=policy.id, quotas=len(policy.quotas), readings=len(policy.readings)))  # fmt: skip
    return 0


@app.command(help=_("Register a policy: evaluations read it from the store from then on"))
def add(
    file: File,
    by: By = None,
    update: Annotated[bool, typer.Option("--update", help=_("Replace a registered text of the same id"))] = False,
    reason: Reason = None,
) -> None:
    """Register a policy file, or one that is known by its id."""
    from fuelcheck.library import add_policy

    with desk().store() as store:
        policy = add_policy(
            store, file, by=actor(by), update=update, reason=reason, data=desk().settings.data.value,
            division=desk().division,
        )  # fmt: skip
    tell(say(_("Registered: {id}"), id=policy.id))


@app.command("list", help=_("The registered policies and those that could be registered"))
def list_(as_json: Json = False) -> None:
    """List policies."""
    from fuelcheck.law.load import policy_ids
    from fuelcheck.library import registered_policies

    with desk().store() as store:
        registered = registered_policies(store, division=desk().division)
    known = policy_ids(Path(desk().settings.data.value))
    if as_json:
        answer_json({"registered": [_shown(p) for p in registered], "available": list(known)})
        return
    for policy in registered:
        paper = policy.document
        typer.echo(f"{policy.id}  {paper.number}  {paper.issued_on}  {paper.valid_from} – {paper.valid_until or ''}")
    tell(say(_("Files that can be registered: {known}"), known=", ".join(known) or "—"))


def _shown(policy: "Policy") -> dict[str, object]:
    paper = policy.document
    return {
        "id": policy.id, "number": paper.number, "issued_on": paper.issued_on.isoformat(),
        "valid_from": paper.valid_from.isoformat(),
        "valid_until": paper.valid_until.isoformat() if paper.valid_until else None,
        "sha256": policy.sha256,
    }  # fmt: skip

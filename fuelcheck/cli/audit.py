"""``fuelcheck audit``: verifying the evidence, its head, its acts, a record's history."""

from typing import Annotated

import typer

from fuelcheck.cli.desk import Json, answer_json, china_text, desk, exact_text, read_text, tell
from fuelcheck.cli.shown_history import show_steps
from fuelcheck.language import _, say

app = typer.Typer(help=_("Evidence: the chain of acts"), no_args_is_help=True, rich_markup_mode=None)


@app.command(help=_("Recompute chain, versions and rows; exit 1 if something does not fit"))
def verify(
    anchor: Annotated[
        str | None,
        typer.Option("--anchor", metavar="FILE", help=_("Heads that somebody else kept, as audit head prints them")),
    ] = None,
    as_json: Json = False,
) -> int:
    """Verify the evidence of the division."""
    from fuelcheck.library import audit_head, verify_audit

    anchors = read_text(anchor) if anchor else None
    with desk().store() as store:
        head = audit_head(store, division=desk().division)
        findings = verify_audit(store, anchors, division=desk().division)
    if as_json:
        answer_json({
            "sound": not findings, "division": head.division, "n": head.n, "hash": head.hash,
            "findings": [
                {"code": f.code, "n": f.n, "k": f.k, "noun": f.noun, "row": f.row, "message": f.message}
                for f in findings
            ],
        })  # fmt: skip
        return 1 if findings else 0
    for finding in findings:
        typer.echo(finding.message)
    if findings:
        tell(say(_("The evidence is broken; findings: {count}"), count=len(findings)))
        return 1
    tell(say(_("The evidence is whole: {n} acts, head {hash}"), n=head.n, hash=head.hash))
    if not anchor:
        tell(_("Without an anchor that somebody else kept this proves nothing against the owner of the database"))
    return 0


@app.command(help=_("One line: division, number and hash of the newest act; give it to somebody else"))
def head(as_json: Json = False) -> None:
    """Print the head of the chain."""
    from fuelcheck.library import audit_head

    with desk().store() as store:
        newest = audit_head(store, division=desk().division)
    if as_json:
        answer_json({"division": newest.division, "n": newest.n, "hash": newest.hash})
    else:
        typer.echo(f"{newest.division} {newest.n} {newest.hash}")


@app.command("list", help=_("The acts in order"))
def list_(
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help=_("Only acts of this kind, e.g. import"))
    ] = None,
    as_json: Json = False,
) -> None:
    """List the acts."""
    from fuelcheck.library import audit_acts

    with desk().store() as store:
        acts = audit_acts(store, kind=kind, division=desk().division)
    if as_json:
        answer_json([
            {"n": a.n, "id": a.id, "moment": exact_text(a.moment), "who": a.who, "kind": a.kind, "reason": a.reason,
             "versions": a.versions, "hash": a.hash}
            for a in acts
        ])  # fmt: skip
        return
    for act in acts:
        typer.echo(
            f"{act.n:>5}  {china_text(act.moment)}  {act.kind:8} {act.id}  {act.who}  {act.reason or ''}".rstrip()
        )


@app.command(help=_("The history of a record, by its code: who, when, what, why"))
def show(
    record: Annotated[
        str, typer.Argument(metavar="RECORD", help=_("A form number, a site code, a plate …"), show_default=False)
    ],
    as_json: Json = False,
) -> int:
    """Show the history of every row known by that code."""
    from fuelcheck.library import audit_history

    with desk().store() as store:
        steps = audit_history(store, record, division=desk().division)
    if as_json:
        from fuelcheck.standing.step_shown import step_object

        answer_json([step_object(s) for s in steps])
    else:
        show_steps(steps)
    if not steps:
        tell(say(_("Nothing was ever recorded under {record}"), record=record))
        return 2
    return 0

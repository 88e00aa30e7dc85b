"""``fuelcheck targets``: where the vehicle targets stand, and what a purchase plan would change."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fuelcheck.cli.desk import AsOf, Json, KnownAt, answer_json, day, desk, moment, tell
from fuelcheck.language import _, say

if TYPE_CHECKING:
    from fuelcheck.ledgers.purchase_plan import WrittenPlan


def add_to(app: typer.Typer) -> None:
    """Add this module's verb."""
    app.command(help=_("Where the vehicle targets stand, what is left and whose, where they will end"))(targets)


def targets(
    as_of: AsOf = None,
    known_at: KnownAt = None,
    plan: Annotated[
        str | None,
        typer.Option("--if", metavar="FILE", help=_("Also show what this purchase plan (.xlsx, .csv, .toml) changes")),
    ] = None,
    as_json: Json = False,
) -> int:
    """Print the targets; with ``--if`` also with the plan's vehicles in place; exit 2 if the plan is refused."""
    from fuelcheck.library import targets_report
    from fuelcheck.standing.target_report_shown import target_report_object

    written = None if plan is None else _plan(plan)
    if plan is not None and written is None:
        return 2
    with desk().store() as store:
        report = targets_report(
            store, as_of=day("--as-of", as_of), known_at=moment("--known-at", known_at), division=desk().division,
            plan=() if written is None else written.purchases,
        )  # fmt: skip
    if as_json:
        answer_json(target_report_object(report))
    else:
        from fuelcheck.cli.shown_targets import show

        show(report)
    return 0


def _plan(path: str) -> "WrittenPlan | None":
    """The plan of that file; None if it was refused, which is then told fault by fault."""
    from fuelcheck.cli.shown_remarks import show_notices, show_remarks
    from fuelcheck.library import plan_file
    from fuelcheck.toml.text import FileRefused

    try:
        written = plan_file(Path(path))
    except FileRefused as refused:
        show_remarks(_("Faults"), refused.remarks, as_talk=True)
        tell(say(_("Refused: {faults} faults. Nothing was counted."), faults=len(refused.remarks)))
        return None
    show_notices(written.notices, as_talk=True)
    return written

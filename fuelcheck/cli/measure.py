"""``fuelcheck measure``: figures that departments report for the measures of the plan."""

from typing import Annotated

import typer

from fuelcheck.cli.desk import AsOf, By, Json, KnownAt, Reason, actor, answer_json, day, desk, moment, tell, year
from fuelcheck.language import _, say

app = typer.Typer(help=_("Figures that departments report"), no_args_is_help=True, rich_markup_mode=None)


@app.command("set", help=_("Enter a measure's figure for a year, with its source"))
def set_(
    measure: Annotated[str, typer.Argument(metavar="ID", help=_("The measure's id or name"), show_default=False)],
    year_: Annotated[str, typer.Option("--year", metavar="YYYY", help=_("The year that the figure is for"))],
    value: Annotated[str, typer.Option("--value", metavar="NUMBER", help=_("The figure; a share as 0.80 or 80%"))],
    source: Annotated[str, typer.Option("--source", metavar="TEXT", help=_("The paper or the department"))],
    evidence: Annotated[
        str | None, typer.Option("--evidence", metavar="FILE", help=_("The paper's file; its hash is kept"))
    ] = None,
    update: Annotated[bool, typer.Option("--update", help=_("Replace the year's figure; needs --reason"))] = False,
    reason: Reason = None,
    by: By = None,
) -> None:
    """Enter a figure."""
    from fuelcheck.library import report_measure

    with desk().store() as store:
        entered = report_measure(
            store, measure, year=year(year_), value=value, source=source, by=actor(by), evidence=evidence,
            update=update, reason=reason, division=desk().division,
        )  # fmt: skip
    text = _("Entered: {measure} {year} {value}") if entered else _("Nothing changed: {measure} {year} {value}")
    tell(say(text, measure=measure, year=year_, value=value))


@app.command("list", help=_("The measures, what was reported, and whether it is enough"))
def list_(as_of: AsOf = None, known_at: KnownAt = None, as_json: Json = False) -> None:
    """List the measures."""
    from fuelcheck.library import targets_report
    from fuelcheck.standing.target_shown import measure_object

    with desk().store() as store:
        report = targets_report(
            store, as_of=day("--as-of", as_of), known_at=moment("--known-at", known_at), division=desk().division
        )
    if as_json:
        answer_json([measure_object(one) for one in report.measures])
        return
    from fuelcheck.cli.shown_measures import show

    show(report.measures)

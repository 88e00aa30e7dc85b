"""``fuelcheck quota``: where the year's quotas stand."""

from typing import Annotated

import typer

from fuelcheck.cli.desk import AsOf, Json, KnownAt, Year, answer_json, day, desk, moment, year
from fuelcheck.language import _


def add_to(app: typer.Typer) -> None:
    """Add this module's verb."""
    app.command(help=_("Where the year's quotas stand, what is missing, what comes next"))(quota)


def quota(
    year_: Year,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    check: Annotated[bool, typer.Option("--check", help=_("Exit 1 unless every quota is met"))] = False,
    as_json: Json = False,
) -> int:
    """Print the status; with ``--check`` exit 1 unless all is met."""
    from fuelcheck.library import quota_report
    from fuelcheck.standing.shown import quota_object

    with desk().store() as store:
        report = quota_report(
            store, year=year(year_), as_of=day("--as-of", as_of), known_at=moment("--known-at", known_at),
            division=desk().division,
        )  # fmt: skip
    if as_json:
        answer_json(quota_object(report))
    else:
        from fuelcheck.cli.shown_quota import show

        show(report)
    return 1 if check and not report.status.met else 0

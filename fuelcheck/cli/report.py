"""``fuelcheck report``: the documents that the office hands in."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fuelcheck.china import CHINA
from fuelcheck.cli.desk import AsOf, By, KnownAt, Output, Year, actor, day, desk, moment, tell, write, year
from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_, _, say
from fuelcheck.whole_file import check_place
from fuelcheck.words import Period

if TYPE_CHECKING:
    from fuelcheck.reports.paper import Paper

app = typer.Typer(help=_("Documents"), no_args_is_help=True, rich_markup_mode=None)


class BadPeriod(FuelcheckError):
    """A period that is none."""

    code = "bad-period"
    sentence = N_("--period is {value}; allowed: year, quarter, month")


@app.callback()
def group() -> None:
    """Keep each document a word of its own."""


@app.command(help=_("The quota-completion report, as PDF or .xlsx"))
def quota(
    year_: Year,
    output: Output,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    period: Annotated[
        str, typer.Option("--period", metavar="PERIOD", help=_("year, quarter or month of the as-of day"))
    ] = "year",
    number: Annotated[
        str | None, typer.Option("--number", metavar="TEXT", help=_("The office's own document number"))
    ] = None,
    printed_at: Annotated[
        str | None,
        typer.Option("--printed-at", metavar="MOMENT", help=_("The moment that the paper states; else none")),
    ] = None,
    issue: Annotated[bool, typer.Option("--issue", help=_("Make a document of it: stored, numbered, chained"))] = False,
    by: By = None,
) -> None:
    """Render the report; with ``--issue`` record it as a document."""
    from fuelcheck.library import issue_quota_report, quota_report, rendered

    if output != "-":
        check_place(Path(output))
    printed = moment("--printed-at", printed_at)
    on = day("--as-of", as_of) or (printed.astimezone(CHINA).date() if printed else None)
    suffix = Path(output).suffix.lower() or ".pdf"
    with desk().store() as store:
        report = quota_report(
            store, year=year(year_), as_of=on, known_at=moment("--known-at", known_at), period=_period(period),
            division=desk().division,
        )  # fmt: skip
        paper = replace(_paper(), number=number, printed_at=printed)
        if issue:
            code, file = issue_quota_report(store, report, suffix, paper, by=actor(by), talk=tell)
        else:
            code, file = "", rendered(report, suffix, paper, tell)
    if code:
        tell(say(_("Issued as {number}"), number=code))
    write(output, file)
    tell(say(_("Written: {path}"), path=output))


def _period(text: str) -> Period:
    try:
        return Period(text)
    except ValueError as error:
        raise BadPeriod(value=text) from error


def _paper() -> "Paper":
    from fuelcheck.reports.paper import Paper

    settings = desk().settings
    return Paper(
        office=settings.office_name.value or None, addressee=settings.office_addressee.value or None,
        phone=settings.office_phone.value or None,
        title=settings.office_title.value or None, fonts=settings.fonts.value,
    )  # fmt: skip

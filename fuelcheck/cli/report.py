"""``fuelcheck report``: the documents that the office hands in."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fuelcheck.china import CHINA
from fuelcheck.cli.desk import AsOf, By, KnownAt, Output, Year, actor, day, desk, moment, tell, write, year
from fuelcheck.cli.span import span
from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_, _, say
from fuelcheck.whole_file import check_place
from fuelcheck.words import Period

if TYPE_CHECKING:
    from fuelcheck.reports.paper import Paper
    from fuelcheck.standing.target_report import TargetReport
    from fuelcheck.store.session import Store

Number = Annotated[str | None, typer.Option("--number", metavar="TEXT", help=_("The office's own document number"))]
PrintedAt = Annotated[
    str | None, typer.Option("--printed-at", metavar="MOMENT", help=_("The moment that the paper states; else none"))
]
Issue = Annotated[bool, typer.Option("--issue", help=_("Make a document of it: stored, numbered, chained"))]

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
    number: Number = None,
    printed_at: PrintedAt = None,
    issue: Issue = False,
    by: By = None,
) -> None:
    """Render the report; with ``--issue`` record it as a document."""
    from fuelcheck.library import issue_quota_report, quota_report, rendered

    on, printed, suffix = _asked(output, as_of, printed_at)
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
    _give(output, code, file)


@app.command(help=_("The progress of electrification with the vehicles behind it, as PDF or .xlsx"))
def targets(
    output: Output,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    number: Number = None,
    printed_at: PrintedAt = None,
    issue: Issue = False,
    by: By = None,
) -> None:
    """Render the electrification report; with ``--issue`` record it as a document."""
    from fuelcheck.library import issue_targets_report, rendered_targets_report

    on, printed, suffix = _asked(output, as_of, printed_at)
    with desk().store() as store:
        report = _targets_report(store, on, known_at)
        paper = replace(_paper(), title=None, number=number, printed_at=printed)
        if issue:
            code, file = issue_targets_report(store, report, suffix, paper, by=actor(by), talk=tell)
        else:
            code, file = "", rendered_targets_report(report, suffix, paper, tell)
    _give(output, code, file)


@app.command(help=_("The list of vehicles to phase out, by township and owner, as PDF or .xlsx"))
def phase_out(
    output: Output,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    number: Number = None,
    printed_at: PrintedAt = None,
    issue: Issue = False,
    by: By = None,
) -> None:
    """Render the phase-out list; with ``--issue`` record it as a document."""
    from fuelcheck.library import issue_phase_out_list, rendered_phase_out_list

    on, printed, suffix = _asked(output, as_of, printed_at)
    with desk().store() as store:
        report = _targets_report(store, on, known_at)
        paper = replace(_paper(), title=None, number=number, printed_at=printed)
        if issue:
            code, file = issue_phase_out_list(store, report, suffix, paper, by=actor(by), talk=tell)
        else:
            code, file = "", rendered_phase_out_list(report, suffix, paper, tell)
    _give(output, code, file)


@app.command(help=_("The record of a check on a vehicle with the driver's copy: a PDF of one page"))
def check(
    record_no: Annotated[str, typer.Argument(metavar="RECORD_NO", show_default=False)],
    output: Output,
    masked: Annotated[bool, typer.Option("--masked", help=_("Hide the names of persons"))] = False,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    number: Number = None,
    printed_at: PrintedAt = None,
    issue: Issue = False,
    by: By = None,
) -> None:
    """Render the record of a check; with ``--issue`` record it as a document."""
    from fuelcheck.library import check_record, check_record_in_full, issue_check_record, rendered_check_record

    on, printed, suffix = _asked(output, as_of, printed_at)
    with desk().store() as store:
        find = check_record if masked else check_record_in_full
        record = find(
            store, record_no, as_of=on, known_at=moment("--known-at", known_at), data=_data(), division=desk().division
        )
        paper = replace(_paper(), title=None, number=number, printed_at=printed)
        if issue and record.driver_in_full:
            tell(_("The paper bears the driver's whole name and is kept as issued: --masked hides it"))
        if issue:
            code, file = issue_check_record(store, record, suffix, paper, by=actor(by), talk=tell)
        else:
            code, file = "", rendered_check_record(record, suffix, paper, tell)
    _give(output, code, file)


@app.command(help=_("A month's checks on vehicles by place, department and failure, as PDF or .xlsx"))
def checks(
    output: Output,
    month: Annotated[str | None, typer.Option("--month", metavar="YYYY-MM", help=_("The month"))] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="DAY", help=_("Instead: from this day on"))] = None,
    last: Annotated[str | None, typer.Option("--until", metavar="DAY", help=_("… up to this day"))] = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    number: Number = None,
    printed_at: PrintedAt = None,
    issue: Issue = False,
    by: By = None,
) -> None:
    """Render the summary of checks; with ``--issue`` record it as a document."""
    from fuelcheck.library import check_summary, issue_check_summary, rendered_check_summary

    begin, end = span(month, first, last)
    on, printed, suffix = _asked(output, as_of, printed_at)
    with desk().store() as store:
        summary = check_summary(
            store, first=begin, last=end, as_of=on, known_at=moment("--known-at", known_at), data=_data(),
            division=desk().division,
        )  # fmt: skip
        paper = replace(_paper(), title=None, number=number, printed_at=printed)
        if issue:
            code, file = issue_check_summary(store, summary, suffix, paper, by=actor(by), talk=tell)
        else:
            code, file = "", rendered_check_summary(summary, suffix, paper, tell)
    _give(output, code, file)


def _data() -> Path:
    """The office's own folder of law files."""
    return Path(desk().settings.data.value)


def _targets_report(store: "Store", on: date | None, known_at: str | None) -> "TargetReport":
    from fuelcheck.library import targets_report

    return targets_report(store, as_of=on, known_at=moment("--known-at", known_at), division=desk().division)


def _asked(output: str, as_of: str | None, printed_at: str | None) -> tuple[date | None, datetime | None, str]:
    """The as-of day, the moment of printing and the file's suffix, once it is sure that it can be written."""
    if output != "-":
        check_place(Path(output))
    printed = moment("--printed-at", printed_at)
    on = day("--as-of", as_of) or (printed.astimezone(CHINA).date() if printed else None)
    return on, printed, Path(output).suffix.lower() or ".pdf"


def _give(output: str, code: str, file: bytes) -> None:
    """Write the file and say so; first its number, where it was made a document."""
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

"""``fuelcheck batch``: one batch with all that is held of it, and the laboratory's reports on it."""

from typing import TYPE_CHECKING, Annotated

import typer

from fuelcheck.cli import attachment, clerk
from fuelcheck.cli.desk import AsOf, By, Json, KnownAt, Reason, actor, answer_json, day, desk, moment, tell
from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_, _, say

if TYPE_CHECKING:
    from fuelcheck.library.batches import Line

app = typer.Typer(help=_("A batch and the laboratory's reports on it"), no_args_is_help=True, rich_markup_mode=None)

FormNo = Annotated[str, typer.Argument(metavar="FORM_NO", help=_("The form number"), show_default=False)]
ReportNumber = Annotated[
    int | None, typer.Option("--report", metavar="N", help=_("Which report, as batch show numbers them"))
]


class NoResult(FuelcheckError):
    """An option that is no result."""

    code = "bad-result-option"
    sentence = N_("{value} is no result; allowed: item=result unit, such as 硫含量=35 mg/kg")


@app.command(help=_("Everything about one batch: reports, results, our verdict, history"))
def show(form_no: FormNo, as_of: AsOf = None, known_at: KnownAt = None, as_json: Json = False) -> None:
    """Print the record of a batch."""
    from fuelcheck.library import batch_record

    with desk().store() as store:
        record = batch_record(
            store, form_no, as_of=day("--as-of", as_of), known_at=moment("--known-at", known_at),
            division=desk().division,
        )  # fmt: skip
    if as_json:
        from fuelcheck.standing.batch_record import batch_object

        answer_json(batch_object(record))
        return
    from fuelcheck.cli.shown_batch import show as print_record

    print_record(record)


@app.command(help=_("Enter a report; a further one corrects or replaces another"))
def report(
    form_no: FormNo,
    reported_on: Annotated[str, typer.Option("--day", metavar="DAY", help=_("The day of the report"))],
    conclusion: Annotated[
        str, typer.Option("--conclusion", metavar="WORD", help=_("pass or fail, or as the report writes it"))
    ],
    report_no: Annotated[
        str | None, typer.Option("--report-no", metavar="NUMBER", help=_("The report's own number"))
    ] = None,
    failed_items: Annotated[
        str | None, typer.Option("--failed-items", metavar="TEXT", help=_("The items that failed"))
    ] = None,
    result: Annotated[
        list[str] | None,
        typer.Option("--result", metavar="ITEM=RESULT", help=_("A result with its unit; repeat for several")),
    ] = None,
    corrects: Annotated[
        int | None,
        typer.Option("--corrects", metavar="N", help=_("The report that it corrects; both stand; needs --reason")),
    ] = None,
    replaces: Annotated[
        int | None, typer.Option("--replaces", metavar="N", help=_("The report whose place it takes; needs --reason"))
    ] = None,
    reason: Reason = None,
    by: By = None,
) -> None:
    """Enter a laboratory's report."""
    from fuelcheck.library import add_report

    lines = list(map(read_result, result or ()))
    with desk().store() as store:
        entered = add_report(
            store, form_no, by=actor(by), report_no=report_no, reported_on=day("--day", reported_on),
            conclusion=conclusion, failed_items=failed_items, results=lines, corrects=corrects, replaces=replaces,
            reason=reason, division=desk().division,
        )  # fmt: skip
    for remark in entered.told:
        tell(remark.message)
    tell(say(_("Entered: report {n} of {form_no}"), n=entered.n, form_no=form_no))


@app.command(help=_("Withdraw a report; without another the batch is in progress again"))
def withdraw(form_no: FormNo, report: ReportNumber = None, reason: Reason = None, by: By = None) -> None:
    """Withdraw a report."""
    from fuelcheck.library import withdraw_report

    with desk().store() as store:
        n = withdraw_report(store, form_no, report, reason=reason or "", by=actor(by), division=desk().division)
    tell(say(_("Withdrawn: report {n} of {form_no}"), n=n, form_no=form_no))


@app.command(help=_("Enter results of the last report; they wait for one that has not come yet"))
def results(
    form_no: FormNo,
    result: Annotated[
        list[str], typer.Argument(metavar="ITEM=RESULT…", help=_("Results with their units"), show_default=False)
    ],
    report: ReportNumber = None,
    reason: Reason = None,
    by: By = None,
) -> None:
    """Enter results."""
    from fuelcheck.library import enter_results

    lines = list(map(read_result, result))
    with desk().store() as store:
        n = enter_results(store, form_no, lines, by=actor(by), n=report, reason=reason, division=desk().division)
    tell(say(_("Entered: {count} results of report {n} of {form_no}"), count=len(lines), n=n, form_no=form_no))


def read_result(text: str) -> "Line":
    """Item, result and unit out of one option; NoResult.

    >>> read_result("硫含量=35 mg/kg")
    ('硫含量', '35', 'mg/kg')
    >>> read_result("苯含量=< 0.1 % (v/v)")
    ('苯含量', '< 0.1', '% (v/v)')
    """
    from fuelcheck.rules.units import is_known

    item, sign, rest = text.replace("＝", "=").partition("=")
    words = rest.split()
    if not item.strip() or not sign or not words:
        raise NoResult(value=text)
    tails = (" ".join(words[n:]) for n in range(1, len(words)))
    unit = next((tail for tail in tails if is_known(tail)), "")
    if not unit and words[0][-1].isdigit():
        unit = " ".join(words[1:])
    return item.strip(), " ".join(words).removesuffix(unit).strip(), unit


clerk.add_to(app)
attachment.add_to(app)

"""``fuelcheck check list|show|retest|void|erase``: checks of vehicles as the store remembers them."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer

from fuelcheck.cli.desk import AsOf, By, Json, KnownAt, Reason, actor, answer_json, day, desk, moment, tell
from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_, _, say
from fuelcheck.words import RetestStep, Verdict

RecordNo = Annotated[str, typer.Argument(metavar="RECORD_NO", help=_("The number of the record"), show_default=False)]


class StepAndWithdraw(FuelcheckError):
    """A step is neither named with its day nor taken back, or both."""

    code = "step-or-withdraw"
    sentence = N_("Say either --step and --day, or --withdraw with --reason")


def add_to(app: typer.Typer) -> None:
    """Add this module's verbs."""
    app.command("list", help=_("The checks that fit, each with its verdict and what followed"))(list_)
    app.command(help=_("Everything about one check: items, what followed, earlier checks, history"))(show)
    app.command(help=_("Record what followed a failed check: repaired, tested again"))(retest)
    app.command(help=_("Declare a check void"))(void)
    app.command(help=_("Erase drivers' names by rule; the evidence stays whole"))(erase)


def list_(
    first: Annotated[str | None, typer.Option("--from", metavar="DAY", help=_("From this day on"))] = None,
    last: Annotated[str | None, typer.Option("--until", metavar="DAY", help=_("Up to this day"))] = None,
    place: Annotated[str, typer.Option("--place", metavar="TEXT", help=_("The place, or a part of its name"))] = "",
    department: Annotated[
        str, typer.Option("--department", metavar="TEXT", help=_("A department, or a part of its name"))
    ] = "",
    verdict: Annotated[Verdict | None, typer.Option("--verdict", help=_("pass, fail or undecided"))] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help=_("Only those whose re-test is overdue"))] = False,
    open_: Annotated[
        bool, typer.Option("--open", help=_("Only those that failed and have not passed since, overdue or not"))
    ] = False,
    plate: Annotated[str, typer.Option("--plate", metavar="PLATE", help=_("Only this vehicle"))] = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    as_json: Json = False,
) -> None:
    """List checks."""
    from fuelcheck.library import check_records

    with desk().store() as store:
        lines = check_records(
            store, first=day("--from", first), last=day("--until", last), place=place, department=department,
            verdict=verdict, overdue=overdue, open=open_, plate=plate, as_of=day("--as-of", as_of),
            known_at=moment("--known-at", known_at), data=_data(), division=desk().division,
        )  # fmt: skip
    if as_json:
        from fuelcheck.standing.check_record_shown import line_object

        answer_json([line_object(line) for line in lines])
        return
    from fuelcheck.cli.shown_check_record import show_lines

    show_lines(lines)


def show(record_no: RecordNo, as_of: AsOf = None, known_at: KnownAt = None, as_json: Json = False) -> None:
    """Print the record of a check."""
    from fuelcheck.library import check_record

    with desk().store() as store:
        record = check_record(
            store, record_no, as_of=day("--as-of", as_of), known_at=moment("--known-at", known_at), data=_data(),
            division=desk().division,
        )  # fmt: skip
    if as_json:
        from fuelcheck.standing.check_record_shown import record_object

        answer_json(record_object(record))
        return
    from fuelcheck.cli.shown_check_record import show_record

    show_record(record)


def retest(
    record_no: RecordNo,
    step: Annotated[RetestStep | None, typer.Option("--step", help=_("What happened"))] = None,
    on: Annotated[str | None, typer.Option("--day", metavar="DAY", help=_("The day on which it happened"))] = None,
    evidence: Annotated[
        str | None, typer.Option("--evidence", metavar="TEXT", help=_("The paper that shows it: its number or name"))
    ] = None,
    withdraw: Annotated[bool, typer.Option("--withdraw", help=_("Take the last step back instead"))] = False,
    reason: Reason = None,
    by: By = None,
) -> None:
    """Record a step after a failed check, or take the last one back."""
    happened = day("--day", on)
    if withdraw and step is None and happened is None:
        _withdraw(record_no, reason or "", by)
    elif not withdraw and step is not None and happened is not None:
        _record_step(record_no, step, happened, evidence, by)
    else:
        raise StepAndWithdraw()


def _record_step(record_no: str, step: RetestStep, on: date, evidence: str | None, by: str | None) -> None:
    from fuelcheck.cli.shown_standard import term
    from fuelcheck.library import record_retest

    with desk().store() as store:
        standing = record_retest(
            store, record_no, step, day=on, by=actor(by), evidence=evidence, data=_data(), division=desk().division
        )
    tell(say(_("Recorded: {record_no} is now {state}"), record_no=record_no, state=term(standing.state)))
    if standing.late:
        tell(_("The day for the re-test has passed"))


def _withdraw(record_no: str, reason: str, by: str | None) -> None:
    from fuelcheck.cli.shown_standard import term
    from fuelcheck.library import withdraw_retest

    with desk().store() as store:
        step, line = withdraw_retest(
            store, record_no, reason=reason, by=actor(by), data=_data(), division=desk().division
        )
    tell(say(_("Taken back: {step} of {record_no}"), step=term(step), record_no=record_no))
    if line.follow_up is not None:
        state = term(line.follow_up.standing.state)
        tell(say(_("{record_no} is now {state}"), record_no=record_no, state=state))


def void(record_no: RecordNo, reason: Reason = None, by: By = None) -> None:
    """Declare a check void."""
    from fuelcheck.library import void_check

    with desk().store() as store:
        void_check(store, record_no, reason=reason or "", by=actor(by), division=desk().division)
    tell(say(_("Declared void: {record_no}"), record_no=record_no))


def erase(
    record_no: Annotated[
        str | None, typer.Argument(metavar="[RECORD_NO]", help=_("Only this record"), show_default=False)
    ] = None,
    before: Annotated[
        str | None,
        typer.Option("--before", metavar="DAY", help=_("Checks before this day; else as old as personal_days says")),
    ] = None,
    reason: Reason = None,
    by: By = None,
) -> None:
    """Erase the driver's name of one record, or those of all that are old enough."""
    from fuelcheck.library import erase_personal, erase_personal_before, today

    with desk().store() as store:
        who, division = actor(by), desk().division
        if record_no is not None:
            one = erase_personal(store, record_no, reason=reason or "", by=who, division=division)
            tell(say(_("Erased: the driver of {record_no}"), record_no=record_no))
            _tell_issued(one.issued)
            return
        until = day("--before", before) or today(store) - timedelta(days=desk().settings.personal_days.value)
        done = erase_personal_before(store, until, reason=reason or "", by=who, data=_data(), division=division)
    tell(say(_("Erased: the drivers of {count} checks before {day}"), count=len(done.erased), day=until))
    if done.kept:
        tell(say(_("Kept, because their follow-up is open: {records}"), records=", ".join(done.kept)))
    _tell_issued(done.issued)


def _tell_issued(numbers: Sequence[str]) -> None:
    if numbers:
        sentence = _(
            "The name still stands on the issued papers {numbers}: they are kept as issued, under the rules of the "
            "archive"
        )
        tell(say(sentence, numbers=", ".join(numbers)))


def _data() -> Path:
    return Path(desk().settings.data.value)

"""A clerk's day at the terminal: ``visit record``, ``batch amend|void|restore|deliver|receive|refuse|release|step``."""

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Any

import typer

from fuelcheck.cli.desk import By, Json, Reason, actor, answer_json, day, desk, read_text, tell
from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_, _, say
from fuelcheck.words import BatchStep

if TYPE_CHECKING:
    from fuelcheck.library.acknowledging import Acknowledged

FormNo = Annotated[str, typer.Argument(metavar="FORM_NO", help=_("The form number"), show_default=False)]
Day = Annotated[str | None, typer.Option("--day", metavar="DAY", help=_("The day on which it happened; else today"))]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help=_("The paper that proves it"))]

visits = typer.Typer(help=_("Visits: recorded with their batches"), no_args_is_help=True, rich_markup_mode=None)


class NoJson(FuelcheckError):
    """A file, or a value, that is no JSON object."""

    code = "no-json"
    sentence = N_("{path} is no JSON object: {why}")


class NoChange(FuelcheckError):
    """An option that sets nothing."""

    code = "bad-set-option"
    sentence = N_("{value} sets nothing; allowed: field=value, such as supplier=中石化河南分公司; field= clears it")


def add_to(app: typer.Typer) -> None:
    """Add the verbs about one batch."""
    app.command(help=_("Correct fields of a batch"))(amend)
    app.command(help=_("Declare a batch void; its number stays taken"))(void)
    app.command(help=_("Let a void batch stand again"))(restore)
    app.command(help=_("Hand a sealed sample over to the laboratory"))(deliver)
    app.command(help=_("The laboratory takes a sample"))(receive)
    app.command(help=_("The laboratory turns a sample away"))(refuse)
    app.command(help=_("Release what the report concludes, as a second person"))(release)
    app.command(help=_("Record what followed a report: told, objected to, corrected, closed"))(step)


@visits.command("record", help=_("Record a visit with its batches out of a JSON file; - is stdin"))
def record(
    file: Annotated[str, typer.Argument(metavar="FILE", help=_("A JSON object; docs/visit-example.json shows one"))],
    by: By = None,
    as_json: Json = False,
) -> None:
    """Record a visit."""
    from fuelcheck.library.acknowledging import Sent
    from fuelcheck.library.sampling import record_visit

    text = read_text(file)
    sent = Sent(None, sha256(text.encode()).hexdigest())
    with desk().store() as store:
        done = record_visit(store, _object(file, text), by=actor(by), sent=sent, division=desk().division)
    if as_json:
        answer_json({"id": done.id, "form_nos": list(done.form_nos), **_entry(done.acknowledged)})
        return
    from fuelcheck.standing.batch_record import notice_message

    for notice in done.notices:
        tell(notice_message(notice))
    _told(done.acknowledged, say(_("Recorded: visit {id}; batches: {forms}"), id=done.id, forms=_forms(done.form_nos)))


def amend(
    form_no: FormNo,
    changes: Annotated[
        list[str], typer.Option("--set", metavar="FIELD=VALUE", help=_("A field and its value; repeat for several"))
    ],
    reason: Reason = None,
    by: By = None,
) -> None:
    """Correct fields of a batch."""
    from fuelcheck.library.sampling import amend_batch

    wanted = dict(map(read_change, changes))
    with desk().store() as store:
        done = amend_batch(store, form_no, wanted, by=actor(by), reason=reason or "", division=desk().division)
    _told(done, say(_("Corrected: {form_no}"), form_no=form_no))


def void(form_no: FormNo, reason: Reason = None, by: By = None) -> None:
    """Declare a batch void; who may do so at the terminal, the office says."""
    from fuelcheck.library.sampling import void_batch

    with desk().store() as store:
        done = void_batch(
            store, form_no, by=actor(by), reason=reason or "", second_person=False, division=desk().division
        )
    _told(done, say(_("Declared void: {form_no}"), form_no=form_no))


def restore(form_no: FormNo, reason: Reason = None, by: By = None) -> None:
    """Let a void batch stand again."""
    from fuelcheck.library.sampling import restore_batch

    with desk().store() as store:
        done = restore_batch(store, form_no, by=actor(by), reason=reason or "", division=desk().division)
    _told(done, say(_("Restored: {form_no}"), form_no=form_no))


def deliver(
    form_no: FormNo,
    on: Day = None,
    carrier: Annotated[
        str | None, typer.Option("--carrier", metavar="NAME", help=_("Who hands it over; else who does this"))
    ] = None,
    laboratory: Annotated[
        str | None, typer.Option("--laboratory", metavar="NAME", help=_("The laboratory, where the form names none"))
    ] = None,
    by: By = None,
) -> None:
    """Hand a sample over."""
    from fuelcheck.library.sampling import deliver_sample

    with desk().store() as store:
        done = deliver_sample(
            store, form_no, by=actor(by), day=day("--day", on), carrier=carrier, laboratory=laboratory,
            division=desk().division,
        )  # fmt: skip
    _told(done, say(_("Handed over: {form_no}"), form_no=form_no))


Receiver = Annotated[
    str | None, typer.Option("--receiver", metavar="NAME", help=_("Who took it in; else who does this"))
]
Condition = Annotated[
    str | None, typer.Option("--condition", metavar="TEXT", help=_("Seals and bottle as the laboratory found them"))
]


def receive(
    form_no: FormNo, on: Day = None, receiver: Receiver = None, condition: Condition = None, by: By = None
) -> None:
    """The laboratory takes a sample."""
    from fuelcheck.library.sampling import receive_sample

    with desk().store() as store:
        done = receive_sample(
            store, form_no, by=actor(by), day=day("--day", on), receiver=receiver, condition=condition,
            division=desk().division,
        )  # fmt: skip
    _told(done, say(_("Received: {form_no}"), form_no=form_no))


def refuse(
    form_no: FormNo, on: Day = None, receiver: Receiver = None, condition: Condition = None, reason: Reason = None,
    by: By = None,
) -> None:  # fmt: skip
    """The laboratory turns a sample away."""
    from fuelcheck.library.sampling import refuse_sample

    with desk().store() as store:
        done = refuse_sample(
            store, form_no, by=actor(by), reason=reason or "", day=day("--day", on), receiver=receiver,
            condition=condition, division=desk().division,
        )  # fmt: skip
    _told(done, say(_("Turned away: {form_no}"), form_no=form_no))


def release(form_no: FormNo, on: Day = None, note: Note = None, by: By = None) -> None:
    """Release a report."""
    from fuelcheck.library.sampling import release_report

    with desk().store() as store:
        done = release_report(store, form_no, by=actor(by), day=day("--day", on), note=note, division=desk().division)
    _told(done, say(_("Released: {form_no}"), form_no=form_no))


def step(
    form_no: FormNo,
    what: Annotated[BatchStep, typer.Argument(metavar="STEP", help=_("notify, object, reject, stand, order, …"))],
    on: Day = None,
    note: Note = None,
    by: By = None,
) -> None:
    """Record a step."""
    from fuelcheck.library.sampling import batch_life, record_batch_step

    with desk().store() as store:
        done = record_batch_step(
            store, form_no, what, by=actor(by), day=day("--day", on), note=note, division=desk().division
        )
        state = batch_life(store, form_no, division=desk().division).state
    from fuelcheck.cli.shown_batch import word

    _told(done, say(_("Recorded: {form_no} is now {state}"), form_no=form_no, state=word(state)))


def read_change(text: str) -> tuple[str, Any]:
    """Field and value out of one option; ``claims`` is a JSON object. NoChange, NoJson.

    >>> read_change("supplier=某公司"), read_change("drawn_from=")
    (('supplier', '某公司'), ('drawn_from', None))
    """
    name, sign, value = text.replace("＝", "=").partition("=")
    if not name.strip() or not sign:
        raise NoChange(value=text)
    if name.strip() == "claims" and value.strip():
        return "claims", _object("--set", value)
    return name.strip(), value.strip() or None


def _object(path: str, text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NoJson(path=path, why=error) from error
    if not isinstance(found, dict):
        raise NoJson(path=path, why=type(found).__name__)
    return found


def _told(done: "Acknowledged", text: str) -> None:
    """Say what was done, with number and hash of the act: whoever keeps them is a witness of the chain."""
    if done.replayed:
        tell(_("This had been recorded before; nothing was recorded again"))
    if done.entry is None:
        tell(_("Nothing was to be changed"))
        return
    tell(f"{text}  ({done.entry.n} {done.entry.hash})")


def _entry(done: "Acknowledged") -> dict[str, Any]:
    entry = done.entry
    act = None if entry is None else {"n": entry.n, "id": entry.id, "hash": entry.hash}
    return {"act": act, "replayed": done.replayed}


def _forms(form_nos: tuple[str, ...]) -> str:
    return ", ".join(form_nos) or "—"

"""Remembered checks as a person reads them: a list of them, or one with all that belongs to it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from fuelcheck.cli.desk import china_text
from fuelcheck.cli.history_terms import happened
from fuelcheck.cli.punctuation import listed
from fuelcheck.cli.shown_check import COLOURS, verdict_lines
from fuelcheck.cli.shown_history import changed_lines
from fuelcheck.cli.shown_standard import term
from fuelcheck.language import _, say
from fuelcheck.standing.check_record import CheckLine, CheckRecord, FollowedUp, TankBatch
from fuelcheck.store.versions import Step
from fuelcheck.words import RetestState, Verdict

_STATES = {RetestState.CLOSED: "green", RetestState.OVERDUE: "bold red"}


def show_lines(lines: Sequence[CheckLine], console: Console | None = None) -> None:
    """Print checks, one a line, and how many there are."""
    screen = console or Console(highlight=False)
    for line in lines:
        screen.print(_line(line), soft_wrap=True)
    screen.print(_sum(lines), soft_wrap=True)


def show_record(record: CheckRecord, console: Console | None = None) -> None:
    """Print the record of a check."""
    screen = console or Console(highlight=False)
    for line in _record(record):
        screen.print(line, soft_wrap=True)


def _line(line: CheckLine) -> Text:
    fact, verdict = line.fact, line.verdict
    text = Text("  ".join(filter(None, (fact.record_no, fact.plate, fact.when, fact.place))) + "  ")
    if fact.void:
        text.append(_("void"), style="dim")
        return text
    text.append(term(verdict.verdict), style=COLOURS[verdict.verdict])
    if line.failed_items:
        text.append("  " + listed(map(term, line.failed_items)))
    if line.follow_up is not None:
        state = line.follow_up.standing.state
        text.append("  ").append(term(state), style=_STATES.get(state, "yellow"))
    return text


def _sum(lines: Sequence[CheckLine]) -> Text:
    count = Counter(line.verdict.verdict for line in lines if not line.fact.void)
    shown = {
        "checks": len(lines), "passed": count[Verdict.PASS], "failed": count[Verdict.FAIL],
        "undecided": count[Verdict.UNDECIDED], "void": sum(line.fact.void for line in lines),
        "overdue": sum(line.follow_up is not None and line.follow_up.overdue for line in lines),
    }  # fmt: skip
    sentence = _(
        "{checks} checks: {passed} pass, {failed} fail, {undecided} undecided, {void} void; {overdue} re-tests overdue"
    )
    return Text(say(sentence, **shown), style="bold")


def _record(record: CheckRecord) -> Iterator[Text]:
    yield from _head(record)
    yield from verdict_lines(record.verdict)
    if record.follow_up is not None:
        yield _title(_("What followed"))
        yield from _followed(record.follow_up)
    if record.fuel is not None:
        yield _title(_("Fuel from the tank"))
        yield _fuel(record.fuel)
    for title, lines in (
        (_("Earlier checks of the vehicle"), record.earlier),
        (_("Earlier checks of the owner's other vehicles"), record.earlier_of_owner),
    ):
        if lines:
            yield _title(title)
            yield from map(_line, lines)
    yield _title(_("History"))
    yield from (line for step in record.history for line in _step(step))


def _head(record: CheckRecord) -> Iterator[Text]:
    fact = record.fact
    yield Text("  ".join(filter(None, (fact.record_no, fact.plate, fact.when, fact.place))), style="bold")
    if fact.void:
        yield Text(say(_("void: {reason}"), reason=fact.voided or "—"), style="bold red")
    who = {"officers": "、".join(fact.officers), "police": fact.police_unit or "—"}
    yield Text(say(_("Departments: {departments}"), departments="、".join(fact.departments) or "—"))
    yield Text(say(_("Checked by {officers}; stopped by {police}"), **who))
    driver = _("erased") if record.driver_erased else record.driver or "—"
    yield Text(say(_("Driver: {driver}"), driver=driver))
    vehicle = record.vehicle
    known = "  ".join((term(vehicle.category), vehicle.owner or "—")) if vehicle is not None else _("not known")
    yield Text(say(_("In the register: {vehicle}"), vehicle=known))
    if fact.action:
        yield Text(say(_("Done: {action}"), action=fact.action))


def _followed(followed: FollowedUp) -> Iterator[Text]:
    state, order = followed.standing.state, followed.order
    by = {"day": order.ordered_on, "by": order.retest_by or _("a day that was not set")}
    yield Text(say(_("Failed on {day}: to be repaired, and to be tested again by {by}"), **by))
    for step in followed.steps:
        yield Text("   " + "  ".join(filter(None, (str(step.on), term(step.what), step.evidence))))
    late = followed.standing.late and not followed.overdue  # overdue says it already
    yield Text(term(state), style=_STATES.get(state, "yellow")).append(_(" (late)") if late else "")


def _fuel(fuel: TankBatch) -> Text:
    shown = (fuel.form_no, term(fuel.product), fuel.grade, str(fuel.sampled_on))
    conclusion = term(fuel.conclusion) if fuel.conclusion is not None else _("no report yet")
    return Text("  ".join(filter(None, (*shown, conclusion))))


def _step(step: Step) -> Iterator[Text]:
    words = (china_text(step.moment), step.who, happened(step), step.reason or "")
    yield Text("  ".join(words).rstrip())
    if step.before is not None and step.after is not None:
        yield from (Text(line, style="dim") for line in changed_lines(step))


def _title(text: str) -> Text:
    return Text(f"\n{text}", style="bold")

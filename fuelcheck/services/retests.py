"""What followed a failed check, recorded or taken back: repaired, tested again. The rules say what may follow what."""

from datetime import date

from fuelcheck.china import CHINA
from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.law.roadside import RoadsideLaw
from fuelcheck.rules.retests import FollowUpStanding, Step, standing, with_step
from fuelcheck.rules.roadside.fact import CheckFact
from fuelcheck.rules.roadside.verdicts import Terms
from fuelcheck.services.check_filing import NOUN
from fuelcheck.standing.check_record import CheckLine
from fuelcheck.standing.checks import lines_of
from fuelcheck.store import checks
from fuelcheck.store.acts import Act
from fuelcheck.store.rows import content
from fuelcheck.store.session import View
from fuelcheck.words import BatchStatus, RetestStep


class NoSuchCheck(FuelcheckError):
    """There is no record of that number."""

    code = "no-such-check"
    sentence = N_("There is no check {record_no}")


class NothingOrdered(FuelcheckError):
    """A step is recorded of a check that did not fail."""

    code = "nothing-ordered"
    sentence = N_("The check {record_no} did not fail, so that nothing has to follow it: {why}")


class StepAhead(FuelcheckError):
    """A step dated after today."""

    code = "step-ahead"
    sentence = N_("{step} on {day} is still to come; allowed: a day from {since} on, up to today ({today})")


class NothingToTakeBack(FuelcheckError):
    """A step is taken back, and none is recorded."""

    code = "no-step"
    sentence = N_("No step is recorded after the check {record_no}")


class CheckVoid(FuelcheckError):
    """A void record is changed."""

    code = "check-void"
    sentence = N_("The check {record_no} was declared void: {reason}")


class FollowedAlready(FuelcheckError):
    """A check that steps have followed is declared void."""

    code = "followed-already"
    sentence = N_(
        "The check {record_no} cannot be declared void: {count} steps have followed it. Take them back first, the last "
        "one first: fuelcheck check retest {record_no} --withdraw --reason TEXT"
    )


def record_retest(
    act: Act, law: RoadsideLaw, record_no: str, step: RetestStep, day: date, evidence: str | None = None
) -> FollowUpStanding:
    """Record a step after a failed check; returns how the follow-up stands on that day.

    NoSuchCheck, CheckVoid, NothingOrdered, StepRefused, StepTooEarly, StepAhead.
    """
    line = _line(act, law, record_no, day)
    if line.follow_up is None:
        raise NothingOrdered(record_no=record_no, why=line.verdict.sentence)
    followed = with_step(line.follow_up.order, Step(step, day))
    today = act.clock().astimezone(CHINA).date()
    if day > today:
        since = standing(line.follow_up.order, day).since
        raise StepAhead(step=Terms((step,)), day=day, since=since, today=today)
    row = {
        "record_no": record_no, "n": len(followed.steps), "step": step.value, "happened_on": day.isoformat(),
        "evidence": (evidence or "").strip() or None,
    }  # fmt: skip
    act.create("retest_event", row, kind="recorded")
    return standing(followed, day)


def withdraw_retest(act: Act, law: RoadsideLaw, record_no: str) -> tuple[RetestStep, CheckLine]:
    """Take the last step back; returns it, and the check as it stands today. NoSuchCheck, NothingToTakeBack."""
    today = act.clock().astimezone(CHINA).date()
    fact = _known(act, record_no)
    steps = checks.retest_steps(act.connection, act.division, [record_no]).get(record_no)
    if not steps:
        raise NothingToTakeBack(record_no=record_no)
    row = content(act.connection, "retest_event", act.division, record_no=record_no, n=steps[-1].n)
    if row is not None:
        act.remove("retest_event", row, kind="withdrawn")
    act.flush()
    (line,) = lines_of(View(act.connection, act.division, act.head), law, [fact], today)
    return steps[-1].step, line


def void_check(act: Act, record_no: str, reason: str) -> None:
    """Declare a check void; its record stays. NoSuchCheck, CheckVoid, FollowedAlready."""
    before = content(act.connection, NOUN, act.division, record_no=record_no)
    if before is None:
        raise NoSuchCheck(record_no=record_no)
    if before["status"] == BatchStatus.VOID:
        raise CheckVoid(record_no=record_no, reason=before["void_reason"] or "—")
    steps = checks.retest_steps(act.connection, act.division, [record_no])[record_no]
    if steps:
        raise FollowedAlready(record_no=record_no, count=len(steps))
    after = before | {"status": BatchStatus.VOID.value, "void_reason": reason}
    act.amend(NOUN, before, after, kind="voided")


def _line(act: Act, law: RoadsideLaw, record_no: str, day: date) -> CheckLine:
    fact = _known(act, record_no)
    if fact.void:
        raise CheckVoid(record_no=record_no, reason=fact.voided or "—")
    return lines_of(View(act.connection, act.division, act.head), law, [fact], day)[0]


def _known(act: Act, record_no: str) -> CheckFact:
    fact = checks.check(act.connection, act.division, record_no)
    if fact is None:
        raise NoSuchCheck(record_no=record_no)
    return fact

"""Checks of vehicles as they are remembered: one record, lists, the summary of a month; what followed; erasing."""

from datetime import date, datetime
from pathlib import Path

from fuelcheck.law.roadside_held import held_law
from fuelcheck.library.quotas import today
from fuelcheck.library.reasons import need_reason
from fuelcheck.rules.retests import FollowUpStanding
from fuelcheck.services import personal, retests
from fuelcheck.services.personal import Erased
from fuelcheck.services.retests import NoSuchCheck
from fuelcheck.standing import check_summary as summing
from fuelcheck.standing import checks as standing
from fuelcheck.standing.check_record import CheckLine, CheckRecord, CheckSummary
from fuelcheck.standing.checks import Wanted
from fuelcheck.store.session import Store
from fuelcheck.words import RetestStep, Verdict


def check_records(
    store: Store, *, first: date | None = None, last: date | None = None, place: str = "", department: str = "",
    verdict: Verdict | str | None = None, overdue: bool = False, open: bool = False, plate: str = "",
    as_of: date | None = None, known_at: datetime | None = None, data: Path | None = None,
    division: str | None = None,
) -> tuple[CheckLine, ...]:  # fmt: skip
    """The checks that fit, by moment and number, each judged and with what followed by the end of ``as_of``.

    ``as_of`` is today in China unless given; a check of a later day is left out only where it is given.
    ``open``: follow-ups that are not closed, ``overdue`` those of them whose day has passed; ``data``
    the office's own folder of law files.
    """
    until = min(last or date.max, as_of or date.max)
    wanted = Wanted(
        first or date.min, until, place, department, Verdict(verdict) if verdict else None, overdue, plate, open
    )
    with store.reading(division, known_at) as view:
        return standing.check_lines(view, held_law(data), wanted, as_of or today(store))


def check_record(
    store: Store, record_no: str, *, as_of: date | None = None, known_at: datetime | None = None,
    data: Path | None = None, division: str | None = None,
) -> CheckRecord:  # fmt: skip
    """Everything that is held of a check, the driver's name masked; NoSuchCheck."""
    return _record(store, record_no, as_of, known_at, data, division, in_full=False)


def check_record_in_full(
    store: Store, record_no: str, *, as_of: date | None = None, known_at: datetime | None = None,
    data: Path | None = None, division: str | None = None,
) -> CheckRecord:  # fmt: skip
    """The same with the driver's whole name, for the paper that the driver signs; who may ask, the caller says."""
    return _record(store, record_no, as_of, known_at, data, division, in_full=True)


def check_summary(
    store: Store, *, first: date, last: date, as_of: date | None = None, known_at: datetime | None = None,
    data: Path | None = None, division: str | None = None,
) -> CheckSummary:  # fmt: skip
    """The checks of a span of days added up, re-tests as they stood by the end of ``as_of`` (default: today)."""
    with store.reading(division, known_at) as view:
        return summing.check_summary(view, held_law(data), first, last, as_of or today(store))


def record_retest(
    store: Store, record_no: str, step: RetestStep | str, *, day: date, by: str, evidence: str | None = None,
    data: Path | None = None, division: str | None = None,
) -> FollowUpStanding:  # fmt: skip
    """Record that a vehicle was repaired, or tested again; the refusals of ``services.retests``."""
    with store.act("retest", by, division=division) as act:
        return retests.record_retest(act, held_law(data), record_no, RetestStep(step), day, evidence)


def withdraw_retest(
    store: Store, record_no: str, *, reason: str, by: str, data: Path | None = None, division: str | None = None
) -> tuple[RetestStep, CheckLine]:
    """Take back the last step after a failed check; returns it and how the check stands today.

    ReasonNeeded, NoSuchCheck, NothingToTakeBack.
    """
    need_reason(True, reason)
    with store.act("withdraw", by, reason=reason, division=division) as act:
        return retests.withdraw_retest(act, held_law(data), record_no)


def void_check(store: Store, record_no: str, *, reason: str, by: str, division: str | None = None) -> None:
    """Declare a check void; ReasonNeeded, NoSuchCheck, CheckVoid, FollowedAlready."""
    need_reason(True, reason)
    with store.act("void", by, reason=reason, division=division) as act:
        retests.void_check(act, record_no, reason)


def erase_personal(store: Store, record_no: str, *, reason: str, by: str, division: str | None = None) -> Erased:
    """Erase the driver's name of one record, at the person's wish say; its issued papers are named, and stay.

    ReasonNeeded, NoSuchCheck, NothingPersonal, AlreadyErased.
    """
    need_reason(True, reason)
    with store.act("erase", by, reason=reason, division=division) as act:
        return personal.erase_driver(act, record_no, reason)


def erase_personal_before(
    store: Store, before: date, *, reason: str, by: str, data: Path | None = None, division: str | None = None
) -> Erased:
    """Erase the drivers' names of all checks before a day but of those whose follow-up is open; ReasonNeeded."""
    need_reason(True, reason)
    with store.act("erase", by, reason=reason, division=division) as act:
        return personal.erase_drivers(act, held_law(data), before, reason, today(store))


def _record(
    store: Store, record_no: str, as_of: date | None, known_at: datetime | None, data: Path | None,
    division: str | None, *, in_full: bool,
) -> CheckRecord:  # fmt: skip
    with store.reading(division, known_at) as view:
        record = standing.check_record(view, held_law(data), record_no, as_of or today(store), in_full=in_full)
    if record is None:
        raise NoSuchCheck(record_no=record_no)
    return record

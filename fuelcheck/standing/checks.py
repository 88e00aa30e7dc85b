"""Checks of vehicles judged and followed up: one record, a list, the summary of a span of days.

The law is handed in: that of the package and the office's folder. Which set of limits holds is what
the policy of the check's year says.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from fuelcheck.law.roadside import RoadsideLaw
from fuelcheck.law.values import Policy
from fuelcheck.rules.fleet import VehicleFact
from fuelcheck.rules.identifiers.writing import tidy
from fuelcheck.rules.masking import masked
from fuelcheck.rules.policies import BeforeFirstPolicy, NoPolicy, policy_for
from fuelcheck.rules.retests import FollowUp, Step, standing
from fuelcheck.rules.roadside.fact import CheckFact
from fuelcheck.rules.roadside.judging import judge_check
from fuelcheck.rules.roadside.ordering import ordered, same_vehicle
from fuelcheck.rules.roadside.registered import registered_vehicle
from fuelcheck.rules.roadside.verdicts import CheckVerdict
from fuelcheck.standing.check_record import CheckLine, CheckRecord, FollowedUp, TakenStep, TankBatch
from fuelcheck.standing.head import head
from fuelcheck.store import checks, facts, fleet, personal, versions
from fuelcheck.store.checks import StepRow
from fuelcheck.store.policies import policies
from fuelcheck.store.registers import is_example
from fuelcheck.store.rows import content
from fuelcheck.store.session import View
from fuelcheck.words import LimitSet, PersonalKind, Verdict

_NOUN = "roadside_check"
_NOUNS = frozenset({_NOUN, "retest_event", "erasure"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which checks a list is of; what is empty asks for nothing. Place and department may be a part of the name."""

    first: date = date.min
    last: date = date.max
    place: str = ""
    department: str = ""
    verdict: Verdict | None = None
    overdue: bool = False
    plate: str = ""
    open: bool = False
    """Only those whose follow-up is not closed, overdue or not."""

    def fits(self, line: CheckLine) -> bool:
        """Whether the list is to hold that check; void ones have no verdict."""
        fact = line.fact
        return (
            self.place in fact.place
            and any(self.department in name for name in fact.departments or ("",))
            and (self.verdict is None or (not fact.void and line.verdict.verdict is self.verdict))
            and (not self.overdue or (line.follow_up is not None and line.follow_up.overdue))
            and (not self.open or (line.follow_up is not None and line.follow_up.open))
            and (not self.plate or fact.plate == tidy(self.plate))
        )


def check_lines(view: View, law: RoadsideLaw, wanted: Wanted, as_of: date) -> tuple[CheckLine, ...]:
    """The checks that are asked for, as they stood by the end of ``as_of``, by moment and number.

    One whose day is still to come is among them unless ``wanted.last`` says otherwise.
    """
    found = checks.checks(view.connection, view.division, wanted.first, wanted.last)
    return tuple(line for line in lines_of(view, law, list(found), as_of) if wanted.fits(line))


def lines_of(view: View, law: RoadsideLaw, found: Sequence[CheckFact], as_of: date) -> list[CheckLine]:
    """Checks judged, each with what followed it by the end of ``as_of``."""
    steps = checks.retest_steps(view.connection, view.division, [fact.record_no for fact in found])
    known = policies(view.connection, view.division)
    return [_line(fact, law, _limit_set(known, fact.checked_on, as_of), steps[fact.record_no], as_of) for fact in found]


def check_record(
    view: View, law: RoadsideLaw, record_no: str, as_of: date, *, in_full: bool = False
) -> CheckRecord | None:
    """Everything that is held of a check by the end of ``as_of``; None if there is no such record.

    ``in_full``: with the driver's whole name.
    """
    fact = checks.check(view.connection, view.division, record_no)
    if fact is None:
        return None
    registered = fleet.vehicles(view.connection, view.division)
    vehicle = registered_vehicle(fact, registered)
    driver = personal.value_of(view.connection, view.division, personal.subject_of(_NOUN, record_no), fact.driver)
    shown = driver if in_full or driver is None else masked(PersonalKind.NAME, driver)
    return CheckRecord(
        head(view), is_example(view.connection, view.division), division_name(view), as_of,
        lines_of(view, law, [fact], as_of)[0], shown or "", in_full and driver is not None,
        bool(fact.driver) and driver is None, _tank_batch(view, fact, as_of), vehicle,
        _earlier(view, law, fact, as_of), _of_owner(view, law, fact, vehicle, registered, as_of),
        _history(view, record_no),
    )  # fmt: skip


def _line(fact: CheckFact, law: RoadsideLaw, limits: LimitSet, steps: Sequence[StepRow], as_of: date) -> CheckLine:
    verdict = judge_check(fact.check, law, limits)
    return CheckLine(fact, verdict, followed_up(fact, verdict, steps, as_of))


def followed_up(fact: CheckFact, verdict: CheckVerdict, steps: Sequence[StepRow], as_of: date) -> FollowedUp | None:
    """What followed a check; steps that were recorded stay visible, whatever our verdict has become."""
    order = ordered(fact, verdict.verdict)
    if order is None and (fact.void or not steps):
        return None
    order = order or FollowUp(fact.record_no, fact.checked_on, fact.retest_by)
    order = FollowUp(order.record_no, order.ordered_on, order.retest_by, tuple(Step(one.step, one.on) for one in steps))
    taken = tuple(TakenStep(one.n, one.step, one.on, one.evidence) for one in steps)
    return FollowedUp(order, taken, standing(order, as_of))


def _limit_set(known: Sequence[Policy], day: date, as_of: date) -> LimitSet:
    """That of the policy of the check's year; before the first one, the first one's."""
    try:
        return policy_for(known, day.year, as_of)[0].limit_set
    except (BeforeFirstPolicy, NoPolicy):
        return next((policy.limit_set for policy in known), LimitSet.A)


def division_name(view: View) -> str:
    """The division's name by its newest policy; its code where there is none."""
    known = policies(view.connection, view.division)
    return known[-1].division_name if known else view.division


def _earlier(view: View, law: RoadsideLaw, fact: CheckFact, as_of: date) -> tuple[CheckLine, ...]:
    """The checks of the same vehicle before this one, newest first."""
    found = checks.checks_of(view.connection, view.division, {fact.plate}, _vins([fact.vin]), fact.checked_on)
    return tuple(lines_of(view, law, [one for one in found if _before(one, fact) and same_vehicle(one, fact)], as_of))


def _of_owner(
    view: View, law: RoadsideLaw, fact: CheckFact, vehicle: VehicleFact | None, registered: Iterable[VehicleFact],
    as_of: date,
) -> tuple[CheckLine, ...]:  # fmt: skip
    """The checks of the owner's other vehicles before this one, newest first."""
    if vehicle is None or not vehicle.owner:
        return ()
    others = [one for one in registered if one.owner == vehicle.owner and one.key != vehicle.key]
    plates, vins = {one.plate for one in others}, _vins(one.vin for one in others)
    found = checks.checks_of(view.connection, view.division, plates, vins, fact.checked_on)
    theirs = [one for one in found if _before(one, fact) and not same_vehicle(one, fact)]
    return tuple(lines_of(view, law, [one for one in theirs if registered_vehicle(one, others)], as_of))


def _vins(found: Iterable[str]) -> set[str]:
    return set(filter(None, found))


def _before(one: CheckFact, fact: CheckFact) -> bool:
    return not one.void and (one.checked_at, one.record_no) < (fact.checked_at, fact.record_no)


def _tank_batch(view: View, fact: CheckFact, as_of: date) -> TankBatch | None:
    row = content(view.connection, "batch", view.division, form_no=fact.fuel_form_no) if fact.fuel_form_no else None
    if row is None:
        return None
    day = date.fromisoformat(row["sampled_on"])
    drawn = facts.batches(view.connection, view.division, day, day, as_of)
    batch = next(one for one in drawn if one.form_no == fact.fuel_form_no)
    return TankBatch(
        batch.form_no, day, batch.product, batch.grade, batch.laboratory, batch.report_no, batch.reported_on,
        batch.conclusion if batch.reported_on is not None else None, batch.void,
    )  # fmt: skip


def _history(view: View, record_no: str) -> tuple[versions.Step, ...]:
    """What was recorded of the check, of what followed it, and of the erasing of a name."""
    rows = (record_no, personal.subject_of(_NOUN, record_no))
    steps = (step for row in rows for step in versions.of_row(view.connection, view.division, row))
    ours = [step for step in steps if step.noun in _NOUNS and step.n <= view.head.n]
    return tuple(sorted(ours, key=lambda step: step.n))

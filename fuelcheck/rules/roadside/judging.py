"""A check in, its verdict out. Pure and total: no file, no clock, and no record raises.

It fails if one formal item fails, whatever else is open; else it is undecided if an item is, or if
something that the method asks for is missing; else it passes.
"""

from collections.abc import Sequence
from datetime import date

from fuelcheck.faults import Remark
from fuelcheck.law.roadside import CheckStandard, RoadsideLaw
from fuelcheck.rules.roadside.bench import Bench
from fuelcheck.rules.roadside.equipment import STATES, equipment_items
from fuelcheck.rules.roadside.exhaust import MEASURED, exhaust_items, exhaust_notices, exhaust_reasons
from fuelcheck.rules.roadside.record import Check
from fuelcheck.rules.roadside.verdicts import CheckItemVerdict, CheckVerdict, Terms
from fuelcheck.words import CheckItem, CheckMethod, LimitSet, Verdict


def judge_check(check: Check, law: RoadsideLaw, limit_set: LimitSet) -> CheckVerdict:
    """The verdict on one check by the edition in force on its day and the set of limits that the policy chose."""
    day = check.checked_on
    standard = law.standard(day) if day is not None else None
    if day is None or standard is None:
        return _without_standard(check, limit_set)
    method = standard.method(check.method) if check.method is not None else None
    bench = Bench(check, standard, limit_set, day, method, _blocked(check, standard, day))
    items = (*exhaust_items(bench), *equipment_items(bench, law))
    reasons = tuple(exhaust_reasons(bench))
    return CheckVerdict(
        check.record_no, day, check.method, limit_set, standard.id, _total(items, reasons), items,
        _not_tested(items), reasons, tuple(exhaust_notices(bench)),
    )  # fmt: skip


def _blocked(check: Check, standard: CheckStandard, day: date) -> Remark | None:
    """Why no measurement can be judged: a vehicle of another kind, or no method that the standard knows."""
    if check.energy in standard.energies and check.energy is not None:
        return Remark("vehicle-not-covered", values={"vehicle": Terms((check.energy,)), "standard": standard.id})
    if check.vehicle_type.strip().upper().startswith(standard.vehicle_types):
        return Remark("vehicle-not-covered", values={"vehicle": check.vehicle_type, "standard": standard.id})
    if check.method is None or standard.method(check.method) is None:
        return Remark("method-missing", values={"allowed": Terms(tuple(CheckMethod)), "day": day})
    return None


def _without_standard(check: Check, limit_set: LimitSet) -> CheckVerdict:
    """A check on an unknown day, or before all editions that are held here."""
    day = check.checked_on
    reason = Remark("check-day-missing") if day is None else Remark("no-check-standard", values={"day": day})
    found = [(item, ";".join(check.written(item))) for item in MEASURED if check.written(item)]
    found += [(item, state.value) for item, state in check.states()]
    items = tuple(CheckItemVerdict(item, value, Verdict.UNDECIDED, "check-not-judged") for item, value in found)
    return CheckVerdict(
        check.record_no, day, check.method, limit_set, None, Verdict.UNDECIDED, items, _not_tested(items), (reason,)
    )


def _total(items: Sequence[CheckItemVerdict], reasons: Sequence[Remark]) -> Verdict:
    if any(item.verdict is Verdict.FAIL and item.formal for item in items):
        return Verdict.FAIL
    if reasons or any(item.verdict in (Verdict.UNDECIDED, Verdict.FAIL) for item in items):
        return Verdict.UNDECIDED
    return Verdict.PASS


def _not_tested(items: Sequence[CheckItemVerdict]) -> tuple[CheckItem, ...]:
    tested = {item.item for item in items if item.verdict is not Verdict.NOT_TESTED}
    asked = [item.item for item in items] + list(STATES)
    return tuple(dict.fromkeys(item for item in asked if item not in tested))

"""Where the vehicle targets and the reported measures stand: the one composition that every edge calls."""

from collections.abc import Iterator, Sequence
from datetime import date

from fuelcheck import language
from fuelcheck.faults import SENTENCES
from fuelcheck.law.values import Policy
from fuelcheck.rules.fleet import VehicleFact, VehicleKey
from fuelcheck.rules.measures import evaluate_measures
from fuelcheck.rules.policies import policy_for
from fuelcheck.rules.purchase_plan import Purchase, plan_effect
from fuelcheck.rules.target_pace import progress
from fuelcheck.rules.target_status import Targets, TargetStatus
from fuelcheck.rules.targets import evaluate_targets, policy_on
from fuelcheck.standing import since, target_changes
from fuelcheck.standing.fleet_notices import open_fleet_notices
from fuelcheck.standing.head import head
from fuelcheck.standing.open_notices import notice_row
from fuelcheck.standing.target_report import TargetNotice, TargetReport
from fuelcheck.standing.target_vehicles import target_line
from fuelcheck.store import fleet
from fuelcheck.store.measures import reported
from fuelcheck.store.policies import policies
from fuelcheck.store.registers import is_example
from fuelcheck.store.session import View


def targets(view: View, as_of: date, plan: Sequence[Purchase] = ()) -> TargetReport:
    """Every vehicle target and measure by the end of ``as_of``; with ``plan`` also what it would change.

    Raises NoPolicy and BeforeFirstPolicy.
    """
    known = policies(view.connection, view.division)
    policy = policy_on(known, as_of)
    vehicles = fleet.vehicles(view.connection, view.division)
    standing = evaluate_targets(policy, as_of, vehicles)
    ways = (progress(policy, line, as_of, vehicles) for line in standing.lines)
    last = since.last_of(view, standing.year.number, target_changes.KIND)
    return TargetReport(
        targets=standing,
        replaced=_replaced(known, standing, vehicles),
        lines=tuple(target_line(policy, way, as_of, vehicles) for way in ways),
        measures=evaluate_measures(policy, as_of, reported(view.connection, view.division)),
        head=head(view),
        example=is_example(view.connection, view.division),
        notices=tuple(notice for line in standing.lines for notice in _notices(line)),
        register_notices=tuple(map(notice_row, open_fleet_notices(view, as_of))),
        last_document=last,
        changes=target_changes.changes(view, last),
        plan=plan_effect(policy, as_of, vehicles, plan) if plan else None,
    )


def _replaced(known: Sequence[Policy], standing: Targets, vehicles: Sequence[VehicleFact]) -> Targets | None:
    """The same day under the policy that was replaced within the year, as far as that one had targets."""
    replaced = policy_for(known, standing.year.number, standing.as_of)[1]
    return evaluate_targets(replaced, standing.as_of, vehicles) if replaced and replaced.targets else None


def _notices(line: TargetStatus) -> Iterator[TargetNotice]:
    """What a person should look at, where there is anything to look at."""
    found = {
        "target-area-unknown": line.unplaced,
        "target-suspected": line.suspected,
        "target-stage-estimated": line.estimated,
        "target-not-exempt": line.not_granted,
    }
    return (_notice(code, line, keys) for code, keys in found.items() if keys)


def _notice(code: str, line: TargetStatus, keys: tuple[VehicleKey, ...]) -> TargetNotice:
    """An annex is always Chinese, whatever tongue the screen speaks."""
    with language.use("zh"):
        sentence = language.say(SENTENCES[code], target=line.target.name, count=len(keys))
    return TargetNotice(code, line.target, keys, sentence)

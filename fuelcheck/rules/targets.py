"""Where the vehicle targets stand: policy, a day and the vehicles in, ``Targets`` out.

The targets are those of plan 伊政办〔2024〕15号 (十一) 1 and 2, or of whatever policy is handed in.
Shares are compared in whole numbers: nine of ten reach 90 %, and nothing is rounded up to it.
A stage or a combustion that nobody knows stays unknown, whatever the registration suggests.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal

from fuelcheck.law.targets import Target, TargetKind
from fuelcheck.law.values import Policy
from fuelcheck.rules.fleet import VehicleFact, VehicleKey, stage_hint, suspected_lean
from fuelcheck.rules.policies import policy_for
from fuelcheck.rules.target_scope import Covered, a_year_before, count, covered_by, deadline_of, hits, year_of
from fuelcheck.rules.target_status import CategoryCount, Count, Targets, TargetStatus
from fuelcheck.words import Combustion, Stage, StageHint, StageSource


def policy_on(policies: Iterable[Policy], as_of: date) -> Policy:
    """The policy whose targets hold on ``as_of``, found as for the quotas of its year.

    Raises ``NoPolicy`` and ``BeforeFirstPolicy``.
    """
    known = tuple(policies)
    policy = policy_for(known, as_of.year, as_of)[0]
    year = year_of(policy, as_of).number
    return policy if year == as_of.year else policy_for(known, year, as_of)[0]


def evaluate_targets(policy: Policy, as_of: date, vehicles: Iterable[VehicleFact]) -> Targets:
    """Every vehicle target of ``policy`` by the end of ``as_of``; the order of ``vehicles`` does not matter."""
    known = tuple(vehicles)
    lines = tuple(evaluate_target(policy, target, as_of, known) for target in policy.targets)
    return Targets(policy, as_of, year_of(policy, as_of), lines)


def evaluate_target(policy: Policy, target: Target, as_of: date, vehicles: Sequence[VehicleFact]) -> TargetStatus:
    """One vehicle target by the end of ``as_of``."""
    covered = covered_by(policy, target, as_of, vehicles)
    if target.kind is TargetKind.ZERO:
        return _zero(policy, target, as_of, covered, vehicles)
    return _share(policy, target, as_of, covered, vehicles)


def reached(share: Decimal, numerator: int, denominator: int) -> bool:
    """Whether numerator ÷ denominator ≥ ``share``, in whole numbers; without vehicles nothing is reached."""
    part, whole = share.as_integer_ratio()
    return denominator > 0 and numerator * whole >= part * denominator


def _share(
    policy: Policy, target: Target, as_of: date, covered: Covered, vehicles: Sequence[VehicleFact]
) -> TargetStatus:
    numerator, denominator = count(target, covered)[0], len(covered.counted)
    met = _met(target.share, numerator, denominator)
    deadline = deadline_of(policy, target, as_of)
    trend = target.kind is TargetKind.TREND
    return TargetStatus(
        target, numerator, denominator, target.share, met, deadline, _overdue(deadline, as_of, met),
        left=_keys(covered.counted, lambda vehicle: not vehicle.new_energy),
        exempt=_keys(covered.exempt),
        unplaced=_keys(covered.unplaced),
        not_granted=_keys(covered.counted, lambda vehicle: bool(vehicle.exemption)),
        by_category=_by_category(target, covered),
        second_met=_met(target.second_share, numerator, denominator),
        year_before=_year_before(policy, target, as_of, vehicles) if trend else None,
    )  # fmt: skip


def _zero(
    policy: Policy, target: Target, as_of: date, covered: Covered, vehicles: Sequence[VehicleFact]
) -> TargetStatus:
    left = [vehicle for vehicle in covered.counted if hits(target, vehicle) is True]
    unknown = [vehicle for vehicle in covered.counted if hits(target, vehicle) is None]
    registered = any(vehicle.category in target.categories for vehicle in vehicles)
    # Nobody may call a target met while a vehicle that may have to go is about, or where none was ever registered.
    met = False if left else (None if unknown or not registered else True)
    deadline = deadline_of(policy, target, as_of)
    return TargetStatus(
        target, len(left), None, Decimal(0), met, deadline, _overdue(deadline, as_of, met),
        left=_keys(left),
        exempt=_keys(covered.exempt, lambda vehicle: hits(target, vehicle) is not False),
        unknown=_keys(unknown),
        suspected=_keys(unknown, lambda vehicle: _suspected(target, vehicle)),
        estimated=_keys(covered.counted, lambda vehicle: _estimated(target, vehicle)),
        unplaced=_keys(covered.unplaced, lambda vehicle: hits(target, vehicle) is not False),
        not_granted=_keys(left + unknown, lambda vehicle: bool(vehicle.exemption)),
        by_category=_by_category(target, covered),
    )  # fmt: skip


def _met(share: Decimal | None, numerator: int, denominator: int) -> bool | None:
    return None if share is None or denominator == 0 else reached(share, numerator, denominator)


def _overdue(deadline: date | None, as_of: date, met: bool | None) -> bool:
    return deadline is not None and as_of > deadline and met is False


def _suspected(target: Target, vehicle: VehicleFact) -> bool:
    if target.combustion is Combustion.LEAN and suspected_lean(vehicle):
        return True
    hint = stage_hint(vehicle)
    if target.stage_up_to is None or hint is None:
        return False
    oldest_possible = {StageHint.TWO_OR_OLDER: Stage.TWO, StageHint.THREE: Stage.THREE}.get(hint)
    return oldest_possible is not None and oldest_possible.number <= target.stage_up_to.number


def _estimated(target: Target, vehicle: VehicleFact) -> bool:
    known = target.stage_up_to is not None and vehicle.stage is not None
    return known and vehicle.stage_source is StageSource.ESTIMATE


def _by_category(target: Target, covered: Covered) -> tuple[CategoryCount, ...]:
    if target.kind is TargetKind.ZERO:
        left = Counter(vehicle.category for vehicle in covered.counted if hits(target, vehicle) is True)
        return tuple(CategoryCount(category, left[category], None) for category in sorted(target.categories))
    every = Counter(vehicle.category for vehicle in covered.counted)
    new = Counter(vehicle.category for vehicle in covered.counted if vehicle.new_energy)
    return tuple(CategoryCount(category, new[category], every[category]) for category in sorted(target.categories))


def _year_before(policy: Policy, target: Target, as_of: date, vehicles: Sequence[VehicleFact]) -> Count:
    return count(target, covered_by(policy, target, a_year_before(as_of), vehicles))


def _keys(
    vehicles: Iterable[VehicleFact], wanted: Callable[[VehicleFact], bool] = lambda vehicle: True
) -> tuple[VehicleKey, ...]:
    return tuple(sorted(vehicle.key for vehicle in vehicles if wanted(vehicle)))

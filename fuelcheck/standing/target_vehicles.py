"""The vehicles behind a target, as the rows of its lists: which, whose, and why each stands there."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from fuelcheck.law.targets import Target, TargetKind
from fuelcheck.law.values import Policy
from fuelcheck.rules.fleet import VehicleFact, VehicleKey, stage_hint
from fuelcheck.rules.target_pace import Progress
from fuelcheck.rules.target_scope import covered_by
from fuelcheck.rules.target_status import TargetStatus
from fuelcheck.standing.target_gone import gone_within
from fuelcheck.standing.target_report import TargetLine, VehicleRow
from fuelcheck.words import ListedFor, StageSource


def target_line(policy: Policy, way: Progress, as_of: date, vehicles: Sequence[VehicleFact]) -> TargetLine:
    """The lists of one target; the other arguments are those that its figures were made from."""
    status = way.status
    covered = covered_by(policy, status.target, as_of, vehicles)
    zero = status.target.kind is TargetKind.ZERO
    left = ListedFor.TO_GO if zero else ListedFor.NOT_NEW_ENERGY
    return TargetLine(
        way,
        left=_rows(policy, status, covered.counted, status.left, left),
        unknown=_rows(policy, status, covered.counted, status.unknown, None),
        exempt=_rows(policy, status, covered.exempt, status.exempt, ListedFor.EXEMPT),
        unplaced=_rows(policy, status, covered.unplaced, status.unplaced, ListedFor.AREA_UNKNOWN),
        **_gone(policy, status, as_of, vehicles),
    )


def _gone(
    policy: Policy, status: TargetStatus, as_of: date, vehicles: Sequence[VehicleFact]
) -> dict[str, tuple[VehicleRow, ...]]:
    """Of a zero target: what was scrapped and what moved out within the year."""
    if status.target.kind is not TargetKind.ZERO:
        return {}
    found: dict[str, list[VehicleRow]] = {"scrapped": [], "moved_out": []}
    for vehicle, way, certain in gone_within(policy, status.target, as_of, vehicles):
        why = way if certain else _unknown(status.target, vehicle)
        row = _row(policy, vehicle, why, frozenset(), frozenset())
        found[way].append(replace(row, estimated=row.vehicle.stage_source is StageSource.ESTIMATE))
    return {way: tuple(sorted(rows, key=_place)) for way, rows in found.items()}


def _rows(
    policy: Policy, status: TargetStatus, vehicles: Iterable[VehicleFact], keys: Iterable[VehicleKey],
    why: ListedFor | None,
) -> tuple[VehicleRow, ...]:  # fmt: skip
    """Rows of those vehicles that ``keys`` names; without ``why`` the cell that is empty says it."""
    named = frozenset(keys)
    suspected, estimated = frozenset(status.suspected), frozenset(status.estimated)
    rows = (
        _row(policy, vehicle, why or _unknown(status.target, vehicle), suspected, estimated)
        for vehicle in vehicles
        if vehicle.key in named
    )
    return tuple(sorted(rows, key=_place))


def _row(
    policy: Policy, vehicle: VehicleFact, why: ListedFor, suspected: Collection[VehicleKey],
    estimated: Collection[VehicleKey],
) -> VehicleRow:  # fmt: skip
    reason = policy.exemption(vehicle.exemption) if vehicle.exemption else None
    return VehicleRow(
        vehicle,
        why,
        hint=stage_hint(vehicle),
        suspected=vehicle.key in suspected,
        estimated=vehicle.key in estimated,
        exemption=vehicle.exemption if reason is None else reason.name,
    )


def _unknown(target: Target, vehicle: VehicleFact) -> ListedFor:
    stage_asked = target.stage_up_to is not None and vehicle.stage is None
    return ListedFor.STAGE_UNKNOWN if stage_asked else ListedFor.COMBUSTION_UNKNOWN


def _place(row: VehicleRow) -> tuple[bool, bool, str, VehicleKey]:
    """Suspected ones first, then by owner and plate; those of no known owner last."""
    owner = row.vehicle.owner
    return not row.suspected, not owner, owner, row.vehicle.key

"""The full evaluation of a division's vehicle targets: figures, months, and the vehicles behind them, as values.

Terminal, JSON, PDF and workbook render this one value; none of them asks again.
"""

from dataclasses import dataclass
from datetime import date

from fuelcheck.law.targets import Target, TargetKind
from fuelcheck.law.values import Policy
from fuelcheck.rules.fleet import VehicleFact, VehicleKey
from fuelcheck.rules.measures import MeasureStatus
from fuelcheck.rules.purchase_plan import PlanEffect
from fuelcheck.rules.target_pace import Progress
from fuelcheck.rules.target_status import Targets, TargetStatus
from fuelcheck.standing.evaluation import ChangeRow, Head, LastDocument, NoticeRow
from fuelcheck.words import ListedFor, StageHint


@dataclass(frozen=True, slots=True)
class VehicleRow:
    """A vehicle on a list behind a target, and why it stands there."""

    vehicle: VehicleFact
    why: ListedFor
    hint: StageHint | None = None
    """Of a diesel vehicle without a stage: what its first registration suggests; it decides nothing."""
    suspected: bool = False
    """Of an unknown vehicle: it probably has to go. A hint, never a finding."""
    estimated: bool = False
    """Its stage in the register is only an estimate (推定)."""
    exemption: str = ""
    """The reason for exemption as the policy names it; what the register says where the policy knows none."""


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One target with its way through the year and the vehicles behind it, by owner and plate."""

    progress: Progress
    left: tuple[VehicleRow, ...]
    """Counted vehicles without new energy; of a zero target those still to go."""
    unknown: tuple[VehicleRow, ...]
    """Of a zero target: stage or combustion unknown, the suspected ones first."""
    exempt: tuple[VehicleRow, ...]
    unplaced: tuple[VehicleRow, ...]
    """Area unknown, so that nobody knows whether the target covers them."""
    scrapped: tuple[VehicleRow, ...] = ()
    """Of a zero target: scrapped within the year. Without a known stage or combustion ``why`` says so."""
    moved_out: tuple[VehicleRow, ...] = ()
    """The same for those that moved out: no longer left here, but not phased out (淘汰) either."""

    @property
    def status(self) -> TargetStatus:
        """The figures of the target."""
        return self.progress.status

    @property
    def target(self) -> Target:
        """The target as the policy states it."""
        return self.status.target


@dataclass(frozen=True, slots=True)
class PhaseOutRow:
    """A vehicle of the phase-out list (淘汰清单) and the target for which it stands there."""

    target: Target
    row: VehicleRow


@dataclass(frozen=True, slots=True)
class TargetNotice:
    """Something about a target that a person should look at; ``code`` is of ``fuelcheck.faults``."""

    code: str
    target: Target
    vehicles: tuple[VehicleKey, ...]
    message: str
    """Always Chinese: annexes are."""

    @property
    def values(self) -> dict[str, object]:
        """What the sentence of ``code`` speaks of."""
        return {"target": self.target.name, "count": len(self.vehicles)}


@dataclass(frozen=True, slots=True)
class TargetReport:
    """Where the vehicle targets and the reported measures stand, with all that is behind the figures."""

    targets: Targets
    replaced: Targets | None
    """The same day under the policy that this one replaced within the year, if it did."""
    lines: tuple[TargetLine, ...]
    """In the policy's order."""
    measures: tuple[MeasureStatus, ...]
    head: Head
    example: bool
    """The store holds an invented example county; every page must say so."""
    notices: tuple[TargetNotice, ...]
    register_notices: tuple[NoticeRow, ...]
    """Open notices about single vehicles of the register, as seen on the as-of day."""
    last_document: LastDocument | None
    changes: tuple[ChangeRow, ...]
    plan: PlanEffect | None = None
    """What a purchase plan would change, where one was handed in."""

    @property
    def policy(self) -> Policy:
        """The policy that the targets are of; ``policy.division_name`` names the county."""
        return self.targets.policy

    @property
    def as_of(self) -> date:
        """The day by whose end it is told."""
        return self.targets.as_of

    @property
    def phase_out(self) -> tuple[PhaseOutRow, ...]:
        """The phase-out list: of each zero target those to go, then those of which nobody knows."""
        return tuple(
            PhaseOutRow(line.target, row)
            for line in self.lines
            if line.target.kind is TargetKind.ZERO
            for row in (*line.left, *line.unknown)
        )

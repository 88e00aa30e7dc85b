"""What the phase-out list says: title, text, tables by target and by township. Words and figures only."""

from collections.abc import Callable, Iterable, Sequence

from fuelcheck.law.targets import TargetKind
from fuelcheck.law.values import Policy
from fuelcheck.reports.figures import Cell
from fuelcheck.reports.front import Notes, numbered_notes
from fuelcheck.reports.overview import policy_text
from fuelcheck.reports.paper import Paper
from fuelcheck.reports.sentences import Sentences
from fuelcheck.reports.target_figures import result_of
from fuelcheck.reports.target_front import basis_of, no_vehicles
from fuelcheck.reports.target_overview import responsible_text
from fuelcheck.standing.target_report import TargetLine, TargetReport, VehicleRow
from fuelcheck.words import ListedFor

TARGET_FIELDS = (
    "name", "to_go", "unknown", "suspected", "exempt", "scrapped", "moved_out", "deadline", "result", "basis",
)  # fmt: skip
TOWNSHIP_FIELDS = ("township", "to_go", "unknown", "scrapped", "moved_out")

_SURELY = (ListedFor.SCRAPPED, ListedFor.MOVED_OUT)


def zero_lines(report: TargetReport) -> list[TargetLine]:
    """The targets of which a phase-out list tells: those that no vehicle of a kind be left."""
    return [line for line in report.lines if line.target.kind is TargetKind.ZERO]


def title_parts(report: TargetReport, paper: Paper, say: Sentences) -> list[str]:
    """The title in the parts between which it may be broken."""
    if paper.title:
        return [paper.title]
    return say.parts("title.plain", division=report.policy.division_name)


def notes_of(policy: Policy) -> Notes:
    """The readings of the policy's zero targets, numbered."""
    zero = [target for target in policy.targets if target.kind is TargetKind.ZERO]
    return numbered_notes(policy, {target.id: target.readings for target in zero})


def certain(rows: Iterable[VehicleRow]) -> list[VehicleRow]:
    """Of vehicles that left those that surely had to go."""
    return [row for row in rows if row.why in _SURELY]


def paragraph(report: TargetReport, say: Sentences) -> str:
    """What is left, what is unknown, what went within the year and how."""
    lines, document = zero_lines(report), report.policy.document
    named = {"title": document.title, "number": document.number, "as_of": say.day(report.as_of)}
    if not lines:
        return say("front.no_targets", **named)
    if no_vehicles(report):
        return say("front.no_vehicles", **named)
    unknown = _rows(lines, lambda line: line.unknown)
    left = say(
        "front.left", **named, n=_distinct(_rows(lines, lambda line: line.left)),
        lines="、".join(say("front.left_line", name=line.target.name, n=len(line.left)) for line in lines),
    )  # fmt: skip
    return left + _unknown(unknown, say) + _unplaced(lines, say) + _gone(report, lines, say)


def _unknown(unknown: Sequence[VehicleRow], say: Sentences) -> str:
    if not unknown:
        return say("front.nothing_unknown")
    suspected = _distinct([row for row in unknown if row.suspected])
    return say("front.unknown", n=_distinct(unknown), suspected=suspected)


def _unplaced(lines: Sequence[TargetLine], say: Sentences) -> str:
    unplaced = _rows(lines, lambda line: line.unplaced)
    return say("front.unplaced", n=_distinct(unplaced)) if unplaced else ""


def _gone(report: TargetReport, lines: Sequence[TargetLine], say: Sentences) -> str:
    scrapped, moved = _rows(lines, lambda line: line.scrapped), _rows(lines, lambda line: line.moved_out)
    sure = certain(scrapped), certain(moved)
    text = say(
        "front.gone", first=say.day(report.targets.year.first), scrapped=_distinct(sure[0]), moved=_distinct(sure[1])
    )
    unsure = _distinct([*scrapped, *moved]) - _distinct([*sure[0], *sure[1]])
    return text + (say("front.gone_unknown", n=unsure) if unsure else "")


def _rows(lines: Iterable[TargetLine], rows: Callable[[TargetLine], tuple[VehicleRow, ...]]) -> list[VehicleRow]:
    return [row for line in lines for row in rows(line)]


def _distinct(rows: Iterable[VehicleRow]) -> int:
    return len({row.vehicle.key for row in rows})


def target_rows(report: TargetReport, notes: Notes, say: Sentences) -> list[tuple[Cell, ...]]:
    """A row for each zero target, in the order of ``TARGET_FIELDS``."""
    return [
        (
            line.target.name, len(line.left), len(line.unknown), sum(row.suspected for row in line.unknown),
            len(line.exempt), len(certain(line.scrapped)), len(certain(line.moved_out)), line.status.deadline,
            say(f"results.{result_of(line.status)}"), basis_of(line.target.clause, notes.of_quota[line.target.id]),
        )
        for line in zero_lines(report)
    ]  # fmt: skip


def township_rows(report: TargetReport, say: Sentences) -> list[tuple[Cell, ...]]:
    """A row for each township that has any such vehicle and the sum last, in the order of ``TOWNSHIP_FIELDS``."""
    lines = zero_lines(report)
    groups = [
        _rows(lines, lambda line: line.left), _rows(lines, lambda line: line.unknown),
        certain(_rows(lines, lambda line: line.scrapped)), certain(_rows(lines, lambda line: line.moved_out)),
    ]  # fmt: skip
    found = {row.vehicle.township for rows in groups for row in rows}
    order = [township.name for township in report.policy.townships]
    others = sorted(name for name in found if name and name not in order)
    names = [name for name in (*order, *others, "") if name in found]
    rows: list[tuple[Cell, ...]] = [
        (name or say("annexes.not_known"), *(_distinct(_in(name, group)) for group in groups)) for name in names
    ]
    return [*rows, (say("townships.total"), *map(_distinct, groups))] if rows else []


def _in(township: str, rows: Iterable[VehicleRow]) -> list[VehicleRow]:
    return [row for row in rows if row.vehicle.township == township]


def basis_text(report: TargetReport, say: Sentences) -> str:
    """The policy, whether it has expired, who leads and who helps."""
    zero = [line.target for line in zero_lines(report)]
    return policy_text(report.policy, report.as_of, say) + "".join(
        responsible_text(clause, [target for target in zero if target.clause == clause], say)
        for clause in dict.fromkeys(target.clause for target in zero)
    )

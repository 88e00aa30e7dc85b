"""What the first page of the electrification report says: title, text, the table of targets. Words only."""

from collections.abc import Iterable

from fuelcheck.law.targets import CountedOf, Measure, Target, TargetKind
from fuelcheck.law.values import Policy
from fuelcheck.reports.figures import Cell, marks
from fuelcheck.reports.front import Notes, numbered_notes
from fuelcheck.reports.paper import Paper
from fuelcheck.reports.sentences import Sentences
from fuelcheck.reports.target_figures import Share, counted, measure_result, required_text, result_of, unclear
from fuelcheck.rules.fleet import VehicleKey
from fuelcheck.rules.target_pace import Progress
from fuelcheck.rules.target_status import Count, TargetStatus
from fuelcheck.standing.target_report import TargetReport

TARGET_FIELDS = ("name", "required", "done", "left", "unclear", "exempt", "deadline", "result", "basis")
"""Columns of the table of targets."""

_OPEN = ("to_verify", "no_vehicles", "trend")


def title_parts(report: TargetReport, paper: Paper, say: Sentences) -> list[str]:
    """The title in the parts between which it may be broken."""
    if paper.title:
        return [paper.title]
    sentence = "title.of_office" if paper.office else "title.plain"
    return say.parts(
        sentence, office=paper.office, division=report.policy.division_name, year=report.targets.year.number
    )


def notes_of(policy: Policy) -> Notes:
    """The readings of the policy's targets and measures, numbered."""
    demands: tuple[Target | Measure, ...] = (*policy.targets, *policy.measures)
    return numbered_notes(policy, {one.id: one.readings for one in demands})


def paragraph(report: TargetReport, say: Sentences) -> str:
    """How many targets are met, which are not, what nobody knows, what follows."""
    return "".join((_summary(report, say), _unmet(report, say), _to_verify(report, say), _measures(report, say),
                    _next(report, say)))  # fmt: skip


def _summary(report: TargetReport, say: Sentences) -> str:
    document, lines = report.policy.document, report.targets.lines
    named = {"title": document.title, "number": document.number, "as_of": say.day(report.as_of)}
    if not lines:
        return say("front.no_targets", **named)
    if no_vehicles(report):
        return say("front.no_vehicles", **named, total=len(lines))
    overdue = sum(line.overdue for line in lines)
    return say(
        "front.summary", **named, total=len(lines), met=sum(line.met is True for line in lines),
        unmet=sum(line.met is False for line in lines),
        overdue=say("front.overdue", n=overdue) if overdue else "", open=_open(lines, say),
    )  # fmt: skip


def no_vehicles(report: TargetReport) -> bool:
    """Whether no target finds any vehicle at all: then the register is to be checked before anything is believed."""
    lines = report.targets.lines
    return not any(line.denominator or line.left or line.unknown or line.exempt or line.unplaced for line in lines)


def _open(lines: Iterable[TargetStatus], say: Sentences) -> str:
    """Targets of which it cannot be said whether they are met, by reason."""
    kinds = [_kind_of_open(line) for line in lines if line.met is None]
    which = [say(f"front.open_{kind}", n=kinds.count(kind)) for kind in _OPEN if kind in kinds]
    return say("front.open", n=len(kinds), which="、".join(which)) if kinds else ""


def _kind_of_open(line: TargetStatus) -> str:
    result = result_of(line)
    return result if result in _OPEN else "trend"


def _unmet(report: TargetReport, say: Sentences) -> str:
    lines = [_unmet_line(line.progress, say) for line in report.lines if line.status.met is False]
    return say("front.unmet", lines="；".join(lines)) if lines else ""


def _unmet_line(way: Progress, say: Sentences) -> str:
    status = way.status
    if status.target.kind is TargetKind.ZERO:
        unknown = say("front.unmet_unknown", n=len(status.unknown)) if status.unknown else ""
        return say("front.unmet_zero", name=status.target.name, n=status.numerator, unknown=unknown)
    return say(
        "front.unmet_share", name=status.target.name, share=Share(status.numerator, status.denominator or 0).text,
        numerator=status.numerator, denominator=status.denominator, required=required_text(status, say),
        needed=_needed(way, say),
    )  # fmt: skip


def _needed(way: Progress, say: Sentences) -> str:
    if way.needed is None:
        return say("front.out_of_reach")
    kind = "come" if way.status.target.of is CountedOf.ADDITIONS else "replaced"
    return say(f"front.needed_{kind}", n=way.needed)


def _to_verify(report: TargetReport, say: Sentences) -> str:
    lines = [
        say("front.to_verify_line", name=line.target.name, n=len(line.unknown))
        for line in report.targets.lines
        if result_of(line) == "to_verify"
    ]
    return say("front.to_verify", lines="；".join(lines)) if lines else ""


def _measures(report: TargetReport, say: Sentences) -> str:
    results = [measure_result(one) for one in report.measures]
    if not results:
        return ""
    met = results.count("met")
    unmet = results.count("unmet") + results.count("overdue")
    return say("front.measures", total=len(results), met=met, unmet=unmet, open=len(results) - met - unmet)


def _next(report: TargetReport, say: Sentences) -> str:
    lines = report.targets.lines
    unknown, unplaced = _distinct(line.unknown for line in lines), _distinct(line.unplaced for line in lines)
    steps = [say("front.next_left")] if any(line.met is False for line in lines) else []
    steps += [say("front.next_unknown", n=unknown)] if unknown else []
    steps += [say("front.next_unplaced", n=unplaced)] if unplaced else []
    return say("front.next", steps="，".join(steps)) if steps else say("front.next_none")


def _distinct(groups: Iterable[tuple[VehicleKey, ...]]) -> int:
    return len({key for group in groups for key in group})


def target_rows(report: TargetReport, notes: Notes, say: Sentences) -> list[tuple[Cell, ...]]:
    """The table of targets, a row for each, in the order of ``TARGET_FIELDS``."""
    return [
        (
            line.target.name, required_text(line, say), counted(Count(line.numerator, line.denominator), say),
            len(line.left), unclear(line), len(line.exempt), line.deadline, say(f"results.{result_of(line)}"),
            basis_of(line.target.clause, notes.of_quota[line.target.id]),
        )
        for line in report.targets.lines
    ]  # fmt: skip


def basis_of(clause: str, numbers: Iterable[int]) -> str:
    """The clause, and the marks of the readings that the figure rests on."""
    return f"{clause} {marks(numbers)}".rstrip()


def target_footnote(say: Sentences) -> str:
    """What the table's signs and figures mean."""
    return say("front.footnote", notes=say("sections.notes"))

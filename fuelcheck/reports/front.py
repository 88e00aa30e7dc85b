"""What the first page says: title, four sentences, the quota table. Words and figures only."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fuelcheck.law.values import Policy, Quota
from fuelcheck.reports.figures import Cell, Rate, marks
from fuelcheck.reports.paper import Paper
from fuelcheck.reports.sentences import Sentences
from fuelcheck.rules.status import LineStatus, Status
from fuelcheck.rules.year import QuotaYear
from fuelcheck.standing.evaluation import QuotaReport
from fuelcheck.words import Period

QUOTA_FIELDS = ("name", "unit", "required", "achieved", "in_progress", "shortfall", "rate", "conclusion", "basis")
"""Columns of the quota table."""


def title_parts(report: QuotaReport, paper: Paper, say: Sentences) -> list[str]:
    """The title in the parts between which it may be broken."""
    if paper.title:
        return [paper.title]
    kind = "year" if report.span.period is Period.YEAR else "period"
    sentence = f"title.{kind}_of_office" if paper.office else f"title.{kind}"
    return say.parts(
        sentence, office=paper.office, division=report.status.policy.division_name, span=span_name(report, say)
    )


def span_name(report: QuotaReport, say: Sentences) -> str:
    """The period as a title says it: 2025年度, 2025年第一季度, 2025年3月."""
    span, status = report.span, report.status
    if span.period is Period.YEAR:
        return say("span.year", year=status.year)
    if span.period is Period.MONTH:
        return say("span.month", year=span.first.year, month=span.first.month)
    if status.policy.year_starts == (1, 1):
        quarter = say.parts("span.quarters")[(span.first.month - 1) // 3]
        return say("span.quarter", year=span.first.year, quarter=quarter)
    return say("span.days", first=say.day(span.first), last=say.day(span.last))


def paragraph(report: QuotaReport, say: Sentences, plan_annex: int) -> str:
    """What the plan demands, what was done, what is missing, what follows."""
    return "".join((_demands(report.status, say), _done(report, say), _missing(report.status, say),
                    _next(report.status, say, plan_annex)))  # fmt: skip


def _demands(status: Status, say: Sentences) -> str:
    policy = status.policy
    return say(
        "front.demands",
        title=policy.document.title,
        number=policy.document.number,
        clauses="、".join(dict.fromkeys(quota.clause for quota in policy.quotas)),
        year=status.year,
        demands="，".join(dict.fromkeys(quota.demand for quota in policy.quotas)),
    )


def _done(report: QuotaReport, say: Sentences) -> str:
    status = report.status
    batches, failed = sum(p.batches for p in report.products), sum(p.failed for p in report.products)
    lines = [
        say("front.done_line", name=line.quota.name, achieved=line.achieved, unit=unit_of(line.quota, say))
        for line in status.quotas
        if line.quota.required is not None
    ]
    year = say(
        "front.done",
        as_of=say.day(status.as_of),
        total=len(status.quotas),
        met=sum(line.met for line in status.quotas),
        lines="、".join(lines),
        batches=batches,
        failed=failed,
        rate=_failed_rate(failed, batches, say),
        flagged=_flagged(report, say),
    )
    if report.span.period is Period.YEAR:
        return year
    return _done_in_period(report, say) + year


def _flagged(report: QuotaReport, say: Sentences) -> str:
    """Contradicted batches about which nobody has said anything yet."""
    waiting = sum(not one.answer for one in report.flagged)
    return say("front.flagged", n=waiting) if waiting else ""


def _failed_rate(failed: int, batches: int, say: Sentences) -> str:
    if not failed:
        return ""
    return say("front.failed_rate", rate=Rate(failed, batches).text, failed=failed, batches=batches)


def _done_in_period(report: QuotaReport, say: Sentences) -> str:
    span = report.span
    return say(
        "front.done_in_period",
        span=span_name(report, say), first=say.day(span.first), last=say.day(span.last),
        motor_fuel=span.motor_fuel, urea=span.urea, sites=span.sites, failed=span.failed,
    )  # fmt: skip


def _missing(status: Status, say: Sentences) -> str:
    behind = [line for line in status.quotas if not line.met]
    if not behind:
        return say("front.nothing_missing")
    lost = len(status.plan.cannot_close)
    return say(
        "front.missing",
        count=len(behind),
        lines="，".join(_missing_line(line, say) for line in behind),
        lost=say("front.lost", n=lost) if lost else "",
    )


def _missing_line(line: LineStatus, say: Sentences) -> str:
    return say(
        "front.missing_line_pending" if line.in_progress else "front.missing_line",
        name=line.quota.name, shortfall=line.shortfall, unit=unit_of(line.quota, say), in_progress=line.in_progress,
    )  # fmt: skip


def _next(status: Status, say: Sentences, plan_annex: int) -> str:
    year = QuotaYear.of(status.policy.year_starts, status.year)
    over, pending = status.as_of >= year.last, any(line.in_progress for line in status.quotas)
    if status.met:
        return say("front.next_met_over" if over else "front.next_met")
    if over:
        return say("front.next_over_pending" if pending else "front.next_over")
    if not status.plan.visits:
        return say("front.next_open_waiting" if pending else "front.next_met")
    closable = say("front.next_open_lost" if status.plan.out_of_reach else "front.next_open_all")
    return say("front.next_open", visits=len(status.plan.visits), closable=closable, plan=plan_annex)


def unit_of(quota: Quota, say: Sentences) -> str:
    """What the figures of a quota are counted in."""
    return say(f"units.{quota.kind}")


@dataclass(frozen=True, slots=True)
class Notes:
    """Our readings in the order of their numbers, and those that every quota (or target) rests on."""

    texts: tuple[str, ...]
    common: tuple[int, ...]
    of_quota: dict[str, tuple[int, ...]]
    """Numbers by quota id, without the common ones."""


def notes_of(policy: Policy) -> Notes:
    """Number the readings: common ones first, then as the quotas name them, then the rest."""
    return numbered_notes(policy, {q.id: q.readings for q in policy.quotas}, [r.id for r in policy.readings])


def numbered_notes(policy: Policy, readings_of: Mapping[str, Sequence[str]], also: Iterable[str] = ()) -> Notes:
    """The readings on which the lines of a table rest, by the lines' ids, and ``also`` others after them."""
    named = list(readings_of.values())
    common = [id_ for id_ in named[0] if all(id_ in readings for readings in named)] if len(named) > 1 else []
    order = dict.fromkeys([*common, *(id_ for readings in named for id_ in readings), *also])
    numbers = {id_: number for number, id_ in enumerate(order, start=1)}
    return Notes(
        texts=tuple(policy.reading(id_).text for id_ in order),
        common=tuple(numbers[id_] for id_ in common),
        of_quota={
            line: tuple(sorted(numbers[id_] for id_ in readings if id_ not in common))
            for line, readings in readings_of.items()
        },
    )


def quota_rows(status: Status, notes: Notes, say: Sentences) -> list[tuple[Cell, ...]]:
    """The quota table, a row for each line, in the order of ``QUOTA_FIELDS``."""
    return [
        (
            line.quota.name, unit_of(line.quota, say), line.required, line.achieved, line.in_progress, line.shortfall,
            rate_of(line), conclusion_of(line, say),
            f"{line.quota.clause} {marks(notes.of_quota[line.quota.id])}".rstrip(),
        )
        for line in status.quotas
    ]  # fmt: skip


def rate_of(line: LineStatus) -> Rate:
    """Achieved of required; of a share of sites the share that was reached, of all that it is taken of."""
    return Rate(line.achieved, line.required if line.population is None else line.population)


def conclusion_of(line: LineStatus, say: Sentences) -> str:
    """Met or not, in a word."""
    return say("front.met" if line.met else "front.behind")


def quota_footnote(notes: Notes, say: Sentences) -> str:
    """What the table's signs mean."""
    title = say("sections.notes")
    if notes.common:
        return say("front.footnote", notes=title, common=marks(notes.common))
    return say("front.footnote_plain", notes=title)


def heads(say: Sentences, table: str, fields: Sequence[str]) -> list[str]:
    """The headings of a table, by the names of its fields."""
    return [say(f"{table}.{field}") for field in fields]

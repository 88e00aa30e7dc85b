"""What the pages after the first say: months, forecast, kinds of vehicles, measures, basis. Words only."""

from collections.abc import Iterable, Sequence

from fuelcheck.law.targets import Measure, Target, TargetKind
from fuelcheck.reports.figures import Cell, Rate
from fuelcheck.reports.front import Notes
from fuelcheck.reports.overview import policy_text
from fuelcheck.reports.sentences import Sentences
from fuelcheck.reports.target_figures import (
    Share,
    counted,
    measure_achieved,
    measure_required,
    measure_result,
    percent,
    reported_text,
    required_text,
    result_of,
)
from fuelcheck.reports.target_front import basis_of
from fuelcheck.rules.target_pace import Forecast, Progress
from fuelcheck.rules.target_status import Count, Targets, TargetStatus
from fuelcheck.standing.target_report import TargetReport

MONTH_FIELDS = ("name", "month", "day", "share", "left")
FORECAST_FIELDS = ("name", "needed", "day", "expected", "expected_result", "owner", "owner_left")
CATEGORY_FIELDS = ("name", "category", "done")
MEASURE_FIELDS = ("measure", "required", "reported", "achieved", "deadline", "result", "source", "basis")
REPLACED_FIELDS = ("name", "now_required", "now_done", "then_required", "then_done", "then_result")


def month_heads(report: TargetReport, say: Sentences) -> list[str]:
    """The headings over ``month_rows``."""
    months = (say("months.month", month=month.month) for month in report.targets.year.months())
    return [say("months.what"), *months]


def month_rows(report: TargetReport, say: Sentences) -> list[tuple[Cell, ...]]:
    """A row for each target: its share without the sign of per cent, or how many are left, by month."""
    months = report.targets.year.months()
    rows = []
    for line in report.lines:
        known = {point.month: _figure(point.count) for point in line.progress.months}
        rows.append((line.target.name, *(known.get(month) for month in months)))
    return rows


def month_sheet_rows(report: TargetReport) -> list[tuple[Cell, ...]]:
    """The same for a sheet, a row for each target and month, in the order of ``MONTH_FIELDS``."""
    return [
        (line.target.name, point.month, point.day, *_share_or_left(point.count))
        for line in report.lines
        for point in line.progress.months
    ]


def _figure(count: Count) -> Cell:
    if count.denominator is None:
        return count.numerator
    return Share(count.numerator, count.denominator).text.removesuffix("%")


def _share_or_left(count: Count) -> tuple[Rate | None, int | None]:
    if count.denominator is None:
        return None, count.numerator
    return Share(count.numerator, count.denominator), None


def forecast_rows(report: TargetReport, say: Sentences) -> list[tuple[Cell, ...]]:
    """What is still needed, whose most of it is, and where the target ends at this pace."""
    return [_forecast_row(line.progress, say) for line in report.lines]


def _forecast_row(way: Progress, say: Sentences) -> tuple[Cell, ...]:
    first = way.owners[0] if way.owners else None
    owner = (first.owner or say("annexes.not_known"), len(first.vehicles)) if first else (None, None)
    return (way.status.target.name, way.needed, *_expected(way.forecast, say), *owner)


def _expected(forecast: Forecast | None, say: Sentences) -> tuple[Cell, Cell, Cell]:
    if forecast is None:
        return None, None, None
    result = {True: "met", False: "unmet", None: "undecided"}[forecast.met]
    return forecast.day, counted(forecast.count, say), say(f"results.{result}")


def forecast_note(report: TargetReport, say: Sentences) -> str:
    """What the forecasts that were made take for granted."""
    used = dict.fromkeys(line.progress.forecast.assumption for line in report.lines if line.progress.forecast)
    assumptions = "；".join(say(f"assumptions.{one}") for one in used)
    return say("forecast.note", assumptions=assumptions) if used else say("forecast.none")


def category_rows(report: TargetReport, say: Sentences) -> list[tuple[Cell, ...]]:
    """Of targets that pool several categories each of these."""
    return [
        (line.target.name, one.category.zh, counted(Count(one.numerator, one.denominator), say))
        for line in report.targets.lines
        if len(line.by_category) > 1
        for one in line.by_category
    ]


def beside_text(report: TargetReport, say: Sentences) -> str:
    """Second lines that decide nothing, and how trends stand against the year before."""
    lines = report.targets.lines
    seconds = [_second(line, say) for line in lines if line.target.second_share is not None]
    text = say("beside.second", lines="；".join(seconds)) if seconds else ""
    return text + "".join(_trend(line, say) for line in lines if line.target.kind is TargetKind.TREND)


def _second(line: TargetStatus, say: Sentences) -> str:
    result = {True: "met", False: "unmet", None: "no_vehicles"}[line.second_met]
    share = line.target.second_share
    return say(
        "beside.second_line", name=line.target.name, share=percent(share) if share is not None else "",
        result=say(f"results.{result}"),
    )  # fmt: skip


def _trend(line: TargetStatus, say: Sentences) -> str:
    before = line.year_before
    if not line.denominator and not (before and before.denominator):
        return ""
    return say(
        "beside.trend", name=line.target.name, now=_ratio(Count(line.numerator, line.denominator), say),
        before=_ratio(before, say) if before else say("beside.no_vehicles"), result=say(f"results.{result_of(line)}"),
    )  # fmt: skip


def _ratio(count: Count, say: Sentences) -> str:
    if not count.denominator:
        return say("beside.no_vehicles")
    share = Share(count.numerator, count.denominator).text
    return say("beside.ratio", share=share, numerator=count.numerator, denominator=count.denominator)


def measure_rows(report: TargetReport, notes: Notes, say: Sentences) -> list[tuple[Cell, ...]]:
    """The reported measures, in the order of ``MEASURE_FIELDS``."""
    return [
        (
            one.measure.name, measure_required(one.measure, say), reported_text(one, say), measure_achieved(one, say),
            one.measure.deadline, say(f"results.{measure_result(one)}"), one.latest.source if one.latest else None,
            basis_of(one.measure.clause, notes.of_quota[one.measure.id]),
        )
        for one in report.measures
    ]  # fmt: skip


def basis_text(report: TargetReport, say: Sentences) -> str:
    """The policy, whether it has expired, who leads and who helps with each clause."""
    demands: tuple[Target | Measure, ...] = (*report.policy.targets, *report.policy.measures)
    clauses = dict.fromkeys(one.clause for one in demands)
    return policy_text(report.policy, report.as_of, say) + "".join(
        responsible_text(clause, [one for one in demands if one.clause == clause], say) for clause in clauses
    )


def responsible_text(clause: str, demands: Sequence[Target | Measure], say: Sentences) -> str:
    """Who leads and who helps with what a clause demands."""
    lead = "、".join(dict.fromkeys(name for one in demands for name in one.lead))
    cooperate = "、".join(dict.fromkeys(name for one in demands for name in one.cooperate))
    sentence = "basis.responsible_with" if cooperate else "basis.responsible"
    return say(sentence, clause=clause, lead=lead, cooperate=cooperate) if lead else ""


def replaced_text(replaced: Targets, report: TargetReport, say: Sentences) -> str:
    """Which earlier policy was replaced within the year."""
    old = replaced.policy.document
    return say("basis.replaced", year=report.targets.year.number, title=old.title, number=old.number)


def replaced_rows(now: Iterable[TargetStatus], then: Iterable[TargetStatus], say: Sentences) -> list[tuple[Cell, ...]]:
    """The figures under the new policy beside those under the old one, by target id."""
    new, old = ({line.target.id: line for line in lines} for lines in (now, then))
    return [_pair(new.get(id_), old.get(id_), say) for id_ in dict.fromkeys([*new, *old])]


def _pair(new: TargetStatus | None, old: TargetStatus | None, say: Sentences) -> tuple[Cell, ...]:
    named = new or old
    result = say(f"results.{result_of(old)}") if old else None
    return (named.target.name if named else "", *_asked_and_done(new, say), *_asked_and_done(old, say), result)


def _asked_and_done(line: TargetStatus | None, say: Sentences) -> tuple[Cell, Cell]:
    if line is None:
        return None, None
    return required_text(line, say), counted(Count(line.numerator, line.denominator), say)

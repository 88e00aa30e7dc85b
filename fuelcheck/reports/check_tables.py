"""What the summary of checks says, in words and rows: page and workbook show the same."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from fuelcheck.reports.annex import Annex
from fuelcheck.reports.figures import Cell, Rate
from fuelcheck.reports.paper import Paper
from fuelcheck.reports.sentences import Sentences
from fuelcheck.standing.check_record import CheckCount, CheckSummary

COUNT_FIELDS = ("checked", "clean", "failed", "undecided", "rate")
"""Columns of every table of checks, after the name."""
FAILURE_FIELDS = ("item", "failed", "rate")
RETEST_FIELDS = ("ordered", "in_time", "late", "open", "overdue")
VERDICTS = ("clean", "failed", "undecided")
_DAYS_IN_A_CHART = 31


def title_parts(summary: CheckSummary, paper: Paper, say: Sentences) -> list[str]:
    """The title in the parts between which it may be broken."""
    if paper.title:
        return [paper.title]
    kind = "month" if summary.whole_month else "span"
    sentence = f"title.{kind}_of_office" if paper.office else f"title.{kind}"
    return say.parts(sentence, office=paper.office, division=summary.division_name, span=span_name(summary, say))


def span_name(summary: CheckSummary, say: Sentences) -> str:
    """The span as a title says it."""
    if summary.whole_month:
        return say("span.month", year=summary.first.year, month=summary.first.month)
    return say("span.days", **_days(summary, say))


def _days(summary: CheckSummary, say: Sentences) -> dict[str, str]:
    return {"first": say.day(summary.first), "last": say.day(summary.last)}


def paragraph(summary: CheckSummary, annexes: Iterable[Annex], say: Sentences) -> str:
    """How many were checked, what failed, how the re-tests stand, what follows."""
    total, days = summary.total, _days(summary, say)
    void = say("front.void", n=summary.void) if summary.void else ""
    if not total.checked:
        return say("front.none", **days) + void
    done = say(
        "front.done", **days, checked=total.checked, clean=total.clean, failed=total.failed,
        undecided=total.undecided, rate=Rate(total.clean, total.checked).text,
    )  # fmt: skip
    return "".join((done, void, _failures(summary, say), _retests(summary, say), _next(summary, annexes, say)))


def _failures(summary: CheckSummary, say: Sentences) -> str:
    if not summary.failures:
        return ""
    items = (say("front.failure", item=one.item.zh, n=one.failed) for one in summary.failures)
    return say("front.failures", items=say("values.joint").join(items))


def _retests(summary: CheckSummary, say: Sentences) -> str:
    counts = summary.retests
    if not counts.ordered:
        return ""
    return say("front.retests", **{field: getattr(counts, field) for field in RETEST_FIELDS})


def _next(summary: CheckSummary, annexes: Iterable[Annex], say: Sentences) -> str:
    numbers = {annex.key: annex.number for annex in annexes}
    for key, lines in (("overdue", summary.overdue), ("undecided", summary.undecided)):
        if lines:
            return say(f"front.next_{key}", annex=numbers[key])
    return say("front.next")


def method_rows(summary: CheckSummary, say: Sentences) -> list[tuple[Cell, ...]]:
    """The checks by method and the sum last."""
    rows = [_row(one.method.zh if one.method else say("values.no_method"), one.count) for one in summary.methods]
    return [*rows, _row(say("values.total"), summary.total)]


def place_rows(summary: CheckSummary, say: Sentences) -> list[tuple[Cell, ...]]:
    """The checks by place and the sum last."""
    rows = [_row(one.place or say("values.no_place"), one.count) for one in summary.places]
    return [*rows, _row(say("values.total"), summary.total)]


def department_rows(summary: CheckSummary, say: Sentences) -> list[tuple[Cell, ...]]:
    """The checks by department; without a sum, since a joint check counts for each."""
    return [_row(one.department or say("values.no_department"), one.count) for one in summary.departments]


def _row(name: str, count: CheckCount) -> tuple[Cell, ...]:
    return (name, count.checked, count.clean, count.failed, count.undecided, Rate(count.clean, count.checked))


def failure_rows(summary: CheckSummary) -> list[tuple[Cell, ...]]:
    """How many failed on each item, and which share of those that failed."""
    return [(one.item.zh, one.failed, Rate(one.failed, summary.total.failed)) for one in summary.failures]


def retest_row(summary: CheckSummary) -> tuple[Cell, ...]:
    """How the follow-ups stand, in the order of ``RETEST_FIELDS``."""
    return tuple(getattr(summary.retests, field) for field in RETEST_FIELDS)


def count_heads(say: Sentences, name: str) -> list[str]:
    """The headings of a table of checks under its first one."""
    return [name, *(say(f"front.heads.{field}") for field in COUNT_FIELDS)]


def by_days(summary: CheckSummary) -> bool:
    """Whether the chart has a column for each day; a longer span has one for each month."""
    return (summary.last - summary.first).days < _DAYS_IN_A_CHART


def columns(summary: CheckSummary) -> list[tuple[str, CheckCount]]:
    """The columns of the chart in order: the day's or month's number, and its checks; empty ones too."""
    counts = {one.day: one.count for one in summary.days}
    days = [summary.first + timedelta(n) for n in range((summary.last - summary.first).days + 1)]
    if by_days(summary):
        return [(f"{day.day:02d}", counts.get(day, CheckCount())) for day in days]
    months = dict.fromkeys((day.year, day.month) for day in days)
    return [
        (f"{month:02d}", _sum([count for day, count in counts.items() if (day.year, day.month) == (year, month)]))
        for year, month in months
    ]


def _sum(counts: Sequence[CheckCount]) -> CheckCount:
    return CheckCount(*(sum(getattr(one, field) for one in counts) for field in ("checked", *VERDICTS)))


def day_heads(summary: CheckSummary, say: Sentences) -> list[str]:
    """The headings over ``day_rows``."""
    return [say("days.heads.what"), *(name for name, _ in columns(summary)), say("days.heads.total")]


def day_rows(summary: CheckSummary, say: Sentences) -> list[tuple[Cell, ...]]:
    """Checks by verdict, a column for each day or month, and their sum."""
    found = columns(summary)
    return [
        (say(f"days.heads.{field}"), *(getattr(count, field) for _, count in found), getattr(summary.total, field))
        for field in ("checked", *VERDICTS)
    ]


def day_sheet_rows(summary: CheckSummary) -> list[tuple[Cell, ...]]:
    """The same for a sheet: a row for each day with a check."""
    return [(one.day, *_row("", one.count)[1:]) for one in summary.days]

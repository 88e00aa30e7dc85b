"""The checks of a span of days added up: by place, department, method, day and kind of failure, with the re-tests."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from fuelcheck.law.roadside import RoadsideLaw
from fuelcheck.standing.check_record import (
    CheckCount,
    CheckLine,
    CheckSummary,
    DayCount,
    DepartmentCount,
    FailureCount,
    FollowedUp,
    MethodCount,
    PlaceCount,
    RetestCount,
)
from fuelcheck.standing.checks import Wanted, check_lines, division_name
from fuelcheck.standing.head import head
from fuelcheck.store.registers import is_example
from fuelcheck.store.session import View
from fuelcheck.words import CheckItem, CheckMethod, RetestState, Verdict

K = TypeVar("K", bound=Hashable)


def check_summary(view: View, law: RoadsideLaw, first: date, last: date, as_of: date) -> CheckSummary:
    """The summary of the checks from ``first`` to ``last`` as they stood by the end of ``as_of``."""
    lines = check_lines(view, law, Wanted(first, min(last, as_of)), as_of)
    standing = [line for line in lines if not line.fact.void]
    return CheckSummary(
        head(view), is_example(view.connection, view.division), division_name(view), as_of, first, last,
        counted(standing), len(lines) - len(standing),
        tuple(DayCount(day, count) for day, count in _by(standing, _day)),
        tuple(PlaceCount(place, count) for place, count in _by(standing, _place)),
        tuple(DepartmentCount(name, count) for name, count in _by(standing, _departments)),
        tuple(MethodCount(method, count) for method, count in _by(standing, _method, _order_of_method)),
        failures(standing), retests(line.follow_up for line in standing if line.follow_up is not None), lines,
    )  # fmt: skip


def counted(lines: Sequence[CheckLine]) -> CheckCount:
    """Checks by verdict."""
    verdicts = Counter(line.verdict.verdict for line in lines)
    return CheckCount(len(lines), verdicts[Verdict.PASS], verdicts[Verdict.FAIL], verdicts[Verdict.UNDECIDED])


def failures(lines: Iterable[CheckLine]) -> tuple[FailureCount, ...]:
    """How many checks failed on each item, the most frequent first, then in the order of the items."""
    found = Counter(item for line in lines for item in line.failed_items)
    order = list(CheckItem)
    return tuple(FailureCount(item, found[item]) for item in sorted(found, key=lambda i: (-found[i], order.index(i))))


def retests(follow_ups: Iterable[FollowedUp]) -> RetestCount:
    """How follow-ups stand."""
    standings = [one.standing for one in follow_ups]
    late = sum(one.state is RetestState.CLOSED and one.late for one in standings)
    closed = sum(one.state is RetestState.CLOSED for one in standings)
    overdue = sum(one.state is RetestState.OVERDUE for one in standings)
    return RetestCount(len(standings), closed - late, late, len(standings) - closed - overdue, overdue)


def _by(
    lines: Sequence[CheckLine], keys: Callable[[CheckLine], Iterable[K]], order: Callable[[K], object] | None = None
) -> list[tuple[K, CheckCount]]:
    """The lines counted under each of their keys, in the order of the keys."""
    groups: dict[K, list[CheckLine]] = {}
    for line in lines:
        for key in keys(line):
            groups.setdefault(key, []).append(line)
    return [(key, counted(groups[key])) for key in sorted(groups, key=order)]  # type: ignore[type-var,arg-type]


def _day(line: CheckLine) -> tuple[date]:
    return (line.fact.checked_on,)


def _place(line: CheckLine) -> tuple[str]:
    return (line.fact.place,)


def _departments(line: CheckLine) -> tuple[str, ...]:
    return line.fact.departments or ("",)


def _method(line: CheckLine) -> tuple[CheckMethod | None]:
    return (line.fact.check.method,)


def _order_of_method(method: CheckMethod | None) -> int:
    return len(CheckMethod) if method is None else list(CheckMethod).index(method)

"""Where the vehicle targets stand, what a purchase plan would change, and the figures that departments report."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from fuelcheck.errors import EnvironmentProblem
from fuelcheck.ledgers.purchase_plan import WrittenPlan, read_plan
from fuelcheck.library.quotas import today
from fuelcheck.library.reasons import need_reason
from fuelcheck.rules.purchase_plan import Purchase
from fuelcheck.services import measures
from fuelcheck.standing import targets as standing
from fuelcheck.standing.target_report import TargetReport
from fuelcheck.store.session import Store


def targets_report(
    store: Store, *, as_of: date | None = None, known_at: datetime | None = None,
    division: str | None = None, plan: Sequence[Purchase] = (),
) -> TargetReport:  # fmt: skip
    """Every vehicle target and measure by the end of ``as_of`` (default: today in China), as known at a moment.

    With ``plan`` also what these purchases would change. NoPolicy, BeforeFirstPolicy.
    """
    with store.reading(division, known_at) as view:
        return standing.targets(view, as_of or today(store), plan)


def plan_file(path: str | Path) -> WrittenPlan:
    """The purchase plan that a workbook, a CSV or a TOML file states; FileRefused with every fault."""
    return read_plan(Path(path))


def report_measure(
    store: Store, measure: str, *, year: int, value: str, source: str, by: str, evidence: str | Path | None = None,
    update: bool = False, reason: str | None = None, division: str | None = None,
) -> bool:  # fmt: skip
    """Enter what a department reports for a year; False: it stood there already.

    ``evidence`` is the paper's file, of which the hash is kept. ``update`` replaces a figure and
    needs a ``reason``. NoSuchMeasure, BadFigure, AlreadyReported, ReasonNeeded.
    """
    need_reason(update, reason)
    digest = None if evidence is None else _digest(Path(evidence))
    with store.act("report_measure", by, reason=reason, division=division) as act:
        return measures.report_measure(act, measure, year, value, source, digest, update=update)


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise EnvironmentProblem(why=str(error)) from error

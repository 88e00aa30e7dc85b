"""Where the quotas stand, and the report rendered."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from fuelcheck.china import CHINA
from fuelcheck.library.rendering import in_format
from fuelcheck.rules.status import Status
from fuelcheck.standing import quotas as standing
from fuelcheck.standing.evaluation import QuotaReport
from fuelcheck.store.session import Store
from fuelcheck.whole_file import write_whole
from fuelcheck.words import Period

if TYPE_CHECKING:
    from fuelcheck.reports.paper import Paper


Talk = Callable[[str], None]


def quota_status(
    store: Store, *, year: int, as_of: date | None = None, known_at: datetime | None = None,
    division: str | None = None,
) -> Status:  # fmt: skip
    """Where the year's quotas stand by the end of ``as_of`` (default: today in China), as known at a moment."""
    with store.reading(division, known_at) as view:
        return standing.status(view, year, as_of or today(store))


def quota_report(
    store: Store, *, year: int, as_of: date | None = None, known_at: datetime | None = None,
    period: Period | str = Period.YEAR, division: str | None = None,
) -> QuotaReport:  # fmt: skip
    """The status and all its annexes; ``period`` is year, quarter or month of the roster day."""
    with store.reading(division, known_at) as view:
        return standing.report(view, year, as_of or today(store), Period(period))


def render_quota_report(
    report: QuotaReport, path: str | Path, paper: "Paper | None" = None, *, talk: Talk | None = None
) -> None:
    """Write the report as PDF or ``.xlsx``, by the path's suffix; ``paper`` is what the office adds."""
    write_whole(Path(path), rendered(report, Path(path).suffix, paper, talk))


def rendered(report: QuotaReport, suffix: str, paper: "Paper | None", talk: Talk | None = None) -> bytes:
    """The report's bytes in the format of a file's suffix; UnknownReportType.

    ``talk`` is told lines for people: fonts being prepared, characters that no font has.
    """
    from fuelcheck.reports.paper import Paper
    from fuelcheck.reports.quota import write_pdf
    from fuelcheck.reports.workbook import write_workbook

    sheet = paper or Paper()
    return in_format(
        suffix,
        lambda file: write_pdf(report, file, sheet, talk=talk),
        lambda file: write_workbook(report, file, sheet),
    )


def today(store: Store) -> date:
    """Today in China by the store's clock."""
    return store.clock().astimezone(CHINA).date()

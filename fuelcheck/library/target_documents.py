"""The electrification report and the phase-out list, rendered."""

from pathlib import Path
from typing import TYPE_CHECKING

from fuelcheck.library.quotas import Talk
from fuelcheck.library.rendering import in_format
from fuelcheck.standing.target_report import TargetReport
from fuelcheck.whole_file import write_whole

if TYPE_CHECKING:
    from fuelcheck.reports.paper import Paper


def render_targets_report(
    report: TargetReport, path: str | Path, paper: "Paper | None" = None, *, talk: Talk | None = None
) -> None:
    """Write the electrification report as PDF or ``.xlsx``, by the path's suffix."""
    write_whole(Path(path), rendered_targets_report(report, Path(path).suffix, paper, talk))


def render_phase_out_list(
    report: TargetReport, path: str | Path, paper: "Paper | None" = None, *, talk: Talk | None = None
) -> None:
    """Write the phase-out list as PDF or ``.xlsx``, by the path's suffix."""
    write_whole(Path(path), rendered_phase_out_list(report, Path(path).suffix, paper, talk))


def rendered_targets_report(
    report: TargetReport, suffix: str, paper: "Paper | None", talk: Talk | None = None
) -> bytes:
    """The electrification report's bytes in the format of a file's suffix; UnknownReportType."""
    from fuelcheck.reports.paper import Paper
    from fuelcheck.reports.targets import write_pdf, write_workbook

    sheet = paper or Paper()
    return in_format(
        suffix,
        lambda file: write_pdf(report, file, sheet, talk=talk),
        lambda file: write_workbook(report, file, sheet),
    )


def rendered_phase_out_list(
    report: TargetReport, suffix: str, paper: "Paper | None", talk: Talk | None = None
) -> bytes:
    """The phase-out list's bytes in the format of a file's suffix; UnknownReportType."""
    from fuelcheck.reports.paper import Paper
    from fuelcheck.reports.phase_out import write_pdf, write_workbook

    sheet = paper or Paper()
    return in_format(
        suffix,
        lambda file: write_pdf(report, file, sheet, talk=talk),
        lambda file: write_workbook(report, file, sheet),
    )

"""The quota status as a person reads it in the terminal."""

from datetime import date

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from fuelcheck.language import _, say
from fuelcheck.rules.status import LineStatus
from fuelcheck.standing.evaluation import QuotaReport

WIDE, WIDE_BAR, NARROW_BAR = 100, 24, 10
MOST_NAMES = 8


def show(report: QuotaReport, console: Console | None = None) -> None:
    """Print the status: the table of quotas, then what is missing and what comes next."""
    screen = console or Console(highlight=False)
    bar = WIDE_BAR if screen.width >= WIDE else NARROW_BAR
    parts: list[RenderableType] = [_heading(report), _quotas(report, bar), *_missing(report), *_further(report)]
    screen.print(Group(*parts, _months(report), _townships(report)))


def _heading(report: QuotaReport) -> Text:
    status, paper = report.status, report.status.policy.document
    lines = Text()
    if report.example:
        lines.append(_("Example county: every site and batch is invented") + "\n", style="yellow")
    lines.append(
        say(_("{division}: fuel sampling {year}, as of {day}"),
            division=status.policy.division_name, year=status.year, day=status.as_of) + "\n",
        style="bold",
    )  # fmt: skip
    lines.append(say(_("By {number}; known up to act {n}"), number=paper.number, n=report.head.n))
    if expired := status.policy.expired_on(status.as_of):
        lines.append(
            "\n" + say(_("The document expired on {day}; counting goes on by it"), day=expired), style="yellow"
        )
    if report.replaced is not None:
        lines.append(
            "\n" + say(_("It replaced {number} within the year"), number=report.replaced.policy.document.number)
        )
    return lines


def _quotas(report: QuotaReport, bar: int) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    table.add_column(_("Quota"), min_width=12, overflow="fold")
    table.add_column("", min_width=bar, no_wrap=True)
    for title in (_("Done"), _("Required"), _("Pending"), _("Short"), _("Result")):
        wide = max(cell_len(title), cell_len(_("not met")) if title == _("Result") else 0)
        table.add_column(title, justify="left" if title == _("Result") else "right", min_width=wide, no_wrap=True)
    for line in report.status.quotas:
        table.add_row(
            line.quota.name, _bar(line, bar), str(line.achieved), str(line.required), str(line.in_progress),
            str(line.shortfall), _result(line),
        )  # fmt: skip
    return table


def _bar(line: LineStatus, width: int) -> Text:
    """Full only when the quota is met: a bar rounds nothing up."""
    full = width if line.met or not line.required else min(width - 1, line.achieved * width // line.required)
    return Text("█" * full + "░" * (width - full), style=_colour(line))


def _result(line: LineStatus) -> Text:
    return Text(_("met") if line.met else _("not met"), style=_colour(line))


def _colour(line: LineStatus) -> str:
    return "green" if line.met else "yellow"


def _missing(report: QuotaReport) -> list[Text]:
    parts = []
    for line in report.status.quotas:
        if line.missing:
            names = [_name(report, item, item in line.pending) for item in line.missing]
            parts.append(_list(say(_("{quota}, missing ({count}): "), quota=line.quota.name, count=len(names)), names))
        if line.left_uncovered:
            names = [_name(report, code) for code in line.left_uncovered]
            parts.append(_list(say(_("Closed without having been sampled ({count}): "), count=len(names)), names))
    return parts


def _name(report: QuotaReport, item: str | tuple[str, date], pending: bool = False) -> str:
    code, month = (item, None) if isinstance(item, str) else item
    text = f"{report.site_names.get(code, '')} {code}".strip()
    if month is not None:
        text += f" {month:%Y-%m}"
    return say(_("{name} (at the laboratory)"), name=text) if pending else text


def _list(title: str, names: list[str]) -> Text:
    more = say(_(" … and {count} more"), count=len(names) - MOST_NAMES) if len(names) > MOST_NAMES else ""
    text = Text(title, style="bold")
    text.append("; ".join(names[:MOST_NAMES]) + more, style="not bold")
    return text


def _further(report: QuotaReport) -> list[Text]:
    status, pace, plan = report.status, report.pace, report.status.plan
    lines = []
    meets = say(_("met at this pace on {day}"), day=pace.meets_on) if pace.meets_on else _("nothing counted yet")
    lines.append(
        say(_("Pace: {achieved} motor-fuel batches, {expected} due by now ({elapsed} of {days} days); {meets}"),
            achieved=pace.achieved, expected=pace.expected, elapsed=pace.elapsed_days, days=pace.year_days, meets=meets)
    )  # fmt: skip
    if pace.december_heap:
        lines.append(_("More than a quarter of the year's batches were drawn in its last month"))
    if plan.visits:
        lines.append(
            say(_("Fewest visits that close every quota: {count}"
                  " (if all that is at the laboratory is reported: {fewer})"),
                count=len(plan.visits), fewer=plan.if_pending_reported)
        )  # fmt: skip
    if plan.cannot_close:
        lines.append(
            say(_("No visit can mend any more: {count} months of depots and producers"), count=len(plan.cannot_close))
        )
    beside = status.beside
    lines.append(
        say(_("Beside: {higher} batches of higher levels, {recheck} rechecks, {monitoring} of monitoring,"
              " {other} of other fuels; stations under no quota: {none}"),
            higher=beside.higher_level_batches, recheck=beside.recheck_batches, monitoring=beside.monitoring_batches,
            other=beside.other_fuel_batches, none=beside.stations_under_no_quota)
    )  # fmt: skip
    if report.notices:
        lines.append(
            say(_("Notices that nobody has answered: {count} (fuelcheck notice list)"), count=len(report.notices))
        )
    if any(line.quota.interpretation for line in status.quotas):
        lines.append(_("Figures rest on readings of ours where the plan is vague; the report names each"))
    return [Text(line) for line in lines]


def _months(report: QuotaReport) -> Padding:
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold", pad_edge=False)
    table.add_column(_("By month of sampling"), no_wrap=True)
    for month in report.months:
        table.add_column(f"{month.month.month}", justify="right", min_width=3)
    lines = {
        _("Motor fuel"): [m.motor_fuel for m in report.months],
        _("Since the year began"): [m.cumulative for m in report.months],
        _("Due by then"): [m.expected for m in report.months],
        _("Urea"): [m.urea for m in report.months],
    }
    for title, numbers in lines.items():
        table.add_row(title, *map(str, numbers))
    return Padding(table, (1, 0, 0, 0))


def _townships(report: QuotaReport) -> Padding:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    table.add_column(_("Township"), no_wrap=True)
    for title in (_("Stations"), _("Sampled"), _("Private"), _("Sampled"), _("Motor fuel"), _("Urea"), _("Failed")):
        table.add_column(title, justify="right")
    for town in report.townships:
        behind = town.private_covered < town.private
        table.add_row(
            town.township,
            *map(
                str,
                (
                    town.stations,
                    town.covered,
                    town.private,
                    town.private_covered,
                    town.motor_fuel,
                    town.urea,
                    town.failed,
                ),
            ),
            style="yellow" if behind else "",
        )
    return Padding(table, (1, 0, 0, 0))

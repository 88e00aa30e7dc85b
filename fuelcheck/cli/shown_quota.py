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
NARROW = 70
"""Below this width there are no bars, months stand below each other, and townships show coverage only."""
MOST_NAMES = 8


def show(report: QuotaReport, console: Console | None = None) -> None:
    """Print the status: the table of quotas, then what is missing and what comes next."""
    screen = console or Console(highlight=False)
    narrow = screen.width < NARROW
    bar = WIDE_BAR if screen.width >= WIDE else 0 if narrow else NARROW_BAR
    parts: list[RenderableType] = [_heading(report), _quotas(report, bar), *_missing(report), *_further(report)]
    screen.print(Group(*parts, _months(report, narrow), _townships(report, narrow)))


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
    table = Table(box=None, padding=(0, 2 if bar else 1, 0, 0), header_style="bold", pad_edge=False)
    table.add_column(_("Quota"), min_width=10, overflow="fold")
    if bar:
        table.add_column("", width=bar, no_wrap=True)
    for title in (_("Done"), _("Required"), _("Pending"), _("Short")):
        table.add_column(title, justify="right", min_width=cell_len(title) if bar else 4, overflow="fold")
    table.add_column(_("Result"), min_width=max(map(cell_len, (_("met"), _("not met")))), overflow="fold")
    for line in report.status.quotas:
        table.add_row(
            line.quota.name, *([_bar(line, bar)] if bar else []), str(line.achieved), str(line.required),
            str(line.in_progress), str(line.shortfall), _result(line),
        )  # fmt: skip
    return table


def _bar(line: LineStatus, width: int) -> Text:
    """Full only when the quota is met: a bar rounds nothing up. Both signs are in GBK."""
    full = width if line.met or not line.required else min(width - 1, line.achieved * width // line.required)
    return Text("█" * full + "▁" * (width - full), style=_colour(line))


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
    meets = _("nothing counted yet")
    if pace.meets_on is not None:
        late = pace.meets_on.year > status.year + 1
        meets = (
            _("not met within a year at this pace") if late else say(_("met at this pace on {day}"), day=pace.meets_on)
        )
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
    lines += _at_laboratories(report)
    if report.notices:
        lines.append(
            say(_("Notices that nobody has answered: {count} (fuelcheck notice list)"), count=len(report.notices))
        )
    if any(line.quota.interpretation for line in status.quotas):
        lines.append(_("Figures rest on readings of ours where the plan is vague; the report names each"))
    return [Text(line) for line in lines]


def _at_laboratories(report: QuotaReport) -> list[str]:
    """What a person should look at before anything is sent out; nothing where there is nothing."""
    lines = []
    if report.flagged:
        forms = [one.row.batch.form_no for one in report.flagged]
        shown = ", ".join(forms[:MOST_NAMES]) + (" …" if len(forms) > MOST_NAMES else "")
        lines.append(
            say(_("Flagged: {count} batches where laboratory and our judging contradict each other ({forms}):"
                  " see fuelcheck batch show FORM_NO"),
                count=len(forms), forms=shown)
        )  # fmt: skip
    if report.overdue:
        lines.append(say(_("Late at the laboratory: {count}"), count=len(report.overdue)))
    return lines


def _months(report: QuotaReport, narrow: bool) -> Padding:
    lines = {
        _("Motor fuel"): [m.motor_fuel for m in report.months],
        _("Since the year began"): [m.cumulative for m in report.months],
        _("Due by then"): [m.expected for m in report.months],
        _("Urea"): [m.urea for m in report.months],
    }
    months = [str(m.month.month) for m in report.months]
    title = _("By month of sampling")
    if narrow:
        rows = [[month, *map(str, numbers)] for month, *numbers in zip(months, *lines.values(), strict=True)]
        return _table([title, *lines], rows)
    return _table([title, *months], [[name, *map(str, numbers)] for name, numbers in lines.items()])


def _townships(report: QuotaReport, narrow: bool) -> Padding:
    heads = [_("Township"), _("Private"), _("Sampled")]
    rows = [[t.township, t.private, t.private_covered] for t in report.townships]
    if not narrow:
        heads = [heads[0], _("Stations"), _("Sampled"), *heads[1:], _("Motor fuel"), _("Urea"), _("Failed")]
        rows = [
            [row[0], t.stations, t.covered, *row[1:], t.motor_fuel, t.urea, t.failed]
            for row, t in zip(rows, report.townships, strict=True)
        ]
    styles = ["yellow" if t.private_covered < t.private else "" for t in report.townships]
    return _table(heads, [list(map(str, row)) for row in rows], styles)


def _table(heads: list[str], rows: list[list[str]], styles: list[str] | None = None) -> Padding:
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold", pad_edge=False)
    table.add_column(heads[0], no_wrap=True)
    for head in heads[1:]:
        table.add_column(head, justify="right", min_width=3, overflow="fold")
    for row, style in zip(rows, styles or [""] * len(rows), strict=True):
        table.add_row(*row, style=style)
    return Padding(table, (1, 0, 0, 0))

"""The vehicle targets as a person reads them in the terminal."""

from collections import defaultdict
from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from fuelcheck.cli.percent import percent, percent_of
from fuelcheck.cli.shown_measures import measure_table
from fuelcheck.faults import SENTENCES
from fuelcheck.language import _, say
from fuelcheck.law.targets import CountedOf, TargetKind
from fuelcheck.rules.purchase_plan import PlanEffect
from fuelcheck.rules.target_pace import Forecast
from fuelcheck.rules.target_status import Count, TargetStatus
from fuelcheck.standing.target_report import TargetLine, TargetReport

NARROW = 70
"""Below this width a target shows only what is done, what is required, and the result."""
MOST_OWNERS = 5
READING_MARK = "*"


def show(report: TargetReport, console: Console | None = None) -> None:
    """Print the targets, then what is left and whose, the forecasts, the measures, and the plan's effect."""
    screen = console or Console(highlight=False)
    narrow = screen.width < NARROW
    parts: list[RenderableType] = [_heading(report), _targets(report, narrow), *_left(report), *_forecasts(report)]
    parts += _notices(report)
    if report.measures:
        parts.append(measure_table(report.measures, narrow))
    if report.plan is not None:
        parts += _plan(report.plan)
    screen.print(Group(*parts))


def _heading(report: TargetReport) -> Text:
    policy, lines = report.policy, Text()
    if report.example:
        lines.append(_("Example county: every site and batch is invented") + "\n", style="yellow")
    lines.append(
        say(_("{division}: vehicle targets, as of {day}"), division=policy.division_name, day=report.as_of) + "\n",
        style="bold",
    )
    lines.append(say(_("By {number}; known up to act {n}"), number=policy.document.number, n=report.head.n))
    if expired := policy.expired_on(report.as_of):
        lines.append(
            "\n" + say(_("The document expired on {day}; counting goes on by it"), day=expired), style="yellow"
        )
    if not report.lines:
        lines.append("\n" + _("The policy states no vehicle targets"), style="yellow")
    return lines


def _targets(report: TargetReport, narrow: bool) -> RenderableType:
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold", pad_edge=False)
    table.add_column(_("Target"), min_width=10, overflow="fold")
    heads = [_("Done"), _("Required")]
    if not narrow:
        heads = [_("Clause"), _("Done"), _("Share"), _("Required"), _("By"), _("Unknown"), _("Exempt")]
    for head in heads:
        table.add_column(head, justify="right", overflow="fold")
    table.add_column(_("Result"), overflow="fold")
    for line in report.lines:
        table.add_row(line.target.name, *_cells(line.status, narrow), _result(line.status))
    return Padding(table if report.lines else Text(), (1, 0, 0, 0))


def _cells(status: TargetStatus, narrow: bool) -> list[str | Text]:
    target = status.target
    mark = READING_MARK if status.interpretation else ""
    done, required = _count(Count(status.numerator, status.denominator)), _required(status) + mark
    if narrow:
        return [done, required]
    share = percent_of(status.numerator, status.denominator) if status.denominator else "—"
    deadline = Text(
        "—" if status.deadline is None else status.deadline.isoformat(), style="red" if status.overdue else ""
    )
    return [target.clause, done, share, required, deadline, str(len(status.unknown)), str(len(status.exempt))]


def _count(count: Count) -> str:
    if count.denominator is None:
        return say(_("{count} left"), count=count.numerator)
    return f"{count.numerator}/{count.denominator}"


def _required(status: TargetStatus) -> str:
    if status.target.kind is TargetKind.ZERO:
        return "0"
    return _("grow") if status.required is None else percent(status.required)


def _result(status: TargetStatus) -> Text:
    if status.target.kind is TargetKind.TREND:
        words = {True: _("falling"), False: _("not falling"), None: _("no data")}[status.falling]
        return Text(words, style="yellow" if status.falling else "")
    if status.met is None:
        return Text(_("undecided") if status.unknown else _("no data"), style="yellow")
    style = "green" if status.met else "red" if status.overdue else "yellow"
    return Text(_("met") if status.met else _("overdue") if status.overdue else _("not met"), style=style)


def _left(report: TargetReport) -> Iterator[Text]:
    for line in report.lines:
        if line.left:
            yield _owners(_left_title(line), line)
        if line.unknown:
            suspected = sum(row.suspected for row in line.unknown)
            yield Text(
                say(_("{target}, stage or combustion unknown: {count}, of which {suspected} probably have to go"),
                    target=line.target.name, count=len(line.unknown), suspected=suspected)
            )  # fmt: skip


def _left_title(line: TargetLine) -> str:
    """How many are left, and how many of them the target leaves no choice about."""
    needed, count = line.progress.needed, len(line.left)
    if needed and needed < count and line.target.of is CountedOf.STOCK:
        return say(
            _("{target}, left ({count}, of which {needed} must still go): "),
            target=line.target.name, count=count, needed=needed,
        )  # fmt: skip
    return say(_("{target}, left ({count}): "), target=line.target.name, count=count)


def _owners(title: str, line: TargetLine) -> Text:
    owners = line.progress.owners
    names = [f"{owner.owner or _('owner not stated')} {len(owner.vehicles)}" for owner in owners[:MOST_OWNERS]]
    more = len(owners) - len(names)
    text = Text(title, style="bold")
    text.append("; ".join(names) + (say(_(" … and {count} more"), count=more) if more else ""), style="not bold")
    return text


def _forecasts(report: TargetReport) -> Iterator[Text]:
    """One line for all targets that share a day and an assumption."""
    groups: dict[str, list[str]] = defaultdict(list)
    for line in report.lines:
        ahead = line.progress.forecast
        if ahead is not None and not (ahead.count.denominator == 0 and not line.status.denominator):
            title = say(_("Forecast for {day}, if: {assumption}"), day=ahead.day, assumption=ahead.assumption.sentence)
            groups[title].append(f"{line.target.name} {_expected(ahead)}")
    for title, names in groups.items():
        text = Text(title + ": ", style="bold")
        text.append("; ".join(names), style="not bold")
        yield text


def _expected(ahead: Forecast) -> str:
    words = {True: _("met"), False: _("not met"), None: _("undecided")}[ahead.met]
    return f"{_count(ahead.count)} {words}"


def _notices(report: TargetReport) -> Iterator[Text]:
    for notice in report.notices:
        yield Text(say(SENTENCES[notice.code], **notice.values))
    if report.register_notices:
        yield Text(
            say(_("Notices about vehicles that nobody has answered: {count}"), count=len(report.register_notices))
        )
    if report.changes:
        yield Text(say(_("Changes since the last document: {count}"), count=len(report.changes)))
    if any(line.status.interpretation for line in report.lines):
        yield Text(say(_("{mark} Rests on readings of ours where the plan is vague"), mark=READING_MARK))


def _plan(effect: PlanEffect) -> Iterator[RenderableType]:
    """The targets that the plan touches, without it and with it."""
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold", pad_edge=False)
    table.add_column(say(_("On {day}"), day=effect.day), min_width=10, overflow="fold")
    for head in (_("Without the plan"), _("With the plan")):
        table.add_column(head, justify="right", overflow="fold")
    for without, planned in zip(effect.without.lines, effect.with_plan.lines, strict=True):
        before, after = (Count(line.numerator, line.denominator) for line in (without, planned))
        if before != after:
            table.add_row(planned.target.name, *map(_standing, (without, planned)))
    yield Padding(table if table.rows else Text(_("The plan changes no target")), (1, 0, 0, 0))
    for names, sentence in (
        (effect.not_found, _("To be replaced, but not in the fleet then: {names}")),
        (effect.ambiguous, _("To be replaced, but borne by several vehicles: {names}")),
    ):
        if names:
            yield Text(say(sentence, names=", ".join(names)), style="yellow")


def _standing(status: TargetStatus) -> Text:
    return Text.assemble(_count(Count(status.numerator, status.denominator)), " ", _result(status))

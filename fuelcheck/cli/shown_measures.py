"""The measures that departments report, as a person reads them in the terminal."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from fuelcheck.cli.percent import percent
from fuelcheck.language import _, say
from fuelcheck.law.targets import Measure, MeasureKind
from fuelcheck.rules.measures import MeasureStatus

NARROW = 70


def show(measures: Sequence[MeasureStatus], console: Console | None = None) -> None:
    """Print the measures, and below them each reported figure with its source."""
    screen = console or Console(highlight=False)
    if not measures:
        screen.print(_("The policy asks for no reported figures"))
        return
    screen.print(measure_table(measures, screen.width < NARROW))
    for status in measures:
        for figure in status.history:
            screen.print(
                say(_("{measure} {year}: {value} ({source})"),
                    measure=status.measure.name, year=figure.year, value=f"{figure.value:f}", source=figure.source)
            )  # fmt: skip


def measure_table(measures: Iterable[MeasureStatus], narrow: bool) -> RenderableType:
    """A row for each measure: what was reached, of what, by the figure of which year."""
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold", pad_edge=False)
    table.add_column(_("Measure"), min_width=10, overflow="fold")
    heads = [_("Reached"), _("Required")] if narrow else [_("Clause"), _("Reached"), _("Required"), _("Figure of")]
    for head in heads:
        table.add_column(head, justify="right", overflow="fold")
    table.add_column(_("Result"), overflow="fold")
    for status in measures:
        measure, latest = status.measure, status.latest
        reached = "—" if status.achieved is None else _shown(measure, status.achieved)
        cells = [reached, _shown(measure, measure.required)]
        if not narrow:
            cells = [measure.clause, *cells, "—" if latest is None else str(latest.year)]
        table.add_row(measure.name, *cells, _result(status))
    return Padding(table, (1, 0, 0, 0))


def _shown(measure: Measure, figure: Decimal) -> str:
    match measure.kind:
        case MeasureKind.LEVEL:
            return percent(figure)
        case MeasureKind.GROWTH:
            return say(_("{share} a year"), share=percent(figure, sign=True))
        case MeasureKind.CHANGE:
            return say(_("{points} points"), points=percent(figure, sign=True).removesuffix("%"))


def _result(status: MeasureStatus) -> Text:
    if status.met is None:
        return Text(_("no data"), style="yellow")
    return Text(_("met") if status.met else _("not met"), style="green" if status.met else "yellow")

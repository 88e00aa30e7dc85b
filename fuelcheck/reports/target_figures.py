"""How the figures of vehicle targets and measures are written: never rounded up to a goal."""

from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from fuelcheck.law.targets import Measure, MeasureKind, TargetKind
from fuelcheck.reports.figures import NOT_APPLICABLE, Cell, Rate
from fuelcheck.reports.sentences import Sentences
from fuelcheck.rules.measures import MeasureStatus, Reported
from fuelcheck.rules.target_status import Count, TargetStatus


@dataclass(frozen=True, slots=True)
class Share(Rate):
    """A share to a tenth of a per cent, rounded down: one that misses its line never looks as if it met it.

    >>> Share(8999, 10_000).text, Share(9, 10).text
    ('89.9%', '90.0%')
    """

    @property
    def value(self) -> Decimal | None:
        """The share to a thousandth, as it is printed; None without a denominator."""
        if not self.denominator:
            return None
        return (Decimal(self.numerator) / self.denominator).quantize(Decimal("0.001"), ROUND_DOWN)


def percent(share: Decimal) -> str:
    """A share in per cent with the digits that it has.

    >>> percent(Decimal("1.00")), percent(Decimal("0.815")), percent(Decimal("-0.025"))
    ('100%', '81.5%', '-2.5%')
    """
    return f"{_plain(share * 100)}%"


def counted(count: Count, say: Sentences) -> Cell:
    """A share, or how many of a zero target are left."""
    if count.denominator is None:
        return say("figures.left", n=count.numerator)
    return Share(count.numerator, count.denominator)


def required_text(status: TargetStatus, say: Sentences) -> str:
    """What a target asks for; — where there is no number."""
    if status.target.kind is TargetKind.ZERO:
        return say("figures.none_left")
    return NOT_APPLICABLE if status.required is None else percent(status.required)


def result_of(status: TargetStatus) -> str:
    """The name of a target's result among the sentences' ``results``."""
    if status.met is not None:
        return "met" if status.met else "overdue" if status.overdue else "unmet"
    if status.target.kind is TargetKind.ZERO:
        return "to_verify" if status.unknown else "no_vehicles"
    if not status.denominator:
        return "no_vehicles"
    return {True: "falling", False: "not_falling", None: "trend"}[status.falling]


def unclear(status: TargetStatus) -> int:
    """Vehicles of which nobody knows whether or how the target counts them."""
    return len({*status.unknown, *status.unplaced})


def measure_required(measure: Measure, say: Sentences) -> str:
    """What a measure asks for."""
    if measure.kind is MeasureKind.CHANGE:
        return _points(measure.required, say)
    kind = "growth" if measure.kind is MeasureKind.GROWTH else "level"
    return say(f"figures.{kind}", figure=percent(measure.required))


def measure_achieved(status: MeasureStatus, say: Sentences) -> str:
    """What was achieved, as it is held against the demand."""
    if status.achieved is None:
        return NOT_APPLICABLE
    if status.measure.kind is MeasureKind.CHANGE:
        return _points(status.achieved, say)
    return percent(status.achieved)


def measure_result(status: MeasureStatus) -> str:
    """The name of a measure's result among the sentences' ``results``."""
    if status.met is not None:
        return "met" if status.met else "overdue" if status.overdue else "unmet"
    return "no_figure" if status.latest is None else "no_base"


def reported_text(status: MeasureStatus, say: Sentences) -> str:
    """The figures that decide, of the base year and the latest, with their years; — where there is none."""
    figures = dict.fromkeys(figure for figure in (status.base, status.latest) if figure is not None)
    texts = (
        say("figures.reported", year=figure.year, value=reported_value(status.measure, figure)) for figure in figures
    )
    return "，".join(texts) or NOT_APPLICABLE


def reported_value(measure: Measure, figure: Reported) -> str:
    """A reported figure as people write it: a share in per cent, else with its unit."""
    return f"{_plain(figure.value)}{measure.unit}" if measure.kind is MeasureKind.GROWTH else percent(figure.value)


def _points(change: Decimal, say: Sentences) -> str:
    if not change:
        return say("figures.unchanged")
    return say("figures.down" if change < 0 else "figures.up", points=_plain(abs(change) * 100))


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}" if number else "0"

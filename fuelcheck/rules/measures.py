"""Measures that departments report: a figure for a year, with source and evidence, held against the demand.

Plan 伊政办〔2024〕15号 (十): clean transport 80 %, container traffic by road and rail +15 % a year,
road freight −2.5 points against 2022, rail share of power plants 80 %. Nothing here is computed
from the register. A figure that nobody reported is no data: it never meets anything.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from fuelcheck.law.targets import Measure, MeasureKind
from fuelcheck.law.values import Policy

_SHOWN = Decimal("0.0001")
_MOST_DIGITS = 9
"""Figures of ten billion and more, or as small a part of one, are typing errors."""


@dataclass(frozen=True, slots=True)
class Reported:
    """A figure that a department reported; ``value`` in the measure's own unit, a share as 0.80."""

    measure: str
    year: int
    value: Decimal
    source: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class MeasureStatus:
    """One measure.

    ``achieved``: the latest share; growth a year since the base year, or change in points, both as
    fractions, rounded to four digits for showing. ``met`` is decided on the unrounded figures and
    None without data. ``overdue``: the deadline has passed and nobody has shown that it is met.
    """

    measure: Measure
    achieved: Decimal | None
    met: bool | None
    latest: Reported | None
    base: Reported | None
    overdue: bool
    history: tuple[Reported, ...]

    @property
    def interpretation(self) -> bool:
        """Whether the demand rests on a reading of ours."""
        return self.measure.interpretation


def evaluate_measures(policy: Policy, as_of: date, reported: Iterable[Reported]) -> tuple[MeasureStatus, ...]:
    """Every measure of ``policy`` by what was reported for the years up to that of ``as_of``.

    Of several figures for one year the last one handed in holds.
    """
    figures = [figure for figure in reported if figure.year <= as_of.year and _is_figure(figure.value)]
    return tuple(_status(measure, as_of, figures) for measure in policy.measures)


def _is_figure(value: Decimal) -> bool:
    return value.is_finite() and (not value or abs(value.adjusted()) <= _MOST_DIGITS)


def _status(measure: Measure, as_of: date, figures: Iterable[Reported]) -> MeasureStatus:
    by_year = {figure.year: figure for figure in figures if figure.measure == measure.id}
    history = tuple(by_year[year] for year in sorted(by_year))
    base = by_year.get(measure.base_year) if measure.base_year is not None else None
    latest = history[-1] if history else None
    achieved, met = _held(measure, base, latest)
    overdue = measure.deadline is not None and as_of > measure.deadline and met is not True
    return MeasureStatus(measure, achieved, met, latest, base, overdue, history)


def _held(measure: Measure, base: Reported | None, latest: Reported | None) -> tuple[Decimal | None, bool | None]:
    if latest is None:
        return None, None
    if measure.kind is MeasureKind.LEVEL:
        return latest.value, latest.value >= measure.required
    if base is None or latest.year <= base.year:
        return None, None
    if measure.kind is MeasureKind.CHANGE:
        change = Fraction(latest.value) - Fraction(base.value)
        demanded = Fraction(measure.required)
        return _decimal(change), change <= demanded if demanded < 0 else change >= demanded
    return _grown(measure.required, base, latest)


def _grown(required: Decimal, base: Reported, latest: Reported) -> tuple[Decimal | None, bool | None]:
    """(latest ÷ base)^(1 ÷ years) − 1 for showing, and latest ≥ base × (1 + required)^years exactly."""
    if base.value <= 0 or latest.value < 0:
        return None, None
    years = latest.year - base.year
    met = Fraction(latest.value) >= Fraction(base.value) * (1 + Fraction(required)) ** years
    rate = (latest.value / base.value) ** (Decimal(1) / years) - 1 if latest.value else Decimal(-1)
    return _decimal(Fraction(rate)), met


def _decimal(number: Fraction) -> Decimal:
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return exact.quantize(_SHOWN, ROUND_HALF_EVEN)

"""Figures that departments report for measures (上报数据): one a year, with source and evidence."""

from decimal import Decimal, InvalidOperation

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_, _
from fuelcheck.law.targets import Measure, MeasureKind
from fuelcheck.store.acts import Act
from fuelcheck.store.policies import policies
from fuelcheck.store.rows import content

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_LARGEST = Decimal(10) ** 9
_DECIMALS = 9


class NoSuchMeasure(FuelcheckError):
    """A figure for something that no registered policy asks for."""

    code = "no-such-measure"
    sentence = N_("There is no measure {value}; the policies ask for: {allowed}")


class BadFigure(FuelcheckError):
    """A figure that a measure cannot have."""

    code = "bad-figure"
    sentence = N_("{value} is no figure of {measure}; allowed: {allowed}")


class BadMeasureYear(FuelcheckError):
    """A year that nobody reports about."""

    code = "bad-measure-year"
    sentence = N_("{value} is no year that figures are reported for; allowed: {first} to {last}")


class SourceMissing(FuelcheckError):
    """A figure without a source."""

    code = "source-missing"
    sentence = N_("Where is the figure from? Name the paper or the department with --source")


class AlreadyReported(FuelcheckError):
    """The year has another figure already."""

    code = "already-reported"
    sentence = N_(
        "{measure} has {old} for {year} already ({source}), not {new}; to replace it add --update and --reason"
    )


def report_measure(
    act: Act, measure: str, year: int, value: str, source: str, evidence_sha256: str | None = None,
    *, update: bool = False,
) -> bool:  # fmt: skip
    """Enter a year's figure in the measure's own unit, a share as ``0.80`` or ``80%``; False: it stood there already.

    Another figure, source or evidence for a year that has one is refused unless ``update``.
    NoSuchMeasure, BadFigure, BadMeasureYear, SourceMissing, AlreadyReported.
    """
    asked = _measure(act, measure)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise BadMeasureYear(value=year, first=_FIRST_YEAR, last=_LAST_YEAR)
    if not source.strip():
        raise SourceMissing()
    row = {
        "measure": asked.id, "year": year, "value": _figure(asked, value), "source": source.strip(),
        "evidence_sha256": evidence_sha256,
    }  # fmt: skip
    before = content(act.connection, "measure_value", act.division, measure=asked.id, year=year)
    if before is None:
        act.create("measure_value", row, kind="reported")
    elif before != row and not update:
        raise AlreadyReported(
            measure=asked.name, old=before["value"], year=year, source=before["source"], new=row["value"]
        )
    elif before != row:
        act.amend("measure_value", before, row)
    return before != row


def _measure(act: Act, called: str) -> Measure:
    asked = {m.id: m for policy in policies(act.connection, act.division) for m in policy.measures}
    found = next((m for m in reversed(asked.values()) if called.strip() in (m.id, m.name)), None)
    if found is None:
        listed = ", ".join(f"{m.id} ({m.name})" for m in asked.values())
        raise NoSuchMeasure(value=called, allowed=listed or "—")
    return found


def _figure(measure: Measure, written: str) -> str:
    """The figure as it is kept, without an exponent."""
    shares = measure.kind is not MeasureKind.GROWTH
    allowed = _("a share from 0 to 1, such as 0.80 or 80%") if shares else _("a number from 0 on, such as 1250")
    text = written.strip().replace("％", "%")
    number = _number(text.removesuffix("%"))
    if number is not None and text.endswith("%"):
        number = number / 100 if shares else None
    if number is None or not 0 <= number <= (1 if shares else _LARGEST):
        raise BadFigure(value=written, measure=measure.name, allowed=allowed)
    return f"{number:f}"


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    exponent = number.as_tuple().exponent
    small = isinstance(exponent, int) and -_DECIMALS <= exponent <= _DECIMALS
    return number if small and number.is_finite() else None

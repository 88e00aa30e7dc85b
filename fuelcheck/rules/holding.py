"""One result held against one limit: first what it says in the standard's unit, then whether that meets.

Where the standard does not name its comparison of GB/T 8170 both are made, and where they differ
the outcome is *undecided*. Of a demanded word only its plain contrary fails and only itself (or
what plainly is less: nothing, where a trace is allowed) passes; any other word is *undecided*.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from fuelcheck.law.standards import Item, Limit
from fuelcheck.rules import measured, units
from fuelcheck.rules.measured import Finding, Kind, Measured
from fuelcheck.rules.rounding import INFINITY, Edge, Interval, Place, place, place_rounded, rounded
from fuelcheck.words import Basis, Comparison, Unit, Verdict


class Outcome(NamedTuple):
    """A verdict with the code of its sentence and the values that only this outcome has."""

    verdict: Verdict
    code: str
    values: tuple[tuple[str, str], ...] = ()
    near: Decimal | None = None


Said = Interval | Finding | Outcome
"""What a result says in the standard's unit: true values, a word, or why neither can be known."""

_NOTHING = Interval(Edge(Decimal(0)), Edge(Decimal(0)))
_ZERO = Edge(Decimal(0))
_CLASSES = tuple(map(Decimal, range(1, 5)))

_SATISFIES: dict[Finding, frozenset[Finding]] = {
    Finding.NONE: frozenset({Finding.NONE, Finding.NOT_DETECTED}),
    Finding.PASSED: frozenset({Finding.PASSED}),
    Finding.MATCHES: frozenset({Finding.MATCHES}),
    Finding.TRACE: frozenset({Finding.TRACE, Finding.NONE, Finding.NOT_DETECTED}),
}
_CONTRARY = {
    Finding.NONE: Finding.PRESENT,
    Finding.PASSED: Finding.NOT_PASSED,
    Finding.MATCHES: Finding.DIFFERS,
}
_PLACES = {Place.WITHIN: "meets-limit", Place.ABOVE: "above-limit", Place.BELOW: "below-limit"}


def said(result: Measured, item: Item, written_units: Iterable[str], basis: Basis | None) -> Said:
    """What ``result`` says of ``item``; ``written_units`` and ``basis`` are what column and name add."""
    in_words = any(limit.text is not None for limit in item.limits)
    match result.kind:
        case Kind.ABSENT:
            return Outcome(Verdict.NOT_TESTED, "not-tested")
        case Kind.WORD:
            return _word(result.finding, item.unit, in_words)
        case Kind.AMBIGUOUS if not in_words:
            return undecided("result-ambiguous")
        case Kind.UNREADABLE if not in_words:
            return undecided("result-unreadable")
    if in_words or result.interval is None:
        return undecided("word-unknown")
    converted = _converted(result.interval, item.unit, (*written_units, result.unit), basis)
    if isinstance(converted, Interval) and not _possible(converted, item.unit, result.kind):
        return undecided("result-impossible")
    return converted


def held(what: Interval | Finding, limit: Limit, item: Item, comparison: Comparison | None) -> Outcome:
    """The outcome of what a result says against one limit of the item."""
    if isinstance(what, Finding):
        return _word_held(what, limit)
    if limit.decimals is None:
        return undecided("word-unknown")
    outcome = _number_held(what, limit, limit.decimals, comparison)
    return outcome._replace(near=_near(what, limit, item))


def undecided(code: str, **values: str) -> Outcome:
    """An outcome that a person must decide."""
    return Outcome(Verdict.UNDECIDED, code, tuple(values.items()))


def _word(finding: Finding | None, unit: Unit, in_words: bool) -> Said:
    if finding is None:
        return undecided("word-unknown")
    if in_words:
        return finding
    return _NOTHING if finding is Finding.NOT_DETECTED and units.is_content(unit) else undecided("word-unknown")


def _converted(found: Interval, unit: Unit, written_units: Iterable[str], basis: Basis | None) -> Interval | Outcome:
    """``found`` in the standard's unit; every unit that the report gives must lead to the same number."""
    written = tuple(dict.fromkeys(filter(None, written_units))) or ("",)
    powers = {spelling: units.power_to(spelling, unit, basis) for spelling in written}
    for spelling, power in powers.items():
        if isinstance(power, units.Misfit):
            return undecided(power.value, unit=spelling or (basis.zh if basis is not None else ""))
    different = {power for power in powers.values() if not isinstance(power, units.Misfit)}
    if len(different) > 1:
        return undecided("unit-contradiction", unit=", ".join(written))
    return units.scaled(found, different.pop())


def _possible(found: Interval, unit: Unit, kind: Kind) -> bool:
    """Whether a test in this unit can give such a result: no negative content, no class but 1 to 4."""
    if unit is Unit.CLASS:
        return found.low.number in _CLASSES and found.low == found.high
    if kind is Kind.CLASS:
        return False
    return units.may_be_negative(unit) or (found.high >= _ZERO and (found.low >= _ZERO or _unbounded(found.low)))


def _unbounded(edge: Edge) -> bool:
    return edge.number == -INFINITY


def _word_held(found: Finding, limit: Limit) -> Outcome:
    demanded = measured.read(limit.text).finding
    if demanded is not None and found in _SATISFIES.get(demanded, frozenset()):
        return Outcome(Verdict.PASS, "as-demanded")
    if demanded is not None and found is _CONTRARY.get(demanded):
        return Outcome(Verdict.FAIL, "contrary-found")
    return undecided("word-unknown")


def _number_held(found: Interval, limit: Limit, decimals: int, comparison: Comparison | None) -> Outcome:
    allowed = _allowed(limit)
    as_it_stands, as_rounded = place(found, allowed), place_rounded(found, allowed, decimals)
    if as_it_stands is as_rounded or comparison is Comparison.FULL:
        return _placed(as_it_stands)
    shown = ("rounded", _shown_rounded(found, decimals))
    if comparison is Comparison.ROUNDED:
        outcome = _placed(as_rounded)
        return Outcome(Verdict.PASS, "meets-rounded", (shown,)) if outcome.verdict is Verdict.PASS else outcome
    if Place.ASTRIDE in (as_it_stands, as_rounded):
        return undecided("result-leaves-open")
    return Outcome(Verdict.UNDECIDED, "methods-differ", (shown,))


def _placed(where: Place) -> Outcome:
    if where is Place.ASTRIDE:
        return undecided("result-leaves-open")
    return Outcome(Verdict.PASS if where is Place.WITHIN else Verdict.FAIL, _PLACES[where])


def _allowed(limit: Limit) -> Interval:
    low = -INFINITY if limit.low is None else limit.low
    return Interval(Edge(low), Edge(INFINITY if limit.high is None else limit.high))


def _shown_rounded(found: Interval, decimals: int) -> str:
    ends = (rounded(edge.number, decimals, edge.lean) for edge in found)
    return "–".join(dict.fromkeys(f"{number:f}" for number in ends if number.is_finite()))


def _near(found: Interval, limit: Limit, item: Item) -> Decimal | None:
    """The method's reproducibility where a single result lies within it of a bound."""
    if item.reproducibility is None or found.low.number != found.high.number:
        return None
    value = found.low.number
    apart = item.reproducibility.at(value)
    bounds = (bound for bound in (limit.low, limit.high) if bound is not None)
    return apart if any(abs(value - bound) <= apart for bound in bounds) else None

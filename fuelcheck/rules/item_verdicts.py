"""One line of a report judged: which item it means, which limits may apply, what all of them say.

Several limits may apply in the days after a change of season, or where the grade is not known;
what meets all of them passes, what meets none fails, and anything else is *undecided*. A station's
own promise that is stricter than the standard decides as well (the plans' rule: a stricter claim
on the label is judged by, a laxer one is not).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from fuelcheck.law.standards import Item, ItemGroup, Limit, Standard
from fuelcheck.rules.holding import Outcome, Said, held, said, undecided
from fuelcheck.rules.item_names import Named, Names
from fuelcheck.rules.measured import Finding, Kind, Measured, read
from fuelcheck.rules.units import Misfit, power_to, scaled
from fuelcheck.rules.verdicts import ItemVerdict
from fuelcheck.rules.yardstick import Yardstick
from fuelcheck.words import Confidence, Verdict

_CLAIM_CODES = {"above-limit": "above-claim", "below-limit": "below-claim"}


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a report with what its name means."""

    written: str
    unit: str
    named: Named
    result: Measured


def item_verdict(item: str, value: object, unit: str | None, names: Names, yardstick: Yardstick) -> ItemVerdict:
    """The verdict on one line: the item's name, the result and the unit as written. Nothing raises."""
    line = _Line(item, unit or "", names.find(item, yardstick.standard), read(value))
    meant = line.named.meant
    if meant is None:
        return _unknown(line)
    verdict = ItemVerdict(
        meant.key, meant.name_zh, meant.name_en, line.result.text, line.unit, Verdict.NO_LIMIT, "no-limit"
    )
    if yardstick.standard is None:
        return _undecided(verdict, line, "not-judged")
    if isinstance(meant, ItemGroup):
        return _group(verdict, line, yardstick.standard)
    return _judged(verdict, line, meant, yardstick) if yardstick.standard.item(meant.key) is not None else verdict


def _unknown(line: _Line) -> ItemVerdict:
    name = line.written.strip()
    verdict = ItemVerdict(name, name, name, line.result.text, line.unit, Verdict.UNDECIDED, "")
    return _undecided(verdict, line, "item-ambiguous" if line.named.ambiguous else "item-unknown")


def _undecided(verdict: ItemVerdict, line: _Line, code: str, **values: object) -> ItemVerdict:
    """A result that is held against nothing, unless there is none."""
    if line.result.kind is Kind.ABSENT:
        return replace(verdict, verdict=Verdict.NOT_TESTED, code="not-tested")
    return replace(verdict, verdict=Verdict.UNDECIDED, code=code, values=values)


def _group(verdict: ItemVerdict, line: _Line, standard: Standard) -> ItemVerdict:
    """A line for several items: no limit of its own, so its word decides nothing."""
    members = standard.items_named(verdict.item)
    return _undecided(verdict, line, "group-line", count=len(members)) if members else verdict


def _judged(verdict: ItemVerdict, line: _Line, item: Item, yardstick: Yardstick) -> ItemVerdict:
    standard = yardstick.standard
    limits = yardstick.limits(item)
    stated = tuple(limit for limit in limits if limit is not None)
    what = said(line.result, item, (line.unit, line.named.unit), line.named.basis)
    outcome, claim = _outcome(what, item, limits, yardstick)
    return replace(
        verdict, verdict=outcome.verdict, code=outcome.code, values=dict(outcome.values), near=outcome.near,
        standard_unit=item.unit, limits=stated, claim=claim, method=item.referee or "; ".join(item.methods),
        clause=(standard.clause(yardstick.grade) or "") if standard is not None else "",
    )  # fmt: skip


def _outcome(
    what: Said, item: Item, limits: Sequence[Limit | None], yardstick: Yardstick
) -> tuple[Outcome, Limit | None]:
    """The outcome, and the station's claim where that decided."""
    if isinstance(what, Outcome) and what.verdict is Verdict.NOT_TESTED:
        return what, None
    questions = yardstick.open_questions(item)
    if questions:
        return undecided("edition-open", question=questions[0].text), None
    if isinstance(what, Outcome):
        return what, None
    comparison = yardstick.standard.comparison if yardstick.standard is not None else None
    outcomes = [held(what, limit, item, comparison) if limit is not None else _unlimited() for limit in limits]
    outcome = _agreed(outcomes, yardstick)
    claim = yardstick.claims.get(item.key)
    if claim is None or outcome.verdict is not Verdict.PASS:
        return outcome, None
    return _by_claim(what, item, claim, outcome, limits, yardstick)


def _unlimited() -> Outcome:
    return Outcome(Verdict.NO_LIMIT, "no-limit")


def _agreed(outcomes: Sequence[Outcome], yardstick: Yardstick) -> Outcome:
    """What all limits that may apply say together."""
    if len({outcome.verdict for outcome in outcomes}) == 1:
        near = next((outcome.near for outcome in outcomes if outcome.near is not None), None)
        return outcomes[0]._replace(near=near)
    open_ones = [outcome for outcome in outcomes if outcome.verdict is Verdict.UNDECIDED]
    if open_ones:
        return open_ones[0]
    return undecided("season-window" if len(yardstick.grades) == 1 else "depends-on-grade")


def _by_claim(
    what: Said, item: Item, claim: str, outcome: Outcome, limits: Sequence[Limit | None], yardstick: Yardstick
) -> tuple[Outcome, Limit | None]:
    """A result that meets the standard, held against the station's own promise."""
    stated = [limit for limit in limits if limit is not None]
    promised = _promised(claim, item, stated)
    if promised is None or isinstance(what, Finding | Outcome):
        kept = isinstance(what, Finding) and read(claim).finding is what
        return (outcome, None) if kept else (undecided("claim-unread", claim=claim), None)
    if not _is_stricter(promised, stated):
        return outcome, None
    comparison = yardstick.standard.comparison if yardstick.standard is not None else None
    by_claim = held(what, promised, item, comparison)
    if by_claim.verdict is Verdict.PASS:
        return outcome, None
    return by_claim._replace(code=_CLAIM_CODES.get(by_claim.code, by_claim.code)), promised


def _promised(claim: str, item: Item, limits: Sequence[Limit]) -> Limit | None:
    """A claim as a limit of the item, in the item's unit; None where it cannot be read as one.

    A bare number is meant in the direction of the standard's limits; where they have two ends, it is both.
    """
    result = read(claim)
    power = power_to(result.unit, item.unit)
    if result.interval is None or isinstance(power, Misfit):
        return None
    low, high = (_bound(edge.number) for edge in scaled(result.interval, power))
    if low is None and high is None:
        return None
    if result.point is not None:
        low = None if all(limit.low is None for limit in limits) else low
        high = None if all(limit.high is None for limit in limits) else high
    return Limit(grades=(), season=None, low=low, high=high, text=None, confidence=Confidence.CONFIRMED, sources=())


def _is_stricter(promised: Limit, limits: Sequence[Limit]) -> bool:
    """Whether a promise lies within each of the limits, at the ends that it has: a laxer one decides nothing."""
    return all(
        (promised.high is None or limit.high is None or promised.high <= limit.high)
        and (promised.low is None or limit.low is None or promised.low >= limit.low)
        and (promised.high is None or limit.low is None or promised.high >= limit.low)
        and (promised.low is None or limit.high is None or promised.low <= limit.high)
        for limit in limits
    )


def _bound(number: Decimal) -> Decimal | None:
    return number if number.is_finite() else None

"""The exhaust: smoke, nitrogen oxides, power, black smoke, each measurement against its limit.

Free acceleration (annex A) is judged by the arithmetic mean of its readings, a lug-down (annex B) by
each of them. The comparison is exact, as reported: no rounding rule was found (our reading), so a
mean that lies on the limit passes. Readings far apart are told and decide nothing. What an instrument
showed after its calibration had ended decides nothing; where the record states no day, a person is
told and the verdict stands (our reading: an empty cell is no evidence that it had ended).
"""

from collections.abc import Iterator
from decimal import Decimal

from fuelcheck.faults import Remark
from fuelcheck.law.roadside import CheckLimit, MethodRule
from fuelcheck.rules.roadside.bench import Bench, mean, mean_text, meets, number, possible
from fuelcheck.rules.roadside.verdicts import CheckItemVerdict, Terms
from fuelcheck.words import CheckItem, Verdict

MEASURED = (CheckItem.OPACITY, CheckItem.NOX, CheckItem.POWER, CheckItem.RINGELMANN)
BY_INSTRUMENT = (CheckItem.OPACITY, CheckItem.NOX, CheckItem.POWER)
"""Black smoke is seen by eye unless the check was made for it alone."""


def exhaust_items(bench: Bench) -> Iterator[CheckItemVerdict]:
    """The verdicts on all that was measured, and on what the method asks for and nobody wrote down."""
    for item in MEASURED:
        written = bench.check.written(item)
        if written:
            yield from _judged(item, written, bench)
        elif is_required(item, bench):
            yield CheckItemVerdict(item, "", Verdict.NOT_TESTED, "not-tested")


def is_required(item: CheckItem, bench: Bench) -> bool:
    """Whether the method must give the item: it asks for it, and there is a limit on the day."""
    return bench.method is not None and item in bench.method.required and bench.limit(item) is not None


def exhaust_reasons(bench: Bench) -> Iterator[Remark]:
    """Why the measurements as a whole leave the check open."""
    if bench.blocked is not None:
        yield bench.blocked
    if bench.method is None:
        return
    for item in MEASURED:
        if is_required(item, bench) and not bench.check.written(item):
            values = {"method": Terms((bench.method.method,)), "item": Terms((item,))}
            yield Remark("measurement-missing", values=values)
    count = len(bench.check.written(CheckItem.OPACITY))
    if not bench.method.mean and 0 < count < bench.method.readings:
        yield Remark("too-few-readings", values={"count": count, "needed": bench.method.readings})


def exhaust_notices(bench: Bench) -> Iterator[Remark]:
    """What a person should know of the measurements: far apart, or by an instrument of unknown calibration."""
    check, rule = bench.check, bench.method
    by_instrument = any(check.written(item) for item in BY_INSTRUMENT)
    if by_instrument and check.calibrated_until is None:
        yield Remark("calibration-unstated", values={"instrument": check.instrument or "—"})
    readings = [read for written in check.written(CheckItem.OPACITY) if (read := number(written)) is not None]
    if rule is not None and rule.spread is not None and readings:
        apart = max(readings) - min(readings)
        if apart > rule.spread:
            yield Remark("readings-spread", values={"spread": f"{apart:f}", "allowed": f"{rule.spread:f}"})


def _judged(item: CheckItem, written: tuple[str, ...], bench: Bench) -> Iterator[CheckItemVerdict]:
    together = ";".join(written)
    if bench.blocked is not None or bench.method is None:
        yield _open(item, together, "check-not-judged")
        return
    limit = bench.limit(item)
    if limit is None:
        yield _unlimited(item, together, bench.method)
    elif item is CheckItem.OPACITY and bench.method.mean:
        yield _by_mean(written, limit, bench.method, bench)
    else:
        points = bench.method.points if item is CheckItem.OPACITY else ()
        for place, one in enumerate(written):
            yield _by_itself(one, points[place] if place < len(points) else "", limit, bench)


def _unlimited(item: CheckItem, written: str, rule: MethodRule) -> CheckItemVerdict:
    """Smoke that the method does not measure was measured by another one; anything else has no limit here."""
    if item is CheckItem.OPACITY:
        return _open(item, written, "not-of-this-method", method=Terms((rule.method,)))
    return CheckItemVerdict(item, written, Verdict.NO_LIMIT, "no-limit")


def _by_mean(written: tuple[str, ...], limit: CheckLimit, rule: MethodRule, bench: Bench) -> CheckItemVerdict:
    values = tuple(value for one in written if (value := number(one)) is not None)
    whole = len(values) == len(written) >= rule.readings
    shown = mean_text(mean(values), limit) if whole else ";".join(written)
    if trouble := next(filter(None, (_trouble(one, limit, bench) for one in written)), None):
        return _against(limit, bench, shown, Verdict.UNDECIDED, *trouble)
    if not whole:
        counted: dict[str, object] = {"count": len(values), "needed": rule.readings}
        return _against(limit, bench, shown, Verdict.UNDECIDED, "too-few-readings", counted)
    passes = meets(mean(values), limit)
    code = "mean-meets-limit" if passes else "mean-above-limit"
    return _against(limit, bench, shown, Verdict.PASS if passes else Verdict.FAIL, code, {"count": len(values)})


def _by_itself(written: str, point: str, limit: CheckLimit, bench: Bench) -> CheckItemVerdict:
    value = number(written)
    trouble = _trouble(written, limit, bench)
    if value is None or trouble is not None:
        code, values = trouble or ("reading-unreadable", {})
        return _against(limit, bench, written, Verdict.UNDECIDED, code, values, point)
    if meets(value, limit):
        return _against(limit, bench, f"{value:f}", Verdict.PASS, "meets-limit", {}, point)
    return _against(limit, bench, f"{value:f}", Verdict.FAIL, _beyond(value, limit), {}, point)


def _beyond(value: Decimal, limit: CheckLimit) -> str:
    return "above-limit" if limit.high is not None and value > limit.high else "below-limit"


def _trouble(written: str, limit: CheckLimit, bench: Bench) -> tuple[str, dict[str, object]] | None:
    """Why a reading cannot be judged: the code of its sentence and what fills it; None where it can."""
    value = number(written)
    if value is None:
        return "reading-unreadable", {"value": written}
    bounds = bench.standard.bound(limit.item)
    if bounds is not None and not possible(value, bounds):
        return "reading-impossible", {"value": written, "allowed": f"{bounds.low:f} – {bounds.high:f}"}
    return _expired(limit.item, bench)


def _expired(item: CheckItem, bench: Bench) -> tuple[str, dict[str, object]] | None:
    check, rule = bench.check, bench.method
    by_instrument = item in BY_INSTRUMENT or (rule is not None and item in rule.required)
    if not by_instrument or check.calibrated_until is None or check.calibrated_until >= bench.day:
        return None
    shown = {"instrument": check.instrument or "—", "until": check.calibrated_until, "day": bench.day}
    return "instrument-expired", shown


def _open(item: CheckItem, written: str, code: str, **values: object) -> CheckItemVerdict:
    return CheckItemVerdict(item, written, Verdict.UNDECIDED, code, values)


def _against(
    limit: CheckLimit, bench: Bench, value: str, verdict: Verdict, code: str, values: dict[str, object], point: str = ""
) -> CheckItemVerdict:
    return CheckItemVerdict(
        limit.item, value, verdict, code, values, unit=limit.unit, limit=limit.text, point=point,
        confidence=limit.confidence, clause=limit.clause, sources=bench.sources(limit.sources),
    )  # fmt: skip

"""Judging two million results against one Decimal for each, which is what a careful script does.

Both read every text as laboratories write it (``6.2``, ``<3``) with its unit, hold it against its
limit as it stands and rounded half-even to the limit's digits (GB/T 8170), and hand out a verdict
for each: pass, fail, or undecided where the two differ. The verdicts are compared one by one before
anything is timed. The results come in portions, as a cursor gives them: every text is new as an
object, memory stays flat, and only the judging is timed.
"""

import gc
import random
import statistics
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from functools import partial
from operator import attrgetter
from pathlib import Path

from benchmarks.alternate import Row, row
from fuelcheck.judging import the_judge
from fuelcheck.rules.judging import Bench, Line, judge_results
from fuelcheck.rules.reported import Sample
from fuelcheck.words import Product, Verdict

RESULTS = 2_000_000
PORTION = 100_000
TOPIC = f"judging {RESULTS:,} results"

_DAY = date(2025, 3, 9)
_DRAWN = (
    (Sample(Product.DIESEL, "0", _DAY), (
        ("sulfur", "mg/kg", 7, 3, 1), ("flash_point_closed", "℃", 64, 4, 1), ("ash", "% (m/m)", 0.006, 0.002, 4),
        ("cetane_number", "", 52, 1.5, 1), ("density_20c", "kg/m³", 832, 8, 1), ("viscosity_20c", "mm²/s", 5, 1, 2),
    )),
    (Sample(Product.GASOLINE, "92", _DAY), (
        ("research_octane_number", "", 92.7, 0.6, 1), ("sulfur", "mg/kg", 6, 3, 1), ("benzene", "% (v/v)", 0.6, 0.2, 2),
        ("vapour_pressure", "kPa", 62, 9, 1), ("olefins", "% (v/v)", 12, 3, 1), ("oxygen", "% (m/m)", 1.5, 0.9, 2),
    )),
    (Sample(Product.UREA, None, _DAY), (
        ("urea", "% (m/m)", 32.5, 0.4, 2), ("density_20c", "kg/m³", 1090, 1.5, 1), ("biuret", "% (m/m)", 0.2, 0.06, 2),
    )),
)  # fmt: skip
"""Of each batch the items with unit, middle and spread of the drawn results, and their digits."""

_LEAST_SULFUR = 3
"""What the usual method for sulphur (SH/T 0689) finds at least, mg/kg."""

Kind = tuple[Bench, str, str, float, float, int]
Lines = list[tuple[Bench, Line]]
Case = Callable[[Lines], Iterator[Verdict]]
Allowed = tuple[Decimal | None, Decimal | None, Decimal, str]
"""Lowest, highest, one unit in the last place of the limit, and the unit in which results are given."""
Limits = Mapping[str, Allowed]


def measure(folder: Path) -> list[Row]:
    """The ratio of the judge to a Decimal for each result."""
    del folder
    benches = [(the_judge().bench(sample), spreads) for sample, spreads in _DRAWN]
    kinds: list[Kind] = [(bench, *spread) for bench, spreads in benches for spread in spreads]
    limits = {id(bench): _limits(bench, {item: unit for item, unit, *_ in spreads}) for bench, spreads in benches}
    cases: dict[str, Case] = {"fuelcheck": _by_judge, "Decimal for each": partial(_by_decimal, limits)}
    seen: Counter[tuple[Verdict, ...]] = Counter()
    for seed in range(RESULTS // PORTION):
        lines = _drawn(kinds, seed)
        seen.update(zip(*(case(lines) for case in cases.values()), strict=True))
    if set(seen) != {(verdict, verdict) for verdict in (Verdict.PASS, Verdict.FAIL, Verdict.UNDECIDED)}:
        raise SystemExit(f"{TOPIC}: the answers differ: {seen}")
    return [row(TOPIC, "fuelcheck", "Decimal for each", _seconds(cases, kinds), 0.2)]


def _by_judge(lines: Lines) -> Iterator[Verdict]:
    return map(attrgetter("verdict"), judge_results(lines))


def _by_decimal(limits: Mapping[int, Limits], lines: Lines) -> Iterator[Verdict]:
    verdicts = ((Verdict.FAIL, Verdict.UNDECIDED), (Verdict.UNDECIDED, Verdict.PASS))
    for bench, (item, text, unit) in lines:
        low, high, digits, expected = limits[id(bench)][item]
        if unit != expected:
            raise ValueError(unit)
        number = Decimal(text.removeprefix("<"))
        near = number.quantize(digits, ROUND_HALF_EVEN)
        full = (low is None or number >= low) and (high is None or number <= high)
        rounded = (low is None or near >= low) and (high is None or near <= high)
        yield verdicts[full][rounded]


def _limits(bench: Bench, units: Mapping[str, str]) -> Limits:
    found: dict[str, Allowed] = {}
    for key, unit in units.items():
        standard = bench.yardstick.standard
        item = standard.item(key) if standard else None
        (limit,) = bench.yardstick.limits(item) if item else (None,)
        if limit is None or limit.decimals is None:
            raise SystemExit(f"{TOPIC}: {key} has no limit in figures")
        found[key] = (limit.low, limit.high, Decimal(1).scaleb(-limit.decimals), unit)
    return found


def _drawn(kinds: Sequence[Kind], seed: int) -> Lines:
    """Results of an ordinary year, in the order in which batches come; every text is a new object."""
    draw = random.Random(seed)
    return [
        (bench, (item, _written(item, abs(draw.gauss(middle, spread)), digits), unit))
        for bench, item, unit, middle, spread, digits in (kinds[n % len(kinds)] for n in range(PORTION))
    ]


def _written(item: str, value: float, digits: int) -> str:
    return "<3" if item == "sulfur" and value < _LEAST_SULFUR else f"{value:.{digits}f}"


def _seconds(cases: Mapping[str, Case], kinds: Sequence[Kind]) -> dict[str, float]:
    """Seconds of each case over all results, in alternation from portion to portion."""
    taken: dict[str, list[float]] = {name: [] for name in cases}
    gc.collect()
    for seed in range(RESULTS // PORTION):
        for name, case in cases.items():
            lines = _drawn(kinds, seed)
            start = time.perf_counter()
            deque(case(lines), maxlen=0)
            taken[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) * len(times) for name, times in taken.items()}

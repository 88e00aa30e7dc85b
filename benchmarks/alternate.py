"""Timing cases against each other: in one call, in alternation, medians, and nothing but ratios.

The machine's speed drifts; a ratio of cases that ran side by side does not.
"""

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measured ratio beside its target."""

    topic: str
    case: str
    baseline: str
    seconds: float
    ratio: float
    target: str
    met: bool | None
    """None: no target, shown for comparison."""


def medians(cases: Mapping[str, Callable[[], object]], rounds: int = 5, repeat: int = 1) -> dict[str, float]:
    """Median seconds of each case over ``rounds`` alternated rounds, after one warm-up of each.

    ``repeat`` runs a short case many times within a round.
    """
    for case in cases.values():
        case()
    taken: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(rounds):
        for name, case in cases.items():
            gc.collect()
            start = time.perf_counter()
            for _ in range(repeat):
                case()
            taken[name].append((time.perf_counter() - start) / repeat)
    return {name: statistics.median(times) for name, times in taken.items()}


def row(topic: str, case: str, baseline: str, times: Mapping[str, float], at_most: float | None) -> Row:
    """The ratio of ``case`` to ``baseline``, with the target if there is one."""
    ratio = times[case] / times[baseline]
    target = "" if at_most is None else f"≤ ×{at_most:g}"
    return Row(topic, case, baseline, times[case], ratio, target, None if at_most is None else ratio <= at_most)

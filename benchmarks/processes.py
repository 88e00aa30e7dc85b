"""Whole processes: wall time and peak memory of a command, alternated with another."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ran:
    """Medians of one command."""

    seconds: float
    peak_mib: float


def alternate(commands: Mapping[str, Sequence[str]], rounds: int = 5) -> dict[str, Ran]:
    """Run each command ``rounds`` times in turn, after one warm-up of each."""
    for command in commands.values():
        _run(command)
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            seen[name].append(_run(command))
    return {
        name: Ran(statistics.median(t for t, _ in runs), statistics.median(m for _, m in runs))
        for name, runs in seen.items()
    }


def python(code: str, *arguments: str) -> list[str]:
    """The command that runs a piece of Python."""
    return [sys.executable, "-c", code, *arguments]


def _run(command: Sequence[str]) -> tuple[float, float]:
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"failed ({process.returncode}): {' '.join(command)[:200]}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024

"""``make bench``: measure everything and write docs/performance.md."""

import platform
import sqlite3
import sys
from datetime import date
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.alternate import Row

TOPICS = ("start_up", "quota", "ledger", "pdf", "judging")
OUT = Path(__file__).parents[1] / "docs" / "performance.md"
_HEAD = """# How fast it is, and against what

Written by `make bench`; each row is a ratio of two cases that ran in alternation in one call,
medians, on one machine. Absolute times say little (the machine's speed drifts) and are only
there to give an idea. Every answer was compared with the baseline's before timing.

Measured on {day}: Python {python}, SQLite {sqlite}, {machine}.

| what | case | against | ratio | target | met | seconds |
| --- | --- | --- | ---: | --- | --- | ---: |
"""


def main(topics: tuple[str, ...]) -> None:
    """Measure the topics; the page is written only when all were measured."""
    rows: list[Row] = []
    with TemporaryDirectory() as folder:
        for topic in topics or TOPICS:
            for row in import_module(f"benchmarks.{topic}").measure(Path(folder)):
                rows.append(row)
                print(_line(row), flush=True)
    if not topics:
        OUT.write_text(_HEAD.format(**_machine()) + "".join(f"{_line(row)}\n" for row in rows), encoding="utf-8")


def _line(row: Row) -> str:
    met = {None: "", True: "yes", False: "**no**"}[row.met]
    ratio = f"×{row.ratio:.2f}" if row.baseline else "—"
    return f"| {row.topic} | {row.case} | {row.baseline} | {ratio} | {row.target} | {met} | {row.seconds:.4f} |"


def _machine() -> dict[str, str]:
    return {
        "day": date.today().isoformat(), "python": platform.python_version(), "sqlite": sqlite3.sqlite_version,
        "machine": f"{platform.system()} {platform.machine()}",
    }  # fmt: skip


if __name__ == "__main__":
    main(tuple(sys.argv[1:]))

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
there to give an idea. Where both cases answer a question (quota status, judging), the answers were
compared before timing; the two PDFs show the same rows, but the report does much more.

Measured on {day}: Python {python}, SQLite {sqlite}, {machine}.

| what | case | against | ratio | target | met | seconds |
| --- | --- | --- | ---: | --- | --- | ---: |
"""

_WHY = """
## Where a target is not met, and why

- **Quota status**: flat in the size of the whole and in the years of history, but not near hand-written
  SQL: the statement counts, fuelcheck also works out each site's dated history in Python, names what is
  missing and finds the exact fewest visits. About a quarter of the time is the evaluation with the
  plan, two fifths are reading rows through SQLAlchemy.
- **Import**: a row of a ledger is filed as a visit, a batch and a report, each with a salted version in
  the chain; the target was set by a prototype with one version a row.
- **20,000 rows as PDF**: the whole report is measured, not the ledger's table alone.
- **Judging**: the memo answers; what is left is hashing texts that were never seen.
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
        OUT.write_text(_HEAD.format(**_machine()) + "".join(f"{_line(row)}\n" for row in rows) + _WHY, encoding="utf-8")


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

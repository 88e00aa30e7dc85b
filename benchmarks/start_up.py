"""Starting the command line against an empty Python, whole processes."""

import sys
from pathlib import Path

from benchmarks.alternate import Row
from benchmarks.processes import alternate, python


def measure(folder: Path) -> list[Row]:
    """``fuelcheck --help`` and the import of the package."""
    del folder
    done = alternate(
        {
            "python -c pass": [sys.executable, "-c", "pass"],
            "fuelcheck --help": python("import sys; sys.argv[1:] = ['--help']; from fuelcheck.cli import run; run()"),
            "import fuelcheck": python("import fuelcheck"),
        },
        rounds=11,
    )
    empty = done["python -c pass"].seconds
    rows = []
    for case, at_most in (("fuelcheck --help", 10.0), ("import fuelcheck", None)):
        ratio = done[case].seconds / empty
        target = "" if at_most is None else f"≤ ×{at_most:g}"
        met = None if at_most is None else ratio <= at_most
        rows.append(Row("start-up", case, "python -c pass", done[case].seconds, ratio, target, met))
    return rows

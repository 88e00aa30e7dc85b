"""The reader sets its own limits and prints nothing but JSON."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from fuelcheck.ledgers import child
from tests.ledgers.desk import write_xlsx

resource = pytest.importorskip("resource")


def test_the_limits_are_set_before_anything_is_read() -> None:
    asked = (
        "import resource as r; from fuelcheck.ledgers.child import bound; bound(); "
        "print([r.getrlimit(w)[0] for w in (r.RLIMIT_AS, r.RLIMIT_CPU, r.RLIMIT_FSIZE, r.RLIMIT_CORE)])"
    )
    printed = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True).stdout
    assert json.loads(printed) == [child.MEMORY, child.SECONDS, 0, 0]


def test_it_runs_alone_without_the_package(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"a": [["x"]]})
    command = [sys.executable, "-I", child.__file__, "/nowhere", str(path)]
    printed = subprocess.run(command, capture_output=True, check=True, cwd=tmp_path).stdout
    assert json.loads(printed)["sheets"][0]["rows"] == [["x"]]


def test_too_many_cells_are_refused_before_they_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"a": [["x"] * 10] * 10})
    monkeypatch.setattr(child, "MOST_CELLS", 99)
    assert child.read(str(path)) == {"refused": "too-large"}

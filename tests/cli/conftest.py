"""The command line as a person uses it: one call in, exit code and both streams out."""

from typing import NamedTuple

import pytest

from fuelcheck.cli.start import main
from tests.cast import CLERK, POLICY, REVIEWER, batch, sites, visit, write_csv


class Said(NamedTuple):
    """What one call answered: exit code, data (stdout), talk (stderr)."""

    code: int
    out: str
    err: str


@pytest.fixture
def fuelcheck(database_url, monkeypatch, tmp_path, capsys):
    """Runs one command in a folder of its own, on a database that is still empty."""
    monkeypatch.chdir(tmp_path)
    for name in ("FUELCHECK_DATA", "FUELCHECK_DIVISION", "FUELCHECK_LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FUELCHECK_LANG", "en")
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("FUELCHECK_DATABASE_URL", database_url)

    def run(*words):
        capsys.readouterr()
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Said(code, out, err)

    return run


@pytest.fixture
def founded(fuelcheck):
    """The same, once the county has been founded."""
    assert fuelcheck("init", "--policy", POLICY, "--by", REVIEWER).code == 0
    return fuelcheck


@pytest.fixture
def office(founded, tmp_path):
    """The same, with the cast's sites, two batches (one at the laboratory) and a fruitless visit."""
    rows = (
        sites(),
        [batch("A1", "2025-03-09", "S001", 报告日期="2025-03-20"), batch("A2", "2025-12-20", "S002")],
        [visit("S002", "2025-08-12", "停业")],
    )
    files = [write_csv(tmp_path / f"{name}.csv", some) for name, some in zip("abc", rows, strict=True)]
    assert founded("import", *files, "--by", CLERK).code == 0
    return founded

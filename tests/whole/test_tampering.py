"""A byte changed anywhere in the file of a store is found, or changes no value at all."""

import random
import shutil
import subprocess
import sys

import pytest

import fuelcheck as fc
from fuelcheck.cli import start
from fuelcheck.store.engine import sqlite_module

pytestmark = pytest.mark.whole

DATABASE_ERROR = sqlite_module().DatabaseError


@pytest.fixture(scope="module")
def store_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("untouched") / "county.db"
    command = [sys.executable, "-m", "tests.whole.workload", f"sqlite:///{path}", "A", "9"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return path


def values(path):
    """Every value of every table with its stored type; None where the file is too damaged to read them."""
    db = sqlite_module().connect(path)
    try:
        tables = [t for (t,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {t: sorted(map(repr, db.execute(f"SELECT * FROM {t}"))) for t in tables if t != "alembic_version"}
    except (DATABASE_ERROR, UnicodeDecodeError):
        return None
    finally:
        db.close()


def found(path):
    """Whether the verifier, or the opening before it, complains; other exceptions pass."""
    try:
        with fc.open_store(f"sqlite:///{path}") as store:
            return bool(fc.verify_audit(store))
    except fc.FuelcheckError:
        return True


def test_every_changed_byte_is_found_or_changes_no_value(store_file, tmp_path):
    chance, path, original = random.Random(4), tmp_path / "county.db", store_file.read_bytes()
    untouched, unseen = values(store_file), 0
    for _ in range(600):
        at = chance.randrange(len(original))
        changed = bytearray(original)
        changed[at] ^= 1 << chance.randrange(8)
        path.write_bytes(changed)
        if not found(path):
            unseen += 1
            assert values(path) == untouched, f"byte {at} was changed and nobody noticed"
    assert 0 < unseen < 600


def test_a_damaged_file_is_answered_with_a_sentence(store_file, tmp_path, capsys):
    chance, size, codes = random.Random(5), store_file.stat().st_size, set()
    for n in range(60):
        path = tmp_path / f"{n}.db"
        shutil.copy(store_file, path)
        with path.open("rb+") as file:
            file.seek(chance.randrange(size))
            file.write(chance.randbytes(chance.choice((8, 512, 4096))))
        for words in (["audit", "verify"], ["quota", "--year", "2025", "--as-of", "2025-12-31"]):
            code = start.main(["--database", f"sqlite:///{path}", *words])
            said = capsys.readouterr()
            assert code in (0, 1, 2, 3)
            assert start.OurMistake.code not in said.err
            assert ".txt" not in said.err, f"{n} {words}: {said.err}"
            codes.add(code)
    assert {1, 3} <= codes

"""A power cut at any moment loses no act that the office was told of, and leaves no broken evidence."""

import sqlite3
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from fuelcheck.store.engine import sqlite_module
from tests.whole import evidence, powercut

pytestmark = [pytest.mark.whole, pytest.mark.usefixtures("strace")]

SEED = 20261124
PLAIN = """
import os, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA synchronous = FULL")
db.execute("CREATE TABLE act (n INTEGER, hash TEXT)")
for n in range(1, 6):
    db.execute("INSERT INTO act VALUES (?, 'x')", (n,))
    os.write(1, f"{n} x\\n".encode())
"""


class Court:
    """Lays disks out, opens them as SQLite finds them after the cut, and remembers those that it has seen."""

    def __init__(self, folder: Path, database: str) -> None:
        self.folder, self.database = folder, folder / database
        folder.mkdir()
        self.states = 0
        self.seen: dict[bytes, dict[int, str]] = {}
        self.sound: set[bytes] = set()

    def acts(self, image: powercut.Image) -> dict[int, str]:
        """The acts that the disk holds once its journal was rolled back; the database must be intact."""
        self.states += 1
        key = sha256(b"".join(name.encode() + sha256(data).digest() for name, data in sorted(image.items()))).digest()
        if key not in self.seen:
            self.seen[key] = self._found(image)
        return self.seen[key]

    def _found(self, image: powercut.Image) -> dict[int, str]:
        for old in self.folder.iterdir():
            old.unlink()
        for name, data in image.items():
            (self.folder / name).write_bytes(data)
        if not self.database.exists():
            return {}
        with sqlite_module().connect(self.database) as db:
            db.execute("PRAGMA synchronous = OFF")
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            there = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'act'").fetchall()
            acts = dict(db.execute("SELECT n, hash FROM act")) if there else {}
        db.close()
        return acts

    def hold(self) -> None:
        """The store that was laid out last must verify; the same bytes are tried once."""
        key = sha256(self.database.read_bytes()).digest()
        if key not in self.sound:
            evidence.sound(f"sqlite:///{self.database}", ())
            self.sound.add(key)


def test_no_acknowledged_act_is_lost_at_any_moment(tmp_path):
    folder, log = tmp_path / "office", tmp_path / "log"
    folder.mkdir()
    url = f"sqlite:///{folder / 'county.db'}"
    powercut.record([sys.executable, "-m", "tests.whole.workload", url, "A", "9"], log)

    court = Court(tmp_path / "cut", "county.db")
    for text, image in powercut.disks(log, folder, seed=SEED):
        told, fresh = evidence.acknowledged(text), len(court.seen)
        acts = court.acts(image)
        assert told.items() <= acts.items(), f"state {court.states}: told of {max(told)}, found {len(acts)}"
        if acts and len(court.seen) > fresh:
            court.hold()

    assert len(told) == 10
    assert court.states > 1_000
    assert len(court.sound) == len(told)  # one store for each act that was told of, and none in between


def test_the_recorder_shows_what_a_weaker_setting_loses(tmp_path):
    """DELETE with FULL may lose the last act: the journal's name comes back. If this is not seen, nothing would be."""
    folder, log = tmp_path / "office", tmp_path / "log"
    folder.mkdir()
    powercut.record([sys.executable, "-c", PLAIN, str(folder / "plain.db")], log)

    court = Court(tmp_path / "cut", "plain.db")
    states = [
        (evidence.acknowledged(text), court.acts(image)) for text, image in powercut.disks(log, folder, seed=SEED)
    ]
    lost = [told for told, acts in states if not told.items() <= acts.items()]
    assert lost
    assert len(lost) < len(states) / 2


def test_an_acknowledged_backup_survives(tmp_path):
    folder, log = tmp_path / "kept", tmp_path / "log"
    folder.mkdir()
    url = f"sqlite:///{tmp_path / 'county.db'}"
    powercut.record([sys.executable, "-m", "tests.whole.workload", url, "A", "2"], tmp_path / "first")
    command = [sys.executable, "-m", "tests.whole.cli", "--database", url, "backup", str(folder / "copy.db")]
    powercut.record(command, log)

    court, told_of = Court(tmp_path / "cut", "copy.db"), 0
    for text, image in powercut.disks(log, folder, seed=SEED):
        if text:
            told_of += 1
            n, hash_ = text.split()[1:]
            assert court.acts(image).get(int(n)) == hash_
    assert told_of


def test_sqlite_writes_by_the_calls_that_the_recorder_knows(tmp_path):
    """A library that wrote through mapped memory would pass every test here unseen."""
    with sqlite3.connect(tmp_path / "a.db") as db:
        assert db.execute("PRAGMA mmap_size").fetchone()[0] == 0

"""A disk that is full or fails: exit 3 with a sentence, and what was refused is absent or said to be unknown."""

import itertools
import subprocess
import sys

import pytest

from fuelcheck.cli.start import OurMistake
from fuelcheck.language import choose, say
from fuelcheck.store.session import OutcomeUnknown
from tests.whole import evidence, faults, office

pytestmark = [pytest.mark.whole, pytest.mark.usefixtures("strace")]

FEW = (1, 2, 3, 5, 8, 13, 21, 34, 55, 89)
"""At which call of a kind it happens: the first, and then rarer."""


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    """A store with two acts, and a ledger that it has not seen."""
    folder = tmp_path_factory.mktemp("founded")
    url = f"sqlite:///{folder / 'before.db'}"
    command = [sys.executable, "-m", "tests.whole.workload", url, "A", "1"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder / "before.db", office.sites(folder / "sites.csv", [f"S{n}" for n in range(200)])


@pytest.mark.parametrize("error", [
    "pwrite64:error=ENOSPC:when={at}", "pwrite64:error=ENOSPC:when={at}+", "pwrite64:error=EIO:when={at}",
    "fsync,fdatasync:error=EIO:when={at}", "fsync,fdatasync:error=EIO:when={at}+", "unlink:error=EIO:when={at}+",
    "openat:error=ENOSPC:when={at}+",
])  # fmt: skip
def test_a_failing_disk_is_answered_with_a_sentence_and_nothing_is_half_done(founded, tmp_path, error):
    before, ledger = founded
    database, refused = tmp_path / "county.db", 0
    acts = evidence.sound(f"sqlite:///{before}", ())
    for at in FEW if "pwrite64" in error else itertools.count(1):
        faults.lay(before, database)
        done = faults.during(error.format(at=at), database, "import", str(ledger))
        there = evidence.sound(f"sqlite:///{database}", ()) - acts
        if done.returncode == 0:
            assert there == 1
            break
        refused += 1
        refusal(done)
        assert there == 0 or done.stderr.startswith(beginning(OutcomeUnknown)), done.stderr
    assert refused or error.startswith("unlink")  # a write-ahead log need not be removed


def test_a_store_that_cannot_be_made_leaves_none(tmp_path):
    database = tmp_path / "county.db"
    for at in (1, 3, 20, 60):
        refusal(faults.during(f"pwrite64:error=ENOSPC:when={at}+", database, "init", "--policy", office.POLICY))
    assert faults.during("pwrite64:error=ENOSPC:when=9999", database, "init", "--policy", office.POLICY).returncode == 0
    assert evidence.sound(f"sqlite:///{database}", ()) == 1


def test_a_disk_that_cannot_be_read_is_answered_with_a_sentence(founded, tmp_path):
    before, database = founded[0], tmp_path / "county.db"
    for at in (1, 2, 4, 8):
        faults.lay(before, database)
        done = faults.during(f"pread64:error=EIO:when={at}+", database, "quota", "--year", "2025")
        assert done.stdout == ""
        refusal(done)


def refusal(done):
    """One sentence, about the environment, and no mistake of ours."""
    assert done.returncode == 3, done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not done.stderr.startswith(beginning(OurMistake)), done.stderr


def beginning(problem):
    """How its sentence begins, in the language that the command line speaks by default."""
    choose("zh")
    return say(problem.sentence, why="\0", what="\0", path="").partition("\0")[0]

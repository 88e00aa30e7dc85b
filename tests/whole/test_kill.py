"""A process that is killed loses nothing that it acknowledged, and leaves a whole chain."""

import itertools
import random
import signal
import subprocess
import sys
import time

import pytest

from tests.whole import evidence, faults, office

pytestmark = pytest.mark.whole

WORKLOAD = [sys.executable, "-m", "tests.whole.workload"]


def killed_after(url: str, name: str, seconds: float) -> dict[int, str]:
    """What a workload had told when it was killed, so long after its first acknowledgement."""
    with subprocess.Popen([*WORKLOAD, url, name, "10000"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        told = evidence.acknowledged(first + process.stdout.read())
    assert process.returncode == -signal.SIGKILL
    return told


def test_killing_at_random_moments_loses_no_acknowledged_act(url):
    chance, told = random.Random(7), {}
    for life in range(15):
        told |= killed_after(url, f"L{life}", chance.uniform(0.0, 0.4))
        assert evidence.sound(url, told.items()) >= len(told)
    assert len(told) > 30


def test_a_database_server_that_crashes_keeps_every_acknowledged_act(server):
    url, told = server.database(), {}
    for life in range(4):
        with subprocess.Popen(
            [*WORKLOAD, url, f"L{life}", "10000"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout
            first = process.stdout.readline()
            time.sleep(0.3)
            server.crash()
            answer, complaint = process.communicate(timeout=60)
        assert process.returncode != 0, complaint
        told |= evidence.acknowledged(first + answer)
        assert evidence.sound(url, told.items()) >= len(told)


@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("call", ["pwrite64", "fsync,fdatasync", "unlink"])
def test_killing_at_every_call_that_changes_the_disk_leaves_all_or_nothing(tmp_path, call):
    before, database = tmp_path / "before.db", tmp_path / "county.db"
    subprocess.run([*WORKLOAD, f"sqlite:///{before}", "A", "1"], check=True, stdout=subprocess.DEVNULL)
    first = evidence.sound(f"sqlite:///{before}", ())
    ledger = office.sites(tmp_path / "sites.csv", ["S1"])
    for at in itertools.count(1):
        faults.lay(before, database)
        done = faults.during(f"{call}:signal=SIGKILL:when={at}", database, "import", str(ledger))
        acts = evidence.sound(f"sqlite:///{database}", ())
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
        assert acts in (first, first + 1)
    assert acts == first + 1
    assert at > 1 or call == "unlink"  # a write-ahead log is not removed by every act

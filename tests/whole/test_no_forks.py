"""Eight people record at once: one chain, nobody's act is lost, nobody is refused."""

import subprocess
import sys

import pytest
import sqlalchemy as sa

import fuelcheck as fc
from tests.whole import evidence, office

pytestmark = pytest.mark.whole

PEOPLE, ACTS = 8, 15


def test_acts_at_the_same_time_make_one_chain(url):
    with fc.open_store(url, create=True) as store:
        fc.init(store, policy=office.POLICY, by="张建国")
    people = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.whole.workload", url, f"P{n}", str(ACTS)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        ) for n in range(PEOPLE)
    ]  # fmt: skip
    answers = [person.communicate(timeout=300) for person in people]

    assert [complaint for _, complaint in answers] == [""] * PEOPLE
    assert [len(lines.splitlines()) for lines, _ in answers] == [ACTS] * PEOPLE
    told = {act for lines, _ in answers for act in evidence.acknowledged(lines).items()}
    assert evidence.sound(url, told) == PEOPLE * ACTS + 1
    with fc.open_store(url) as store, store.engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT COUNT(DISTINCT prev) FROM act")) == PEOPLE * ACTS + 1

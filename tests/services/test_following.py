"""What follows a report: released by another person, told, objected to, corrected, rechecked, closed."""

from datetime import date

import pytest

import fuelcheck as fc
from fuelcheck.library import batch_life, record_batch_step, release_report, verify_audit
from fuelcheck.rules.life import ObjectionsOpen
from fuelcheck.rules.retests import StepRefused
from fuelcheck.services.amending import SecondPersonNeeded
from fuelcheck.services.following import ToldElsewhere
from fuelcheck.words import BatchState, BatchStep
from tests.cast import CLERK, REVIEWER, SHUNDA, batch, sites

YEAR_END = date(2025, 12, 31)


@pytest.fixture(autouse=True)
def failed(county):
    county.take(sites(), [batch("A1", "2025-03-09", SHUNDA)])
    fc.add_report(county.store, "A1", by=CLERK, reported_on=date(2025, 3, 20), conclusion="fail", failed_items="硫含量")


@pytest.fixture
def step(county):
    def record(what, day, **options):
        return record_batch_step(county.store, "A1", what, by=CLERK, day=date.fromisoformat(day), **options)

    return record


@pytest.fixture
def state(county):
    def of(**options):
        return batch_life(county.store, "A1", as_of=YEAR_END, **options).state

    return of


def test_a_failing_batch_is_followed_until_a_recheck_closes_it(county, step, state):
    for what, day in (
        ("notify", "2025-03-24"), ("stand", "2025-04-09"), ("order", "2025-04-10"), ("correct", "2025-04-28"),
    ):  # fmt: skip
        step(what, day, note=f"文书 {day}")
    assert state() is BatchState.CORRECTED
    county.take([batch("R1", "2025-05-08", SHUNDA, 抽样类别="复查", 原抽样单编号="A1", 报告日期="2025-05-12")])

    assert state() is BatchState.CLOSED
    life = batch_life(county.store, "A1", as_of=YEAR_END).steps
    assert (life[-1].step, life[-1].on) == (BatchStep.RECHECK_PASS, date(2025, 5, 12))
    assert batch_life(county.store, "A1", as_of=date(2025, 4, 9)).state is BatchState.FINAL
    assert verify_audit(county.store) == []


def test_a_void_recheck_closes_nothing(county, state):
    county.take([batch("R1", "2025-05-08", SHUNDA, 抽样类别="复查", 原抽样单编号="A1", 报告日期="2025-05-12")])
    fc.void_batch(county.store, "R1", by=REVIEWER, reason="样品变质")

    assert state() is BatchState.FAILED


def test_what_the_table_does_not_allow_is_refused(step):
    with pytest.raises(StepRefused, match="allowed: notify; void"):
        step("order", "2025-03-24")
    step("notify", "2025-03-24")
    with pytest.raises(ObjectionsOpen):
        step("stand", "2025-04-08")


@pytest.mark.parametrize("what", ["report", "deliver", "recheck_pass", "void", "release_pass"])
def test_what_another_row_tells_is_not_recorded_by_itself(step, what):
    with pytest.raises(ToldElsewhere):
        step(what, "2025-04-01")


def test_where_four_eyes_are_wanted_another_person_releases_the_report(county, step, state):
    assert state(four_eyes=True) is BatchState.REPORTED
    with pytest.raises(StepRefused, match="release pass; release fail"):
        step("notify", "2025-03-24", four_eyes=True)
    with pytest.raises(SecondPersonNeeded):
        release_report(county.store, "A1", by=CLERK, day=date(2025, 3, 21))
    release_report(county.store, "A1", by=REVIEWER, day=date(2025, 3, 21))

    assert state(four_eyes=True) is BatchState.FAILED
    with pytest.raises(StepRefused):
        release_report(county.store, "A1", by=REVIEWER, day=date(2025, 3, 22))


def test_a_corrected_report_is_released_anew(county, state):
    release_report(county.store, "A1", by=REVIEWER, day=date(2025, 3, 21))
    fc.add_report(
        county.store, "A1", by=CLERK, reported_on=date(2025, 4, 2), conclusion="pass", corrects=1, reason="笔误"
    )
    assert state(four_eyes=True) is BatchState.REPORTED
    release_report(county.store, "A1", by=REVIEWER, day=date(2025, 4, 3))

    assert state(four_eyes=True) is BatchState.PASSED

"""What followed a failed check: recorded in the order that the rules allow, refused with a reason else."""

from datetime import date

import pytest

import fuelcheck as fc
from fuelcheck.language import use
from fuelcheck.library import ReasonNeeded
from fuelcheck.library.checks import check_record, check_records, record_retest, void_check, withdraw_retest
from fuelcheck.rules.retests import StepRefused, StepTooEarly
from fuelcheck.services.retests import (
    CheckVoid,
    FollowedAlready,
    NoSuchCheck,
    NothingOrdered,
    NothingToTakeBack,
    StepAhead,
)
from fuelcheck.words import RetestState, RetestStep
from tests.cast import CLERK, REVIEWER, clean_check, road_check


@pytest.fixture
def checked(county):
    county.clock.set(date(2025, 6, 1))
    county.take([road_check("R1"), clean_check("R2"), road_check("R3", "2025-03-09 11:00", 处理="教育", 复检期限="")])
    return county


def step(county, record_no, what, day):
    return record_retest(county.store, record_no, what, day=day, by=CLERK)


def test_a_vehicle_that_passes_in_time_closes_its_case(checked):
    step(checked, "R1", "repaired", date(2025, 3, 15))
    standing = step(checked, "R1", RetestStep.PASSED, date(2025, 3, 23))

    assert (standing.state, standing.late) == (RetestState.CLOSED, False)
    assert [one.n for one in check_record(checked.store, "R1").follow_up.steps] == [1, 2]
    assert fc.verify_audit(checked.store) == []


def test_one_that_passes_too_late_closes_it_late(checked):
    step(checked, "R1", "repaired", date(2025, 3, 15))

    assert step(checked, "R1", "passed", date(2025, 3, 24)).late


def test_an_open_case_is_overdue_after_its_day(checked):
    overdue = check_records(checked.store, overdue=True, as_of=date(2025, 3, 24))

    assert [line.record_no for line in overdue] == ["R1"]
    assert check_records(checked.store, overdue=True, as_of=date(2025, 3, 23)) == ()


@pytest.mark.parametrize(
    ("record_no", "what", "day", "refusal"),
    [
        ("R1", "passed", date(2025, 3, 15), StepRefused), ("R1", "repaired", date(2025, 3, 1), StepTooEarly),
        ("R2", "repaired", date(2025, 3, 15), NothingOrdered), ("R1", "repaired", date(2025, 6, 2), StepAhead),
        ("R9", "repaired", date(2025, 3, 15), NoSuchCheck),
    ],
)  # fmt: skip
def test_what_cannot_follow_is_refused(checked, record_no, what, day, refusal):
    with pytest.raises(refusal):
        step(checked, record_no, what, day)


def test_a_void_check_is_followed_by_nothing(checked):
    void_check(checked.store, "R1", reason="号牌写错", by=REVIEWER)

    assert check_record(checked.store, "R1").follow_up is None
    with pytest.raises(CheckVoid, match="号牌写错"):
        step(checked, "R1", "repaired", date(2025, 3, 15))
    with pytest.raises(CheckVoid):
        void_check(checked.store, "R1", reason="又一次", by=REVIEWER)


def test_a_check_that_was_followed_up_cannot_be_declared_void(checked):
    step(checked, "R1", "repaired", date(2025, 3, 15))

    with pytest.raises(FollowedAlready):
        void_check(checked.store, "R1", reason="号牌写错", by=REVIEWER)
    with pytest.raises(ReasonNeeded):
        void_check(checked.store, "R2", reason="", by=REVIEWER)
    with pytest.raises(NoSuchCheck):
        void_check(checked.store, "R9", reason="没有", by=REVIEWER)


def test_an_import_cannot_be_taken_back_once_a_step_followed(county):
    county.clock.set(date(2025, 6, 1))
    id_ = county.take([road_check("R1")])
    step(county, "R1", "repaired", date(2025, 3, 15))

    with use("en"), pytest.raises(fc.FuelcheckError, match="check retest RECORD_NO --withdraw"):
        fc.undo_import(county.store, id_, reason="导错台账", by=REVIEWER)

    withdraw_retest(county.store, "R1", reason="登记错误", by=REVIEWER)
    fc.undo_import(county.store, id_, reason="导错台账", by=REVIEWER)
    assert check_records(county.store) == ()


def test_a_failed_check_without_a_day_is_open_and_never_overdue(checked):
    assert [line.record_no for line in check_records(checked.store, open=True)] == ["R1", "R3"]
    assert [line.record_no for line in check_records(checked.store, overdue=True)] == ["R1"]


def test_a_step_to_come_is_refused_with_the_days_that_are_possible(checked):
    with use("en"), pytest.raises(StepAhead, match=r"a day from 2025-03-09 on, up to today \(2025-06-01\)"):
        step(checked, "R1", "repaired", date(2025, 6, 2))


def test_steps_are_taken_back_from_the_last_one_on(checked):
    step(checked, "R1", "repaired", date(2025, 3, 15))
    step(checked, "R1", "passed", date(2025, 3, 20))
    taken = [withdraw_retest(checked.store, "R1", reason="登记错误", by=REVIEWER) for _ in range(2)]

    assert [one for one, _ in taken] == [RetestStep.PASSED, RetestStep.REPAIRED]
    assert [line.follow_up.standing.state for _, line in taken] == [RetestState.OVERDUE, RetestState.OVERDUE]
    assert [one.kind for one in check_record(checked.store, "R1").history].count("withdrawn") == 2
    with pytest.raises(NothingToTakeBack):
        withdraw_retest(checked.store, "R1", reason="登记错误", by=REVIEWER)
    with pytest.raises(ReasonNeeded):
        withdraw_retest(checked.store, "R1", reason=" ", by=REVIEWER)
    with pytest.raises(NoSuchCheck):
        withdraw_retest(checked.store, "R9", reason="登记错误", by=REVIEWER)


def test_a_check_can_be_declared_void_once_its_steps_were_taken_back(checked):
    step(checked, "R1", "repaired", date(2025, 3, 15))
    with use("en"), pytest.raises(FollowedAlready, match="check retest R1 --withdraw"):
        void_check(checked.store, "R1", reason="号牌写错", by=REVIEWER)
    withdraw_retest(checked.store, "R1", reason="登记错误", by=REVIEWER)
    void_check(checked.store, "R1", reason="号牌写错", by=REVIEWER)

    assert check_record(checked.store, "R1").fact.void
    assert fc.verify_audit(checked.store) == []


def test_a_check_dated_ahead_is_listed_unless_a_day_bounds_the_list(checked):
    checked.take([clean_check("R4", "2025-06-20 09:00")])

    assert [line.record_no for line in check_records(checked.store)][-1] == "R4"
    assert "R4" not in [line.record_no for line in check_records(checked.store, as_of=date(2025, 6, 1))]
    assert "R4" not in [line.record_no for line in check_records(checked.store, last=date(2025, 6, 1))]

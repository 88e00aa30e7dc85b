"""A month of checks added up: every check that stands counts once, void ones nowhere."""

from datetime import date

import pytest

from fuelcheck.library.checks import check_summary, record_retest, void_check
from fuelcheck.standing.check_record import CheckCount, RetestCount
from fuelcheck.words import CheckItem, CheckMethod
from tests.cast import CLERK, clean_check, road_check

MARCH = {"first": date(2025, 3, 1), "last": date(2025, 3, 31)}


@pytest.fixture
def month(county):
    county.clock.set(date(2025, 6, 1))
    county.take([
        road_check("R1", OBD="故障"),
        road_check("R2", "2025-03-10 09:00", 执法单位="生态环境局", OBD="故障", 读数="1;1;1"),
        road_check("R3", "2025-03-11 09:00", 复检期限="2025-04-30"), road_check("R4", "2025-03-12 09:00"),
        clean_check("R5", "2025-03-12 10:00", 执法单位="", 地点=""),
        clean_check("R6", "2025-03-12 11:00", 检测方法="加载减速"), clean_check("R7", "2025-03-12 12:00"),
        clean_check("R8", "2025-04-01 09:00"),
    ])  # fmt: skip
    for record_no, passed in (("R1", date(2025, 3, 20)), ("R2", date(2025, 3, 25))):
        record_retest(county.store, record_no, "repaired", day=date(2025, 3, 15), by=CLERK)
        record_retest(county.store, record_no, "passed", day=passed, by=CLERK)
    void_check(county.store, "R7", reason="重复", by=CLERK)
    return county


@pytest.fixture
def summary(month):
    return check_summary(month.store, **MARCH, as_of=date(2025, 4, 1))


def test_every_standing_check_of_the_span_counts_once(summary):
    assert (summary.total, summary.void) == (CheckCount(6, 1, 4, 1), 1)
    assert len(summary.lines) == 7
    for counts in (summary.days, summary.places, summary.methods):
        assert sum(one.count.checked for one in counts) == 6


def test_counts_stand_in_the_order_in_which_they_are_printed(summary):
    assert [one.day.day for one in summary.days] == [9, 10, 11, 12]
    assert [one.place for one in summary.places] == ["", "G207 白沙站"]
    assert [(one.method, one.count.checked) for one in summary.methods] == [
        (CheckMethod.FREE_ACCELERATION, 5), (CheckMethod.LUG_DOWN, 1),
    ]  # fmt: skip


def test_a_joint_check_counts_for_each_department(summary):
    assert {one.department: one.count.checked for one in summary.departments} == {
        "": 1, "交警大队": 4, "生态环境局": 5,
    }  # fmt: skip


def test_the_commonest_failure_comes_first(summary):
    assert [(one.item, one.failed) for one in summary.failures] == [(CheckItem.OPACITY, 3), (CheckItem.OBD, 2)]


def test_re_tests_are_in_time_late_open_or_overdue(summary):
    assert summary.retests == RetestCount(ordered=4, in_time=1, late=1, open=1, overdue=1)
    assert [line.record_no for line in summary.overdue] == ["R4"]


def test_lists_of_the_summary_leave_void_checks_out(summary):
    assert [line.record_no for line in summary.failing] == ["R1", "R2", "R3", "R4"]
    assert [line.record_no for line in summary.undecided] == ["R6"]


def test_a_span_without_checks_is_empty(month):
    empty = check_summary(month.store, first=date(2024, 1, 1), last=date(2024, 1, 31))

    assert (empty.total, empty.days, empty.failures, empty.lines) == (CheckCount(), (), (), ())

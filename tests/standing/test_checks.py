"""Remembered checks judged and followed up: one record with all that belongs to it, and lists."""

from datetime import date

import pytest

from fuelcheck.law.load import find_policy
from fuelcheck.library import add_policy
from fuelcheck.library.checks import check_record, check_record_in_full, check_records, erase_personal, record_retest
from fuelcheck.services.retests import NoSuchCheck
from fuelcheck.words import Conclusion, RetestState, VehicleCategory, Verdict
from tests.cast import CLERK, DRIVER, POLICY, batch, clean_check, road_check, sites

JUNE = date(2025, 6, 1)


def truck(plate, owner, **other):
    return {"号牌号码": plate, "号牌种类": "01", "用途": "货车", "能源": "柴油", "所有人": owner, **other}


@pytest.fixture
def road(county):
    county.clock.set(JUNE)
    county.take(
        sites(), [batch("A1", "2025-03-09", "S001", 报告日期="2025-03-20", 检验结论="不合格")],
        [truck("豫C12345", "大河运输公司"), truck("豫C67890", "大河运输公司"), truck("豫C11111", "小河运输公司")],
        [
            road_check("R1", 油样抽样单编号="A1"),
            clean_check("R2", "2025-03-01 09:00", 号牌号码="豫C12345", 执法单位="交通运输局"),
            clean_check("R3", "2025-03-02 09:00", 检测方法="加载减速", 地点="S243 鸦岭站"),
            clean_check("R4", "2025-03-03 09:00", 号牌号码="豫C12345", 状态="作废", 作废原因="重复"),
            clean_check("R5", "2025-03-04 09:00", 号牌号码="豫C11111"),
            clean_check("R6", "2025-04-01 09:00", 号牌号码="豫C12345"),
        ],
    )  # fmt: skip
    return county


@pytest.fixture
def listed(road):
    def numbers(**wanted):
        return [line.record_no for line in check_records(road.store, **wanted)]

    return numbers


def test_a_record_stands_beside_its_batch_and_its_vehicle(road):
    record = check_record(road.store, "R1")

    assert (record.fuel.form_no, record.fuel.conclusion) == ("A1", Conclusion.FAIL)
    assert (record.vehicle.category, record.vehicle.owner) == (VehicleCategory.TRUCK, "大河运输公司")
    assert (record.division_name, record.example, record.clean) == ("伊川县", False, False)
    assert (record.verdict.verdict, record.follow_up.standing.state) == (Verdict.FAIL, RetestState.OVERDUE)


def test_a_record_knows_what_was_found_before(road):
    record = check_record(road.store, "R1")

    assert [line.record_no for line in record.earlier] == ["R2"]
    assert [line.record_no for line in record.earlier_of_owner] == ["R3"]


def test_the_report_of_a_batch_is_no_news_before_it_came(road):
    record = check_record(road.store, "R1", as_of=date(2025, 3, 19))

    assert (record.fuel.conclusion, record.fuel.reported_on) == (None, None)
    assert record.follow_up.standing.state is RetestState.ORDERED


def test_the_driver_is_masked_unless_the_whole_name_is_asked_for(road):
    masked, whole = check_record(road.store, "R1"), check_record_in_full(road.store, "R1")

    assert (masked.driver, masked.driver_in_full) == ("欧阳**", False)
    assert (whole.driver, whole.driver_in_full) == (DRIVER, True)
    assert DRIVER not in str(masked)


def test_an_erased_driver_is_said_to_be_erased(road):
    erase_personal(road.store, "R2", reason="本人申请", by=CLERK)
    record = check_record_in_full(road.store, "R2")

    assert (record.driver, record.driver_in_full, record.driver_erased) == ("", False, True)
    assert [step.kind for step in record.history] == ["recorded", "erased"]


def test_a_clean_check_is_one_that_passed_and_stands(road):
    assert check_record(road.store, "R2").clean
    assert not check_record(road.store, "R4").clean
    with pytest.raises(NoSuchCheck):
        check_record(road.store, "R9")


def test_steps_stand_in_the_record_in_their_order(road):
    record_retest(road.store, "R1", "repaired", day=date(2025, 3, 12), by=CLERK, evidence="W7")
    record_retest(road.store, "R1", "passed", day=date(2025, 3, 20), by=CLERK)
    followed = check_record(road.store, "R1").follow_up
    then = check_record(road.store, "R1", as_of=date(2025, 3, 15)).follow_up

    assert [(step.n, step.what, step.evidence) for step in followed.steps] == [(1, "repaired", "W7"), (2, "passed", "")]
    assert (followed.standing.state, then.standing.state) == (RetestState.CLOSED, RetestState.REPAIRED)


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({}, ["R2", "R3", "R4", "R5", "R1", "R6"]),
        ({"first": date(2025, 3, 4), "last": date(2025, 3, 31)}, ["R5", "R1"]),
        ({"place": "鸦岭"}, ["R3"]), ({"department": "交通运输"}, ["R2"]), ({"verdict": "fail"}, ["R1"]),
        ({"verdict": "undecided"}, ["R3"]), ({"overdue": True}, ["R1"]),
        ({"plate": "豫C·12345"}, ["R2", "R4", "R1", "R6"]),
        ({"as_of": date(2025, 3, 2)}, ["R2", "R3"]),
    ],
)  # fmt: skip
def test_a_list_holds_what_was_asked_for(listed, wanted, numbers):
    assert listed(**wanted) == numbers


def test_the_policy_says_which_limits_hold(county, tmp_path):
    county.take([clean_check("R1")])
    text = find_policy(POLICY, None)[0].replace('limit_set = "a"', 'limit_set = "b"')
    (tmp_path / "b.toml").write_text(text, "utf-8")
    before = check_record(county.store, "R1", as_of=JUNE)
    add_policy(county.store, str(tmp_path / "b.toml"), by=CLERK, update=True, reason="省里选定限值b")
    after = check_record(county.store, "R1", as_of=JUNE)

    assert [(one.verdict.limit_set, one.verdict.verdict) for one in (before, after)] == [("a", "pass"), ("b", "fail")]


def test_a_list_can_be_that_of_an_earlier_moment(road, listed):
    then = road.now
    road.take([clean_check("R7", "2025-03-05 09:00")])

    assert "R7" in listed()
    assert "R7" not in listed(known_at=then)

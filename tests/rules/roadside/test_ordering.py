"""What a failed check opens: a follow-up, whatever words stand in 处理; the day comes from 复检期限."""

from dataclasses import replace
from datetime import date

import pytest

from fuelcheck.rules.retests import FollowUp
from fuelcheck.rules.roadside.ordering import ordered, same_vehicle
from fuelcheck.words import PlateColour, Verdict
from tests.rules.roadside.law import MARCH
from tests.rules.roadside.test_fact import FACT

BY = date(2025, 3, 23)


@pytest.mark.parametrize("action", ["", "责令维修", "教育放行", "无需维修复检"])
def test_a_failed_check_opens_a_follow_up_whatever_the_record_says_was_done(action: str) -> None:
    assert ordered(replace(FACT, action=action), Verdict.FAIL) == FollowUp("R1", MARCH, None)


def test_the_day_of_the_re_test_is_that_of_the_record() -> None:
    assert ordered(replace(FACT, retest_by=BY), Verdict.FAIL) == FollowUp("R1", MARCH, BY)


@pytest.mark.parametrize("verdict", [Verdict.PASS, Verdict.UNDECIDED])
def test_a_check_that_did_not_fail_orders_nothing(verdict: Verdict) -> None:
    assert ordered(replace(FACT, retest_by=BY), verdict) is None


def test_a_void_check_orders_nothing() -> None:
    assert ordered(replace(FACT, retest_by=BY, voided="错"), Verdict.FAIL) is None


def test_one_vehicle_is_known_by_its_vin_else_by_plate_and_colour() -> None:
    yellow, blue = (replace(FACT, plate_colour=colour) for colour in (PlateColour.YELLOW, PlateColour.BLUE))

    assert same_vehicle(FACT, yellow)
    assert not same_vehicle(blue, yellow)
    assert same_vehicle(replace(blue, vin="V1"), replace(yellow, vin="V1", plate="豫C99999"))
    assert not same_vehicle(replace(yellow, vin="V1"), replace(yellow, vin="V2"))

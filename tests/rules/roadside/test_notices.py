"""What there is to look at in a check: a day to come, and a vehicle that register or plate know otherwise."""

from dataclasses import replace
from datetime import date, timedelta

from fuelcheck.faults import Remark
from fuelcheck.language import use
from fuelcheck.rules.roadside.notices import check_notices
from fuelcheck.words import Energy, Stage
from tests.rules.roadside.law import MARCH
from tests.rules.roadside.test_fact import FACT
from tests.rules.roadside.test_registered import TRUCK

DIESEL = replace(FACT, check=replace(FACT.check, energy=Energy.DIESEL), stage=Stage.FIVE)


def codes(fact, *vehicles, today: date = MARCH) -> list[str]:
    return [notice.code for notice in check_notices(fact, vehicles, today)]


def test_a_check_of_a_day_to_come_is_told() -> None:
    assert codes(FACT) == []
    assert codes(FACT, today=MARCH - timedelta(days=1)) == ["checked-ahead"]
    assert codes(replace(FACT, voided="重复"), today=MARCH - timedelta(days=1)) == []


def test_diesel_in_a_new_energy_vehicle_is_told() -> None:
    battery = replace(TRUCK, energy=Energy.BATTERY)

    assert codes(DIESEL, TRUCK) == []
    assert codes(DIESEL, battery) == ["energy-differs"]
    assert codes(replace(DIESEL, plate="豫CD12345")) == ["energy-differs"]
    assert codes(FACT, battery) == []


def test_a_stage_that_the_register_holds_otherwise_is_told() -> None:
    assert codes(DIESEL, replace(TRUCK, stage=Stage.FIVE)) == []
    assert codes(DIESEL, replace(TRUCK, stage=Stage.FOUR)) == ["stage-differs"]


def test_each_notice_has_a_sentence() -> None:
    vehicle = replace(TRUCK, energy=Energy.BATTERY, stage=Stage.FOUR)
    found = list(check_notices(DIESEL, [vehicle], MARCH - timedelta(days=1)))
    with use("en"):
        said = [Remark(notice.code, values=notice.values).message for notice in found]

    assert len(said) == 3
    assert not [sentence for sentence in said if "{" in sentence]
    assert "which is still to come" in said[0]

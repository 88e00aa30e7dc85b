"""Rules about several cells of a vehicle's row name the column that states what cannot be."""

from pathlib import Path

import pytest

from tests.ledgers.desk import places
from tests.ledgers.fleet import VIN, bring_vehicles, stored, vehicle


@pytest.mark.parametrize("energy", ["汽油", "柴油", "天然气", "混合动力"])
def test_a_new_energy_plate_contradicts_what_burns(tmp_path: Path, energy: str) -> None:
    answer = bring_vehicles(tmp_path, vehicle("豫CD12345", 能源=energy))

    assert places(answer) == {("energy-contradicts-plate", 2, "能源")}


def test_a_battery_bus_may_bear_a_yellow_plate(tmp_path: Path) -> None:
    assert bring_vehicles(tmp_path, vehicle(能源="纯电动", 号牌颜色="黄")).accepted


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"注册日期": "2020-05-01", "转入日期": "2020-04-30"}, ("moved-in-before-registered", "转入日期")),
        ({"注册日期": "2020-05-01", "转出日期": "2020-04-30"}, ("moved-out-before-registered", "转出日期")),
        ({"转入日期": "2020-05-01", "转出日期": "2020-04-30"}, ("moved-out-before-moved-in", "转出日期")),
        ({"注册日期": "2020-05-01", "注销日期": "2020-04-30"}, ("scrapped-before-registered", "注销日期")),
        ({"转入日期": "2020-05-01", "注销日期": "2020-04-30"}, ("scrapped-before-moved-in", "注销日期")),
        ({"转出日期": "2020-05-01", "注销日期": "2020-04-30"}, ("moved-out-after-scrapped", "转出日期")),
        ({"燃烧方式": "稀薄燃烧"}, ("combustion-without-gas", "燃烧方式")),
        ({"车架号": VIN, "更新自": VIN}, ("replaces-itself", "更新自")),
    ],
)
def test_cells_that_contradict_each_other(tmp_path: Path, cells: dict[str, str], fault: tuple[str, str]) -> None:
    answer = bring_vehicles(tmp_path, vehicle(**cells))

    assert {(code, column) for code, _, column in places(answer)} == {fault}
    assert all(one.message for one in answer.faults)


def test_a_vehicle_may_move_out_and_come_back(tmp_path: Path) -> None:
    row = vehicle(注册日期="2015-01-01", 转出日期="2018-01-01", 转入日期="2020-01-01")

    assert bring_vehicles(tmp_path, row).accepted


def test_the_day_is_held_against_what_the_store_knows(tmp_path: Path) -> None:
    known = stored(tmp_path, vehicle(注册日期="2020-05-01", 车架号=VIN))
    answer = bring_vehicles(tmp_path, vehicle(注销日期="2019-01-01", 车架号=VIN), known=known)

    assert places(answer) == {("scrapped-before-registered", 2, "注销日期")}


def test_the_policys_reasons_are_known_by_name_and_synonym(tmp_path: Path) -> None:
    for written in ("应急", "应急车辆", "emergency"):
        (row,) = stored(tmp_path, vehicle(豁免原因=written)).vehicles.values()
        assert row["exemption"] == "emergency"
    fault = bring_vehicles(tmp_path, vehicle(豁免原因="个人喜好")).faults[0]
    assert "应急车辆" in fault.message

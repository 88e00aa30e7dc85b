"""Plates and VINs of a sheet of vehicles: refused with the reason, and the kind where it can be told."""

from pathlib import Path

import pytest

from tests.ledgers.desk import codes, places
from tests.ledgers.fleet import VIN, bring_vehicles, stored, vehicle


def kind(folder: Path, *, plate: str = "豫C12345", **cells: str) -> str:
    (row,) = stored(folder, vehicle(plate, **cells)).vehicles.values()
    return row.get("plate_kind", "")


@pytest.mark.parametrize(
    ("plate", "found"),
    [
        ("豫C12345", ""),
        ("豫C·1234挂", "trailer"),
        ("豫C1234警", "police"),
        ("豫C1234学", "coach"),
        ("豫X1234应急", "rescue"),
    ],
)
def test_the_plate_alone_tells_its_kind_where_only_one_has_its_form(tmp_path: Path, plate: str, found: str) -> None:
    assert kind(tmp_path, plate=plate) == found


@pytest.mark.parametrize(("plate", "found"), [("豫CD12345", "small_new_energy"), ("豫C12345D", "large_new_energy")])
def test_new_energy_plates_tell_their_size(tmp_path: Path, plate: str, found: str) -> None:
    assert kind(tmp_path, plate=plate, 能源="纯电动") == found


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"号牌颜色": "黄"}, "large_car"),
        ({"号牌颜色": "蓝牌"}, "small_car"),
        ({"号牌颜色": "黄", "车辆类型": "低速货车"}, "low_speed"),
        ({"车辆类型": "重型自卸货车"}, "large_car"),
        ({"车辆类型": "H17"}, "large_car"),
        ({"车辆类型": "K33"}, "small_car"),
        ({"号牌种类": "01"}, "large_car"),
        ({"号牌种类": "小型汽车", "车辆类型": "重型货车"}, "small_car"),
        ({"车辆类型": "货车"}, ""),
    ],
)
def test_colour_type_and_what_is_stated_tell_the_others(tmp_path: Path, cells: dict[str, str], found: str) -> None:
    assert kind(tmp_path, **cells) == found


def test_a_kind_presumed_from_the_type_contradicts_nothing(tmp_path: Path) -> None:
    known = stored(tmp_path, vehicle(号牌种类="小型汽车"))
    answer = bring_vehicles(tmp_path, vehicle(车辆类型="重型货车"), known=known)

    assert [(row.state, row.fills) for row in answer.rows] == [("filled", ("vehicle_type",))]


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"号牌号码": "豫C1234O"}, ("plate-letter", 2, "号牌号码")),
        ({"号牌号码": "豫C123"}, ("plate-length", 2, "号牌号码")),
        ({"号牌种类": "挂车"}, ("plate-kind-differs", 2, "号牌种类")),
        ({"号牌颜色": "绿"}, ("plate-colour-differs", 2, "号牌颜色")),
        ({"VIN码": "LZZ5CLSB9GA00001"}, ("vin-length", 2, "VIN码")),
        ({"VIN码": "LZZ5CLSB9GAO00001"}, ("vin-letter", 2, "VIN码")),
    ],
)
def test_what_cannot_be_is_refused_where_it_stands(
    tmp_path: Path, cells: dict[str, str], fault: tuple[str, int, str]
) -> None:
    assert places(bring_vehicles(tmp_path, vehicle() | cells)) == {fault}


def test_a_wrong_check_digit_is_no_fault(tmp_path: Path) -> None:
    assert bring_vehicles(tmp_path, vehicle(车架号=VIN[:8] + "8" + VIN[9:])).accepted


@pytest.mark.parametrize("stated", ["外籍汽车", "99"])
def test_a_plate_of_a_kind_that_no_text_tells_is_taken_when_it_is_stated(tmp_path: Path, stated: str) -> None:
    assert bring_vehicles(tmp_path, vehicle("黑12345", 号牌种类=stated, 车架号="JT1234")).accepted
    assert not bring_vehicles(tmp_path, vehicle("黑12345")).accepted


def test_machines_of_the_fields_may_have_another_vin(tmp_path: Path) -> None:
    assert bring_vehicles(tmp_path, vehicle("豫0312345", 号牌种类="拖拉机", 车架号="TY12345")).accepted


def test_all_faults_of_a_row_are_named(tmp_path: Path) -> None:
    row = vehicle("豫C123", 车架号="LZZ", 用途="货运", 能源="O", 豁免原因="个人喜好", 乡镇="外县镇")
    found = {"plate-length", "vin-length", "category-by-use", "energy-hybrid-or-plug-in"}

    assert codes(bring_vehicles(tmp_path, row)) == found | {"unknown-exemption", "unknown-township"}

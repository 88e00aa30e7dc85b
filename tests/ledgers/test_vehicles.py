"""Rows of 车辆 on their way in: untidy lists of two departments become the vehicles that they mean."""

from pathlib import Path

from tests.ledgers.desk import brought, write_csv, write_xlsx
from tests.ledgers.fleet import NOTHING, VIN, bring_vehicles, filed, stored, vehicle

TRANSPORT = (
    ("伊川县营运货车台账",),
    ("序号", "车牌号", "车主", "使用性质", "能源类型", "运营区域"),
    (1, "豫C·12345", "恒通运输", "渣土运输车", "柴油", "城区"),
    (2, "豫C12346", "恒通运输", "物流配送", "电动", "城区"),
    ("合计", "2辆"),
)
POLICE = (
    ("号牌种类", "号牌号码", "车辆识别代号", "车辆用途", "燃料种类", "排放标准", "初次登记日期"),
    ("02", "豫C12346", "", "物流车", "C", "/", "2021.3.9"),
    (1.0, "豫Ｃ12345", VIN, "渣土车", "B", "国Ⅲ", "20130905"),
)


def test_two_untidy_lists_of_one_command_name_the_same_vehicles(tmp_path: Path) -> None:
    paths = write_xlsx(tmp_path / "交通.xlsx", {"货车": TRANSPORT}), write_csv(tmp_path / "公安.csv", POLICE)
    answer = brought(*paths, known=NOTHING)
    held = sorted(filed(answer).vehicles.values(), key=lambda row: row["plate"])

    assert [(row["plate"], row["plate_kind"], row["category"], row["energy"]) for row in held] == [
        ("豫C12345", "large_car", "muck_truck", "diesel"),
        ("豫C12346", "small_car", "logistics", "battery"),
    ]
    assert [(row["owner"], row["area"], row["registered_on"]) for row in held] == [
        ("恒通运输", "urban", "2013-09-05"),
        ("恒通运输", "urban", "2021-03-09"),
    ]
    assert brought(*reversed(paths), known=filed(answer)).accepted


def test_colour_and_decision_help_to_know_the_vehicle_and_are_not_filed(tmp_path: Path) -> None:
    known = stored(tmp_path, vehicle(车架号=VIN, 注册日期="2015-01-01"))
    answer = bring_vehicles(tmp_path, vehicle(注册日期="2020-01-01", 核对="另一车", 号牌颜色="黄"), known=known)

    assert [set(row.values) & {"plate_colour", "decision"} for row in answer.rows] == [set()]
    assert [row.values["plate_kind"] for row in answer.rows] == ["large_car"]


def test_a_row_without_plate_is_a_fault_of_its_own(tmp_path: Path) -> None:
    answer = bring_vehicles(tmp_path, vehicle("", 车架号=VIN))

    assert [(fault.code, fault.column) for fault in answer.faults] == [("missing-cell", "号牌号码")]

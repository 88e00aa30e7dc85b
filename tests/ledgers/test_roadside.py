"""Sheets of roadside checks: one row one check, and every fault named by row and column."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from fuelcheck.ledgers.columns import SHEETS
from fuelcheck.ledgers.roadside import JUDGED, WrittenChecks, read_checks
from fuelcheck.ledgers.roadside_columns import ROADSIDE_CHECKS
from fuelcheck.ledgers.template import template
from fuelcheck.rules.roadside.record import Check
from fuelcheck.words import Aftertreatment, CheckMethod, Energy, ObdState, SheetKind, UreaState
from tests.ledgers.desk import write_csv, write_xlsx

ROW: dict[str, Any] = {
    "记录编号": "R1", "检查时间": datetime(2025, 3, 9, 9, 10), "地点": "G207", "执法单位": "生态环境局、交警大队",
    "公安单位": "交警一中队", "执法人员": "张三、李四", "号牌号码": "豫C·12345", "号牌颜色": "黄", "车辆类型": "H11",
    "燃料": "柴油", "排放阶段": "国Ⅳ", "驾驶人": "王五", "检测方法": "加载减速", "读数": "1.12;0.90", "氮氧化物": 820,
    "OBD": "正常", "后处理": "完好", "尿素": "无", "仪器编号": "Y1", "检定有效期": "2025-12-31", "处理": "责令维修",
    "复检期限": "2025-03-23",
}  # fmt: skip


@pytest.fixture
def read(tmp_path: Path) -> Any:
    def run(*rows: dict[str, Any]) -> WrittenChecks:
        header = list(dict.fromkeys(name for row in rows for name in row))
        lines = [header, *([row.get(name, "") for name in header] for row in rows)]
        return read_checks([write_xlsx(tmp_path / "book.xlsx", {"3月": lines})])

    return run


def faults(found: WrittenChecks) -> list[tuple[str, int | None, str]]:
    return [(fault.code, fault.row, fault.column) for fault in found.faults]


def test_a_row_is_a_check(read: Any) -> None:
    found = read(ROW)

    assert found.faults == ()
    assert [(one.check, one.plate, one.place, one.sheet, one.row) for one in found.checks] == [
        (
            Check(
                "R1", date(2025, 3, 9), CheckMethod.LUG_DOWN, ("1.12", "0.90"), nox_ppm="820", obd=ObdState.OK,
                aftertreatment=Aftertreatment.INTACT, urea=UreaState.NONE, energy=Energy.DIESEL, vehicle_type="H11",
                instrument="Y1", calibrated_until=date(2025, 12, 31),
            ),
            "豫C12345", "G207", "3月", 2,
        )
    ]  # fmt: skip


def test_what_a_verdict_rests_on_is_enough(read: Any) -> None:
    found = read({"记录编号": "R1", "检查时间": "2025-03-09", "检测方法": "自由加速", "读数": "1.1;1.2;1.3"})

    assert (found.faults, found.checks[0].check.readings) == ((), ("1.1", "1.2", "1.3"))


def test_an_empty_method_is_left_to_the_judgement(read: Any) -> None:
    assert read(ROW | {"检测方法": ""}).checks[0].check.method is None


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"记录编号": ""}, ("missing-cell", 2, "记录编号")),
        ({"检查时间": ""}, ("missing-cell", 2, "检查时间")),
        ({"检查时间": "3月9日"}, ("day-without-year", 2, "检查时间")),
        ({"号牌号码": ""}, ("missing-cell", 2, "号牌号码")),
        ({"执法人员": "张三"}, ("one-sampler", 2, "执法人员")),
        ({"执法人员": "张三;张三"}, ("one-sampler", 2, "执法人员")),
        ({"执法人员": ""}, ("missing-cell", 2, "执法人员")),
        ({"公安单位": ""}, ("police-unit-missing", 2, "公安单位")),
        ({"复检期限": "2025-03-08"}, ("retest-before-check", 2, "复检期限")),
        ({"读数": "1.1;合格"}, ("bad-number", 2, "读数")),
        ({"号牌颜色": "红"}, ("unknown-plate-colour", 2, "号牌颜色")),
        ({"OBD": "灯"}, ("unknown-obd", 2, "OBD")),
    ],
)
def test_a_fault_is_named_by_row_and_column(read: Any, changes: dict[str, Any], fault: Any) -> None:
    found = read(ROW | changes)

    assert faults(found) == [fault]
    assert found.checks == ()
    assert all(one.message for one in found.faults)


def test_an_owner_visit_needs_no_police(read: Any) -> None:
    assert read(ROW | {"检查类型": "入户", "公安单位": ""}).faults == ()
    assert faults(read(ROW | {"检查类型": "路检", "公安单位": ""})) == [("police-unit-missing", 2, "公安单位")]


def test_all_faults_of_a_row_are_named(read: Any) -> None:
    assert len(faults(read(ROW | {"执法人员": "张三", "公安单位": "", "OBD": "灯"}))) == 3


def test_the_same_record_twice_is_one_and_another_under_its_number_is_a_fault(read: Any) -> None:
    assert len(read(ROW, ROW).checks) == 1
    assert faults(read(ROW, ROW | {"读数": "0.5;0.5"})) == [("duplicate-record-no", 3, "记录编号")]


def test_what_was_skipped_and_not_read_is_said(read: Any) -> None:
    found = read(ROW | {"天气": "晴"}, {"记录编号": "合计"})

    assert [(one.skipped.row, one.skipped.why) for one in found.skipped] == [(3, "skipped-end")]
    assert [(one.code, one.column) for one in found.notices] == [("unknown-column", "天气")]


def test_a_file_without_checks_says_what_is_missing(tmp_path: Path) -> None:
    found = read_checks([write_csv(tmp_path / "a.csv", [("记录编号", "检查时间", "读数"), ("R1", "2025-03-09", "1")])])

    assert ["检测方法" in fault.message for fault in found.faults] == [True]


def test_the_judged_sheet_has_the_columns_of_the_ledger() -> None:
    assert [one.name for one in JUDGED.columns] == [one.name for one in ROADSIDE_CHECKS.columns]
    assert SHEETS[SheetKind.ROADSIDE_CHECKS] is ROADSIDE_CHECKS


def test_an_empty_form_is_read_back(tmp_path: Path) -> None:
    template([SheetKind.ROADSIDE_CHECKS], path := tmp_path / "form.xlsx")
    found = read_checks([path])

    assert (found.faults, found.checks) == ((), ())


def test_a_moment_is_written_as_people_write_it() -> None:
    column = ROADSIDE_CHECKS.column("checked_at")

    assert column.written(column.parse("2025年3月9日 9:10")) == "2025-03-09 09:10:00"

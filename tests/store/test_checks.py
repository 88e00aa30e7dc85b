"""Checks as the rules read them out of the store: every column, in order, and what followed each."""

from datetime import UTC, date, datetime

import pytest

from fuelcheck.library.checks import record_retest
from fuelcheck.store import checks
from fuelcheck.words import Aftertreatment, CheckKind, CheckMethod, Datum, Energy, ObdState, PlateColour, Stage
from tests.cast import CLERK, clean_check, road_check

WHOLE = {
    "检查类型": "路检", "经度": "112.43", "纬度": "34.42", "坐标系": "GCJ-02", "车辆识别代号": "LZZ5CLSB8KA123456",
    "车辆类型": "重型半挂牵引车", "使用性质": "货运", "燃料": "柴油", "排放阶段": "国五", "注册日期": "2019-05-01",
    "氮氧化物": "820", "轮边功率": "62.5%", "林格曼级": "0", "OBD": "正常", "后处理": "完好", "尿素": "正常",
    "尿素浓度": "32.4", "尿素折光率": "1.3830", "仪器编号": "Y1", "备注": "夜间",
}  # fmt: skip


@pytest.fixture
def read(county):
    def ask(question, *arguments):
        with county.store.reading() as view:
            return question(view.connection, view.division, *arguments)

    return ask


def test_every_cell_of_a_check_is_read(county, read):
    county.take([road_check("R1", **WHOLE)])
    fact = read(checks.check, "R1")
    measured = fact.check

    assert (fact.kind, fact.datum, fact.plate_colour, fact.stage) == (
        CheckKind.ROADSIDE, Datum.GCJ_02, PlateColour.YELLOW, Stage.FIVE,
    )  # fmt: skip
    assert (fact.longitude, fact.vin, fact.use, fact.registered_on, fact.note) == (
        "112.43", "LZZ5CLSB8KA123456", "货运", date(2019, 5, 1), "夜间",
    )  # fmt: skip
    assert (measured.method, measured.readings, measured.nox_ppm, measured.power_percent) == (
        CheckMethod.FREE_ACCELERATION, ("1.3", "1.4", "1.5"), "820", "62.5",
    )  # fmt: skip
    assert (measured.obd, measured.aftertreatment, measured.energy, measured.urea_mass_percent) == (
        ObdState.OK, Aftertreatment.INTACT, Energy.DIESEL, "32.4",
    )  # fmt: skip
    assert (fact.retest_by, fact.voided, fact.when) == (date(2025, 3, 23), None, "2025-03-09 09:10")


def test_an_unknown_number_is_no_check(county, read):
    assert read(checks.check, "R1") is None


def test_a_span_holds_its_first_and_last_day(county, read):
    county.take([clean_check(f"R{day}", f"2025-03-0{day} 09:00") for day in (3, 1, 2, 4)])
    found = read(lambda *known: [one.record_no for one in checks.checks(*known, date(2025, 3, 1), date(2025, 3, 3))])

    assert found == ["R1", "R2", "R3"]


def test_vehicles_are_found_by_plate_or_vin_newest_first(county, read):
    county.take([
        road_check("R1"), clean_check("R2", "2025-03-10", 车辆识别代号="LZZ5CLSB8KA123456"),
        clean_check("R3", "2025-03-11"),
    ])  # fmt: skip
    asked = {"豫C12345"}, {"LZZ5CLSB8KA123456"}, date(2025, 12, 31)

    assert read(lambda *known: [one.record_no for one in checks.checks_of(*known, *asked)]) == ["R2", "R1"]


def test_steps_stand_by_their_record_in_order(county, read):
    county.clock.now = datetime(2025, 6, 1, tzinfo=UTC)
    county.take([road_check("R1"), road_check("R2", "2025-03-10")])
    record_retest(county.store, "R1", "repaired", day=date(2025, 3, 12), by=CLERK)
    record_retest(county.store, "R1", "failed", day=date(2025, 3, 13), by=CLERK)
    steps = read(checks.retest_steps, ["R1", "R2"])

    assert [(one.n, one.step, one.on.day) for one in steps["R1"]] == [(1, "repaired", 12), (2, "failed", 13)]
    assert steps["R2"] == []


def test_only_records_that_name_a_driver_can_be_erased(county, read):
    county.take([road_check("R1"), road_check("R2", "2025-03-08", 驾驶人=""), clean_check("R3", "2025-03-20")])

    assert read(lambda *known: [one.record_no for one in checks.records_before(*known, date(2025, 3, 20))]) == ["R1"]

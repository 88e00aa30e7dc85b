"""Lists of remote sensing: a row is a pass, a row that stands there twice is one."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from fuelcheck.ledgers.sensing import WrittenPasses, read_passes
from fuelcheck.words import Pollutant
from tests.cast import Row, write_csv

PASS = {
    "车牌号码": "豫C·12345", "车牌颜色": "黄", "检测时间": "2025-03-09 09:10:30", "点位名称": "一号点",
    "不透光烟度": "35%", "NO": "1600", "是否有效": "是",
}  # fmt: skip


@pytest.fixture
def read(tmp_path: Path) -> Any:
    def run(*rows: Row) -> WrittenPasses:
        return read_passes([write_csv(tmp_path / "遥感.csv", rows)])

    return run


def test_a_row_is_a_pass(read: Any) -> None:
    (one,) = read(PASS).passes

    assert (one.sensed.plate, one.sensed.plate_colour, one.sensed.valid, one.place) == (
        "豫C12345", "yellow", True, "一号点",
    )  # fmt: skip
    assert one.sensed.passed_at == datetime.fromisoformat("2025-03-09T09:10:30+08:00")
    assert one.sensed.readings == {Pollutant.OPACITY: "35", Pollutant.NO: "1600"}


def test_a_row_that_stands_there_twice_is_one_pass(read: Any) -> None:
    assert len(read(PASS, PASS).passes) == 1


def test_one_moment_with_two_readings_is_a_fault(read: Any) -> None:
    found = read(PASS, {**PASS, "不透光烟度": "5"})

    assert [(fault.code, fault.row) for fault in found.faults] == [("duplicate-row", 3)]
    assert found.passes == ()


@pytest.mark.parametrize(
    ("column", "written", "code"),
    [
        ("是否有效", "大概", "unknown-pass-state"), ("是否有效", "", "missing-cell"), ("检测时间", "昨天", "bad-day"),
        ("不透光烟度", "浓", "bad-number"),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_read_is_named(read: Any, column: str, written: str, code: str) -> None:
    assert [(f.code, f.column) for f in read({**PASS, column: written}).faults] == [(code, column)]


def test_an_invalid_pass_is_read_as_one(read: Any) -> None:
    assert [one.sensed.valid for one in read({**PASS, "是否有效": "无效"}).passes] == [False]

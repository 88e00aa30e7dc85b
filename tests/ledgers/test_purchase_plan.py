"""A purchase plan read from a workbook, a CSV, or a TOML file."""

from datetime import date, datetime

import pytest
from openpyxl import Workbook

from fuelcheck.ledgers.purchase_plan import read_plan
from fuelcheck.ledgers.template import template
from fuelcheck.rules.purchase_plan import Purchase
from fuelcheck.toml.text import FileRefused
from fuelcheck.words import Area, Energy, SheetKind, Stage, VehicleCategory
from tests.cast import write_csv

FORTY = Purchase(
    VehicleCategory.BUS, 40, date(2026, 5, 1), Energy.BATTERY, Area.URBAN, ("豫C00001", "豫C00002"), owner="县公交公司"
)
ROW = {
    "用途": "公交", "数量": "40", "月份": "2026-05", "能源": "纯电动", "区域": "县城区",
    "更新自": "豫C00001、豫C00002", "所有人": "县公交公司",
}  # fmt: skip
TOML = """
[[purchase]]
category = "bus"
count = 40
month = "2026-05"
energy = "battery"
area = "urban"
owner = "县公交公司"
replaces = ["豫C00001", "豫c·00002"]
"""


def test_the_same_plan_as_csv_workbook_and_toml(tmp_path):
    book, toml = tmp_path / "计划.xlsx", tmp_path / "计划.toml"
    paper = Workbook()
    paper.active.append(["二〇二六年购置计划"])
    paper.active.append(list(ROW))
    paper.active.append(["公交车", 40, datetime(2026, 5, 1), "电动", "城区", "豫C00001;豫C00002", "县公交公司"])
    paper.save(book)
    toml.write_text(TOML, "utf-8")

    for path in (write_csv(tmp_path / "计划.csv", [ROW]), book, toml):
        assert read_plan(path).purchases == (FORTY,)


def test_a_total_is_no_line_of_the_plan(tmp_path):
    rows = [ROW, {**dict.fromkeys(ROW, ""), "用途": "合计", "数量": "40"}]

    assert len(read_plan(write_csv(tmp_path / "a.csv", rows)).purchases) == 1


def test_what_is_not_filled_in_is_not_guessed(tmp_path):
    (line,) = read_plan(write_csv(tmp_path / "a.csv", [{**ROW, "区域": "", "更新自": "", "所有人": ""}])).purchases

    assert (line.area, line.replaces, line.owner, line.stage) == (None, (), "", None)


def test_a_new_vehicle_may_have_a_stage(tmp_path):
    (line,) = read_plan(write_csv(tmp_path / "a.csv", [{**ROW, "能源": "柴油", "排放阶段": "国VI"}])).purchases

    assert (line.energy, line.stage) == (Energy.DIESEL, Stage.SIX)


def test_every_fault_is_named_by_row_and_column_with_what_is_allowed(tmp_path):
    rows = [ROW, {**ROW, "数量": "四十", "月份": "5月"}, {**ROW, "用途": "大客车", "能源": ""}]
    with pytest.raises(FileRefused) as refused:
        read_plan(write_csv(tmp_path / "a.csv", rows))
    faults = refused.value.remarks

    assert [(one.row, one.column, one.value, one.code) for one in faults] == [
        (3, "数量", "四十", "bad-count"), (3, "月份", "5月", "month-without-year"),
        (4, "用途", "大客车", "unknown-category"), (4, "能源", "", "missing-cell"),
    ]  # fmt: skip
    assert "0 to 10000" in faults[0].message


def test_a_column_that_is_not_known_is_told(tmp_path):
    (notice,) = read_plan(write_csv(tmp_path / "a.csv", [{**ROW, "单价": "80万"}])).notices

    assert (notice.code, notice.column) == ("unknown-column", "单价")


def test_another_ledger_is_no_plan(tmp_path):
    with pytest.raises(FileRefused) as refused:
        read_plan(write_csv(tmp_path / "a.csv", [{"号牌号码": "豫C00001", "用途": "公交", "能源": "柴油"}]))
    assert refused.value.remarks[-1].code == "no-table"


def test_a_file_that_is_not_there_is_refused(tmp_path):
    for name in ("a.csv", "a.toml"):
        with pytest.raises(FileRefused) as refused:
            read_plan(tmp_path / name)
        assert refused.value.remarks[0].code == "missing-file"


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ('"bus"', '"公交"', "category"),
        ("count = 40", "count = -1", "count"),
        ("count = 40", "count = true", "count"),
        ('"2026-05"', '"2026-13"', "month"),
        ('"battery"', '"new"', "energy"),
        ('owner = "县公交公司"', "price = 8", "price"),
    ],
)
def test_a_mistake_in_toml_is_named_by_its_key(tmp_path, old, new, column):
    path = tmp_path / "a.toml"
    path.write_text(TOML.replace(old, new), "utf-8")
    with pytest.raises(FileRefused) as refused:
        read_plan(path)
    assert [one.column.rpartition(".")[2] for one in refused.value.remarks] == [column]


def test_an_empty_toml_is_no_plan(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text("", "utf-8")
    with pytest.raises(FileRefused, match="purchase"):
        read_plan(path)


def test_the_empty_form_is_read_as_a_plan_without_a_line(tmp_path):
    template([SheetKind.PURCHASE_PLAN], path := tmp_path / "空表.xlsx")

    assert read_plan(path).purchases == ()

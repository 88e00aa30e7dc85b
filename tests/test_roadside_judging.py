"""Judging checks from Python: one record by keyword or a whole ledger, no store."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import fuelcheck as fc
from fuelcheck.law.load import roadside_files
from fuelcheck.law.roadside_held import held_law
from fuelcheck.roadside_judging import judge_check, judge_checks_file, judge_passes_file
from fuelcheck.toml.text import FileRefused, file_text
from fuelcheck.words import Verdict
from tests.ledgers.desk import write_csv

MARCH = date(2025, 3, 9)
HEADER = ("记录编号", "检查时间", "检测方法", "读数", "氮氧化物")


@pytest.mark.parametrize("readings", [["1.1", "1.2", "1.3"], [1.1, 1.2, 1.3], [Decimal("1.1"), 1.2, "1.3"]])
def test_a_reading_may_be_text_or_number(readings: list[str | float | Decimal]) -> None:
    verdict = judge_check(method="free_acceleration", checked_on=MARCH, readings=readings)

    assert (verdict.verdict, verdict.items[0].value) == (Verdict.PASS, "1.20")


def test_a_word_that_is_on_no_list_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="dynamometer"):
        judge_check(method="dynamometer", checked_on=MARCH)


def test_the_set_of_limits_is_the_caller_s_choice(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [HEADER, ("R1", "2025-03-09", "加载减速", "0.6;0.8", "800")])

    assert [one.verdict.verdict for one in judge_checks_file(path).checks] == [Verdict.PASS]
    assert [one.verdict.verdict for one in judge_checks_file(path, limit_set="b").checks] == [Verdict.FAIL]


def test_a_refused_file_is_judged_in_no_row(tmp_path: Path) -> None:
    rows = [HEADER, ("R1", "2025-03-09", "自由加速", "1;1;1", ""), ("R2", "", "自由加速", "1;1;1", "")]
    judged = judge_checks_file(write_csv(tmp_path / "a.csv", rows))

    assert (judged.accepted, judged.checks) == (False, ())
    assert judged.refusal()["faults"][0]["code"] == "missing-cell"


def test_a_mapping_reads_headers_that_nobody_knows(tmp_path: Path) -> None:
    rows = [("单子", "检查时间", "检测方法", "读数"), ("R1", "2025-03-09", "自由加速", "1;1;1")]
    mapping = 'kind = "roadside_checks"\n[columns]\n"单子" = "record_no"\n'
    judged = judge_checks_file(write_csv(tmp_path / "a.csv", rows), mapping=mapping)

    assert [one.verdict.record_no for one in judged.checks] == ["R1"]


def test_the_office_s_own_limits_go_before_the_package(tmp_path: Path) -> None:
    (tmp_path / "roadside").mkdir()
    shipped = next(path for path in roadside_files() if path.stem == "gb-3847-2018")
    own = tmp_path / "roadside" / shipped.name
    own.write_text(file_text(shipped).replace("max = 1.2\n", "max = 1.0\n"), encoding="utf-8")
    asked = {"method": "free_acceleration", "checked_on": MARCH, "readings": ["1.1", "1.1", "1.1"]}

    assert judge_check(**asked).verdict is Verdict.PASS
    assert judge_check(**asked, data=tmp_path).verdict is Verdict.FAIL
    assert held_law(tmp_path) is held_law(tmp_path)
    own.write_text("kind = 1", encoding="utf-8")
    with pytest.raises(FileRefused):
        judge_check(**asked, data=tmp_path)


def test_the_judgement_is_a_public_name() -> None:
    assert fc.judge_check is judge_check


PASSES = (
    ("号牌号码", "通过时间", "地点", "不透光烟度", "有效性"),
    ("豫C12345", "2025-03-01 09:00", "一号点", "35", "有效"),
    ("豫C12345", "2025-03-09 09:00", "二号点", "40", "有效"),
)


def test_a_list_of_passes_is_judged_vehicle_by_vehicle(tmp_path: Path) -> None:
    judged = judge_passes_file(write_csv(tmp_path / "a.csv", PASSES))
    (vehicle,) = judged.vehicles

    assert (judged.accepted, vehicle.over, vehicle.passes) == (True, True, 2)
    assert [judged.places[one.plate, "", one.passed_at] for one in vehicle.exceeded[0].passes] == ["一号点", "二号点"]


def test_passes_before_any_rule_are_refused(tmp_path: Path) -> None:
    rows = (PASSES[0], ("豫C12345", "2010-03-01 09:00", "一号点", "35", "有效"))
    judged = judge_passes_file(write_csv(tmp_path / "a.csv", rows))

    assert [fault.code for fault in judged.faults] == ["no-sensing-rule"]
    assert not judged.refusal()["accepted"]


def test_a_list_without_a_pass_says_so(tmp_path: Path) -> None:
    judged = judge_passes_file(write_csv(tmp_path / "a.csv", (PASSES[0], ("", "", "", "", ""))))

    assert judged.vehicles == ()

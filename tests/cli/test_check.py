"""``check judge``: a ledger of roadside checks in, verdicts out; no store, and no exit code by the verdict."""

import json
import subprocess
import sys

import pytest

from tests.ledgers.desk import write_csv

HEADER = (
    "记录编号", "检查时间", "公安单位", "执法人员", "号牌号码", "检测方法", "读数", "氮氧化物", "OBD", "检定有效期",
)  # fmt: skip
PEOPLE = ("交警一中队", "张三;李四", "豫C12345")
ROWS = (
    ("R1", "2025-03-09 09:10", *PEOPLE, "自由加速", "1.1;1.2;1.3", "", "", "2025-12-31"),
    ("R2", "2025-03-09 09:20", *PEOPLE, "加载减速", "0.9;0.8", "1600", "正常", "2025-12-31"),
    ("R3", "2025-03-09 09:30", *PEOPLE, "自由加速", "1.1;1.2;1.3", "", "未检", "2025-03-01"),
)


@pytest.fixture
def ledger(tmp_path):
    return write_csv(tmp_path / "checks.csv", [HEADER, *ROWS])


def test_every_check_gets_its_verdict_and_the_command_ends_well(fuelcheck, ledger):
    said = fuelcheck("check", "judge", ledger, "--json")
    found = json.loads(said.out)

    assert said.code == 0
    assert [(one["record_no"], one["verdict"], one["reasons"]) for one in found] == [
        ("R1", "pass", []), ("R2", "fail", []), ("R3", "undecided", ["instrument-expired"]),
    ]  # fmt: skip
    assert found[2]["not_tested"] == ["obd", "aftertreatment", "urea"]


def test_the_set_of_limits_can_be_chosen(fuelcheck, ledger):
    found = json.loads(fuelcheck("check", "judge", ledger, "--limit-set", "b", "--json").out)

    assert [one["verdict"] for one in found] == ["fail", "fail", "undecided"]
    assert {one["limit_set"] for one in found} == {"b"}
    assert fuelcheck("check", "judge", ledger, "--limit-set", "c").code == 2


def test_a_person_reads_what_fails_and_what_is_open(fuelcheck, ledger):
    said = fuelcheck("check", "judge", ledger)

    assert "R2  豫C12345  2025-03-09  fail" in said.out
    assert "NOx: 1600 ppm is more than the limit ≤ 1500 ppm allows" in said.out
    assert "the calibration of the instrument" in said.out
    assert "3 checks: 1 pass, 1 fail, 1 undecided; 3 judged by limits" in said.out


def test_the_verdicts_are_told_in_chinese_as_well(fuelcheck, ledger, monkeypatch):
    monkeypatch.setenv("FUELCHECK_LANG", "zh")
    said = fuelcheck("check", "judge", ledger)

    assert "不合格" in said.out
    assert "m⁻¹" in said.out


def test_a_refused_file_ends_with_two_and_names_its_faults(fuelcheck, tmp_path):
    rows = [HEADER, ("R1", "2025-03-09", "", "张三", "豫C12345", "自由加速", "1", "", "", "")]
    said = fuelcheck("check", "judge", write_csv(tmp_path / "a.csv", rows), "--json")
    answer = json.loads(said.out)

    assert (said.code, answer["accepted"]) == (2, False)
    assert {fault["code"] for fault in answer["faults"]} == {"one-sampler", "police-unit-missing"}
    assert fuelcheck("check", "judge", tmp_path / "a.csv").code == 2


def test_the_empty_sheet_can_be_had(fuelcheck, tmp_path):
    assert fuelcheck("template", "roadside_checks", "-o", tmp_path / "form.csv").code == 0
    header = (tmp_path / "form.csv").read_text("utf-8-sig").strip().split(",")
    assert (header[:3], header[-1]) == (["记录编号", "检查类型", "检查时间"], "备注")


def test_judging_checks_loads_no_database(ledger):
    program = (
        "import sys; from fuelcheck.roadside_judging import judge_checks_file; from pathlib import Path;"
        f"assert judge_checks_file(Path({str(ledger)!r})).accepted;"
        "print(*sorted({'sqlmodel', 'sqlalchemy', 'fuelcheck.store', 'reportlab'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "\n"

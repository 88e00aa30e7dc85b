"""``check list|show|retest|void|erase`` and ``check sensing`` as a person uses them."""

import json

import pytest

from tests.cast import CLERK, DRIVER, REVIEWER, clean_check, road_check, write_csv


@pytest.fixture
def road(founded, tmp_path):
    rows = [road_check("R1"), clean_check("R2", "2025-04-01")]
    said = founded("import", write_csv(tmp_path / "路检.csv", rows), "--by", CLERK)
    assert (said.code, DRIVER in said.out + said.err) == (0, False)
    return founded


def test_a_list_names_what_failed_and_what_is_overdue(road):
    said = road("check", "list", "--from", "2025-03-01", "--until", "2025-04-30")

    assert "R1  豫C12345  2025-03-09 09:10  G207 白沙站  fail  opacity  overdue" in said.out
    assert "2 checks: 1 pass, 1 fail, 0 undecided, 0 void; 1 re-tests overdue" in said.out
    assert [one["record_no"] for one in json.loads(road("check", "list", "--overdue", "--json").out)] == ["R1"]


def test_a_record_is_shown_without_the_driver_s_name(road):
    shown, told, history = (road(*words) for words in (
        ("check", "show", "R1"), ("check", "show", "R1", "--json"), ("audit", "show", "R1"),
    ))  # fmt: skip

    assert "Driver: 欧阳**" in shown.out
    assert json.loads(told.out)["judgement"]["verdict"] == "fail"
    assert not [said for said in (shown, told, history) if DRIVER in said.out + said.err]


def test_what_followed_is_recorded_step_by_step(road):
    refused = road("check", "retest", "R1", "--step", "passed", "--day", "2025-03-20", "--by", CLERK)
    repaired = road("check", "retest", "R1", "--step", "repaired", "--day", "2025-03-15", "--by", CLERK)
    passed = road(
        "check", "retest", "R1", "--step", "passed", "--day", "2025-03-24", "--evidence", "F12", "--by", CLERK
    )

    assert (refused.code, repaired.code, passed.code) == (2, 0, 0)
    assert "allowed: repaired" in refused.err
    assert "The day for the re-test has passed" in passed.err
    assert "2025-03-24  passed  F12" in road("check", "show", "R1").out


def test_a_check_is_declared_void_with_a_reason(road):
    assert road("check", "void", "R2", "--by", REVIEWER).code == 2
    assert road("check", "void", "R2", "--reason", "重复", "--by", REVIEWER).code == 0
    assert "void: 重复" in road("check", "show", "R2").out
    assert "1 checks: 0 pass, 1 fail" in road("check", "list", "--verdict", "fail").out


def test_names_are_erased_by_rule_and_the_evidence_stays_whole(road):
    said = road("check", "erase", "--before", "2025-05-01", "--reason", "保存期满", "--by", REVIEWER)

    assert "the drivers of 1 checks before 2025-05-01" in said.err
    assert "Kept, because their follow-up is open: R1" in said.err
    assert road("audit", "verify").code == 0
    assert "Driver: erased" in road("check", "show", "R2").out
    assert road("check", "erase", "R1", "--reason", "本人申请", "--by", REVIEWER).code == 0


def test_names_are_kept_as_long_as_the_office_says(road, tmp_path):
    (tmp_path / "fuelcheck.toml").write_text("personal_days = 36500\n", "utf-8")

    assert "the drivers of 0 checks" in road("check", "erase", "--reason", "保存期满", "--by", REVIEWER).err


def test_whole_names_go_out_only_where_they_are_asked_for(road, tmp_path):
    road("export", "roadside_checks", "-o", tmp_path / "a.csv")
    road("export", "roadside_checks", "--personal", "-o", tmp_path / "b.csv")

    assert [DRIVER in (tmp_path / f"{name}.csv").read_text("utf-8-sig") for name in "ab"] == [False, True]


@pytest.fixture
def passes(tmp_path):
    seen = {"号牌号码": "豫C12345", "号牌颜色": "黄", "地点": "一号点", "有效性": "有效"}
    return write_csv(tmp_path / "遥感.csv", [
        {**seen, "通过时间": "2025-03-01 09:00", "不透光烟度": "35"},
        {**seen, "通过时间": "2025-03-09 09:00", "不透光烟度": "40"},
        {**seen, "号牌号码": "豫C67890", "通过时间": "2025-03-09 09:00", "不透光烟度": "5"},
    ])  # fmt: skip


def test_a_list_of_remote_sensing_needs_no_store(fuelcheck, passes):
    said, told = fuelcheck("check", "sensing", passes), fuelcheck("check", "sensing", passes, "--json")
    found = json.loads(told.out)

    assert (said.code, told.code) == (0, 0)
    assert "2 vehicles in 3 passes (3 valid): 1 over the limits" in said.out
    assert [(one["plate"], one["over"]) for one in found] == [("豫C12345", True), ("豫C67890", False)]
    assert [one["value"] for one in found[0]["exceeded"][0]["passes"]] == ["35", "40"]


def test_a_list_that_cannot_be_read_is_refused_whole(fuelcheck, tmp_path):
    rows = [{"号牌号码": "豫C12345", "通过时间": "昨天", "有效性": "有效"}]
    said = fuelcheck("check", "sensing", write_csv(tmp_path / "a.csv", rows), "--json")

    assert (said.code, json.loads(said.out)["faults"][0]["code"]) == (2, "bad-day")


def test_the_form_of_remote_sensing_can_be_had(fuelcheck, tmp_path):
    assert fuelcheck("template", "remote_sensing", "-o", tmp_path / "form.xlsx").code == 0


def test_a_step_is_taken_back_and_the_check_can_then_be_void(road):
    road("check", "retest", "R1", "--step", "repaired", "--day", "2025-03-15", "--by", CLERK)
    neither = road("check", "retest", "R1", "--by", CLERK)
    refused = road("check", "void", "R1", "--reason", "重复", "--by", REVIEWER)
    taken = road("check", "retest", "R1", "--withdraw", "--reason", "登记错误", "--by", REVIEWER)

    assert (neither.code, refused.code, taken.code) == (2, 2, 0)
    assert "check retest R1 --withdraw" in refused.err
    assert "Taken back: repaired of R1" in taken.err
    assert road("check", "void", "R1", "--reason", "重复", "--by", REVIEWER).code == 0


def test_a_record_names_its_departments_and_says_overdue_once(road):
    shown = road("check", "show", "R1").out

    assert "Departments: 交警大队、生态环境局" in shown
    assert "overdue" in shown
    assert "(late)" not in shown


def test_open_cases_are_listed(road):
    assert [one["record_no"] for one in json.loads(road("check", "list", "--open", "--json").out)] == ["R1"]


def test_an_issued_paper_is_warned_of_listed_and_named_when_the_name_goes(road, tmp_path):
    issued = road("report", "check", "R2", "-o", tmp_path / "r.pdf", "--issue", "--by", CLERK)
    masked = road("report", "check", "R2", "-o", tmp_path / "m.pdf", "--masked", "--issue", "--by", CLERK)
    first, _second = json.loads(road("document", "list", "--json").out)
    erased = road("check", "erase", "R2", "--reason", "本人申请", "--by", REVIEWER)

    assert ("--masked" in issued.err, "--masked" in masked.err) == (True, False)
    assert first["of"] == "R2"
    assert "check 2025 2025-04-01 R2" in road("document", "list").out
    assert f"on the issued papers {first['number']}: they are kept as issued" in erased.err


def test_nothing_to_erase_is_said_in_two_ways(road):
    road("check", "erase", "R2", "--reason", "本人申请", "--by", REVIEWER)
    again, unknown = (road("check", "erase", no, "--reason", "本人申请", "--by", REVIEWER) for no in ("R2", "R9"))

    assert (again.code, unknown.code) == (2, 2)
    assert "The driver's name of the check R2 was erased before" in again.err
    assert "There is no check R9" in unknown.err


def test_an_import_tells_of_a_day_to_come(founded, tmp_path):
    said = founded("import", write_csv(tmp_path / "a.csv", [clean_check("R1", "2099-01-01")]), "--by", CLERK, "--json")

    assert [one["code"] for one in json.loads(said.out)["notices"]] == ["checked-ahead"]
    assert [one["record_no"] for one in json.loads(founded("check", "list", "--json").out)] == ["R1"]

"""``vehicle list`` and ``show``, and what import, export, template and notice say of vehicles."""

import json

import pytest

from tests.cast import CLERK, road_check, write_csv

VIN = "LZZ5CLSB9GA000001"
LIST = (
    {"车牌号码": "豫C·12345", "车架号": VIN, "使用性质": "渣土车", "燃料种类": "B", "排放标准": "国3", "车主": "恒通"},
    {"车牌号码": "豫CD12345", "使用性质": "公交客运", "燃料种类": "C", "初次登记日期": "2022-05-01", "车主": "公交"},
)  # fmt: skip


@pytest.fixture
def fleet(founded, tmp_path):
    """The county with two vehicles."""
    headers = list(dict.fromkeys(name for row in LIST for name in row))
    file = write_csv(tmp_path / "fleet.csv", [{name: row.get(name, "") for name in headers} for row in LIST])
    assert founded("import", file, "--by", CLERK).code == 0
    return founded


def test_the_fleet_is_listed_and_counted(fleet):
    said = fleet("vehicle", "list")

    assert "豫C12345" in said.out
    assert "2 vehicles, 1 of them new energy" in said.err


@pytest.mark.parametrize(
    ("options", "plates"),
    [
        (["--category", "公交"], ["豫CD12345"]),
        (["--energy", "diesel"], ["豫C12345"]),
        (["--stage", "3"], ["豫C12345"]),
        (["--stage", "unknown"], ["豫CD12345"]),
        (["--owner", "公交"], ["豫CD12345"]),
        (["--area", "urban"], []),
        (["--as-of", "2021-01-01"], ["豫C12345"]),
    ],
)
def test_options_choose_among_them(fleet, options, plates):
    found = json.loads(fleet("vehicle", "list", *options, "--json").out)

    assert [vehicle["plate"] for vehicle in found] == plates


def test_an_option_that_is_no_word_is_refused_with_the_list(fleet):
    said = fleet("vehicle", "list", "--energy", "coal")

    assert said.code == 2
    assert "diesel 柴油" in said.err


def test_a_vehicle_is_shown_with_its_history(fleet):
    said = fleet("vehicle", "show", "豫C12345")

    assert VIN in said.out
    assert "registered" in said.out
    record = json.loads(fleet("vehicle", "show", VIN, "--json").out)
    assert [vehicle["category"] for vehicle in record["vehicles"]] == ["muck_truck"]
    assert [step["kind"] for step in record["history"]] == ["registered"]


def test_nothing_is_known_of_another_plate(fleet):
    assert fleet("vehicle", "show", "豫C99999").code == 2


def test_audit_shows_a_vehicle_by_its_plate(fleet):
    assert "category: — → muck truck" in fleet("audit", "show", "豫C·12345").out


def test_a_dry_run_names_vehicles_as_people_do(founded, tmp_path):
    said = founded("import", write_csv(tmp_path / "one.csv", LIST[:1]), "--dry-run", "--by", CLERK)

    assert f"豫C12345 {VIN}" in said.out


def test_a_doubt_is_told_with_the_column_that_settles_it(fleet, tmp_path):
    other = LIST[0] | {"车架号": "LFWSRXRJ4H1F00002"}
    file, marked = write_csv(tmp_path / "other.csv", [other]), tmp_path / "marked.xlsx"
    said = fleet("import", file, "--annotated", marked, "--by", CLERK)

    assert said.code == 2
    assert "核对" in said.out
    assert marked.exists()


def test_the_register_is_exported_and_its_form_can_be_had(fleet, tmp_path):
    assert fleet("export", "vehicles", "-o", tmp_path / "all.csv").code == 0
    assert "Nothing new" in fleet("import", tmp_path / "all.csv", "--by", CLERK).err
    assert fleet("template", "vehicles", "-o", tmp_path / "form.xlsx").code == 0


def test_notices_about_vehicles_are_listed_with_the_others(founded, tmp_path):
    row = {"号牌号码": "豫C12345", "用途": "货车", "能源": "柴油", "注册日期": "2013-09-05"}
    founded("import", write_csv(tmp_path / "truck.csv", [row]), "--by", CLERK)
    (notice,) = json.loads(founded("notice", "list", "--year", "2025", "--json").out)

    assert (notice["code"], notice["noun"]) == ("truck-stage-hint", "vehicle")
    assert founded("notice", "answer", notice["id"], "--reason", "已查，国四", "--by", CLERK).code == 0
    assert json.loads(founded("notice", "list", "--year", "2025", "--json").out) == []


def test_an_english_screen_shows_words_of_closed_lists_in_english(fleet):
    said = fleet("vehicle", "show", "豫C12345").out

    assert f"豫C12345  {VIN}  muck truck  diesel  stage 3" in said
    assert "渣土车" not in said
    assert "      category: — → muck truck" in said
    assert "      id:" not in said


def test_a_chinese_screen_shows_fields_by_the_ledger_s_headers(fleet, monkeypatch):
    monkeypatch.setenv("FUELCHECK_LANG", "zh")
    said = fleet("vehicle", "show", "豫C12345").out

    assert "      用途: — → 渣土车" in said
    assert "      能源: — → 柴油" in said
    assert "category" not in said


def test_checks_of_a_vehicle_are_shown_as_judged(fleet, tmp_path):
    file = write_csv(tmp_path / "checks.csv", [road_check("R1")])
    assert fleet("import", file, "--by", CLERK).code == 0
    said = fleet("vehicle", "show", "豫C12345").out

    assert "R1  豫C12345  2025-03-09 09:10  G207 白沙站  fail  opacity  overdue" in said

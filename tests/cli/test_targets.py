"""``targets``: the object of the contract, the table for people, a purchase plan beside it."""

import json
from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

import fuelcheck as fc
from fuelcheck.cli.shown_targets import show
from fuelcheck.law.load import find_policy
from tests.cast import CLERK, POLICY, write_csv
from tests.standing.fleet import COMPANY, FLEET, STRONG, vehicle

ASK = ("targets", "--as-of", "2025-10-31")
PLAN = {
    "用途": "公交",
    "数量": "1",
    "月份": "2025-12",
    "能源": "纯电动",
    "区域": "县城区",
    "更新自": "豫C10001、豫C99999",
}


@pytest.fixture
def fleet(founded, tmp_path):
    """The command line of a county with the cast's vehicles."""
    assert founded("import", write_csv(tmp_path / "车辆.csv", FLEET), "--by", CLERK).code == 0
    return founded


def flat(said):
    return " ".join(said.out.split())


def test_the_object_of_the_contract(fleet):
    said = fleet(*ASK, "--json")
    shown = json.loads(said.out)
    lines = {line["id"]: line for line in shown["targets"]}

    assert (said.code, said.err) == (0, "")
    assert (shown["division"], shown["as_of"]) == ("410329", "2025-10-31")
    assert (lines["bus_new_energy"]["numerator"], lines["bus_new_energy"]["denominator"]) == (2, 3)
    assert lines["old_diesel_trucks"]["unknown"] == 2
    assert lines["taxi_new_energy"]["met"] is None
    assert len(lines) == 14


def test_the_moment_of_an_answer_asks_the_same_again(fleet):
    shown = json.loads(fleet(*ASK, "--json").out)

    assert json.loads(fleet(*ASK, "--known-at", shown["known_at"], "--json").out) == shown


def test_people_are_told_what_is_done_what_is_left_and_whose(fleet):
    said = flat(fleet(*ASK))

    for words in (
        "2/3", "66.6%", "100%*", "2025-12-31", "not met", "no data", "1 left",
        f"公交车新能源化, left (1): {COMPANY} 1",
        f"国三及以下柴油货车淘汰, left (1): {STRONG} 1",
        "unknown: 2, of which 1 probably have to go",
        "Forecast for 2025-12-31, if: The fleet keeps its size",
        "Rests on readings of ours",
        "大宗物料清洁运输比例",
    ):  # fmt: skip
        assert words in said


def test_of_what_is_left_it_is_told_how_much_must_still_go(founded, tmp_path):
    rows = [vehicle(f"豫C5{n:04}", "环卫", "纯电动" if n < 8 else "柴油") for n in range(20)]
    founded("import", write_csv(tmp_path / "车辆.csv", rows), "--by", CLERK)

    assert "环卫车新能源化, left (12, of which 10 must still go)" in flat(founded(*ASK))


def test_a_deadline_that_has_passed_is_told(fleet):
    said = flat(fleet("targets", "--as-of", "2026-02-01"))

    assert "overdue" in said
    assert "Forecast for 2025-12-31" not in said


def test_without_vehicles_there_are_no_data_and_nothing_breaks(founded):
    said = founded(*ASK)

    assert said.code == 0
    assert "no data" in said.out


def test_before_the_first_policy_it_is_refused(fleet):
    said = fleet("targets", "--as-of", "2024-01-01")

    assert said.code == 2
    assert "yichuan-2024-15" in said.err


def test_a_policy_without_targets_says_so(fuelcheck, tmp_path):
    text, _ = find_policy(POLICY, None)
    head, _, rest = text.partition("[[exemption]]")
    policy = tmp_path / "fuel-only.toml"
    policy.write_text(head + "[[township]]" + rest.split("[[township]]", 1)[1], "utf-8")
    assert fuelcheck("init", "--policy", policy).code == 0
    said = fuelcheck(*ASK)

    assert said.code == 0
    assert "The policy states no vehicle targets" in said.out
    assert json.loads(fuelcheck(*ASK, "--json").out)["targets"] == []


def test_a_plan_is_shown_side_by_side(fleet, tmp_path):
    plan = write_csv(tmp_path / "计划.csv", [PLAN])
    said, shown = fleet(*ASK, "--if", plan), json.loads(fleet(*ASK, "--if", plan, "--json").out)
    bus = next(line for line in shown["plan"]["targets"] if line["id"] == "bus_new_energy")

    assert "2/3 not met" in said.out
    assert "3/3 met" in said.out
    assert "not in the fleet then: 豫C99999" in said.out
    assert (shown["plan"]["day"], bus["with"]["met"]) == ("2025-12-31", True)


def test_a_plan_that_touches_no_target_says_so(fleet, tmp_path):
    plan = write_csv(tmp_path / "计划.csv", [{**PLAN, "用途": "其他", "更新自": ""}])

    assert "The plan changes no target" in fleet(*ASK, "--if", plan).out


def test_the_faults_of_a_plan_are_told_by_row_and_column(fleet, tmp_path):
    said = fleet(*ASK, "--if", write_csv(tmp_path / "计划.csv", [{**PLAN, "数量": "一", "月份": "12月"}]))

    assert (said.code, said.out) == (2, "")
    assert "row 2 [数量]: 一 is no number of vehicles; allowed: whole numbers from 0 to 10000" in said.err
    assert "row 2 [月份]: 12月 lacks the year" in said.err


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_screen(fleet, database_url, width):
    with fc.open_store(database_url) as store:
        report = fc.targets_report(store)
    screen = Console(width=width, record=True, file=StringIO(), legacy_windows=False)
    show(report, screen)
    text = screen.export_text()

    assert all(cell_len(line) <= width for line in text.splitlines())
    assert "公交车新能源" in text
    assert "…" not in text

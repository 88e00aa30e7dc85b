"""``quota``: the object of the contract, the table for people, the finding."""

import json

import pytest

from fuelcheck.law.load import find_policy
from fuelcheck.library import add_programme, audit_acts, enter_results, open_store
from tests.cast import DEPOT, POLICY, REVIEWER, SHUNDA, XINYUAN, batch, sites, write_csv

ASK = ("quota", "--year", "2025", "--as-of", "2025-12-31")


def test_the_object_of_the_contract(office):
    said = office(*ASK, "--json")
    shown = json.loads(said.out)
    lines = {line["id"]: line for line in shown["quotas"]}

    assert (said.code, said.err) == (0, "")
    assert (shown["division"], shown["year"], shown["as_of"], shown["met"]) == ("410329", 2025, "2025-12-31", False)
    assert shown["policy"]["expired_on"] == "2025-09-30"
    motor_fuel = {key: lines["motor_fuel_batches"][key] for key in ("required", "achieved", "in_progress", "shortfall")}
    assert motor_fuel == {"required": 159, "achieved": 1, "in_progress": 1, "shortfall": 158}
    assert lines["private_coverage"]["missing"] == [XINYUAN, "S003"]
    assert [DEPOT, "2025-08"] in lines["depot_monthly"]["missing"]


def test_a_finding_has_exit_code_1_only_when_it_is_asked_for(office):
    assert office(*ASK).code == 0
    assert office(*ASK, "--check").code == 1
    assert office(*ASK, "--check", "--json").code == 1


def test_quotas_that_are_met_are_no_finding(fuelcheck, tmp_path):
    text, _ = find_policy(POLICY, None)
    policy = tmp_path / "easy.toml"
    policy.write_text(text.replace("required = 159", "required = 1").replace("required = 10", "required = 1"), "utf-8")
    reported = {"报告日期": "2025-03-20"}
    rows = [
        batch("A1", "2025-03-09", SHUNDA, **reported),
        batch("A2", "2025-03-09", SHUNDA, 产品="车用尿素", **reported),
    ]
    fuelcheck("init", "--policy", policy)
    fuelcheck("import", write_csv(tmp_path / "a.csv", sites(SHUNDA)), write_csv(tmp_path / "b.csv", rows))

    assert fuelcheck(*ASK, "--check").code == 0
    assert json.loads(fuelcheck(*ASK, "--json").out)["met"] is True


def test_people_are_told_what_is_done_what_is_missing_and_what_comes_next(office):
    said = office(*ASK)

    assert said.code == 0
    for words in (
        "伊川县",
        "车用汽柴油抽检批次",
        "159",
        "鑫源加油站 S002 (at the laboratory)",
        "expired on 2025-09-30",
    ):
        assert words in said.out.replace("\n", " ") or words in said.out


def test_as_known_then(office, database_url):
    with open_store(database_url) as store:
        founding = audit_acts(store)[0].moment
    said = office(*ASK, "--known-at", founding.isoformat(), "--json")
    shown = json.loads(said.out)

    assert shown["known_n"] == 1
    assert shown["quotas"][0]["achieved"] == 0


def test_the_moment_of_an_answer_asks_the_same_again(office):
    shown = json.loads(office(*ASK, "--json").out)

    assert json.loads(office(*ASK, "--known-at", shown["known_at"], "--json").out) == shown


def test_a_bare_day_is_known_to_its_end(office):
    shown = json.loads(office(*ASK, "--json").out)
    day = shown["known_at"][:10]

    assert json.loads(office(*ASK, "--known-at", day, "--json").out)["known_n"] == shown["known_n"]


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_table_fits_the_screen(office, monkeypatch, width):
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", str(width))
    lines = office(*ASK).out.splitlines()

    assert max(map(cell_len, lines)) <= width


def test_a_name_with_brackets_is_printed_as_it_is(office, tmp_path):
    odd = [{**sites("S002")[0], "站点编号": "S900", "名称": "[red]老城站[/red]"}]
    office("import", write_csv(tmp_path / "odd.csv", odd))

    assert "[red]老城站[/red]" in office(*ASK).out.replace("\n", "")


def test_what_a_policy_replaced_within_the_year_is_said(office, tmp_path):
    text, _ = find_policy(POLICY, None)
    for old, new in (
        (f'id = "{POLICY}"', 'id = "yichuan-2025-example"'), ("〔2024〕15号", "〔2025〕示例号"),
        ("2024-09-30", "2025-08-01"), ("2025-09-30", "2027-09-30"),
    ):  # fmt: skip
        text = text.replace(old, new)
    (tmp_path / "new.toml").write_text(text, "utf-8")
    assert office("policy", "add", tmp_path / "new.toml").code == 0

    assert "It replaced 伊政办〔2024〕15号 within the year" in office(*ASK).out
    shown = json.loads(office(*ASK, "--json").out)
    assert (shown["policy"]["id"], shown["replaced"]["policy"]["id"]) == ("yichuan-2025-example", POLICY)


@pytest.mark.parametrize("width", ["40", "70", "100", "160"])
def test_no_width_loses_a_name_or_a_result(office, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", width)
    told = office(*ASK).out
    flat = "".join(told.split())

    assert "车用汽柴" in flat  # the rest may stand in the next line of its column
    assert "notmet" in flat
    assert "…" not in told.replace("… and", "")  # a long list says itself that it goes on
    assert all(f"\n{month}" in told for month in ("10", "11", "12")) or width != "40"


def test_the_bars_can_be_shown_on_a_gbk_console(office):
    assert "▁" in office(*ASK).out
    assert "▁█".encode("gbk")


def test_what_contradicts_the_laboratory_and_what_is_late_is_said_in_a_line_each(office, database_url, tmp_path):
    assert "Flagged" not in office(*ASK).out
    assert "Late at the laboratory" not in office(*ASK).out
    with open_store(database_url) as store:
        add_programme(store, "yichuan-2025-example", by=REVIEWER)
        enter_results(store, "A1", [("硫含量", "35", "mg/kg")], by=REVIEWER)

    told = " ".join(office("quota", "--year", "2025", "--as-of", "2026-01-31").out.split())
    assert "Flagged: 1 batches where laboratory and our judging contradict each other (A1)" in told
    assert "see fuelcheck batch show FORM_NO" in told
    assert "Late at the laboratory: 1" in told
    assert [one["form_no"] for one in json.loads(office(*ASK, "--json").out)["flagged"]] == ["A1"]

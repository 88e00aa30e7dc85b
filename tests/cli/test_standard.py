"""``standard``: every limit with its mark of doubt, and what is open about the edition."""

import json

import pytest

from fuelcheck.law.load import find_standards


def test_a_standard_is_a_table_of_its_limits(fuelcheck, monkeypatch):
    monkeypatch.setenv("COLUMNS", "140")
    said = fuelcheck("standard", "show", "GB", "17930-2016", "VIB")
    rows = [line.split() for line in said.out.splitlines()]

    assert (said.code, said.err) == (0, "")
    assert "GB 17930-2016 VIB" in said.out
    assert "VIA" not in said.out.split("Sources:")[0]
    assert ["benzene", "content", "89,", "92,", "95", "all", "year", "≤", "0.8"] in [row[:9] for row in rows]
    assert "11-01 … 04-30" in said.out
    assert "45 … 85" in said.out
    assert "SH/T 0713 (referee)" in said.out
    assert "earlier_edition S15a, S15d" in said.out
    assert "15 days" in said.out


def test_a_number_without_its_phase_shows_every_phase(fuelcheck):
    said = fuelcheck("standard", "show", "GB 18351-2017")

    assert "GB 18351-2017 VIA" in said.out
    assert "GB 18351-2017 VIB" in said.out
    assert "results are undecided" in said.out


def test_a_standard_without_seasons_shows_no_column_for_them(fuelcheck):
    assert "all year" not in fuelcheck("standard", "show", "gb-19147-2016").out
    assert "No basis since 2019-01-01" in fuelcheck("standard", "show", "gb-19147-2016").out


@pytest.mark.parametrize(("columns", "shown"), [("80", False), ("120", True)])
def test_a_wide_screen_shows_the_sources_of_each_limit(fuelcheck, monkeypatch, columns, shown):
    monkeypatch.setenv("COLUMNS", columns)
    table = fuelcheck("standard", "show", "GB 29518-2013").out.split("Sources:")[0]

    assert ("S29, S26" in table) is shown


def test_the_names_are_those_of_the_tongue(fuelcheck, monkeypatch):
    monkeypatch.setenv("FUELCHECK_LANG", "zh")
    said = fuelcheck("standard", "show", "GB 19147-2016")

    assert "多环芳烃" in said.out
    assert "待核实" in said.out


def test_as_json_figures_are_texts(fuelcheck):
    (diesel,) = json.loads(fuelcheck("standard", "show", "GB 19147-2016", "--json").out)
    flash = next(item for item in diesel["items"] if item["key"] == "flash_point_closed")

    assert (diesel["id"], diesel["phase"]) == ("GB 19147-2016", "VI")
    assert [(limit["grades"], limit["low"]) for limit in flash["limits"]] == [
        (["5", "0", "-10"], "60"), (["-20"], "50"), (["-35", "-50"], "45"),
    ]  # fmt: skip


def test_all_standards_are_listed(fuelcheck):
    listed = json.loads(fuelcheck("standard", "list", "--json").out)
    said = fuelcheck("standard", "list").out

    assert [entry["name"] for entry in listed] == [
        "GB 17930-2016 VIA", "GB 17930-2016 VIB", "GB 18351-2017 VIA", "GB 18351-2017 VIB", "GB 19147-2016 VI",
        "GB 29518-2013",
    ]  # fmt: skip
    assert all(entry["name"] in said for entry in listed)
    assert all(entry["limits"] >= entry["sure"] > 0 for entry in listed)


def test_the_offices_own_standard_is_shown(fuelcheck, monkeypatch, tmp_path):
    ((text, _),) = find_standards("GB 29518-2013", None)
    (tmp_path / "standards").mkdir()
    own = tmp_path / "standards" / "gb-29518-2013.toml"
    own.write_text(text.replace("max = 0.3,", "max = 0.4,"), encoding="utf-8")
    monkeypatch.setenv("FUELCHECK_DATA", str(tmp_path))

    assert "≤ 0.4" in fuelcheck("standard", "show", "GB 29518-2013").out
    own.write_text(text.replace("max = 0.3,", "max = x,"), encoding="utf-8")
    assert fuelcheck("standard", "show", "GB 29518-2013").code == 2


def test_an_unknown_standard_is_refused_with_the_known_ones(fuelcheck):
    said = fuelcheck("standard", "show", "GB 252-2015")

    assert said.code == 2
    assert "gb-19147-2016-vi" in said.err

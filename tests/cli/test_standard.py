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
    assert "45–85" in said.out
    assert "SH/T 0713 (referee)" in said.out
    assert "earlier edition S15a, S15d" in said.out
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
    assert all(entry["limits"] > entry["sure"] == 0 for entry in listed)


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


DIESEL = "GB 19147-2016 VI"
PAGE = "标准原文第4页表1"


@pytest.fixture
def own(tmp_path):
    """The office's own folder with a diesel standard of another figure."""
    ((text, path),) = find_standards(DIESEL, None)
    (tmp_path / "office" / "standards").mkdir(parents=True)
    file = tmp_path / "office" / "standards" / path.name
    file.write_text(text.replace("max = 845,", "max = 843,"), encoding="utf-8")
    return tmp_path / "office"


def density(fuelcheck, *more):
    """The two limits of the density of diesel as JSON shows them."""
    (diesel,) = json.loads(fuelcheck("standard", "show", DIESEL, "--json", *more).out)
    return next(item for item in diesel["items"] if item["key"] == "density_20c")["limits"]


def confirm(fuelcheck, *more):
    return fuelcheck("standard", "confirm", *DIESEL.split(), "密度（20℃）", "--by", "张建国", *more)


def test_showing_law_makes_no_store(fuelcheck, tmp_path):
    url = f"sqlite:///{tmp_path / 'none' / 'county.db'}"
    said = fuelcheck("standard", "show", DIESEL, "--database", url)

    assert (said.code, said.err) == (0, "")
    assert "does not keep it registered" in " ".join(said.out.split())
    assert fuelcheck("standard", "list", "--database", url).code == 0
    assert not (tmp_path / "none").exists()


def test_a_store_that_cannot_be_opened_is_told_and_the_file_is_shown(fuelcheck, tmp_path):
    (tmp_path / "broken.db").write_bytes(b"no database at all" * 100)
    said = fuelcheck("standard", "show", DIESEL, "--database", f"sqlite:///{tmp_path / 'broken.db'}")

    assert said.code == 0
    assert "broken.db" in said.err
    assert DIESEL in said.out


def test_a_founded_county_shows_what_it_registered(founded):
    listed = json.loads(founded("standard", "list", "--json").out)
    said = founded("standard", "show", DIESEL)

    assert {(entry["registered"], entry["differs"]) for entry in listed} == {(True, False)}
    assert "as registered in the store" in said.out
    assert founded("standard", "list").err == ""


def test_a_file_with_another_text_is_marked_and_counts_once_it_replaces_the_registered_one(founded, own):
    listed = json.loads(founded("standard", "list", "--json", "--data", own).out)

    assert [entry["name"] for entry in listed if entry["differs"]] == [DIESEL]
    assert "the file states another text" in founded("standard", "list", "--data", own).out
    assert "states another one" in " ".join(founded("standard", "show", DIESEL, "--data", own).out.split())
    assert density(founded, "--data", own)[0]["high"] == "845"

    assert founded("standard", "add", "--data", own).code == 2
    said = founded("standard", "add", "--data", own, "--update", "--reason", "按修改单更正", "--by", "张建国")
    assert said.code == 0
    assert f"Replaced: {DIESEL}" in said.err
    assert "As before: GB 17930-2016 VIA" in said.err
    assert density(founded, "--data", own)[0]["high"] == "843"


def test_a_standard_of_which_the_file_is_gone_is_still_shown(founded, own):
    text = (own / "standards" / "gb-19147-2016-vi.toml").read_text("utf-8")
    file = own / "ours.toml"
    file.write_text(text.replace('id = "GB 19147-2016"', 'id = "GB 99999-2025"'), encoding="utf-8")

    assert founded("standard", "add", file).err == "Registered: GB 99999-2025 VI\n"
    assert "GB 99999-2025 VI" in founded("standard", "show", "GB 99999-2025").out
    assert json.loads(founded("standard", "show", "GB 99999-2025", "--json").out)[0]["file"] is None


def test_a_limit_is_confirmed_and_shown_with_who_when_and_against_what(founded, tmp_path):
    (tmp_path / "paper.pdf").write_bytes(b"GB 19147")
    said = confirm(founded, "--grade", "-10", "--evidence", PAGE, "--evidence-file", tmp_path / "paper.pdf")
    shown = founded("standard", "show", DIESEL).out
    (diesel,) = json.loads(founded("standard", "show", DIESEL, "--json").out)
    (record,) = diesel["confirmations"]

    assert said.code == 0
    assert "810–845 (5, 0, -10)" in said.err
    assert [limit["confidence"] for limit in density(founded)] == ["official", "memory"]
    assert "Compared with the official text" in shown
    assert "张建国" in shown
    assert PAGE in shown
    assert (record["item"], record["grades"], record["limit"]) == ("density_20c", ["5", "0", "-10"], "810 - 845")
    assert (record["who"], record["evidence"], record["stands"]) == ("张建国", PAGE, True)
    assert len(record["evidence_sha256"]) == 64


def test_confirming_again_says_that_nothing_changed(founded):
    confirm(founded, "--all", "--evidence", PAGE)
    said = confirm(founded, "--all", "--evidence", PAGE)

    assert said.code == 0
    assert said.err.count("nothing changed") == 2


def test_a_figure_that_the_text_changed_since_is_told(founded, own):
    confirm(founded, "--grade", "0", "--evidence", PAGE)
    founded("standard", "add", "--data", own, "--update", "--reason", "按修改单更正")
    shown = " ".join(founded("standard", "show", DIESEL).out.split())

    assert "compare again" in shown
    assert density(founded)[0]["confidence"] == "memory"


def test_several_limits_are_refused_with_what_to_add(founded):
    said = confirm(founded, "--evidence", PAGE)

    assert said.code == 2
    assert "--grade 5: 810–845 (5, 0, -10)" in said.err
    assert "--all" in said.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("GB 252-2015", "sulfur", "--evidence", "x"), "fuelcheck standard add"),
        (("GB 17930-2016", "sulfur", "--evidence", "x"), "several phases"),
        ((DIESEL, "sulphr", "--evidence", "x"), "sulfur (sulfur content)"),
        ((DIESEL, "sulfur"), "--evidence"),
        ((DIESEL, "sulfur", "--grade", "7", "--evidence", "x"), "no limit"),
        ((DIESEL, "sulfur", "--withdraw"), "--reason"),
        ((DIESEL, "sulfur", "--withdraw", "--reason", "看错"), "nothing to take back"),
        ((DIESEL, "sulfur", "--withdraw", "--reason", "看错", "--evidence", "x"), "--withdraw"),
        ((DIESEL,), "missing"),
    ],
)
def test_what_cannot_be_confirmed_is_refused_with_what_to_do(founded, words, told):
    said = founded("standard", "confirm", *words)

    assert said.code == 2
    assert told in said.err
    assert json.loads(founded("audit", "list", "--kind", "confirm", "--json").out) == []


def test_a_confirmation_is_taken_back(founded):
    confirm(founded, "--grade", "0", "--evidence", PAGE)
    said = confirm(founded, "--grade", "0", "--withdraw", "--reason", "看错了一行")

    assert said.code == 0
    assert "No longer confirmed" in said.err
    assert density(founded)[0]["confidence"] == "memory"
    assert "看错了一行" in founded("audit", "list").out
    assert founded("audit", "verify").code == 0


@pytest.mark.parametrize("width", ["40", "69"])
def test_on_a_narrow_screen_each_item_stands_above_its_limits(fuelcheck, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", width)
    lines = fuelcheck("standard", "show", "GB 19147-2016").out.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("sulfur content  mg/kg"))

    assert any(line.startswith("  ≤ 10  ") for line in lines[at + 1 : at + 5])
    assert max(map(len, lines)) <= int(width)
    assert not any("_" in line for line in lines if line.startswith("  "))

"""``programme``: which items of which product the year's task has tested, registered on request only."""

import json

import pytest

from fuelcheck.law.load import find_programme

PROGRAMME = "yichuan-2025-example"


@pytest.fixture
def own(tmp_path):
    """The office's own folder with a programme of its own and the example with another contract."""
    text, _ = find_programme(PROGRAMME, None)
    folder = tmp_path / "office" / "programmes"
    folder.mkdir(parents=True)
    (folder / "own-2025.toml").write_text(
        text.replace(PROGRAMME, "own-2025").replace("example = true", ""), encoding="utf-8"
    )
    (folder / f"{PROGRAMME}.toml").write_text(
        text.replace("contract_days = 20", "contract_days = 25"), encoding="utf-8"
    )
    return tmp_path / "office"


def test_programmes_are_shown_without_a_store(fuelcheck, tmp_path):
    url = f"sqlite:///{tmp_path / 'none' / 'county.db'}"
    said = fuelcheck("programme", "show", PROGRAMME, "--database", url)

    assert (said.code, said.err) == (0, "")
    assert "not registered" in said.out
    assert "urea: urea content; density at 20 °C; refractive index at 20 °C; impurity content" in said.out
    assert PROGRAMME in fuelcheck("programme", "list", "--database", url).out
    assert not (tmp_path / "none").exists()


def test_the_names_are_those_of_the_tongue(fuelcheck, monkeypatch):
    monkeypatch.setenv("FUELCHECK_LANG", "zh")

    assert "尿素含量" in fuelcheck("programme", "show", PROGRAMME).out


def test_founding_registers_no_programme(founded):
    assert [entry["registered"] for entry in json.loads(founded("programme", "list", "--json").out)] == [False]


def test_a_registered_programme_is_shown_and_an_example_is_told_as_such(founded):
    said = founded("programme", "add", PROGRAMME, "--by", "张建国")
    shown = json.loads(founded("programme", "show", PROGRAMME, "--json").out)

    assert said.code == 0
    assert f"Registered: {PROGRAMME}" in said.err
    assert "invented example" in said.err
    assert (shown["registered"], shown["differs"], shown["contract_days"]) == (True, False, 20)
    assert f"As before: {PROGRAMME}" in founded("programme", "add", PROGRAMME).err


def test_the_office_s_own_programme_is_found_and_its_edited_file_changes_nothing_by_itself(founded, own):
    assert "example" not in founded("programme", "add", "own-2025", "--data", own).err
    founded("programme", "add", PROGRAMME)
    listed = {entry["id"]: entry for entry in json.loads(founded("programme", "list", "--json", "--data", own).out)}

    assert listed["own-2025"]["differs"] is False
    assert (listed[PROGRAMME]["differs"], listed[PROGRAMME]["contract_days"]) == (True, 20)
    assert "another text" in founded("programme", "list", "--data", own).out
    assert founded("programme", "add", PROGRAMME, "--data", own).code == 2
    said = founded("programme", "add", PROGRAMME, "--data", own, "--update", "--reason", "合同变更")
    assert f"Replaced: {PROGRAMME}" in said.err


def test_an_unknown_programme_is_refused_with_the_known_ones(fuelcheck, founded):
    for words in (("show", "none-2025"), ("add", "none-2025")):
        said = founded("programme", *words)
        assert said.code == 2
        assert PROGRAMME in said.err


def test_an_item_is_called_as_the_standard_of_its_product_calls_it(fuelcheck, monkeypatch):
    monkeypatch.setenv("FUELCHECK_LANG", "zh")
    lines = fuelcheck("programme", "show", PROGRAMME).out.splitlines()
    (e10,) = (line for line in lines if "乙醇汽油" in line and "硫含量" in line)
    (diesel,) = (line for line in lines if "柴油" in line and "硫含量" in line)

    assert "水分" in e10
    assert "水含量" in diesel

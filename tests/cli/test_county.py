"""Founding, keeping and looking after a store."""

import json
import re

import pytest

import fuelcheck as fc
from tests.cast import POLICY


def test_founding_says_what_was_founded(fuelcheck):
    said = fuelcheck("init", "--policy", POLICY, "--division", "410329", "--by", "张建国")

    assert (said.code, said.out) == (0, "")
    assert "410329 伊川县" in said.err


def test_a_policy_of_another_division_founds_nothing(fuelcheck):
    said = fuelcheck("init", "--policy", POLICY, "--division", "410328")

    assert said.code == 2
    assert "410328" in said.err
    assert fuelcheck("quota", "--year", "2025").code == 2


def test_who_acts_is_the_name_given_or_the_login(fuelcheck, monkeypatch):
    monkeypatch.setenv("LOGNAME", "zhangjg")
    fuelcheck("init", "--policy", POLICY)

    assert "zhangjg" in fuelcheck("audit", "list").out


def test_who_has_neither_name_nor_login_is_asked_for_one(fuelcheck, monkeypatch):
    def nobody():
        raise KeyError("getpwuid(): uid not found: 1234")

    monkeypatch.setattr("getpass.getuser", nobody)
    said = fuelcheck("init", "--policy", POLICY)

    assert said.code == 2
    assert "--by" in said.err


def test_the_doctor_tells_what_is_found_here(founded):
    said = founded("doctor", "--json")
    found = json.loads(said.out)

    assert said.code == 0
    assert found["problem"] is None
    assert found["division 410329"].startswith("1 sha256:")
    assert "schema" in founded("doctor").out


def test_the_doctor_says_what_is_wrong_and_has_exit_code_3(fuelcheck):
    said = fuelcheck("doctor", "--json")

    assert said.code == 3
    assert "fuelcheck init" in json.loads(said.out)["problem"]


def test_a_backup_can_be_restored_elsewhere_with_the_same_head(office, tmp_path):
    kept, url = tmp_path / "kept.db", f"sqlite:///{tmp_path / 'elsewhere' / 'county.db'}"
    made, head = office("backup", kept), office("audit", "head").out
    put_back = office("restore", kept, "--database", url)

    assert (made.code, put_back.code) == (0, 0)
    assert made.out == put_back.out == head
    assert office("audit", "verify", "--database", url).code == 0
    assert office("backup", kept).code == 3
    assert office("restore", kept).code == 3


def test_an_upgrade_of_a_store_of_this_release_does_nothing(office):
    said = office("upgrade")

    assert said.code == 0
    assert re.search(r"Schema (\d{4}) → \1", said.err)


@pytest.fixture
def quick(monkeypatch):
    """The demo without its documents, which other tests render."""
    monkeypatch.setattr(fc.library, "render_quota_report", lambda _report, path, **_: path.write_bytes(b""))


def test_the_demo_makes_an_example_county_in_a_folder_of_its_own(fuelcheck, quick, tmp_path):
    said = fuelcheck("demo", "--folder", tmp_path / "demo")

    assert said.code == 0
    assert "Example county" in said.out
    assert {path.name for path in (tmp_path / "demo").glob("quota-2025.*")} == {"quota-2025.pdf", "quota-2025.xlsx"}
    with fc.open_store(f"sqlite:///{tmp_path / 'demo' / 'county.db'}") as store:
        assert [one.id for one in fc.library.registered_programmes(store)] == ["yichuan-2025-example"]
    assert fuelcheck("demo", "--folder", tmp_path / "demo").code == 0


def test_the_demo_overwrites_nothing_else(fuelcheck, quick, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "ledger.xlsx").write_bytes(b"mine")
    said = fuelcheck("demo", "--folder", tmp_path / "mine")

    assert said.code == 2
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["ledger.xlsx"]

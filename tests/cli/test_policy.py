"""``policy``: every mistake by its key, and what is registered."""

import json

import pytest

from fuelcheck.law.load import find_policy
from tests.cast import POLICY


@pytest.fixture
def policy(tmp_path):
    """The shipped policy with something replaced."""

    def of(old, new):
        text, _ = find_policy(POLICY, None)
        assert old in text
        file = tmp_path / "policy.toml"
        file.write_text(text.replace(old, new), encoding="utf-8")
        return file

    return of


def test_a_sound_file(fuelcheck, policy):
    said = fuelcheck("policy", "check", policy("159", "160"))

    assert (said.code, said.out) == (0, "")
    assert POLICY in said.err
    assert json.loads(fuelcheck("policy", "check", policy("159", "160"), "--json").out)["accepted"] is True


def test_each_mistake_is_named_by_key_with_what_is_allowed(fuelcheck, policy):
    file = policy('tasks = ["county"]', 'tasks = ["village"]\nzasks = 1')
    said = fuelcheck("policy", "check", file)
    listed = json.loads(fuelcheck("policy", "check", file, "--json").out)

    assert said.code == 2
    assert "counting.tasks" in said.err
    assert "county" in said.err
    assert {fault["code"] for fault in listed["faults"]} == {"bad-value", "unknown-key"}
    assert listed["accepted"] is False


def test_a_policy_is_registered_and_listed(founded, policy):
    said = founded("policy", "add", policy(f'id = "{POLICY}"', 'id = "yichuan-2025-example"'), "--by", "张建国")
    listed = json.loads(founded("policy", "list", "--json").out)

    assert said.code == 0
    assert {entry["id"] for entry in listed["registered"]} == {POLICY, "yichuan-2025-example"}
    assert listed["available"] == [POLICY]
    assert "伊政办〔2024〕15号" in founded("policy", "list").out


def test_another_text_needs_update_and_reason(founded, policy):
    file = policy("159", "160")

    assert founded("policy", "add", file).code == 2
    assert founded("policy", "add", file, "--update").code == 2
    assert founded("policy", "add", file, "--update", "--reason", "更正").code == 0
    shown = json.loads(founded("quota", "--year", "2025", "--as-of", "2025-12-31", "--json").out)
    assert shown["quotas"][0]["required"] == 160


def test_the_office_s_folder_is_looked_into_first(founded, policy, tmp_path):
    (tmp_path / "office" / "policies").mkdir(parents=True)
    policy(POLICY, "yichuan-2026-1").rename(tmp_path / "office" / "policies" / "yichuan-2026-1.toml")

    assert founded("policy", "add", "yichuan-2026-1", "--data", tmp_path / "office").code == 0

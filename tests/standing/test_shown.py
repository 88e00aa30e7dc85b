"""The JSON object of a status: keys and values of the contract."""

import json
from datetime import date

import pytest

from fuelcheck.standing.shown import quota_object
from tests.cast import DEPOT, PETROCHINA, XINYUAN
from tests.standing.conftest import AUTUMN


@pytest.fixture
def shown(year):
    return quota_object(year.report(AUTUMN))


def test_the_head_of_the_object(shown, year):
    head = {key: shown[key] for key in ("division", "year", "as_of", "roster_day", "met")}

    assert head == {
        "division": "410329", "year": 2025, "as_of": "2025-09-30", "roster_day": "2025-09-30", "met": False,
    }  # fmt: skip
    assert shown["known_at"].endswith("+08:00")
    assert shown["known_n"] == year.report(AUTUMN).head.n
    assert shown["example"] is False


def test_the_policy_says_when_it_expired(year, shown):
    assert shown["policy"]["id"] == "yichuan-2024-15"
    assert shown["policy"]["expired_on"] is None
    assert len(shown["policy"]["sha256"]) == 64
    assert quota_object(year.report(date(2025, 10, 1)))["policy"]["expired_on"] == "2025-09-30"


def test_the_six_lines_in_order_with_what_they_must_have(shown):
    assert [line["id"] for line in shown["quotas"]] == [
        "motor_fuel_batches", "private_coverage", "sinopec_rate", "petrochina_rate", "urea_batches", "depot_monthly",
    ]  # fmt: skip
    for line in shown["quotas"]:
        assert {"id", "required", "achieved", "in_progress", "shortfall", "met"} <= set(line)
        assert line["shortfall"] == max(0, line["required"] - line["achieved"])
        assert line["met"] is (line["shortfall"] == 0)


def test_what_is_missing_is_sorted_and_named(shown):
    lines = {line["id"]: line for line in shown["quotas"]}

    assert lines["private_coverage"]["missing"] == [XINYUAN]
    assert lines["private_coverage"]["left_uncovered"] == []
    assert lines["petrochina_rate"]["population"] == 1
    missing = lines["depot_monthly"]["missing"]
    assert missing == sorted(missing)
    assert missing[:2] == [[DEPOT, "2025-03"], [DEPOT, "2025-04"]]


def test_beside_and_visits(shown):
    assert shown["beside"]["higher_level_batches"] == 1
    assert shown["beside"]["recheck_batches"] == 1
    assert shown["beside"]["combined_brand"] == {"population": 2, "covered": 1}
    assert shown["beside"]["stations_under_no_quota"] == 1
    assert any(visit["site"] == PETROCHINA and "petrochina_rate" in visit["closes"] for visit in shown["visits"])
    assert all(visit["batches"] >= 1 for visit in shown["visits"])


def test_it_is_plain_json_without_floats(shown):
    text = json.dumps(shown, ensure_ascii=False)

    assert json.loads(text) == shown
    json.loads(text, parse_float=lambda _: pytest.fail("a float"))

"""JSON of remembered checks: fields of the ledger, the verdict, what followed; of a driver the mask at most."""

import json
from datetime import date

import pytest

from fuelcheck.library.checks import check_record, check_records, check_summary, record_retest
from fuelcheck.standing.check_record_shown import line_object, record_object, summary_object
from tests.cast import CLERK, DRIVER, road_check


@pytest.fixture
def checked(county):
    county.clock.set(date(2025, 6, 1))
    county.take([road_check("R1")])
    record_retest(county.store, "R1", "repaired", day=date(2025, 3, 12), by=CLERK, evidence="W7")
    return county.store


def test_a_record_carries_its_fields_verdict_and_follow_up(checked):
    shown = json.loads(json.dumps(record_object(check_record(checked, "R1"))))

    assert (shown["record_no"], shown["readings"], shown["driver"]) == ("R1", ["1.3", "1.4", "1.5"], "欧阳**")
    assert (shown["judgement"]["verdict"], shown["judgement"]["items"][0]["value"]) == ("fail", "1.40")
    assert (shown["follow_up"]["state"], shown["follow_up"]["late"]) == ("overdue", True)
    assert shown["follow_up"]["steps"] == [{"n": 1, "step": "repaired", "day": "2025-03-12", "evidence": "W7"}]
    assert [step["noun"] for step in shown["history"]] == ["roadside_check", "retest_event"]


def test_a_list_says_nothing_of_drivers(checked):
    (line,) = check_records(checked)

    assert "driver" not in line_object(line)
    assert DRIVER not in json.dumps([line_object(line), record_object(check_record(checked, "R1"))], ensure_ascii=False)


def test_a_summary_is_plain_numbers(checked):
    summary = check_summary(checked, first=date(2025, 3, 1), last=date(2025, 3, 31), as_of=date(2025, 4, 1))
    shown = json.loads(json.dumps(summary_object(summary)))

    assert shown["total"] == {"checked": 1, "clean": 0, "failed": 1, "undecided": 0}
    assert shown["places"] == [{"place": "G207 白沙站", **shown["total"]}]
    assert (shown["retests"]["overdue"], shown["overdue"], shown["failing"]) == (1, ["R1"], ["R1"])

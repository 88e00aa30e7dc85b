"""The JSON object of a judged check has the keys of the contract."""

import json

from fuelcheck.standing.check_shown import check_object
from fuelcheck.words import UreaState
from tests.rules.roadside.law import judged

PROMISED = {"record_no", "verdict", "items", "reasons"}


def test_the_example_of_the_contract() -> None:
    shown = json.loads(json.dumps(check_object(judged(readings=("1.3", "1.35", "1.4")))))
    (item,) = shown["items"]

    assert shown.keys() >= PROMISED
    assert (shown["record_no"], shown["verdict"], shown["reasons"]) == ("R1", "fail", [])
    assert {key: item[key] for key in ("item", "value", "unit", "limit", "verdict", "confidence")} == {
        "item": "opacity", "value": "1.35", "unit": "1/m", "limit": "<= 1.2", "verdict": "fail", "confidence": "memory",
    }  # fmt: skip


def test_why_a_check_is_open_stands_in_codes_and_in_sentences() -> None:
    shown = check_object(judged(readings=(), urea=UreaState.POOR))

    assert shown["reasons"] == ["measurement-missing", "urea-poor"]
    assert [(item["item"], item["value"], item["reason"]) for item in shown["items"]] == [
        ("opacity", None, None), ("urea", "poor", "urea-poor"),
    ]  # fmt: skip
    assert shown["not_tested"] == ["opacity", "obd", "aftertreatment"]
    assert all(shown["sentences"])


def test_nothing_of_the_driver_stands_in_it() -> None:
    assert not {"driver", "owner", "officers"} & check_object(judged()).keys()

"""What answers hold: the objects of the contract, the same that the terminal prints; headers; the log."""

import json
import logging

import fuelcheck as fc
from fuelcheck.standing.batch_record import batch_object
from fuelcheck.standing.shown import quota_object
from fuelcheck.standing.target_report_shown import target_report_object
from tests.cast import DRIVER, YEAR_END

AT = {"as_of": "2025-12-31"}


def test_the_quotas_are_those_of_the_terminal(desk):
    answer = desk.ask("/quotas/2025", query_string=AT).json

    assert answer == json.loads(json.dumps(quota_object(desk.county.report(YEAR_END))))
    assert answer["quotas"][0]["id"] == "motor_fuel_batches"


def test_the_targets_are_those_of_the_terminal(desk):
    answer = desk.ask("/targets", query_string=AT).json

    assert answer == json.loads(json.dumps(target_report_object(fc.targets_report(desk.county.store, as_of=YEAR_END))))


def test_a_batch_is_the_record_of_the_terminal_with_the_verdict(desk):
    answer = desk.ask("/batches/A2", query_string=AT).json
    record = fc.batch_record(desk.county.store, "A2", as_of=YEAR_END)

    assert answer == json.loads(json.dumps(batch_object(record)))
    assert answer["judgement"]["verdict"] == "fail"


def test_what_was_not_known_yet_is_left_out(desk):
    then = desk.county.now.isoformat()
    desk.county.take([{"抽样单编号": "A1", "检验项目": "闪点", "结果": "62", "单位": "℃"}])

    def items(**asked):
        judged = desk.ask("/batches/A1", query_string={**AT, **asked}).json["judgement"]
        return [one["item"] for one in judged["items"]]

    assert len(items()) == 2
    assert len(items(known_at=then)) == 1


def test_a_check_on_the_road_is_judged_and_the_driver_masked(desk):
    answer = desk.ask("/roadside-checks/R1", query_string=AT)

    assert answer.json["judgement"]["verdict"] == "fail"
    assert DRIVER not in answer.text
    assert answer.json["driver"] == "欧阳**"


def test_results_are_judged_as_the_contract_says(desk):
    body = [
        {"form_no": "A1", "product": "diesel", "grade": "0", "sampled_on": "2025-03-09", "results": {"sulfur": "35"}}
    ]
    answer = desk.ask("/judgements", "POST", json=body).json[0]

    assert (answer["verdict"], answer["complete"], answer["standard"]) == ("fail", False, "GB 19147-2016")
    assert {key: answer["items"][0][key] for key in ("item", "value", "unit", "limit", "verdict")} == {
        "item": "sulfur", "value": "35", "unit": "mg/kg", "limit": "<= 10", "verdict": "fail",
    }  # fmt: skip


def test_chinese_stands_as_it_is(desk):
    assert "顺达" in desk.ask("/sites").text
    assert "顺达" in desk.ask("/sites/S001").text


def test_it_lives_and_is_ready_and_says_how_durable_it_is(desk):
    assert desk.ask("/healthz", role=None).json == {"alive": True}
    ready = desk.ask("/readyz", role=None)
    assert ready.json["ready"] is True
    assert ready.json.keys() & {"journal_mode", "fsync"}
    assert str(desk.county.folder) not in ready.text


def test_it_is_not_ready_where_the_database_is_of_another_release(desk, monkeypatch):
    from fuelcheck.store import engine

    monkeypatch.setattr(engine, "SCHEMA", "9999")
    answer = desk.ask("/readyz", role=None)

    assert (answer.status_code, answer.json["code"]) == (503, "not-ready")
    assert desk.ask("/healthz", role=None).status_code == 200


def test_every_answer_carries_the_headers(desk):
    for answer in (desk.ask("/sites"), desk.ask("/nothing"), desk.ask("/sites", role=None), desk.ask("/healthz")):
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert answer.headers["Cache-Control"] == "private, no-cache"
        assert answer.headers["X-Request-Id"]
        assert "Authorization" in answer.headers["Vary"]
        assert "Set-Cookie" not in answer.headers


def test_the_log_says_what_was_asked_of_which_address_and_nothing_of_whom(desk, caplog):
    with caplog.at_level(logging.INFO, "fuelcheck.api"):
        answer = desk.ask("/vehicles/豫C12345D?division=410329")

    line = json.loads(caplog.records[-1].getMessage())
    assert line["address"] == "/api/v1/vehicles/<called>"
    assert (line["status"], line["method"], line["request"]) == (200, "GET", answer.headers["X-Request-Id"])
    assert line.keys() == {"request", "method", "address", "status", "ms", "bytes"}

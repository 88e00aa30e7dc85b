"""Every address of the document answers as the document says, and every address has a door."""

import json

import pytest

from tests.api.described import ask, calls, prepare
from tests.api.desk import BASE, Desk

OPEN = {"/healthz", "/readyz", f"{BASE}/openapi.json", f"{BASE}/docs", f"{BASE}/docs/<asset>",
        f"{BASE}/documents/<number>/check"}  # fmt: skip


@pytest.fixture
def full(county, quick, database_url, tmp_path):
    """The desk as the examples show it, and the number of its issued document."""
    number = prepare(county)
    return Desk(county, database_url, tmp_path), number


def test_every_operation_is_asked_and_answers_as_documented(full):
    desk, number = full
    document = desk.ask("/openapi.json", role=None).json
    operations = {
        f"{method} {path}": operation
        for path, several in document["paths"].items()
        for method, operation in several.items()
        if method != "parameters"
    }
    asked = {call.name: call for call in calls(desk.county, number)}
    assert asked.keys() == operations.keys()
    for name, call in asked.items():
        answer = ask(desk, call)
        assert answer.status_code == 200, (name, answer.text)
        assert answer.mimetype in operations[name]["responses"]["200"]["content"], name
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_every_operation_is_documented_with_an_example(full):
    document = full[0].ask("/openapi.json", role=None).json

    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            if method != "parameters":
                shown = json.dumps([operation, operations.get("parameters", [])], ensure_ascii=False)
                assert '"example"' in shown, (method, path)
                assert operation["summary"], (method, path)


def test_every_address_has_a_door_and_only_those_meant_to_be_are_open(desk):
    doors = {
        rule.rule: getattr(desk.app.view_functions[rule.endpoint], "door", None)
        for rule in desk.app.url_map.iter_rules()
    }

    assert [rule for rule, door in doors.items() if door is None] == []
    assert {rule for rule, door in doors.items() if door.action is None} == OPEN


def test_an_address_without_a_door_lets_nobody_in(desk):
    desk.app._got_first_request = False
    desk.app.add_url_rule("/api/v1/forgotten", "forgotten", lambda: "open")

    assert desk.ask("/forgotten").status_code == 403


def test_without_a_token_nothing_but_the_open_addresses_answers(desk):
    for rule in desk.app.url_map.iter_rules():
        method = "POST" if "POST" in rule.methods else "GET"
        if rule.rule not in OPEN:
            address = rule.rule.replace("<int(min=1901, max=9998):year>", "2025")
            kinds = desk.app.view_functions[rule.endpoint].door.takes
            answer = desk.ask(address, method, role=None, content_type=kinds[0] if kinds else None)
            assert answer.status_code == 401, address
            assert answer.headers["WWW-Authenticate"] == "Bearer"

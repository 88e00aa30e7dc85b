"""Whatever goes wrong is answered as problem+json with a stable code, in the tongue asked for."""

import pytest

from api import problems
from api.problems import MEDIA_TYPE, STATUS, Refusal
from fuelcheck.errors import FuelcheckError
from fuelcheck.store import listing
from fuelcheck.store.session import ChangedMeanwhile, DatabaseRefused, OutcomeUnknown


def every(kind):
    return {kind, *(one for below in kind.__subclasses__() for one in every(below))}


def refuses(monkeypatch, error):
    def page(view, asked):
        raise error

    monkeypatch.setattr(listing, "page", page)


def test_the_table_of_statuses_names_only_codes_that_there_are(desk):
    import fuelcheck.services.undoing  # noqa: F401 - registers its errors

    known = {kind.code for kind in every(FuelcheckError)}
    assert set(STATUS) - known == set()
    assert all(kind.status for kind in every(Refusal))


@pytest.mark.parametrize(
    ("address", "method", "status", "code"),
    [
        ("/nothing", "GET", 404, "not-found"),
        ("/sites/S999", "GET", 404, "no-such-site"),
        ("/batches/A99", "GET", 404, "no-such-batch"),
        ("/batches/A99/results", "GET", 404, "no-such-batch"),
        ("/vehicles/豫C99999", "GET", 404, "unknown-vehicle"),
        ("/roadside-checks/R99", "GET", 404, "no-such-check"),
        ("/documents/FC-0000000000", "GET", 404, "unknown-document"),
        ("/standards/GB 1", "GET", 404, "no-such-standard"),
        ("/exports/nothing", "GET", 404, "not-found"),
        ("/acts/7", "GET", 404, "no-such-act"),
        ("/quotas/2025?as_of=2024-01-01", "GET", 422, "before-first-policy"),
        ("/quotas/2025?known_at=2020-01-01", "GET", 422, "nothing-known"),
        ("/quotas/20255", "GET", 404, "not-found"),
        ("/sites", "DELETE", 405, "method-not-allowed"),
        ("/sites", "OPTIONS", 405, "method-not-allowed"),
        ("/judgements", "GET", 405, "method-not-allowed"),
        ("/sites?name=%00", "GET", 400, "malformed"),
        ("/sites/%01", "GET", 400, "malformed"),
        ("/sites?cursor=x", "GET", 422, "bad-cursor"),
        ("/sites?limit=201", "GET", 422, "refused-input"),
        ("/sites?" + "x" * 5_000, "GET", 400, "malformed"),
    ],
)
def test_each_refusal_has_its_status_and_its_code(desk, address, method, status, code):
    answer = desk.ask(address, method)

    assert (answer.status_code, answer.mimetype) == (status, MEDIA_TYPE)
    assert answer.json["code"] == code
    assert answer.json["status"] == status
    assert answer.json["type"] == f"urn:fuelcheck:problem:{code}"
    assert answer.json["title"]


def test_a_wrong_field_is_named_by_a_pointer_with_its_code(desk):
    answer = desk.ask(
        "/judgements", "POST", json=[{"product": "diesel", "results": {}, "sampled_on": "3月9日", "x": 1}]
    )

    assert answer.status_code == 422
    found = {one["pointer"]: one["code"] for one in answer.json["errors"]}
    assert found == {"/0/sampled_on": "bad-day", "/0/x": "unknown-field"}


def test_a_parameter_that_is_not_known_is_refused_and_a_word_is_told_what_is_allowed(desk):
    errors = desk.ask("/sites?knd=station&kind=shop").json["errors"]

    assert [(one["pointer"], one["code"], one["in"]) for one in errors] == [
        ("/kind", "unknown-word", "query"), ("/knd", "unknown-field", "query"),
    ]  # fmt: skip
    assert "filling_point" in errors[0]["allowed"]


@pytest.mark.parametrize(("said", "word"), [("zh-CN,en;q=0.5", "站点"), ("en", "site"), ("", "site"), ("fr", "site")])
def test_the_sentence_is_in_the_tongue_asked_for_else_in_the_offices(desk, said, word):
    answer = desk.ask("/sites/S999", headers={"Accept-Language": said} if said else {})

    assert answer.headers["Content-Language"] == ("zh-CN" if "zh" in said else "en")
    assert "Accept-Language" in answer.headers["Vary"]
    if word == "site":
        assert word in answer.json["title"]


def test_what_somebody_else_wrote_meanwhile_is_a_conflict(desk, monkeypatch):
    refuses(monkeypatch, ChangedMeanwhile(why="UNIQUE"))

    assert desk.ask("/sites/S001").status_code == 409


def test_a_database_that_refuses_is_503_and_an_unknown_outcome_has_a_type_of_its_own(desk, monkeypatch):
    for error in (DatabaseRefused(why="locked"), OutcomeUnknown(why="disk")):
        refuses(monkeypatch, error)
        answer = desk.ask("/sites/S001")
        assert (answer.status_code, answer.json["type"]) == (503, f"urn:fuelcheck:problem:{error.code}")


def test_a_mistake_of_ours_tells_nothing_but_the_number_under_which_it_was_noted(desk, monkeypatch, caplog):
    refuses(monkeypatch, ZeroDivisionError("secret"))
    with caplog.at_level("ERROR", "fuelcheck.api"):
        answer = desk.ask("/sites/S001")

    assert (answer.status_code, answer.mimetype) == (500, MEDIA_TYPE)
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert answer.json["request"] == answer.headers["X-Request-Id"]
    assert answer.json["request"] in caplog.text


def test_problems_of_the_library_without_an_entry_are_refused_input():
    assert problems._status(FuelcheckError(why="x")) == 422

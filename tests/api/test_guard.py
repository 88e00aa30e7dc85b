"""Tokens and sessions at the door: what is refused, and that a browser's change needs its own word."""

import pytest

from api.guard import COOKIE, CSRF, csrf_word
from fuelcheck.library import add_user
from fuelcheck.services.people import Person
from fuelcheck.services.signing_in import sign_in, sign_out
from fuelcheck.words import Role
from tests.api.desk import MARKET, PASSWORD
from tests.cast import REVIEWER

PERSON = Person("wangmin", "王敏", Role.RECORDER, MARKET)


@pytest.fixture
def session(desk):
    add_user(desk.county.store, PERSON, by=REVIEWER, password=PASSWORD)
    return sign_in(desk.county.store, "wangmin", PASSWORD, address="10.0.0.1")[0]


def of(session_id, **headers):
    return {"Cookie": f"{COOKIE}={session_id}", **headers}


def judge(desk, headers):
    return desk.ask("/judgements", "POST", role=None, headers=headers, json=[])


@pytest.mark.parametrize("header", ["Bearer", "Bearer ", "Bearer fct_a_b", "Basic eDp5", "Bearer \udcff", "x"])
def test_what_is_no_good_token_is_401(desk, header):
    assert desk.ask("/sites", role=None, headers={"Authorization": header}).status_code == 401


def test_a_session_reads(desk, session):
    assert desk.ask("/sites", role=None, headers=of(session)).status_code == 200


def test_a_session_that_has_ended_is_401(desk, session):
    sign_out(desk.county.store, session)

    assert desk.ask("/sites", role=None, headers=of(session)).json["code"] == "not-signed-in"


def test_a_browsers_change_needs_the_sessions_own_word(desk, session):
    word = csrf_word(session)

    assert judge(desk, of(session)).json["code"] == "foreign-page"
    assert judge(desk, of(session, **{CSRF: "x"})).json["code"] == "foreign-page"
    assert judge(desk, of(session, **{CSRF: word, "Sec-Fetch-Site": "cross-site"})).json["code"] == "foreign-page"
    assert judge(desk, of(session, **{CSRF: word, "Sec-Fetch-Site": "same-origin"})).status_code == 200


def test_a_bad_token_is_not_saved_by_a_good_session(desk, session):
    assert desk.ask("/sites", role=None, headers=of(session, Authorization="Bearer no")).status_code == 401


def test_a_password_that_was_given_is_changed_before_anything_else(desk):
    given = add_user(desk.county.store, PERSON, by=REVIEWER)
    session_id = sign_in(desk.county.store, "wangmin", given, address="10.0.0.1")[0]

    assert desk.ask("/sites", role=None, headers=of(session_id)).json["code"] == "change-password-first"


def test_an_open_address_answers_one_asker_so_often_and_no_more(desk):
    from api.pace import OPEN

    answers = [desk.ask("/healthz", role=None) for _ in range(OPEN.amount + 1)]

    assert {one.status_code for one in answers[:-1]} == {200}
    assert (answers[-1].status_code, answers[-1].json["code"]) == (429, "too-many-requests")
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert desk.ask("/healthz", role=None, environ_base={"REMOTE_ADDR": "10.0.0.9"}).status_code == 200
    assert desk.ask("/sites").status_code == 200


def test_the_administrator_sees_accounts_and_tokens_and_no_secret(desk):
    users = desk.ask("/users", role=Role.ADMINISTRATOR, department=None)
    tokens = desk.ask("/tokens", role=Role.ADMINISTRATOR, department=None)

    assert [(one["login"], one["role"], one["active"]) for one in users.json["items"]] == [
        ("administrator.none", "administrator", True)
    ]
    assert [(one["name"], one["revoked"]) for one in tokens.json["items"]] == [("administrator.none", False)]
    assert desk.token(Role.ADMINISTRATOR).split("_")[2] not in tokens.text
    assert "hash" not in users.text + tokens.text

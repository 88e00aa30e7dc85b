"""Accounts and tokens in the database: who they are in versions, their secrets beside them."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from fuelcheck.store import people
from fuelcheck.store.session import ChangedMeanwhile
from fuelcheck.store.sign_ins import looking, writing
from fuelcheck.store.types import moment_text
from fuelcheck.store.verifying import verify
from fuelcheck.words import Department, Role
from tests.store.conftest import DIVISION

NOW = datetime(2025, 3, 9, tzinfo=UTC)


def account(login="wangmin", **other):
    """A whole row of the account table."""
    row = dict.fromkeys(("other_divisions", "laboratory", "inspector"))
    row |= {"login": login, "name": "王敏", "role": "recorder", "department": "market_supervision", "active": 1}
    return row | {"password_set_at": moment_text(NOW), "one_time": 0} | other


def token(prefix="abcdefgh", **other):
    """A whole row of the token table."""
    row = {"prefix": prefix, "name": "script", "login": "wangmin", "laboratory": None, "scopes": "read;record_batch"}
    return row | {"expires_at": moment_text(NOW), "device": 0, "revoked": 0} | other


@pytest.fixture
def filled(store):
    with store.act("user", "张建国") as act:
        act.create("account", account())
        act.create("token", token())
        act.flush()
        people.keep_password(act.connection, DIVISION, "wangmin", "hash-1")
        people.keep_secret(act.connection, DIVISION, "abcdefgh", "sha-1")
    return store


def test_an_account_is_found_by_its_login_whatever_its_division(filled):
    with looking(filled) as connection:
        found = people.account(connection, "wangmin")
        assert people.account(connection, "nobody") is None
        assert people.accounts(connection, DIVISION) == (found,)

    assert (found.role, found.department) == (Role.RECORDER, Department.MARKET_SUPERVISION)
    assert (found.division, found.divisions, found.active) == (DIVISION, (DIVISION,), True)


def test_further_divisions_stand_behind_the_one_that_keeps_the_account(filled):
    with filled.act("user", "张建国") as act:
        act.create("account", account("lina", other_divisions="410328;410327"))
    with looking(filled) as connection:
        found = people.account(connection, "lina")

    assert found.divisions == (DIVISION, "410328", "410327")
    assert found.subject().divisions == {DIVISION, "410328", "410327"}


def test_a_new_password_takes_the_place_of_the_old_one(filled):
    with writing(filled) as connection:
        people.keep_password(connection, DIVISION, "wangmin", "hash-2")
    with looking(filled) as connection:
        assert people.password_hash(connection, DIVISION, "wangmin") == "hash-2"
        assert people.password_hash(connection, DIVISION, "nobody") is None
        assert connection.scalar(sa.text("SELECT COUNT(*) FROM password")) == 1


def test_a_token_is_known_with_its_secrets_hash_and_its_last_use(filled):
    with writing(filled) as connection:
        found, sha256 = people.token(connection, "abcdefgh")
        people.note_use(connection, found, NOW)
    with looking(filled) as connection:
        (listed,) = people.tokens(connection, DIVISION)
        assert people.token(connection, "hgfedcba") is None

    assert sha256 == "sha-1"
    assert (found.scopes, found.last_used_at) == (("read", "record_batch"), None)
    assert listed.last_used_at == NOW


def test_secrets_are_in_no_version_and_the_evidence_is_whole(filled):
    with filled.reading() as view:
        versions = str(list(view.connection.scalars(sa.text("SELECT content FROM version"))))
        assert verify(view.connection, DIVISION) == []

    assert "hash-1" not in versions
    assert "sha-1" not in versions


def test_a_login_is_one_persons_in_the_whole_store(filled):
    with filled.act("init", "张建国", division="410328", new_division=True) as act:
        act.create("division", {
            "division": "410328", "name": "嵩县", "instance": "j", "algorithm": "sha256", "example": 0,
        })  # fmt: skip
    with pytest.raises(ChangedMeanwhile), filled.act("user", "张建国", division="410328") as act:
        act.create("account", account())


@pytest.mark.parametrize("other", [{"role": "king"}, {"department": "palace"}, {"laboratory": "无此机构"}])
def test_the_database_itself_refuses_what_is_no_role_department_or_laboratory(store, other):
    with pytest.raises(ChangedMeanwhile), store.act("user", "张建国") as act:
        act.create("account", account(**other))


def test_a_role_changed_past_the_services_is_found(filled):
    with writing(filled) as connection:
        connection.execute(sa.text("UPDATE account SET role = 'administrator'"))
    with filled.reading() as view:
        assert [(f.code, f.row) for f in verify(view.connection, DIVISION)] == [("row-changed", "wangmin")]

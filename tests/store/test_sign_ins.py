"""Sessions and failures in the database."""

from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest

from fuelcheck.store import sign_ins
from fuelcheck.store.sign_ins import looking, writing
from tests.store.conftest import DIVISION
from tests.store.test_people import account

NOW = datetime(2025, 3, 9, 8, tzinfo=UTC)
LOCK = timedelta(minutes=15)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def opened(store):
    """The store with an account and two of its sessions."""
    with store.act("user", "张建国") as act:
        act.create("account", account())
    with writing(store) as connection:
        for id_, begun in (("a", NOW), ("b", NOW + MINUTE)):
            sign_ins.begin(connection, id_, DIVISION, "wangmin", begun, begun + timedelta(hours=12), "192.0.2.1")
    return store


def fail(store, subject, now, most=3):
    with writing(store) as connection:
        sign_ins.note_failure(connection, subject, now, most=most, lock=LOCK)


def locked(store, subjects, now):
    with looking(store) as connection:
        return sign_ins.locked_until(connection, subjects, now)


def test_the_last_of_so_many_failures_locks_until_its_end(store):
    for number in range(3):
        assert locked(store, ["x"], NOW) is None
        fail(store, "x", NOW + number * MINUTE)

    until = NOW + 2 * MINUTE + LOCK
    assert locked(store, ["y", "x"], until - MINUTE) == until
    assert locked(store, ["x"], until) is None
    assert locked(store, ["y"], NOW) is None


def test_after_a_lock_counting_begins_anew(store):
    for _ in range(3):
        fail(store, "x", NOW)
    fail(store, "x", NOW + LOCK + MINUTE)

    assert locked(store, ["x"], NOW + LOCK + MINUTE) is None


def test_failures_are_forgotten_on_success(store):
    for _ in range(3):
        fail(store, "x", NOW)
    with writing(store) as connection:
        sign_ins.forget_failures(connection, "x")

    assert locked(store, ["x"], NOW) is None


def test_failures_at_the_same_time_are_all_counted(store):
    threads = [Thread(target=fail, args=(store, "x", NOW, 8)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert locked(store, ["x"], NOW) == NOW + LOCK


def test_a_session_is_as_it_was_begun(opened):
    with looking(opened) as connection:
        row = sign_ins.session(connection, "a")

    assert (row.division, row.login, row.address) == (DIVISION, "wangmin", "192.0.2.1")
    assert row.begun_at == row.seen_at == row.proved_at == NOW
    assert row.expires_at == NOW + timedelta(hours=12)


def test_being_seen_and_giving_the_password_again_are_two_things(opened):
    with writing(opened) as connection:
        sign_ins.seen(connection, "a", NOW + MINUTE)
        sign_ins.seen(connection, "b", NOW + 2 * MINUTE, proved=True)
        rows = [sign_ins.session(connection, id_) for id_ in "ab"]

    assert [row.seen_at for row in rows] == [NOW + MINUTE, NOW + 2 * MINUTE]
    assert [row.proved_at for row in rows] == [NOW, NOW + 2 * MINUTE]


def test_an_ended_session_is_none_any_more(opened):
    with writing(opened) as connection:
        sign_ins.revoke(connection, "a", NOW)
        assert sign_ins.session(connection, "a") is None
        assert sign_ins.session(connection, "b") is not None


def test_all_sessions_of_an_account_end_but_one(opened):
    with writing(opened) as connection:
        sign_ins.revoke_all(connection, DIVISION, "wangmin", NOW, but="b")
        left = sign_ins.sessions(connection, DIVISION, "wangmin", NOW, NOW - LOCK)
        assert [row.id_hash for row in left] == ["b"]
        sign_ins.revoke_all(connection, DIVISION, "wangmin", NOW)
        assert sign_ins.sessions(connection, DIVISION, "wangmin", NOW, NOW - LOCK) == []


def test_sessions_that_are_over_or_idle_are_not_listed(opened):
    with looking(opened) as connection:
        assert len(sign_ins.sessions(connection, DIVISION, "wangmin", NOW, NOW - LOCK)) == 2
        assert len(sign_ins.sessions(connection, DIVISION, "wangmin", NOW, NOW)) == 1
        assert sign_ins.sessions(connection, DIVISION, "wangmin", NOW + timedelta(hours=13), NOW - LOCK) == []


def test_raising_inside_writes_nothing(opened):
    def revoke_and_fail():
        with writing(opened) as connection:
            sign_ins.revoke(connection, "a", NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        revoke_and_fail()
    with looking(opened) as connection:
        assert sign_ins.session(connection, "a") is not None

"""Signing in: lock-out, sessions and their ends, on a clock that the test sets."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from fuelcheck.services import signing_in
from fuelcheck.services.signing_in import (
    ABSOLUTE,
    IDLE,
    LOCK,
    MOST_FAILURES,
    PROOF,
    LockedOut,
    NotSignedIn,
    WrongPassword,
    end_session,
    password_again,
    sessions_of,
    sign_in,
    sign_out,
    signed_in,
)
from fuelcheck.words import Department, Role
from tests.services.conftest import ADMIN, CLERK, PASSWORD

HERE, THERE = "192.0.2.1", "2001:db8::1"


def fail(county, times, login=CLERK, address=HERE):
    for _ in range(times):
        with pytest.raises(WrongPassword):
            sign_in(county.store, login, "Wrong-2025", address=address)


def later(county, span):
    county.clock.now += span


def test_a_session_knows_its_person_as_the_table_asks_for_one(staffed):
    id_, _ = sign_in(staffed.store, CLERK, PASSWORD, address=HERE)
    subject = signed_in(staffed.store, id_).subject

    assert (subject.login, subject.name, subject.role) == (CLERK, "王敏", Role.RECORDER)
    assert subject.department is Department.MARKET_SUPERVISION
    assert subject.divisions == {"410329"}
    assert subject.scopes is None


def test_the_database_holds_no_id_of_a_session(staffed):
    id_, _ = sign_in(staffed.store, CLERK, PASSWORD, address=HERE)
    with staffed.store.reading() as view:
        rows = [tuple(row) for row in view.connection.execute(sa.text("SELECT * FROM sign_in"))]

    assert len(rows) == 1
    assert id_ not in str(rows)


def test_a_wrong_login_and_a_wrong_password_are_answered_alike(staffed):
    said = []
    for login, password in ((CLERK, "Wrong-2025"), ("nobody", PASSWORD), ("\ud800\x00" * 500, PASSWORD), ("", "")):
        with pytest.raises(WrongPassword) as refused:
            sign_in(staffed.store, login, password, address=HERE)
        said.append(str(refused.value))

    assert len(set(said)) == 1


def test_a_login_that_nobody_has_costs_a_hash_too(staffed, monkeypatch):
    asked = []
    monkeypatch.setattr(signing_in, "matches", lambda hash_, password: asked.append(hash_) or False)
    fail(staffed, 1, login="nobody")

    assert asked == [None]


def test_five_failures_lock_the_login_from_everywhere_for_fifteen_minutes(staffed):
    fail(staffed, MOST_FAILURES)
    with pytest.raises(LockedOut, match="15 minutes"):
        sign_in(staffed.store, CLERK, PASSWORD, address=THERE)

    later(staffed, LOCK)
    assert sign_in(staffed.store, CLERK, PASSWORD, address=THERE)


def test_five_failures_lock_the_address_for_every_login(staffed):
    for number in range(MOST_FAILURES):
        fail(staffed, 1, login=f"nobody{number}")
    with pytest.raises(LockedOut):
        sign_in(staffed.store, ADMIN, PASSWORD, address=HERE)

    assert sign_in(staffed.store, ADMIN, PASSWORD, address=THERE)


def test_a_login_that_nobody_has_is_locked_like_any(staffed):
    fail(staffed, MOST_FAILURES, login="nobody", address=THERE)
    with pytest.raises(LockedOut):
        sign_in(staffed.store, "nobody", PASSWORD, address=HERE)


def test_four_failures_lock_nothing_and_success_begins_anew(staffed):
    for address in (HERE, THERE):
        fail(staffed, MOST_FAILURES - 1, address=address)
        assert sign_in(staffed.store, CLERK, PASSWORD, address="192.0.2.9")


def test_failures_far_apart_do_not_add_up(staffed):
    for _ in range(MOST_FAILURES):
        fail(staffed, 1)
        later(staffed, LOCK)

    assert sign_in(staffed.store, CLERK, PASSWORD, address=HERE)


def test_knocking_while_locked_out_does_not_lock_longer(staffed):
    fail(staffed, MOST_FAILURES)
    later(staffed, LOCK - timedelta(minutes=1))
    with pytest.raises(LockedOut, match="in 1 minutes"):
        sign_in(staffed.store, CLERK, "Wrong-2025", address=HERE)
    later(staffed, timedelta(minutes=1))

    assert sign_in(staffed.store, CLERK, PASSWORD, address=HERE)


def test_failures_of_yesterday_are_forgotten(staffed):
    fail(staffed, 1, login="nobody")
    later(staffed, timedelta(days=2))
    fail(staffed, 1, address=THERE)
    with staffed.store.reading() as view:
        subjects = set(view.connection.scalars(sa.text("SELECT subject FROM sign_in_failure")))

    assert subjects == {f"login/{CLERK}", f"address/{THERE}"}


def test_signing_in_writes_no_act(staffed):
    before = staffed.now
    fail(staffed, 1)
    id_, _ = sign_in(staffed.store, CLERK, PASSWORD, address=HERE)
    sign_out(staffed.store, id_)

    assert staffed.now == before


def test_a_session_ends_after_thirty_idle_minutes(staffed):
    id_, _ = sign_in(staffed.store, CLERK, PASSWORD, address=HERE)
    later(staffed, IDLE + timedelta(minutes=1))

    with pytest.raises(NotSignedIn):
        signed_in(staffed.store, id_)


def test_a_session_in_use_ends_after_twelve_hours(staffed):
    id_, session = sign_in(staffed.store, CLERK, PASSWORD, address=HERE)
    used = 0
    while staffed.clock.now < session.begun_at + ABSOLUTE - timedelta(minutes=21):
        later(staffed, timedelta(minutes=20))
        signed_in(staffed.store, id_)
        used += 1
    later(staffed, timedelta(minutes=21))

    assert used > 30
    with pytest.raises(NotSignedIn):
        signed_in(staffed.store, id_)


def test_reading_page_after_page_within_a_minute_writes_nothing(staffed):
    id_, session = sign_in(staffed.store, CLERK, PASSWORD, address=HERE)
    later(staffed, timedelta(seconds=30))
    signed_in(staffed.store, id_)

    assert signed_in(staffed.store, id_).seen_at == session.seen_at


def test_signing_out_ends_the_session_and_twice_is_no_mistake(staffed):
    id_, _ = sign_in(staffed.store, CLERK, PASSWORD, address=HERE)
    sign_out(staffed.store, id_)
    sign_out(staffed.store, id_)

    with pytest.raises(NotSignedIn):
        signed_in(staffed.store, id_)


def test_signing_in_again_gives_a_new_id_and_ends_the_session_that_was_brought(staffed):
    old, _ = sign_in(staffed.store, CLERK, PASSWORD, address=HERE)
    new, _ = sign_in(staffed.store, CLERK, PASSWORD, address=HERE, replacing=old)

    assert new != old
    with pytest.raises(NotSignedIn):
        signed_in(staffed.store, old)


@pytest.mark.parametrize("id_", ["", "x", "\ud800", "' OR 1=1 --", "\x00"])
def test_what_is_no_session_is_refused(staffed, id_):
    with pytest.raises(NotSignedIn):
        signed_in(staffed.store, id_)


def test_a_password_given_again_holds_for_five_minutes(staffed):
    id_, _ = sign_in(staffed.store, CLERK, PASSWORD, address=HERE)
    assert signed_in(staffed.store, id_).proved(staffed.store.clock())

    later(staffed, PROOF)
    assert not signed_in(staffed.store, id_).proved(staffed.store.clock())
    password_again(staffed.store, id_, PASSWORD, address=HERE)
    assert signed_in(staffed.store, id_).proved(staffed.store.clock())


def test_a_wrong_password_given_again_proves_nothing_and_is_counted(staffed):
    id_, _ = sign_in(staffed.store, CLERK, PASSWORD, address=HERE)
    later(staffed, PROOF)
    for _ in range(MOST_FAILURES):
        with pytest.raises(WrongPassword):
            password_again(staffed.store, id_, "Wrong-2025", address=HERE)
    with pytest.raises(LockedOut):
        password_again(staffed.store, id_, PASSWORD, address=HERE)

    assert not signed_in(staffed.store, id_).proved(staffed.store.clock())


def test_a_person_sees_and_ends_their_own_sessions_and_nobody_elses(staffed):
    sign_in(staffed.store, CLERK, PASSWORD, address=HERE)
    sign_in(staffed.store, CLERK, PASSWORD, address=THERE)
    (first, second) = sessions_of(staffed.store, CLERK)
    assert [first.address, second.address] == [HERE, THERE]

    with pytest.raises(NotSignedIn):
        end_session(staffed.store, ADMIN, first.id_hash)
    end_session(staffed.store, CLERK, first.id_hash)
    assert [one.address for one in sessions_of(staffed.store, CLERK)] == [THERE]
    assert sessions_of(staffed.store, "nobody") == []


def test_an_account_closed_while_its_password_was_hashed_gets_no_session(staffed, monkeypatch):
    from fuelcheck.library import deactivate_user

    check = signing_in.matches

    def closing(hash_, password):
        answer = check(hash_, password)
        deactivate_user(staffed.store, CLERK, by="x", reason="调离")
        return answer

    monkeypatch.setattr(signing_in, "matches", closing)
    with pytest.raises(WrongPassword):
        sign_in(staffed.store, CLERK, PASSWORD, address=HERE)

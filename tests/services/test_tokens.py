"""Tokens: whose they are, what they are good for, and when they are not."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from fuelcheck.library import (
    add_token,
    add_user,
    audit_history,
    change_role,
    deactivate_user,
    enter_laboratory,
    registered_tokens,
    revoke_token,
    verify_audit,
)
from fuelcheck.rules.permissions import READING, may
from fuelcheck.services.people import NotInRegister, Person, UnknownUser
from fuelcheck.services.tokens import (
    LONGEST,
    BadExpiry,
    BadScope,
    DeviceOfNobody,
    ScopeBeyond,
    TokenNameTaken,
    TokenRefused,
    TwoHolders,
    UnknownToken,
    bearer,
)
from fuelcheck.words import Action, Department, Role
from tests.cast import LABORATORY, REVIEWER
from tests.services.conftest import CLERK

COUNTY = "410329"


@pytest.fixture
def made(staffed):
    """Makes a token for a week; returns it."""

    def make(name="script", days=7, **other):
        return add_token(staffed.store, name, staffed.clock.now + timedelta(days=days), by=REVIEWER, **other)[1]

    return make


def test_a_token_of_a_person_acts_for_that_person_within_its_scopes(staffed, made):
    subject = bearer(staffed.store, made(login=CLERK, scopes=["record_batch"])).subject

    assert (subject.login, subject.department) == (CLERK, Department.MARKET_SUPERVISION)
    assert may(subject, Action.RECORD_BATCH, COUNTY)
    assert not may(subject, Action.RECORD_SITE, COUNTY)


def test_everything_is_what_the_person_may_and_no_more(staffed, made):
    subject = bearer(staffed.store, made(login=CLERK, scopes=["everything"])).subject

    assert may(subject, Action.RECORD_SITE, COUNTY)
    assert not may(subject, Action.VOID_REPORTED, COUNTY)


def test_without_a_scope_a_token_only_reads(staffed, made):
    subject = bearer(staffed.store, made(login=CLERK)).subject

    assert {action for action in Action if may(subject, action, COUNTY)} <= READING
    assert may(subject, Action.READ_BATCHES, COUNTY)


def test_a_token_of_nobody_only_reads_and_sees_nobody(staffed, made):
    subject = bearer(staffed.store, made(scopes=["everything"])).subject

    assert subject.role is Role.READER
    assert {action for action in Action if may(subject, action, COUNTY)} <= READING
    assert not may(subject, Action.READ_PERSONAL, COUNTY, recorded_by=Department.MARKET_SUPERVISION)


def test_a_laboratorys_token_is_good_for_its_own_batches_and_results_only(staffed, made):
    enter_laboratory(staffed.store, LABORATORY, by=REVIEWER)
    subject = bearer(staffed.store, made(laboratory=LABORATORY)).subject

    assert may(subject, Action.ENTER_RESULTS, COUNTY, laboratory=LABORATORY)
    assert not may(subject, Action.ENTER_RESULTS, COUNTY, laboratory="别家检验中心")
    assert not may(subject, Action.READ_SITES, COUNTY, laboratory=LABORATORY)


def test_a_role_changed_since_changes_the_token(staffed, made):
    token = made(login=CLERK, scopes=["record_batch"])
    change_role(staffed.store, CLERK, Role.LEADER, by=REVIEWER, reason="任命", department=Department.COMMERCE)

    assert not may(bearer(staffed.store, token).subject, Action.RECORD_BATCH, COUNTY)


def test_a_token_ends_with_its_day(staffed, made):
    token = made(days=1)
    staffed.clock.now += timedelta(days=1)

    with pytest.raises(TokenRefused):
        bearer(staffed.store, token)


def test_a_revoked_token_is_good_no_more_by_prefix_or_by_name(staffed, made):
    one, two = made("one"), made("two")
    revoke_token(staffed.store, one.split("_")[1], by=REVIEWER, reason="遗失")
    revoke_token(staffed.store, "two", by=REVIEWER)

    for token in (one, two):
        with pytest.raises(TokenRefused):
            bearer(staffed.store, token)
    with pytest.raises(UnknownToken):
        revoke_token(staffed.store, "two", by=REVIEWER)


def test_a_closed_accounts_token_is_good_no_more(staffed, made):
    token = made(login=CLERK)
    deactivate_user(staffed.store, CLERK, by=REVIEWER, reason="调离")

    with pytest.raises(TokenRefused):
        bearer(staffed.store, token)


def test_a_token_with_one_letter_changed_is_none(staffed, made):
    token = made()
    for other in (token[:-1] + ("A" if token[-1] != "A" else "B"), token[1:], token + "A", token.upper(), "", "\ud800"):
        with pytest.raises(TokenRefused):
            bearer(staffed.store, other)
    with pytest.raises(TokenRefused):
        bearer(staffed.store, f"fct_aaaaaaaa_{token.split('_', 2)[2]}")


def test_the_secret_is_nowhere_in_the_database(staffed, made):
    secret = made().split("_", 2)[2]
    with staffed.store.reading() as view:
        for table in ("token", "token_secret", "version"):
            assert secret not in str([tuple(row) for row in view.connection.execute(sa.text(f"SELECT * FROM {table}"))])


def test_the_last_use_is_kept_by_the_minute_and_is_no_act(staffed, made):
    token, before = made(), staffed.now
    assert registered_tokens(staffed.store)[0].last_used_at is None

    bearer(staffed.store, token)
    first = registered_tokens(staffed.store)[0].last_used_at
    bearer(staffed.store, token)
    assert registered_tokens(staffed.store)[0].last_used_at == first
    staffed.clock.now += timedelta(minutes=2)
    bearer(staffed.store, token)
    assert registered_tokens(staffed.store)[0].last_used_at > first
    assert staffed.now == before


def test_making_and_revoking_are_acts_and_the_evidence_is_whole(staffed, made):
    prefix = made().split("_")[1]
    revoke_token(staffed.store, prefix, by=REVIEWER, reason="遗失")

    assert [(s.kind, s.reason) for s in audit_history(staffed.store, prefix)] == [
        ("created", None),
        ("revoked", "遗失"),
    ]
    assert verify_audit(staffed.store) == []


@pytest.mark.parametrize(
    ("error", "other"),
    [
        (BadScope, {"scopes": ["void"]}),
        (BadExpiry, {"days": 0}),
        (BadExpiry, {"days": LONGEST.days + 1}),
        (UnknownUser, {"login": "nobody"}),
        (NotInRegister, {"laboratory": "别家检验中心"}),
        (TwoHolders, {"login": CLERK, "laboratory": LABORATORY}),
        (DeviceOfNobody, {"device": True}),
        (ScopeBeyond, {"login": CLERK, "scopes": ["manage_users"]}),
        (ScopeBeyond, {"scopes": ["record_batch"]}),
    ],
)
def test_a_token_is_refused(staffed, made, error, other):
    with pytest.raises(error):
        made(**other)
    assert registered_tokens(staffed.store) == ()


def test_two_good_tokens_have_two_names_and_a_revoked_one_gives_its_name_back(staffed, made):
    made("phone", login=CLERK, device=True)
    with pytest.raises(TokenNameTaken):
        made("phone")
    revoke_token(staffed.store, "phone", by=REVIEWER)
    made("phone", login=CLERK, device=True)

    assert sorted(one.revoked for one in registered_tokens(staffed.store)) == [False, True]


def test_a_closed_account_gets_no_token(staffed, made):
    add_user(staffed.store, Person("lina", "李娜", Role.AUDITOR), by=REVIEWER)
    deactivate_user(staffed.store, "lina", by=REVIEWER, reason="调离")
    with pytest.raises(UnknownUser):
        made(login="lina")

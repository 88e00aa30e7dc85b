"""Accounts: made, changed, closed, each an act; their passwords in no version."""

import pytest
import sqlalchemy as sa

from fuelcheck.errors import FuelcheckError
from fuelcheck.library import (
    ReasonNeeded,
    add_user,
    audit_history,
    change_password,
    change_role,
    deactivate_user,
    enter_inspector,
    enter_laboratory,
    registered_users,
    set_password,
    verify_audit,
)
from fuelcheck.services.passwords import SamePassword, WeakPassword
from fuelcheck.services.people import (
    BadLogin,
    LastAdministrator,
    LoginTaken,
    NotInRegister,
    Person,
    RoleDoesNotFit,
    UnknownUser,
)
from fuelcheck.services.signing_in import NotSignedIn, WrongPassword, sign_in, signed_in
from fuelcheck.store.session import NoDivision
from fuelcheck.words import Department, Role
from tests.cast import LABORATORY, REVIEWER
from tests.services.conftest import ADMIN, CLERK, PASSWORD

HERE = "192.0.2.1"
MARKET = Department.MARKET_SUPERVISION


def entered(county, login="lina", role=Role.RECORDER, department=MARKET, **other):
    return add_user(county.store, Person(login, "李娜", role, department, **other), by=REVIEWER)


def test_a_store_has_no_account_before_somebody_makes_one(county):
    assert registered_users(county.store) == ()


def test_a_new_person_gets_a_password_that_is_to_be_changed_first(staffed):
    once = entered(staffed)
    id_, session = sign_in(staffed.store, "lina", once, address=HERE)
    assert session.must_change

    change_password(staffed.store, id_, once, PASSWORD, address=HERE)
    assert not signed_in(staffed.store, id_).must_change


def test_ones_own_choice_is_not_to_be_changed(staffed):
    assert not sign_in(staffed.store, CLERK, PASSWORD, address=HERE)[1].must_change


def test_making_changing_and_closing_are_acts_with_a_reason_and_the_evidence_is_whole(staffed):
    change_role(staffed.store, CLERK, Role.REVIEWER, by=REVIEWER, reason="任命", department=MARKET)
    set_password(staffed.store, CLERK, by=REVIEWER)
    deactivate_user(staffed.store, CLERK, by=REVIEWER, reason="调离")

    steps = audit_history(staffed.store, CLERK)
    assert [(s.kind, s.reason) for s in steps] == [
        ("created", None), ("role", "任命"), ("password", None), ("closed", "调离"),
    ]  # fmt: skip
    assert verify_audit(staffed.store) == []


def test_no_version_holds_a_password_or_its_hash(staffed):
    with staffed.store.reading() as view:
        hashes = list(view.connection.scalars(sa.text("SELECT hash FROM password")))
        versions = "".join(filter(None, view.connection.scalars(sa.text("SELECT content FROM version"))))

    assert len(hashes) == 2
    assert PASSWORD not in versions
    assert "argon2" not in versions


@pytest.mark.parametrize("login", ["", " ", "-x", "a b", "a;b", "x" * 65, "a\x00b", "\ud800", "../x", "a/b"])
def test_a_login_that_cannot_be_told_apart_is_refused(staffed, login):
    with pytest.raises(BadLogin):
        add_user(staffed.store, Person(login, "某某", Role.ADMINISTRATOR), by=REVIEWER, password=PASSWORD)


@pytest.mark.parametrize("login", ["张建国", "li.na", "lina@ycscjg", "0379"])
def test_names_and_addresses_are_logins(staffed, login):
    entered(staffed, login)

    assert login in [one.login for one in registered_users(staffed.store)]


def test_a_login_is_never_given_twice_not_even_that_of_a_closed_account(staffed):
    deactivate_user(staffed.store, CLERK, by=REVIEWER, reason="调离")
    with pytest.raises(LoginTaken):
        entered(staffed, CLERK)


def test_staff_without_a_department_are_refused(staffed):
    with pytest.raises(RoleDoesNotFit, match="录入员"):
        entered(staffed, department=None)


def test_laboratories_and_inspectors_must_be_in_their_registers(staffed):
    with pytest.raises(NotInRegister, match=LABORATORY):
        entered(staffed, "lab", Role.LABORATORY, None, laboratory=LABORATORY)
    with pytest.raises(NotInRegister, match="李娜"):
        entered(staffed, inspector="李娜")

    enter_laboratory(staffed.store, LABORATORY, by=REVIEWER)
    enter_inspector(staffed.store, "李娜", by=REVIEWER)
    entered(staffed, "lab", Role.LABORATORY, None, laboratory=LABORATORY)
    entered(staffed, inspector="李娜")
    assert {(one.laboratory, one.inspector) for one in registered_users(staffed.store)} >= {
        (LABORATORY, None), (None, "李娜"),
    }  # fmt: skip


def test_a_further_division_must_be_there(staffed):
    with pytest.raises(NoDivision, match="419999"):
        entered(staffed, other_divisions=("419999",))


def test_a_weak_password_makes_no_account(staffed):
    with pytest.raises(WeakPassword):
        add_user(staffed.store, Person("x", "某某", Role.ADMINISTRATOR), by=REVIEWER, password="12345678")
    assert len(registered_users(staffed.store)) == 2


def test_the_last_administrator_stays(staffed):
    with pytest.raises(LastAdministrator):
        deactivate_user(staffed.store, ADMIN, by=REVIEWER, reason="调离")
    with pytest.raises(LastAdministrator):
        change_role(staffed.store, ADMIN, Role.LEADER, by=REVIEWER, reason="任命", department=MARKET)

    entered(staffed, "second", Role.ADMINISTRATOR, None)
    deactivate_user(staffed.store, ADMIN, by=REVIEWER, reason="调离")


def test_changing_and_closing_want_a_reason_and_a_person(staffed):
    with pytest.raises(ReasonNeeded):
        deactivate_user(staffed.store, CLERK, by=REVIEWER, reason=" ")
    with pytest.raises(ReasonNeeded):
        change_role(staffed.store, CLERK, Role.REVIEWER, by=REVIEWER, reason="")
    for change in (
        lambda: deactivate_user(staffed.store, "nobody", by=REVIEWER, reason="调离"),
        lambda: set_password(staffed.store, "nobody", by=REVIEWER),
    ):
        with pytest.raises(UnknownUser):
            change()


def test_another_role_holds_from_the_next_request_on(staffed):
    id_, _ = sign_in(staffed.store, CLERK, PASSWORD, address=HERE)
    change_role(staffed.store, CLERK, Role.REVIEWER, by=REVIEWER, reason="任命", department=MARKET)

    assert signed_in(staffed.store, id_).subject.role is Role.REVIEWER


def test_a_closed_account_is_signed_out_and_signs_in_no_more(staffed):
    id_, _ = sign_in(staffed.store, CLERK, PASSWORD, address=HERE)
    deactivate_user(staffed.store, CLERK, by=REVIEWER, reason="调离")

    with pytest.raises(NotSignedIn):
        signed_in(staffed.store, id_)
    with pytest.raises(WrongPassword):
        sign_in(staffed.store, CLERK, PASSWORD, address=HERE)


def test_a_new_password_ends_the_other_sessions(staffed):
    here, _ = sign_in(staffed.store, CLERK, PASSWORD, address=HERE)
    there, _ = sign_in(staffed.store, CLERK, PASSWORD, address="192.0.2.2")
    change_password(staffed.store, here, PASSWORD, "Petrol-2025", address=HERE)

    assert signed_in(staffed.store, here).subject.login == CLERK
    with pytest.raises(NotSignedIn):
        signed_in(staffed.store, there)


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [("Wrong-2025", "Petrol-2025", WrongPassword), (PASSWORD, PASSWORD, SamePassword), (PASSWORD, "123", WeakPassword)],
)
def test_ones_own_new_password_wants_the_old_one_and_must_be_another(staffed, old, new, error):
    id_, _ = sign_in(staffed.store, CLERK, PASSWORD, address=HERE)
    with pytest.raises(error):
        change_password(staffed.store, id_, old, new, address=HERE)
    assert issubclass(error, FuelcheckError)
    assert sign_in(staffed.store, CLERK, PASSWORD, address=HERE)

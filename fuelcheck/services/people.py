"""Accounts (用户): made, changed and closed by an administrator. A password's hash comes in ready made.

There is no default account and no default password. Who was given a password by somebody else
changes it first.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.rules.permissions import fits
from fuelcheck.store.acts import Act
from fuelcheck.store.people import account, accounts, keep_password
from fuelcheck.store.rows import content
from fuelcheck.store.session import NoDivision
from fuelcheck.store.sign_ins import revoke_all
from fuelcheck.store.types import Content, moment_text
from fuelcheck.words import Department, Role

_LOGIN = re.compile(r"\w[\w.@-]{0,63}")


class BadLogin(FuelcheckError):
    """A login that cannot be typed or told apart."""

    code = "bad-login"
    sentence = N_("{value} cannot be a login; allowed: 1 to 64 letters, digits and . _ - @, a letter or digit first")


class LoginTaken(FuelcheckError):
    """Somebody has that login, or had it."""

    code = "login-taken"
    sentence = N_("The login {login} is taken; a closed account keeps its login, so that the records stay its person's")


class UnknownUser(FuelcheckError):
    """Nobody has that login."""

    code = "unknown-user"
    sentence = N_("There is no user {login} in this division; fuelcheck user list shows those that there are")


class RoleDoesNotFit(FuelcheckError):
    """A role in a department that it cannot be in."""

    code = "role-does-not-fit"
    sentence = N_(
        "{role} does not go with this: recorders, reviewers and leaders need a department;"
        " a laboratory's sign-in needs a laboratory and no department, and nobody else has one"
    )


class NotInRegister(FuelcheckError):
    """A laboratory or an inspector that stands in no register."""

    code = "not-in-register"
    sentence = N_("{name} is not in the register of this division; enter it first: fuelcheck register")


class LastAdministrator(FuelcheckError):
    """Without this person nobody could make accounts any more."""

    code = "last-administrator"
    sentence = N_("{login} is the last administrator: make another one first")


@dataclass(frozen=True, slots=True)
class Person:
    """What an account says of its person; ``other_divisions`` are codes beside the one that keeps it."""

    login: str
    name: str
    role: Role
    department: Department | None = None
    laboratory: str | None = None
    inspector: str | None = None
    other_divisions: tuple[str, ...] = ()


def add_user(act: Act, person: Person, hash_: str, at: datetime, *, one_time: bool) -> None:
    """Make an account with its password's hash; BadLogin, LoginTaken, RoleDoesNotFit, NotInRegister, NoDivision."""
    if not _LOGIN.fullmatch(person.login):
        raise BadLogin(value=person.login)
    if account(act.connection, person.login) is not None:
        raise LoginTaken(login=person.login)
    _check(act, person.role, person.department, person.laboratory)
    for code in person.other_divisions:
        if content(act.connection, "division", code) is None:
            raise NoDivision(division=code, known=act.division)
    if person.inspector is not None:
        _check_register(act, "inspector", person.inspector)
    act.create("account", {
        "login": person.login, "name": person.name.strip() or person.login, "role": person.role.value,
        "department": _value(person.department), "other_divisions": ";".join(person.other_divisions) or None,
        "laboratory": person.laboratory, "inspector": person.inspector, "active": 1,
        "password_set_at": moment_text(at), "one_time": int(one_time),
    })  # fmt: skip
    act.flush()
    keep_password(act.connection, act.division, person.login, hash_)


def change_role(
    act: Act, login: str, role: Role, department: Department | None = None, laboratory: str | None = None
) -> None:
    """Give a person another role or department, from the next request on; LastAdministrator and those of add_user."""
    before = _row(act, login)
    _check(act, role, department, laboratory)
    if role is not Role.ADMINISTRATOR:
        _keep_an_administrator(act, login)
    after = before | {"role": role.value, "department": _value(department), "laboratory": laboratory}
    if after != before:
        act.amend("account", before, after, kind="role")


def deactivate(act: Act, login: str, at: datetime) -> None:
    """Close an account: sessions end, tokens are good no more, records stay. UnknownUser, LastAdministrator."""
    before = _row(act, login)
    _keep_an_administrator(act, login)
    if before["active"]:
        act.amend("account", before, before | {"active": 0}, kind="closed")
    revoke_all(act.connection, act.division, login, at)


def set_password(act: Act, login: str, hash_: str, at: datetime, *, one_time: bool, but: str = "") -> None:
    """Put a new password in the place of the old one; sessions end, on request all ``but`` one (its hash)."""
    before = _row(act, login)
    act.amend("account", before, before | {"password_set_at": moment_text(at), "one_time": int(one_time)}, "password")
    keep_password(act.connection, act.division, login, hash_)
    revoke_all(act.connection, act.division, login, at, but=but)


def _row(act: Act, login: str) -> Content:
    row = content(act.connection, "account", act.division, login=login)
    if row is None:
        raise UnknownUser(login=login)
    return row


def _check(act: Act, role: Role, department: Department | None, laboratory: str | None) -> None:
    if not fits(role, department, laboratory):
        raise RoleDoesNotFit(role=f"{role.zh} ({role.value})")
    if laboratory is not None:
        _check_register(act, "laboratory", laboratory)


def _check_register(act: Act, noun: str, name: str) -> None:
    if content(act.connection, noun, act.division, name=name) is None:
        raise NotInRegister(name=name)


def _keep_an_administrator(act: Act, login: str) -> None:
    left = {
        one.login for one in accounts(act.connection, act.division) if one.active and one.role is Role.ADMINISTRATOR
    }
    if left == {login}:
        raise LastAdministrator(login=login)


def _value(department: Department | None) -> str | None:
    return None if department is None else department.value

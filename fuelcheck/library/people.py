"""People who sign in, and tokens for programs: made, changed, closed, listed."""

from collections.abc import Sequence
from datetime import datetime

from fuelcheck.library.reasons import need_reason
from fuelcheck.rules.passwords import normal
from fuelcheck.services import passwords, people, signing_in, tokens
from fuelcheck.services.people import Person
from fuelcheck.store import people as stored
from fuelcheck.store.people import Account, Token
from fuelcheck.store.session import Store
from fuelcheck.words import Department, Role


def add_user(
    store: Store, person: Person, *, by: str, password: str | None = None, division: str | None = None
) -> str | None:
    """Make an account; returns a one-time password, to be changed first, unless the person gave their own.

    WeakPassword, BadLogin, LoginTaken, RoleDoesNotFit, NotInRegister, NoDivision.
    """
    given = passwords.one_time_password(person.login) if password is None else password
    hash_ = passwords.new_hash(given, person.login)
    with store.act("user", by, division=division) as act:
        people.add_user(act, person, hash_, store.clock(), one_time=password is None)
    return given if password is None else None


def change_role(
    store: Store, login: str, role: Role, *, by: str, reason: str, department: Department | None = None,
    laboratory: str | None = None, division: str | None = None,
) -> None:  # fmt: skip
    """Give a person another role or department; UnknownUser, RoleDoesNotFit, LastAdministrator, ReasonNeeded."""
    need_reason(True, reason)
    with store.act("user", by, reason=reason, division=division) as act:
        people.change_role(act, login, role, department, laboratory)


def deactivate_user(store: Store, login: str, *, by: str, reason: str, division: str | None = None) -> None:
    """Close an account; UnknownUser, LastAdministrator, ReasonNeeded."""
    need_reason(True, reason)
    with store.act("user", by, reason=reason, division=division) as act:
        people.deactivate(act, login, store.clock())


def set_password(
    store: Store, login: str, *, by: str, password: str | None = None, division: str | None = None
) -> str | None:
    """Put a new password in the place of the old one; returns as ``add_user``. UnknownUser, WeakPassword."""
    given = passwords.one_time_password(login) if password is None else password
    hash_ = passwords.new_hash(given, login)
    with store.act("user", by, division=division) as act:
        people.set_password(act, login, hash_, store.clock(), one_time=password is None)
    return given if password is None else None


def change_password(store: Store, session_id: str, old: str, new: str, *, address: str) -> None:
    """A signed-in person's own new password; all other sessions end.

    NotSignedIn, WrongPassword, LockedOut, WeakPassword, SamePassword.
    """
    session = signing_in.signed_in(store, session_id)
    login = session.subject.login
    signing_in.check_password(store, login, old, address=address)
    if normal(new) == normal(old):
        raise passwords.SamePassword()
    hash_ = passwords.new_hash(new, login)
    with store.act("user", login, division=session.division) as act:
        people.set_password(act, login, hash_, store.clock(), one_time=False, but=session.id_hash)


def registered_users(store: Store, *, division: str | None = None) -> tuple[Account, ...]:
    """The accounts of a division by login, the closed ones among them."""
    with store.reading(division) as view:
        return stored.accounts(view.connection, view.division)


def add_token(
    store: Store, name: str, expires_at: datetime, *, by: str, login: str | None = None,
    laboratory: str | None = None, scopes: Sequence[str] = (), device: bool = False, division: str | None = None,
) -> tuple[str, str]:  # fmt: skip
    """Make a token; returns its prefix and the token, which is shown this once.

    For a person (``login``), for a laboratory's own batches, or for reading. BadScope, BadExpiry,
    TokenNameTaken, TwoHolders, UnknownUser, NotInRegister, DeviceOfNobody, ScopeBeyond.
    """
    wanted = tokens.Wanted(name, expires_at, login, laboratory, tuple(scopes), device)
    with store.act("token", by, division=division) as act:
        return tokens.add_token(act, wanted, store.clock())


def revoke_token(store: Store, name: str, *, by: str, reason: str | None = None, division: str | None = None) -> None:
    """Revoke the token of that prefix or name; UnknownToken."""
    with store.act("token", by, reason=reason, division=division) as act:
        tokens.revoke_token(act, name)


def registered_tokens(store: Store, *, division: str | None = None) -> tuple[Token, ...]:
    """The tokens of a division by prefix, the revoked ones among them."""
    with store.reading(division) as view:
        return stored.tokens(view.connection, view.division)

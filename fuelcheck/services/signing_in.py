"""Signing in (登录): password against lock-out, sessions that end by themselves and can be ended.

Five failures lock a login, and an address, for fifteen minutes; a session ends after thirty idle
minutes and after twelve hours (GB/T 22239-2019 asks for limits and gives no number). The answer to
a wrong login and to a wrong password is the same, and takes as long.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.rules.permissions import Subject
from fuelcheck.services.passwords import at_the_hash, matches
from fuelcheck.store import sign_ins
from fuelcheck.store.people import Account, account, password_hash
from fuelcheck.store.session import Store
from fuelcheck.store.sign_ins import SessionRow, looking, writing

MOST_FAILURES = 5
LOCK = timedelta(minutes=15)
IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=12)
PROOF = timedelta(minutes=5)
"""How long a password that was given again holds for what asks for it."""
_NOTED = timedelta(minutes=1)
"""A use is noted no more often, so that reading a page does not write."""
_ID_BYTES = 32
_LONGEST_KEY = 100
_STRANGE = re.compile(r"[^\w.@:-]")


class WrongPassword(FuelcheckError):
    """Login and password do not go together; which of the two is wrong is not told."""

    code = "wrong-password"
    sentence = N_("The login or the password is wrong")


class LockedOut(FuelcheckError):
    """Too many failures of late."""

    code = "locked-out"
    sentence = N_("Too many failed sign-ins; try again in {minutes} minutes")


class NotSignedIn(FuelcheckError):
    """There is no such session, or no longer."""

    code = "not-signed-in"
    sentence = N_("You are not signed in, or no longer: sign in again")


@dataclass(frozen=True, slots=True)
class Session:
    """A good session. ``must_change``: the password is somebody else's gift and is to be changed first."""

    id_hash: str
    division: str
    subject: Subject
    must_change: bool
    begun_at: datetime
    seen_at: datetime
    proved_at: datetime
    expires_at: datetime
    address: str

    def proved(self, now: datetime) -> bool:
        """Whether the password was given a short while ago."""
        return now - self.proved_at <= PROOF


def sign_in(
    store: Store, login: str, password: str, *, address: str, replacing: str | None = None
) -> tuple[str, Session]:
    """Begin a session; returns its new secret id and itself. WrongPassword, LockedOut.

    ``replacing`` is the id that the browser brought along: that session ends.
    """
    who = _checked(store, login, password, address)
    id_, now = secrets.token_urlsafe(_ID_BYTES), store.clock()
    row = SessionRow(hash_of(id_), who.division, who.login, now, now, now, now + ABSOLUTE, address)
    with writing(store) as connection:
        if account(connection, login) != who:  # closed, or given another password, while we were hashing
            raise WrongPassword()
        sign_ins.forget_failures(connection, f"login/{login}")
        if replacing is not None:
            sign_ins.revoke(connection, hash_of(replacing), now)
        sign_ins.begin(connection, row.id_hash, row.division, row.login, now, row.expires_at, address)
    return id_, _session(row, who)


def signed_in(store: Store, id_: str) -> Session:
    """The session of that id as its account is now; noted as used. NotSignedIn."""
    now = store.clock()
    with looking(store) as connection:
        row = sign_ins.session(connection, hash_of(id_))
        who = None if row is None else account(connection, row.login)
    if row is None or who is None or not who.active or now >= row.expires_at or now - row.seen_at > IDLE:
        raise NotSignedIn()
    if now - row.seen_at >= _NOTED:
        with writing(store) as connection:
            sign_ins.seen(connection, row.id_hash, now)
    return _session(row, who)


def password_again(store: Store, id_: str, password: str, *, address: str) -> None:
    """Take the password once more for what asks for it; WrongPassword, LockedOut, NotSignedIn."""
    session = signed_in(store, id_)
    _checked(store, session.subject.login, password, address)
    with writing(store) as connection:
        sign_ins.seen(connection, session.id_hash, store.clock(), proved=True)


def check_password(store: Store, login: str, password: str, *, address: str) -> Account:
    """The active account that login and password belong to; failures are counted. WrongPassword, LockedOut."""
    return _checked(store, login, password, address)


def sign_out(store: Store, id_: str) -> None:
    """End a session; one that is none is as good as ended."""
    with writing(store) as connection:
        sign_ins.revoke(connection, hash_of(id_), store.clock())


def sessions_of(store: Store, login: str) -> list[SessionRow]:
    """The good sessions of a login, for the person to see and to end."""
    now = store.clock()
    with looking(store) as connection:
        who = account(connection, login)
        return [] if who is None else sign_ins.sessions(connection, who.division, login, now, now - IDLE)


def end_session(store: Store, login: str, id_hash: str) -> None:
    """End one of a login's own sessions, known by its hash; NotSignedIn where it is not the login's."""
    with writing(store) as connection:
        row = sign_ins.session(connection, id_hash)
        if row is None or row.login != login:
            raise NotSignedIn()
        sign_ins.revoke(connection, id_hash, store.clock())


def hash_of(secret: str) -> str:
    """How a session's id and a token's secret lie in the database: 256 random bits need no salt."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _checked(store: Store, login: str, password: str, address: str) -> Account:
    key = _key(login)
    subjects = (f"login/{key}", f"address/{_key(address)}")
    with at_the_hash():  # so that no crowd of guesses passes before the first of them is counted
        now = store.clock()
        with looking(store) as connection:
            _refuse_locked(sign_ins.locked_until(connection, subjects, now), now)
            who = account(connection, login) if login == key else None
            hash_ = None if who is None else password_hash(connection, who.division, who.login)
        if matches(hash_, password) and who is not None and who.active:
            return who
        with writing(store) as connection:
            for subject in subjects:
                sign_ins.note_failure(connection, subject, now, most=MOST_FAILURES, lock=LOCK)
    raise WrongPassword()


def _refuse_locked(until: datetime | None, now: datetime) -> None:
    if until is not None:
        raise LockedOut(minutes=-(-(until - now) // timedelta(minutes=1)))


def _key(text: str) -> str:
    """What somebody typed, so that any database keeps it; a login is its own key."""
    return _STRANGE.sub("?", text[:_LONGEST_KEY])


def _session(row: SessionRow, who: Account) -> Session:
    return Session(
        row.id_hash, row.division, who.subject(), who.one_time, row.begun_at, row.seen_at, row.proved_at,
        row.expires_at, row.address,
    )  # fmt: skip

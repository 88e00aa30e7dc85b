"""Sessions and failed sign-ins: no acts of anybody's, so without versions and past the chain.

A session is known by the hash of its id: who reads the database cannot sign in with what stands
there. Failures are counted by login and by address, for logins that do not exist, too.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from fuelcheck.store.session import Store, commit, refusals
from fuelcheck.store.types import moment_of, moment_text

_NOTE_FAILURE = sa.text(
    "INSERT INTO sign_in_failure (subject, failures, last_at, locked_until) VALUES (:subject, 1, :now, NULL)"
    " ON CONFLICT (subject) DO UPDATE SET last_at = :now,"
    " failures = CASE WHEN sign_in_failure.last_at < :since THEN 1 ELSE sign_in_failure.failures + 1 END,"
    " locked_until = CASE WHEN sign_in_failure.last_at >= :since AND sign_in_failure.failures + 1 >= :most"
    " THEN :until ELSE NULL END"
)
_LOCKED = sa.text(
    "SELECT MAX(locked_until) FROM sign_in_failure WHERE subject IN :subjects AND locked_until > :now"
).bindparams(sa.bindparam("subjects", expanding=True, type_=sa.String))
_FORGET = sa.text("DELETE FROM sign_in_failure WHERE subject = :subject")
_FORGET_OLD = sa.text("DELETE FROM sign_in_failure WHERE last_at < :before")
_BEGIN = sa.text(
    "INSERT INTO sign_in (id_hash, division, login, begun_at, seen_at, proved_at, expires_at, address)"
    " VALUES (:id_hash, :division, :login, :now, :now, :now, :expires, :address)"
)
_SESSIONS = "SELECT id_hash, division, login, begun_at, seen_at, proved_at, expires_at, address FROM sign_in"
_SESSION = sa.text(f"{_SESSIONS} WHERE id_hash = :id_hash AND revoked_at IS NULL")
_OF_LOGIN = sa.text(
    f"{_SESSIONS} WHERE division = :division AND login = :login AND revoked_at IS NULL AND expires_at > :now"
    " AND seen_at > :seen ORDER BY begun_at"
)
_SEEN = sa.text("UPDATE sign_in SET seen_at = :now WHERE id_hash = :id_hash")
_PROVED = sa.text("UPDATE sign_in SET seen_at = :now, proved_at = :now WHERE id_hash = :id_hash")
_REVOKE = sa.text("UPDATE sign_in SET revoked_at = :now WHERE id_hash = :id_hash AND revoked_at IS NULL")
_REVOKE_ALL = sa.text(
    "UPDATE sign_in SET revoked_at = :now WHERE division = :division AND login = :login AND revoked_at IS NULL"
    " AND id_hash <> :but"
)


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session that nobody has ended; whether it is still good is for the one who asks to say."""

    id_hash: str
    division: str
    login: str
    begun_at: datetime
    seen_at: datetime
    proved_at: datetime
    expires_at: datetime
    address: str


@contextmanager
def looking(store: Store) -> Iterator[sa.Connection]:
    """A connection for reading what belongs to no division: who wants to sign in."""
    with refusals(), store.engine.connect() as connection:
        yield connection


@contextmanager
def writing(store: Store) -> Iterator[sa.Connection]:
    """A short transaction past the chain, committed when the block ends; for these tables alone."""
    with refusals(), store.engine.connect().execution_options(writing=True) as connection:
        yield connection
        commit(connection)


def locked_until(connection: sa.Connection, subjects: Iterable[str], now: datetime) -> datetime | None:
    """Until when any of the subjects is locked out; None if none is."""
    text = connection.execute(_LOCKED, {"subjects": list(subjects), "now": moment_text(now)}).scalar()
    return None if text is None else moment_of(text)


def note_failure(connection: sa.Connection, subject: str, now: datetime, *, most: int, lock: timedelta) -> None:
    """Count a failure; the ``most``-th, none ``lock`` after the one before it, locks the subject for as long."""
    values = {"subject": subject, "most": most, "now": now, "since": now - lock, "until": now + lock}
    connection.execute(_NOTE_FAILURE, _texts(values))
    connection.execute(_FORGET_OLD, {"before": moment_text(now - timedelta(days=1))})


def forget_failures(connection: sa.Connection, subject: str) -> None:
    """Begin to count anew."""
    connection.execute(_FORGET, {"subject": subject})


def begin(
    connection: sa.Connection, id_hash: str, division: str, login: str, now: datetime, expires: datetime, address: str
) -> None:
    """Keep a new session."""
    values = {
        "id_hash": id_hash, "division": division, "login": login, "now": now, "expires": expires, "address": address,
    }  # fmt: skip
    connection.execute(_BEGIN, _texts(values))


def session(connection: sa.Connection, id_hash: str) -> SessionRow | None:
    """The session of that hash unless it was ended."""
    row = connection.execute(_SESSION, {"id_hash": id_hash}).one_or_none()
    return None if row is None else _session(row)


def sessions(
    connection: sa.Connection, division: str, login: str, now: datetime, seen_after: datetime
) -> list[SessionRow]:
    """The sessions of an account that are still good, the oldest first."""
    values = {"division": division, "login": login, "now": now, "seen": seen_after}
    return [_session(row) for row in connection.execute(_OF_LOGIN, _texts(values))]


def seen(connection: sa.Connection, id_hash: str, now: datetime, *, proved: bool = False) -> None:
    """Keep that the session was used, or (``proved``) that its password was given again."""
    connection.execute(_PROVED if proved else _SEEN, {"id_hash": id_hash, "now": moment_text(now)})


def revoke(connection: sa.Connection, id_hash: str, now: datetime) -> None:
    """End a session."""
    connection.execute(_REVOKE, {"id_hash": id_hash, "now": moment_text(now)})


def revoke_all(connection: sa.Connection, division: str, login: str, now: datetime, *, but: str = "") -> None:
    """End all sessions of an account, on request all but one."""
    values = {"division": division, "login": login, "but": but, "now": moment_text(now)}
    connection.execute(_REVOKE_ALL, values)


def _texts(values: dict[str, object]) -> dict[str, object]:
    return {name: moment_text(value) if isinstance(value, datetime) else value for name, value in values.items()}


def _session(row: sa.Row[*tuple[Any, ...]]) -> SessionRow:
    id_hash, division, login, begun, last, proved, expires, address = row
    return SessionRow(
        id_hash, division, login, moment_of(begun), moment_of(last), moment_of(proved), moment_of(expires), address
    )

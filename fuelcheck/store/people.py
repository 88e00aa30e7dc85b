"""Accounts and tokens as they are now, and the hashes of their secrets, which no version holds."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from fuelcheck.rules.permissions import Subject
from fuelcheck.store.rows import contents
from fuelcheck.store.types import Content, moment_of, moment_text
from fuelcheck.words import Action, Department, Role

_DIVISION_OF_LOGIN = sa.text("SELECT division FROM account WHERE login = :login")
_DIVISION_OF_PREFIX = sa.text("SELECT division FROM token WHERE prefix = :prefix")
_PASSWORD = sa.text("SELECT hash FROM password WHERE division = :division AND login = :login")
_KEEP_PASSWORD = sa.text(
    "INSERT INTO password (division, login, hash) VALUES (:division, :login, :hash)"
    " ON CONFLICT (division, login) DO UPDATE SET hash = excluded.hash"
)
_SECRETS = sa.text("SELECT prefix, sha256, last_used_at FROM token_secret WHERE division = :division")
_KEEP_SECRET = sa.text("INSERT INTO token_secret (division, prefix, sha256) VALUES (:division, :prefix, :sha256)")
_USED = sa.text("UPDATE token_secret SET last_used_at = :at WHERE division = :division AND prefix = :prefix")


@dataclass(frozen=True, slots=True)
class Account:
    """A person who signs in; ``divisions`` begins with the one that keeps the account."""

    login: str
    name: str
    role: Role
    department: Department | None
    divisions: tuple[str, ...]
    laboratory: str | None
    inspector: str | None
    active: bool
    password_set_at: datetime
    one_time: bool

    @property
    def division(self) -> str:
        """The division that keeps the account, and in whose chain its changes stand."""
        return self.divisions[0]

    def subject(self, scopes: frozenset[Action] | None = None) -> Subject:
        """The person as the permission table asks about one."""
        return Subject(
            self.login, self.name, self.role, self.department, frozenset(self.divisions), self.laboratory, scopes
        )


@dataclass(frozen=True, slots=True)
class Token:
    """A token as a list shows it; its secret is nowhere."""

    division: str
    prefix: str
    name: str
    login: str | None
    laboratory: str | None
    scopes: tuple[str, ...]
    expires_at: datetime
    device: bool
    revoked: bool
    last_used_at: datetime | None


def accounts(connection: sa.Connection, division: str) -> tuple[Account, ...]:
    """The accounts of a division by login, the closed ones among them."""
    return tuple(_account(division, row) for row in contents(connection, "account", division))


def account(connection: sa.Connection, login: str) -> Account | None:
    """The account of that login, whatever division keeps it."""
    division = connection.execute(_DIVISION_OF_LOGIN, {"login": login}).scalar()
    if division is None:
        return None
    return next(_account(division, row) for row in contents(connection, "account", division, login=login))


def password_hash(connection: sa.Connection, division: str, login: str) -> str | None:
    """The hash of a password, or None."""
    return connection.execute(_PASSWORD, {"division": division, "login": login}).scalar()


def keep_password(connection: sa.Connection, division: str, login: str, hash_: str) -> None:
    """Put a password's hash in the place of the one before."""
    connection.execute(_KEEP_PASSWORD, {"division": division, "login": login, "hash": hash_})


def tokens(connection: sa.Connection, division: str) -> tuple[Token, ...]:
    """The tokens of a division by name, the revoked ones among them."""
    used = {prefix: at for prefix, _, at in connection.execute(_SECRETS, {"division": division})}
    rows = sorted(contents(connection, "token", division), key=lambda row: (row["name"], row["prefix"]))
    return tuple(_token(division, row, used.get(row["prefix"])) for row in rows)


def token(connection: sa.Connection, prefix: str) -> tuple[Token, str] | None:
    """The token of that prefix and the hash of its secret."""
    division = connection.execute(_DIVISION_OF_PREFIX, {"prefix": prefix}).scalar()
    if division is None:
        return None
    of_prefix = sa.text(f"{_SECRETS.text} AND prefix = :prefix")
    _, sha256, used = connection.execute(of_prefix, {"division": division, "prefix": prefix}).one()
    row = next(contents(connection, "token", division, prefix=prefix))
    return _token(division, row, used), sha256


def keep_secret(connection: sa.Connection, division: str, prefix: str, sha256: str) -> None:
    """Keep the hash of a new token's secret."""
    connection.execute(_KEEP_SECRET, {"division": division, "prefix": prefix, "sha256": sha256})


def note_use(connection: sa.Connection, of: Token, at: datetime) -> None:
    """Keep when a token was used last."""
    connection.execute(_USED, {"division": of.division, "prefix": of.prefix, "at": moment_text(at)})


def _account(division: str, row: Content) -> Account:
    return Account(
        login=row["login"], name=row["name"], role=Role(row["role"]),
        department=Department(row["department"]) if row["department"] else None,
        divisions=(division, *_split(row["other_divisions"])), laboratory=row["laboratory"],
        inspector=row["inspector"], active=bool(row["active"]), password_set_at=moment_of(row["password_set_at"]),
        one_time=bool(row["one_time"]),
    )  # fmt: skip


def _token(division: str, row: Content, used: str | None) -> Token:
    return Token(
        division=division, prefix=row["prefix"], name=row["name"], login=row["login"], laboratory=row["laboratory"],
        scopes=tuple(_split(row["scopes"])), expires_at=moment_of(row["expires_at"]), device=bool(row["device"]),
        revoked=bool(row["revoked"]), last_used_at=moment_of(used) if used else None,
    )  # fmt: skip


def _split(text: str | None) -> list[str]:
    return text.split(";") if text else []

"""People and programs that sign in: who they are is evidence, their secrets and comings are not.

``account`` and ``token`` are nouns. Passwords and tokens lie as hashes in tables without versions,
for a version could never be forgotten; sessions, last uses and failures are no acts of anybody's.
"""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from fuelcheck.store.types import Closed, Moment, one_of
from fuelcheck.words import Department, Role


class Account(SQLModel, table=True):
    """A person who signs in; the login is one person's in the whole store."""

    __table_args__ = (
        one_of("department", Department, "department"),
        one_of("role", Role, "role"),
        sa.UniqueConstraint("login"),
        sa.ForeignKeyConstraint(["division", "laboratory"], ["laboratory.division", "laboratory.name"]),
        sa.ForeignKeyConstraint(["division", "inspector"], ["inspector.division", "inspector.name"]),
    )

    division: str = Field(primary_key=True, foreign_key="division.division")
    login: str = Field(primary_key=True)
    name: str
    department: Department | None = Field(default=None, sa_type=Closed(Department))
    role: Role = Field(sa_type=Closed(Role))
    other_divisions: str | None = None
    """Codes joined by ``;`` where the person works for further divisions of the store."""
    laboratory: str | None = None
    """Of whose reports and samples alone a laboratory's sign-in knows."""
    inspector: str | None = None
    """The person in the register of those who may draw samples."""
    active: int = 1
    password_set_at: datetime = Field(sa_type=Moment)
    one_time: int = 0
    """1: the password was given by somebody else and is to be changed first."""


class Password(SQLModel, table=True):
    """The Argon2 hash of an account's password. No noun: it has no versions."""

    division: str = Field(primary_key=True)
    login: str = Field(primary_key=True)
    hash: str

    __table_args__ = (sa.ForeignKeyConstraint(["division", "login"], ["account.division", "account.login"]),)


class Token(SQLModel, table=True):
    """A key for a program or a device, known by its prefix; scopes are words joined by ``;``.

    It acts for an account, or for a laboratory; for neither it only reads.
    """

    __table_args__ = (
        sa.ForeignKeyConstraint(["division", "login"], ["account.division", "account.login"]),
        sa.ForeignKeyConstraint(["division", "laboratory"], ["laboratory.division", "laboratory.name"]),
        sa.UniqueConstraint("prefix"),
    )

    division: str = Field(primary_key=True, foreign_key="division.division")
    prefix: str = Field(primary_key=True)
    name: str
    login: str | None = None
    laboratory: str | None = None
    scopes: str
    expires_at: datetime = Field(sa_type=Moment)
    device: int = 0
    """1: a telephone's; it is revoked when the telephone is lost."""
    revoked: int = 0


class TokenSecret(SQLModel, table=True):
    """The hash of a token's secret, and when it was used last. No noun: it has no versions."""

    __tablename__ = "token_secret"
    __table_args__ = (sa.ForeignKeyConstraint(["division", "prefix"], ["token.division", "token.prefix"]),)

    division: str = Field(primary_key=True)
    prefix: str = Field(primary_key=True)
    sha256: str
    last_used_at: datetime | None = Field(default=None, sa_type=Moment)


class SignIn(SQLModel, table=True):
    """A browser's session, known by the hash of the id that the browser keeps."""

    __tablename__ = "sign_in"
    __table_args__ = (
        sa.ForeignKeyConstraint(["division", "login"], ["account.division", "account.login"]),
        sa.Index("ix_sign_in_account", "division", "login"),
    )

    id_hash: str = Field(primary_key=True)
    division: str
    login: str
    begun_at: datetime = Field(sa_type=Moment)
    seen_at: datetime = Field(sa_type=Moment)
    proved_at: datetime = Field(sa_type=Moment)
    """When the password was given last."""
    expires_at: datetime = Field(sa_type=Moment)
    address: str
    revoked_at: datetime | None = Field(default=None, sa_type=Moment)


class SignInFailure(SQLModel, table=True):
    """How often a sign-in failed of late; ``subject`` is ``login/NAME`` or ``address/ADDRESS``."""

    __tablename__ = "sign_in_failure"

    subject: str = Field(primary_key=True)
    failures: int
    last_at: datetime = Field(sa_type=Moment)
    locked_until: datetime | None = Field(default=None, sa_type=Moment)

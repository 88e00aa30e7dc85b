"""Acts, versions and the head of each division's chain (design section 5)."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from fuelcheck.store.types import Moment

# STRICT: a flipped byte must not turn TEXT into BLOB unseen. WITHOUT ROWID: the key is the row.
_APPEND_ONLY = {"sqlite_strict": True, "sqlite_with_rowid": False}


class ActRow(SQLModel, table=True):
    """An act: one person, one moment, one reason; the link of the chain."""

    __tablename__ = "act"
    __table_args__ = (sa.UniqueConstraint("division", "prev"), _APPEND_ONLY)

    division: str = Field(primary_key=True, sa_type=sa.Text)
    n: int = Field(primary_key=True, sa_type=sa.Integer)
    id: str = Field(sa_type=sa.Text, unique=True)
    moment: datetime = Field(sa_type=Moment)
    """Never earlier than that of the act before."""
    clock: datetime = Field(sa_type=Moment)
    """What the clock said."""
    who: str = Field(sa_type=sa.Text)
    kind: str = Field(sa_type=sa.Text)
    reason: str | None = Field(default=None, sa_type=sa.Text)
    versions: int = Field(sa_type=sa.Integer)
    digest: str = Field(sa_type=sa.Text)
    prev: str = Field(sa_type=sa.Text)
    hash: str = Field(sa_type=sa.Text)


class VersionRow(SQLModel, table=True):
    """A row's content after an act; None when the act removed it."""

    __tablename__ = "version"
    __table_args__ = (sa.Index("ix_version_row", "division", "noun", "row_id", "n"), _APPEND_ONLY)

    division: str = Field(primary_key=True, sa_type=sa.Text)
    n: int = Field(primary_key=True, sa_type=sa.Integer)
    k: int = Field(primary_key=True, sa_type=sa.Integer)
    noun: str = Field(sa_type=sa.Text)
    row_id: str = Field(sa_type=sa.Text)
    kind: str = Field(sa_type=sa.Text)
    content: str | None = Field(default=None, sa_type=sa.Text)
    salt: bytes = Field(sa_type=sa.LargeBinary)
    sha: str = Field(sa_type=sa.Text)


class HeadRow(SQLModel, table=True):
    """The newest act of a division's chain: the row that PostgreSQL locks, last."""

    __tablename__ = "head"

    division: str = Field(primary_key=True, sa_type=sa.Text)
    n: int
    moment: datetime = Field(sa_type=Moment)
    hash: str


class ActRequest(SQLModel, table=True):
    """The SHA-256 of the request that an act answered: the same again gets the first answer. It has no versions."""

    __tablename__ = "act_request"

    act_id: str = Field(primary_key=True, sa_type=sa.Text)
    sha256: str = Field(sa_type=sa.Text)

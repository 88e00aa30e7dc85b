"""Issued documents: what they said, as of when, and the very bytes."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from fuelcheck.store.types import Day, Moment


class Document(SQLModel, table=True):
    """An issued document. ``number`` is the short code of its act; ``office_number`` the 文号."""

    __table_args__ = (sa.UniqueConstraint("division", "sha256"),)

    division: str = Field(primary_key=True, foreign_key="division.division")
    number: str = Field(primary_key=True)
    kind: str
    year: int
    period: str
    as_of: date = Field(sa_type=Day)
    known_n: int
    """The last act that its evaluation knew of."""
    office_number: str | None = None
    printed_at: datetime = Field(sa_type=Moment)
    media_type: str
    evaluation: str
    """The status as JSON, as the document states it."""
    sha256: str


class DocumentFile(SQLModel, table=True):
    """The bytes of issued documents, by their hash; in the database so that one backup holds all."""

    __tablename__ = "document_file"

    sha256: str = Field(primary_key=True)
    content: bytes

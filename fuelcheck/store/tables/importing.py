"""Imports of ledgers, remembered mappings, and people's answers to notices."""

from sqlmodel import Field, SQLModel


class LedgerImport(SQLModel, table=True):
    """One command's import: its id is that of its act; ``files`` is JSON of names and hashes."""

    __tablename__ = "ledger_import"

    division: str = Field(primary_key=True, foreign_key="division.division")
    id: str = Field(primary_key=True)
    files: str
    undone_by: str | None = None
    """The act that took it back."""


class LedgerMapping(SQLModel, table=True):
    """A mapping of unknown headers, remembered under its name."""

    __tablename__ = "ledger_mapping"

    division: str = Field(primary_key=True, foreign_key="division.division")
    name: str = Field(primary_key=True)
    text: str


class Answer(SQLModel, table=True):
    """What a person answered to a notice; the notice itself is derived, never stored."""

    division: str = Field(primary_key=True, foreign_key="division.division")
    notice: str = Field(primary_key=True)
    text: str

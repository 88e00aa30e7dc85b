"""Divisions (行政区划) that a store keeps, and the policies registered for them."""

from datetime import date

from sqlmodel import Field, SQLModel

from fuelcheck.store.types import Day


class Division(SQLModel, table=True):
    """A county or district whose records this store keeps."""

    division: str = Field(primary_key=True)
    name: str
    instance: str
    """A random id: two stores of one division are told apart by it."""
    algorithm: str
    """The hash algorithm of its chain."""
    example: int = 0
    """1: the rows are invented, and every document says so."""


class Policy(SQLModel, table=True):
    """A policy file's text as registered: evaluations read it here, never from the file."""

    division: str = Field(primary_key=True, foreign_key="division.division")
    id: str = Field(primary_key=True)
    issued_on: date = Field(sa_type=Day)
    text: str
    sha256: str

"""Registers that notices are checked against: laboratories (检验机构) and inspectors (抽样人员)."""

from datetime import date

from sqlmodel import Field, SQLModel

from fuelcheck.store.types import Day


class Laboratory(SQLModel, table=True):
    """A laboratory with its CMA number, validity and the products that it may test."""

    division: str = Field(primary_key=True, foreign_key="division.division")
    name: str = Field(primary_key=True)
    cma_no: str | None = None
    valid_until: date | None = Field(default=None, sa_type=Day)
    products: str | None = None
    """Joined by ``;``; empty: not stated."""
    items: str | None = None
    """Keys of the items that it is approved for, joined by ``;``; empty: not stated."""


class Inspector(SQLModel, table=True):
    """A person who may draw samples, with certificate and validity."""

    division: str = Field(primary_key=True, foreign_key="division.division")
    name: str = Field(primary_key=True)
    certificate_no: str | None = None
    valid_until: date | None = Field(default=None, sa_type=Day)

"""Sites and their dated changes. What holds on a day is worked out by ``rules.roster``."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from fuelcheck.store.types import Closed, Day, one_of
from fuelcheck.words import Change, Datum, Ownership, RiskClass, SiteKind


class Site(SQLModel, table=True):
    """A site as the register states it before the first row of its changes (站点)."""

    __table_args__ = (
        one_of("kind", SiteKind, "kind"),
        one_of("ownership", Ownership, "ownership"),
        one_of("datum", Datum, "datum"),
        one_of("risk_class", RiskClass, "risk_class"),
    )

    division: str = Field(primary_key=True, foreign_key="division.division")
    code: str = Field(primary_key=True)
    name: str
    former_names: str | None = None
    kind: SiteKind = Field(sa_type=Closed(SiteKind))
    ownership: Ownership = Field(sa_type=Closed(Ownership))
    brand: str | None = None
    township: str
    uscc: str | None = None
    licence_no: str | None = None
    address: str | None = None
    longitude: str | None = None
    latitude: str | None = None
    datum: Datum | None = Field(default=None, sa_type=Closed(Datum))
    opened_on: date | None = Field(default=None, sa_type=Day)
    closed_on: date | None = Field(default=None, sa_type=Day)
    products: str | None = None
    """What is on sale, joined by ``;``."""
    risk_class: RiskClass | None = Field(default=None, sa_type=Closed(RiskClass))
    note: str | None = None


class SiteChange(SQLModel, table=True):
    """A dated change (站点变更): ownership, name, township, a closing, a reopening."""

    __tablename__ = "site_change"
    __table_args__ = (
        sa.ForeignKeyConstraint(["division", "site_code"], ["site.division", "site.code"]),
        one_of("what", Change, "what"),
    )

    division: str = Field(primary_key=True)
    site_code: str = Field(primary_key=True)
    effective_on: date = Field(primary_key=True, sa_type=Day)
    what: Change = Field(primary_key=True, sa_type=Closed(Change))
    value: str | None = None
    reason: str | None = None
    note: str | None = None

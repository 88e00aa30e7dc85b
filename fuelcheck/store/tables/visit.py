"""Visits (到站): a team at a site on a day, with or without a sample."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from fuelcheck.store.types import Closed, Day, one_of
from fuelcheck.words import Datum, Outcome


class Visit(SQLModel, table=True):
    """A team at a site on a day. ``samplers`` are joined by ``;``, sorted; one without a sample may not name them."""

    __table_args__ = (
        sa.ForeignKeyConstraint(["division", "site_code"], ["site.division", "site.code"]),
        # what a batch refers to: the database holds both to the same site and day
        sa.UniqueConstraint("division", "id", "site_code", "visited_on"),
        sa.Index("ix_visit_site_day", "division", "site_code", "visited_on"),
        one_of("outcome", Outcome, "outcome"),
        one_of("datum", Datum, "datum"),
    )

    division: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    site_code: str
    visited_on: date = Field(sa_type=Day)
    outcome: Outcome = Field(sa_type=Closed(Outcome))
    samplers: str | None = None
    note: str | None = None
    started_at: str | None = None
    """China's clock, ``2025-03-09T09:10:00+08:00``; of the visit's own day."""
    ended_at: str | None = None
    longitude: str | None = None
    latitude: str | None = None
    datum: Datum | None = Field(default=None, sa_type=Closed(Datum))

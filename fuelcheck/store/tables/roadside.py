"""Checks of diesel vehicles in use (路检、入户), and what followed a failed one."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from fuelcheck.store.types import Closed, Day, one_of
from fuelcheck.words import (
    Aftertreatment,
    BatchStatus,
    CheckKind,
    CheckMethod,
    Datum,
    Energy,
    ObdState,
    PlateColour,
    RetestStep,
    Stage,
    UreaState,
)


class RoadsideCheck(SQLModel, table=True):
    """A check as it was recorded; its verdict is judged anew from it.

    Lists are joined by ``;``. ``driver`` is the keyed hash of a name that lies with the personal
    data. Measured values are text, as read from the instrument.
    """

    __tablename__ = "roadside_check"
    __table_args__ = (
        one_of("kind", CheckKind, "kind"),
        one_of("datum", Datum, "datum"),
        one_of("plate_colour", PlateColour, "plate_colour"),
        one_of("energy", Energy, "energy"),
        one_of("stage", Stage, "stage"),
        one_of("method", CheckMethod, "method"),
        one_of("obd", ObdState, "obd"),
        one_of("aftertreatment", Aftertreatment, "aftertreatment"),
        one_of("urea", UreaState, "urea"),
        one_of("status", BatchStatus, "status"),
        sa.Index("ix_roadside_check_day", "division", "checked_on", "record_no"),
        sa.Index("ix_roadside_check_plate", "division", "plate"),
    )

    division: str = Field(primary_key=True, foreign_key="division.division")
    record_no: str = Field(primary_key=True)
    kind: CheckKind | None = Field(default=None, sa_type=Closed(CheckKind))
    checked_at: str
    """Moment in China as ledgers hold it: ``2025-03-09T09:10:00+08:00``; midnight where only the day is known."""
    checked_on: date = Field(sa_type=Day)
    place: str | None = None
    longitude: str | None = None
    latitude: str | None = None
    datum: Datum | None = Field(default=None, sa_type=Closed(Datum))
    departments: str | None = None
    police_unit: str | None = None
    officers: str
    plate: str
    plate_colour: PlateColour | None = Field(default=None, sa_type=Closed(PlateColour))
    vin: str | None = None
    vehicle_type: str | None = None
    use: str | None = None
    energy: Energy | None = Field(default=None, sa_type=Closed(Energy))
    stage: Stage | None = Field(default=None, sa_type=Closed(Stage))
    registered_on: date | None = Field(default=None, sa_type=Day)
    driver: str | None = None
    method: CheckMethod | None = Field(default=None, sa_type=Closed(CheckMethod))
    readings: str | None = None
    nox_ppm: str | None = None
    power_percent: str | None = None
    ringelmann: str | None = None
    obd: ObdState | None = Field(default=None, sa_type=Closed(ObdState))
    aftertreatment: Aftertreatment | None = Field(default=None, sa_type=Closed(Aftertreatment))
    urea: UreaState | None = Field(default=None, sa_type=Closed(UreaState))
    urea_mass_percent: str | None = None
    urea_refraction: str | None = None
    fuel_form_no: str | None = None
    """The batch that was drawn from the tank."""
    instrument: str | None = None
    calibrated_until: date | None = Field(default=None, sa_type=Day)
    action: str | None = None
    retest_by: date | None = Field(default=None, sa_type=Day)
    note: str | None = None
    status: BatchStatus = Field(default=BatchStatus.VALID, sa_type=Closed(BatchStatus))
    void_reason: str | None = None


class RetestEvent(SQLModel, table=True):
    """A step after a failed check: repaired, tested again; ``n`` = 1, 2, … in order."""

    __tablename__ = "retest_event"
    __table_args__ = (
        sa.ForeignKeyConstraint(["division", "record_no"], ["roadside_check.division", "roadside_check.record_no"]),
        one_of("step", RetestStep, "step"),
    )

    division: str = Field(primary_key=True)
    record_no: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    step: RetestStep = Field(sa_type=Closed(RetestStep))
    happened_on: date = Field(sa_type=Day)
    evidence: str | None = None
    """The record of the re-test, the workshop's paper …"""

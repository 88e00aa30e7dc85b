"""Vehicles (车辆) with the days on which they came and went, and figures that departments report."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from fuelcheck.store.types import Closed, Day, one_of
from fuelcheck.words import Area, Combustion, Energy, PlateKind, Stage, StageSource, VehicleCategory


class Vehicle(SQLModel, table=True):
    """A vehicle as the register states it; ``id`` was made of what named it when it was first entered.

    An empty cell: nobody knows. A plate passes from one vehicle to the next, so it names none by
    itself; a VIN is one vehicle's.
    """

    __table_args__ = (
        one_of("plate_kind", PlateKind, "plate_kind"),
        one_of("category", VehicleCategory, "category"),
        one_of("category_source", StageSource, "category_source"),
        one_of("energy", Energy, "energy"),
        one_of("energy_source", StageSource, "energy_source"),
        one_of("combustion", Combustion, "combustion"),
        one_of("combustion_source", StageSource, "combustion_source"),
        one_of("stage", Stage, "stage"),
        one_of("stage_source", StageSource, "stage_source"),
        one_of("area", Area, "area"),
        sa.UniqueConstraint("division", "vin"),
        sa.Index("ix_vehicle_plate", "division", "plate"),
    )

    division: str = Field(primary_key=True, foreign_key="division.division")
    id: str = Field(primary_key=True)
    plate: str
    plate_kind: PlateKind | None = Field(default=None, sa_type=Closed(PlateKind))
    vin: str | None = None
    vehicle_type: str | None = None
    category: VehicleCategory = Field(sa_type=Closed(VehicleCategory))
    category_source: StageSource | None = Field(default=None, sa_type=Closed(StageSource))
    energy: Energy = Field(sa_type=Closed(Energy))
    energy_source: StageSource | None = Field(default=None, sa_type=Closed(StageSource))
    combustion: Combustion | None = Field(default=None, sa_type=Closed(Combustion))
    combustion_source: StageSource | None = Field(default=None, sa_type=Closed(StageSource))
    stage: Stage | None = Field(default=None, sa_type=Closed(Stage))
    stage_source: StageSource | None = Field(default=None, sa_type=Closed(StageSource))
    area: Area | None = Field(default=None, sa_type=Closed(Area))
    township: str | None = None
    owner: str | None = None
    registered_on: date | None = Field(default=None, sa_type=Day)
    moved_in_on: date | None = Field(default=None, sa_type=Day)
    moved_out_on: date | None = Field(default=None, sa_type=Day)
    scrapped_on: date | None = Field(default=None, sa_type=Day)
    replaces: str | None = None
    """Plate or VIN of the vehicle whose place it took."""
    exemption: str | None = None
    """Id of a reason of the policy."""
    note: str | None = None


class MeasureValue(SQLModel, table=True):
    """A year's figure that a department reports (上报数据), with where it is from."""

    __tablename__ = "measure_value"

    division: str = Field(primary_key=True, foreign_key="division.division")
    measure: str = Field(primary_key=True)
    year: int = Field(primary_key=True)
    value: str
    source: str
    evidence_sha256: str | None = None
    """Of the paper's file, where one was at hand."""

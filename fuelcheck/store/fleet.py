"""The register of vehicles as the rules read it, in one statement; and which rows a plate or VIN names."""

import json
from datetime import date
from typing import Any

import sqlalchemy as sa

from fuelcheck.rules.fleet import VehicleFact
from fuelcheck.words import Area, Combustion, Energy, Stage, StageSource, VehicleCategory

_VEHICLES = sa.text(
    "SELECT id, plate, plate_kind, vin, vehicle_type, category, energy, combustion, stage, stage_source, area, owner,"
    " township, registered_on, moved_in_on, moved_out_on, scrapped_on, replaces, exemption FROM vehicle"
    " WHERE division = :division ORDER BY plate, id"
)
# Every version is looked at: a plate that was given back, or a row that was taken back, is still found.
_NAMED = sa.text(
    "SELECT DISTINCT row_id FROM version WHERE division = :division AND noun = 'vehicle'"
    " AND (content LIKE :plate ESCAPE '!' OR content LIKE :vin ESCAPE '!') ORDER BY row_id"
)

_CATEGORY = {word.value: word for word in VehicleCategory}
_ENERGY = {word.value: word for word in Energy}
_COMBUSTION: dict[str | None, Combustion | None] = {None: None} | {word.value: word for word in Combustion}
_STAGE: dict[str | None, Stage | None] = {None: None} | {word.value: word for word in Stage}
_SOURCE: dict[str | None, StageSource | None] = {None: None} | {word.value: word for word in StageSource}
_AREA: dict[str | None, Area | None] = {None: None} | {word.value: word for word in Area}


def vehicles(connection: sa.Connection, division: str) -> tuple[VehicleFact, ...]:
    """Every vehicle that was ever registered, also those that left, by plate."""
    return tuple(vehicles_by_id(connection, division).values())


def vehicles_by_id(connection: sa.Connection, division: str) -> dict[str, VehicleFact]:
    """The same by id, in the order of their plates."""
    rows = connection.execute(_VEHICLES, {"division": division}).cursor.fetchall()
    return {row[0]: _vehicle(row) for row in rows}


def ids_named(connection: sa.Connection, division: str, called: str) -> tuple[str, ...]:
    """The ids of all vehicles that bear or ever bore that plate or VIN, written as the register writes it."""
    values = {"division": division, "plate": _holding("plate", called), "vin": _holding("vin", called)}
    return tuple(connection.execute(_NAMED, values).scalars())


def _holding(column: str, value: str) -> str:
    """A pattern for the canonical content of a row that has that value in the column."""
    text = f"{json.dumps(column)}:{json.dumps(value, ensure_ascii=False)}"
    return f"%{text.replace('!', '!!').replace('%', '!%').replace('_', '!_')}%"


def _vehicle(row: Any) -> VehicleFact:
    return VehicleFact(
        plate=row[1],
        plate_kind=row[2] or "",
        vin=row[3] or "",
        vehicle_type=row[4] or "",
        category=_CATEGORY[row[5]],
        energy=_ENERGY[row[6]],
        combustion=_COMBUSTION[row[7]],
        stage=_STAGE[row[8]],
        stage_source=_SOURCE[row[9]],
        area=_AREA[row[10]],
        owner=row[11] or "",
        township=row[12] or "",
        registered_on=_day(row[13]),
        moved_in_on=_day(row[14]),
        moved_out_on=_day(row[15]),
        scrapped_on=_day(row[16]),
        replaces=row[17] or "",
        exemption=row[18] or "",
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)

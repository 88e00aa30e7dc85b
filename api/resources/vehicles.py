"""Vehicles (车辆): the register, and all that is kept about one plate or VIN."""

from typing import Any

from flask import Response

from api.blueprint import noun
from api.guard import division, door, need
from api.listed import Listed
from api.office import office
from api.schemas.base import Anything
from api.schemas.query import Query
from api.schemas.rows import VehicleRow
from api.tags import tagged
from fuelcheck.standing.vehicle_record import vehicle_record
from fuelcheck.standing.vehicle_shown import record_object
from fuelcheck.words import Action

blueprint = noun("vehicles", "Vehicles of the register")

VEHICLES = Listed(
    "vehicle", VehicleRow, {"plate": ("plate", "id"), "id": ("id",)},
    (
        "id", "plate", "plate_kind", "vin", "category", "energy", "combustion", "stage", "stage_source", "area",
        "township", "owner", "exemption", "registered_on", "moved_in_on", "moved_out_on", "scrapped_on",
    ),
)  # fmt: skip


class VehicleRecord(Anything):
    """The vehicles that bear or bore a plate or VIN: register, history, checks at the roadside."""


@blueprint.route("/vehicles")
@door(Action.READ_VEHICLES)
@blueprint.arguments(VEHICLES.query, location="query")
@blueprint.response(200, VEHICLES.page)
def vehicles(asked: dict[str, Any]) -> dict[str, Any]:
    """The vehicles, those that have left the fleet among them."""
    return VEHICLES.answer(asked)


@blueprint.route("/vehicles/<called>")
@door(Action.READ_VEHICLES)
@blueprint.arguments(Query, location="query")
@blueprint.response(200, VehicleRecord)
def vehicle(asked: dict[str, Any], called: str) -> Response:
    """All that is kept about a plate or VIN, however it is written."""
    need(Action.READ_CHECKS)
    with office().store.reading(division()) as view:
        record = vehicle_record(view, called)
    return tagged(record_object(record), view.head.hash.partition(":")[2])

"""Roadside checks (路检): listed, and one with its verdict, what followed, and earlier checks."""

from typing import Any

from flask import Response

from api.blueprint import noun
from api.guard import division, door
from api.listed import Listed
from api.office import office
from api.schemas.base import Anything
from api.schemas.query import Clocks
from api.schemas.rows import RoadsideCheckRow
from api.tags import tagged
from fuelcheck.law.roadside_held import held_law
from fuelcheck.library.quotas import today
from fuelcheck.services.retests import NoSuchCheck
from fuelcheck.standing.check_record_shown import record_object
from fuelcheck.standing.checks import check_record
from fuelcheck.store import listing
from fuelcheck.words import Action

blueprint = noun("roadside-checks", "Checks of diesel vehicles on the road and where they are kept")

CHECKS = Listed(
    "roadside_check", RoadsideCheckRow,
    {"checked_on": ("checked_on", "record_no"), "record_no": ("record_no",)},
    (
        "record_no", "checked_on", "place", "plate", "vin", "energy", "stage", "method", "obd", "aftertreatment",
        "urea", "fuel_form_no", "instrument", "status", "retest_by",
    ),
)  # fmt: skip


class CheckRecord(Anything):
    """A check with its verdict, what followed it, and earlier checks; the driver's name is masked."""


@blueprint.route("/roadside-checks")
@door(Action.READ_CHECKS)
@blueprint.arguments(CHECKS.query, location="query")
@blueprint.response(200, CHECKS.page)
def roadside_checks(asked: dict[str, Any]) -> dict[str, Any]:
    """The checks as they were recorded."""
    return CHECKS.answer(asked)


@blueprint.route("/roadside-checks/<path:record_no>")
@door(Action.READ_CHECKS)
@blueprint.arguments(Clocks, location="query")
@blueprint.response(200, CheckRecord)
def roadside_check(asked: dict[str, Any], record_no: str) -> Response:
    """One check, judged, as it stood on a day, as known at a moment."""
    store = office().store
    as_of = asked.get("as_of") or today(store)
    with store.reading(division(), asked.get("known_at")) as view:
        record = check_record(view, held_law(office().data), record_no, as_of, in_full=False)
        tag = listing.tag(view, "roadside_check", record_no)
    if record is None:
        raise NoSuchCheck(record_no=record_no)
    return tagged(record_object(record), tag, view.head.hash, as_of)

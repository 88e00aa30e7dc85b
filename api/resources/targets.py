"""Where the vehicle targets stand."""

from typing import Any

from flask import Response

from api.blueprint import noun
from api.guard import division, door
from api.office import office
from api.schemas.base import Anything
from api.schemas.query import Clocks
from api.tags import tagged
from fuelcheck.library.quotas import today
from fuelcheck.library.targets import targets_report
from fuelcheck.standing.target_report_shown import target_report_object
from fuelcheck.words import Action

blueprint = noun("targets", "Where the vehicle targets stand")


class TargetStatus(Anything):
    """The targets by the end of a day: numerator and denominator in vehicles, what is required, who is left."""


@blueprint.route("/targets")
@door(Action.READ_VEHICLES)
@blueprint.arguments(Clocks, location="query")
@blueprint.response(200, TargetStatus)
def targets(asked: dict[str, Any]) -> Response:
    """Where the targets stand by the end of a day, as known at a moment."""
    store = office().store
    as_of = asked.get("as_of") or today(store)
    found = targets_report(store, as_of=as_of, known_at=asked.get("known_at"), division=division())
    return tagged(target_report_object(found), found.head.hash.partition(":")[2], as_of)

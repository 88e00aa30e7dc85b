"""Visits (到站): a team at a site on a day, with or without a sample."""

from typing import Any

from api.blueprint import noun
from api.guard import door
from api.listed import Listed
from api.schemas.rows import VisitRow
from fuelcheck.words import Action

blueprint = noun("visits", "Visits of a team to a site")

VISITS = Listed(
    "visit", VisitRow, {"site_code": ("site_code", "visited_on", "id"), "id": ("id",)},
    ("id", "site_code", "visited_on", "outcome"),
)  # fmt: skip


@blueprint.route("/visits")
@door(Action.READ_SITES)
@blueprint.arguments(VISITS.query, location="query")
@blueprint.response(200, VISITS.page)
def visits(asked: dict[str, Any]) -> dict[str, Any]:
    """The visits, by site and day."""
    return VISITS.answer(asked)

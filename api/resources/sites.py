"""Sites (站点) and their dated changes (站点变更)."""

from typing import Any

from flask import Response

from api.blueprint import noun
from api.guard import division, door
from api.listed import Listed
from api.office import office
from api.problems import Refusal
from api.schemas.query import Query
from api.schemas.rows import SiteChangeRow, SiteRow
from api.tags import tagged
from fuelcheck.language import N_
from fuelcheck.store import listing
from fuelcheck.words import Action

blueprint = noun("sites", "Sites: stations, depots, producers, vendors of urea, and what changed about them")

SITES = Listed(
    "site", SiteRow, {"site_code": ("code",)},
    ("site_code", "name", "kind", "ownership", "brand", "township", "uscc", "risk_class", "opened_on", "closed_on"),
    {"site_code": "code"},
)  # fmt: skip
CHANGES = Listed(
    "site_change", SiteChangeRow, {"site_code": ("site_code", "effective_on", "what")},
    ("site_code", "effective_on", "what"),
)  # fmt: skip


class NoSuchSite(Refusal):
    """No site of that code."""

    code, status = "no-such-site", 404
    sentence = N_("No site {site} is recorded here")


@blueprint.route("/sites")
@door(Action.READ_SITES)
@blueprint.arguments(SITES.query, location="query")
@blueprint.response(200, SITES.page)
def sites(asked: dict[str, Any]) -> dict[str, Any]:
    """The sites of the register."""
    return SITES.answer(asked)


@blueprint.route("/sites/<path:site_code>")
@door(Action.READ_SITES)
@blueprint.arguments(Query, location="query")
@blueprint.response(200, SiteRow)
def site(asked: dict[str, Any], site_code: str) -> Response:
    """One site; its changes stand under site-changes."""
    with office().store.reading(division()) as view:
        row = listing.row_of(view, "site", code=site_code)
        tag = listing.tag(view, "site", site_code)
    if row is None:
        raise NoSuchSite(site=site_code)
    return tagged(SiteRow().dump(row), tag)


@blueprint.route("/site-changes")
@door(Action.READ_SITES)
@blueprint.arguments(CHANGES.query, location="query")
@blueprint.response(200, CHANGES.page)
def site_changes(asked: dict[str, Any]) -> dict[str, Any]:
    """What changed about sites, and on which day."""
    return CHANGES.answer(asked)

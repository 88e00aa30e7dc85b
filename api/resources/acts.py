"""The trail (操作记录): every act of the division, in the order of the chain."""

from typing import Any

from flask import Response

from api.blueprint import noun
from api.guard import division, door
from api.listed import Listed, whole
from api.office import office
from api.problems import Refusal
from api.schemas.base import Anything
from api.schemas.query import Query
from api.schemas.rows import ActRow
from api.tags import tagged
from fuelcheck.language import N_
from fuelcheck.standing.step_shown import step_object
from fuelcheck.store import listing, versions
from fuelcheck.words import Action

blueprint = noun("acts", "The trail of acts, each with its link of the chain")

ACTS = Listed("act", ActRow, {"n": ("n",)}, ("id", "who", "kind"))


class NoSuchAct(Refusal):
    """No act of that id."""

    code, status = "no-such-act", 404
    sentence = N_("No act {id} is recorded here")


class ActRecord(Anything):
    """An act with what it did to each row."""


@blueprint.route("/acts")
@door(Action.READ_AUDIT)
@blueprint.arguments(ACTS.query, location="query")
@blueprint.response(200, ACTS.page)
def acts(asked: dict[str, Any]) -> dict[str, Any]:
    """The acts in order; ``sort=-n`` begins with the newest."""
    return ACTS.answer(asked)


@blueprint.route("/acts/<id>")
@door(Action.READ_AUDIT)
@blueprint.arguments(Query, location="query")
@blueprint.response(200, ActRecord)
def act(asked: dict[str, Any], id: str) -> Response:
    """One act by its id, with what it did to each row."""
    with office().store.reading(division()) as view:
        row = listing.row_of(view, "act", id=id)
        steps = versions.of_act(view.connection, view.division, id)
    if row is None:
        raise NoSuchAct(id=id)
    shown = {**ActRow().dump(row), "steps": whole([step_object(step) for step in steps])["items"]}
    return tagged(shown, str(row["hash"]).partition(":")[2])

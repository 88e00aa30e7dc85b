"""The register of laboratories (检验机构)."""

from typing import Any

from flask import Response

from api.blueprint import noun
from api.guard import division, door
from api.listed import envelope, whole
from api.office import office
from api.schemas.base import Anything
from api.schemas.query import Query
from api.tags import as_json
from fuelcheck.library.registers import registered_laboratories
from fuelcheck.words import Action

blueprint = noun("registers", "The register of laboratories")


class LaboratoryShown(Anything):
    """A laboratory: its approval, until when, for which products and items."""


@blueprint.route("/laboratories")
@door(Action.READ_LAW)
@blueprint.arguments(Query, location="query")
@blueprint.response(200, envelope(LaboratoryShown))
def laboratories(asked: dict[str, Any]) -> Response:
    """The laboratories, by name."""
    return as_json(whole([one.as_json() for one in registered_laboratories(office().store, division=division())]))

"""People who sign in (用户) and tokens (令牌), for the administrator: no secret is shown, for none is kept."""

from typing import Any

from flask import Response

from api.blueprint import noun
from api.guard import division, door
from api.listed import envelope, whole
from api.office import office
from api.schemas.query import Query
from api.schemas.rows import AccountRow, TokenRow
from api.tags import as_json
from fuelcheck.library.people import registered_tokens, registered_users
from fuelcheck.words import Action

blueprint = noun("people", "People who sign in, and tokens for programs and telephones")


@blueprint.route("/users")
@door(Action.MANAGE_USERS)
@blueprint.arguments(Query, location="query")
@blueprint.response(200, envelope(AccountRow))
def users(asked: dict[str, Any]) -> Response:
    """The accounts by login, the closed ones among them."""
    found = registered_users(office().store, division=division())
    return as_json(whole(AccountRow(many=True).dump(found)))


@blueprint.route("/tokens")
@door(Action.MANAGE_TOKENS)
@blueprint.arguments(Query, location="query")
@blueprint.response(200, envelope(TokenRow))
def tokens(asked: dict[str, Any]) -> Response:
    """The tokens by prefix, the revoked ones among them."""
    found = registered_tokens(office().store, division=division())
    return as_json(whole(TokenRow(many=True).dump(found)))

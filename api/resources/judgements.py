"""Judging (试判定): results in, verdicts out; nothing is recorded."""

from typing import Any

from flask import Response, request
from marshmallow import ValidationError, validate
from werkzeug.exceptions import UnprocessableEntity

from api.blueprint import noun
from api.bodies import FORM, JSON, LARGE, read_json
from api.guard import division, door
from api.office import office
from api.problems import problem
from api.schemas.base import Anything
from api.schemas.judging import MOST_BATCHES, Batch, Programme
from api.schemas.query import Files
from api.tags import as_json
from api.uploads import brought_files
from fuelcheck.judging import judge, judge_files
from fuelcheck.language import N_, _
from fuelcheck.standing.judged import judged_object
from fuelcheck.words import Action

blueprint = noun("judgements", "Verdicts on results, without recording anything")

_REFUSED = N_("The files cannot be judged")
_BODY = {
    "required": True,
    "content": {
        JSON: {"schema": {"type": "array", "maxItems": MOST_BATCHES, "items": Batch}},
        FORM: {"schema": Files},
    },
}


class Judgement(Anything):
    """The verdict on a batch: item by item the value, its limit, what is to be said of it."""


@blueprint.route("/judgements", methods=["POST"])
@door(Action.JUDGE, JSON, FORM, most=LARGE)
@blueprint.arguments(Programme, location="query")
@blueprint.response(200, Judgement(many=True))
@blueprint.doc(requestBody=_BODY)
def judgements(asked: dict[str, Any]) -> Response:
    """Hold results against the standards: a list of batches as JSON, or the laboratory's files."""
    programme = asked.get("programme")
    if request.mimetype == FORM:
        return _of_files(programme)
    batches = _batches(read_json(request.get_data()))
    return as_json([judged_object(judge(**one, programme=programme, data=office().data)) for one in batches])


def _batches(body: Any) -> list[dict[str, Any]]:
    try:
        found: list[dict[str, Any]] = Batch(many=True).load(body)
        validate.Length(max=MOST_BATCHES)(found)
    except ValidationError as error:
        refusal = UnprocessableEntity()
        refusal.data = {"messages": {"json": error.messages}}  # type: ignore[attr-defined]
        raise refusal from error
    return found


def _of_files(programme: str | None) -> Response:
    with brought_files() as paths:
        judged = judge_files(paths, programme=programme, division=division(), data=office().data)
    if not judged.accepted:
        return problem(422, "files-refused", _(_REFUSED), **judged.refusal())
    return as_json(
        [judged_object(one.verdict) | {"laboratory": one.laboratory, "differs": one.differs} for one in judged.batches]
    )

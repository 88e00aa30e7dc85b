"""ETags: a reader is spared what has not changed, a writer learns of what has.

The tag of a record is the hash of its newest version. Where the answer holds more than the record
(a verdict rests on the law, a roster on the day), the end of the chain, the day and the tongue
stand behind a dot; ``If-Match`` looks at the part before it.
"""

import hashlib
import json
from http import HTTPStatus
from typing import Any

from flask import Response, request
from werkzeug.exceptions import PreconditionFailed

from fuelcheck.language import current

_LENGTH = 32


def tagged(value: Any, record: str | None, *computed: object) -> Response:
    """The answer with its tag; 304 where the asker holds it already. ``computed``: what else it rests on."""
    response = as_json(value)
    if record is not None:
        beside = "" if not computed else "." + _short("|".join(map(str, (*computed, current()))))
        response.set_etag(record[:_LENGTH] + beside)
    return conditional(response)


def conditional(response: Response) -> Response:
    """The answer, or 304 where the asker holds it already; 412 where it is not the one that they suppose."""
    response.make_conditional(request)
    if response.status_code == HTTPStatus.PRECONDITION_FAILED:
        raise PreconditionFailed()
    return response


def as_json(value: Any, status: int = 200) -> Response:
    """A JSON answer, Chinese as it is, keys in the order in which they are thought of."""
    return Response(json.dumps(value, ensure_ascii=False), status, mimetype="application/json")


def record_matches(record: str) -> bool:
    """Whether the request's ``If-Match`` names this version of a record."""
    held = {tag.partition(".")[0] for tag in request.if_match.as_set(include_weak=True)}
    return request.if_match.star_tag or record[:_LENGTH] in held


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]

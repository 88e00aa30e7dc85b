"""Whatever goes wrong, as problem+json (RFC 9457): a stable code, a sentence in the tongue in use.

Never a traceback, never HTML. What the services refuse keeps its own code; which status goes with
it stands in one table. What is a mistake of ours goes to the log under the request's number.
"""

import json
import logging
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException

from api.complaints import complaints
from fuelcheck.errors import EnvironmentProblem, FuelcheckError
from fuelcheck.language import N_, _
from fuelcheck.toml.text import FileRefused

MEDIA_TYPE = "application/problem+json"
TYPE = "urn:fuelcheck:problem:"
_LOG = logging.getLogger("fuelcheck.api")

Member = Mapping[str, Any]


class Refusal(FuelcheckError):
    """A request that this edge refuses by itself."""

    status: ClassVar[int] = 422


STATUS: Mapping[str, int] = {
    "token-refused": 401, "not-signed-in": 401, "wrong-password": 401,
    "no-division": 404, "no-such-batch": 404, "no-such-check": 404, "no-such-report": 404, "no-such-item": 404,
    "no-such-measure": 404, "no-import": 404, "no-mapping": 404, "unknown-document": 404, "unknown-notice": 404,
    "unknown-policy": 404, "unknown-programme": 404, "unknown-standard": 404, "unknown-token": 404,
    "unknown-user": 404, "unknown-vehicle": 404,
    "already-founded": 409, "already-reported": 409, "already-undone": 409, "built-upon": 409,
    "changed-meanwhile": 409, "check-void": 409, "followed-already": 409, "login-taken": 409,
    "other-policy-text": 409, "other-programme-text": 409, "other-standard-text": 409, "report-stands": 409,
    "report-withdrawn": 409, "result-differs": 409, "token-name-taken": 409, "void-batch": 409,
    "locked-out": 429,
}  # fmt: skip
"""What the library refuses, by code; 422 for the rest, 503 for the environment's troubles."""

_HTTP: Mapping[int, tuple[str, str]] = {
    400: ("malformed", N_("The request cannot be read")),
    401: ("not-signed-in", N_("Sign in, or send a token")),
    403: ("not-allowed", N_("You may not do this")),
    404: ("not-found", N_("There is nothing at this address")),
    405: ("method-not-allowed", N_("This address does not take that method")),
    406: ("not-acceptable", N_("The answer cannot be given in the format that is asked for")),
    408: ("too-slow", N_("The request took too long")),
    409: ("conflict", N_("The record is another than the request supposes")),
    412: ("changed-since", N_("The record was changed since you read it")),
    413: ("too-large", N_("The request is larger than what is taken here")),
    414: ("too-large", N_("The request is larger than what is taken here")),
    415: ("wrong-media-type", N_("The body is of a kind that is not taken here")),
    422: ("refused-input", N_("The input was refused")),
    429: ("too-many-requests", N_("Too many requests; wait a while")),
    431: ("too-large", N_("The request is larger than what is taken here")),
    503: ("environment", N_("The service is not ready")),
}
_OURS = ("our-mistake", N_("Something went wrong on our side; it was noted under the number of this request"))


def problem(status: int, code: str, title: str, errors: Sequence[Member] = (), **more: Any) -> Response:
    """An answer that says what went wrong; ``more`` are further members of it."""
    body: dict[str, Any] = {"type": TYPE + code, "title": title, "status": status, "code": code}
    if number := g.get("request_id"):
        body["request"] = number
    if errors:
        body["errors"] = list(errors)
    text = json.dumps({**body, **more}, ensure_ascii=False)
    response = Response(text, status, mimetype=MEDIA_TYPE)
    if status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def refuse_with(app: Flask) -> None:
    """Let an application answer its errors as problems."""
    app.register_error_handler(FuelcheckError, refused)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _mistake)


def refused(error: FuelcheckError) -> Response:
    """The answer to what the library or this edge refused."""
    response = problem(_status(error), error.code, _sentence(error), _remarks(error))
    for unit, seconds in (("minutes", 60), ("seconds", 1)):
        if response.status_code == 429 and unit in error.values:
            response.headers["Retry-After"] = str(seconds * int(str(error.values[unit])))
    return response


def _status(error: FuelcheckError) -> int:
    if isinstance(error, Refusal):
        return error.status
    return 503 if isinstance(error, EnvironmentProblem) else STATUS.get(error.code, 422)


def _sentence(error: FuelcheckError) -> str:
    return str(error).partition("\n")[0]


def _remarks(error: FuelcheckError) -> list[Member]:
    if not isinstance(error, FileRefused):
        return []
    return [{"pointer": "", "code": one.code, "message": one.message} for one in error.remarks]


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    code, title = _HTTP.get(status, _OURS if status >= 500 else _HTTP[400])
    messages = (getattr(error, "data", None) or {}).get("messages")
    response = problem(status, code, _(title), complaints(messages) if messages else ())
    for name, value in error.get_headers():
        if name in ("Allow", "Retry-After"):
            response.headers[name] = value
    return response


def _mistake(error: Exception) -> Response:
    _LOG.error("request %s %s failed", g.get("request_id"), request.endpoint, exc_info=error)
    return problem(500, _OURS[0], _(_OURS[1]))

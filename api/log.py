"""The log of requests: a JSON line for each, with nothing in it that tells of a person.

The address stands there as its pattern, without the plate or number that was asked for; who asked
and from where is not written.
"""

import json
import logging
from time import perf_counter
from uuid import uuid4

from flask import Response, g, request

HEADER = "X-Request-Id"
_LOG = logging.getLogger("fuelcheck.api")


def begin() -> None:
    """Give the request a number, and look at the clock."""
    g.request_id, g.begun = uuid4().hex[:16], perf_counter()


def end(response: Response) -> Response:
    """Write the line."""
    response.headers[HEADER] = g.request_id
    rule = request.url_rule
    line = {
        "request": g.request_id, "method": request.method, "address": rule.rule if rule is not None else None,
        "status": response.status_code, "ms": round(1000 * (perf_counter() - g.begun), 1),
        "bytes": response.content_length,
    }  # fmt: skip
    _LOG.info(json.dumps(line))
    return response

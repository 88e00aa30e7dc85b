"""The OpenAPI document of the API and the page that shows it, with local assets only.

What the blueprints say is completed here: security, errors, and an example for every operation,
which are real answers (``api/examples.json``, made by ``python -m tests.api.described``).
"""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from flask import Blueprint, Flask, Response, current_app
from flask_smorest import Api
from marshmallow import Schema, fields
from werkzeug.exceptions import NotFound

from api.blueprint import BASE
from api.guard import Door, door
from api.headers import DOCUMENTATION
from api.problems import MEDIA_TYPE
from api.resources import BLUEPRINTS
from api.tags import as_json, conditional

OPENAPI = "3.1.0"
EXAMPLES = Path(__file__).with_name("examples.json")
_STATIC = Path(__file__).with_name("static")
_ASSETS = {
    "docs.js": "text/javascript", "swagger-ui-bundle.js": "text/javascript", "swagger-ui.css": "text/css",
    "favicon-32x32.png": "image/png",
}  # fmt: skip
_NAME = "fuelcheck-openapi"
_PROMISE = (
    "What stands here stays within v1: addresses, fields, codes and words are added, never taken away or given"
    " another meaning. Measured values and money are strings, counts are numbers, days are YYYY-MM-DD, moments"
    " carry a zone. Messages come in Chinese or English by Accept-Language; programs rely on codes."
)

blueprint = Blueprint("described", __name__, url_prefix=BASE)


class Complaint(Schema):
    """What is wrong with one field."""

    pointer = fields.String(required=True, metadata={"description": "A JSON pointer to the field"})
    code = fields.String(required=True)
    message = fields.String(required=True)


class Problem(Schema):
    """Whatever goes wrong (RFC 9457)."""

    type = fields.String(required=True)
    title = fields.String(required=True, metadata={"description": "A sentence for people"})
    status = fields.Integer(required=True)
    code = fields.String(required=True, metadata={"description": "What programs rely on"})
    request = fields.String(metadata={"description": "The number under which the log knows the request"})
    errors = fields.List(fields.Nested(Complaint))


class _Described(Api):
    """Documents errors as they are answered, and leaves the answering to ``api.problems``."""

    ERROR_SCHEMA = Problem

    def _register_error_handlers(self) -> None:
        """Ours are registered already."""


def describe(app: Flask) -> None:
    """Register the nouns, and the document about them."""
    app.config.update(API_TITLE="fuelcheck", API_VERSION="v1", OPENAPI_VERSION=OPENAPI)
    api = _Described(app, spec_kwargs={"info": {"description": _PROMISE, "license": {"name": "MIT"}}})
    for noun in BLUEPRINTS:
        api.register_blueprint(noun)
    api.spec.components.security_scheme("bearer", {"type": "http", "scheme": "bearer"})
    app.register_blueprint(blueprint)
    app.extensions[_NAME] = _finished(api.spec.to_dict(), app)


def document() -> dict[str, Any]:
    """The OpenAPI document of the application that answers."""
    found: dict[str, Any] = current_app.extensions[_NAME]
    return found


@blueprint.get("/openapi.json")
@door(None)
def openapi() -> Response:
    """The document."""
    response = as_json(document())
    response.add_etag()
    return conditional(response)


@blueprint.get("/docs")
@door(None)
def docs() -> Response:
    """The page that shows it."""
    response = Response((_STATIC / "docs.html").read_text("utf-8"), mimetype="text/html")
    response.headers["Content-Security-Policy"] = DOCUMENTATION
    return response


@blueprint.get("/docs/<asset>")
@door(None)
def docs_asset(asset: str) -> Response:
    """A file of that page."""
    if asset not in _ASSETS:
        raise NotFound()
    response = Response(_asset(asset), mimetype=_ASSETS[asset])
    response.add_etag()
    return conditional(response)


@cache
def _asset(name: str) -> bytes:
    own = _STATIC / name
    return own.read_bytes() if own.is_file() else (files("flask_swagger_ui") / "dist" / name).read_bytes()


def _finished(spec: dict[str, Any], app: Flask) -> dict[str, Any]:
    examples = json.loads(EXAMPLES.read_text("utf-8")) if EXAMPLES.is_file() else {}
    doors = _doors(app)
    for path, operations in spec["paths"].items():
        for method, operation in operations.items():
            if method != "parameters":
                _complete(operation, doors[path, method])
                name = f"{method} {path}"
                operation["operationId"] = _operation_id(name)
                _add_example(operation, operations.get("parameters", []), examples.get(name, {}))
    error = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    spec["components"]["responses"] = {
        "DEFAULT_ERROR": {"description": "Whatever goes wrong", "content": error},
    }
    return spec


def _doors(app: Flask) -> dict[tuple[str, str], Door]:
    """The doors by path as the document writes it, and method."""
    found = {}
    for rule in app.url_map.iter_rules():
        path = "".join(f"{{{part}}}" if is_name else part for is_name, part in rule._trace if part != "|")
        for method in rule.methods or ():
            found[path, method.lower()] = getattr(app.view_functions[rule.endpoint], "door", None)
    return {key: one for key, one in found.items() if one is not None}


def _complete(operation: dict[str, Any], of: Door) -> None:
    operation["responses"] = {
        code: answer for code, answer in operation["responses"].items() if code.startswith("2")
    } | {"default": {"$ref": "#/components/responses/DEFAULT_ERROR"}}
    if of.action is not None:
        operation["security"] = [{"bearer": []}]
        operation["x-action"] = of.action.value


def _operation_id(name: str) -> str:
    words = "".join(c if c.isalnum() else " " for c in name.replace(BASE, "")).split()
    return "_".join(words)


def _add_example(operation: dict[str, Any], shared: list[dict[str, Any]], example: dict[str, Any]) -> None:
    values = example.get("parameters", {})
    for parameter in (*shared, *operation.get("parameters", ())):
        if parameter["name"] in values:
            parameter["example"] = values[parameter["name"]]
    body = operation.get("requestBody", {}).get("content", {})
    for kind, shown in example.get("request", {}).items():
        body[kind]["example"] = shown
    answer = operation["responses"].get(example.get("status", ""), {})
    for kind, shown in example.get("response", {}).items():
        answer.setdefault("content", {}).setdefault(kind, {})["example"] = shown

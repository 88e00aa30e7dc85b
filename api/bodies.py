"""What a request may hold before anything else looks at it: its size, its kind, its text.

Strict where JSON is lenient: no NaN, no text that a database cannot keep, no nesting beyond all
bounds. Whatever is refused here is refused with a status of its own, never with a 500.
"""

import json
import unicodedata
from collections.abc import Iterable
from typing import Any, ClassVar

from flask import Request, request
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

JSON = "application/json"
FORM = "multipart/form-data"
SMALL = 1_048_576
"""Bytes of an ordinary body."""
LARGE = 33_554_432
"""Bytes of a body with ledgers: 32 MB, many times the largest that an office keeps."""
MOST_FILES = 20
_DEEPEST = 32
_LONGEST_ADDRESS = 4_096
_KEPT = "\t\n\r"


class Parser(FlaskParser):
    """Reads JSON strictly."""

    DEFAULT_UNKNOWN_BY_LOCATION: ClassVar[dict[str, str | None]] = {  # type: ignore[misc]
        **FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION, "query": "raise", "form": "raise",
    }  # fmt: skip

    def load_json(self, req: Request, schema: Any) -> Any:
        """The body of a request; 400 if it is no sound JSON."""
        return read_json(req.get_data())


def check(takes: Iterable[str], most: int) -> None:
    """Refuse a request whose address or body is not taken here: 400, 413, 415."""
    request.max_content_length = most
    if len(request.path) + len(request.query_string) > _LONGEST_ADDRESS or not request.query_string.isascii():
        raise BadRequest()
    for text in (request.path, *(part for pair in request.args.items(multi=True) for part in pair)):
        _check_text(text)
    kinds = tuple(takes)
    if kinds and request.mimetype not in kinds:
        raise UnsupportedMediaType()
    if kinds and (request.content_length or 0) > most:
        request.get_data()  # which refuses it as too large


def read_json(body: bytes) -> Any:
    """The value that a JSON text states; 400 if it is none.

    >>> read_json(b'{"a": 1}')
    {'a': 1}
    """
    try:
        value = json.loads(body, parse_constant=_no_number)
        _check_value(value, _DEEPEST)
    except (ValueError, RecursionError) as error:
        raise BadRequest() from error
    return value


def _no_number(text: str) -> None:
    raise ValueError(text)


def _check_value(value: Any, depth: int) -> None:
    if depth == 0:
        raise ValueError(value)
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, dict):
        for name, below in value.items():
            _check_text(name)
            _check_value(below, depth - 1)
    elif isinstance(value, list):
        for below in value:
            _check_value(below, depth - 1)


def _check_text(text: str) -> None:
    """Refuse half characters and control characters: no database keeps them, no paper shows them."""
    if any(unicodedata.category(c) in ("Cc", "Cs") and c not in _KEPT for c in text):
        raise BadRequest()

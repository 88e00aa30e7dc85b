"""A noun's part of the API: its addresses under ``/api/v1``, its answers documented."""

from collections.abc import Callable
from typing import Any, TypeVar

import flask_smorest

from api.bodies import Parser

BASE = "/api/v1"
_BINARY = {"schema": {"type": "string", "format": "binary"}}

F = TypeVar("F", bound=Callable[..., Any])


class Blueprint(flask_smorest.Blueprint):
    """Reads requests strictly."""

    ARGUMENTS_PARSER = Parser()

    def gives_file(self, *kinds: str) -> Callable[[F], F]:
        """Document that the answer is a file of one of these media types."""
        content = dict.fromkeys(kinds, _BINARY)
        found: Callable[[F], F] = self.doc(responses={"200": {"description": "OK", "content": content}})
        return found


def noun(name: str, description: str) -> Blueprint:
    """The blueprint of a noun; ``description`` heads its section of the documentation."""
    return Blueprint(name, __name__, url_prefix=BASE, description=description)

"""What marshmallow complains of, field by field, as code, pointer and a sentence in the tongue in use.

marshmallow speaks English only and gives no codes: this table knows its sentences.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from fuelcheck.language import N_, _

_MISSING = ("missing", N_("It must be filled in"))
_KNOWN: tuple[tuple[re.Pattern[str], tuple[str, str]], ...] = tuple(
    (re.compile(pattern), meaning)
    for pattern, meaning in (
        (r"Missing data|Field may not be null|Shorter than minimum length", _MISSING),
        (r"Unknown field", ("unknown-field", N_("There is no such field here"))),
        (r"Not a valid date\b", ("bad-day", N_("It must be a day such as 2025-03-09"))),
        (r"Not a valid (aware )?datetime", ("bad-moment", N_("It must be a moment such as 2026-01-05T09:00:00+08:00"))),
        (r"Not a valid integer|Not a valid number", ("bad-number", N_("It must be a number"))),
        (r"Not a valid boolean", ("bad-boolean", N_("It must be true or false"))),
        (r"Not a valid (string|list|mapping)|Invalid input", ("bad-type", N_("It is of another kind than asked"))),
        (r"Must be (greater|less) than", ("out-of-range", N_("It is too small or too large"))),
        (r"Must be one of", ("unknown-word", N_("It is none of the allowed words"))),
        (r"Longer than maximum length|Length must be", ("too-long", N_("It is too long"))),
    )
)
_OTHER = ("bad-value", N_("It cannot be taken"))
_ALLOWED = re.compile(r"Must be one of: (.+)\.")
_LOCATIONS = {"query": "query", "form": "form", "files": "files", "path": "path"}


def complaints(messages: Mapping[str, Any]) -> list[dict[str, str]]:
    """The members of ``errors``: JSON pointers into the body; of a parameter its name and where it stands.

    >>> from fuelcheck.language import use
    >>> with use("en"):
    ...     complaints({"json": {"sampled_on": ["Not a valid date."]}})
    [{'pointer': '/sampled_on', 'code': 'bad-day', 'message': 'It must be a day such as 2025-03-09'}]
    """
    return [one for location, tree in messages.items() for one in _told(location, tree)]


def _told(location: str, tree: Any) -> Iterator[dict[str, str]]:
    for pointer, message in _leaves(tree, ""):
        code, sentence = next((meaning for known, meaning in _KNOWN if known.search(message)), _OTHER)
        told = {"pointer": pointer, "code": code, "message": _(sentence)}
        if allowed := _ALLOWED.search(message):
            told["allowed"] = allowed[1]
        yield told | ({"in": _LOCATIONS[location]} if location in _LOCATIONS else {})


def _leaves(tree: Any, pointer: str) -> Iterator[tuple[str, str]]:
    if isinstance(tree, Mapping):
        for name, below in tree.items():
            step = "" if name == "_schema" else "/" + str(name).replace("~", "~0").replace("/", "~1")
            yield from _leaves(below, pointer + step)
    elif isinstance(tree, list):
        for below in tree:
            yield from _leaves(below, pointer)
    else:
        yield pointer, str(tree)

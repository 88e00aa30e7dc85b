"""Lists over HTTP: filters named as the fields, an order, a cursor that goes on where the page stopped.

The cursor holds the place in the order, nothing secret; one that was made for another order, or
made up, is refused.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from marshmallow import Schema, fields, validate

from api.guard import division
from api.office import office
from api.problems import Refusal
from api.schemas.base import Shown
from api.schemas.query import LONGEST, Query
from fuelcheck.language import N_
from fuelcheck.store import listing
from fuelcheck.store.listing import Asked, Page
from fuelcheck.store.session import View

MOST = 200
USUAL = 50
_SORT = N_("The order; a minus before it turns it round")
_CURSOR = N_("Where the list goes on: what the page before gave as next")
_LONGEST_CURSOR = 2_000
_OWN = frozenset({"division", "sort", "cursor", "limit"})


class BadCursor(Refusal):
    """A cursor that this list did not give."""

    code, status = "bad-cursor", 422
    sentence = N_("This cursor was not given by this list in this order; begin without one")


@dataclass(frozen=True)
class Listed:
    """A list of a noun's rows.

    ``orders`` are by the name that ``sort`` takes the columns that the rows are ordered by, which
    together know a row; the first is the usual one. ``columns`` are those that the table calls
    otherwise than the API.
    """

    noun: str
    row: type[Shown]
    orders: Mapping[str, tuple[str, ...]]
    filters: tuple[str, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    pick: Callable[[View, Asked], Page] = listing.page

    @cached_property
    def query(self) -> type[Schema]:
        """The schema of the parameters."""
        declared = self.row._declared_fields
        made: dict[str, fields.Field[Any]] = {}
        for name in self.filters:
            made[name] = _filter(declared[name])
            if isinstance(declared[name], fields.Date):
                made |= {f"{name}_from": fields.Date(), f"{name}_until": fields.Date()}
        words = [sign + name for name in self.orders for sign in ("", "-")]
        made["sort"] = fields.String(
            load_default=words[0], validate=validate.OneOf(words), metadata={"description": _SORT}
        )
        made["cursor"] = fields.String(validate=validate.Length(1, _LONGEST_CURSOR), metadata={"description": _CURSOR})
        made["limit"] = fields.Integer(load_default=USUAL, validate=validate.Range(1, MOST))
        return type(f"{self.row.__name__}Query", (Query,), made)

    @cached_property
    def page(self) -> type[Schema]:
        """The schema of the envelope."""
        return envelope(self.row)

    def answer(self, asked: Mapping[str, Any], **held: object) -> dict[str, Any]:
        """The page that is asked for; ``held`` are columns that the asker sees one value of only."""
        sort = str(asked["sort"])
        order = self.orders[sort.removeprefix("-")]
        wanted = Asked(
            self.noun, order, asked["limit"], descending=sort.startswith("-"),
            after=_place(asked.get("cursor"), sort, self._kinds(order)), **self._conditions(asked, held),
        )  # fmt: skip
        with office().store.reading(division()) as view:
            found = self.pick(view, wanted)
        return {"items": found.rows, "next": None if found.after is None else _cursor(sort, found.after)}

    def _conditions(self, asked: Mapping[str, Any], held: Mapping[str, object]) -> dict[str, dict[str, object]]:
        found: dict[str, dict[str, object]] = {"equal": {}, "first": {}, "last": {}}
        for name, value in asked.items():
            if name not in _OWN:
                of, which = _bound(name, self.filters)
                found[which][self.columns.get(of, of)] = value
        found["equal"] |= held
        return found

    def _kinds(self, order: tuple[str, ...]) -> tuple[type, ...]:
        names = {column: name for name, column in self.columns.items()}
        declared = self.row._declared_fields
        return tuple(int if isinstance(declared[names.get(c, c)], fields.Integer) else str for c in order)


def envelope(row: type[Schema]) -> type[Schema]:
    """The schema of a list of such rows."""
    made: dict[str, fields.Field[Any]] = {
        "items": fields.List(fields.Nested(row), required=True),
        "next": fields.String(allow_none=True),
    }
    return Schema.from_dict(made, name=f"{row.__name__}List")


def whole(items: list[dict[str, Any]]) -> dict[str, Any]:
    """The envelope of a list that is short and never goes on."""
    return {"items": items, "next": None}


def _filter(declared: fields.Field[Any]) -> fields.Field[Any]:
    """A parameter for what a field holds."""
    if isinstance(declared, fields.Enum):
        return fields.Enum(declared.enum, by_value=True)
    if isinstance(declared, fields.Date):
        return fields.Date()
    return fields.String(validate=validate.Length(1, LONGEST))


def _bound(name: str, filters: tuple[str, ...]) -> tuple[str, str]:
    for ending, which in (("_from", "first"), ("_until", "last")):
        if name not in filters and name.endswith(ending):
            return name.removesuffix(ending), which
    return name, "equal"


def _cursor(sort: str, after: tuple[str | int, ...]) -> str:
    text = json.dumps([sort, *after], ensure_ascii=False, separators=(",", ":"))
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _place(cursor: str | None, sort: str, kinds: tuple[type, ...]) -> list[str | int] | None:
    if cursor is None:
        return None
    try:
        parts = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        made_for, *after = parts
        if made_for != sort or [type(value) for value in after] != list(kinds):
            raise BadCursor()
        if not all(map(_storable, after)):
            raise BadCursor()
    except (ValueError, TypeError, RecursionError) as error:
        raise BadCursor() from error
    return list(after)


def _storable(value: str | int) -> bool:
    """Whether a database can hold it; half a character of JSON it cannot."""
    if isinstance(value, int):
        return abs(value) < 2**63
    return "\0" not in value and value.encode("utf-8", "replace").decode() == value

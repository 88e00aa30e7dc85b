"""What a judgement is asked for with."""

from typing import Any

from marshmallow import Schema, fields, validate

from api.schemas.query import LONGEST, Query, text
from fuelcheck.language import N_
from fuelcheck.words import SiteKind

MOST_BATCHES = 200
_MOST_ITEMS = 100
_RESULTS = N_("By item (its key, its Chinese or English name) the result as written, or a pair of result and unit")
_CLAIMS = N_("The seller's own stricter promises by item, such as ≤5")
_PROGRAMME = N_("The programme whose items must all have been tested")


class Found(fields.Field[Any]):
    """A result: a text as the laboratory wrote it, or a pair of it and its unit."""

    default_error_messages = {"invalid": "Not a valid string."}  # noqa: RUF012 - as marshmallow declares it

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> str | tuple[str, str]:
        if isinstance(value, str) and len(value) <= LONGEST:
            return value
        if isinstance(value, list) and len(value) == 2 and all(isinstance(v, str) and len(v) <= LONGEST for v in value):
            return value[0], value[1]
        raise self.make_error("invalid")


class Batch(Schema):
    """A batch to be judged."""

    form_no = fields.String(load_default="", validate=validate.Length(max=LONGEST))
    product = text(required=True)
    grade = text(allow_none=True)
    sampled_on = fields.Date(allow_none=True)
    site_kind = fields.Enum(SiteKind, by_value=True, allow_none=True)
    standard = text(allow_none=True)
    results = fields.Dict(
        keys=text(), values=Found(), required=True, validate=validate.Length(max=_MOST_ITEMS),
        metadata={"description": _RESULTS, "additionalProperties": {"oneOf": [
            {"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2},
        ]}},
    )  # fmt: skip
    claims = fields.Dict(
        keys=text(), values=text(), validate=validate.Length(max=_MOST_ITEMS), metadata={"description": _CLAIMS}
    )


class Programme(Query):
    """By which programme."""

    programme = text(metadata={"description": _PROGRAMME})

"""Parameters that many requests share: the division, the two clocks."""

from datetime import date, datetime
from typing import Any

from marshmallow import Schema, fields, validate

from fuelcheck.china import CHINA
from fuelcheck.language import N_

LONGEST = 200
"""Characters of a parameter."""

_DIVISION = N_("The division's code, where the asker works for several")
_AS_OF = N_("What had happened by the end of this day, as we know it now; today in China if absent")
_KNOWN_AT = N_("Only what had been recorded by this moment (or day's end); the newest act if absent")


class KnownAt(fields.Field[datetime]):
    """A moment; without a zone China's, a bare day its last instant."""

    default_error_messages = {"invalid": "Not a valid datetime."}  # noqa: RUF012 - as marshmallow declares it

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> datetime:
        text = str(value).strip().replace(" ", "+")  # a plus that nobody escaped
        try:
            if len(text) == len("2025-01-01"):
                return datetime.combine(date.fromisoformat(text), datetime.max.time(), CHINA)
            found = datetime.fromisoformat(text)
            found = found if found.tzinfo else found.replace(tzinfo=CHINA)
            found.astimezone(CHINA)  # the first and last days of all time have no moment elsewhere
        except (ValueError, OverflowError) as error:
            raise self.make_error("invalid") from error
        return found


def text(**given: Any) -> fields.String:
    """A short text."""
    return fields.String(validate=validate.Length(1, LONGEST), **given)


class FilePart(fields.Raw):
    """A file in a form; it is taken from the request, never from here."""

    def __init__(self) -> None:
        super().__init__(metadata={"type": "string", "format": "binary"})


class Files(Schema):
    """A form with files."""

    files = fields.List(FilePart(), required=True)


class Query(Schema):
    """What every request may say."""

    division = text(metadata={"description": _DIVISION})


class Clocks(Query):
    """A question about a day, as known at a moment."""

    as_of = fields.Date(metadata={"description": _AS_OF})
    known_at = KnownAt(metadata={"description": _KNOWN_AT, "type": "string", "format": "date-time"})

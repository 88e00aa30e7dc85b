"""Where the quotas of a year stand, and the report on them."""

from typing import Any

from flask import Response
from marshmallow import fields

from api.blueprint import noun
from api.guard import division, door
from api.office import office
from api.schemas.base import Anything
from api.schemas.query import Clocks, KnownAt, text
from api.tags import tagged
from api.uploads import PDF, XLSX, as_file, wanted
from fuelcheck.language import N_
from fuelcheck.library.quotas import quota_report, rendered, today
from fuelcheck.standing.shown import quota_object
from fuelcheck.words import Action, Period

blueprint = noun("quotas", "Where the quotas of a year stand")

_YEAR = "/quotas/<int(min=1901, max=9998):year>"
_SUFFIXES = {PDF: ".pdf", XLSX: ".xlsx"}
_PERIOD = N_("The span that the report speaks of beside the year")
_NUMBER = N_("The office's own document number")
_PRINTED = N_("The moment that the paper states; none if absent")


class QuotaStatus(Anything):
    """The quotas of a year by the end of a day: required, achieved, in progress, what is missing, the fewest visits."""


class Report(Clocks):
    """What a report is asked for with."""

    period = fields.Enum(Period, by_value=True, load_default=Period.YEAR, metadata={"description": _PERIOD})
    number = text(metadata={"description": _NUMBER})
    printed_at = KnownAt(metadata={"description": _PRINTED, "type": "string", "format": "date-time"})


@blueprint.route(_YEAR)
@door(Action.READ_QUOTAS)
@blueprint.arguments(Clocks, location="query")
@blueprint.response(200, QuotaStatus)
def quotas(asked: dict[str, Any], year: int) -> Response:
    """Where the year's quotas stand by the end of a day, as known at a moment."""
    store = office().store
    as_of = asked.get("as_of") or today(store)
    found = quota_report(store, year=year, as_of=as_of, known_at=asked.get("known_at"), division=division())
    return tagged(quota_object(found), found.head.hash.partition(":")[2], as_of)


@blueprint.route(f"{_YEAR}/report")
@door(Action.READ_QUOTAS)
@blueprint.arguments(Report, location="query")
@blueprint.gives_file(PDF, XLSX)
def quotas_report(asked: dict[str, Any], year: int) -> Response:
    """The report on them, rendered and not issued: PDF, or a workbook by Accept."""
    kind, store = wanted(PDF, XLSX), office().store
    found = quota_report(
        store, year=year, as_of=asked.get("as_of") or today(store), known_at=asked.get("known_at"),
        period=asked["period"], division=division(),
    )  # fmt: skip
    paper = office().paper(number=asked.get("number"), printed_at=asked.get("printed_at"))
    return as_file(rendered(found, _SUFFIXES[kind], paper), kind, f"quotas-{year}{_SUFFIXES[kind]}")

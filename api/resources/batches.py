"""Batches (批次): listed, one with its verdict and history, and what its reports found."""

from typing import Any

from flask import Response

from api.blueprint import noun
from api.guard import division, door, laboratory
from api.listed import Listed, envelope, whole
from api.office import office
from api.schemas.base import Anything
from api.schemas.query import Clocks, Query
from api.schemas.rows import BatchRow, ResultRow
from api.tags import tagged
from fuelcheck.library.quotas import today
from fuelcheck.services.batch_folder import NoSuchBatch
from fuelcheck.standing.batch_record import batch_object, batch_record
from fuelcheck.store import listing
from fuelcheck.store.session import View
from fuelcheck.words import Action

blueprint = noun("batches", "Batches: one product sampled at one site on one visit")

BATCHES = Listed(
    "batch", BatchRow, {"sampled_on": ("sampled_on", "form_no"), "form_no": ("form_no",)},
    (
        "form_no", "sampled_on", "site_code", "visit_id", "product", "grade", "task", "purpose", "follows",
        "laboratory", "status", "reported_on", "programme",
    ),
    pick=listing.batches,
)  # fmt: skip


class BatchRecord(Anything):
    """A batch with all that is held of it: reports, results, our verdict beside the laboratory's, its history."""


@blueprint.route("/batches")
@door(Action.READ_BATCHES)
@blueprint.arguments(BATCHES.query, location="query")
@blueprint.response(200, BATCHES.page)
def batches(asked: dict[str, Any]) -> dict[str, Any]:
    """The batches; a laboratory sees its own."""
    own = laboratory()
    if own is None:
        return BATCHES.answer(asked)
    return BATCHES.answer(asked, laboratory=own) if asked.get("laboratory", own) == own else whole([])


@blueprint.route("/batches/<path:form_no>")
@door(Action.READ_BATCHES)
@blueprint.arguments(Clocks, location="query")
@blueprint.response(200, BatchRecord)
def batch(asked: dict[str, Any], form_no: str) -> Response:
    """One batch as it stood on a day, as known at a moment."""
    store = office().store
    as_of = asked.get("as_of") or today(store)
    with store.reading(division(), asked.get("known_at")) as view:
        _check_own(view, form_no)
        record = batch_record(view, form_no, as_of)
        tag = listing.tag(view, "batch", form_no)
    if record is None:
        raise NoSuchBatch(form_no=form_no)
    return tagged(batch_object(record), tag, view.head.hash, as_of)


@blueprint.route("/batches/<path:form_no>/results")
@door(Action.READ_BATCHES)
@blueprint.arguments(Query, location="query")
@blueprint.response(200, envelope(ResultRow))
def batch_results(asked: dict[str, Any], form_no: str) -> Response:
    """What the laboratories' reports on a batch found, line by line."""
    with office().store.reading(division()) as view:
        _check_own(view, form_no)
        rows = listing.results_of(view, form_no)
        tag = listing.tag(view, "batch", form_no)
    return tagged(whole(ResultRow(many=True).dump(rows)), tag, len(rows))


def _check_own(view: View, form_no: str) -> None:
    """Refuse a batch that there is not, or not for a laboratory that asks: both alike."""
    own = laboratory()
    row = listing.row_of(view, "batch", form_no=form_no)
    if row is None or (own is not None and row["laboratory"] != own):
        raise NoSuchBatch(form_no=form_no)

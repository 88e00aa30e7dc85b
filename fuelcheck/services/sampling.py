"""A visit recorded on the spot (到站抽样): one act, whatever number of batches was drawn.

Site, day and team are said once, batches stand below them, each with a form of its own and, where they
are known, the two seals (Order 18 of SAMR art. 22, 23). Fields that ledgers know are read and checked as
an import reads them. A form number and a seal are used once in a division and never again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from fuelcheck.faults import Remark
from fuelcheck.ledgers.cells import BadCell
from fuelcheck.ledgers.columns import VISITS
from fuelcheck.ledgers.terms import outcome as outcome_cell
from fuelcheck.rules.noticed import Notice
from fuelcheck.services.visit_doubts import batch_doubts, known_here, read_claims, spot_doubts
from fuelcheck.services.visit_fields import (
    BATCH_FIELDS,
    VISIT_FIELDS,
    Body,
    Fault,
    Refused,
    field_fault,
    read_batches,
    read_fruitless,
    read_spot,
    unknown_fields,
)
from fuelcheck.standing.open_notices import notices_among
from fuelcheck.store.acts import Act, check_act_id, columns_of
from fuelcheck.store.rows import content
from fuelcheck.store.session import View
from fuelcheck.words import BatchStatus, Datum, Outcome


@dataclass(frozen=True, slots=True)
class Visited:
    """A visit that was recorded: its id, the form numbers in order, and what a person should look at."""

    id: str
    form_nos: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


def record_visit(act: Act, body: Body) -> Visited:
    """Record a visit with its batches, or one that brought no sample.

    ``body``: ``site_code`` (or the site's name), ``visited_on``, ``samplers`` (a list, or joined),
    ``outcome`` (``sampled`` unless it says otherwise), the fields of ``visit_fields.ON_THE_SPOT``, an
    ``id`` of its maker (else the act's), and ``batches``, each with the columns of 抽样 and of
    ``visit_fields.SEALED`` and the station's ``claims``. Refused names every fault by its pointer.
    """
    outcome, faults = _outcome(body)
    faults += unknown_fields(body, (*VISIT_FIELDS, "id", "batches"))
    spot, found = read_spot(body)
    faults += found
    if "longitude" in spot:
        spot.setdefault("datum", Datum.WGS_84.value)
    id_ = check_act_id(str(body["id"])) if body.get("id") else act.id
    if outcome is Outcome.SAMPLED:
        return _sampled(act, body, id_, spot, faults)
    return _fruitless(act, body, id_, spot, faults)


def _outcome(body: Body) -> tuple[Outcome, list[Fault]]:
    written = body.get("outcome") or Outcome.SAMPLED.value
    if written in (Outcome.SAMPLED.value, Outcome.SAMPLED.zh):
        return Outcome.SAMPLED, []
    try:
        return Outcome(outcome_cell(str(written))), []
    except BadCell as bad:
        return Outcome.SAMPLED, [field_fault("/outcome", VISITS.column("outcome"), bad, written)]


def _sampled(act: Act, body: Body, id_: str, spot: Mapping[str, str], faults: list[Fault]) -> Visited:
    batches = _batches(body, faults)
    rows, found = read_batches(body, batches, known_here(act, [one.get("follows") for one in batches]))
    faults += found
    if not faults:
        faults += [*spot_doubts(spot, rows[0]["sampled_on"]), *batch_doubts(act, rows)]
    claims = []
    for place, one in enumerate(batches):
        text, found = read_claims(act, one, f"/batches/{place}/claims")
        claims.append(text)
        faults += found
    if faults:
        raise Refused(faults)
    head = {"site_code": rows[0]["site_code"], "visited_on": rows[0]["sampled_on"], "samplers": rows[0]["samplers"]}
    _create_visit(act, {"id": id_, "outcome": Outcome.SAMPLED.value, **head, **spot})
    for row, promised in zip(rows, claims, strict=True):
        _create_batch(act, id_, {**row, "claims": promised})
    forms = tuple(row["form_no"] for row in rows)
    return Visited(id_, forms, _notices(act, forms, date.fromisoformat(head["visited_on"])))


def _batches(body: Body, faults: list[Fault]) -> Sequence[Body]:
    batches = body.get("batches")
    if not isinstance(batches, list) or not batches or not all(isinstance(one, Mapping) for one in batches):
        raise Refused([*faults, Fault("/batches", Remark("no-batches"))])
    for place, one in enumerate(batches):
        faults += unknown_fields(one, (*BATCH_FIELDS, "claims"), f"/batches/{place}")
    return batches


def _fruitless(act: Act, body: Body, id_: str, spot: Mapping[str, str], faults: list[Fault]) -> Visited:
    row, found = read_fruitless(body, known_here(act, ()))
    faults += [*found, *spot_doubts(spot, row.get("visited_on", ""))]
    if body.get("batches"):
        faults.append(Fault("/batches", Remark("batches-unexpected", values={"outcome": body["outcome"]})))
    key = {name: row.get(name) for name in ("site_code", "visited_on", "outcome")}
    if row and content(act.connection, "visit", act.division, **key) is not None:
        faults.append(Fault("", Remark("visit-recorded")))
    if faults:
        raise Refused(faults)
    _create_visit(act, {**row, "id": id_, **spot})
    return Visited(id_)


def _create_visit(act: Act, cells: Mapping[str, Any]) -> None:
    act.create("visit", {column: cells.get(column) for column in columns_of("visit")}, kind="recorded")


def _create_batch(act: Act, visit_id: str, cells: Mapping[str, Any]) -> None:
    row = {column: cells.get(column) for column in columns_of("batch")}
    row |= {"visit_id": visit_id, "year": int(cells["sampled_on"][:4]), "status": BatchStatus.VALID.value}
    act.create("batch", row, kind="sampled")


def _notices(act: Act, forms: Sequence[str], day: date) -> tuple[Notice, ...]:
    act.flush()
    return notices_among(View(act.connection, act.division, act.head), forms, day, day)

"""The law as it is registered for the division: policies, standards, programmes."""

from typing import Any

from flask import Response

from api.blueprint import noun
from api.guard import division, door
from api.listed import envelope, whole
from api.office import office
from api.problems import Refusal
from api.schemas.base import Anything
from api.schemas.query import Query
from api.tags import as_json, tagged
from fuelcheck.language import N_
from fuelcheck.law.shown import programme_object, standard_object
from fuelcheck.law.standards import Standard
from fuelcheck.law.values import Policy
from fuelcheck.library.county import registered_policies
from fuelcheck.library.law import registered_programmes, registered_standards
from fuelcheck.words import Action

blueprint = noun("law", "Policies, standards and programmes as registered")


class NoSuchStandard(Refusal):
    """No registered standard of that name."""

    code, status = "no-such-standard", 404
    sentence = N_("No standard {name} is registered; there are: {known}")


class PolicyBrief(Anything):
    """A policy: its number, its dates, the hash of its text."""


class StandardBrief(Anything):
    """A standard: its edition and phase, what it is about, from when to when it is in force."""


class StandardWhole(Anything):
    """A standard with its items, limits and open questions; confirmed limits bear no mark of doubt."""


class ProgrammeShown(Anything):
    """A programme: the items that a year's task tests, by product."""


@blueprint.route("/policies")
@door(Action.READ_LAW)
@blueprint.arguments(Query, location="query")
@blueprint.response(200, envelope(PolicyBrief))
def policies(asked: dict[str, Any]) -> Response:
    """The policies, by the day they were issued."""
    return as_json(whole([_policy(one) for one in registered_policies(office().store, division=division())]))


@blueprint.route("/standards")
@door(Action.READ_LAW)
@blueprint.arguments(Query, location="query")
@blueprint.response(200, envelope(StandardBrief))
def standards(asked: dict[str, Any]) -> Response:
    """The standards, by name."""
    return as_json(whole([_standard(one) for one in registered_standards(office().store, division=division())]))


@blueprint.route("/standards/<path:name>")
@door(Action.READ_LAW)
@blueprint.arguments(Query, location="query")
@blueprint.response(200, StandardWhole)
def standard(asked: dict[str, Any], name: str) -> Response:
    """One standard by its name, such as ``GB 19147-2016 VI``."""
    known = registered_standards(office().store, division=division())
    found = next((one for one in known if one.name == name), None)
    if found is None:
        raise NoSuchStandard(name=name, known=", ".join(one.name for one in known))
    shown = {"name": found.name, **standard_object(found)}
    marks = [limit["confidence"] for item in shown["items"] for limit in item["limits"]]
    return tagged(shown, found.sha256.partition(":")[2] or found.sha256, marks)


@blueprint.route("/programmes")
@door(Action.READ_LAW)
@blueprint.arguments(Query, location="query")
@blueprint.response(200, envelope(ProgrammeShown))
def programmes(asked: dict[str, Any]) -> Response:
    """The programmes, by year and id."""
    found = registered_programmes(office().store, division=division())
    return as_json(whole([programme_object(one) for one in found]))


def _policy(policy: Policy) -> dict[str, Any]:
    paper = policy.document
    return {
        "id": policy.id, "number": paper.number, "issued_on": paper.issued_on.isoformat(),
        "valid_from": paper.valid_from.isoformat(),
        "valid_until": paper.valid_until.isoformat() if paper.valid_until else None, "sha256": policy.sha256,
    }  # fmt: skip


def _standard(standard: Standard) -> dict[str, Any]:
    return {
        "name": standard.name, "id": standard.id, "phase": standard.phase, "title": standard.title,
        "products": sorted(standard.products), "in_force_from": standard.in_force_from.isoformat(),
        "in_force_until": standard.in_force_until.isoformat() if standard.in_force_until else None,
        "sha256": standard.sha256,
    }  # fmt: skip

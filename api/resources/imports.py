"""Bringing ledgers (导入): the files of one request together, or nothing."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from flask import Response
from marshmallow import Schema, ValidationError, fields

from api.blueprint import noun
from api.bodies import FORM, LARGE
from api.guard import division, door, need, subject
from api.office import office
from api.problems import problem
from api.schemas.base import Anything
from api.schemas.query import LONGEST, FilePart, Query, text
from api.tags import as_json
from api.uploads import brought_files
from fuelcheck.language import N_, _
from fuelcheck.ledgers.bring import read_tables
from fuelcheck.library.ledgers import import_ledgers
from fuelcheck.rules.permissions import action_of_sheet
from fuelcheck.services.importing import remembered_mapping
from fuelcheck.words import Action

blueprint = noun("imports", "Bringing ledgers")

_REFUSED = N_("The ledgers were refused; nothing was changed")
_MAPPING = N_("The name of a remembered mapping of headers")


def _remembered(name: str) -> None:
    """Take a name, never a file of this machine."""
    if Path(name).suffix == ".toml" or not 0 < len(name) <= LONGEST:
        raise ValidationError("Invalid value.")


class Bringing(Schema):
    """How the files are to be taken."""

    dry_run = fields.Boolean(load_default=False)
    update = fields.Boolean(load_default=False)
    reason = text()
    number_missing = text()
    mapping = fields.String(validate=_remembered, metadata={"description": _MAPPING})


class Brought(Bringing):
    """The files, and how they are to be taken."""

    files = fields.List(FilePart(), required=True)


class ImportAnswer(Anything):
    """What became, or would become, of the files: sheets, faults, notices, conflicts."""


@blueprint.route("/imports", methods=["POST"])
@door(Action.IMPORT, FORM, most=LARGE)
@blueprint.arguments(Query, location="query")
@blueprint.ARGUMENTS_PARSER.use_args(Bringing, location="form")
@blueprint.response(200, ImportAnswer)
@blueprint.alt_response(201, schema=ImportAnswer)
@blueprint.doc(requestBody={"required": True, "content": {FORM: {"schema": Brought}}})
def imports(asked: dict[str, Any], how: dict[str, Any]) -> Response:
    """Bring ledgers; with ``dry_run`` only say what would become of them. 201: something was recorded."""
    with brought_files() as paths:
        _check_sheets(paths, how)
        answer = import_ledgers(office().store, paths, by=subject().login, division=division(), **how)
    shown = answer.as_json()
    if not answer.accepted and not how["dry_run"]:
        return problem(422, "import-refused", _(_REFUSED), **shown)
    return as_json(shown, 201 if answer.import_id else 200)


def _check_sheets(paths: Sequence[Path], how: Mapping[str, Any]) -> None:
    """Refuse files with a sheet that the asker may not record."""
    with office().store.reading(division()) as view:
        name = how.get("mapping")
        mapping = None if name is None else remembered_mapping(view, name)
    kinds = {one.declared.kind for one in read_tables(paths, mapping=mapping).tables}
    for action in sorted({action_of_sheet(kind) or Action.MANAGE_USERS for kind in kinds}):
        need(action)

"""Giving ledgers out (导出), in the columns in which they are brought; drivers' names are masked."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from flask import Response
from werkzeug.exceptions import NotFound

from api.blueprint import noun
from api.guard import division, door, need
from api.office import office
from api.schemas.query import Query
from api.uploads import CSV, XLSX, as_file, wanted
from fuelcheck.library.ledgers import export_sheets
from fuelcheck.words import STORED_SHEETS, Action

blueprint = noun("exports", "Ledgers in the columns in which they are brought")

_READ = {
    "sites": Action.READ_SITES, "site_changes": Action.READ_SITES, "visits": Action.READ_SITES,
    "samples": Action.READ_BATCHES, "results": Action.READ_BATCHES, "vehicles": Action.READ_VEHICLES,
    "roadside_checks": Action.READ_CHECKS,
}  # fmt: skip
"""What an export of a sheet asks for besides EXPORT."""
_SUFFIXES = {XLSX: ".xlsx", CSV: ".csv"}


@blueprint.route("/exports/<sheet>")
@door(Action.EXPORT)
@blueprint.arguments(Query, location="query")
@blueprint.gives_file(XLSX, CSV)
def exports(asked: dict[str, Any], sheet: str) -> Response:
    """One sheet as a workbook, or as CSV by Accept."""
    kind = wanted(XLSX, CSV)
    found = next((one for one in STORED_SHEETS if one == sheet), None)
    if found is None:
        raise NotFound()
    need(_READ[found])
    with TemporaryDirectory(prefix="fuelcheck-") as folder:
        path = Path(folder, found + _SUFFIXES[kind])
        export_sheets(office().store, [found], path, division=division())
        return as_file(path.read_bytes(), kind, path.name)

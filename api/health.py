"""Whether the process lives, and whether it can serve: for whoever watches it."""

from typing import Any

from flask import Blueprint, Response

from api.guard import door
from api.office import office
from api.problems import problem
from api.tags import as_json
from fuelcheck.language import N_, _
from fuelcheck.store.diagnosis import diagnose

blueprint = Blueprint("health", __name__)

_SHOWN = ("schema", "sqlite", "sqlite_wal_reset_bug", "journal_mode", "synchronous", "foreign_keys", "postgresql",
          "fsync", "full_page_writes", "synchronous_commit")  # fmt: skip
_NOT_READY = N_("The database cannot be used: see the log, or run fuelcheck doctor")


@blueprint.get("/healthz")
@door(None)
def healthz() -> Response:
    """Answer whenever the process does."""
    return as_json({"alive": True})


@blueprint.get("/readyz")
@door(None)
def readyz() -> Response:
    """Answer well where the database is reached, has the right schema and keeps what it acknowledged."""
    found = diagnose(office().settings.database.value)
    facts: dict[str, Any] = {name: value for name, value in found.facts if name in _SHOWN}
    if found.problem is not None:
        return problem(503, "not-ready", _(_NOT_READY), **facts)
    return as_json({"ready": True, **facts})

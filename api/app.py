"""One application: a store, the nouns, and what every request passes on its way in and out."""

from collections.abc import Callable
from datetime import datetime

from flask import Flask
from flask.json.provider import DefaultJSONProvider

from api import described, guard, headers, health, log, pace, problems, tongue
from api.bodies import SMALL
from api.office import Office, settle
from fuelcheck.config import Settings
from fuelcheck.library.county import open_store

_MOST_FORM_PARTS = 50


class _Json(DefaultJSONProvider):
    """Chinese as it is, keys in the order in which they are thought of."""

    ensure_ascii = False
    sort_keys = False


def create_app(settings: Settings, *, clock: Callable[[], datetime] | None = None) -> Flask:
    """The application of one process; raises EnvironmentProblem where there is no store of this release."""
    app = Flask("api", static_folder=None, template_folder=None)
    app.config.update(
        MAX_CONTENT_LENGTH=SMALL, MAX_FORM_PARTS=_MOST_FORM_PARTS, MAX_FORM_MEMORY_SIZE=SMALL,
        PROVIDE_AUTOMATIC_OPTIONS=False, PROPAGATE_EXCEPTIONS=False,
    )  # fmt: skip
    app.json = _Json(app)
    settle(app, Office(settings, open_store(settings.database.value, clock=clock)))
    pace.keep(app)
    for step in (log.begin, tongue.choose, guard.enter):
        app.before_request(step)
    for last in (log.end, headers.protect, tongue.declare):  # the last of them is called first
        app.after_request(last)
    problems.refuse_with(app)
    app.register_blueprint(health.blueprint)
    described.describe(app)
    return app

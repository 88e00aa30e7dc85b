"""Bringing a database to this release's schema; Alembic is loaded only here.

SQLite's tables are rebuilt with foreign keys off, on a connection of its own, and checked
afterwards with ``foreign_key_check``. SQLite makes schema changes inside the transaction.
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from fuelcheck.errors import EnvironmentProblem
from fuelcheck.language import N_
from fuelcheck.store.engine import SCHEMA, found_schema, make_engine, shown
from fuelcheck.store.session import commit, refusals


class BrokenReferences(EnvironmentProblem):
    """After an upgrade some rows refer to rows that are not there."""

    code = "broken-references"
    sentence = N_("The upgrade left broken references in {tables}; nothing was changed")


def create(url: str) -> None:
    """Make the folder and the tables; a store that is there already is left as it is."""
    _make_folder(url)
    if found_schema(engine := make_engine(url), url) is None:
        upgrade(url)
    engine.dispose()


def upgrade(url: str) -> tuple[str | None, str]:
    """Run the migrations that the database lacks; returns the schema before and after."""
    engine = make_engine(url)
    before = found_schema(engine, url)
    try:
        with refusals(), engine.connect().execution_options(writing=True) as connection:
            _without_foreign_keys(connection)
            config = alembic_config()
            config.attributes["connection"] = connection
            connection.begin()
            command.upgrade(config, "head")
            _check_references(connection, url)
            commit(connection)
    finally:
        engine.dispose()
    return before, SCHEMA


def alembic_config() -> Config:
    """Alembic's configuration, without a file."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.set_main_option("path_separator", "os")
    return config


def _make_folder(url: str) -> None:
    parsed = sa.make_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:"):
        Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)


def _without_foreign_keys(connection: sa.Connection) -> None:
    if connection.dialect.name == "sqlite":
        raw = connection.connection.driver_connection
        raw.execute("PRAGMA foreign_keys = OFF")  # type: ignore[union-attr]


def _check_references(connection: sa.Connection, url: str) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = {row[0] for row in connection.exec_driver_sql("PRAGMA foreign_key_check")}
    if broken:
        raise BrokenReferences(tables=", ".join(sorted(broken)), url=shown(url))

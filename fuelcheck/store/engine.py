"""Opening a database: durable settings, transactions, and the version it must have.

SQLite runs in the durable mode for the library that is found: WAL with
``synchronous = FULL`` where the library is free of the WAL-reset bug (3.51.3, 3.50.7 and
3.44.6 and later in their lines; sqlite.org/wal.html), else DELETE with EXTRA. Writers begin
IMMEDIATE: a deferred read-then-write fails at once under contention, or loses updates.
"""

import importlib
import re
import sqlite3
from pathlib import Path
from types import ModuleType
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import StaticPool

from fuelcheck.errors import EnvironmentProblem
from fuelcheck.language import N_

SCHEMA = "0005"
"""The migration that this release's tables correspond to; a test holds them together."""

BUSY_SECONDS = 30
_PASSWORD = re.compile(r"(//[^:/@]*):.*@")
CACHE_KIB = 65_536
"""SQLite's own 2 MB make a large import spill pages all the time: with 64 MB it takes half as long."""


class CannotOpen(EnvironmentProblem):
    """The database cannot be reached or is none."""

    code = "cannot-open"
    sentence = N_("The database {url} cannot be opened: {why}")


class BadUrl(EnvironmentProblem):
    """The database is named by something that is no URL."""

    code = "bad-url"
    sentence = N_("{url} is no database URL; allowed: sqlite:///FILE or postgresql+psycopg://…")


class NoStore(EnvironmentProblem):
    """There is no store at that place."""

    code = "no-store"
    sentence = N_("There is no fuelcheck store at {url}. Make one with: fuelcheck init")


class WrongSchema(EnvironmentProblem):
    """The database was made by another version of fuelcheck."""

    code = "wrong-schema"
    sentence = N_("The database has schema {found}, this fuelcheck needs {needed}. Run: fuelcheck upgrade")


class NewerSchema(EnvironmentProblem):
    """The database was made by a newer fuelcheck."""

    code = "newer-schema"
    sentence = N_("The database has schema {found}, newer than this fuelcheck ({needed}): install the newer fuelcheck")


class NotDurable(EnvironmentProblem):
    """SQLite did not accept the durable settings."""

    code = "not-durable"
    sentence = N_("SQLite answered {found} instead of {asked}: is the file on a network drive?")


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Whether that SQLite is free of the WAL-reset bug.

    >>> [wal_is_safe(v) for v in ((3, 40, 1), (3, 44, 6), (3, 50, 6), (3, 50, 7), (3, 51, 3), (3, 53, 4))]
    [False, True, False, True, True, True]
    """
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def sqlite_module() -> ModuleType:
    """The newest SQLite at hand: that of ``fuelcheck[sqlite]`` if installed, else Python's own."""
    try:
        newer = importlib.import_module("pysqlite3.dbapi2")
    except ImportError:
        return sqlite3
    return newer if newer.sqlite_version_info > sqlite3.sqlite_version_info else sqlite3


def durable_mode(module: ModuleType) -> tuple[str, str]:
    """Journal mode and synchronous setting that lose nothing acknowledged on that library."""
    return ("wal", "FULL") if wal_is_safe(module.sqlite_version_info) else ("delete", "EXTRA")


def make_engine(url: str) -> sa.Engine:
    """An engine for the URL, set up to be durable; CannotOpen for a URL that is none."""
    try:
        parsed = sa.make_url(url)
        if parsed.get_backend_name() == "sqlite":
            return _sqlite_engine(parsed)
        return _server_engine(parsed)
    except ArgumentError as error:
        raise BadUrl(url=shown(url)) from error
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise CannotOpen(url=shown(url), why=str(error).splitlines()[0]) from error


def shown(url: str) -> str:
    """The URL without its password."""
    try:
        return sa.make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return _PASSWORD.sub(r"\1:***@", url)


def _sqlite_engine(url: sa.URL) -> sa.Engine:
    module = sqlite_module()
    memory = url.database in (None, "", ":memory:")
    pool: dict[str, Any] = {"poolclass": StaticPool} if memory else {}
    arguments: dict[str, Any] = {"check_same_thread": False, "timeout": BUSY_SECONDS}
    engine = sa.create_engine(url, module=module, connect_args=arguments, **pool)
    sa.event.listen(engine, "connect", lambda raw, _record: _set_up(raw, module, memory=memory))
    sa.event.listen(engine, "begin", _begin)
    return engine


def _set_up(raw: Any, module: ModuleType, *, memory: bool) -> None:
    raw.isolation_level = None
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA recursive_triggers = ON")  # else INSERT OR REPLACE slips past the append-only triggers
    raw.execute("PRAGMA temp_store = MEMORY")
    raw.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    if memory:
        return
    journal, synchronous = durable_mode(module)
    found = raw.execute(f"PRAGMA journal_mode = {journal}").fetchone()[0]
    raw.execute(f"PRAGMA synchronous = {synchronous}")
    level = raw.execute("PRAGMA synchronous").fetchone()[0]
    if found != journal or level != {"FULL": 2, "EXTRA": 3}[synchronous]:
        raise NotDurable(found=f"{found}/{level}", asked=f"{journal}/{synchronous}")


def _begin(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writing(connection) else "BEGIN")


def _server_engine(url: sa.URL) -> sa.Engine:
    engine = sa.create_engine(url, pool_pre_ping=True)
    sa.event.listen(engine, "begin", _see_one_moment)
    return engine


def _see_one_moment(connection: sa.Connection) -> None:
    """A reader sees one moment, as it does on SQLite; a writer sees all that was there when it got the lock."""
    if not _writing(connection):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _writing(connection: sa.Connection) -> bool:
    return bool(connection.get_execution_options().get("writing", False))


def found_schema(engine: sa.Engine, url: str) -> str | None:
    """The schema that the database says it has, None if it holds no store; CannotOpen if unreachable."""
    if not _file_exists(engine.url):  # connecting would make an empty file
        return None
    try:
        with engine.connect() as connection:
            if not sa.inspect(connection).has_table("alembic_version"):
                return None
            return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    except DBAPIError as error:
        raise CannotOpen(url=shown(url), why=str(error.orig)) from error
    except UnicodeDecodeError as error:  # SQLite names the damaged table, and its name is damaged, too
        raise CannotOpen(url=shown(url), why=str(error)) from error


def _file_exists(url: sa.URL) -> bool:
    in_a_file = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    return not in_a_file or Path(str(url.database)).exists()


def check_schema(engine: sa.Engine, url: str) -> None:
    """Raise NoStore, WrongSchema or NewerSchema unless the database is of this release's schema."""
    found = found_schema(engine, url)
    if found is None:
        raise NoStore(url=shown(url))
    if found > SCHEMA:
        raise NewerSchema(found=found, needed=SCHEMA)
    if found != SCHEMA:
        raise WrongSchema(found=found, needed=SCHEMA)

"""Backup, restore and upgrade of a whole store.

A backup is a SQLite file, whatever the store runs on: it can be opened as a store, verified,
and restored to either database. Copying is not ``cp``: a copy taken under load may be torn,
and a stale ``-wal`` beside a restored file silently adds rows.
"""

import errno
import os
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from fuelcheck.errors import EnvironmentProblem, FuelcheckError
from fuelcheck.language import N_
from fuelcheck.store import upgrading
from fuelcheck.store.acts import head_of
from fuelcheck.store.engine import SCHEMA, NewerSchema, check_schema, found_schema, make_engine, shown
from fuelcheck.store.session import Store, commit, refusals
from fuelcheck.store.tables import metadata
from fuelcheck.store.verifying import Anchor, verify

_MANY = 5_000


class BadBackup(EnvironmentProblem):
    """A copy whose evidence does not verify."""

    code = "bad-backup"
    sentence = N_("{path} does not verify ({findings}); it is not used")


class AlreadyThere(EnvironmentProblem):
    """Something stands where a backup or a restored store would go."""

    code = "already-there"
    sentence = N_("{path} is there already; fuelcheck overwrites neither backups nor stores")


class NoBackup(FuelcheckError):
    """There is no file to restore from."""

    code = "no-backup"
    sentence = N_("There is no backup at {path}")


class CannotCopy(EnvironmentProblem):
    """Disk or database refused the copy."""

    code = "cannot-copy"
    sentence = N_("The copy to {path} failed: {why}")


def backup(url: str, target: Path) -> list[Anchor]:
    """Copy the store to ``target`` (a SQLite file), verify the copy, return its heads."""
    if target.exists():
        raise AlreadyThere(path=target)
    if not target.absolute().parent.is_dir():
        raise CannotCopy(path=target, why=os.strerror(errno.ENOENT))
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        _copy_out(url, beside)
        heads = _verified(beside, target)
        _sync(beside)
        beside.replace(target)
        _sync_name(target)
    except (DBAPIError, OSError) as error:
        raise CannotCopy(path=target, why=error) from error
    finally:
        beside.unlink(missing_ok=True)
    return heads


def restore(source: Path, url: str) -> list[Anchor]:
    """Put a verified backup where there is no store yet, or an empty one (a restore that broke off left it).

    Returns its heads. NoBackup, BadBackup, AlreadyThere.
    """
    if not source.is_file():
        raise NoBackup(path=source)
    heads = _verified(source, source)
    upgrading.create(url)
    with Store(url) as store:
        store.check()
        if store.divisions():
            raise AlreadyThere(path=shown(url))
        _copy_rows(_file_url(source), url)
        _check(store, Path(shown(url)))
    return heads


def upgrade(url: str) -> tuple[str | None, str, Path | None]:
    """Bring a store to this release's schema; a SQLite file is copied beside itself before.

    Returns the schema before and after, and where the copy lies (None: nothing to do, or
    PostgreSQL, which its own tools back up).
    """
    engine = make_engine(url)
    before = found_schema(engine, url)
    engine.dispose()
    if before is not None and before > SCHEMA:
        raise NewerSchema(found=before, needed=SCHEMA)
    kept = _keep_file(url, before) if before is not None and before != SCHEMA else None
    found, after = upgrading.upgrade(url)
    return found, after, kept


def _keep_file(url: str, schema: str) -> Path | None:
    parsed = sa.make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        return None
    target = Path(f"{parsed.database}.before-upgrade-from-{schema}")
    if not target.exists():
        _vacuum_into(url, target)
    return target


def _copy_out(url: str, target: Path) -> None:
    engine = make_engine(url)
    check_schema(engine, url)
    engine.dispose()
    if sa.make_url(url).get_backend_name() == "sqlite":
        _vacuum_into(url, target)
    else:
        upgrading.create(_file_url(target))
        _copy_rows(url, _file_url(target))


def _vacuum_into(url: str, target: Path) -> None:
    engine = make_engine(url)
    with engine.connect() as connection:
        try:
            connection.connection.driver_connection.execute("VACUUM INTO ?", (str(target),))  # type: ignore[union-attr]
        except connection.dialect.loaded_dbapi.Error as error:
            raise CannotCopy(path=target, why=error) from error
    engine.dispose()


def _copy_rows(source: str, target: str) -> None:
    here, there = make_engine(source), make_engine(target)
    with refusals(), here.connect() as reading, there.connect().execution_options(writing=True) as writing:
        for table in metadata.sorted_tables:
            rows = reading.execute(sa.select(table)).mappings()
            while some := rows.fetchmany(_MANY):
                writing.execute(sa.insert(table), [dict(row) for row in some])
        commit(writing)
    here.dispose()
    there.dispose()


def _verified(file: Path, named: Path) -> list[Anchor]:
    with Store(_file_url(file)) as store:
        store.check()
        return _check(store, named)


def _check(store: Store, named: Path) -> list[Anchor]:
    heads = []
    for division in store.divisions():
        with store.reading(division) as view:
            findings = verify(view.connection, division)
            head = head_of(view.connection, division)
        if findings:
            raise BadBackup(path=named, findings=findings[0].message)
        heads.append(Anchor(division, head.n, head.hash))
    return heads


def _file_url(file: Path) -> str:
    return f"sqlite:///{file.as_posix()}"


def _sync(file: Path) -> None:
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def _sync_name(file: Path) -> None:
    """A new name survives a power cut once its folder is synced; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)

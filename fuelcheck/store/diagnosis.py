"""What is found here: versions, the database and how durable it is (``doctor``, ``/readyz``)."""

import platform
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_, say
from fuelcheck.store.acts import head_of
from fuelcheck.store.engine import SCHEMA, make_engine, shown, sqlite_module, wal_is_safe
from fuelcheck.store.session import Store, refusals

_PRAGMAS = ("journal_mode", "synchronous", "foreign_keys")
_DURABLE = ("fsync", "full_page_writes", "synchronous_commit")
_UNDURABLE = N_("PostgreSQL runs with {settings} switched off: a power cut would lose what was reported as saved")


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Facts by name, and the first problem as a sentence (None: all is well)."""

    facts: tuple[tuple[str, str], ...]
    problem: str | None

    def as_json(self) -> dict[str, Any]:
        """The facts as one object."""
        return {**dict(self.facts), "problem": self.problem}


def diagnose(url: str) -> Diagnosis:
    """Look at Python, the database library and the store; never raises for what it finds."""
    facts = [("python", platform.python_version()), ("database", shown(url)), ("schema", SCHEMA)]
    try:
        with Store(url) as store:
            facts += _library(url)
            store.check()
            facts += _store(store)
    except FuelcheckError as error:
        return Diagnosis(tuple(facts), str(error))
    off = [name for name, value in facts if name in _DURABLE and value == "off"]
    return Diagnosis(tuple(facts), say(_UNDURABLE, settings=", ".join(off)) if off else None)


def _library(url: str) -> list[tuple[str, str]]:
    engine = make_engine(url)
    if engine.dialect.name != "sqlite":
        return []
    module = sqlite_module()
    bug = "no" if wal_is_safe(module.sqlite_version_info) else "yes"
    return [("sqlite", module.sqlite_version), ("sqlite_wal_reset_bug", bug)]


def _store(store: Store) -> list[tuple[str, str]]:
    facts = []
    with refusals(), store.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            facts += [(p, str(connection.exec_driver_sql(f"PRAGMA {p}").scalar())) for p in _PRAGMAS]
        else:
            facts.append(("postgresql", str(connection.exec_driver_sql("SHOW server_version").scalar())))
            facts += [(name, str(connection.execute(sa.text(f"SHOW {name}")).scalar())) for name in _DURABLE]
        for division in store.divisions():
            head = head_of(connection, division)
            facts.append((f"division {division}", f"{head.n} {head.hash}"))
    return facts

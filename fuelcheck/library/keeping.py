"""Backup, restore, upgrade, and what is found here."""

from pathlib import Path

from fuelcheck.store import keeping
from fuelcheck.store.diagnosis import Diagnosis, diagnose
from fuelcheck.store.verifying import Anchor


def backup_store(url: str, target: Path) -> list[Anchor]:
    """Copy the whole store to a SQLite file, verified; returns the heads that it holds."""
    return keeping.backup(url, target)


def restore_store(source: Path, url: str) -> list[Anchor]:
    """Put a backup where there is no store yet; returns the heads that it holds."""
    return keeping.restore(source, url)


def upgrade_store(url: str) -> tuple[str | None, str, Path | None]:
    """Bring a store to this release; schema before, after, and where the copy made before lies."""
    return keeping.upgrade(url)


def diagnosis(url: str) -> Diagnosis:
    """What is found here: versions, the database, how durable it is."""
    return diagnose(url)

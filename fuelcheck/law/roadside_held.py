"""The law on vehicles in use that holds here: the package's and the office's, read again only when a file changed."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from fuelcheck.law.load import roadside_files, roadside_law
from fuelcheck.law.roadside import RoadsideLaw


def held_law(data: Path | None = None) -> RoadsideLaw:
    """The law on vehicles in use of the office's folder and the package; FileRefused for a broken file."""
    return _law(tuple(_stamps(data)))


def _stamps(data: Path | None) -> Iterator[tuple[Path, int, int]]:
    for path in roadside_files(data):
        state = path.stat()
        yield path, state.st_mtime_ns, state.st_size


@lru_cache(maxsize=4)
def _law(stamps: tuple[tuple[Path, int, int], ...]) -> RoadsideLaw:
    return roadside_law(path for path, _, _ in stamps)

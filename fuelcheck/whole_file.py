"""A file is written whole or not at all: what stood there before stays until the new one is complete."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from fuelcheck.errors import EnvironmentProblem
from fuelcheck.language import N_


class CannotWrite(EnvironmentProblem):
    """A file that cannot be written."""

    code = "cannot-write"
    sentence = N_("{path} cannot be written: {why}")


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """An open file that takes the place of ``path`` when the block ends well; if it raises, nothing is left of it.

    A device or a pipe has no place to take: it is written directly. Every OSError becomes CannotWrite.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                yield file
        else:
            with _beside(path.resolve()) as file:
                yield file
    except OSError as error:
        raise CannotWrite(path=path, why=error.strerror or error) from error


def check_place(path: Path) -> None:
    """Refuse a place that cannot be written before anything is done that ought to be written there. CannotWrite."""
    folder = path.absolute().parent
    for bad, code in (
        (path.is_dir(), errno.EISDIR),
        (not folder.is_dir(), errno.ENOENT),
        (not os.access(folder, os.W_OK), errno.EACCES),
    ):
        if bad:
            raise CannotWrite(path=path, why=os.strerror(code))


def write_whole(path: Path, content: bytes) -> None:
    """Write ``content`` as the whole of ``path``; CannotWrite."""
    with whole_file(path) as file:
        file.write(content)


@contextmanager
def _beside(target: Path) -> Iterator[BinaryIO]:
    beside = target.with_name(f".{token_hex(8)}.part")
    try:
        with beside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())  # a name that reaches the disk before its content would lose both files
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise

"""Files that a verb reads: ``-`` is what is piped in, kept in a file of its own while the verb runs.

Ledgers are told apart by their suffix; of bytes without a name the suffix follows from how they begin.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

STDIN = "stdin"
"""What messages call the file that has no name."""

_BEGINNINGS = ((b"PK", ".xlsx"), (b"\xd0\xcf\x11\xe0", ".xls"))


@contextmanager
def brought(files: Sequence[str]) -> Iterator[list[Path]]:
    """The paths of the files; those named ``-`` are one file called stdin, gone when the block ends."""
    if "-" not in files:
        yield [Path(file) for file in files]
        return
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        piped = _kept(Path(folder), sys.stdin.buffer.read())
        yield [piped if file == "-" else Path(file) for file in files]


def _kept(folder: Path, content: bytes) -> Path:
    suffix = next((suffix for begins, suffix in _BEGINNINGS if content.startswith(begins)), ".csv")
    path = folder / f"{STDIN}{suffix}"
    path.write_bytes(content)
    return path

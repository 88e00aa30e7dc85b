"""Runs the command line while the system fails it: ``strace`` injects errors or kills into calls on its database."""

import shutil
import subprocess
import sys
from pathlib import Path

ENDINGS = ("", "-journal", "-wal", "-shm")


def lay(before: Path, database: Path) -> None:
    """Put a copy of a store in the place of one that something befell."""
    for ending in ENDINGS:
        Path(f"{database}{ending}").unlink(missing_ok=True)
    shutil.copy(before, database)


def during(injection: str, database: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """``fuelcheck WORDS…`` on that database while e.g. ``pwrite64:error=EIO:when=3`` happens to it."""
    call, _, what = injection.partition(":")
    files = [option for ending in ENDINGS for option in ("-P", f"{database}{ending}")]
    fast = [] if "signal=" in what else ["--seccomp-bpf"]  # under which strace 6.1 delivers no signal
    traced = ["strace", "-f", *fast, "-o", f"{database}.calls", *files, "-P", str(database.parent)]
    injected = ["-e", f"trace={call}", "-e", f"inject={injection}"]
    command = [sys.executable, "-m", "tests.whole.cli", "--database", f"sqlite:///{database}", *words]
    return subprocess.run([*traced, *injected, *command], capture_output=True, text=True, encoding="utf-8")

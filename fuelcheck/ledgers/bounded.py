"""Runs one of our scripts alone on a file that nobody trusts, and takes what it prints.

The script sets limits upon itself (``fuelcheck.ledgers.child.bound``); here it gets 40 s of
wall time and an end to what it may print. If it ends in any other way than by printing its
answer, the file is damaged or too large; this process is unharmed.
"""

import importlib.util
import subprocess
import sys
import threading
from pathlib import Path

from fuelcheck.ledgers.files import BadFile

WALL_SECONDS = 40
MOST_PRINTED = 128 * 1024 * 1024


def printed(script: str, package: str, *arguments: str) -> bytes:
    """What ``script`` (beside this module, or by its whole path) prints, given ``package``'s folder and ``arguments``.

    BadFile where it fails, takes too long or prints too much.
    """
    command = [sys.executable, "-I", str(Path(__file__).parent / script), _home_of(package), *arguments]
    with subprocess.Popen(  # noqa: S603 - our own file, no shell
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        clock = threading.Timer(WALL_SECONDS, child.kill)
        clock.start()
        try:
            answer = child.stdout.read(MOST_PRINTED + 1) if child.stdout else b""
            if len(answer) > MOST_PRINTED:
                raise BadFile("too-large")
            child.wait()
        except BaseException:
            child.kill()
            raise
        finally:
            clock.cancel()
    if child.returncode != 0:
        raise BadFile("damaged-file")
    return answer


def _home_of(package: str) -> str:
    """The folder that holds a package: an isolated interpreter may not look there."""
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise BadFile("damaged-file")
    return str(Path(found.origin).parent.parent)

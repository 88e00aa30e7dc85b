"""What the whole-path tests need of the machine."""

import os
import shutil
import subprocess

import pytest

from tests.whole.server import running


@pytest.fixture(scope="session")
def strace():
    """``strace`` works here; in CI it must."""
    if (
        shutil.which("strace")
        and subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True).returncode == 0
    ):
        return
    why = "strace is missing or may not trace: apt-get install strace"
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server for the whole run."""
    with running() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    """An empty database, on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'county.db'}"
    return request.getfixturevalue("server").database()

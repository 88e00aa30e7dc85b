"""Runs a command while FUELCHECK_TEST_POSTGRES names a PostgreSQL server that is there for it alone.

``python -m tests.whole.on_postgres pytest tests/store`` runs the tests of the store on it.
"""

import os
import subprocess
import sys

from tests.whole.server import running

if __name__ == "__main__":
    with running() as server:
        environment = os.environ | {"FUELCHECK_TEST_POSTGRES": server.url}
        sys.exit(subprocess.run([sys.executable, "-m", *sys.argv[1:]], env=environment).returncode)

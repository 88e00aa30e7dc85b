"""``fuelcheck serve``: a real server answers, keeps its limits, and ends when it is asked to."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection

import pytest

SERVE = "from fuelcheck.cli import run; run()"


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture
def server(desk, database_url, tmp_path):
    port = free_port()
    environment = {
        **os.environ,
        "FUELCHECK_DATABASE_URL": database_url,
        "FUELCHECK_LANG": "en",
        "XDG_CONFIG_HOME": str(tmp_path),
    }
    words = [sys.executable, "-c", SERVE, "serve", "--port", str(port)]
    process = subprocess.Popen(words, env=environment, stderr=subprocess.PIPE, text=True)
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 0.2).close()
            break
        except OSError:
            assert process.poll() is None, process.stderr.read()
            time.sleep(0.1)
    yield process, port
    process.kill()
    process.wait()


def ask(port, path="/readyz", **request):
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(request.pop("method", "GET"), path, **request)
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read()


def test_it_answers_behind_half_open_requests_and_ends_well(server):
    process, port = server
    half = [socket.create_connection(("127.0.0.1", port)) for _ in range(60)]
    for one in half:
        one.sendall(b"POST /api/v1/judgements HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n[")

    status, headers, body = ask(port)
    assert (status, json.loads(body)["ready"]) == (200, True)
    assert "Server" not in headers
    assert ask(port, "/api/v1/sites")[0] == 401
    assert ask(port, "/api/v1/judgements", method="POST", headers={"Content-Length": "99999999"})[0] in (400, 401, 413)
    for one in half:
        one.close()
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    log = process.stderr.read()
    assert '"address": "/readyz"' in log
    assert "Traceback" not in log


def test_without_a_store_it_says_so_and_does_not_listen(tmp_path):
    environment = {**os.environ, "FUELCHECK_DATABASE_URL": f"sqlite:///{tmp_path}/none.db", "FUELCHECK_LANG": "en"}
    words = [sys.executable, "-c", SERVE, "serve", "--port", str(free_port())]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=60, check=False)

    assert done.returncode == 3
    assert "fuelcheck init" in done.stderr

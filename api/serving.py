"""The server: waitress with limits, so that half-open requests and huge bodies do not silence it.

It speaks no TLS: before it stands a proxy that does, and it trusts that proxy's word about who
asks only where it was told the proxy's address. It ends when asked to, after what it has begun.
"""

import logging
import signal
import sys
from types import FrameType

from waitress.server import create_server

from api.app import create_app
from api.bodies import LARGE
from fuelcheck.config import Settings

THREADS = 8
CONNECTIONS = 1_000
SECONDS_OF_SILENCE = 10
_HEADER_BYTES = 32_768
_ROOM_FOR_PARTS = 1_048_576


def serve(settings: Settings, host: str, port: int, trusted_proxy: str | None = None) -> None:
    """Serve until SIGTERM or Ctrl+C; raises EnvironmentProblem before it listens."""
    _log_to_stderr()
    app = create_app(settings)
    proxy = {} if trusted_proxy is None else {
        "trusted_proxy": trusted_proxy, "trusted_proxy_count": 1, "clear_untrusted_proxy_headers": True,
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto", "x-forwarded-host"},
    }  # fmt: skip
    server = create_server(
        app, host=host, port=port, threads=THREADS, connection_limit=CONNECTIONS, channel_timeout=SECONDS_OF_SILENCE,
        cleanup_interval=5, max_request_body_size=LARGE + _ROOM_FOR_PARTS, max_request_header_size=_HEADER_BYTES,
        ident=None, expose_tracebacks=False, **proxy,
    )  # fmt: skip
    signal.signal(signal.SIGTERM, _leave)
    server.run()


def _leave(number: int, frame: FrameType | None) -> None:
    """End the loop; waitress then lets its threads finish."""
    raise SystemExit(0)


def _log_to_stderr() -> None:
    logger = logging.getLogger("fuelcheck.api")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False

"""How much one address may ask: enough for an office behind one line, too little to guess or to silence.

Counted in this process, for there is one; a proxy's own address is nobody's where it was named as
trusted (``serving``).
"""

from flask import Flask, current_app, request
from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from api.problems import Refusal
from fuelcheck.language import N_

KNOWN = RateLimitItemPerMinute(3_000, namespace="known")
"""Of addresses that ask who comes."""
OPEN = RateLimitItemPerMinute(120, namespace="open")
"""Of those that are open to everybody."""
SECONDS = 60
_NAME = "fuelcheck-pace"


class TooMany(Refusal):
    """Too many requests from one address."""

    code, status = "too-many-requests", 429
    sentence = N_("Too many requests from this address; try again in {seconds} seconds")


def keep(app: Flask) -> None:
    """Let an application count what its askers ask."""
    app.extensions[_NAME] = SlidingWindowCounterRateLimiter(MemoryStorage())


def check(limit: RateLimitItem) -> None:
    """Count the request; TooMany."""
    counter: SlidingWindowCounterRateLimiter = current_app.extensions[_NAME]
    if not counter.hit(limit, request.remote_addr or "-"):
        raise TooMany(seconds=SECONDS)

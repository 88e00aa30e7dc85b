"""The registered policies of a division, read from their stored texts."""

from functools import lru_cache

import sqlalchemy as sa

from fuelcheck.law.load import read_policy
from fuelcheck.law.values import Policy

_POLICIES = sa.text("SELECT id, text FROM policy WHERE division = :division ORDER BY issued_on, id")


def policies(connection: sa.Connection, division: str) -> tuple[Policy, ...]:
    """All policies registered for the division, by the day they were issued."""
    rows = connection.execute(_POLICIES, {"division": division})
    return tuple(_policy(text, id_) for id_, text in rows)


@lru_cache(maxsize=64)
def _policy(text: str, id_: str) -> Policy:
    return read_policy(text, id_)

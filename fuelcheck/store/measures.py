"""The figures that departments reported for measures (上报数据), as the rules read them."""

from decimal import Decimal

import sqlalchemy as sa

from fuelcheck.rules.measures import Reported
from fuelcheck.store.rows import contents


def reported(connection: sa.Connection, division: str) -> tuple[Reported, ...]:
    """All figures, by measure and year; ``evidence`` is the hash of the paper's file, empty without one."""
    return tuple(
        Reported(row["measure"], row["year"], Decimal(row["value"]), row["source"], row["evidence_sha256"] or "")
        for row in contents(connection, "measure_value", division)
    )

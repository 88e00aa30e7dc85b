"""The standards, programmes and confirmations registered for a division, read from their stored texts."""

from functools import lru_cache

import sqlalchemy as sa

from fuelcheck.law.load import read_programme, read_standard
from fuelcheck.law.standards import Programme, Standard
from fuelcheck.rules.confirming import Confirmation, LimitKey, confirmed
from fuelcheck.store.rows import contents

_STANDARDS = sa.text("SELECT name, text FROM standard WHERE division = :division ORDER BY name")
_PROGRAMMES = sa.text("SELECT id, text FROM programme WHERE division = :division ORDER BY year, id")


def standards(connection: sa.Connection, division: str) -> tuple[Standard, ...]:
    """All standards registered for the division by name, with its confirmations applied."""
    vouched = confirmations(connection, division)
    return tuple(confirmed(standard, vouched) for standard in registered_standards(connection, division))


def registered_standards(connection: sa.Connection, division: str) -> tuple[Standard, ...]:
    """The same as their texts state them, confirmed or not."""
    return tuple(_standard(text, name) for name, text in connection.execute(_STANDARDS, {"division": division}))


def programmes(connection: sa.Connection, division: str) -> tuple[Programme, ...]:
    """All programmes registered for the division, by year and id."""
    return tuple(_programme(text, id_) for id_, text in connection.execute(_PROGRAMMES, {"division": division}))


def confirmations(connection: sa.Connection, division: str) -> tuple[Confirmation, ...]:
    """All confirmations of limits."""
    return tuple(
        Confirmation(
            row["standard"],
            LimitKey(row["item"], tuple(filter(None, row["grades"].split(";"))), row["season"]),
            row["limit_text"],
        )
        for row in contents(connection, "confirmation", division)
    )


@lru_cache(maxsize=64)
def _standard(text: str, name: str) -> Standard:
    return read_standard(text, name)


@lru_cache(maxsize=64)
def _programme(text: str, id_: str) -> Programme:
    return read_programme(text, id_)

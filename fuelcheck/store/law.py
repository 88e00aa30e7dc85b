"""The standards, programmes and confirmations registered for a division, read from their stored texts."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import sqlalchemy as sa

from fuelcheck.law.load import read_programme, read_standard
from fuelcheck.law.standards import Programme, Standard
from fuelcheck.rules.confirming import Confirmation, LimitKey, confirmed
from fuelcheck.store.rows import contents
from fuelcheck.store.session import View
from fuelcheck.store.types import Content, moment_of
from fuelcheck.store.versions import name_of

_STANDARDS = sa.text("SELECT name, text FROM standard WHERE division = :division ORDER BY name")
_PROGRAMMES = sa.text("SELECT id, text FROM programme WHERE division = :division ORDER BY year, id")
_CONFIRMING = sa.text(
    "SELECT v.row_id, a.who, a.moment FROM version v JOIN act a ON a.division = v.division AND a.n = v.n"
    " WHERE v.division = :division AND v.noun = 'confirmation' AND v.n <= :until ORDER BY v.n"
)


@dataclass(frozen=True, slots=True)
class Vouched:
    """A confirmation with who made it, when, and against what.

    ``evidence`` names the paper and the place in it, ``evidence_sha256`` is of a file of it,
    ``standard_sha256`` of the registered text in which the figure stood.
    """

    confirmation: Confirmation
    who: str
    moment: datetime
    evidence: str
    evidence_sha256: str | None
    standard_sha256: str


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
    return tuple(map(_confirmation, contents(connection, "confirmation", division)))


def vouched(view: View) -> tuple[Vouched, ...]:
    """The same with the act by which each was made last, as known by the view."""
    values = {"division": view.division, "until": view.head.n}
    made = {row: (who, moment) for row, who, moment in view.connection.execute(_CONFIRMING, values)}
    return tuple(
        _vouched(row, *made[name_of("confirmation", row)])
        for row in contents(view.connection, "confirmation", view.division)
    )


def _confirmation(row: Content) -> Confirmation:
    grades = tuple(filter(None, row["grades"].split(";")))
    return Confirmation(row["standard"], LimitKey(row["item"], grades, row["season"]), row["limit_text"])


def _vouched(row: Content, who: str, moment: str) -> Vouched:
    return Vouched(
        _confirmation(row), who, moment_of(moment), row["evidence"], row["evidence_sha256"], row["standard_sha256"]
    )


@lru_cache(maxsize=64)
def _standard(text: str, name: str) -> Standard:
    return read_standard(text, name)


@lru_cache(maxsize=64)
def _programme(text: str, id_: str) -> Programme:
    return read_programme(text, id_)

"""The same act sent twice: the id that its maker gave it, and the hash of the request, kept with it.

Ids never expire. The same id with the same bytes is the same act: whoever sent it gets the first answer
again. With other bytes it is another act under a name that is taken, and is refused.
"""

import sqlalchemy as sa

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.store.acts import Act, Entry
from fuelcheck.store.tables import ActRequest, ActRow

_ACTS = ActRow.__table__  # type: ignore[attr-defined]
_REQUESTS = ActRequest.__table__  # type: ignore[attr-defined]


class AlreadyActed(FuelcheckError):
    """The very same request was answered before: no refusal, the first answer holds."""

    code = "already-acted"
    sentence = N_("This was recorded already as act {n}; nothing was recorded again")

    def __init__(self, entry: Entry) -> None:
        super().__init__(n=entry.n)
        self.entry = entry


class ActIdTaken(FuelcheckError):
    """The id was given to another act."""

    code = "act-id-taken"
    sentence = N_("The act id {id} is that of another act: its request had the hash {known}, this one {sent}")


def check_unanswered(connection: sa.Connection, division: str, act_id: str, sha256: str) -> None:
    """Raise AlreadyActed where that request was answered before, ActIdTaken where another one was."""
    query = sa.select(_ACTS.c.division, _ACTS.c.n, _ACTS.c.moment, _ACTS.c.hash).where(_ACTS.c.id == act_id)
    found = connection.execute(query).one_or_none()
    if found is None:
        return
    known = connection.scalar(sa.select(_REQUESTS.c.sha256).where(_REQUESTS.c.act_id == act_id))
    if found.division != division or known != sha256:
        raise ActIdTaken(id=act_id, known=known if found.division == division and known else "—", sent=sha256)
    raise AlreadyActed(Entry(division, found.n, act_id, found.moment, found.hash))


def keep_request(act: Act, sha256: str) -> None:
    """Keep the hash of the request that an act answered, in its transaction."""
    act.connection.execute(sa.insert(_REQUESTS), {"act_id": act.id, "sha256": sha256})

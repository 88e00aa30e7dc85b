"""One act done once, however often it is sent: what its maker is told, the first time and every time after."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from fuelcheck.store.acts import Act, Entry
from fuelcheck.store.requests import AlreadyActed
from fuelcheck.store.session import Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sent:
    """What a request says of itself: the act's id from its maker (a UUID) and the SHA-256 of the bytes sent.

    With both, the same request sent again is answered again and not done again.
    """

    act_id: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What an act's maker may be told: number and hash are a witness of the chain.

    ``entry`` is None where there was nothing to change. ``replayed``: it had been done before.
    """

    entry: Entry | None
    replayed: bool = False


NOT_SENT = Sent()


def once(
    store: Store, kind: str, by: str, do: Callable[[Act], T], *, sent: Sent = NOT_SENT, reason: str | None = None,
    division: str | None = None,
) -> tuple[Acknowledged, T | None]:  # fmt: skip
    """Do an act, or find that it was done: the acknowledgement, and what ``do`` answered (None: it was done before).

    ActIdTaken where the id is that of another request.
    """
    try:
        with store.act(kind, by, reason=reason, division=division, id=sent.act_id, request=sent.sha256) as act:
            answer = do(act)
    except AlreadyActed as again:
        return Acknowledged(again.entry, replayed=True), None
    return Acknowledged(act.entry), answer

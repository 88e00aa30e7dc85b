"""A store: what reads and acts begin with.

``reading`` gives a consistent view of one division, now or as known at a moment;
``act`` gives an open act. Whoever opened it commits once, last: raising inside means that
nothing happened. A COMMIT that itself fails may have happened (OutcomeUnknown).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Self
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError, DBAPIError, IntegrityError, OperationalError

from fuelcheck.china import CHINA
from fuelcheck.errors import EnvironmentProblem, FuelcheckError
from fuelcheck.language import N_
from fuelcheck.store.acts import Act, Entry, Head, check_act_id, head_of
from fuelcheck.store.engine import check_schema, make_engine, shown
from fuelcheck.store.past import past, shadowed
from fuelcheck.store.requests import check_unanswered, keep_request
from fuelcheck.store.tables import ActRow, Division


class NoDivision(FuelcheckError):
    """The store has no division of that code."""

    code = "no-division"
    sentence = N_("The store has no division {division}. It has: {known}. Add one with: fuelcheck init --division")


class NothingFounded(FuelcheckError):
    """The store keeps no division yet."""

    code = "nothing-founded"
    sentence = N_("The store keeps no division yet; found one with: fuelcheck init")


class WhichDivision(FuelcheckError):
    """The store keeps several divisions and none was named."""

    code = "which-division"
    sentence = N_("The store keeps several divisions ({known}): name one with --division")


class NothingKnown(FuelcheckError):
    """Nothing had been recorded by that moment."""

    code = "nothing-known"
    sentence = N_("Nothing had been recorded by {moment}: the first act is of {first}")


class OutcomeUnknown(EnvironmentProblem):
    """The commit failed, and may have happened all the same."""

    code = "outcome-unknown"
    sentence = N_("Saving failed ({why}); it may have happened all the same. Look, or repeat the same command")


class DatabaseRefused(EnvironmentProblem):
    """The database did not do what was asked: full disk, lock, read-only file."""

    code = "database-refused"
    sentence = N_("The database refused: {why}. Nothing was changed")


class ChangedMeanwhile(FuelcheckError):
    """Somebody else wrote the same rows at the same time."""

    code = "changed-meanwhile"
    sentence = N_("Somebody else recorded the same rows at this moment ({why}). Nothing was changed; try again")


@dataclass(frozen=True, slots=True)
class View:
    """One division, readable, as known up to ``head``."""

    connection: sa.Connection
    division: str
    head: Head


class Store:
    """An open store; a context manager that closes it."""

    def __init__(self, url: str, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.url = url
        self.clock = clock
        self.engine = make_engine(url)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def check(self) -> None:
        """Raise unless the database is a store of this release."""
        check_schema(self.engine, self.url)

    def divisions(self) -> list[str]:
        """The codes of the divisions that the store keeps, sorted."""
        with refusals(), self.engine.connect() as connection:
            return _divisions(connection)

    @contextmanager
    def reading(self, division: str | None = None, known_at: datetime | None = None) -> Iterator[View]:
        """A consistent view of a division; with ``known_at`` as recorded by that moment."""
        with refusals(), self.engine.connect() as connection:
            code = _meant(connection, division)
            head = head_of(connection, code)
            if known_at is None:
                yield View(connection, code, head)
                return
            then = past(connection, code, known_at)
            if then is None:
                first = _first_moment(connection, code)
                raise NothingKnown(moment=_in_china(known_at), first=_in_china(first) if first else "—")
            with shadowed(connection, code, then.n):
                yield View(connection, code, then)

    @contextmanager
    def evidence(self, division: str | None = None) -> Iterator[tuple[sa.Connection, str]]:
        """A connection for the verifier, and the division that acts speak of: it trusts no other table."""
        with refusals(), self.engine.connect() as connection:
            known = connection.scalars(sa.text("SELECT DISTINCT division FROM act ORDER BY division"))
            yield connection, pick_division(list(known), division)

    @contextmanager
    def act(
        self, kind: str, who: str, *, reason: str | None = None, division: str | None = None,
        id: str | None = None, request: str | None = None, new_division: bool = False, rehearsal: bool = False,
    ) -> Iterator[Act]:  # fmt: skip
        """An open act; it is written and committed when the block ends, undone if it raises or is a rehearsal.

        ``id`` is the maker's own (a UUID), ``request`` the SHA-256 of what was sent under it: once that
        was answered, AlreadyActed or ActIdTaken is raised before the block begins. ``new_division``
        lets ``division`` be one that the store does not have yet.
        """
        act_id = check_act_id(id) if id else str(uuid4())
        with refusals(), self.engine.connect().execution_options(writing=True) as connection:
            code = division if new_division and division else _meant(connection, division)
            head = head_of(connection, code, lock=True)
            if request is not None:
                check_unanswered(connection, code, act_id, request)
            act = Act(connection, code, act_id, who, kind, reason, self.clock, head)
            yield act
            if rehearsal:
                connection.rollback()
                return
            if act.close() is not None and request is not None:
                keep_request(act, request)
            commit(connection)


def _in_china(moment: datetime) -> str:
    return moment.astimezone(CHINA).isoformat(sep=" ", timespec="seconds")


def pick_division(known: list[str], wanted: str | None) -> str:
    """The division that is meant: the one named, else the only one."""
    if wanted is not None:
        if wanted not in known:
            raise NoDivision(division=wanted, known=", ".join(known) or "—")
        return wanted
    if len(known) == 1:
        return known[0]
    if not known:
        raise NothingFounded()
    raise WhichDivision(known=", ".join(known))


def _meant(connection: sa.Connection, wanted: str | None) -> str:
    """The same from the database; one that is named is looked up alone, whatever the number of divisions."""
    column = Division.__table__.c.division  # type: ignore[attr-defined]
    if wanted is not None and connection.scalar(sa.select(column).where(column == wanted)) == wanted:
        return wanted
    return pick_division(_divisions(connection), wanted)


def _divisions(connection: sa.Connection) -> list[str]:
    column = Division.__table__.c.division  # type: ignore[attr-defined]
    return list(connection.scalars(sa.select(column).order_by(column)))


def _first_moment(connection: sa.Connection, division: str) -> datetime | None:
    act = ActRow.__table__  # type: ignore[attr-defined]
    return connection.scalar(sa.select(sa.func.min(act.c.moment)).where(act.c.division == division))


def commit(connection: sa.Connection) -> None:
    """Commit; a commit that fails may have happened: OutcomeUnknown."""
    try:
        connection.commit()
    except DBAPIError as error:
        connection.invalidate()
        raise OutcomeUnknown(why=str(error.orig)) from error


@contextmanager
def refusals() -> Iterator[None]:
    """What the database will not do becomes a sentence; our own wrong statements stay mistakes of ours."""
    try:
        yield
    except IntegrityError as error:
        raise ChangedMeanwhile(why=str(error.orig)) from error
    except DatabaseError as error:
        if not isinstance(error, OperationalError) and type(error) is not DatabaseError:
            raise
        raise DatabaseRefused(why=str(error.orig)) from error  # a damaged file is a plain DatabaseError


__all__ = ["Act", "Entry", "Head", "Store", "View", "pick_division", "shown"]

"""What every verb finds on its desk: settings, the store, today, who acts, how to answer."""

import getpass
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO, overload

import typer

from fuelcheck.china import CHINA
from fuelcheck.config import Settings, read_settings
from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_, _
from fuelcheck.whole_file import write_whole

if TYPE_CHECKING:
    from fuelcheck.store.session import Store


By = Annotated[str | None, typer.Option("--by", metavar="NAME", help=_("Who does this; else the login"))]
Json = Annotated[bool, typer.Option("--json", help=_("Answer as JSON on stdout"))]
Reason = Annotated[
    str | None, typer.Option("--reason", metavar="TEXT", help=_("Why; needed where something is amended"))
]
Year = Annotated[str, typer.Option("--year", metavar="YYYY", help=_("The quota year"))]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DAY", help=_("What had happened by the end of this day; else today"))
]
KnownAt = Annotated[
    str | None,
    typer.Option("--known-at", metavar="MOMENT", help=_("Only what had been recorded by this moment; else all")),
]
Output = Annotated[str, typer.Option("-o", "--output", metavar="FILE", help=_("Where to write"))]


class BadDay(FuelcheckError):
    """An option that is no day."""

    code = "bad-day-option"
    sentence = N_("{option} is {value}; allowed: a day such as 2025-03-09")


class BadMoment(FuelcheckError):
    """An option that is no moment."""

    code = "bad-moment-option"
    sentence = N_("{option} is {value}; allowed: a moment such as 2026-01-05T09:00:00+08:00, or a day (its end)")


class BadYear(FuelcheckError):
    """An option that is no year."""

    code = "bad-year-option"
    sentence = N_("{option} is {value}; allowed: a year such as 2025")


class UnknownSheet(FuelcheckError):
    """A word that is no sheet."""

    code = "unknown-sheet"
    sentence = N_("There is no sheet {value}; there are: {allowed}")


class NobodyNamed(FuelcheckError):
    """Nobody was named, and the system knows no login."""

    code = "nobody-named"
    sentence = N_("Who does this? Name yourself with --by")


class CannotRead(FuelcheckError):
    """A file that cannot be read."""

    code = "cannot-read"
    sentence = N_("{path} cannot be read: {why}")


@dataclass(slots=True)
class Desk:
    """The settings of this call, and the store that they name."""

    settings: Settings

    @contextmanager
    def store(self, *, create: bool = False) -> Iterator["Store"]:
        """The store, open; made first on request."""
        from fuelcheck.library import open_store

        with open_store(self.settings.database.value, create=create) as store:
            yield store

    @property
    def division(self) -> str | None:
        """The division that was named, if any."""
        return self.settings.division.value


_desk: list[Desk] = []


def set_desk(database: str | None, data: str | None, division: str | None) -> None:
    """Lay the desk for this call."""
    _desk[:] = [Desk(read_settings({"database": database, "data": data, "division": division}))]


def desk() -> Desk:
    """The desk of this call."""
    return _desk[0]


def actor(by: str | None) -> str:
    """Who acts: the name given, else the login; NobodyNamed."""
    try:
        return (by or "").strip() or getpass.getuser()
    except (KeyError, OSError) as error:  # a container without accounts
        raise NobodyNamed() from error


@overload
def day(option: str, text: str) -> date: ...


@overload
def day(option: str, text: str | None) -> date | None: ...


def day(option: str, text: str | None) -> date | None:
    """A day given as an option; BadDay."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise BadDay(option=option, value=text) from error


def moment(option: str, text: str | None) -> datetime | None:
    """A moment given as an option; without a zone China's, a bare day its last instant; BadMoment."""
    if text is None:
        return None
    try:
        if len(text.strip()) == len("2025-01-01"):
            return datetime.combine(date.fromisoformat(text.strip()), datetime.max.time(), CHINA)
        found = datetime.fromisoformat(text.strip())
        found = found if found.tzinfo else found.replace(tzinfo=CHINA)
        found.astimezone(UTC)  # the first and last days of all time have no moment elsewhere
    except (ValueError, OverflowError) as error:
        raise BadMoment(option=option, value=text) from error
    return found


def year(text: str) -> int:
    """A quota year given as an option; BadYear."""
    if not (text.isascii() and text.isdigit() and len(text) == 4 and "1900" < text < "9999"):
        raise BadYear(option="--year", value=text)
    return int(text)


def answer_json(value: Any) -> None:
    """Write JSON to stdout: Chinese as it is, where the console can; escaped elsewhere."""
    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    typer.echo(json.dumps(value, ensure_ascii=plain, indent=2))


def tell(text: str) -> None:
    """Say something to the person, on stderr."""
    typer.echo(text, err=True)


def write(path: str, content: bytes) -> None:
    """Write a file whole or not at all; ``-`` is stdout. CannotWrite."""
    out = stdout_or(path)
    if isinstance(out, Path):
        write_whole(out, content)
    else:
        out.write(content)
        out.flush()


def stdout_or(path: str) -> Path | BinaryIO:
    """Where a file that was asked for goes: ``-`` is stdout."""
    return sys.stdout.buffer if path == "-" else Path(path)


def read_text(path: str) -> str:
    """The text of a file; ``-`` is stdin. CannotRead."""
    try:
        return sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRead(path=path, why=error) from error


def china_text(value: datetime) -> str:
    """A moment as China's clock shows it, with its zone, to the second."""
    return value.astimezone(CHINA).isoformat(timespec="seconds")


def exact_text(value: datetime) -> str:
    """The same to the microsecond, for programs: ``--known-at`` takes it back and finds the same acts."""
    return value.astimezone(CHINA).isoformat()


__all__ = [
    "CHINA", "UTC", "AsOf", "By", "Desk", "Json", "KnownAt", "Output", "Reason", "Year", "actor", "answer_json",
    "china_text", "day", "desk", "exact_text", "moment", "read_text", "set_desk", "stdout_or", "tell", "write",
    "year",
]  # fmt: skip

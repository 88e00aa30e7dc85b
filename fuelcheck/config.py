"""Where fuelcheck finds its database and the office's own things, and who said so.

Option over environment over ``fuelcheck.toml`` (working folder, then the user's
configuration folder) over default. A file may hold::

    database = "sqlite:///county.db"
    data = "office"              # policies, fonts, attachments of the office
    fonts = "office/fonts"
    language = "zh"
    division = "410329"
    personal_days = 730          # how long the names of drivers are kept

    [office]                     # what documents print
    name = "…"
    addressee = "…"
    phone = "…"
    title = "…"

Relative paths in a file start at that file. A key that is not known is a mistake: a
misspelt setting that nobody reads is worse than an error.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

import platformdirs

from fuelcheck.faults import Remark
from fuelcheck.toml.table import Table
from fuelcheck.toml.text import FileRefused, file_text, top_table
from fuelcheck.toml.wanted import Wanted, one_of, path, text, whole_number

T = TypeVar("T")
D = TypeVar("D")
T_co = TypeVar("T_co", covariant=True)

FILE = "fuelcheck.toml"

PERSONAL_DAYS = 730
"""Two years, within which an offence can be punished (行政处罚法 art. 36); our reading of "no longer than needed"."""

_LONGEST_KEPT = 36_500
_SQLITE_FILE = re.compile(r"(?P<scheme>sqlite(?:\+\w+)?:///)(?P<path>[^?]+)(?P<query>\?.*)?")
_PASSWORD = re.compile(r"(://[^:/@]*):.*@")


class Language(StrEnum):
    """The tongues of messages."""

    ZH = "zh"
    EN = "en"


class Origin(StrEnum):
    """Who said what a setting is."""

    OPTION = "option"
    ENVIRONMENT = "environment"
    FILE = "file"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Setting(Generic[T_co]):
    """A value, its origin, and the option, variable or file that gave it."""

    value: T_co
    origin: Origin = Origin.DEFAULT
    where: str = ""

    @property
    def shown(self) -> str:
        """The value for people; a password in a database URL is not shown."""
        return "" if self.value is None else _PASSWORD.sub(r"\1:***@", str(self.value))


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; an empty text of the office prints a blank line."""

    database: Setting[str]
    data: Setting[Path]
    fonts: Setting[Path]
    language: Setting[Language]
    division: Setting[str | None]
    personal_days: Setting[int]
    office_name: Setting[str]
    office_addressee: Setting[str]
    office_phone: Setting[str]
    office_title: Setting[str]

    def rows(self) -> list[tuple[str, Setting[object]]]:
        """Every setting with its name, in the order of declaration."""
        return [(field.name, getattr(self, field.name)) for field in fields(self)]


def read_settings(
    options: Mapping[str, str | None] | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    folder: Path | None = None,
    user_folder: Path | None = None,
) -> Settings:
    """The settings for ``options`` (of ``database``, ``data``, ``language``, ``division``; None: not given).

    ``environ``, ``folder`` and ``user_folder`` are the process's own unless given. Raises
    ``FileRefused`` with every mistake of the first place that has any: the given
    values, the file of the working folder, the user's file.
    """
    own = user_folder or platformdirs.user_config_path("fuelcheck", appauthor=False)
    tables = [_table(place / FILE) for place in (folder or Path.cwd(), own) if (place / FILE).is_file()]
    offices = [table.table("office", optional=True) for table in tables]
    places = _Places(options or {}, os.environ if environ is None else environ, tables, offices, [])
    database = places.setting("database", text(), _default_database(), variable="FUELCHECK_DATABASE_URL")
    database = _from_its_file(database)
    data = places.folder("data", _beside(database.value), variable="FUELCHECK_DATA")
    settings = Settings(
        database=database,
        data=data,
        fonts=places.folder("fonts", data.value / "fonts"),
        language=places.setting("language", one_of(Language), Language.ZH, variable="FUELCHECK_LANG"),
        division=places.setting("division", text(), None, variable="FUELCHECK_DIVISION"),
        personal_days=places.setting("personal_days", whole_number(1, _LONGEST_KEPT), PERSONAL_DAYS),
        office_name=places.office("name"),
        office_addressee=places.office("addressee"),
        office_phone=places.office("phone"),
        office_title=places.office("title"),
    )
    places.close()
    return settings


@dataclass(frozen=True, slots=True)
class _Places:
    """The places that may hold a setting, the strongest first."""

    options: Mapping[str, str | None]
    environ: Mapping[str, str]
    tables: list[Table]
    offices: list[Table]
    mistakes: list[Remark]

    def setting(self, key: str, wanted: Wanted[T], default: D, *, variable: str = "") -> Setting[T | D]:
        """The strongest value of a setting; those of all files are read, so that all mistakes are found."""
        below = self._in_files(self.tables, key, wanted, default)
        if option := self.options.get(key):
            return Setting(self._given(f"--{key}", option, wanted), Origin.OPTION, f"--{key}")
        if value := self.environ.get(variable):
            return Setting(self._given(variable, value, wanted), Origin.ENVIRONMENT, variable)
        return below

    def folder(self, key: str, default: Path, *, variable: str = "") -> Setting[Path]:
        """A setting that is a folder; a relative one of a file starts at that file."""
        found = self.setting(key, path(), default, variable=variable)
        if found.origin is not Origin.FILE:
            return found
        return Setting(Path(found.where).parent / found.value, found.origin, found.where)

    def office(self, key: str) -> Setting[str]:
        """A line of the office's own, for documents."""
        return self._in_files(self.offices, key, text(), "")

    def close(self) -> None:
        """Raise for the first place with mistakes."""
        if self.mistakes:
            raise FileRefused(self.mistakes[0].column, self.mistakes)
        for table, office in zip(self.tables, self.offices, strict=True):
            office.close()
            table.close()
            if table.mistakes:
                raise FileRefused(table.source, table.mistakes)

    def _given(self, name: str, value: str, wanted: Wanted[T]) -> T:
        table = Table({name: value}, "", mistakes=self.mistakes)
        return table.take(name, wanted)

    def _in_files(self, tables: list[Table], key: str, wanted: Wanted[T], default: D) -> Setting[T | D]:
        found: Setting[T | D] = Setting(default)
        for table in reversed(tables):
            value = table.take_or(key, wanted, None)
            if value is not None:
                found = Setting(value, Origin.FILE, table.source)
        return found


def _table(file: Path) -> Table:
    return top_table(file_text(file), str(file))


def _default_database() -> str:
    folder = platformdirs.user_data_path("fuelcheck", appauthor=False)
    return f"sqlite:///{(folder / 'fuelcheck.db').as_posix()}"


def _from_its_file(database: Setting[str]) -> Setting[str]:
    """A relative SQLite path that a settings file gives starts at that file."""
    match = _SQLITE_FILE.fullmatch(database.value)
    if database.origin is not Origin.FILE or match is None or match["path"] == ":memory:":
        return database
    file = (Path(database.where).parent / match["path"]).as_posix()
    return Setting(f"{match['scheme']}{file}{match['query'] or ''}", database.origin, database.where)


def _beside(url: str) -> Path:
    """The folder in which the database lies; the user's data folder if it is no file."""
    match = _SQLITE_FILE.fullmatch(url)
    if match is None or match["path"] == ":memory:":
        return platformdirs.user_data_path("fuelcheck", appauthor=False)
    return Path(match["path"]).parent

"""The sentences of printed documents: Chinese, in files that an office can reword."""

import tomllib
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from fuelcheck.china import CHINA
from fuelcheck.resources import documents_folder


class Sentences:
    """One document's sentences; a name like ``front.done`` leads to one."""

    def __init__(self, content: dict[str, Any]) -> None:
        self._content = content

    def __call__(self, name: str, /, **fields: object) -> str:
        """The sentence of that name with its fields filled in; KeyError if there is none."""
        return str(self._at(name)).format(**fields)

    def raw(self, name: str) -> str:
        """The sentence of that name with its fields left open."""
        return str(self._at(name))

    def parts(self, name: str, /, **fields: object) -> list[str]:
        """A sentence that is written in parts."""
        return [str(part).format(**fields) for part in self._at(name)]

    def words(self, name: str) -> dict[str, str]:
        """A whole table of words."""
        return {key: str(value) for key, value in self._at(name).items()}

    def word(self, table: str, key: str) -> str:
        """A word of a table; the key itself where the table has none."""
        return str(self._at(table).get(key, key))

    def day(self, day: date) -> str:
        """A day as prose writes it: 2025年3月9日."""
        return self("day.prose", year=day.year, month=day.month, day=day.day)

    def moment(self, moment: datetime) -> str:
        """A moment in China as prose writes it."""
        there = moment.astimezone(CHINA)
        return self(
            "day.moment", year=there.year, month=there.month, day=there.day, hour=there.hour, minute=there.minute
        )

    def _at(self, name: str) -> Any:
        place: Any = self._content
        for key in name.split("."):
            place = place[key]
        return place


def sentences(document: str) -> Sentences:
    """The sentences of a document (``quota``), over those that all documents have in common."""
    folder = documents_folder()
    return Sentences(_over(_read(folder / "common.toml"), _read(folder / f"{document}.toml")))


@cache
def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _over(common: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Both tables as one; where both have a word it is the document's own."""
    both = {key: _over(common[key], own[key]) for key in common.keys() & own.keys() if isinstance(own[key], dict)}
    return {**common, **own, **both}

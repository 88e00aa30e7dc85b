"""A table of a TOML file, read key by key; mistakes are noted with their key, not raised.

The same key path that a person would search for (``quota[sinopec_rate].share``) names each
mistake. Which keys are allowed follows from which were asked for: none is listed twice.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from fuelcheck.faults import Remark
from fuelcheck.language import say
from fuelcheck.toml.wanted import Wanted

T = TypeVar("T")
D = TypeVar("D")

_TOO_LONG_TO_SHOW = 60
_BITS_TO_SHOW = 200


@dataclass(slots=True)
class Table:
    """One table at ``path`` of the file ``source``; ``mistakes`` is shared by the whole file."""

    content: Mapping[str, object]
    source: str
    path: str = ""
    mistakes: list[Remark] = field(default_factory=list)
    _asked: list[str] = field(default_factory=list)
    _refused: set[str] = field(default_factory=set)

    def take(self, key: str, wanted: Wanted[T]) -> T:
        """The value under ``key``; if it is missing or not what is wanted, a stand-in and a mistake."""
        if key not in self.content:
            self._asked.append(key)
            self._refuse("missing-key", key, wanted.allowed)
            return wanted.instead
        return self.take_or(key, wanted, wanted.instead)

    def take_or(self, key: str, wanted: Wanted[T], default: D) -> T | D:
        """The value under ``key``, or ``default`` where the key is absent."""
        self._asked.append(key)
        if key not in self.content:
            return default
        try:
            return wanted.read(self.content[key])
        except ValueError:
            self.refuse(key, wanted.allowed)
            return wanted.instead

    def table(self, key: str, *, optional: bool = False) -> "Table":
        """The table under ``key``; an empty one if there is none, and a mistake unless ``optional``."""
        self._asked.append(key)
        content = self.content.get(key)
        if isinstance(content, dict):
            return Table(content, self.source, self._at(key), self.mistakes)
        if key in self.content or not optional:
            self._refuse_absent(key, say("a table, written [{key}]", key=self._at(key)))
        return Table({}, self.source, self._at(key), [])

    def tables(self, key: str, named_by: str, *, optional: bool = False) -> Iterator["Table"]:
        """The tables of the list under ``key``; the path shows each by its ``named_by``."""
        self._asked.append(key)
        if optional and key not in self.content:
            return
        entries = self.content.get(key)
        if not isinstance(entries, list) or not entries or not all(isinstance(entry, dict) for entry in entries):
            self._refuse_absent(key, say("a list of tables, each written [[{key}]]", key=self._at(key)))
            return
        for number, entry in enumerate(entries, 1):
            name = entry.get(named_by)
            shown = name if isinstance(name, str) and name.isprintable() else f"#{number}"
            yield Table(entry, self.source, f"{self._at(key)}[{shown}]", self.mistakes)

    def close(self) -> None:
        """Note every key that nobody asked for."""
        for key in self.content:
            if key not in self._asked:
                self._refuse("unknown-key", key, ", ".join(self._asked))

    def sound(self, *keys: str) -> bool:
        """Whether all of ``keys`` stand here and none of them was refused."""
        return all(key in self.content and key not in self._refused for key in keys)

    def refuse(self, key: str, allowed: str) -> None:
        """Note that the value under ``key`` is not allowed, and what is."""
        self._refuse("bad-value", key, allowed)

    def repeated(self, key: str) -> None:
        """Note that the value under ``key`` stands elsewhere in the file already."""
        self._refuse("repeated-value", key, "")

    def _refuse_absent(self, key: str, allowed: str) -> None:
        self._refuse("bad-value" if key in self.content else "missing-key", key, allowed)

    def _refuse(self, code: str, key: str, allowed: str) -> None:
        self._refused.add(key)
        path = self._at(key)
        value = _shown(self.content[key]) if key in self.content else ""
        values = {"key": path, "allowed": allowed}
        self.mistakes.append(Remark(code, file=self.source, column=path, value=value, values=values))

    def _at(self, key: str) -> str:
        shown = key if key.isprintable() else ascii(key)
        return f"{self.path}.{shown}" if self.path else shown


def _shown(value: object) -> str:
    """A value as a person finds it in the file, cut where it is long."""
    if isinstance(value, int) and value.bit_length() > _BITS_TO_SHOW:
        return "…"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        text = "[" + ", ".join(_shown(entry) for entry in value[:_TOO_LONG_TO_SHOW]) + "]"
    else:
        text = "{…}" if isinstance(value, dict) else str(value)
    printable = text if text.isprintable() else ascii(text)
    return printable if len(printable) <= _TOO_LONG_TO_SHOW else printable[: _TOO_LONG_TO_SHOW - 1] + "…"

"""Finding what a cell names: a township, a programme, a site by code or name, a form by its number.

Codes compare as text. A number that lost its zeros in Excel (1 for 001) is met only where
exactly one code can be meant, and that is said.
"""

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from fuelcheck.law.values import Township
from fuelcheck.ledgers.cells import BadCell, Cell, folded, text
from fuelcheck.ledgers.columns import NONE_ZH
from fuelcheck.rules.belonging import NO_PROGRAMME

NEAREST = 3
MOST_SEARCHES = 200
"""Looking for similar names is slow; after so many unknown ones the fault comes without."""
_LONGEST_NUMBER = 18


class Townships:
    """The division's list of townships, former names included."""

    def __init__(self, townships: Iterable[Township]) -> None:
        listed = tuple(townships)
        former = [(folded(name), one.name) for one in listed for name in one.former_names]
        bearers = Counter(name for name, _ in former)
        self._current = {name: current for name, current in former if bearers[name] == 1}
        self._current |= {folded(name): one.name for one in listed for name in (one.code, one.name)}
        self._names = "、".join(one.name for one in listed)

    def name(self, cell: Cell) -> str:
        """The township's name of today; any text where the division has no list."""
        written = text(cell)
        if not self._current:
            return written
        found = self._current.get(folded(written))
        if found is None:
            raise BadCell("unknown-township", allowed=self._names)
        return found


class Programmes:
    """The ids of the programmes registered for the division."""

    def __init__(self, ids: Iterable[str]) -> None:
        listed = tuple(ids)
        self._ids = {folded(id_): id_ for id_ in listed} | dict.fromkeys((NONE_ZH, NO_PROGRAMME), NO_PROGRAMME)
        self._allowed = "、".join((*listed, NONE_ZH))

    def id(self, cell: Cell) -> str:
        """The id of a registered programme, or that the batch belongs to none."""
        found = self._ids.get(folded(text(cell)))
        if found is None:
            raise BadCell("unknown-programme", allowed=self._allowed)
        return found


class Codes:
    """A set of codes in which a number without its leading zeros finds its own."""

    def __init__(self, codes: Iterable[str]) -> None:
        self._codes: set[str] = set()
        self._by_number: dict[int, set[str]] = defaultdict(set)
        self.add(codes)

    def add(self, codes: Iterable[str]) -> None:
        """Further codes, of the same command."""
        for code in codes:
            self._codes.add(code)
            if _is_number(code):
                self._by_number[int(code)].add(code)

    def find(self, written: str) -> str | None:
        """The code that is meant, None where none or several could be."""
        if written in self._codes:
            return written
        if not _is_number(written) or written.startswith("0"):
            return None
        meant = self._by_number.get(int(written), set())
        return next(iter(meant)) if len(meant) == 1 else None


def _is_number(code: str) -> bool:
    return code.isascii() and code.isdigit() and len(code) <= _LONGEST_NUMBER


class Found(NamedTuple):
    """A site's code, and whether a name led to it."""

    code: str
    by_name: bool


class Sites:
    """The sites of store and command together, by code and by every name that they bear or bore."""

    def __init__(self) -> None:
        self.codes = Codes(())
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._shown: dict[str, str] = {}
        self._searches = 0

    def add(self, code: str, names: Iterable[str]) -> None:
        """A site, or further names of one."""
        self.codes.add((code,))
        self._shown.setdefault(code, code)
        for name in filter(None, names):
            self._by_name[folded(name)].add(code)
            self._shown.setdefault(name, f"{name}（{code}）")

    def find(self, written: str) -> Found:
        """The site that a cell names; BadCell with the nearest ones, or with all that bear the name."""
        code = self.codes.find(written)
        if code is not None:
            return Found(code, by_name=False)
        bearers = self._by_name.get(folded(written), set())
        if len(bearers) == 1:
            return Found(next(iter(bearers)), by_name=True)
        if bearers:
            raise BadCell("ambiguous-site", codes="、".join(sorted(bearers)))
        raise BadCell("unknown-site", nearest="、".join(self._nearest(written)) or "—")

    def _nearest(self, written: str) -> list[str]:
        self._searches += 1
        if self._searches > MOST_SEARCHES:
            return []
        return [self._shown[name] for name in difflib.get_close_matches(written, self._shown, NEAREST, 0.4)]

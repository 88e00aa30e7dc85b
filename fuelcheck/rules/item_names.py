"""Which item of a standard a report means by a name.

Besides key, Chinese and English name and the synonyms of the standard's data, a report may leave
out the bracketed condition (闪点) or 含量, add an abbreviation in brackets (研究法辛烷值（RON）), write
the unit behind a stroke (硫含量/(mg/kg)) or the basis in brackets (苯含量（体积分数）): each is
understood where one item remains. A bracket that says something else is another property:
闪点（开口） is not the closed cup, 运动黏度（40 ℃） not that at 20 °C, and no limit is held against it.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fuelcheck.law.standards import Item, ItemGroup, Standard
from fuelcheck.rules.units import is_known
from fuelcheck.words import Basis, Unit

Property = Item | ItemGroup
Index = Mapping[str, Mapping[str, Property]]
"""Properties by every form of their names, each by its key."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a name means: the one property, or several (``ambiguous``), or none that is known.

    ``unit`` and ``basis`` are what the name itself says of them.
    """

    meant: Property | None = None
    ambiguous: bool = False
    unit: str = ""
    basis: Basis | None = None


_FOLDED = str.maketrans("粘它", "黏他", "_:;·•‧-‐‑‒–—−'\"“”")
_BRACKETS = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)|\[([^\[\]]*)\]|【([^【】]*)】")
_BASES = {
    "体积分数": Basis.VOLUME, "体积": Basis.VOLUME, "v/v": Basis.VOLUME, "vol": Basis.VOLUME, "φ": Basis.VOLUME,
    "质量分数": Basis.MASS, "质量": Basis.MASS, "m/m": Basis.MASS, "mass": Basis.MASS, "w": Basis.MASS,
    "ω": Basis.MASS,
}  # fmt: skip
_LONGEST = 100
_ABBREVIATION = re.compile(r"[a-z]{1,8}[0-9]{0,2}")

UNLIMITED = (
    Item(
        key="motor_octane_number", name_zh="马达法辛烷值", name_en="motor octane number",
        synonyms=("MON", "辛烷值(马达法)", "辛烷值(MON)"), unit=Unit.NONE, methods=("GB/T 503",), referee=None,
        reproducibility=None, group=None, note=None, limits=(),
    ),
)  # fmt: skip
"""What laboratories report and no standard limits by itself: MON is a part of the anti-knock index."""


class Names:
    """The names of all items and groups of some standards."""

    def __init__(self, standards: Iterable[Standard]) -> None:
        self._all = _index(standards)
        self._own: dict[str, Index] = {}

    def find(self, written: str, standard: Standard | None) -> Named:
        """What ``written`` means under ``standard``: its own names first, then those of the others.

        A property of another standard is that of the same key here, where there is one.
        """
        if len(written) > _LONGEST:
            return Named()
        name, unit = _without_unit(_folded(written))
        found = _find(name, self._index_of(standard)) if standard is not None else Named()
        if found.meant is None and not found.ambiguous:
            found = _find(name, self._all)
        meant = found.meant
        if standard is not None and meant is not None:
            meant = standard.item(meant.key) or meant
        return Named(meant, found.ambiguous, unit or found.unit, found.basis)

    def _index_of(self, standard: Standard) -> Index:
        if standard.name not in self._own:
            self._own[standard.name] = _index((standard,))
        return self._own[standard.name]


def _find(name: str, index: Index) -> Named:
    if known := _one(index.get(name, {})):
        return Named(known)
    outside = _BRACKETS.sub("", name)
    notes = tuple(_folded(next(filter(None, found.groups()), "")) for found in _BRACKETS.finditer(name))
    basis = next((_BASES[note] for note in notes if note in _BASES), None)
    unit = next((note for note in notes if is_known(note)), "")
    candidates = index.get(_short(outside), {})
    told = tuple(note for note in notes if note not in _BASES and note != unit)
    fitting = _fitting(candidates, told, index) if told else candidates
    return Named(_one(fitting), len(fitting) > 1, unit, basis)


def _fitting(candidates: Mapping[str, Property], notes: tuple[str, ...], index: Index) -> dict[str, Property]:
    """Of the ``candidates`` those that all bracketed notes fit, or their members that the notes name."""
    members: dict[str, Property] = {
        item.key: item
        for note in notes
        for item in index.get(_short(note), {}).values()
        if isinstance(item, Item) and item.group in candidates
    }
    return members or {
        key: meant for key, meant in candidates.items() if all(_fits(note, meant, index) for note in notes)
    }


def _fits(note: str, meant: Property, index: Index) -> bool:
    named = index.get(_short(note), {})
    return note in _conditions(meant) or meant.key in named or (not named and bool(_ABBREVIATION.fullmatch(note)))


def _index(standards: Iterable[Standard]) -> Index:
    """The properties of the standards, and the unlimited ones, by their names whole and short."""
    index: dict[str, dict[str, Property]] = {}
    properties: list[Property] = list(UNLIMITED)
    for standard in standards:
        properties += (*standard.items, *standard.groups)
    for meant in properties:
        for name in _written_names(meant):
            for form in {name, _short(_BRACKETS.sub("", name))} - {""}:
                index.setdefault(form, {}).setdefault(meant.key, meant)
    return index


def _written_names(meant: Property) -> tuple[str, ...]:
    return tuple(_folded(name) for name in (meant.key, meant.name_zh, meant.name_en, *meant.synonyms))


def _conditions(meant: Property) -> frozenset[str]:
    """What stands in brackets in the names of a property."""
    return frozenset(
        _folded(next(filter(None, found.groups()), ""))
        for name in (meant.name_zh, *meant.synonyms)
        for found in _BRACKETS.finditer(_folded(name))
    )


def _one(found: Mapping[str, Property]) -> Property | None:
    return next(iter(found.values())) if len(found) == 1 else None


def _folded(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).lower().translate(_FOLDED).split())


def _short(name: str) -> str:
    return name.removesuffix("含量") or name


def _without_unit(name: str) -> tuple[str, str]:
    """The name and the unit that stands behind a stroke or comma at its end."""
    for at, mark in enumerate(name):
        if at and mark in "/," and name[at + 1 :].strip("()") and is_known(name[at + 1 :]):
            return name[:at], name[at + 1 :]
    return name, ""

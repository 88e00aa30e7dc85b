"""How the items and limits of a standard's file are laid out, and what must agree among them.

A limit is written ``max = 10``, ``min = 60``, both, or ``text = "无"``; the digits written are
the digits printed. Grades that share a limit stand in one line.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from fuelcheck.language import _, say
from fuelcheck.law.standards import Item, ItemGroup, Limit, Reproducibility
from fuelcheck.law.wanted import figure, key
from fuelcheck.toml.table import Table
from fuelcheck.toml.wanted import Wanted, one_of, share, text, texts
from fuelcheck.words import Confidence, Unit


@dataclass(frozen=True, slots=True)
class Around:
    """What the limits of a file may refer to."""

    grades: tuple[str, ...]
    seasons: tuple[str, ...]
    groups: tuple[ItemGroup, ...]
    sources: tuple[str, ...]


def read_groups(file: Table) -> tuple[ItemGroup, ...]:
    """The groups of items that ``file`` names."""
    groups = []
    known: set[str] = set()
    for entry in file.tables("group", named_by="key", optional=True):
        groups.append(
            ItemGroup(
                key=entry.take("key", key()),
                name_zh=entry.take("name_zh", text()),
                name_en=entry.take("name_en", text()),
                synonyms=entry.take_or("synonyms", texts(), ()),
            )
        )
        entry.close()
        once(entry, "key", groups[-1].key, known)
    return tuple(groups)


def read_items(file: Table, around: Around) -> tuple[Item, ...]:
    """The items of ``file``: no key and no name stands for two of them or for a group as well."""
    items = []
    keys = {group.key for group in around.groups}
    names = {
        folded(name) for group in around.groups for name in (group.name_zh, group.name_en, *group.synonyms)
    }  # fmt: skip
    for entry in file.tables("item", named_by="key"):
        items.append(_item(entry, around))
        once(entry, "key", items[-1].key, keys)
        for where, name in _names(items[-1]):
            once(entry, where, folded(name), names)
    return tuple(items)


def folded(name: str) -> str:
    """A name as names are compared: without width, case and spaces."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def once(entry: Table, where: str, value: str, known: set[str]) -> None:
    """Note a value that stands a second time in the file."""
    if value in known and entry.sound(where):
        entry.repeated(where)
    known.add(value)


def refer(entry: Table, where: str, named: Iterable[str], allowed: Iterable[str]) -> None:
    """Note names under a key that the file does not define."""
    known = tuple(allowed)
    if entry.sound(where) and not set(named) <= set(known):
        entry.refuse(where, ", ".join(known) or "–")


def _names(item: Item) -> list[tuple[str, str]]:
    return [("name_zh", item.name_zh), ("name_en", item.name_en), *(("synonyms", name) for name in item.synonyms)]


def _item(entry: Table, around: Around) -> Item:
    methods = entry.take("methods", texts())
    item = Item(
        key=entry.take("key", key()),
        name_zh=entry.take("name_zh", text()),
        name_en=entry.take("name_en", text()),
        synonyms=entry.take_or("synonyms", texts(), ()),
        unit=entry.take_or("unit", one_of(Unit), Unit.NONE),
        methods=methods,
        referee=entry.take_or("referee", text(), None),
        reproducibility=_reproducibility(entry, methods, around),
        group=entry.take_or("group", text(), None),
        note=entry.take_or("note", text(), None),
        limits=_limits(entry, around),
    )
    entry.close()
    refer(entry, "referee", [item.referee or ""], methods)
    refer(entry, "group", [item.group or ""], (group.key for group in around.groups))
    return item


def _reproducibility(item: Table, methods: tuple[str, ...], around: Around) -> Reproducibility | None:
    entry = item.table("reproducibility", optional=True)
    if not entry.content:
        return None
    precision = Reproducibility(
        constant=entry.take_or("constant", figure(), Decimal(0)),
        share=entry.take_or("share", share(), Decimal(0)),
        method=entry.take("method", text()),
        confidence=entry.take("confidence", one_of(Confidence)),
        sources=entry.take_or("sources", texts(), ()),
    )
    entry.close()
    refer(entry, "method", [precision.method], methods)
    refer(entry, "sources", precision.sources, around.sources)
    if not precision.constant and not precision.share:
        item.refuse("reproducibility", _("a constant above 0, a share, or both"))
    elif precision.constant < 0:
        entry.refuse("constant", _("a number above 0"))
    return precision


def _limits(item: Table, around: Around) -> tuple[Limit, ...]:
    limits: list[Limit] = []
    sound = True
    for entry in item.tables("limits", named_by="season"):
        limit = _limit(entry, around)
        _check_shape(entry, limit)
        limits.append(limit)
        sound = sound and all(entry.sound(where) for where in ("grades", "season") if where in entry.content)
    if sound and any(_overlap(one, other) for one, other in combinations(limits, 2)):
        item.refuse("limits", _("limits of which no two are of the same grade in the same season"))
    return tuple(limits)


def _limit(entry: Table, around: Around) -> Limit:
    limit = Limit(
        grades=entry.take_or("grades", texts(), ()),
        season=entry.take_or("season", text(), None),
        low=entry.take_or("min", figure(), None),
        high=entry.take_or("max", figure(), None),
        text=entry.take_or("text", text(), None),
        confidence=entry.take("confidence", one_of(Confidence)),
        sources=entry.take_or("sources", texts(), ()),
    )
    entry.close()
    refer(entry, "grades", limit.grades, around.grades)
    refer(entry, "season", [limit.season or ""], around.seasons)
    refer(entry, "sources", limit.sources, around.sources)
    return limit


def _check_shape(entry: Table, limit: Limit) -> None:
    """A limit is figures or a word, its ends in order and printed with the same digits."""
    bare = limit.low is None and limit.high is None
    if limit.text is None and bare:
        entry.take("max", Wanted(figure().read, _("a number; else min, both, or a word as text"), Decimal(0)))
    elif limit.text is not None and not bare:
        entry.refuse("text", _("no word beside figures (min, max)"))
    elif limit.low is not None and limit.high is not None and entry.sound("min", "max"):
        if limit.low > limit.high:
            entry.refuse("max", say("a number not below {low}", low=limit.low))
        elif limit.low.as_tuple().exponent != limit.high.as_tuple().exponent:
            entry.refuse("max", say("as many digits after the point as {low}", low=limit.low))


def _overlap(one: Limit, other: Limit) -> bool:
    same_grade = not one.grades or not other.grades or bool(set(one.grades) & set(other.grades))
    same_season = one.season is None or other.season is None or one.season == other.season
    return same_grade and same_season

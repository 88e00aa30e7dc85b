"""What a batch failed on: the items that fail by our judging, and those that only the laboratory names.

The laboratory's own list (不合格项目) is read as names of items. One that our judging failed as
well is told once, with its figure; any other stays visible beside what we know of it: neither
list overwrites the other.
"""

import re
from typing import NamedTuple

from fuelcheck.law.standards import ItemGroup, Standard
from fuelcheck.rules.item_names import Names
from fuelcheck.rules.verdicts import BatchVerdict, ItemVerdict
from fuelcheck.words import Verdict

_BETWEEN = re.compile(r"[、；;，,\r\n]+")


class Failure(NamedTuple):
    """One thing that a batch failed on.

    ``named`` is the laboratory's word where our judging did not fail that item, else empty;
    ``item`` is our verdict on it, None where there is no result of it.
    """

    named: str
    item: ItemVerdict | None

    @property
    def name(self) -> str:
        """What it is called, in Chinese or as the laboratory wrote it."""
        return self.item.name_zh if self.item is not None else self.named


def failures(
    verdict: BatchVerdict | None, written: str, names: Names, standard: Standard | None
) -> tuple[Failure, ...]:
    """What the batch failed on: ours in the order of the standard, then what else the laboratory ``written`` names.

    Without results (``verdict`` None) the laboratory's words stand as they are. Empty where
    neither says anything.
    """
    if verdict is None:
        return (Failure(written, None),) if written else ()
    ours = [Failure("", item) for item in verdict.items if item.verdict is Verdict.FAIL]
    failed = {failure.item.item for failure in ours if failure.item is not None}
    theirs = (_named(word, verdict, names, standard) for word in filter(None, map(str.strip, _BETWEEN.split(written))))
    return (*ours, *(failure for failure, keys in theirs if not keys & failed))


def _named(word: str, verdict: BatchVerdict, names: Names, standard: Standard | None) -> tuple[Failure, frozenset[str]]:
    """What the laboratory calls ``word``, with the keys of all items that it stands for."""
    meant = names.find(word, standard).meant
    if meant is None:
        return Failure(word, None), frozenset()
    item = next((one for one in verdict.items if one.item == meant.key), None)
    members = standard.items_named(meant.key) if standard is not None and isinstance(meant, ItemGroup) else ()
    return Failure(word, item), frozenset({meant.key, *(member.key for member in members)})

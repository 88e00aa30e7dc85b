"""Whether two names in one report mean the same item: a second name is no second result.

A name is understood by the standards of the batch's product. Where two names give a share another
basis (体积分数, 质量分数) they are two findings, and names that no standard knows are what they are.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from fuelcheck.law.standards import Standard
from fuelcheck.rules.item_names import Named, Names
from fuelcheck.words import Basis


@dataclass(frozen=True, slots=True)
class Meaning:
    """The item's key, and the basis that the name itself states."""

    key: str
    basis: Basis | None


class Meanings:
    """What names mean by the standards of a product."""

    def __init__(self, standards: Iterable[Standard] = ()) -> None:
        self._standards = tuple(standards)
        self._names: dict[str, Names] = {}
        self._found: dict[tuple[str, str], Named] = {}

    def of(self, written: str, product: str) -> Meaning | None:
        """What a name means for a batch of that product; None where that is open."""
        found = self._find(written, product)
        return None if found.meant is None else Meaning(found.meant.key, found.basis)

    def unit(self, written: str, product: str) -> str:
        """The unit that the name itself states (硫含量/(mg/kg)); empty where it states none."""
        unit = self._find(written, product).unit
        return unit[1:-1] if unit.startswith("(") and unit.endswith(")") else unit

    def _find(self, written: str, product: str) -> Named:
        asked = written, product
        if asked not in self._found:
            if product not in self._names:
                self._names[product] = Names(one for one in self._standards if product in one.products)
            self._found[asked] = self._names[product].find(written, None)
        return self._found[asked]

"""Reasons for which a vehicle may be left out of a target (豁免原因): the closed list of the policy."""

from collections.abc import Iterable

from fuelcheck.law.targets import Exemption
from fuelcheck.ledgers.cells import BadCell, Cell, folded, text


class Exemptions:
    """The policy's list, by id, name or synonym."""

    def __init__(self, exemptions: Iterable[Exemption]) -> None:
        listed = tuple(exemptions)
        self._ids = {folded(called): one.id for one in listed for called in (*one.synonyms, one.name, one.id)}
        self._allowed = "、".join(one.name for one in listed) or "—"

    def id(self, cell: Cell) -> str:
        """The id of the reason; nothing where the cell says that there is none."""
        written = text(cell)
        if written == "无":
            return ""
        found = self._ids.get(folded(written))
        if found is None:
            raise BadCell("unknown-exemption", allowed=self._allowed)
        return found

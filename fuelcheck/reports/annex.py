"""One annex: its columns by name and its rows, before anybody decides how it looks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from fuelcheck.reports.figures import Cell
from fuelcheck.reports.sentences import Sentences


@dataclass(frozen=True, slots=True)
class Field:
    """A column: the name of its heading, or the heading itself; how its cells stand."""

    name: str
    align: Literal["left", "center", "right"] = "left"
    wraps: bool = False
    head: str = ""
    whole: bool = False
    """Its codes are never broken while others can give way."""

    def heading(self, say: Sentences) -> str:
        """The heading; where it breaks into two lines it holds a line end."""
        return self.head or say(f"heads.{self.name}")


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex. ``note`` stands under the table.

    One with ``stacked`` names lies across the page, and its fields stand one over the other
    within a column where a group has several. ``things`` is how many of its unit it lists where
    one of them may take several rows; None: each row is one.
    """

    key: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    stacked: tuple[tuple[str, ...], ...] = ()
    number: int = 0
    things: int | None = None
    of: str = ""
    """What it is about where several annexes of a kind differ by that."""

    @property
    def count(self) -> int:
        """How many of its unit it lists."""
        return len(self.rows) if self.things is None else self.things

    def title(self, say: Sentences) -> str:
        """What the annex is called."""
        return say(f"annexes.{self.key}.title", of=self.of)

    def unit(self, say: Sentences) -> str:
        """What its rows are counted in."""
        return say(f"annexes.{self.key}.unit")


ROW = Field("n", "right")


def numbered(rows: Iterable[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows with their number in front, for an annex whose first field is ``ROW``."""
    return tuple(_numbered(rows))


def _numbered(rows: Iterable[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(rows, start=1):
        yield (number, *row)

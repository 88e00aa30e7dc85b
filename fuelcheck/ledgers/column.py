"""What a column of a ledger is, and a sheet: the terms in which ``columns`` and its like declare theirs."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from fuelcheck.ledgers import cells
from fuelcheck.ledgers.cells import Cell, Parser
from fuelcheck.rules.belonging import NO_PROGRAMME
from fuelcheck.rules.masking import masked
from fuelcheck.words import PersonalKind, Product, SheetKind, Word

NONE_ZH = "无"
"""How a ledger says that a batch belongs to no programme."""


class Form(StrEnum):
    """What kind of thing a column holds: how it is written back and compared."""

    CODE = "code"
    """A number of a paper or a place: text that is compared character by character."""
    TEXT = "text"
    """Free text."""
    DAY = "day"
    MOMENT = "moment"
    """A day with a time of day, at UTC+8."""
    NUMBER = "number"
    WORD = "word"
    """One of a closed list; ``Column.words`` holds it."""
    CLOSED = "closed"
    """Grades and what is on sale: closed values without a list of words."""
    NAMES = "names"
    """Names joined by ``;`` in one order."""


class Refers(StrEnum):
    """What a cell must name to be understood: checked against store and command together."""

    SITE = "site"
    SAMPLE = "sample"
    TOWNSHIP = "township"
    PROGRAMME = "programme"
    EXEMPTION = "exemption"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a ledger.

    ``parse`` makes the canonical text of a filled cell; ``carried`` reads the same thing
    out of the cell of the column named by ``carried_by``, and ``admits`` says whether this
    column's own cell leaves the value of that one open. ``default`` is what an empty cell
    counts as: filling it with something else changes a figure. ``strokes_say``: the stroke
    that elsewhere fills an empty cell is kept as a statement (an item was not tested). ``personal``:
    it holds personal data of that kind, which remarks show masked.
    """

    name: str
    zh: str
    form: Form
    parse: Parser
    headers: tuple[str, ...] = ()
    required: bool = False
    words: type[Word] | None = None
    refers: Refers | None = None
    strokes_say: bool = False
    carried_by: str = ""
    carried: Callable[[Cell], str] | None = None
    admits: Callable[[Cell, str], bool] | None = None
    default: str = ""
    personal: PersonalKind | None = None

    def written(self, value: str) -> str:
        """Canonical text as our own sheets write it: the Chinese term of a closed value.

        >>> from fuelcheck.ledgers.columns import SITES
        >>> SITES.column("ownership").written("private")
        '民营'
        """
        if self.words is not None and value:
            return self.words(value).zh
        if self.form is Form.MOMENT:
            return value.removesuffix("+08:00").replace("T", " ")
        if self.name == "products":
            return value.replace(Product.UREA.value, "尿素")
        if self.name == "programme" and value == NO_PROGRAMME:
            return NONE_ZH
        return value

    def told(self, text: str) -> str:
        """A cell's text as remarks and messages show it: personal data masked."""
        return text if self.personal is None else masked(self.personal, text)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of sheet: its columns in the order in which they are written, and its key.

    A row with none of ``anchors`` filled is no row of the ledger: it is skipped and said; what is
    wrong with a row as a whole is said of the first of them. ``joined``: which thing a row means is
    found by joining it with store and command, so the key is no column, and several rows may each
    say a part of one thing.
    """

    kind: SheetKind
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    anchors: tuple[str, ...]
    joined: bool = False

    def column(self, name: str) -> Column:
        """The column of that canonical name; StopIteration if there is none."""
        return next(column for column in self.columns if column.name == name)


NOTE = Column("note", "备注", Form.TEXT, cells.text, ("说明", "备注说明", "remarks"))

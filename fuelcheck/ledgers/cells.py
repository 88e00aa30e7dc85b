"""What every cell has in common: its types, how Excel shows it, and what is forgiven.

A parser is a plain function from one filled cell to its canonical text; what it cannot
read it refuses with ``BadCell``, which carries a code of ``fuelcheck.faults``. Canonical
text is what the store and JSON hold: ISO days, English values of closed lists, decimal
numbers without trailing zeros, lists joined by ``;``. An empty answer means that the cell
says nothing.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

Cell = str | float | date | time
"""A cell as read: text, number (``45.0`` where Excel shows 45), date or datetime, time of day."""

Parser = Callable[[Cell], str]

ERROR_VALUES = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#GETTING_DATA"})
"""What Excel shows where a formula failed: such a cell reads as empty."""

LARGEST_EXACT = 10**15
"""Excel keeps fifteen digits of a number; a longer code has already lost its end."""

_STROKES = frozenset("/\\-‐‑‒–—―−─")
_LONGEST_ERROR = max(map(len, ERROR_VALUES))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_WHOLE = re.compile(r"(\d+)\.0+")
_SCIENTIFIC = re.compile(r"\d(\.\d+)?[Ee]\+\d+")


class BadCell(Exception):
    """A cell that cannot be read: the code of its fault and the values of its sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def shown(cell: Cell) -> str:
    """The cell as Excel shows it: whole numbers without ``.0``, days and times in ISO form."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return _number_shown(cell)


def _number_shown(number: float) -> str:
    if isinstance(number, int) or number.is_integer():
        return str(int(number))
    return format(Decimal(repr(number)), "f")


def displayed(cell: Cell) -> str:
    """The cell as it may be printed anywhere: nothing in it moves a cursor or turns a line around."""
    written = shown(cell)
    if written.isprintable():
        return written
    return "".join(c if c.isprintable() else " " if c.isspace() else "\ufffd" for c in written)


def is_empty(cell: Cell) -> bool:
    """Whether a cell says nothing: blank, an error value, or the stroke that forms are filled with."""
    if not isinstance(cell, str):
        return False
    bare = cell.strip()
    if len(bare) > _LONGEST_ERROR:
        return False
    return bare in ERROR_VALUES or _STROKES.issuperset(unicodedata.normalize("NFKC", bare))


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing at all, or an error value; a stroke is something."""
    return isinstance(cell, str) and (not (bare := cell.strip()) or bare in ERROR_VALUES)


def text(cell: Cell) -> str:
    """Free text: NFC, one line, no space around it; control characters are refused."""
    composed = unicodedata.normalize("NFC", shown(cell))
    if not composed.isprintable():
        composed = " ".join("".join(map(_printable, composed)).split())
    return composed.strip()


def as_written(cell: Cell) -> str:
    """A result as it was written; of a number the fifteen digits that Excel shows of it."""
    return format(Decimal(f"{cell:.15g}"), "f") if isinstance(cell, int | float) else text(cell)


def _printable(character: str) -> str:
    category = unicodedata.category(character)
    if character.isspace() or category in {"Zl", "Zp"}:
        return " "
    if category == "Cf":  # marks without width that copying leaves behind
        return ""
    if category in {"Cc", "Cs"} or ord(character) & 0xFFFE == 0xFFFE:
        raise BadCell("control-character", character=f"U+{ord(character):04X}")
    return character


def text_unless_none(cell: Cell) -> str:
    """Free text in which 无 says that there is nothing to name."""
    written = text(cell)
    return "" if written == "无" else written


def line(cell: Cell) -> str:
    """Text with one width of characters and one kind of hyphen, its spaces kept."""
    return unicodedata.normalize("NFKC", text(cell)).translate(_DASHES)


def plain(cell: Cell) -> str:
    """Text as closed lists and numbers compare it: like a line, without spaces."""
    return "".join(line(cell).split())


def code(cell: Cell) -> str:
    """A code or number of a paper: NFKC without spaces, without the ``.0`` that Excel makes."""
    if isinstance(cell, str):
        if cell.isascii() and cell.isalnum():
            return cell
    elif isinstance(cell, date | time):
        raise BadCell("code-as-day")
    elif abs(cell) >= LARGEST_EXACT:
        raise BadCell("number-too-long")
    tight = "".join(unicodedata.normalize("NFKC", text(cell)).split())
    read = unicodedata.normalize("NFKC", tight)  # a mark may meet its letter only now
    if _SCIENTIFIC.fullmatch(read):
        raise BadCell("number-too-long")
    whole = _WHOLE.fullmatch(read)
    return whole[1] if whole else read


def folded(name: str) -> str:
    """A name as names are compared: NFKC, no spaces, no case.

    >>> folded("中国石化（城关 加油站）") == folded("中国石化(城关加油站)")
    True
    """
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def several(cell: Cell) -> tuple[str, ...]:
    """Names separated by ``;`` ``；`` ``、`` ``,`` ``，`` ``/`` or spaces, each once, sorted."""
    parts = re.split(r"[;、,/]", line(cell))
    return tuple(sorted({name for part in parts for name in _people(part.split())}))


def _people(words: list[str]) -> list[str]:
    """Two lone characters are one short name padded to the width of a long one: ``张 三``."""
    people: list[str] = []
    for word in words:
        if people and _is_lone(word) and _is_lone(people[-1]):
            people[-1] += word
        else:
            people.append(word)
    return people


def _is_lone(word: str) -> bool:
    return len(word) == 1 and word >= "\u3400"


def samplers(cell: Cell) -> str:
    """At least two people, distinct after normalising, joined by ``;``."""
    people = several(cell)
    if len(people) < 2:
        raise BadCell("one-sampler")
    return ";".join(people)


def names(cell: Cell) -> str:
    """Names of one thing, separated by ``;`` ``；`` or ``、`` only: a name may hold spaces and strokes."""
    parts = (part.strip() for part in re.split(r"[;；、]", text(cell)))
    return ";".join(sorted({part for part in parts if part}))


def longitude(cell: Cell) -> str:
    """Decimal degrees, -180 to 180."""
    return _degrees(cell, 180)


def latitude(cell: Cell) -> str:
    """Decimal degrees, -90 to 90."""
    return _degrees(cell, 90)


def _degrees(cell: Cell, most: int) -> str:
    number = decimal(cell)
    if abs(number) > most:
        raise BadCell("bad-number", allowed=f"-{most} … {most}")
    shortest = format(number.normalize(), "f")
    return "0" if number == 0 else shortest


def decimal(cell: Cell) -> Decimal:
    """A decimal number; a comma is no decimal point."""
    written = plain(cell).removesuffix("°")
    try:
        if not re.fullmatch(r"[-+]?\d{1,12}(\.\d{0,20})?", written, re.ASCII):
            raise InvalidOperation
        return Decimal(written)
    except InvalidOperation:
        raise BadCell("bad-number", allowed="112.43") from None

"""What the store holds of 路检, in the words of the ledger: names of drivers masked unless they are asked for."""

from collections.abc import Callable, Iterator

from fuelcheck.rules.masking import HIDDEN, masked
from fuelcheck.services.check_filing import NOUN
from fuelcheck.store import personal
from fuelcheck.store.rows import contents
from fuelcheck.store.session import View
from fuelcheck.words import PersonalKind

_NOT_IN_LEDGER = frozenset({"checked_on"})

IsDriver = Callable[[str, str], bool | None]
"""Whether a name is that of a record's driver; None where it was erased."""


def check_rows(view: View, *, in_full: bool = False) -> Iterator[dict[str, str]]:
    """The checks by number; an erased name is hidden, also ``in_full``."""
    names = _names(view)
    for row in contents(view.connection, NOUN, view.division):
        cells = {column: "" if cell is None else str(cell) for column, cell in row.items()}
        name = names.get((personal.subject_of(NOUN, row["record_no"]), row["driver"]))
        if row["driver"] is not None:
            cells["driver"] = HIDDEN if name is None else name if in_full else masked(PersonalKind.NAME, name)
        yield {column: cell for column, cell in cells.items() if column not in _NOT_IN_LEDGER}


def is_driver(view: View) -> IsDriver:
    """Answers whether a name is that of the driver whom a record of the store names."""
    hashes = {row["record_no"]: row["driver"] for row in contents(view.connection, NOUN, view.division)}
    names = _names(view)

    def answer(record_no: str, name: str) -> bool | None:
        if hashes.get(record_no) is None:
            return False
        held = names.get((personal.subject_of(NOUN, record_no), hashes[record_no]))
        return None if held is None else held == name

    return answer


def _names(view: View) -> dict[tuple[str, str], str]:
    return {(kept.subject, kept.hash): kept.value for kept in personal.values(view.connection, view.division)}

"""The unified social credit code (统一社会信用代码) of a cell, by its form and check digit."""

from fuelcheck.ledgers.cells import BadCell, Cell, code
from fuelcheck.rules.identifiers.credit_codes import read_credit_code


def uscc(cell: Cell) -> str:
    """The eighteen characters in upper case."""
    read = read_credit_code(code(cell))
    if not read.valid:
        raise BadCell("bad-uscc")
    return read.normalised

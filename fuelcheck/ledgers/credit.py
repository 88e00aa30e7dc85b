"""The unified social credit code (统一社会信用代码), GB 32100-2015, with its check digit."""

from stdnum.cn import uscc as credit_code
from stdnum.exceptions import ValidationError

from fuelcheck.ledgers.cells import BadCell, Cell, code


def uscc(cell: Cell) -> str:
    """The eighteen characters in upper case."""
    try:
        return str(credit_code.validate(code(cell)))
    except ValidationError:
        raise BadCell("bad-uscc") from None

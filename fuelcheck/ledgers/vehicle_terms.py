"""What vehicle sheets write in closed lists and for identifiers: energy, stage, plate, colour of the plate.

A stage is taken as 国三, 国3, 国Ⅲ, 国III or 国VI b: the letter behind six says nothing that is judged.
"""

import re

from fuelcheck.ledgers.cells import BadCell, Cell, code, plain
from fuelcheck.ledgers.terms import listed
from fuelcheck.rules.identifiers.writing import tidy
from fuelcheck.words import Energy, PlateColour, Stage

energy = listed(
    tuple(Energy),
    "unknown-energy",
    {
        Energy.BATTERY: ("纯电", "电动", "电"),
        Energy.PLUG_IN: ("插电式混合动力", "插电混动", "插混"),
        Energy.RANGE_EXTENDED: ("增程", "增程式混合动力", "增程式电动"),
        Energy.FUEL_CELL: ("氢燃料电池", "燃料电池式"),
        Energy.HYBRID: ("混动", "油电混合", "油电混合动力"),
        Energy.DIESEL: ("柴", "车用柴油"),
        Energy.GAS: ("燃气", "lng", "cng", "液化天然气", "压缩天然气"),
    },
)

plate_colour = listed(
    tuple(PlateColour),
    "unknown-plate-colour",
    {
        PlateColour.YELLOW: ("黄", "黄牌"),
        PlateColour.BLUE: ("蓝", "蓝牌"),
        PlateColour.WHITE: ("白", "白牌"),
        PlateColour.BLACK: ("黑", "黑牌"),
        PlateColour.GREEN: ("绿", "绿牌", "渐变绿", "渐变绿色"),
        PlateColour.YELLOW_GREEN: ("黄绿", "黄绿牌", "黄绿双拼", "黄绿双拼色"),
    },
)

_DIGITS = ("零", "一", "二", "三", "四", "五", "六")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6"}
_STAGE = re.compile(r"国?(?P<stage>[0-6零一二三四五六]|iv|vi|i{1,3}|v)[ab]?(?:阶段|排放)?")


def stage(cell: Cell) -> str:
    """The emission stage, 0 to 6."""
    found = _STAGE.fullmatch(plain(cell).casefold())
    if found is None:
        raise BadCell("unknown-stage", allowed="、".join(word.zh for word in Stage))
    written = found["stage"]
    return _ROMAN.get(written) or (str(_DIGITS.index(written)) if written in _DIGITS else written)


def plate(cell: Cell) -> str:
    """A number plate in the one form in which plates are compared; whether there is such a plate is not asked."""
    return tidy(code(cell))


def vin(cell: Cell) -> str:
    """A vehicle identification number in the one form in which they are compared."""
    return tidy(code(cell))

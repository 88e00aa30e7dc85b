"""What the sheet of roadside checks writes in closed lists, and its measured numbers, with their digits as reported."""

import re
from decimal import Decimal

from fuelcheck.ledgers.cells import BadCell, Cell, line, several
from fuelcheck.ledgers.terms import listed
from fuelcheck.words import Aftertreatment, CheckKind, CheckMethod, ObdState, UreaState

_FIFTEEN_DIGITS = ".15g"
_NUMBER = re.compile(r"\d{1,6}(\.\d{1,6})?", re.ASCII)
_BETWEEN = re.compile(r"[;、,/\s]+")
_SMOKE_UNIT = re.compile(r"\(?m-1\)?", re.IGNORECASE)

kind = listed(
    tuple(CheckKind),
    "unknown-check-kind",
    {CheckKind.ROADSIDE: ("路检路查", "路查", "道路检查", "1"), CheckKind.OWNER_VISIT: ("入户检查", "入户抽查", "2")},
)

method = listed(
    tuple(CheckMethod),
    "unknown-check-method",
    {
        CheckMethod.FREE_ACCELERATION: ("自由加速法", "自由加速烟度法", "不透光烟度法"),
        CheckMethod.LUG_DOWN: ("加载减速法", "加载减速工况法"),
        CheckMethod.SMOKE: ("林格曼法", "林格曼黑度", "林格曼黑度法", "林格曼烟度", "目测"),
    },
)

obd = listed(
    tuple(ObdState),
    "unknown-obd",
    {
        ObdState.OK: ("合格", "无故障", "通过"),
        ObdState.FAULT: ("有故障", "故障灯亮", "不合格", "异常", "通讯失败", "无法通讯"),
        ObdState.NOT_CHECKED: ("未检查", "未检测", "无OBD"),
    },
)

aftertreatment = listed(
    tuple(Aftertreatment),
    "unknown-aftertreatment",
    {
        Aftertreatment.INTACT: ("正常", "齐全", "合格", "齐全完好"),
        Aftertreatment.MISSING: ("拆除", "已拆除", "缺少", "缺件"),
        Aftertreatment.TAMPERED: ("改装", "屏蔽", "擅自改装", "弄虚作假"),
    },
)

urea = listed(
    tuple(UreaState),
    "unknown-urea",
    {
        UreaState.OK: ("合格", "有"),
        UreaState.NONE: ("空", "缺", "无尿素", "缺尿素", "未加注"),
        UreaState.POOR: ("异常", "疑似不合格", "浓度异常", "浓度不合格"),
    },
)


def departments(cell: Cell) -> str:
    """One department or more, each once, joined by ``;``."""
    return ";".join(several(cell))


def readings(cell: Cell) -> str:
    """Readings of smoke in m⁻¹ in the order in which they were taken, joined by ``;``."""
    parts = [part for part in _BETWEEN.split(_SMOKE_UNIT.sub(" ", _written(cell))) if part]
    return ";".join(_checked(part, "1.12;1.20;1.15") for part in parts)


def parts_per_million(cell: Cell) -> str:
    """A content in ppm."""
    return _checked("".join(_written(cell).split()).casefold().removesuffix("ppm"), "820")


def percent(cell: Cell) -> str:
    """A share in %."""
    return _checked("".join(_written(cell).split()).removesuffix("%"), "62.5")


def number(cell: Cell) -> str:
    """A measured number without a unit."""
    return _checked("".join(_written(cell).split()), "1.3830")


def person(cell: Cell) -> str:
    """A person's name: Chinese ones without the space by which short ones are padded."""
    name = line(cell)
    return name if any(character.isascii() and character.isalpha() for character in name) else "".join(name.split())


def ringelmann(cell: Cell) -> str:
    """A Ringelmann level."""
    return _checked("".join(_written(cell).split()).removesuffix("级"), "1")


def _written(cell: Cell) -> str:
    """The cell's text; of a number the fifteen digits that Excel shows of it."""
    return format(Decimal(f"{cell:{_FIFTEEN_DIGITS}}"), "f") if isinstance(cell, int | float) else line(cell)


def _checked(number: str, example: str) -> str:
    if not _NUMBER.fullmatch(number):
        raise BadCell("bad-number", allowed=example)
    return number

"""Products and grades as labels, forms and notices write them.

Grades after GB 17930, GB 18351 (petrol) and GB 19147 (diesel). 汽油 alone is refused: the
two petrols have different standards, and the word does not say whether there is ethanol.
Stations sell one diesel, that for vehicles, so 柴油 alone can mean one thing.
"""

import re

from fuelcheck.ledgers.cells import BadCell, Cell, line, plain
from fuelcheck.words import DIESEL_GRADES, GRADES_OF, PETROL_GRADES, Product

ON_SALE = (*PETROL_GRADES, *DIESEL_GRADES, Product.UREA.value)
"""What 在售油品 may list, in the order in which it is kept."""

_SIMPLIFIED = str.maketrans("車號負劑溶調國", "车号负剂溶调国")
_STAGE = re.compile(r"国?[IVX]+[AB]?(?:阶段)?|国[三四五六][AB]?(?:阶段)?|国标")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_NUMBER = r"(?P<sign>[-+负]?)(?P<number>\d{1,2})"
_CARRIED = re.compile(rf"(?<![\d.A-Z]){_NUMBER}(?:#|号|(?=[\u4e00-\u9fff])|$)")
_FUEL = r"(?:车用)?(?:乙醇|无铅|普通)?(?:汽油|柴油)?"
_GRADE_CELL = re.compile(rf"{_FUEL}{_NUMBER}(?:\.0+)?(?:#|号)?{_FUEL}")
_OTHER_FUEL = re.compile(r"普通柴油|生物柴油|(?<![A-Z])B\d|甲醇|(?<![A-Z])M\d|E85|煤油|喷气燃料|重油|燃料油|组分油")
_UREA = re.compile(r"尿素|AUS32|ADBLUE|氮氧化物还原剂|尾气处理液")
_UREA_PACKING = re.compile(rf"{_UREA.pattern}|KG|公斤|千克|桶|袋|升|\d+L|ML|散装|%|溶液")

_LEFT_OPEN = {
    re.compile(r"乙醇|E10"): frozenset({Product.ETHANOL_GASOLINE}),
    re.compile(r"车用(?:无铅)?汽油"): frozenset({Product.GASOLINE}),
    re.compile(r"汽油"): frozenset({Product.GASOLINE, Product.ETHANOL_GASOLINE, Product.OTHER_FUEL}),
    re.compile(r"车用柴油"): frozenset({Product.DIESEL}),
    re.compile(r"柴油(?![机车发])"): frozenset({Product.DIESEL, Product.OTHER_FUEL}),
}
"""The products that a word leaves open: 汽油 alone any petrol; 柴油机 is no fuel."""

_BY_NAME = {
    "车用汽油": Product.GASOLINE,
    "车用无铅汽油": Product.GASOLINE,
    "车用乙醇汽油": Product.ETHANOL_GASOLINE,
    "乙醇汽油": Product.ETHANOL_GASOLINE,
    "车用柴油": Product.DIESEL,
    "柴油": Product.DIESEL,
    Product.OTHER_FUEL.zh: Product.OTHER_FUEL,
}
_BY_ENGLISH = {word.value.upper(): word for word in Product}
_PETROLS = frozenset({"汽油", "无铅汽油"})
_PRODUCTS = "、".join(word.zh for word in Product)


def product(cell: Cell) -> str:
    """The product of a cell that may carry grade, stage and brackets beside it.

    >>> product("92#车用乙醇汽油（E10）（ⅥB）")
    'ethanol_gasoline'
    """
    written = _written(cell)
    return (_BY_ENGLISH.get(written) or _by_words(_STAGE.sub("", written))).value


def carried_grade(cell: Cell) -> str:
    """The grade that a product cell carries beside the product; empty where it carries none."""
    written = _written(cell)
    if written in _BY_ENGLISH or _UREA.search(written):
        return ""
    found = _CARRIED.search(_bare(written))
    return _grade(found) if found else ""


def grade(cell: Cell) -> str:
    """A grade: ``92`` from ``92#``, ``-10`` from ``-10号`` or ``－10``, ``0`` from ``0＃(V)``.

    What the column says of urea (``AUS 32``, ``10kg/桶``) is no grade: empty.
    """
    written = _written(cell)
    found = _GRADE_CELL.fullmatch(_bare(written))
    if found is not None:
        return _grade(found)
    if _UREA_PACKING.search(written):
        return ""
    raise _bad_grade()


def admits(cell: Cell, product: str) -> bool:
    """Whether the words of a cell leave that product open; a bare grade leaves all.

    >>> admits("92#汽油", "gasoline"), admits("92#(E10)", "gasoline"), admits("0#汽油", "diesel")
    (True, False, False)
    """
    written = _written(cell)
    if _UREA.search(written):
        return product == Product.UREA
    if _OTHER_FUEL.search(written):
        return product == Product.OTHER_FUEL
    return all(product in open_ for word, open_ in _LEFT_OPEN.items() if word.search(written))


def on_sale(cell: Cell) -> str:
    """What is on sale (在售油品): grades and ``urea``, each once, in one order, joined by ``;``."""
    parts = {_one_on_sale(part) for part in re.split(r"[;、,/\s]+", line(cell)) if part}
    return ";".join(sorted(parts, key=ON_SALE.index))


def _one_on_sale(part: str) -> str:
    if part == Product.UREA or _UREA.search(_written(part)):
        return Product.UREA.value
    value = grade(part)
    if not any(value in grades and admits(part, product) for product, grades in GRADES_OF.items()):
        raise _bad_grade()
    return value


def _bad_grade() -> BadCell:
    return BadCell("bad-grade", allowed="、".join((*PETROL_GRADES, *DIESEL_GRADES)))


def _written(cell: Cell) -> str:
    return plain(cell).upper().translate(_SIMPLIFIED)


def _bare(written: str) -> str:
    """Without brackets, emission stage and the sign of ethanol, which also hold figures."""
    return _STAGE.sub("", _BRACKETS.sub("", written)).replace("E10", "")


def _by_words(written: str) -> Product:
    if _UREA.search(written):
        return Product.UREA
    if _OTHER_FUEL.search(written):
        return Product.OTHER_FUEL
    found = _by_name(written)
    if not admits(written, found):  # a bracket says otherwise: 车用汽油（乙醇）
        _refuse("" if "柴油" in written else "汽油")
    return found


def _by_name(written: str) -> Product:
    name = _CARRIED.sub("", _bare(written))
    if "E10" in written:
        return _ethanol(name)
    if name in _BY_NAME:
        return _BY_NAME[name]
    return _by_grade_alone(_bare(written)) if not name else _refuse(name)


def _ethanol(name: str) -> Product:
    """What E10 stands beside: 车用汽油 would contradict it, 柴油 be another product."""
    if name in {"", *_PETROLS} or _BY_NAME.get(name) is Product.ETHANOL_GASOLINE:
        return Product.ETHANOL_GASOLINE
    return _refuse("汽油" if _BY_NAME.get(name) is Product.GASOLINE else name)


def _by_grade_alone(written: str) -> Product:
    """``0#`` can only be diesel; ``92#`` may be either petrol."""
    found = _CARRIED.fullmatch(written)
    value = _grade(found) if found else ""
    return Product.DIESEL if value in DIESEL_GRADES else _refuse("汽油" if value else "")


def _refuse(name: str) -> Product:
    if name in _PETROLS:
        raise BadCell("ambiguous-petrol", allowed=f"{Product.GASOLINE.zh}、{Product.ETHANOL_GASOLINE.zh}")
    raise BadCell("unknown-product", allowed=_PRODUCTS)


def _grade(found: re.Match[str]) -> str:
    number = str(int(found["number"]))
    value = f"-{number}" if found["sign"] in {"-", "负"} and number != "0" else number
    if value not in PETROL_GRADES and value not in DIESEL_GRADES:
        raise _bad_grade()
    return value

"""How clerks write: the same day, grade or name in the forms that real ledgers mix.

Every form here is one that an import must understand: nothing is ambiguous, much is uneven.
"""

from datetime import date
from random import Random

from fuelcheck.words import Area, Energy, Ownership, Product, Stage

Cell = str | int | float | date | None

_FULL_WIDTH = str.maketrans("0123456789-#", "０１２３４５６７８９－＃")

PRODUCT_NAMES = {
    Product.ETHANOL_GASOLINE: ("车用乙醇汽油（E10）", "车用乙醇汽油(E10)", "车用乙醇汽油"),
    Product.DIESEL: ("车用柴油", "车用柴油（Ⅵ）"),
    Product.UREA: ("车用尿素", "车用尿素水溶液"),
}

OWNERSHIP_NAMES = {
    Ownership.PRIVATE: ("民营", "民营", "私营", "个体", "社会"),
    Ownership.COLLECTIVE: ("集体", "供销社"),
    Ownership.SINOPEC: ("中石化", "中石化", "中国石化"),
    Ownership.PETROCHINA: ("中石油", "中石油", "中国石油"),
    Ownership.OTHER_STATE: ("其他国有", "中海油"),
    Ownership.FOREIGN: ("外资",),
}

ENERGY_NAMES = {
    Energy.BATTERY: ("纯电动", "纯电动", "纯电", "电动"),
    Energy.PLUG_IN: ("插电式", "插电式混合动力"),
    Energy.HYBRID: ("混合动力", "油电混合"),
    Energy.GAS: ("天然气", "LNG", "CNG"),
    Energy.DIESEL: ("柴油", "柴油", "柴"),
}

_ROMAN = ("0", "Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ")


def day(rng: Random, value: date | None) -> Cell:
    """A day, mostly a true Excel date, at times typed."""
    if value is None:
        return None
    typed = (
        f"{value.year}.{value.month}.{value.day}",
        f"{value.year}年{value.month}月{value.day}日",
        f"{value.year}/{value.month}/{value.day}",
        value.isoformat(),
        f"{value:%Y%m%d}",
    )
    return value if rng.random() < 0.6 else rng.choice(typed)


def grade(rng: Random, value: str) -> Cell:
    """A grade in a cell of its own: a number, or with its sign, at times in full width."""
    if not value:
        return None
    return rng.choice((int(value), value, f"{value}#", f"{value}#", f"{value}号", f"{value}#".translate(_FULL_WIDTH)))


def product(rng: Random, value: Product) -> str:
    """A product in a cell of its own."""
    return rng.choice(PRODUCT_NAMES[value])


def product_and_grade(rng: Random, value: Product, grade: str) -> str:
    """Product and grade in one cell, as the laboratories write them."""
    if value is Product.UREA:
        return product(rng, value)
    phase = {Product.ETHANOL_GASOLINE: ("（ⅥB）", "(VIB)", ""), Product.DIESEL: ("（Ⅵ）", "(VI)", "")}[value]
    name = {Product.ETHANOL_GASOLINE: "车用乙醇汽油（E10）", Product.DIESEL: "车用柴油"}[value]
    sign = rng.choice(("#", "号", "＃"))
    return f"{grade}{sign}{name}{rng.choice(phase)}"


def people(rng: Random, names: tuple[str, ...]) -> str:
    """Names with whatever stands between them."""
    return rng.choice(("、", "、", "，", "；", " ", "/")).join(names)


def name(rng: Random, value: str) -> str:
    """A site's name, at times with the other brackets or a stray space."""
    if rng.random() < 0.1:
        return value.replace("（", "(").replace("）", ")") + " "
    return value


def ownership(rng: Random, value: Ownership) -> str:
    """An ownership in one of the words that offices use."""
    return rng.choice(OWNERSHIP_NAMES[value])


def on_sale(rng: Random, products: tuple[str, ...]) -> str:
    """The grades on sale, urea in Chinese."""
    mark = rng.choice(("", "#", "#"))
    separator = rng.choice((";", "；", "、"))
    return separator.join("尿素" if p == "urea" else f"{p}{mark}" for p in products)


def code(rng: Random, value: str) -> str:
    """A credit code, now and then in small letters or full width."""
    chance = rng.random()
    if chance < 0.05:
        return value.lower()
    return value.translate(_FULL_WIDTH) if chance < 0.08 else value


def plate(rng: Random, value: str) -> str:
    """A plate as it is bolted on, with its dot, in small letters, or as one reads it."""
    dotted = f"{value[:2]}·{value[2:]}"
    return rng.choices((value, dotted, value.lower(), f"{value} "), (14, 3, 1, 1))[0]


def energy(rng: Random, value: Energy) -> str:
    """What a vehicle drives on, in one of the words that departments use."""
    return rng.choice(ENERGY_NAMES.get(value, (value.zh,)))


def stage(rng: Random, value: Stage | None) -> Cell:
    """An emission stage; where nobody knows it an empty cell, or words that say so."""
    if value is None:
        return rng.choice((None, None, "不详", "待查"))
    return rng.choice((value.zh, value.zh, f"国{value.value}", f"国{_ROMAN[value.number]}", value.number))


def area(rng: Random, value: Area | None) -> Cell:
    """Whether a vehicle belongs to the town."""
    if value is None:
        return None
    return rng.choice({Area.URBAN: ("县城区", "城区", "县城"), Area.OTHER: ("其他", "乡镇", "农村")}[value])

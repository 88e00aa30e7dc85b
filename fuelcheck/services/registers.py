"""The registers that notices are checked against: laboratories (检验机构), inspectors (抽样人员)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import get_close_matches

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.law.standards import Standard
from fuelcheck.rules.item_names import Names
from fuelcheck.store.acts import Act
from fuelcheck.store.law import registered_standards
from fuelcheck.store.rows import content
from fuelcheck.store.types import Content
from fuelcheck.words import Product

NEAREST = 3


class NoSuchProduct(FuelcheckError):
    """A laboratory is to be entered for something that is no product of ours."""

    code = "no-such-product"
    sentence = N_("{value} is no product; allowed: {allowed}")


class NoSuchItem(FuelcheckError):
    """A laboratory is to be entered for something that no registered standard tests."""

    code = "no-such-item"
    sentence = N_("{value} is no one item of the registered standards; nearest: {nearest}")


def enter_laboratory(
    act: Act, name: str, *, cma_no: str | None = None, valid_until: date | None = None,
    products: tuple[str, ...] = (), items: tuple[str, ...] = (),
) -> None:  # fmt: skip
    """Enter a laboratory, or put new particulars in the place of the old ones.

    ``products`` are values or Chinese terms, ``items`` keys or names as reports write them, of
    the registered standards; empty: not stated. NoSuchProduct, NoSuchItem.
    """
    row = {
        "name": name, "cma_no": cma_no, "valid_until": _text(valid_until), "products": _joined(map(_product, products)),
        "items": _joined(_item_keys(act, items)),
    }  # fmt: skip
    _enter(act, "laboratory", row)


def enter_inspector(act: Act, name: str, *, certificate_no: str | None = None, valid_until: date | None = None) -> None:
    """Enter a person who may draw samples, or put new particulars in the place of the old ones."""
    _enter(act, "inspector", {"name": name, "certificate_no": certificate_no, "valid_until": _text(valid_until)})


def _enter(act: Act, noun: str, row: Content) -> None:
    before = content(act.connection, noun, act.division, name=row["name"])
    if before is None:
        act.create(noun, row)
    elif before != row:
        act.amend(noun, before, row)


def _product(text: str) -> str:
    for product in Product:
        if text.strip() in (product.value, product.zh):
            return product.value
    raise NoSuchProduct(value=text, allowed=", ".join(f"{p.value} ({p.zh})" for p in Product))


def _item_keys(act: Act, items: tuple[str, ...]) -> Iterator[str]:
    standards = registered_standards(act.connection, act.division) if items else ()
    names = Names(standards)
    for written in items:
        meant = names.find(written, None).meant
        if meant is None:
            raise NoSuchItem(value=written, nearest=_nearest_items(written, standards))
        yield meant.key


def _nearest_items(written: str, standards: Sequence[Standard]) -> str:
    known = {name: item.key for one in standards for item in one.items for name in (item.name_zh, item.key)}
    near = get_close_matches(written.strip(), known, NEAREST, 0.3)
    return ", ".join(dict.fromkeys(f"{name} ({known[name]})" for name in near)) or "—"


def _joined(words: Iterable[str]) -> str | None:
    return ";".join(sorted(set(words))) or None


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

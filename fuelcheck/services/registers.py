"""The registers that notices are checked against: laboratories (检验机构), inspectors (抽样人员)."""

from datetime import date

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_
from fuelcheck.store.acts import Act
from fuelcheck.store.rows import content
from fuelcheck.store.types import Content
from fuelcheck.words import Product


class NoSuchProduct(FuelcheckError):
    """A laboratory is to be entered for something that is no product of ours."""

    code = "no-such-product"
    sentence = N_("{value} is no product; allowed: {allowed}")


def enter_laboratory(
    act: Act, name: str, *, cma_no: str | None = None, valid_until: date | None = None, products: tuple[str, ...] = ()
) -> None:
    """Enter a laboratory, or put new particulars in the place of the old ones.

    ``products`` are values or Chinese terms; NoSuchProduct.
    """
    tested = ";".join(sorted(map(_product, products))) or None
    row = {"name": name, "cma_no": cma_no, "valid_until": _text(valid_until), "products": tested, "items": None}
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


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

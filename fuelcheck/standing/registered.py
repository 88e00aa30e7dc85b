"""The register of laboratories (检验机构) as it is shown: what each may test, in words."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from fuelcheck.language import current
from fuelcheck.rules.item_names import Names
from fuelcheck.store.law import registered_standards
from fuelcheck.store.rows import contents
from fuelcheck.store.session import View
from fuelcheck.words import Product


@dataclass(frozen=True, slots=True)
class RegisteredLaboratory:
    """A laboratory of the register; no products, or no items: that is not stated."""

    name: str
    cma_no: str | None
    valid_until: date | None
    products: tuple[Product, ...]
    items: tuple[str, ...]
    """Keys of items, or of groups of them."""
    item_names: tuple[str, ...]
    """The same as people call them, in the tongue in use."""

    def as_json(self) -> dict[str, Any]:
        """The object of ``register laboratories --json``."""
        return {
            "name": self.name, "cma_no": self.cma_no,
            "valid_until": self.valid_until.isoformat() if self.valid_until else None,
            "products": list(self.products), "items": list(self.items),
        }  # fmt: skip


def laboratories(view: View) -> tuple[RegisteredLaboratory, ...]:
    """All laboratories of the register, by name."""
    names = Names(registered_standards(view.connection, view.division))
    rows = contents(view.connection, "laboratory", view.division)
    return tuple(
        RegisteredLaboratory(
            row["name"], row["cma_no"], date.fromisoformat(row["valid_until"]) if row["valid_until"] else None,
            tuple(map(Product, _split(row["products"]))), _split(row["items"]),
            tuple(_name(key, names) for key in _split(row["items"])),
        )
        for row in rows
    )  # fmt: skip


def _name(key: str, names: Names) -> str:
    meant = names.find(key, None).meant
    if meant is None:
        return key
    return meant.name_en if current() == "en" else meant.name_zh


def _split(text: str | None) -> tuple[str, ...]:
    return tuple(text.split(";")) if text else ()

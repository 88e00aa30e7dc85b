"""How a programme's file (实施细则) is laid out: its keys, turned into a ``Programme``.

Which items exist is the business of the standards: here a programme may name any key. A key
that the standard of the day does not know is found when a batch is judged.
"""

from fuelcheck.language import _
from fuelcheck.law.item_file import once
from fuelcheck.law.standards import Asked, Programme
from fuelcheck.law.wanted import flag
from fuelcheck.toml.table import Table
from fuelcheck.toml.wanted import matching, one_of, text, texts, whole_number
from fuelcheck.words import Product

PROGRAMME_ID = r"[a-z0-9]+(-[a-z0-9]+)*"
_FIRST_YEAR, _LAST_YEAR = 2000, 2999
_LONGEST_CONTRACT = 365


def read_programme_table(file: Table, sha256: str) -> Programme:
    """The programme that ``file`` states; what is wrong with it stands in ``file.mistakes``."""
    programme = Programme(
        id=file.take("id", matching(PROGRAMME_ID, _("small letters, digits and single hyphens"))),
        division=file.take("division", matching(r"[1-9]\d{5}", _('six digits such as "410329"'))),
        year=file.take("year", whole_number(_FIRST_YEAR, _LAST_YEAR)),
        title=file.take("title", text()),
        example=file.take_or("example", flag(), False),
        laboratory=file.take_or("laboratory", text(), None),
        contract_days=file.take_or("contract_days", whole_number(1, _LONGEST_CONTRACT), None),
        asked=_asked(file),
        sha256=sha256,
    )
    file.close()
    return programme


def _asked(file: Table) -> tuple[Asked, ...]:
    asked = []
    products: set[str] = set()
    for entry in file.tables("asked", named_by="product"):
        asked.append(Asked(product=entry.take("product", one_of(Product)), items=entry.take("items", texts())))
        entry.close()
        once(entry, "product", asked[-1].product, products)
        if len(set(asked[-1].items)) < len(asked[-1].items):
            entry.repeated("items")
    return tuple(asked)

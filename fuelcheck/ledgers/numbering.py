"""Form numbers for ledgers that have none: derived from what the row says, so that they come out the same again."""

from collections import Counter

from fuelcheck.ledgers.draft import Draft
from fuelcheck.words import Product

_LETTERS = {
    Product.GASOLINE: "G",
    Product.ETHANOL_GASOLINE: "E",
    Product.DIESEL: "D",
    Product.UREA: "U",
    Product.OTHER_FUEL: "X",
}
_PARTS = ("site_code", "sampled_on", "product", "grade")


def number(draft: Draft, prefix: str, given: Counter[str]) -> None:
    """Fill in ``PREFIX-site-day-product and grade`` where a form number is missing.

    A second batch of the same site, day, product and grade gets ``-2``, in the order of
    the rows; ``given`` counts over all files of the command. A row that lacks one of the
    parts stays without a number: it has a fault of its own.
    """
    forms = list(draft.column("form_no"))
    for row, parts in enumerate(zip(*map(draft.column, _PARTS), strict=True)):
        site, day, product, grade = parts
        if forms[row] == "" and site and day and product and grade is not None:
            stem = f"{prefix}-{site}-{day.replace('-', '')}-{_LETTERS[Product(product)]}{grade}"
            given[stem] += 1
            forms[row] = stem if given[stem] == 1 else f"{stem}-{given[stem]}"
    draft.columns["form_no"] = forms

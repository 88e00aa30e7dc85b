"""Form numbers for ledgers that have none: derived from what the rows say, so that they come out the same again.

A number is ``PREFIX-site-day-product and grade``. Several batches of one site, day, product and
grade are told apart by what their rows say, never by where they stand:

- the same row (all cells alike), in one file or in several, is one batch, and that is said;
- a row that the store holds under such a number, unchanged or filled in, keeps that number;
- rows of one command that differ in any cell are batches of their own: the further ones get
  ``-2``, ``-3`` … in the order of their content, and that is said too;
- a row that contradicts what the store holds, and stands alone, is a conflict like any other.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import count
from typing import NamedTuple, cast

from fuelcheck.ledgers.columns import SAMPLES
from fuelcheck.ledgers.compare import History, compare
from fuelcheck.ledgers.draft import Draft
from fuelcheck.ledgers.known import Values
from fuelcheck.words import Product

_LETTERS: dict[str, str] = {
    Product.GASOLINE: "G",
    Product.ETHANOL_GASOLINE: "E",
    Product.DIESEL: "D",
    Product.UREA: "U",
    Product.OTHER_FUEL: "X",
}
_COLUMNS = [column for column in SAMPLES.columns if column.name != "form_no"]
_NAMES = [column.name for column in _COLUMNS]
_PARTS = [_NAMES.index(name) for name in ("site_code", "sampled_on", "product", "grade")]
_FURTHER = re.compile(r"(.+)-\d+")
_UNDATED = History(())


class _Place(NamedTuple):
    draft: Draft
    row: int


Content = tuple[str, ...]
"""What a row says, in the order of the columns; "" where it says nothing."""
_Rows = dict[Content, list[_Place]]


def number(drafts: Sequence[Draft], prefix: str, stored: Mapping[str, Values]) -> None:
    """Fill in the form numbers that are missing; ``stored`` are the store's batches by form number.

    A row with a refused cell, or without site, day or product, stays without a number: it has
    a fault of its own.
    """
    batches = _batches(drafts, prefix)
    families = _families(stored, prefix)
    taken = set(stored)
    for stem in sorted(batches):
        numbers = _numbers(stem, sorted(batches[stem]), {form: stored[form] for form in families[stem]}, taken)
        for content, places in batches[stem].items():
            for place in places:
                place.draft.columns["form_no"][place.row] = numbers[content]
    for rows in batches.values():
        _say(rows)


def _batches(drafts: Sequence[Draft], prefix: str) -> dict[str, _Rows]:
    """The rows without a number by stem and content, in the order in which they stand."""
    batches: dict[str, _Rows] = defaultdict(lambda: defaultdict(list))
    for draft in drafts:
        forms = draft.columns["form_no"] = list(draft.column("form_no"))
        columns = [draft.column(column.name) for column in _COLUMNS]
        for row, cells in enumerate(zip(*columns, strict=True)) if "" in forms else ():
            if forms[row] == "" and None not in cells:
                content = cast(Content, cells)
                if stem := _stem(prefix, content):
                    batches[stem][content].append(_Place(draft, row))
    return batches


def _stem(prefix: str, content: Content) -> str:
    site, day, product, grade = (content[at] for at in _PARTS)
    return f"{prefix}-{site}-{day.replace('-', '')}{_ending(product, grade)}" if site and day and product else ""


def _ending(product: str, grade: str) -> str:
    return f"-{_LETTERS[product]}{grade}"


def _families(stored: Mapping[str, Values], prefix: str) -> Mapping[str, list[str]]:
    """The store's numbers of this prefix by their stem, which may itself end like a further one (``-D-10``)."""
    families: dict[str, list[str]] = defaultdict(list)
    for form, values in stored.items():
        if form.startswith(f"{prefix}-"):
            families[form].append(form)
            further = _FURTHER.fullmatch(form)
            if further and further[1].endswith(_ending(values["product"], values.get("grade", ""))):
                families[further[1]].append(form)
    return families


def _numbers(
    stem: str, contents: Sequence[Content], family: Mapping[str, Values], taken: set[str]
) -> dict[Content, str]:
    """A number for each content: that of the nearest row in the store, else the next that is free."""
    numbers = _unchanged(contents, family)
    used = set(numbers.values())
    changed = [content for content in contents if content not in numbers]
    left = [form for form in family if form not in used]
    for _, _, content, form in sorted((*_distance(one, family[form]), one, form) for one in changed for form in left):
        if content not in numbers and form not in used:
            numbers[content] = form
            used.add(form)
    further = (stem if n == 1 else f"{stem}-{n}" for n in count(1))
    for content in contents:
        if content not in numbers:
            numbers[content] = next(form for form in further if form not in taken)
    taken.update(numbers.values())
    return numbers


def _unchanged(contents: Sequence[Content], family: Mapping[str, Values]) -> dict[Content, str]:
    """The numbers of the rows that the store holds as they are."""
    held = {_meaning([values.get(name, "") for name in _NAMES]): form for form, values in family.items()}
    forms = {content: held.pop(_meaning(content), None) for content in contents}
    return {content: form for content, form in forms.items() if form is not None}


def _meaning(cells: Sequence[str]) -> Content:
    """What cells count as: an empty one is the column's default."""
    return tuple(cell or column.default for cell, column in zip(cells, _COLUMNS, strict=True))


def _distance(content: Content, stored: Values) -> tuple[int, int]:
    """In how many cells a row contradicts the store's, and how many only one of the two has filled."""
    values = {name: cell for name, cell in zip(_NAMES, content, strict=True) if cell}
    found = compare(SAMPLES, values, stored, _UNDATED)
    unsaid = sum(1 for name in _NAMES if stored.get(name) and name not in values)
    return len(found.changes), len(found.fills) + unsaid


def _say(rows: _Rows) -> None:
    """Tell of every row that stands there again, and of every batch beside the first one."""
    first_content, (first, *_) = next(iter(rows.items()))
    for content, (place, *again) in rows.items():
        if place is not first:
            differs = [c.zh for c, one, other in zip(_COLUMNS, first_content, content, strict=True) if one != other]
            _notice(place, "numbered-apart", first, columns="、".join(differs))
        for repeated in again:
            _notice(repeated, "row-repeated", place)


def _notice(at: _Place, code: str, other: _Place, **values: object) -> None:
    where = other.draft.table.seen_from(at.draft.table)
    numbers = other.draft.table.numbers
    at.draft.notices.append(at.draft.remark(at.row, "form_no", code, row=numbers[other.row], sheet=where, **values))

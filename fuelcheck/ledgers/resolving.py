"""Cells that name something else, resolved over the whole column: sites, forms, keys of the store."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from fuelcheck.ledgers.cells import BadCell
from fuelcheck.ledgers.directory import Codes, Found, Sites
from fuelcheck.ledgers.draft import Canonical, Draft
from fuelcheck.ledgers.headers import Placed, key
from fuelcheck.words import SheetKind


class _Answer(NamedTuple):
    """What the cells of one row that name a site come to; ``at`` is the source that is to blame."""

    code: str | None
    bad: BadCell | None = None
    at: int = 0
    number: str = ""


def resolve_sites(draft: Draft, name: str, sites: Sites) -> None:
    """Make one column of site codes of all columns that name the site."""
    if not draft.sources:
        return
    places = [place for place, _ in draft.sources]
    rows = list(zip(*(values for _, values in draft.sources), strict=True))
    answers = {written: _answer(written, places, sites) for written in set(rows)}
    draft.columns[name] = [answers[written].code for written in rows]
    telling = {written for written, answer in answers.items() if answer.bad or answer.number}
    by_number: dict[tuple[str, int], list[int]] = defaultdict(list)
    for row, written in enumerate(rows) if telling else ():
        answer = answers[written]
        if answer.bad:
            draft.refuse(row, name, answer.bad, places[answer.at])
        elif answer.number:
            by_number[answer.code or "", answer.at].append(row)
    for (code, at), met in by_number.items():
        _say_met(draft, name, code, met, places[at])


def _answer(written: tuple[str | None, ...], places: Sequence[Placed], sites: Sites) -> _Answer:
    if None in written:
        return _Answer(None)
    found: list[tuple[int, Found]] = []
    refused: list[tuple[int, BadCell]] = []
    for at, cell in enumerate(written):
        try:
            if cell:
                found.append((at, sites.find(cell)))
        except BadCell as bad:
            refused.append((at, bad))
    return _judged(written, places, found, refused)


def _judged(
    written: tuple[str | None, ...],
    places: Sequence[Placed],
    found: list[tuple[int, Found]],
    refused: list[tuple[int, BadCell]],
) -> _Answer:
    """A code must be right; of several names one must be, and all that are known must agree."""
    wrong_code = next(((at, bad) for at, bad in refused if _is_code(places[at])), None)
    if wrong_code or (refused and not found):
        at, bad = wrong_code or refused[0]
        return _Answer(None, bad, at)
    if not found:
        return _Answer("")
    first, meant = found[0]
    for at, other in found[1:]:
        if other.code != meant.code:
            return _Answer(None, BadCell("site-differs", other=other.code, site=meant.code), at)
    number = written[first] if not meant.by_name and written[first] != meant.code else ""
    return _Answer(meant.code, None, first, number or "")


def _is_code(place: Placed) -> bool:
    return key(place.header) in {key(place.column.zh), key(place.column.name)}


def meet_numbers(draft: Draft, name: str, codes: Codes) -> None:
    """Give codes back the leading zeros that Excel took, where the store holds exactly one such code."""
    values = draft.column(name)
    met = {value: codes.find(value) or value for value in set(values) if value}
    changed = {value for value, code in met.items() if value != code}
    if not changed:
        return
    draft.columns[name] = [met[value] if value else value for value in values]
    by_number: dict[str, list[int]] = defaultdict(list)
    for row, value in enumerate(values):
        if value and value in changed:
            by_number[met[value]].append(row)
    for code, rows in by_number.items():
        _say_met(draft, name, code, rows)


def _say_met(draft: Draft, name: str, code: str, rows: Sequence[int], at: Placed | None = None) -> None:
    """One notice for each code that a number stands for, at its first row, naming all of them."""
    numbers = [draft.table.numbers[row] for row in rows]
    said = draft.remark(rows[0], name, "code-by-number", at, code=code, rows=spans(numbers), count=len(rows))
    draft.notices.append(said)


def spans(numbers: Sequence[int]) -> str:
    """Rising numbers with neighbours drawn together.

    >>> spans([2, 5, 6, 7, 9, 10])
    '2, 5-7, 9, 10'
    """
    groups: list[list[int]] = []
    for number in numbers:
        if groups and groups[-1][-1] + 1 == number:
            groups[-1].append(number)
        else:
            groups.append([number])
    return ", ".join(f"{group[0]}-{group[-1]}" if len(group) > 2 else ", ".join(map(str, group)) for group in groups)


def check_forms(draft: Draft, name: str, codes: Codes, code: str = "unknown-follows") -> None:
    """Every form number that a row names must be known, else it has the fault of that ``code``."""
    meet_numbers(draft, name, codes)
    values = draft.column(name)
    unknown = {value for value in set(values) if value and codes.find(value) is None}
    for row, value in enumerate(values) if unknown else ():
        if value in unknown:
            draft.refuse(row, name, BadCell(code, sheet=SheetKind.SAMPLES.zh))


def filled(values: Canonical) -> set[str]:
    """The distinct values of a column that say something."""
    return {value for value in values if value}

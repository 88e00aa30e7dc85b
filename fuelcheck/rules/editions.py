"""Which standard a sample is judged by: the one in force for its product on the day it was drawn.

The product decides, never what the report calls its basis: E10 is judged as E10 even where the
report names the petrol standard, and GB 252 (普通柴油) is no basis since 2019-01-01. What the
report names is held against it and told to people. What nobody has settled about an edition
(``OpenQuestion``) is found here by day, item and grade.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from fuelcheck.faults import Remark
from fuelcheck.law.standards import OpenQuestion, Standard
from fuelcheck.words import Product

_NUMBER = re.compile(r"GB(?:/T)?\s*(\d+(?:\.\d+)?)(?:\s*-\s*(\d{4})(?!\d))?")
_PHASE = re.compile(r"(?<![A-Z])(VI|IV|V|III)\s*\(?\s*([AB])?(?![A-Z])")
_AS_PHASES = {"国六": "VI", "国五": "V", "国四": "IV"}
_DASHES = str.maketrans("‐‑‒–—―−", "-------")


class _Mention(NamedTuple):
    """A standard that a text names: its number, and the year of the edition, empty if it says none."""

    number: str
    year: str


def standard_for(standards: Iterable[Standard], product: Product, day: date) -> Standard | None:
    """The standard in force for a product on a day; of several the one that came last, None if there is none."""
    in_force = [standard for standard in standards if product in standard.products and _holds(standard, day)]
    return max(in_force, key=lambda standard: (standard.in_force_from, standard.name), default=None)


def questions_on(standard: Standard, day: date, grade: str | None, item: str | None = None) -> tuple[OpenQuestion, ...]:
    """What is open about the edition for a sample of that day and grade (None: not known).

    Without ``item`` the questions that concern every item; with its key also those of that item.
    """
    return tuple(
        question
        for question in standard.questions
        if (question.first is None or question.first <= day)
        and (question.last is None or day <= question.last)
        and (not question.items or item in question.items)
        and (not question.grades or grade is None or grade in question.grades)
    )


def basis_remark(named: str | None, standard: Standard, product: Product, day: date) -> Remark | None:
    """What is wrong with the standard that a report names, for a sample judged by ``standard``.

    ``named`` is the text as the report prints it (``GB18351—2017(ⅥB)``); nothing named: nothing wrong.
    """
    if named is None or not named.strip():
        return None
    text = _plain(named)
    mentions = [_Mention(*found) for found in _NUMBER.findall(text)]
    shown = {"day": day, "standard": standard.name, "product": product.zh}
    for former in standard.superseded:
        if former.since <= day and any(_is_former(mention, former.id, standard) for mention in mentions):
            return Remark("basis-superseded", value=named.strip(), values={**shown, "text": former.text})
    if not mentions:
        return Remark("basis-unreadable", value=named.strip(), values=shown)
    if not any(_is_edition(mention, standard) for mention in mentions) or not _is_phase(text, standard):
        return Remark("basis-differs", value=named.strip(), values=shown)
    return None


def _holds(standard: Standard, day: date) -> bool:
    return standard.in_force_from <= day <= (standard.in_force_until or date.max)


def _plain(named: str) -> str:
    text = unicodedata.normalize("NFKC", named).upper().translate(_DASHES)
    for word, phase in _AS_PHASES.items():
        text = text.replace(word, phase)
    return text


def _edition(id_: str) -> _Mention:
    number, _, year = id_.partition(" ")[2].partition("-")
    return _Mention(number, year)


def _is_edition(mention: _Mention, standard: Standard) -> bool:
    own = _edition(standard.id)
    return mention.number == own.number and mention.year in ("", own.year)


def _is_former(mention: _Mention, former: str, standard: Standard) -> bool:
    """Whether a mention is of a superseded edition or one before it; a bare number of our own is not."""
    number, year = _edition(former)
    if mention.number != number:
        return False
    return mention.year <= year if mention.year else number != _edition(standard.id).number


def _is_phase(text: str, standard: Standard) -> bool:
    """Whether the phases that the text names, if any, include the standard's."""
    phases = [(roman, letter) for roman, letter in _PHASE.findall(text)]
    own = _PHASE.fullmatch(standard.phase or "")
    return (
        not phases or own is None or any(roman == own[1] and letter in ("", own[2] or "") for roman, letter in phases)
    )

"""Characters that a ledger's cell may hold and a printed line cannot.

Cells come from anywhere: they carry tabs, line ends, zero-width marks and control
characters. On paper and in a workbook a line end is a space and the invisible is nothing.
"""

import re
from unicodedata import category

GETA = "〓"
"""Printed for a character that no font has, as Chinese printers do."""

_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""They choose between shapes of one character; a font that knows only one needs none."""


def legible(text: str) -> str:
    r"""``text`` on one line, without what cannot be seen.

    >>> legible("白沙\n加油站\u200b")
    '白沙 加油站'
    """
    if text.isprintable() and (text.isascii() or not _SELECTORS.search(text)):
        return text
    return "".join(map(_shown, _SELECTORS.sub("", text))).strip(" ")


def _shown(character: str) -> str:
    if character.isprintable() or character == "\u3000":
        return character
    kind = category(character)
    if kind in {"Zs", "Zl", "Zp", "Cc"}:
        return " "
    return "" if kind in {"Cf", "Cs"} else character

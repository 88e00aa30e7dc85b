"""How an identifier is written: one form of it for comparing, one that may stand in a sentence.

Spaces, the dot of a plate, hyphens, the width of characters and their case say nothing, nor do
the marks without width that copying leaves behind. Everything else is kept as it came: a letter
O is never made the digit 0 here.
"""

import re
import unicodedata

_TIDY = re.compile(r"[0-9A-Z\u4e00-\u9fff]*")
_SAYS_NOTHING = re.compile(
    r"[\s\u00b7\u2022\u2027\u2219\u22c5\u30fb"  # the dot of a plate
    r"\u002d\u2010-\u2015\u2212"  # hyphens, dashes, minus
    r"\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+"  # without width
)
_UPPER = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_MOST_SHOWN = 40


def tidy(text: str) -> str:
    """The one form of an identifier; doing it again changes nothing.

    >>> tidy(" 豫c·１２３－45 ")
    '豫C12345'
    """
    if _TIDY.fullmatch(text):
        return text
    bare = _SAYS_NOTHING.sub("", unicodedata.normalize("NFKC", text).translate(_UPPER))
    return bare if bare.isascii() else unicodedata.normalize("NFKC", bare)  # a mark may meet its letter only now


def shown(text: str) -> str:
    """The text as a sentence may hold it: of one line and of bounded length."""
    short = text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
    return short if short.isprintable() else "".join(c if c.isprintable() else "\ufffd" for c in short)

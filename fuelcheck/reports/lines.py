"""Where Chinese text may break into lines, and how a line fills its measure.

Rules of Chinese typesetting (as in GB/T 15834 and common to all word processors): no line
starts with a closing mark, none ends with an opening one; a number stays with its unit, a
run of Latin letters or figures stays whole. The rest of a line is spread between its
characters. Nothing here knows fonts or paper: widths come in as a function, in any unit.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

NEVER_FIRST = frozenset("，。、；：？！》〉」』】〕）”’…—·％‰℃,.;:?!)]}%")
NEVER_LAST = frozenset("《〈「『【〔（“‘([{")
NARROW_AT_END = frozenset("，。、；：？！》〉」』】〕）”’")
"""Closing marks whose right half is empty: at the end of a line they may take half their width."""

_UNIT = r"(?:个?(?:批次|站次|百分点)|[％‰℃号年月日时分座家个批次项条站名人处台辆元吨升岁届期页])"
_MARK = r"(?:[①-⑳㉑-㉟㊱-㊿]|\(\d+\))"
_TOKEN = re.compile(rf"〔\d{{4}}〕\d+号|{_MARK}—{_MARK}|[!-~]+(?:(?<=\d){_UNIT})?|.", re.DOTALL)

_FRAGMENT = re.compile(r"[^-/_.]*[-/_.]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its text, its natural width, and whether the paragraph ends with it."""

    text: str
    width: float
    last: bool


def clusters(text: str) -> list[str]:
    """``text`` in pieces that no line end may part.

    >>> clusters("抽检159批次（含复查）。")
    ['抽', '检', '159批次', '（含', '复', '查）。']
    """
    pieces: list[str] = []
    for token in _TOKEN.findall(text):
        if pieces and (token[0] in NEVER_FIRST or pieces[-1][-1] in NEVER_LAST):
            pieces[-1] += token
        else:
            pieces.append(token)
    return pieces


def broken(text: str, width: Callable[[str], float], measures: Iterable[float], *, squeeze: float = 0.0) -> list[Line]:
    """``text`` in lines that fit their measures; the last measure holds for all further lines.

    A line may be too wide by ``squeeze`` for each of its gaps: whoever draws it closes the
    gaps. A piece that is wider than a whole line is cut where the line ends.
    """
    room = iter(measures)
    measure = next(room)
    lines: list[Line] = []
    line, natural = "", 0.0
    for piece in _cut_to(clusters(text), width, measure):
        if line and not _fits(line + piece, natural + width(piece), measure, squeeze):
            lines.append(Line(line.rstrip(" "), width(line.rstrip(" ")), last=False))
            measure = next(room, measure)
            line, natural = "", 0.0
        if line or piece != " ":
            line, natural = line + piece, natural + width(piece)
    return [*lines, Line(line, natural, last=True)]


def _fits(line: str, natural: float, measure: float, squeeze: float) -> bool:
    if natural <= measure + 1e-6:
        return True
    spared = natural / len(line) / 2 if squeeze and line[-1] in NARROW_AT_END else 0.0
    return natural - spared <= measure + squeeze * len(line)


def _cut_to(pieces: Sequence[str], width: Callable[[str], float], measure: float) -> Iterable[str]:
    for piece in pieces:
        if width(piece) <= measure:
            yield piece
        else:
            yield from _cut(piece, width, measure)


def _cut(piece: str, width: Callable[[str], float], measure: float) -> Iterable[str]:
    """A piece wider than the line: after its hyphens and slashes, else where the line ends."""
    part = ""
    for fragment in _FRAGMENT.findall(piece):
        if part and width(part + fragment) > measure:
            yield part
            part = ""
        for character in fragment:
            if part and width(part + character) > measure:
                yield part
                part = ""
            part += character
    yield part


def balanced(parts: Sequence[str], width: Callable[[str], float], measure: float) -> list[str]:
    """A title in as few lines as fit, broken between ``parts`` where the lines differ least.

    A single part, or parts that do not fit, are broken like text, into lines of like length.
    """
    whole = "".join(parts)
    if width(whole) <= measure:
        return [whole]
    pairs = [("".join(parts[:i]), "".join(parts[i:])) for i in range(1, len(parts))]
    fitting = [pair for pair in pairs if max(map(width, pair)) <= measure]
    if fitting:
        first, second = min(fitting, key=lambda pair: abs(width(pair[0]) - width(pair[1])))
        return [first, second]
    count = len(broken(whole, width, [measure]))
    return _even(whole, width, measure, count)


def _even(text: str, width: Callable[[str], float], measure: float, count: int) -> list[str]:
    """The narrowest setting of ``text`` that still needs ``count`` lines."""
    low, high = width(text) / count, measure
    for _ in range(20):
        middle = (low + high) / 2
        low, high = (low, middle) if len(broken(text, width, [middle])) <= count else (middle, high)
    return [line.text for line in broken(text, width, [high])]

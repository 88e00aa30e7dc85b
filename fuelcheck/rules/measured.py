"""A laboratory's result as written, and what it says: an interval, a class, a word, or nothing.

The text is kept as it stands. A number is one point; ``<3``, 大于5.0, ``2.2~8.5``, 9.8±0.3 and
未检出(<0.5) are intervals of true values. Commas are read where one meaning is possible
(``48,0``, ``1,234.5``) and not where two are (``1,234``). What cannot be read is *unreadable*,
never a value: the rules answer *undecided*. Widths, dashes and spaces are forgiven.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from fuelcheck.rules.rounding import EXACT, INFINITY, Edge, Interval
from fuelcheck.rules.units import is_known


class Kind(StrEnum):
    """What kind of thing a written result is."""

    NUMBER = "number"
    """A number or an interval of numbers."""
    CLASS = "class"
    """A class of copper corrosion (GB/T 5096): ``1a`` and ``1b`` are class 1."""
    WORD = "word"
    """A finding in words that is known here."""
    ABSENT = "absent"
    """Nothing was tested: an empty cell, a stroke, 未检."""
    AMBIGUOUS = "ambiguous"
    """A number whose comma may be a decimal comma or part thousands."""
    UNREADABLE = "unreadable"


class Finding(StrEnum):
    """The words of qualitative results; the value is the word as the standards print it."""

    NONE = "无"
    PRESENT = "有"
    PASSED = "通过"
    NOT_PASSED = "不通过"
    MATCHES = "一致"
    DIFFERS = "不一致"
    TRACE = "痕迹"
    NOT_DETECTED = "未检出"


@dataclass(frozen=True, slots=True)
class Measured:
    """A result as read: ``text`` as written, with the interval or the finding that it states.

    ``unit`` is what stands in the same cell behind the number, empty where nothing does.
    """

    text: str
    kind: Kind
    interval: Interval | None = None
    finding: Finding | None = None
    unit: str = ""

    @property
    def point(self) -> Decimal | None:
        """The number, where the result is one number and no interval."""
        if self.interval is None or self.interval.low != self.interval.high:
            return None
        return self.interval.low.number


_LONGEST = 60
_DIGITS = 40
_FOLDED = str.maketrans("‐‑‒–—―−〜∼≦≧⩽⩾", "-------~~≤≥≤≥")

_WORDS = {
    "无": Finding.NONE, "没有": Finding.NONE, "none": Finding.NONE,
    "有": Finding.PRESENT, "存在": Finding.PRESENT, "present": Finding.PRESENT,
    "通过": Finding.PASSED, "pass": Finding.PASSED, "passed": Finding.PASSED,
    "不通过": Finding.NOT_PASSED, "未通过": Finding.NOT_PASSED, "没通过": Finding.NOT_PASSED,
    "没有通过": Finding.NOT_PASSED, "notpassed": Finding.NOT_PASSED, "fail": Finding.NOT_PASSED,
    "failed": Finding.NOT_PASSED,
    "一致": Finding.MATCHES, "identical": Finding.MATCHES, "matches": Finding.MATCHES,
    "不一致": Finding.DIFFERS, "notidentical": Finding.DIFFERS, "differs": Finding.DIFFERS,
    "痕迹": Finding.TRACE, "痕量": Finding.TRACE, "trace": Finding.TRACE, "traces": Finding.TRACE,
}  # fmt: skip
_NOTHING_SEEN = r"未检出|没检出|没有检出|未测出|检不出|低于检出限|小于检出限|<检出限|nd|n\.d\.?|notdetected"
_NOT_DETECTED = re.compile(
    rf"(?:{_NOTHING_SEEN})(?:[(,;](?:检出限|检测限|方法检出限|lod|mdl)?[为:=]?[<≤]?(?P<limit>[0-9.,]+)(?P<unit>[^0-9()][^0-9]*?)?\)?)?"
)
_NOT_TESTED = frozenset({
    "未检", "未检验", "未检测", "未测", "未测定", "未试验", "未做", "不检", "不检验", "免检", "nottested", "n/a",
})  # fmt: skip

_CLASS = re.compile(r"(?P<class>[0-9])(?:[a-e]级?|级)")
_NUMBER = r"[-+]?(?:[0-9][0-9.,]*|[.,][0-9]+)(?:e[-+]?[0-9]{1,2})?"
_UNIT = r"[^0-9~至到<>≤≥±.,+-][^~±至到]*?"
_POINT = re.compile(rf"(?P<number>{_NUMBER})(?:\((?P<mark>[-+])\))?(?P<unit>{_UNIT})?")
_RANGE = re.compile(rf"(?P<low>{_NUMBER})(?P<unit1>{_UNIT})??(?:~|-|至|到)(?P<high>{_NUMBER})(?P<unit>{_UNIT})?")
_AROUND = re.compile(rf"(?P<middle>{_NUMBER})±(?P<reach>{_NUMBER})(?P<unit>{_UNIT})?")
_COMPARED = {
    "<": "<", "小于": "<", "低于": "<", "少于": "<", "不足": "<",
    "<=": "≤", "≤": "≤", "小于等于": "≤", "小于或等于": "≤", "不大于": "≤", "不高于": "≤", "不超过": "≤",
    "不多于": "≤",
    ">": ">", "大于": ">", "高于": ">", "多于": ">", "超过": ">",
    ">=": "≥", "≥": "≥", "大于等于": "≥", "大于或等于": "≥", "不小于": "≥", "不低于": "≥", "不少于": "≥",
}  # fmt: skip
_COMPARISON = re.compile(
    rf"(?P<op>{'|'.join(sorted(_COMPARED, key=len, reverse=True))})(?P<number>{_NUMBER})(?P<unit>{_UNIT})?"
)
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_NO_NUMBER = Decimal("NaN")


def read(written: object) -> Measured:
    """What a result says. Any value is taken and none raises; numbers are read by their shortest text.

    >>> read("＜3").interval.high, read("1a").kind, read("痕迹").finding.name
    (Edge(number=Decimal('3'), lean=-1), <Kind.CLASS: 'class'>, 'TRACE')
    """
    text = "" if written is None else str(written).strip()
    plain = _plain(text)
    if plain is None:
        return Measured(text, Kind.UNREADABLE)
    if not plain.strip("-/\\") or plain in _NOT_TESTED:
        return Measured(text, Kind.ABSENT)
    if plain in _WORDS:
        return Measured(text, Kind.WORD, finding=_WORDS[plain])
    try:
        return _not_detected(text, plain) or _class(text, plain) or _numbers(text, plain)
    except _Ambiguous:
        return Measured(text, Kind.AMBIGUOUS)


class _Ambiguous(Exception):
    """A comma that may be read in two ways."""


def _plain(text: str) -> str | None:
    """One width, one dash, no spaces; None where a space would join two numbers or the text is too long."""
    if len(text) > _LONGEST:
        return None
    folded = unicodedata.normalize("NFKC", text).translate(_FOLDED).lower()
    if re.search(r"[0-9.,]\s+[0-9.,]", folded):
        return None
    return re.sub(r"^(?:零下|负)(?=[0-9.])", "-", re.sub(r"[\s\u200b-\u200f\ufeff]+", "", folded))


def _not_detected(text: str, plain: str) -> Measured | None:
    found = _NOT_DETECTED.fullmatch(plain)
    if found is None:
        return None
    limit = found["limit"]
    if limit is None:
        return Measured(text, Kind.WORD, finding=Finding.NOT_DETECTED)
    return _measured(text, Edge(-INFINITY), Edge(_number(limit), -1), found["unit"])


def _class(text: str, plain: str) -> Measured | None:
    found = _CLASS.fullmatch(plain)
    if found is None:
        return None
    edge = Edge(Decimal(found["class"]))
    return Measured(text, Kind.CLASS, Interval(edge, edge))


def _numbers(text: str, plain: str) -> Measured:
    if found := _POINT.fullmatch(plain):
        edge = _marked(_number(found["number"]), found["mark"])
        return _measured(text, edge, edge, found["unit"])
    if found := _COMPARISON.fullmatch(plain):
        number = _number(found["number"])
        return _measured(text, *_compared(_COMPARED[found["op"]], number), found["unit"])
    if found := _AROUND.fullmatch(plain):
        middle, reach = _number(found["middle"]), _number(found["reach"])
        return _measured(text, Edge(EXACT.subtract(middle, reach)), Edge(EXACT.add(middle, reach)), found["unit"])
    if (found := _RANGE.fullmatch(plain)) and found["unit1"] in (None, found["unit"]):
        return _measured(text, Edge(_number(found["low"])), Edge(_number(found["high"])), found["unit"])
    return Measured(text, Kind.UNREADABLE)


def _marked(number: Decimal, mark: str | None) -> Edge:
    """A rounded number with its mark: ``+`` for an amount that was more, ``-`` for one that was less."""
    if mark is None:
        return Edge(number)
    return Edge(number, 1 if (mark == "+") == (number >= 0) else -1)


def _compared(sign: str, number: Decimal) -> tuple[Edge, Edge]:
    match sign:
        case "<":
            return Edge(-INFINITY), Edge(number, -1)
        case "≤":
            return Edge(-INFINITY), Edge(number)
        case ">":
            return Edge(number, 1), Edge(INFINITY)
        case _:
            return Edge(number), Edge(INFINITY)


def _measured(text: str, low: Edge, high: Edge, unit: str | None) -> Measured:
    unreadable = low.number.is_nan() or high.number.is_nan() or low > high
    if unreadable or (unit and not is_known(unit)):
        return Measured(text, Kind.UNREADABLE)
    return Measured(text, Kind.NUMBER, Interval(low, high), unit=unit or "")


def _number(text: str) -> Decimal:
    """The number of a text of digits, points and commas; NaN where it is none."""
    mantissa, e, exponent = text.partition("e")
    plain = mantissa
    if "," in mantissa:
        plain = _without_commas(mantissa)
    if plain.count(".") > 1 or "," in plain or len(plain) > _DIGITS:
        return _NO_NUMBER
    return Decimal(plain + e + exponent)


def _without_commas(mantissa: str) -> str:
    """The mantissa with a decimal point; as it is where no reading fits."""
    digits = mantissa.lstrip("+-")
    if "." in digits:
        point = max(digits.rfind(","), digits.rfind("."))
        whole, rest = digits[:point].replace(".", ","), digits[point + 1 :]
        groups = _THOUSANDS.fullmatch(whole) and rest.isdigit()
        return mantissa[: -len(digits)] + f"{whole.replace(',', '')}.{rest}" if groups else mantissa
    if digits.count(",") > 1:
        return mantissa.replace(",", "") if _THOUSANDS.fullmatch(digits) else mantissa
    if _THOUSANDS.fullmatch(digits):
        raise _Ambiguous
    return mantissa.replace(",", ".")

"""How the plates of each kind are written and coloured: GA 36-2018, with how sure each line is.

One text can be of several kinds: a large car, a small car, a low-speed truck and a motorcycle
share a pattern, and the same characters may exist on a blue and on a yellow plate. What is from
memory or rests on one source is marked so. Kinds that are not here (missions' motorcycles,
foreigners' old plates, temporary entry) can be named in a register, not told from a text.
"""

import re
from dataclasses import dataclass

from fuelcheck.words import Confidence, PlateColour, PlateKind

PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新"
AUTHORITIES = "ABCDEFGHJKLMNOPQRSTUVWXYZ"
"""The letters that issuing offices have: all but I."""

BATTERY_LETTERS = "DABCE"
OTHER_NEW_ENERGY_LETTERS = "FGHJK"

NEW_ENERGY_KINDS = frozenset({PlateKind.LARGE_NEW_ENERGY, PlateKind.SMALL_NEW_ENERGY})

_PLACE = f"[{PROVINCES}][{AUTHORITIES}]"
_SERIAL = "[0-9A-HJ-NP-Z]"
_ENERGY = f"[{BATTERY_LETTERS}{OTHER_NEW_ENERGY_LETTERS}]"


@dataclass(frozen=True, slots=True)
class PlateRule:
    """One kind of plate: its ``mark`` (what it alone bears), its colours (none: not known), an example.

    ``exempt``: not subject to the county's checks and targets.
    """

    kind: PlateKind
    pattern: str
    colours: tuple[PlateColour, ...]
    confidence: Confidence
    example: str
    mark: str = ""
    exempt: bool = False


_SURE, _MEMORY = Confidence.CONFIRMED, Confidence.MEMORY
_YELLOW, _BLUE, _WHITE = (PlateColour.YELLOW,), (PlateColour.BLUE,), (PlateColour.WHITE,)
_BLACK, _GREEN, _YELLOW_GREEN = (PlateColour.BLACK,), (PlateColour.GREEN,), (PlateColour.YELLOW_GREEN,)

_COMMON = f"{_PLACE}{_SERIAL}{{5}}"
_FARM = f"[{PROVINCES}][0-9]{{2}}{_SERIAL}{{5}}"
_LARGE_NEW_ENERGY = f"{_PLACE}[0-9]{{5}}{_ENERGY}"
_SMALL_NEW_ENERGY = f"{_PLACE}{_ENERGY}{_SERIAL}[0-9]{{4}}"
_EMBASSY = "使[0-9]{6}|[0-9]{6}使"
_CONSULATE = f"{_PLACE}[0-9]{{4}}领|[{PROVINCES}][0-9]{{5}}领"
_TEMPORARY = f"{_PLACE}(?:{_SERIAL}{{5}}临|{_SERIAL}{{4}}[超试])"
_RESCUE = f"[{PROVINCES}][XS][0-9]{{4}}应急"
_ARMED_POLICE = f"WJ[{PROVINCES}警]?[0-9]{{4}}[0-9A-Z]"


def _marked(mark: str, place: str = _PLACE) -> str:
    return f"{place}{_SERIAL}{{4}}{mark}"


RULES = (
    PlateRule(PlateKind.LARGE_CAR, _COMMON, _YELLOW, _SURE, "京A12345"),
    PlateRule(PlateKind.SMALL_CAR, _COMMON, _BLUE, _SURE, "京A12345"),
    PlateRule(PlateKind.LOW_SPEED, _COMMON, _YELLOW, _MEMORY, "京A12345"),
    PlateRule(PlateKind.MOTORCYCLE, _COMMON, _YELLOW, _MEMORY, "京A12345"),
    PlateRule(PlateKind.LIGHT_MOTORCYCLE, _COMMON, _BLUE, _MEMORY, "京A12345"),
    PlateRule(PlateKind.LARGE_NEW_ENERGY, _LARGE_NEW_ENERGY, _YELLOW_GREEN, _SURE, "京A12345D"),
    PlateRule(PlateKind.SMALL_NEW_ENERGY, _SMALL_NEW_ENERGY, _GREEN, _SURE, "京AD12345"),
    PlateRule(PlateKind.TRAILER, _marked("挂"), _YELLOW, _SURE, "京A1234挂", "挂"),
    PlateRule(PlateKind.COACH, _marked("学"), _YELLOW, _SURE, "京A1234学", "学"),
    PlateRule(PlateKind.COACH_MOTORCYCLE, _marked("学"), (), _MEMORY, "京A1234学", "学"),
    PlateRule(PlateKind.POLICE, _marked("警"), _WHITE, _SURE, "京A1234警", "警"),
    PlateRule(PlateKind.POLICE_MOTORCYCLE, _marked("警"), _WHITE, _MEMORY, "京A1234警", "警"),
    PlateRule(PlateKind.HONG_KONG, _marked("港", "粤Z"), _BLACK, _MEMORY, "粤Z1234港", "港"),
    PlateRule(PlateKind.MACAU, _marked("澳", "粤Z"), _BLACK, _MEMORY, "粤Z1234澳", "澳"),
    PlateRule(PlateKind.EMBASSY, _EMBASSY, _BLACK, _SURE, "使123456", "使"),
    PlateRule(PlateKind.CONSULATE, _CONSULATE, _BLACK, _MEMORY, "沪A1234领", "领"),
    PlateRule(PlateKind.TEMPORARY, _TEMPORARY, (), _MEMORY, "京A12345临", "临超试"),
    PlateRule(PlateKind.RESCUE, _RESCUE, _WHITE, _MEMORY, "京X1234应急", "应急"),
    PlateRule(PlateKind.TRACTOR, _FARM, _GREEN, _MEMORY, "京0112345"),
    PlateRule(PlateKind.OLD_FARM, _FARM, _GREEN, _MEMORY, "京0112345"),
    PlateRule(PlateKind.ARMED_POLICE, _ARMED_POLICE, _WHITE, _SURE, "WJ京12345", "WJ", exempt=True),
    PlateRule(PlateKind.MILITARY, "(?!WJ)[A-Z]{2}[0-9]{5}", _WHITE, _MEMORY, "AB12345", exempt=True),
)


def _by_pattern() -> tuple[tuple[re.Pattern[str], tuple[PlateRule, ...]], ...]:
    patterns = dict.fromkeys(rule.pattern for rule in RULES)
    return tuple((re.compile(text), tuple(rule for rule in RULES if rule.pattern == text)) for text in patterns)


_PATTERNS = _by_pattern()


def rules_of(plate: str) -> tuple[PlateRule, ...]:
    """The kinds that a tidy text can be; none where it is no plate. No text is of two patterns."""
    for pattern, rules in _PATTERNS:
        if pattern.fullmatch(plate):
            return rules
    return ()

"""Number plates (号牌号码): what kinds a text can be of, and what is wrong with one that is none.

The letters O and I occur in no serial (GA 36-2018). Where one stands, the digit that looks like
it is proposed and a person asked: the text is never changed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from fuelcheck.faults import Remark
from fuelcheck.rules.identifiers.identification import Identification, confused, strange
from fuelcheck.rules.identifiers.plate_rules import (
    AUTHORITIES,
    BATTERY_LETTERS,
    NEW_ENERGY_KINDS,
    OTHER_NEW_ENERGY_LETTERS,
    PROVINCES,
    RULES,
    PlateRule,
    rules_of,
)
from fuelcheck.rules.identifiers.writing import shown, tidy
from fuelcheck.words import Confidence, IdentifierKind, PlateColour, PlateKind

_MEANT = {"I": "1", "O": "0"}
_AS_MEANT = str.maketrans(_MEANT)
_MARKS = tuple((mark, rule) for rule in RULES for mark in ((rule.mark,) if rule.mark.isascii() else rule.mark) if mark)
_WRITTEN = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_EXAMPLES = {rule.kind: rule.example for rule in RULES}
_NEW_ENERGY = {
    "small": _EXAMPLES[PlateKind.SMALL_NEW_ENERGY],
    "large": _EXAMPLES[PlateKind.LARGE_NEW_ENERGY],
    "letters": " ".join(BATTERY_LETTERS + OTHER_NEW_ENERGY_LETTERS),
}
_LIKE_A_PLATE = re.compile(
    rf"[{PROVINCES}使][^\u4e00-\u9fff]{{1,9}}[\u4e00-\u9fff]{{0,2}}"
    r"|[\u4e00-\u9fff][A-Z][0-9A-Z]{4,6}[\u4e00-\u9fff]?"
    r"|WJ[\u4e00-\u9fff]?[0-9A-Z]{3,7}"
    r"|[0-9A-Z]{5,7}[挂学警港澳领使临超试]"
)


@dataclass(frozen=True, slots=True)
class Plate(Identification):
    """A text that is a number plate or was meant to be one; ``rules`` are of the kinds that it can be."""

    kind: ClassVar[IdentifierKind] = IdentifierKind.PLATE

    rules: tuple[PlateRule, ...] = ()

    @property
    def kinds(self) -> tuple[PlateKind, ...]:
        """The kinds that it can be; plate and kind together are the key of a vehicle."""
        return tuple(rule.kind for rule in self.rules)

    @property
    def colours(self) -> tuple[PlateColour, ...]:
        """The colours that it can have, as far as they are known."""
        return tuple(dict.fromkeys(colour for rule in self.rules for colour in rule.colours))

    @property
    def confidence(self) -> Confidence | None:
        """How sure it is that such plates exist: the best of its kinds; None where it is of none."""
        return min((rule.confidence for rule in self.rules), key=_SURENESS.index, default=None)

    @property
    def exempt(self) -> bool:
        """Whether it is a plate of the forces, which the county's checks and targets leave out."""
        return any(rule.exempt for rule in self.rules)

    @property
    def new_energy(self) -> bool | None:
        """True where the plate proves it; None otherwise: blue or yellow does not disprove it."""
        return True if self._is_new_energy() else None

    @property
    def battery_electric(self) -> bool | None:
        """By the letter of a new energy plate: True purely electric, False not purely, None no such plate."""
        if not self._is_new_energy():
            return None
        letter = self.normalised[-1] if PlateKind.LARGE_NEW_ENERGY in self.kinds else self.normalised[2]
        return letter in BATTERY_LETTERS

    def kinds_in(self, colour: PlateColour) -> tuple[PlateKind, ...]:
        """The kinds that it can be on a plate of that colour; none where text and colour contradict each other."""
        return tuple(rule.kind for rule in self.rules if not rule.colours or colour in rule.colours)

    def _is_new_energy(self) -> bool:
        return not NEW_ENERGY_KINDS.isdisjoint(self.kinds)


_SURENESS = tuple(Confidence)


def read_plate(text: str) -> Plate:
    """The text as a number plate, with everything that is wrong with it.

    >>> plate = read_plate("豫C·D12345")
    >>> plate.normalised, *plate.kinds, plate.battery_electric
    ('豫CD12345', <PlateKind.SMALL_NEW_ENERGY: 'small_new_energy'>, True)
    """
    plate = tidy(text)
    rules = rules_of(plate)
    if rules:
        return Plate(plate, rules=rules)
    proposed = _with_digits(plate)
    if rules_of(proposed):
        return Plate(plate, tuple(_confused(plate)), proposed)
    return Plate(plate, tuple(_explained(plate)))


def plate_kinds(text: str) -> tuple[PlateKind, ...]:
    """The kinds of plate that a text can be, the commonest first; none where it is no plate.

    >>> [kind.code for kind in plate_kinds("豫C 12345")]
    ['01', '02', '13', '07', '08']
    """
    return read_plate(text).kinds


def plate_kind_by(text: str, colour: PlateColour) -> tuple[PlateKind, ...]:
    """The kinds that the colour leaves of those that the text can be.

    >>> [kind.code for kind in plate_kind_by("豫C12345", PlateColour.BLUE)]
    ['02', '08']
    """
    return read_plate(text).kinds_in(colour)


def looks_like_a_plate(plate: str) -> bool:
    """Whether a tidy text is a plate, right or wrong, rather than anything else."""
    return bool(rules_of(plate) or _LIKE_A_PLATE.fullmatch(plate))


def _serial_start(plate: str) -> int:
    """Where the serial begins, counted from 0: behind province and letter, or behind 使."""
    return 2 if plate[:1] in PROVINCES else 1


def _with_digits(plate: str) -> str:
    start = _serial_start(plate)
    return plate[:start] + plate[start:].translate(_AS_MEANT)


def _confused(plate: str) -> Iterator[Remark]:
    return confused("plate-letter", plate, _MEANT, start=_serial_start(plate))


def _explained(plate: str) -> Iterator[Remark]:
    marked = next((rule for mark, rule in _MARKS if mark in plate), None)
    if marked is not None:
        values = {"kind": marked.kind.zh, "example": marked.example}
        yield Remark("plate-kind-form", value=shown(plate), values=values)
    else:
        yield from _of_no_kind(plate)
    yield from _confused(plate)


def _of_no_kind(plate: str) -> Iterator[Remark]:
    value = shown(plate)
    yield from strange("plate-character", plate, _WRITTEN, start=1)
    if plate[:1] not in PROVINCES:
        yield Remark("plate-province", value=value, values={"character": shown(plate[:1])})
    elif plate[1:2] not in AUTHORITIES:
        yield Remark("plate-authority", value=value, values={"character": shown(plate[1:2])})
    if len(plate) not in (7, 8):
        yield Remark("plate-length", value=value, values={"count": len(plate)})
    elif len(plate) == 8:
        yield Remark("plate-new-energy-form", value=value, values=_NEW_ENERGY)

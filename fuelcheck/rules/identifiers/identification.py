"""What is known of a text that should identify a vehicle or a firm."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from fuelcheck.faults import Remark
from fuelcheck.language import current
from fuelcheck.rules.identifiers.writing import shown
from fuelcheck.words import IdentifierKind


@dataclass(frozen=True, slots=True)
class Identification:
    """A text in its one form, and what is wrong with it.

    ``normalised`` is never corrected: what was probably meant stands in ``proposed``, empty where
    nothing can be proposed, and a person decides.
    """

    kind: ClassVar[IdentifierKind] = IdentifierKind.UNKNOWN

    normalised: str
    faults: tuple[Remark, ...] = ()
    proposed: str = ""

    @property
    def valid(self) -> bool:
        """Whether the form and, where there is one, the check digit are right."""
        return not self.faults

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of what is wrong, for programs."""
        return tuple(fault.code for fault in self.faults)

    @property
    def reason(self) -> str:
        """What is wrong as sentences in the tongue in use; empty where nothing is."""
        return ("; " if current() == "en" else "；").join(fault.message for fault in self.faults)


def confused(code: str, text: str, meant: Mapping[str, str], start: int = 0) -> Iterator[Remark]:
    """A remark of that code for each letter of ``meant`` in ``text`` from ``start`` on: where, and what was meant."""
    for letter, instead in meant.items():
        places = [str(place) for place, character in enumerate(text, 1) if character == letter and place > start]
        if places:
            yield Remark(
                code,
                value=shown(text),
                values={"character": letter, "places": ", ".join(places), "meant": instead},
            )


def strange(code: str, text: str, allowed: frozenset[str], start: int = 0) -> Iterator[Remark]:
    """A remark of that code about the first character from ``start`` on that is none of ``allowed``."""
    for place, character in enumerate(text, 1):
        if place > start and character not in allowed:
            yield Remark(code, value=shown(text), values={"character": shown(character), "place": place})
            return

"""The letters of one document: which font draws which character, how wide it is, its codes.

ReportLab knows neither a fall-back from one TrueType font to another nor a missing glyph (it
leaves a blank); so every character is looked up before anything is drawn, and what no font
has is drawn as 〓 and remembered. Fonts are loaded once all texts of the document are known.
"""

from collections.abc import Callable, Iterable
from hashlib import sha256
from io import BytesIO
from itertools import count, groupby
from pathlib import Path
from typing import Any

import platformdirs
from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from fuelcheck.language import N_
from fuelcheck.reports.characters import GETA, legible
from fuelcheck.reports.fonts import FontsRefused, Role, house_font, office_fonts
from fuelcheck.reports.outlines import (
    ALWAYS,
    EmbeddingForbidden,
    Face,
    FontFile,
    Tell,
    UnreadableFont,
    face_for,
)
from fuelcheck.reports.tongue import say_to_person

Talk = Callable[[str], None]
"""Told a line for people now and then: progress, what had to be left out."""

_ESCAPED = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})
_CODES_A_BLOCK = 100  # as many as a block of a ToUnicode map may hold


class EmbeddedFont(TTFont):
    """A face in one document. Its text copies right, whatever plane a character is of.

    ReportLab writes a character beyond the basic plane as five digits into the map from
    codes to text, and readers copy another character; here it is UTF-16BE. ReportLab also
    takes two objects with one face name for one font, so this one is registered under a
    name that no other has and written under ``name``, which depends on the document only.
    """

    _numbers = count()

    def __init__(self, name: str, face: Face) -> None:
        super().__init__(f"{name}-{next(self._numbers)}", BytesIO(face.data), shapable=False)
        self.face.ascent, self.face.descent, self.face.capHeight = face.heights
        self._unique, self._written = self.fontName.encode(), name.encode()
        self.face.name = self._unique
        pdfmetrics.registerFont(self)
        self.face.name = self._written

    def has(self, character: str) -> bool:
        """Whether the face draws that character."""
        return ord(character) in self.face.charToGlyph

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name
        """Write the font into the document as ReportLab does, then the maps that are right."""
        subsets = self.state[doc].subsets
        super().addObjects(doc)
        for n, subset in enumerate(subsets):
            base = (SUBSETN(n) + b"+" + self._written).decode()
            doc.idToObject[f"toUnicodeCMap:{base}"].content = to_unicode(base, subset)

    def forget(self) -> None:
        """Take the font out of ReportLab's register."""
        self.face.name = self._unique
        self.unregister()


def to_unicode(name: str, subset: list[int]) -> str:
    """The map from the codes of one subset to text (PDF 32000-1, 9.10.3)."""
    pairs = [f"<{code:02X}> <{chr(char).encode('utf-16-be').hex().upper()}>" for code, char in enumerate(subset)]
    blocks = []
    for start in range(0, len(pairs), _CODES_A_BLOCK):
        block = pairs[start : start + _CODES_A_BLOCK]
        blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


class Letters:
    """The fonts of one document. Prepare it with every text, draw, then close it."""

    def __init__(self, office: Path | None = None, talk: Talk | None = None, cache: Path | None = None) -> None:
        self._office = office_fonts(office)
        self._talk = talk or (lambda _: None)
        self._cache = cache or Path(platformdirs.user_cache_dir("fuelcheck", appauthor=False)) / "faces"
        self._fonts: dict[Role, dict[str, EmbeddedFont]] = {}
        self._widths: dict[Role, dict[str, float]] = {}
        self._loaded: dict[FontFile, EmbeddedFont] = {}
        self._ascii: dict[Role, str] = {}
        self.missing: tuple[str, ...] = ()
        """Characters of the document that no font has, sorted."""

    def prepare(self, texts: Iterable[tuple[Role, str]]) -> None:
        """Load what these texts need; characters that are missing everywhere become 〓."""
        written: dict[Role, set[str]] = {role: {*ALWAYS, GETA} for role in Role}
        for role, text in texts:
            written[role].update(text)
        wanted = {role: {c for c in characters if legible(c)} for role, characters in written.items()}
        chains = {role: self._chain(role) for role in Role}
        self._loaded = self._load(chains, wanted)
        missing = {c for role in Role for c in self._assign(role, chains[role], wanted[role])}
        self.missing = tuple(sorted(missing))
        if missing:
            self._talk(
                say_to_person(
                    N_("no font has these characters, 〓 stands for them: {which}"), which=named(self.missing)
                )
            )

    def close(self) -> None:
        """Forget the fonts: the process may render other documents."""
        for font in self._loaded.values():
            font.forget()
        self._loaded, self._ascii = {}, {}

    def clean(self, text: str) -> str:
        """``text`` as it will be drawn: legible, 〓 for what no font has."""
        text = legible(text)
        if self.missing and any(c in text for c in self.missing):
            text = "".join(GETA if c in self.missing else c for c in text)
        return text

    def width(self, role: Role, text: str) -> float:
        """The width of cleaned ``text`` in ems."""
        return sum(map(self._widths[role].__getitem__, text))

    def runs(self, role: Role, text: str) -> list[tuple[EmbeddedFont, str]]:
        """Cleaned ``text`` in runs of one font each."""
        fonts = self._fonts[role]
        return [(font, "".join(part)) for font, part in groupby(text, fonts.__getitem__)]

    def font_name(self, role: Role) -> str:
        """The registered name of the font that draws the role's digits and letters."""
        return str(self._fonts[role]["0"].fontName)

    def stands_in(self, role: Role) -> bool:
        """Whether a free font plays the role for want of the office's own."""
        return self._office.get(role) not in self._loaded

    def codes(self, role: Role, text: str, canvas: Any) -> list[tuple[str, str]]:
        """(font's name in the file, codes as a literal string) for each run of cleaned ``text``."""
        if text.isascii():  # ReportLab keeps ASCII in a font's first subset, as it is
            if "(" in text or ")" in text or "\\" in text:
                text = text.translate(_ESCAPED)
            return [(self._ascii_font(role, canvas), f"({text})")] if text else []
        return [
            (font.getSubsetInternalName(subset, canvas._doc), f"({escapePDF(codes)})")
            for font, part in self.runs(role, text)
            for subset, codes in font.splitString(part, canvas._doc)
        ]

    def write(
        self, canvas: Any, role: Role, parts: Iterable[tuple[str, float]], x: float, y: float, size: float
    ) -> None:
        """Draw cleaned parts of one line from (x, y) on; each has its own space after every character."""
        code = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
        for text, space in parts:
            code.append(f"{space:.3f} Tc")
            code += [f"{name} {size:g} Tf {codes} Tj" for name, codes in self.codes(role, text, canvas)]
        canvas._code.append("\n".join([*code, "0 Tc ET"]))

    def _ascii_font(self, role: Role, canvas: Any) -> str:
        if role not in self._ascii:
            self._ascii[role] = self._fonts[role]["0"].getSubsetInternalName(0, canvas._doc)
        return self._ascii[role]

    def _chain(self, role: Role) -> tuple[FontFile, ...]:
        own = [self._office[role]] if role in self._office else []
        return tuple(dict.fromkeys([*own, *map(house_font, (role, Role.BODY, Role.FIRST))]))

    def _load(
        self, chains: dict[Role, tuple[FontFile, ...]], wanted: dict[Role, set[str]]
    ) -> dict[FontFile, EmbeddedFont]:
        """Every font with what is asked of it: of one further back only what those before lack."""
        need: dict[FontFile, set[str]] = {}
        faces: dict[FontFile, Face] = {}
        for depth in range(max(map(len, chains.values()))):
            for role, chain in chains.items():
                lacking = wanted[role].difference(*(faces[f].characters for f in chain[:depth] if f in faces))
                if lacking and depth < len(chain):
                    need.setdefault(chain[depth], set()).update(lacking)
            for font, characters in need.items():
                face = self._face(font, characters)
                if face is not None:
                    faces[font] = face
        return {
            font: EmbeddedFont(f"{_ascii(font.path.stem)}-{_digest(need[font] & face.characters)}", face)
            for font, face in faces.items()
        }

    def _face(self, font: FontFile, characters: set[str]) -> Face | None:
        try:
            return face_for(font, characters, self._cache, self._progress())
        except EmbeddingForbidden:
            why = say_to_person(
                N_("{file}: its own licence bits forbid embedding; a free font stands in"), file=font.path.name
            )
            self._talk(why)
            return None
        except UnreadableFont as error:
            raise FontsRefused(file=font.path.name, why=str(error)) from error

    def _progress(self) -> Tell:
        return lambda done, of: self._talk(
            say_to_person(N_("preparing Chinese fonts: {done} of {of} characters"), done=done, of=of)
        )

    def _assign(self, role: Role, chain: tuple[FontFile, ...], wanted: set[str]) -> set[str]:
        fonts = [self._loaded[font] for font in chain if font in self._loaded]
        owner = self._fonts[role] = {}
        # all of ASCII is one font's, so that a code or a number never changes its face
        latin = next(font for font in fonts if all(map(font.has, ALWAYS)))
        for character in sorted(wanted):
            font = latin if character in ALWAYS else next((f for f in fonts if f.has(character)), None)
            if font is not None:
                owner[character] = font
        self._widths[role] = {c: font.face.charWidths[ord(c)] / 1000 for c, font in owner.items()}
        return wanted - owner.keys()


def named(characters: Iterable[str]) -> str:
    """Code points for people: ``U+20BB7``."""
    return "、".join(f"U+{ord(c):04X}" for c in characters)


def _ascii(stem: str) -> str:
    return "".join(c for c in stem if c.isascii() and c.isalnum()) or "Font"


def _digest(characters: Iterable[str]) -> str:
    return sha256("".join(sorted(characters)).encode()).hexdigest()[:10]

"""Characters as TrueType outlines: converted when first needed, kept in the user's cache.

ReportLab embeds quadratic (glyf) outlines only; the fonts that a package index offers, and
many of an office's own, are cubic (CFF) or collections. So every font goes through here: the
characters of a document are taken out of it, turned into quadratic curves and added to one
growing face for each font. What a font lacks is remembered too: the second document opens no font.

A face differs from another that was grown in another order in the numbers of its glyphs
only; all other figures are the source's own or fixed, so that a document's bytes do not
depend on what the cache held. Figures are made tabular: each as wide as the widest of them.
"""

import hashlib
import json
import os
import struct
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from string import digits
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

EDITION = "2"
"""Of the conversion: another one makes a file of its own."""

ALWAYS = "".join(map(chr, range(0x20, 0x7F)))
"""Converted with the first character: ReportLab embeds all of printable ASCII, used or not."""

Tell = Callable[[int, int], None]
"""Told (characters converted, characters to convert) now and then."""

_RAISED = {"⁻": "−"}
"""Signs that the free fonts lack, and those that they are made of, made small and raised: m⁻¹."""
_RAISED_SIZE, _RAISED_BY = 0.6, 0.3

_TOLERANCE = 0.001  # of an em: how far a curve may stray; a tenth of a hair at 16 pt
_STEP = 100
_MOST_POINTS, _MOST_CONTOURS = 16_384, 2_048


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font in a file; ``face`` is its number in a collection (.ttc)."""

    path: Path
    face: int = 0

    def stamp(self) -> str:
        """A name for its cache file; another file, or the same one changed, has another."""
        stat = self.path.stat()
        facts = f"{self.path.resolve()}|{self.face}|{stat.st_size}|{stat.st_mtime_ns}|{EDITION}"
        return f"{self.path.stem}-{hashlib.sha256(facts.encode()).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True)
class Face:
    """A TrueType file with the characters converted so far, and those that the font lacks.

    ``heights`` are ascender, descender and height of capitals in thousandths of an em.
    """

    data: bytes
    characters: frozenset[str]
    absent: frozenset[str]
    heights: tuple[int, int, int]


class UnreadableFont(ValueError):
    """The file is no font, or a broken one."""


class EmbeddingForbidden(ValueError):
    """The font's own licence bits forbid embedding or subsetting it."""


def face_for(font: FontFile, wanted: Iterable[str], cache: Path, tell: Tell | None = None) -> Face | None:
    """The face of ``font`` with at least the ``wanted`` characters, as far as the font has them.

    None if it has none of them. Raises UnreadableFont, EmbeddingForbidden, and OSError where the
    file cannot be read. A cache that cannot be read or written costs time, never the document.
    """
    wanted = frozenset(wanted)
    kept = cache / f"{font.stamp()}.face"
    face = _read(kept)
    if face is None or not wanted <= face.characters | face.absent:
        face = _grow(font, face, wanted, tell)
        with suppress(OSError):
            _write(kept, face)
    return face if face.characters & wanted else None


def _read(path: Path) -> Face | None:
    """The kept face; None where there is none or its digest does not agree."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    digest, rest = content[:32], content[32:]
    if hashlib.sha256(rest).digest() != digest:
        return None
    head, _, data = rest.partition(b"\n")
    known = json.loads(head)
    return Face(data, frozenset(known["characters"]), frozenset(known["absent"]), tuple(known["heights"]))


def _write(path: Path, face: Face) -> None:
    """Replace the kept face in one step: other processes see the old file or the new one."""
    known = {
        "characters": "".join(sorted(face.characters)),
        "absent": "".join(sorted(face.absent)),
        "heights": face.heights,
    }
    rest = json.dumps(known).encode() + b"\n" + face.data
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(rest).digest() + rest)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _grow(font: FontFile, face: Face | None, wanted: frozenset[str], tell: Tell | None) -> Face:
    with _opened(font) as source:
        _respect_licence(source)
        in_font = _drawable(source.getBestCmap())
        held = face.characters if face else frozenset()
        known = held | (face.absent if face else frozenset())
        asked = (wanted | frozenset(ALWAYS)) - known
        new = sorted(c for c in asked if ord(c) in in_font)
        glyphs = _kept_glyphs(face)
        glyphs.update(_converted(source, in_font, new, first=not glyphs, tell=tell))
        data, heights = _assembled(source, glyphs), _heights(source)
    absent = (face.absent if face else frozenset()) | asked.difference(new)
    return Face(data, held | frozenset(new), absent, heights)


def _opened(font: FontFile) -> "TTFont":
    from fontTools.ttLib import TTFont, TTLibError

    collection = font.path.suffix.lower() in {".ttc", ".otc"}
    try:
        source = TTFont(font.path, fontNumber=font.face if collection else -1, lazy=True)
        if not source.getBestCmap():
            raise UnreadableFont("no Unicode character map")
    except (TTLibError, KeyError, struct.error, AssertionError) as error:
        raise UnreadableFont(str(error)) from error
    return source


def _respect_licence(source: "TTFont") -> None:
    rights = source["OS/2"].fsType if "OS/2" in source else 0
    if rights & 0x000F == 0x0002 or rights & 0x0300:
        raise EmbeddingForbidden(f"fsType {rights:#06x}")


def _kept_glyphs(face: Face | None) -> dict[str, tuple[Any, tuple[int, int]]]:
    """Glyph name → (outline as kept, (advance, left bearing)) of the face so far."""
    if face is None:
        return {}
    from fontTools.ttLib import TTFont

    kept = TTFont(BytesIO(face.data))
    outlines, metrics = kept["glyf"].glyphs, kept["hmtx"].metrics
    names = {".notdef": kept.getGlyphOrder()[0]}
    names |= {_name(chr(code)): name for code, name in kept.getBestCmap().items()}
    return {ours: (outlines[name], metrics[name]) for ours, name in names.items()}


def _drawable(in_font: dict[int, str]) -> dict[int, str]:
    """Code points with their glyphs, and those of the raised signs that the font itself lacks."""
    made = {ord(sign): in_font[ord(of)] for sign, of in _RAISED.items() if ord(of) in in_font}
    return made | in_font


def _converted(
    source: "TTFont", in_font: dict[int, str], new: list[str], *, first: bool, tell: Tell | None
) -> dict[str, tuple[Any, tuple[int, int]]]:
    drawn = source.getGlyphSet()
    error = _TOLERANCE * source["head"].unitsPerEm
    glyphs = {".notdef": _outline(drawn[source.getGlyphOrder()[0]], error)} if first else {}
    tabular = max((drawn[in_font[ord(c)]].width for c in digits if ord(c) in in_font), default=0)
    for done, character in enumerate(new, start=1):
        width = tabular if character in digits else None
        made = character in _RAISED and in_font[ord(character)] == in_font.get(ord(_RAISED[character]))
        lift = _RAISED_BY * source["head"].unitsPerEm if made else 0.0
        glyphs[_name(character)] = _outline(drawn[in_font[ord(character)]], error, width, lift)
        if tell and (done % _STEP == 0 or done == len(new)):
            tell(done, len(new))
    return glyphs


def _outline(
    glyph: Any, error: float, width: float | None = None, lift: float = 0.0
) -> tuple[Any, tuple[int, int]]:  # fmt: skip
    """The quadratic outline with advance and left bearing; in the middle of ``width`` if one is given.

    One that is lifted is made small.
    """
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.recordingPen import DecomposingRecordingPen
    from fontTools.pens.transformPen import TransformPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    plain = DecomposingRecordingPen(glyph.glyphSet)
    glyph.draw(plain)
    pen = TTGlyphPen(None)
    cubic = any(verb == "curveTo" for verb, _ in plain.value)
    # postscript outlines run the other way round than TrueType's
    quadratic = Cu2QuPen(pen, error, reverse_direction=True) if cubic else pen
    times = _RAISED_SIZE if lift else 1
    natural = times * glyph.width
    advance = natural if width is None else width
    plain.replay(TransformPen(quadratic, (times, 0, 0, times, round((advance - natural) / 2), round(lift))))
    outline = pen.glyph()
    outline.recalcBounds(None)
    return outline, (round(advance), getattr(outline, "xMin", 0))


def _name(character: str) -> str:
    return f"u{ord(character):05X}"


def _assembled(source: "TTFont", glyphs: dict[str, tuple[Any, tuple[int, int]]]) -> bytes:
    """The bytes of a TrueType file that holds just these glyphs."""
    from fontTools.fontBuilder import FontBuilder

    order = [".notdef", *sorted(name for name in glyphs if name != ".notdef")]
    head, line = source["head"], source["hhea"]
    build = FontBuilder(head.unitsPerEm, isTTF=True)
    build.setupGlyphOrder(order)
    build.setupCharacterMap({int(name[1:], 16): name for name in order[1:]})
    font = build.font
    for tag in ("loca", "glyf"):
        font[tag] = _table(tag)
    font["glyf"].glyphs = {name: glyphs[name][0] for name in order}
    font["glyf"].glyphOrder = order
    font["glyf"].padding = 4  # else it pads or not by the size of the whole
    build.setupHorizontalMetrics({name: glyphs[name][1] for name in order})
    build.setupHorizontalHeader(ascent=line.ascent, descent=line.descent)
    build.setupNameTable({"familyName": "Converted", "styleName": "Regular", "psName": "Converted"})
    build.setupPost(keepGlyphNames=False)
    _fix_figures(font, head)
    file = BytesIO()
    font.save(file)
    return file.getvalue()


def _table(tag: str) -> Any:
    from fontTools.ttLib import newTable

    return newTable(tag)


def _heights(source: "TTFont") -> tuple[int, int, int]:
    heights = (source["hhea"].ascent, source["hhea"].descent)
    capitals = 0
    if "OS/2" in source:
        os2 = source["OS/2"]
        heights, capitals = (os2.sTypoAscender, os2.sTypoDescender), getattr(os2, "sCapHeight", 0)
    em = source["head"].unitsPerEm
    ascender, descender, capital = (round(h * 1000 / em) for h in (*heights, capitals or heights[0]))
    return ascender, descender, capital


def _fix_figures(font: "TTFont", head: Any) -> None:
    """Give the tables that ReportLab copies the same figures whatever glyphs are in the face.

    For the same reason there is no OS/2 table: it names the first and the last character.
    """
    font.recalcBBoxes = False
    for name in ("xMin", "yMin", "xMax", "yMax", "created", "modified"):
        setattr(font["head"], name, getattr(head, name))
    profile = font["maxp"]
    profile.maxPoints = profile.maxCompositePoints = _MOST_POINTS
    profile.maxContours = profile.maxCompositeContours = _MOST_CONTOURS
    profile.maxZones = 1

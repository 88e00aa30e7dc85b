"""Characters are converted once, kept safely, and drawn the same whatever was kept before."""

from io import BytesIO
from pathlib import Path

import pylopdf_fonts_zh_cn as free
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from fuelcheck.reports import outlines
from fuelcheck.reports.outlines import ALWAYS, EmbeddingForbidden, FontFile, UnreadableFont, face_for

SERIF = FontFile(Path(free.serif_path()))


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("faces")


@pytest.fixture(scope="module")
def small(cache: Path) -> outlines.Face:
    face = face_for(SERIF, "伊𬭎\U0001f600", cache)
    assert face is not None
    return face


def a_font(path: Path, character: str, *, rights: int = 0) -> FontFile:
    """A TrueType font with one character and its licence bits."""
    build = FontBuilder(1000, isTTF=True)
    build.setupGlyphOrder([".notdef", "one"])
    build.setupCharacterMap({ord(character): "one"})
    pen = TTGlyphPen(None)
    for n, point in enumerate(((0, 0), (500, 0), (500, 700))):
        (pen.lineTo if n else pen.moveTo)(point)
    pen.closePath()
    build.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "one": pen.glyph()})
    build.setupHorizontalMetrics({".notdef": (500, 0), "one": (640, 0)})
    build.setupHorizontalHeader(ascent=800, descent=-200)
    build.setupNameTable({"familyName": "Own", "styleName": "Regular"})
    build.setupOS2(sTypoAscender=800, sTypoDescender=-200, fsType=rights)
    build.setupPost()
    build.save(path)
    return FontFile(path)


def test_a_face_holds_what_was_asked_and_all_of_ascii(small: outlines.Face) -> None:
    assert small.characters == {*ALWAYS, "伊", "𬭎"}
    assert small.absent == {"\U0001f600"}


def test_outlines_are_quadratic_and_not_empty(small: outlines.Face) -> None:
    font = TTFont(BytesIO(small.data))
    assert "glyf" in font
    assert font["glyf"][font.getBestCmap()[ord("𬭎")]].numberOfContours > 3


def test_figures_are_as_wide_as_each_other(small: outlines.Face) -> None:
    font = TTFont(BytesIO(small.data))
    names = font.getBestCmap()
    assert len({font["hmtx"][names[ord(figure)]][0] for figure in "0123456789"}) == 1


def test_what_is_kept_is_not_converted_again(
    cache: Path, small: outlines.Face, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlines, "_opened", lambda _font: pytest.fail("the font was opened again"))
    assert face_for(SERIF, "伊\U0001f600", cache) == small


def test_a_face_grows_by_what_is_new(cache: Path, small: outlines.Face) -> None:
    told: list[tuple[int, int]] = []
    grown = face_for(SERIF, "川", cache, lambda done, of: told.append((done, of)))
    assert grown is not None
    assert grown.characters == small.characters | {"川"}
    assert told == [(1, 1)]


def test_a_damaged_cache_is_made_anew(cache: Path, small: outlines.Face, tmp_path: Path) -> None:
    kept = tmp_path / f"{SERIF.stamp()}.face"
    kept.write_bytes(next(cache.glob("*.face")).read_bytes()[:-9])
    face = face_for(SERIF, "伊", tmp_path)
    assert face is not None
    assert "伊" in face.characters
    assert face_for(SERIF, "伊", tmp_path) == face


def test_a_cache_that_cannot_be_written_costs_no_document(tmp_path: Path) -> None:
    in_the_way = tmp_path / "cache"
    in_the_way.write_text("a file where the folder should be")
    face = face_for(a_font(tmp_path / "own.ttf", "油"), "油", in_the_way)
    assert face is not None
    assert "油" in face.characters


def test_nothing_is_left_beside_the_cache(cache: Path, small: outlines.Face) -> None:
    assert {path.suffix for path in cache.iterdir()} == {".face"}


def test_a_font_without_any_of_the_characters_gives_no_face(tmp_path: Path) -> None:
    assert face_for(a_font(tmp_path / "own.ttf", "油"), "川", tmp_path) is None


def test_a_font_whose_licence_bits_forbid_it_is_not_embedded(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingForbidden):
        face_for(a_font(tmp_path / "own.ttf", "油", rights=0x0002), "油", tmp_path)


def test_a_file_that_is_no_font_is_named_so(tmp_path: Path) -> None:
    (tmp_path / "own.ttf").write_bytes(b"not a font at all")
    with pytest.raises(UnreadableFont):
        face_for(FontFile(tmp_path / "own.ttf"), "油", tmp_path)

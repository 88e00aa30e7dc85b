"""Every character is drawn by some font, or by 〓 and named; its text copies right."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from fuelcheck.reports.fonts import FontsRefused, Role
from fuelcheck.reports.letters import Letters, to_unicode
from tests.reports.county import RARE
from tests.reports.test_outlines import a_font


def drawn(letters: Letters, text: str) -> str:
    """What a reader takes out of a page with this text on it."""
    file = BytesIO()
    canvas = Canvas(file, invariant=1, initialFontName=letters.font_name(Role.BODY))
    letters.write(canvas, Role.BODY, [(letters.clean(text), 0.0)], 72, 700, 12)
    canvas.save()
    return PdfReader(BytesIO(file.getvalue())).pages[0].extract_text().strip()


def prepared(text: str, **options: object) -> Letters:
    letters = Letters(**options)  # type: ignore[arg-type]
    letters.prepare([(Role.BODY, text)])
    return letters


def test_characters_of_every_plane_copy_as_they_were() -> None:
    text = f"伊川{RARE}〔〕㎡≥①℃‰№ (a\\b)"
    assert drawn(prepared(text), text) == text


def test_a_character_that_no_font_has_is_a_geta_and_named() -> None:
    told: list[str] = []
    letters = prepared("伊\ue001川", talk=told.append)
    assert letters.missing == ("\ue001",)
    assert letters.clean("伊\ue001川") == "伊〓川"
    assert "U+E001" in told[-1]
    assert drawn(letters, "伊\ue001川") == "伊〓川"


def test_the_office_font_draws_what_it_has_and_the_free_one_the_rest(tmp_path: Path) -> None:
    a_font(tmp_path / "正文.ttf", "油")
    letters = prepared("成品油", office=tmp_path)
    assert [run for _, run in letters.runs(Role.BODY, "成品油")] == ["成品", "油"]
    assert letters.width(Role.BODY, "油") == pytest.approx(0.64)
    assert not letters.stands_in(Role.BODY)
    assert letters.stands_in(Role.TITLE)
    assert drawn(letters, "成品油") == "成品油"


def test_an_office_font_that_may_not_be_embedded_is_left_out_and_said(tmp_path: Path) -> None:
    a_font(tmp_path / "正文.ttf", "油", rights=0x0002)
    told: list[str] = []
    letters = prepared("油", office=tmp_path, talk=told.append)
    assert letters.stands_in(Role.BODY)
    assert any("正文.ttf" in line for line in told)


def test_an_office_font_that_cannot_be_read_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "正文.ttf").write_bytes(b"no font")
    with pytest.raises(FontsRefused, match=r"正文\.ttf"):
        prepared("油", office=tmp_path)


def test_closing_leaves_nothing_registered() -> None:
    before = set(pdfmetrics.getRegisteredFontNames())
    letters = prepared("伊川")
    assert set(pdfmetrics.getRegisteredFontNames()) > before
    letters.close()
    assert set(pdfmetrics.getRegisteredFontNames()) == before


def test_a_map_to_text_has_at_most_a_hundred_codes_a_block() -> None:
    lines = to_unicode("Name", list(range(0x4E00, 0x4E00 + 250))).splitlines()
    assert [line for line in lines if line.endswith("beginbfchar")] == [f"{n} beginbfchar" for n in (100, 100, 50)]
    assert "<00> <4E00>" in lines


def test_a_map_to_text_writes_two_words_for_a_character_of_plane_two() -> None:
    assert "<01> <D872DF4E>" in to_unicode("Name", [0, ord("𬭎")])

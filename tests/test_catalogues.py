"""The catalogues hold every sentence of the source and no other, in Chinese too."""

from itertools import pairwise
from string import Formatter

import pytest

from fuelcheck.language import FOLDERS
from tests.catalogues import catalogue, made, path, untranslated


def fields(sentence: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(sentence) if name is not None}


def translations() -> list[tuple[str, str]]:
    return [(message.id, message.string) for message in catalogue("zh") if message.id]


@pytest.mark.parametrize("language", FOLDERS)
def test_the_catalogues_are_those_that_make_catalogues_makes(language: str) -> None:
    text, compiled = made(language)

    assert path(language, "po").read_text("utf-8") == text.decode(), "run: make catalogues"
    assert path(language, "mo").read_bytes() == compiled, "run: make catalogues"


def test_every_sentence_has_a_chinese_translation() -> None:
    assert untranslated() == []


def test_a_translation_has_the_fields_of_its_sentence() -> None:
    assert [source for source, chinese in translations() if fields(source) != fields(chinese)] == []


def test_marks_beside_chinese_are_chinese() -> None:
    def chinese(character: str) -> bool:
        return "\u4e00" <= character <= "\u9fff"

    def foreign_mark(text: str) -> bool:
        return any((chinese(a) and b in ",;:?!") or (a in ",;?!" and chinese(b)) for a, b in pairwise(text))

    assert [text for _source, text in translations() if foreign_mark(text)] == []

"""The office's own fonts are found by role, by their usual names, or as fonts.toml says."""

from pathlib import Path

import pytest

from fuelcheck.reports.fonts import FontsRefused, Role, house_font, office_fonts


def folder_with(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).write_bytes(b"")
    return folder


def test_no_folder_means_no_fonts_of_its_own(tmp_path: Path) -> None:
    assert office_fonts(None) == {}
    assert office_fonts(tmp_path / "missing") == {}


def test_files_are_known_by_role_and_by_their_usual_names(tmp_path: Path) -> None:
    found = office_fonts(folder_with(tmp_path, "标题.ttf", "simfang.ttf", "simkai.TTF", "readme.txt"))
    assert {role: font.path.name for role, font in found.items()} == {
        Role.TITLE: "标题.ttf",
        Role.BODY: "simfang.ttf",
        Role.SECOND: "simkai.TTF",
    }


def test_fonts_toml_maps_roles_to_faces(tmp_path: Path) -> None:
    folder_with(tmp_path, "simsun.ttc", "仿宋_GB2312.ttf")
    (tmp_path / "fonts.toml").write_text('"正文" = "simsun.ttc#1"\n', encoding="utf-8")
    found = office_fonts(tmp_path)
    assert {role: (font.path.name, font.face) for role, font in found.items()} == {Role.BODY: ("simsun.ttc", 1)}


@pytest.mark.parametrize(
    ("text", "named"), [('"脚注" = "a.ttf"', "脚注"), ('"正文" = "gone.ttf"', "gone.ttf"), ('"正文" =', "fonts.toml")]
)
def test_a_fonts_toml_that_cannot_be_followed_is_refused(tmp_path: Path, text: str, named: str) -> None:
    (tmp_path / "fonts.toml").write_text(text, encoding="utf-8")
    with pytest.raises(FontsRefused, match=named):
        office_fonts(tmp_path)


def test_headings_of_the_first_level_are_sans() -> None:
    assert "Sans" in house_font(Role.FIRST).path.name
    assert {house_font(role).path.name for role in Role if role is not Role.FIRST} == {"NotoSerifSC-Regular.otf"}

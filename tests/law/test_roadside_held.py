"""The law on vehicles in use is read again only when a file has changed."""

from pathlib import Path

from fuelcheck.law.load import roadside_files
from fuelcheck.law.roadside_held import held_law
from fuelcheck.toml.text import file_text


def test_the_law_is_read_once(tmp_path: Path) -> None:
    assert held_law(tmp_path) is held_law(tmp_path)


def test_a_changed_file_of_the_office_is_seen(tmp_path: Path) -> None:
    before = held_law(tmp_path)
    source = next(path for path in roadside_files() if "845" in path.name)
    folder = tmp_path / "roadside"
    folder.mkdir()
    (folder / source.name).write_text(file_text(source).replace("months = 6", "months = 3"), "utf-8")

    assert [rule.months for rule in before.sensing] == [6]
    assert [rule.months for rule in held_law(tmp_path).sensing] == [3]

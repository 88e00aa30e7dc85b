"""Files that are not what they say are refused before anything reads them."""

import zipfile
from pathlib import Path

import pytest

from fuelcheck.ledgers import files
from fuelcheck.ledgers.files import BadFile, FileKind, check_areas, column_letters, column_number, kind_of
from tests.ledgers.desk import write_xlsx

COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512)


def refusal(path: Path) -> str:
    with pytest.raises(BadFile) as refused:
        kind_of(path)
    return refused.value.code


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", b"%PDF", "unknown-file-type"),
        ("a", b"x", "unknown-file-type"),
        ("a.xlsm", b"PK", "unknown-file-type"),
        ("a.xlsx", b"", "empty-file"),
        ("a.csv", b"", "empty-file"),
        ("a.xls", b"<html><table>", "web-page"),
        ("a.xls", b"\xef\xbb\xbf\n<?xml version='1.0'?>", "web-page"),
        ("a.xlsx", b"\x89PNG\r\n", "renamed-file"),
        ("a.xls", b"a\tb\n", "renamed-file"),
        ("a.csv", b"PK\x03\x04", "renamed-file"),
        ("a.csv", COMPOUND, "renamed-file"),
        ("a.xlsx", b"PK\x03\x04junk", "damaged-file"),
        ("a.xlsx", COMPOUND + "EncryptedPackage".encode("utf-16-le"), "encrypted-file"),
    ],
)
def test_a_file_under_a_wrong_name_is_refused_with_its_reason(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert refusal(tmp_path / name) == code


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.xlsx") == "missing-file"


def test_a_folder_is_no_file_whatever_its_name(tmp_path: Path) -> None:
    (folder := tmp_path / "a.xlsx").mkdir()
    assert [refusal(tmp_path), refusal(folder)] == ["is-a-folder"] * 2


def test_another_package_than_a_workbook_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as package:
        package.writestr("word/document.xml", "<x/>")
    assert refusal(tmp_path / "a.xlsx") == "renamed-file"


def test_a_workbook_of_too_many_parts_or_bytes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as package:
        for n in range(201):
            package.writestr(f"xl/{n}workbook.xml", "")
    assert refusal(tmp_path / "a.xlsx") == "too-large"
    write_xlsx(tmp_path / "b.xlsx", {"a": [["x"]]})
    monkeypatch.setattr(files, "MOST_BYTES", 100)
    assert refusal(tmp_path / "b.xlsx") == "too-large"


def test_the_two_kinds_of_workbook_may_be_mixed_up(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xls", {"a": [["x"]]})
    (tmp_path / "b.xlsx").write_bytes(COMPOUND)
    assert [kind_of(tmp_path / name) for name in ("a.xls", "b.xlsx")] == [FileKind.WORKBOOK] * 2


def test_too_wide_a_rectangle_is_seen_in_the_references_alone(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "good.xlsx", {"a": [["x"] * 20] * 20})
    check_areas(tmp_path / "good.xlsx")
    with zipfile.ZipFile(tmp_path / "bad.xlsx", "w") as package:
        package.writestr("xl/worksheets/sheet1.xml", '<c r="A1"><v>1</v></c><c s="1" r="XFD1048576"><v>1</v></c>')
    with pytest.raises(BadFile):
        check_areas(tmp_path / "bad.xlsx")


def test_columns_have_letters() -> None:
    assert [column_letters(n) for n in (1, 26, 27, 16384)] == ["A", "Z", "AA", "XFD"]
    assert [column_number(column_letters(n)) for n in (1, 26, 27, 702, 703, 16384)] == [1, 26, 27, 702, 703, 16384]

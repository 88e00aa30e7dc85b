"""What a file is before anything reads it: by its content, with its name as a second witness.

A workbook under a name that is not its own (an encrypted one, a web page called ``.xls``, a
photograph called ``.xlsx``) is refused with what to do about it. ``.xls`` and ``.xlsx`` mixed
up is forgiven: both are workbooks and their first bytes say which.
"""

import re
import zipfile
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

MOST_BYTES = 200 * 1024 * 1024
"""Of a file, and of the unpacked parts of a workbook together."""
MOST_PARTS = 200
MOST_AREA = 5_000_000

_SUFFIXES = (".xlsx", ".xls", ".csv")
_ZIP = b"PK"
_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MARKUP = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta", b"<head", b"<style", b"<div")
_REFERENCE = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{1,3})(\d{1,7})"')


class BadFile(Exception):
    """A file that cannot be read: the code of its fault and the values of its sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class FileKind(StrEnum):
    """The two roads into fuelcheck: the bounded reader of workbooks, and plain text."""

    WORKBOOK = "workbook"
    DELIMITED = "delimited"


def kind_of(path: Path) -> FileKind:
    """How a file is to be read; BadFile where it cannot be, or does not hold what its name says."""
    if path.is_dir():
        raise BadFile("is-a-folder", path=path)
    if not path.is_file():
        raise BadFile("missing-file")
    if path.suffix.lower() not in _SUFFIXES:
        raise BadFile("unknown-file-type", allowed=" ".join(_SUFFIXES))
    size = path.stat().st_size
    if size == 0:
        raise BadFile("empty-file")
    if size > MOST_BYTES:
        raise BadFile("too-large")
    return _by_content(path)


def _by_content(path: Path) -> FileKind:
    with path.open("rb") as file:
        head = file.read(1024)
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_MARKUP):
        raise BadFile("web-page")
    delimited = path.suffix.lower() == ".csv"
    if delimited == head.startswith((_ZIP, _COMPOUND)):
        raise BadFile("renamed-file")
    if delimited:
        return FileKind.DELIMITED
    if head.startswith(_ZIP):
        check_package(path)
    elif _ENCRYPTED in path.read_bytes():
        raise BadFile("encrypted-file")
    return FileKind.WORKBOOK


def check_package(path: Path) -> None:
    """Refuse a workbook whose directory promises too much, or which is another kind of package."""
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise BadFile("damaged-file") from None
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise BadFile("too-large")
    if not any(part.filename.lower().endswith("workbook.xml") for part in parts):
        raise BadFile("renamed-file")


def check_areas(path: Path) -> None:
    """Refuse a workbook whose cells span too wide a rectangle, by their references alone.

    For systems that cannot bound the reader's memory; elsewhere the reader's own limits do.
    """
    with zipfile.ZipFile(path) as package:
        sheets = [part for part in package.infolist() if "worksheets/" in part.filename.lower()]
        for part in sheets:
            with package.open(part) as stream:
                if _area(iter(lambda: stream.read(1 << 20), b"")) > MOST_AREA:
                    raise BadFile("too-large")


def _area(pieces: Iterable[bytes]) -> int:
    rows = columns = 0
    rest = b""
    for piece in pieces:
        rest += piece
        for letters, number in _REFERENCE.findall(rest):
            rows, columns = max(rows, int(number)), max(columns, column_number(letters.decode()))
        rest = rest[-200:]
    return rows * columns


def column_number(letters: str) -> int:
    """1 for ``A``, 27 for ``AA``."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """``A`` for 1, ``AA`` for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

"""``-`` as a file: what is piped in is read like the file that it was."""

import sys
from io import BytesIO, TextIOWrapper

import pytest

from fuelcheck.cli.piped import brought
from tests.cast import sites, write_csv
from tests.laboratory import laboratory_book, sent


@pytest.fixture
def pipe(monkeypatch):
    """Puts bytes on stdin."""

    def put(content):
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(content)))

    return put


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"PK\x03\x04", "stdin.xlsx"), (b"\xd0\xcf\x11\xe0", "stdin.xls"), (b"a,b\n", "stdin.csv"), (b"", "stdin.csv")],
)
def test_the_suffix_follows_from_the_content_and_the_file_goes_with_the_block(pipe, tmp_path, content, name):
    pipe(content)
    with brought(["-", str(tmp_path / "other.csv")]) as (piped, other):
        assert (piped.name, piped.read_bytes(), other) == (name, content, tmp_path / "other.csv")

    assert not piped.exists()


def test_a_ledger_is_brought_from_a_pipe_and_called_stdin(founded, pipe, tmp_path):
    pipe(write_csv(tmp_path / "sites.csv", sites()).read_bytes())
    said = founded("import", "-", "--by", "王敏")

    assert said.code == 0
    assert "stdin.csv" in said.out


def test_results_are_judged_from_a_pipe_as_from_the_file(fuelcheck, pipe, tmp_path):
    book = laboratory_book(tmp_path / "lab.xlsx", sent(2))
    pipe(book.read_bytes())

    assert fuelcheck("judge", "-", "--json").out == fuelcheck("judge", book, "--json").out


@pytest.mark.parametrize("words", [("check", "judge"), ("check", "sensing")])
def test_a_list_that_cannot_be_read_is_refused_by_that_name(fuelcheck, pipe, words):
    pipe(b"PK and nothing more")
    said = fuelcheck(*words, "-")

    assert said.code == 2
    assert "stdin.xlsx" in said.out + said.err


def test_a_document_is_checked_from_a_pipe(founded, pipe):
    pipe(b"%PDF-1.7")
    said = founded("document", "check", "-")

    assert said.code == 1
    assert said.out.startswith("stdin")

"""Ledgers as text, in the encodings and with the separators that offices use."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.ledgers.delimited import decoded, read_delimited
from fuelcheck.ledgers.files import BadFile
from tests.ledgers.desk import write_csv

ROWS = (("抽样单编号", "抽样人员", "备注"), ("A1", "张三;李四", 'he said "a, b"'), ("A2", "㐂", "two\nlines"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encoding_and_separator_are_found(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = write_csv(tmp_path / "a.csv", ROWS, encoding=encoding, delimiter=delimiter)
    assert read_delimited(path) == [list(row) for row in ROWS]


def test_short_rows_are_filled_up_and_blank_ones_keep_their_number(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\n\nc\n", "utf-8")
    assert read_delimited(tmp_path / "a.csv") == [["a", "b"], ["", ""], ["c", ""]]


def test_one_leading_apostrophe_is_removed(tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", [("'=1+1", "''x", "it's", "'001")])
    assert read_delimited(tmp_path / "a.csv") == [["=1+1", "'x", "it's", "001"]]


def test_a_mapping_may_name_the_separator(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b,c;d\n", "utf-8")
    assert read_delimited(tmp_path / "a.csv", ";") == [["a,b,c", "d"]]


@pytest.mark.parametrize("content", ['a,"b\nc,d\n', 'a,"b"c\n'])
def test_a_quotation_mark_in_the_wrong_place_is_refused_and_swallows_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.csv").write_text(content, "utf-8")
    with pytest.raises(BadFile) as refused:
        read_delimited(tmp_path / "a.csv")
    assert refused.value.code == "bad-csv"


def test_bytes_of_no_known_encoding_are_refused() -> None:
    with pytest.raises(BadFile) as refused:
        decoded(b"\xff\xff\x80")
    assert refused.value.code == "bad-encoding"


def test_a_rectangle_beyond_all_bounds_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("," * 10_000 + "\n" + "a\n" * 1_000, "utf-8")
    with pytest.raises(BadFile) as refused:
        read_delimited(tmp_path / "a.csv")
    assert refused.value.code == "too-large"


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_else(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    try:
        rows = read_delimited(tmp_path / "a.csv")
    except BadFile:
        return
    assert len({len(row) for row in rows}) <= 1

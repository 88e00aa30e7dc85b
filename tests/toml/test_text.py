"""A TOML file is either a table or a named refusal."""

from decimal import Decimal
from pathlib import Path

import pytest

from fuelcheck.errors import EnvironmentProblem
from fuelcheck.language import use
from fuelcheck.toml.text import FileRefused, file_text, top_table


def test_fractions_stay_decimal() -> None:
    assert top_table("share = 0.10", "mine.toml").content == {"share": Decimal("0.10")}


def test_line_ends_and_byte_order_mark_of_another_system_change_nothing(tmp_path: Path) -> None:
    text = 'name = "伊川县"\n\nid = "a"\n'
    foreign = tmp_path / "policy.toml"
    foreign.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    assert file_text(foreign) == text


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    file.write_bytes('name = "伊川县"'.encode("gb18030"))

    with pytest.raises(FileRefused) as refusal:
        file_text(file)

    assert [remark.code for remark in refusal.value.remarks] == ["not-utf-8"]


def test_a_file_that_cannot_be_read_is_a_matter_of_the_environment(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem):
        file_text(tmp_path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as refusal:
        file_text(tmp_path / "absent.toml")

    assert [remark.code for remark in refusal.value.remarks] == ["missing-file"]


def test_a_syntax_error_is_named_by_its_line() -> None:
    with use("en"), pytest.raises(FileRefused) as refusal:
        top_table('id = "a"\ndivision = = 3\n', "mine.toml")

    (remark,) = refusal.value.remarks
    assert (remark.code, remark.file, remark.row, remark.value) == ("toml-syntax", "mine.toml", 2, "division = = 3")
    assert "Line 2" in str(refusal.value)


def test_a_file_that_breaks_off_is_named_by_its_last_line() -> None:
    with pytest.raises(FileRefused) as refusal:
        top_table('id = "a"\ndivision', "mine.toml")

    assert refusal.value.remarks[0].row == 2


@pytest.mark.parametrize(
    "text",
    ["a = 1e99999999999999999999", "a = " + "9" * 5000, "a = " + "[" * 100_000],
    ids=["exponent", "long", "deep"],
)
def test_a_number_or_a_nesting_beyond_all_bounds_is_refused(text: str) -> None:
    with pytest.raises(FileRefused) as refusal:
        top_table(text, "mine.toml")

    assert [remark.code for remark in refusal.value.remarks] == ["toml-bounds"]


def test_the_refusal_says_every_mistake_in_the_tongue_in_use() -> None:
    with pytest.raises(FileRefused) as refusal:
        top_table("=", "mine.toml")

    with use("en"):
        assert str(refusal.value) == "mine.toml cannot be used; mistakes: 1\nLine 1 is not TOML: ="

"""Remarks: one catalogue, stable codes, sentences filled when they are read."""

import re
from string import Formatter

from fuelcheck.faults import SENTENCES, Remark
from fuelcheck.language import use


def test_a_code_is_made_of_small_words_and_hyphens() -> None:
    assert [code for code in SENTENCES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)] == []


def test_every_field_of_a_sentence_has_a_name() -> None:
    fields = {
        name for sentence in SENTENCES.values() for _text, name, *_ in Formatter().parse(sentence) if name is not None
    }

    assert all(re.fullmatch(r"[a-z_]+", name) for name in fields)


def test_a_remark_speaks_the_tongue_of_its_reader() -> None:
    remark = Remark(
        "bad-value", column="counting.tasks", value="x", values={"key": "counting.tasks", "allowed": "county"}
    )

    with use("en"):
        assert remark.message == "counting.tasks is x; allowed: county"
    with use("zh"):
        assert remark.message == "counting.tasks 为“x”，应为：county"


def test_as_json_a_remark_has_the_keys_of_the_contract() -> None:
    with use("en"):
        row = Remark("not-utf-8", file="book.csv", row=3).as_json()

    assert row == {
        "code": "not-utf-8", "file": "book.csv", "sheet": "", "row": 3, "column": "", "value": "",
        "message": "The file is not UTF-8 text",
    }  # fmt: skip

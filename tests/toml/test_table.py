"""A table is read key by key; what is wrong is noted with its path."""

import pytest

from fuelcheck.toml.table import Table
from fuelcheck.toml.wanted import text, whole_number


def noted(table: Table) -> list[tuple[str, str, str]]:
    return [(remark.code, remark.column, remark.value) for remark in table.mistakes]


def test_a_key_that_is_absent_takes_its_default_without_a_mistake() -> None:
    table = Table({}, "mine.toml")

    assert table.take_or("name", text(), None) is None
    assert noted(table) == []


def test_a_missing_key_and_a_wrong_one_are_noted_and_reading_goes_on() -> None:
    table = Table({"count": "3", "other": "x"}, "mine.toml")

    assert (table.take("name", text()), table.take("count", whole_number(1))) == ("", 1)
    table.close()

    assert noted(table) == [("missing-key", "name", ""), ("bad-value", "count", "3"), ("unknown-key", "other", "x")]


def test_a_table_inside_shares_the_list_of_mistakes() -> None:
    table = Table({"inner": {"deep": {"x": 1}}}, "mine.toml")

    table.table("inner").table("deep").close()

    assert noted(table) == [("unknown-key", "inner.deep.x", "1")]


def test_an_optional_table_may_be_absent_but_not_another_thing() -> None:
    absent, wrong = Table({}, "mine.toml"), Table({"inner": 3}, "mine.toml")

    assert absent.table("inner", optional=True).content == {}
    assert wrong.table("inner", optional=True).content == {}
    assert noted(absent) == []
    assert noted(wrong) == [("bad-value", "inner", "3")]


def test_an_optional_list_of_tables_may_be_absent() -> None:
    table = Table({}, "mine.toml")

    assert list(table.tables("row", named_by="id", optional=True)) == []
    assert noted(table) == []


def test_a_key_is_sound_when_it_stands_there_and_was_not_refused() -> None:
    table = Table({"a": "x", "b": 3}, "mine.toml")
    table.take("a", text())
    table.take("b", text())

    assert table.sound("a")
    assert not table.sound("a", "b")
    assert not table.sound("c")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (int("f" * 4000, 16), "…"),
        (True, "true"),
        ({"a": 1}, "{…}"),
        (["a", 1, False], "[a, 1, false]"),
        ("two\nlines", "'two\\nlines'"),
        ("x" * 61, "x" * 59 + "…"),
    ],
    ids=["huge", "truth", "table", "list", "lines", "long"],
)
def test_a_value_is_shown_as_it_stands_in_the_file_and_short(value: object, shown: str) -> None:
    table = Table({"key": value}, "mine.toml")

    table.refuse("key", "")

    assert table.mistakes[0].value == shown


def test_a_key_of_strange_characters_is_shown_in_a_printable_way() -> None:
    table = Table({"\n": 1}, "mine.toml")

    table.close()

    assert table.mistakes[0].column == "'\\n'"

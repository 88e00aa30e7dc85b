"""How each mistake in a standard's file is named, and that no text does anything else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.faults import Remark
from fuelcheck.language import use
from fuelcheck.law.load import read_standard
from fuelcheck.law.standards import Clause, OpenQuestion, Season, Standard, Superseded
from fuelcheck.toml.text import FileRefused
from fuelcheck.words import Comparison, Confidence, Product, SiteKind
from tests.law.test_standards import TEXT


def mistakes(text: str) -> tuple[Remark, ...]:
    with use("en"), pytest.raises(FileRefused) as refusal:
        read_standard(text, "mine.toml")
    assert all(remark.message for remark in refusal.value.remarks)
    return refusal.value.remarks


def changed(old: str, new: str) -> str:
    assert TEXT.count(old) >= 1
    return TEXT.replace(old, new, 1)


def test_the_head_says_which_edition_holds_for_what_and_when() -> None:
    standard = read_standard(TEXT, "mine.toml")

    assert (standard.id, standard.phase, standard.products) == ("GB 99999-2030", "VII", {Product.GASOLINE})
    assert (standard.in_force_from, standard.in_force_until) == (date(2030, 1, 1), date(2031, 12, 31))
    assert (standard.in_force_confidence, standard.comparison) == (Confidence.MEMORY, Comparison.ROUNDED)
    assert standard.clauses == (Clause(("92", "95"), "表9"),)


def test_seasons_questions_and_former_editions_are_data() -> None:
    standard = read_standard(TEXT, "mine.toml")

    assert standard.seasons == (
        Season("cold", (10, 1), (3, 31), 15, frozenset({SiteKind.STATION})),
        Season("warm", (4, 1), (9, 30), 0, frozenset()),
    )
    assert standard.questions == (
        OpenQuestion("of_98", "98号未定", date(2030, 2, 1), date(2030, 2, 28), ("lead",), ("98",), True, ("B",)),
    )
    assert standard.superseded == (Superseded("GB 99999-2020", date(2030, 1, 1), "旧版已被代替", ("A",)),)


def test_what_may_be_left_out_is_left_out() -> None:
    text = changed('phase = "VII"\n', "").replace("in_force_until = 2031-12-31\n", "").replace(
        'comparison = "rounded"\n', ""
    )  # fmt: skip
    standard = read_standard(text, "mine.toml")

    assert (standard.phase, standard.in_force_until, standard.comparison) == (None, None, None)
    assert standard.name == "GB 99999-2030"


@pytest.mark.parametrize(
    ("old", "new", "where", "code"),
    [
        ('id = "GB 99999-2030"', 'id = "GB 99999"', "id", "bad-value"),
        ('phase = "VII"', 'phase = "7"', "phase", "bad-value"),
        ('title = "某种汽油"\n', "", "title", "missing-key"),
        ('products = ["gasoline"]', 'products = ["beer"]', "products", "bad-value"),
        ("in_force_until = 2031-12-31", "in_force_until = 2029-12-31", "in_force_until", "bad-value"),
        ('comparison = "rounded"', 'comparison = "half"', "comparison", "bad-value"),
        ('grades = ["92", "95"], text', 'grades = ["0"], text', "clauses[表9].grades", "bad-value"),
        ('{ id = "B"', '{ id = "A"', "sources[A].id", "repeated-value"),
        ('starts = "10-01"', 'starts = "10-02"', "season", "bad-value"),
        ('ends = "09-30"', 'ends = "02-29"', "season[warm].ends", "bad-value"),
        ('id = "warm"', 'id = "cold"', "season[cold].id", "repeated-value"),
        ('["station"]', '["moon"]', "season[cold].replacement_at", "bad-value"),
        ("replacement_days = 15", "replacement_days = 99", "season[cold].replacement_days", "bad-value"),
        ("undecided = true", 'undecided = "yes"', "question[of_98].undecided", "bad-value"),
        ("undecided = true\n", "", "question[of_98].undecided", "missing-key"),
        ("last = 2030-02-28", "last = 2030-01-28", "question[of_98].last", "bad-value"),
        ('items = ["lead"]', 'items = ["gold"]', "question[of_98].items", "bad-value"),
        ('grades = ["98"]', 'grades = ["97"]', "question[of_98].grades", "bad-value"),
        ('sources = ["B"]', 'sources = ["C"]', "question[of_98].sources", "bad-value"),
        ('id = "GB 99999-2020"', 'id = "old"', "superseded[old].id", "bad-value"),
        ("\n[[season]]", "\ncolour = 1\n[[season]]", "colour", "unknown-key"),
    ],
)
def test_a_mistake_in_the_head_is_named_by_its_key(old: str, new: str, where: str, code: str) -> None:
    found = mistakes(changed(old, new))

    assert (found[0].column, found[0].code) == (where, code)


def test_two_seasons_at_once_do_not_make_a_year() -> None:
    text = changed('starts = "10-01"\nends = "03-31"', 'starts = "01-01"\nends = "12-31"').replace(
        'starts = "04-01"\nends = "09-30"', 'starts = "01-01"\nends = "12-31"'
    )

    assert [remark.column for remark in mistakes(text)] == ["season"]


def test_no_season_ends_so_that_the_29th_of_february_is_in_none() -> None:
    text = changed('ends = "03-31"', 'ends = "02-28"').replace('starts = "04-01"', 'starts = "03-01"')

    assert [remark.column for remark in mistakes(text)] == ["season"]


def test_all_mistakes_are_named_at_once() -> None:
    text = changed('title = "某种汽油"\n', "").replace("max = 0.005", "max = true").replace('"98号未定"', "1")

    assert {remark.column for remark in mistakes(text)} == {
        "title",
        "item[lead].limits[#1].max",
        "question[of_98].text",
    }


VALUES = st.sampled_from(
    ["nan", "-inf", "true", '""', '"x"', "[]", "[[1]]", "{}", "[{}]", "0", "-1", "0.5", "1e400", "2025-01-01",
     "12:00:00", '["92"]', '"02-29"', "0x" + "f" * 4000]
)  # fmt: skip


@given(st.data())
def test_any_value_under_any_key_is_a_standard_or_a_named_refusal(data: st.DataObject) -> None:
    lines = TEXT.splitlines()
    keyed = [n for n, line in enumerate(lines) if " = " in line and not line.endswith("[") and line[0] not in "# "]
    number = data.draw(st.sampled_from(keyed))
    lines[number] = f"{lines[number].split(' = ')[0]} = {data.draw(VALUES)}"

    standard, remarks = read("\n".join(lines))
    assert (standard is None) == bool(remarks)
    assert standard is None or all(limit.kind for item in standard.items for limit in item.limits)


def read(text: str) -> tuple[Standard | None, tuple[Remark, ...]]:
    try:
        return read_standard(text, "mine.toml"), ()
    except FileRefused as refusal:
        return None, refusal.remarks

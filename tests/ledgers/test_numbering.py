"""Form numbers for ledgers that have none."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from fuelcheck.ledgers.brought import Brought
from tests.ledgers.desk import SAMPLE_HEADER, SAMPLES, after, brought, codes, county, write_csv

BARE = [row[1:] for row in SAMPLES]
NOTED = (*SAMPLE_HEADER[1:], "备注")


def noted(note: str, row: int = 1) -> tuple[str, ...]:
    """A row without a form number and with a note."""
    return (*BARE[row], note)


def state(answer: Brought) -> dict[str, dict[str, str]]:
    return {row.key[0]: dict(row.values) for row in answer.rows if row.kind == "samples"}


def forms(answer: Brought) -> list[str]:
    return list(state(answer))


def notes(answer: Brought) -> dict[str, str]:
    return {form: values.get("note", "") for form, values in state(answer).items()}


def test_a_number_follows_from_site_day_product_and_grade(tmp_path: Path) -> None:
    book = county(tmp_path, samples=BARE, samples_header=SAMPLE_HEADER[1:])
    keys = [row.key[0] for row in brought(book, number_missing="YC").rows if row.kind == "samples"]
    assert keys == ["YC-S001-20250309-D0", "YC-S001-20250309-E92", "YC-S002-20250310-U"]


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    book = county(tmp_path, samples=[*BARE, noted("x"), BARE[0]], samples_header=NOTED)
    first = brought(book, number_missing="YC")
    again = brought(book, number_missing="YC", known=after(first))
    assert (first.sheets[1].new, first.sheets[1].same, again.sheets[1].same) == (4, 1, 5)


def test_the_same_row_twice_is_one_batch_and_that_is_said(tmp_path: Path) -> None:
    answer = brought(county(tmp_path, samples=[BARE[1], BARE[1]], samples_header=NOTED), number_missing="YC")
    assert forms(answer) == ["YC-S001-20250309-E92"]
    (notice,) = answer.notices
    assert (notice.code, notice.row, notice.column) == ("row-repeated", 3, "抽样单编号")
    assert notice.message == "The same row already stands in row 2 of 抽样: without a form number it is one batch"


def test_the_same_row_in_two_monthly_files_is_one_batch_and_that_is_said(tmp_path: Path) -> None:
    months = [county(tmp_path, samples=BARE, samples_header=SAMPLE_HEADER[1:])]
    months.append(write_csv(tmp_path / "2月.csv", [NOTED, noted("", 2), noted("", 1)]))
    answer = brought(*months, number_missing="YC")
    assert len(forms(answer)) == 3
    assert [(n.code, n.file, n.row) for n in answer.notices] == [
        ("row-repeated", "2月.csv", 2),
        ("row-repeated", "2月.csv", 3),
    ]
    assert "row 4 of book.xlsx › 抽样" in answer.notices[0].message


def test_rows_that_differ_in_any_cell_are_batches_of_their_own_and_that_is_said(tmp_path: Path) -> None:
    book = county(tmp_path, samples=[noted("2号罐"), noted("1号罐"), noted("")], samples_header=NOTED)
    answer = brought(book, number_missing="YC")
    assert notes(answer) == {
        "YC-S001-20250309-E92": "",
        "YC-S001-20250309-E92-2": "1号罐",
        "YC-S001-20250309-E92-3": "2号罐",
    }
    assert [(n.code, n.row, n.values["columns"]) for n in answer.notices] == [
        ("numbered-apart", 3, "备注"),
        ("numbered-apart", 4, "备注"),
    ]
    assert "Row 2 of 抽样" in answer.notices[0].message


written = st.tuples(st.sampled_from(["", "1号罐", "2号罐"]), st.sampled_from([0, 1]), st.sampled_from(["", "W8", "W9"]))


@settings(max_examples=25)
@given(rows=st.lists(written, min_size=1, max_size=6), data=st.data())
def test_the_state_does_not_depend_on_the_order_of_rows_or_how_files_are_cut(
    tmp_path: Path, rows: list[tuple[str, int, str]], data: st.DataObject
) -> None:
    cells = [(*noted(note, kind)[:5], report, "", "合格" if report else "", note) for note, kind, report in rows]
    turned = data.draw(st.permutations(cells))
    cut = data.draw(st.integers(0, len(cells)))
    sites = county(tmp_path, samples=())
    whole = brought(sites, write_csv(tmp_path / "a.csv", [NOTED, *cells]), number_missing="YC")
    parts = [
        write_csv(tmp_path / name, [NOTED, *some]) for name, some in (("b.csv", turned[:cut]), ("c.csv", turned[cut:]))
    ]
    assert state(brought(sites, *parts, number_missing="YC")) == state(whole)


def test_next_month_s_ledger_finds_its_own_batches_again(tmp_path: Path) -> None:
    first = brought(county(tmp_path, samples=[noted("z"), noted("a")], samples_header=NOTED), number_missing="YC")
    known = after(first)
    reported = [(*noted(note)[:5], report, "2025-03-20", "合格", note) for note, report in (("z", "W1"), ("a", "W2"))]
    book = county(tmp_path, samples=[*reported, noted("0")], samples_header=NOTED)
    answer = brought(book, number_missing="YC", known=known)
    assert [(row.key[0], row.state) for row in answer.rows if row.kind == "samples"] == [
        ("YC-S001-20250309-E92-2", "filled"),
        ("YC-S001-20250309-E92", "filled"),
        ("YC-S001-20250309-E92-3", "new"),
    ]


def test_a_further_batch_finds_its_own_row_when_it_comes_alone(tmp_path: Path) -> None:
    known = after(
        brought(county(tmp_path, samples=[noted("a"), noted("b")], samples_header=NOTED), number_missing="YC")
    )
    answer = brought(county(tmp_path, samples=[noted("b")], samples_header=NOTED), number_missing="YC", known=known)
    assert [(row.key[0], row.state) for row in answer.rows if row.kind == "samples"] == [
        ("YC-S001-20250309-E92-2", "same")
    ]


def test_a_row_that_contradicts_the_store_s_is_a_conflict_and_no_further_batch(tmp_path: Path) -> None:
    known = after(brought(county(tmp_path, samples=[noted("a")], samples_header=NOTED), number_missing="YC"))
    answer = brought(county(tmp_path, samples=[noted("b")], samples_header=NOTED), number_missing="YC", known=known)
    assert [(conflict.code, conflict.column) for conflict in answer.conflicts] == [("differs", "备注")]


def test_a_number_that_ends_in_a_grade_is_no_further_one(tmp_path: Path) -> None:
    fuel = [("2025-03-09", "S001", "普通柴油", grade, *BARE[0][4:]) for grade in ("-10", "")]
    known = after(brought(county(tmp_path, samples=fuel[:1], samples_header=NOTED), number_missing="YC"))
    answer = brought(county(tmp_path, samples=fuel[1:], samples_header=NOTED), number_missing="YC", known=known)
    assert (forms(answer), answer.conflicts) == (["YC-S001-20250309-X"], ())


def test_numbers_that_are_there_are_kept(tmp_path: Path) -> None:
    book = county(tmp_path, samples=[SAMPLES[0], ("", *SAMPLES[1][1:])])
    keys = [row.key[0] for row in brought(book, number_missing="YC").rows if row.kind == "samples"]
    assert keys == ["A1", "YC-S001-20250309-E92"]


def test_without_a_prefix_a_missing_number_is_refused(tmp_path: Path) -> None:
    book = county(tmp_path, samples=[("", *SAMPLES[1][1:])])
    assert codes(brought(book)) == {"missing-cell"}


def test_a_row_that_lacks_a_part_has_its_own_fault_and_no_second_one(tmp_path: Path) -> None:
    book = county(tmp_path, samples=[("", "昨天", *SAMPLES[1][2:])])
    assert codes(brought(book, number_missing="YC")) == {"bad-day"}

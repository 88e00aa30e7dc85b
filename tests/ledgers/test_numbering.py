"""Form numbers for ledgers that have none."""

from pathlib import Path

from tests.ledgers.desk import SAMPLE_HEADER, SAMPLES, after, brought, codes, county

BARE = [row[1:] for row in SAMPLES]


def test_a_number_follows_from_site_day_product_and_grade(tmp_path: Path) -> None:
    book = county(tmp_path, samples=BARE, samples_header=SAMPLE_HEADER[1:])
    keys = [row.key[0] for row in brought(book, number_missing="YC").rows if row.kind == "samples"]
    assert keys == ["YC-S001-20250309-D0", "YC-S001-20250309-E92", "YC-S002-20250310-U"]


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    book = county(tmp_path, samples=[*BARE, BARE[0]], samples_header=SAMPLE_HEADER[1:])
    first = brought(book, number_missing="YC")
    again = brought(book, number_missing="YC", known=after(first))
    assert (first.sheets[1].new, again.sheets[1].same) == (4, 4)


def test_batches_alike_in_all_of_these_are_counted(tmp_path: Path) -> None:
    book = county(tmp_path, samples=[BARE[1], BARE[1], BARE[1]], samples_header=SAMPLE_HEADER[1:])
    keys = [row.key[0] for row in brought(book, number_missing="YC").rows if row.kind == "samples"]
    assert keys == ["YC-S001-20250309-E92", "YC-S001-20250309-E92-2", "YC-S001-20250309-E92-3"]


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

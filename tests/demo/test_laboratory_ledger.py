"""The laboratories' workbook, judged without a store as any laboratory's would be."""

from collections import Counter
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from fuelcheck.demo import RESULTS_FILE, laboratories, names, write_county, write_results
from fuelcheck.demo.paper import EXAMPLE
from fuelcheck.judging import JudgedFile, judge_files
from fuelcheck.words import Verdict

SEEDS = [2025, 3, 11]


@pytest.fixture(scope="module", params=SEEDS)
def judged(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> JudgedFile:
    folder = tmp_path_factory.mktemp("laboratory")
    books = write_county(folder, request.param) + write_results(folder, request.param)
    return judge_files(books[1:], programme="yichuan-2025-example")


def test_nothing_is_refused_and_every_reported_batch_is_judged(judged: JudgedFile) -> None:
    assert not judged.faults
    assert len(judged.batches) == sum(batch.laboratory is not None for batch in judged.batches) > 190


def test_three_conclusions_contradict_the_results(judged: JudgedFile) -> None:
    differing = Counter(str(batch.laboratory) for batch in judged.batches if batch.differs)

    assert differing == {"pass": 2, "fail": 1}


def test_one_is_undecided_by_its_figure_and_one_because_an_item_was_forgotten(judged: JudgedFile) -> None:
    undecided = [batch for batch in judged.batches if batch.verdict.verdict is Verdict.UNDECIDED]

    assert len(undecided) == 2
    assert any(line.value == "10.3" for batch in undecided for line in batch.reported.results)
    assert any("冷滤点" not in {line.item for line in batch.reported.results} for batch in undecided)


def test_every_laboratory_has_a_sheet_that_says_that_it_is_an_example(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write_results(tmp_path)[0])

    assert set(book.sheetnames) == {*names.COUNTY_LABORATORIES, names.CITY_LABORATORY, names.PROVINCE_LABORATORY}
    assert all(str(sheet["A2"].value).startswith(EXAMPLE) for sheet in book)
    assert all(sheet.title in str(sheet["A2"].value) for sheet in book)


def test_the_province_laboratory_is_not_in_the_register() -> None:
    entered = {one.name for one in laboratories()}

    assert names.PROVINCE_LABORATORY not in entered
    assert set(names.COUNTY_LABORATORIES) <= entered
    assert all(one.items and one.products for one in laboratories())


def test_what_stood_in_october_stands_unchanged_in_december(tmp_path: Path) -> None:
    def rows(until: date) -> set[tuple[object, ...]]:
        book = openpyxl.load_workbook(write_results(tmp_path / str(until), until=until)[0])
        sheets = (sheet.iter_rows(min_row=4, min_col=2, max_col=6, values_only=True) for sheet in book)
        return {row[3:] for sheet in sheets for row in sheet if row[3]}

    assert rows(date(2025, 10, 31)) <= rows(date(2025, 12, 31))


def test_the_file_is_named_as_the_demo_says(tmp_path: Path) -> None:
    assert [path.name for path in write_results(tmp_path)] == [RESULTS_FILE]

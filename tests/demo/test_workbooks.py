"""The workbooks are as untidy as promised, and the same whenever they are made."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from fuelcheck.demo import SAMPLES_FILE, SITES_FILE, write_county
from fuelcheck.demo.paper import EXAMPLE

OCTOBER_END, YEAR_END = date(2025, 10, 31), date(2025, 12, 31)

Books = dict[str, openpyxl.Workbook]


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Books:
    paths = write_county(tmp_path_factory.mktemp("county"))
    return {path.name: openpyxl.load_workbook(path) for path in paths}


@pytest.fixture(scope="module")
def sites(books: Books) -> openpyxl.Workbook:
    return books[SITES_FILE]


@pytest.fixture(scope="module")
def samples(books: Books) -> openpyxl.Workbook:
    return books[SAMPLES_FILE]


def cells_of(book: openpyxl.Workbook) -> list[object]:
    return [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    once, again, other = (write_county(tmp_path / name, seed) for name, seed in (("a", 1), ("b", 1), ("c", 2)))

    assert [p.read_bytes() for p in once] == [p.read_bytes() for p in again]
    assert all(p.read_bytes() != q.read_bytes() for p, q in zip(once, other, strict=True))


def test_every_sheet_says_that_it_is_an_example(books: Books) -> None:
    for book in books.values():
        assert all(str(sheet["A2"].value).startswith(EXAMPLE) for sheet in book)


def test_there_is_a_sheet_for_every_month_and_one_is_hidden(samples: openpyxl.Workbook) -> None:
    assert samples.sheetnames == [*(f"{month}月" for month in range(1, 13)), "未抽到样品"]
    assert [sheet.title for sheet in samples if sheet.sheet_state != "visible"] == ["2月"]


def test_headers_change_over_the_year(samples: openpyxl.Workbook) -> None:
    headers = {name: {c.value for row in samples[name].iter_rows(1, 5) for c in row} for name in samples.sheetnames}

    assert {"油品", "加油站名称"} <= headers["1月"]
    assert {"样品名称", "规格型号", "抽样情况", "检验报告情况"} <= headers["6月"]
    assert "抽样基数（L）" in headers["11月"]


def test_cells_are_merged_over_the_batches_of_a_visit(samples: openpyxl.Workbook) -> None:
    tall = [r for r in samples["6月"].merged_cells.ranges if r.min_row > 5 and r.size["rows"] > 1]

    assert {r.min_col for r in tall} == {3, 4, 7}


def test_sums_notes_and_signatures_stand_among_the_rows(samples: openpyxl.Workbook) -> None:
    first = [str(c.value) for c in samples["6月"]["A"] if c.value is not None]

    assert "小计" in first
    assert [text[:3] for text in first[-3:]] == ["合计", "注：本", "填表人"]


def test_days_are_true_dates_and_typed_ones(samples: openpyxl.Workbook) -> None:
    days = [cell.value for name in samples.sheetnames[:12] for cell in samples[name]["C"]]

    assert any(isinstance(day, datetime) for day in days)
    assert any(isinstance(day, str) and day.count(".") == 2 for day in days)
    assert any(isinstance(day, str) and "年" in day and "月" in day and "日" in day for day in days)


def test_grades_are_numbers_texts_and_full_width(samples: openpyxl.Workbook) -> None:
    grades = {cell.value for name in samples.sheetnames[3:12] for cell in samples[name]["F"]}

    assert {92, "92#", "９２＃", "0#", 0} <= grades


def test_no_cell_is_a_formula(books: Books) -> None:
    values = [v for book in books.values() for v in cells_of(book) if isinstance(v, str)]

    assert not [v for v in values if v.startswith("=")]


def test_the_sites_are_grouped_by_township_with_a_sum_under_each(sites: openpyxl.Workbook) -> None:
    first = [cell.value for cell in sites["站点"]["A"]]

    assert first.count("小计") >= 15
    assert sum(isinstance(n, int) for n in first) == 100


def test_in_october_december_is_not_yet_there(tmp_path: Path) -> None:
    october, full = (write_county(tmp_path / str(day), until=day) for day in (OCTOBER_END, YEAR_END))
    months = openpyxl.load_workbook(october[1]).sheetnames
    closings = [
        [c.value for c in openpyxl.load_workbook(paths[0])["站点"]["P"] if c.value is not None]
        for paths in (october, full)
    ]

    assert months == [*(f"{month}月" for month in range(1, 11)), "未抽到样品"]
    assert [len(column) for column in closings] == [1, 2]


def test_an_edition_before_any_change_has_empty_tables(tmp_path: Path) -> None:
    sites, samples = write_county(tmp_path, until=date(2025, 1, 31))

    assert openpyxl.load_workbook(samples).sheetnames == ["1月", "未抽到样品"]
    assert openpyxl.load_workbook(sites)["站点变更"]["A5"].value == "合计"

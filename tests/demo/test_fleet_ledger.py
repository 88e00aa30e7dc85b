"""Two departments' vehicle lists: each in its own words, some vehicles in both."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from fuelcheck.demo import POLICE_FILE, TRANSPORT_FILE, write_vehicles
from fuelcheck.demo.paper import EXAMPLE
from fuelcheck.ledgers.reading import read_tables

Books = dict[str, openpyxl.Workbook]


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Books:
    return {path.name: openpyxl.load_workbook(path) for path in write_vehicles(tmp_path_factory.mktemp("fleet"))}


def column(book: openpyxl.Workbook, sheet: str, header: str) -> list[object]:
    """The cells under a header of the first five rows, of the rows with a running number."""
    place = next(c.column for row in book[sheet].iter_rows(1, 5) for c in row if c.value == header)
    return [row[place - 1].value for row in book[sheet].iter_rows() if isinstance(row[0].value, int)]


def test_every_sheet_says_that_it_is_an_example_and_whose_it_is(books: Books) -> None:
    for name, office in ((TRANSPORT_FILE, "交通运输局"), (POLICE_FILE, "交通警察大队")):
        for sheet in books[name]:
            assert str(sheet["A2"].value).startswith(EXAMPLE)
            assert office in str(sheet["A2"].value)


def test_the_departments_name_the_same_columns_otherwise(books: Books) -> None:
    assert len(column(books[TRANSPORT_FILE], "货运", "车牌号码")) == 69
    assert len(column(books[POLICE_FILE], "货车", "号牌号码")) > 200


def test_vans_and_mixers_stand_in_both_lists(books: Books) -> None:
    transport = {str(vin).upper() for vin in column(books[TRANSPORT_FILE], "货运", "车架号")}
    police = set(column(books[POLICE_FILE], "货车", "车辆识别代号"))

    assert len(transport & police) == 69


def test_words_and_gaps_are_uneven(books: Books) -> None:
    energies = set(column(books[TRANSPORT_FILE], "客运", "燃料种类"))
    stages = column(books[POLICE_FILE], "货车", "排放标准")

    assert {"纯电动", "纯电", "电动"} <= energies
    assert None in column(books[TRANSPORT_FILE], "客运", "车架号")
    assert any(isinstance(stage, int) for stage in stages)
    assert {"国三", "国Ⅴ", "国6"} <= {str(stage) for stage in stages}
    assert any("·" in str(plate) for plate in column(books[POLICE_FILE], "货车", "号牌号码"))


def test_the_tables_are_found_without_a_mapping(tmp_path: Path) -> None:
    read = read_tables(write_vehicles(tmp_path, until=date(2025, 6, 30)))

    assert not read.faults
    assert {table.sheet for table in read.tables} == {"客运", "货运", "货车", "其他车辆"}

"""The officers' workbook of checks, read and judged as anybody's."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from fuelcheck.demo import CHECKS_FILE, patrols, write_checks
from fuelcheck.demo.fleet import build
from fuelcheck.demo.paper import EXAMPLE
from fuelcheck.ledgers.roadside import read_checks


@pytest.mark.parametrize("seed", [2025, 3, 11])
def test_all_checks_are_read_without_a_fault_as_they_were_made(tmp_path: Path, seed: int) -> None:
    read = read_checks(write_checks(tmp_path, seed))
    made = patrols.build(seed, build(seed))

    assert not read.faults
    assert [(one.check.record_no, one.check.checked_on, one.plate) for one in read.checks] == [
        (stop.record_no, stop.day, stop.vehicle.plate) for stop in made
    ]
    assert [(one.check.method, one.check.readings, one.check.obd) for one in read.checks] == [
        (stop.method, stop.readings, stop.obd) for stop in made
    ]


def test_there_is_a_sheet_a_quarter_and_each_says_that_it_is_an_example(tmp_path: Path) -> None:
    path = write_checks(tmp_path)[0]
    book = openpyxl.load_workbook(path)

    assert path.name == CHECKS_FILE
    assert book.sheetnames == ["一季度", "二季度", "三季度", "四季度"]
    assert all(str(sheet["A2"].value).startswith(EXAMPLE) for sheet in book)


def test_moments_are_true_ones_and_typed_ones(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(write_checks(tmp_path)[0])["二季度"]
    moments = [row[3].value for row in sheet.iter_rows() if isinstance(row[0].value, int)]

    assert any(isinstance(moment, datetime) and moment.hour for moment in moments)
    assert any(isinstance(moment, str) and ":" in moment for moment in moments)


def test_by_june_the_second_half_is_not_there(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write_checks(tmp_path, until=date(2025, 6, 30))[0])

    assert book.sheetnames == ["一季度", "二季度"]


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    once, again = (write_checks(tmp_path / name)[0].read_bytes() for name in ("a", "b"))

    assert once == again

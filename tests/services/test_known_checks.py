"""Checks in the words of the ledger: masked unless asked for, and a driver who is compared and not told."""

import pytest

from fuelcheck.library.checks import erase_personal
from fuelcheck.rules.masking import HIDDEN
from fuelcheck.services.known_checks import check_rows, is_driver
from tests.cast import DRIVER, REVIEWER, clean_check, road_check


@pytest.fixture
def drivers(county):
    def shown(in_full=False):
        with county.store.reading() as view:
            return {row["record_no"]: row["driver"] for row in check_rows(view, in_full=in_full)}

    return shown


@pytest.fixture
def same(county):
    def ask(record_no, name):
        with county.store.reading() as view:
            return is_driver(view)(record_no, name)

    return ask


def test_names_are_masked_unless_they_are_asked_for(county, drivers):
    county.take([road_check("R1"), clean_check("R2", 驾驶人="")])

    assert drivers() == {"R1": "欧阳**", "R2": ""}
    assert drivers(in_full=True) == {"R1": DRIVER, "R2": ""}


def test_a_driver_is_compared_and_not_told(county, same):
    county.take([road_check("R1"), clean_check("R2", 驾驶人="")])

    assert same("R1", DRIVER)
    assert [same(record_no, "张三") for record_no in ("R1", "R2", "R9")] == [False] * 3


def test_of_an_erased_driver_nobody_can_tell(county, drivers, same):
    county.take([road_check("R1")])
    erase_personal(county.store, "R1", reason="本人申请", by=REVIEWER)

    assert same("R1", DRIVER) is None
    assert drivers(in_full=True) == {"R1": HIDDEN}

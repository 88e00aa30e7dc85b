"""All that is kept about a plate or VIN: rows, history and checks at the roadside."""

import pytest

from fuelcheck.standing.vehicle_record import UnknownVehicle, vehicle_record
from fuelcheck.store.acts import columns_of
from tests.cast import CLERK

VIN = "LZZ5CLSB9GA000001"


def check(record_no, **cells):
    empty = dict.fromkeys(columns_of("roadside_check"))
    told = {"checked_at": "2025-03-09 09:10", "checked_on": "2025-03-09", "officers": "李娜;赵强", "status": "valid"}
    return empty | told | {"record_no": record_no, "plate": "豫C12345"} | cells


@pytest.fixture
def record(county):
    """The record of a plate or VIN."""

    def of(called):
        with county.store.reading() as view:
            return vehicle_record(view, called)

    return of


def test_checks_are_found_by_plate_and_by_the_vin_of_the_vehicle(county, record):
    county.take([{"号牌号码": "豫C12345", "用途": "货车", "能源": "柴油", "车架号": VIN}])
    with county.store.act("record", CLERK) as act:
        act.create("roadside_check", check("R2", checked_at="2025-04-01 09:10"))
        act.create("roadside_check", check("R1", vin=VIN))
        act.create("roadside_check", check("R0", plate="豫C99999", vin=VIN, checked_at="2025-01-01"))
        act.create("roadside_check", check("R3", plate="豫C88888"))

    assert [row["record_no"] for row in record("豫C12345").checks] == ["R0", "R1", "R2"]
    assert [row["record_no"] for row in record(VIN).checks] == ["R0", "R1"]


def test_a_vehicle_that_was_only_checked_has_a_record(county, record):
    with county.store.act("record", CLERK) as act:
        act.create("roadside_check", check("R1"))

    found = record("豫C·12345")
    assert (found.vehicles, found.steps, len(found.checks)) == ((), (), 1)


def test_nothing_is_no_record(record):
    with pytest.raises(UnknownVehicle):
        record("豫C12345")

"""When a vehicle was here, and whether two can have borne the plate one after the other."""

import pytest

from fuelcheck.ledgers.vehicle_rows import apart, stay


@pytest.mark.parametrize(
    ("cells", "span"),
    [
        ({}, ("", "")),
        ({"registered_on": "2015-01-01"}, ("2015-01-01", "")),
        ({"registered_on": "2015-01-01", "moved_in_on": "2016-01-01"}, ("2016-01-01", "")),
        ({"moved_out_on": "2020-01-01", "scrapped_on": "2021-01-01"}, ("", "2020-01-01")),
        (
            {"registered_on": "2015-01-01", "moved_out_on": "2018-01-01", "moved_in_on": "2020-01-01"},
            ("2015-01-01", ""),
        ),
    ],
)
def test_the_days_of_a_vehicle_make_its_stay(cells: dict[str, str], span: tuple[str, str]) -> None:
    assert stay(cells) == span


@pytest.mark.parametrize(("came", "follows"), [("2025-02-28", False), ("2025-03-01", True), ("2025-03-02", True)])
def test_the_next_vehicle_may_come_on_the_day_on_which_the_first_left(came: str, follows: bool) -> None:
    first, second = {"scrapped_on": "2025-03-01"}, {"registered_on": came}

    assert apart(first, second) is apart(second, first) is follows
    assert not apart(first, {})

"""A remembered check: when it was, and whether it stands."""

from dataclasses import replace

import pytest

from fuelcheck.rules.roadside.fact import CheckFact
from tests.rules.roadside.law import CLEAN, MARCH

FACT = CheckFact(CLEAN, "2025-03-09T09:10:00+08:00", MARCH, "豫C12345")


@pytest.mark.parametrize(
    ("checked_at", "when"),
    [("2025-03-09T09:10:30+08:00", "2025-03-09 09:10"), ("2025-03-09T00:00:00+08:00", "2025-03-09")],
)
def test_midnight_is_a_day_of_which_no_more_is_known(checked_at: str, when: str) -> None:
    assert replace(FACT, checked_at=checked_at).when == when


def test_a_check_is_void_even_where_nobody_said_why() -> None:
    assert not FACT.void
    assert replace(FACT, voided="").void
    assert FACT.record_no == "R1"

"""Measures are reported, not computed: held against the demand, and never met without data."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules.measures import Reported, evaluate_measures
from tests.rules.fleets import YEAR_END, YICHUAN

CLEAN, CONTAINERS = "clean_transport_share", "container_rail_road_growth"
ROAD, PLANTS = "road_freight_share", "power_plant_rail_share"


def measure(id_, figures, as_of=YEAR_END):
    reported = [Reported(id_, year, Decimal(value), "县交通运输局", "年报") for year, value in figures]
    return next(status for status in evaluate_measures(YICHUAN, as_of, reported) if status.measure.id == id_)


def test_yichuan_has_four_measures_of_clause_ten():
    assert [(m.id, m.clause, m.required, m.base_year) for m in YICHUAN.measures] == [
        (CLEAN, "10", Decimal("0.80"), None),
        (CONTAINERS, "10", Decimal("0.15"), 2022),
        (ROAD, "10", Decimal("-0.025"), 2022),
        (PLANTS, "10", Decimal("0.80"), None),
    ]


@pytest.mark.parametrize("id_", [CLEAN, CONTAINERS, ROAD, PLANTS])
def test_without_a_figure_nothing_is_met(id_):
    status = measure(id_, [])

    assert (status.achieved, status.met, status.latest, status.overdue) == (None, None, None, False)
    assert measure(id_, [], date(2026, 1, 1)).overdue


@pytest.mark.parametrize(("value", "met"), [("0.80", True), ("0.7999", False), ("0.85", True)])
def test_a_level_is_held_against_the_latest_figure(value, met):
    status = measure(CLEAN, [(2024, "0.99"), (2025, value)])

    assert (status.achieved, status.met) == (Decimal(value), met)


@pytest.mark.parametrize(
    ("figures", "achieved", "met"),
    [
        ([(2022, "1000"), (2025, "1520.875")], "0.1500", True),
        ([(2022, "1000"), (2025, "1520.874")], "0.1500", False),
        ([(2022, "1000"), (2023, "1200")], "0.2000", True),
        ([(2022, "1000"), (2025, "0")], "-1.0000", False),
        ([(2025, "1500")], None, None),
        ([(2022, "1000")], None, None),
        ([(2022, "0"), (2025, "1500")], None, None),
    ],
)
def test_growth_is_compounded_from_the_base_year(figures, achieved, met):
    status = measure(CONTAINERS, figures)

    assert status.achieved == (None if achieved is None else Decimal(achieved))
    assert status.met is met


@pytest.mark.parametrize(
    ("latest", "achieved", "met"), [("0.675", "-0.0250", True), ("0.676", "-0.0240", False), ("0.60", "-0.1000", True)]
)
def test_a_change_is_in_points_against_the_base_year(latest, achieved, met):
    status = measure(ROAD, [(2022, "0.70"), (2025, latest)])

    assert (status.achieved, status.met) == (Decimal(achieved), met)


def test_a_figure_of_a_year_to_come_is_left_out():
    assert measure(CLEAN, [(2026, "0.9")]).latest is None


def test_the_last_figure_of_a_year_holds():
    assert measure(CLEAN, [(2025, "0.9"), (2025, "0.7")]).met is False


@pytest.mark.parametrize("value", ["NaN", "Infinity", "sNaN", "1E+999999", "1E-999999"])
def test_a_value_that_is_no_figure_is_no_data(value):
    assert measure(CONTAINERS, [(2022, value), (2025, value)]).met is None


@given(st.lists(st.tuples(st.integers(-5, 9999), st.decimals()), max_size=6), st.dates())
def test_no_figure_raises(figures, day):
    for id_ in (CLEAN, CONTAINERS, ROAD):
        status = measure(id_, figures, day)

        assert (status.achieved is None) == (status.met is None)

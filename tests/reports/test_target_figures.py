"""Figures of targets: rounded down where rounding could feign a goal, with the digits that they have."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.reports.sentences import sentences
from fuelcheck.reports.target_figures import (
    Share,
    measure_achieved,
    measure_required,
    measure_result,
    percent,
    reported_text,
    required_text,
    result_of,
)
from fuelcheck.rules.measures import Reported, evaluate_measures
from fuelcheck.rules.targets import evaluate_targets
from tests.rules.fleets import YEAR_END, YICHUAN, many

SAY = sentences("targets")


@given(st.integers(1, 100_000), st.data(), st.sampled_from([Decimal("0.9"), Decimal("0.905"), Decimal(1)]))
def test_a_share_below_its_line_is_never_written_as_if_it_reached_it(denominator, data, line):
    numerator = data.draw(st.integers(0, denominator))
    share = Share(numerator, denominator)

    assert share.value <= Decimal(numerator) / denominator
    assert (share.value >= line) == (numerator >= line * denominator)


def test_a_share_of_nothing_is_not_applicable():
    assert (Share(0, 0).value, Share(0, 0).text) == (None, "—")


@pytest.mark.parametrize(
    ("share", "text"), [("1", "100%"), ("0.90", "90%"), ("0.9050", "90.5%"), ("0", "0%"), ("-0.01", "-1%")]
)
def test_a_demand_has_the_digits_that_it_needs(share, text):
    assert percent(Decimal(share)) == text


def by_id(*figures):
    return {one.measure.id: one for one in evaluate_measures(YICHUAN, YEAR_END, figures)}


def test_measures_say_demand_figure_and_result_in_their_own_way():
    found = by_id(
        Reported("clean_transport_share", 2025, Decimal("0.815"), "局"),
        Reported("container_rail_road_growth", 2022, Decimal(1200), "局"),
        Reported("container_rail_road_growth", 2025, Decimal(1825), "局"),
        Reported("road_freight_share", 2022, Decimal("0.74"), "局"),
        Reported("road_freight_share", 2025, Decimal("0.71"), "局"),
    )
    told = {
        id_: (
            measure_required(one.measure, SAY),
            reported_text(one, SAY),
            measure_achieved(one, SAY),
            measure_result(one),
        )
        for id_, one in found.items()
    }

    assert told == {
        "clean_transport_share": ("80%以上", "2025年81.5%", "81.5%", "met"),
        "container_rail_road_growth": ("年均增长15%以上", "2022年1200标准箱，2025年1825标准箱", "15%", "unmet"),
        "road_freight_share": ("降低2.5个百分点", "2022年74%，2025年71%", "降低3个百分点", "met"),
        "power_plant_rail_share": ("80%以上", "—", "—", "no_figure"),
    }


def test_a_figure_without_its_base_year_is_not_judged():
    found = by_id(Reported("road_freight_share", 2025, Decimal("0.71"), "局"))["road_freight_share"]

    assert (measure_result(found), measure_achieved(found, SAY)) == ("no_base", "—")


def test_targets_say_demand_and_result():
    lines = {line.target.id: line for line in evaluate_targets(YICHUAN, YEAR_END, many(10, 9)).lines}

    assert (required_text(lines["bus_new_energy"], SAY), result_of(lines["bus_new_energy"])) == ("100%", "unmet")
    assert (required_text(lines["old_diesel_trucks"], SAY), result_of(lines["old_diesel_trucks"])) == (
        "0辆",
        "no_vehicles",
    )
    assert required_text(lines["muck_truck_new_energy"], SAY) == "—"
    assert result_of(lines["postal_new_energy"]) == "no_vehicles"

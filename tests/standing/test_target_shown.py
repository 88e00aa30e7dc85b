"""The JSON object of the vehicle targets: keys and values of the contract."""

import json
from datetime import date
from decimal import Decimal

import pytest

from fuelcheck.rules.measures import Reported, evaluate_measures
from fuelcheck.rules.purchase_plan import Purchase, plan_effect
from fuelcheck.rules.target_pace import progress
from fuelcheck.rules.targets import evaluate_targets
from fuelcheck.standing.target_shown import plan_object, targets_object
from fuelcheck.words import Area, Energy, Stage
from tests.rules.fleets import BUS, TRUCK, YEAR_END, YICHUAN, many, share_target, vehicle, with_targets

CONTRACT_KEYS = {
    "id", "clause", "kind", "numerator", "denominator", "required", "met", "deadline", "interpretation", "exempt",
    "unknown",
}  # fmt: skip
FLEET = [
    *many(100, 92),
    *many(3, 0, exemption="应急"),
    *(vehicle(f"T{n}", TRUCK, Energy.DIESEL, stage=Stage.THREE, area=Area.OTHER) for n in range(17)),
    *(vehicle(f"U{n}", TRUCK, Energy.DIESEL, area=Area.OTHER) for n in range(4)),
]


@pytest.fixture(scope="module")
def shown():
    return targets_object("410329", evaluate_targets(YICHUAN, YEAR_END, FLEET))


def by_id(shown):
    return {line["id"]: line for line in shown["targets"]}


def test_the_head_of_the_object(shown):
    assert (shown["division"], shown["as_of"], shown["policy"]["id"]) == ("410329", "2025-12-31", "yichuan-2024-15")
    assert shown["policy"]["expired_on"] == "2025-09-30"


def test_a_share_as_the_contract_shows_it(shown):
    bus = by_id(shown)["bus_new_energy"]

    assert {key: bus[key] for key in CONTRACT_KEYS} == {
        "id": "bus_new_energy", "clause": "11.1", "kind": "share", "numerator": 92, "denominator": 100,
        "required": "1.00", "met": False, "deadline": "2025-12-31", "interpretation": True, "exempt": 3, "unknown": 0,
    }  # fmt: skip


def test_a_zero_target_as_the_contract_shows_it(shown):
    trucks = by_id(shown)["old_diesel_trucks"]
    contract = {key: trucks[key] for key in ("clause", "kind", "numerator", "required", "met", "unknown")}

    assert contract == {"clause": "11.2", "kind": "zero", "numerator": 17, "required": "0", "met": False, "unknown": 4}
    assert [entry["plate"] for entry in trucks["vehicles"]["unknown"]] == ["U0", "U1", "U2", "U3"]


def test_a_trend_and_an_empty_category_are_null(shown):
    trend, post = by_id(shown)["muck_truck_new_energy"], by_id(shown)["postal_new_energy"]

    assert (trend["kind"], trend["required"], trend["met"], trend["falling"]) == ("trend", None, None, None)
    assert (post["denominator"], post["met"], post["required"]) == (0, None, "0.90")
    assert post["second_line"] == {"required": "1.00", "met": None}


def test_every_target_has_the_keys_of_the_contract_and_the_object_is_json(shown):
    assert all(set(line) >= CONTRACT_KEYS for line in shown["targets"])
    assert json.loads(json.dumps(shown)) == shown


def test_progress_stands_beside_where_it_is_asked_for():
    day = date(2025, 2, 10)
    targets = evaluate_targets(YICHUAN, day, FLEET)
    ways = [progress(YICHUAN, line, day, FLEET) for line in targets.lines]

    bus = by_id(targets_object("410329", targets, progress=ways))["bus_new_energy"]["progress"]

    assert bus["months"] == [
        {"month": "2025-01", "day": "2025-01-31", "numerator": 92, "denominator": 100},
        {"month": "2025-02", "day": "2025-02-10", "numerator": 92, "denominator": 100},
    ]
    assert bus["forecast"] == {
        "assumption": "same_fleet_same_pace", "day": "2025-12-31", "numerator": 92, "denominator": 100, "met": False,
    }  # fmt: skip
    assert (bus["needed"], bus["owners"]) == (8, [{"owner": "", "left": 8}])


def test_measures_show_their_figures_as_texts_and_no_data_as_null():
    figures = [Reported("clean_transport_share", 2025, Decimal("0.815"), "县交通运输局", "年报第3页")]
    measures = evaluate_measures(YICHUAN, YEAR_END, figures)

    clean, containers, *_ = targets_object("410329", evaluate_targets(YICHUAN, YEAR_END, []), measures)["measures"]

    assert (clean["required"], clean["achieved"], clean["met"]) == ("0.80", "0.815", True)
    assert clean["reported"] == [{"year": 2025, "value": "0.815", "source": "县交通运输局", "evidence": "年报第3页"}]
    assert (containers["base_year"], containers["achieved"], containers["met"]) == (2022, None, None)


def test_a_plan_shows_each_target_without_and_with_it():
    plan = [Purchase(BUS, 40, date(2025, 5, 1), Energy.BATTERY, Area.URBAN, ("豫C00099",))]

    shown = plan_object(plan_effect(YICHUAN, date(2025, 3, 1), many(100, 99), plan))

    assert shown["day"] == "2025-05-31"
    assert by_id(shown)["bus_new_energy"] == {
        "id": "bus_new_energy",
        "without": {"numerator": 99, "denominator": 100, "met": False},
        "with": {"numerator": 139, "denominator": 139, "met": True},
    }


@pytest.mark.parametrize(("share", "text"), [("1", "1.00"), ("0.9", "0.90"), ("0.905", "0.905"), ("0.9050", "0.905")])
def test_a_required_share_has_two_decimals_or_those_that_it_needs(share, text):
    policy = with_targets(share_target(share))

    (line,) = targets_object("990101", evaluate_targets(policy, YEAR_END, []))["targets"]

    assert line["required"] == text

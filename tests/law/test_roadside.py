"""The shipped law on vehicles in use: which figure holds when, and how sure each is."""

from datetime import date
from decimal import Decimal

import pytest

from fuelcheck.law.roadside import RoadsideLaw
from fuelcheck.words import CheckItem, CheckMethod, Confidence, LimitSet, Pollutant, Verdict
from tests.rules.roadside.law import LAW, MARCH

STANDARD = LAW.standards[0]
FREE, LUG, SMOKE = CheckMethod.FREE_ACCELERATION, CheckMethod.LUG_DOWN, CheckMethod.SMOKE


@pytest.mark.parametrize(
    ("item", "method", "limit_set", "day", "text"),
    [
        (CheckItem.OPACITY, FREE, LimitSet.A, MARCH, "<= 1.2"),
        (CheckItem.OPACITY, FREE, LimitSet.B, MARCH, "<= 0.7"),
        (CheckItem.OPACITY, LUG, LimitSet.A, MARCH, "<= 1.2"),
        (CheckItem.OPACITY, LUG, LimitSet.B, MARCH, "<= 0.7"),
        (CheckItem.NOX, LUG, LimitSet.A, MARCH, "<= 1500"),
        (CheckItem.NOX, LUG, LimitSet.B, date(2020, 6, 30), "<= 1200"),
        (CheckItem.NOX, LUG, LimitSet.B, date(2020, 7, 1), "<= 900"),
        (CheckItem.POWER, LUG, LimitSet.A, MARCH, ">= 40"),
        (CheckItem.RINGELMANN, SMOKE, LimitSet.B, MARCH, "<= 1"),
        (CheckItem.RINGELMANN, FREE, LimitSet.A, MARCH, "<= 1"),
    ],
)
def test_the_limits_of_gb_3847(item: CheckItem, method: CheckMethod, limit_set: LimitSet, day: date, text: str) -> None:
    limit = STANDARD.limit(item, method, limit_set, day)

    assert limit is not None
    assert (limit.text, limit.confidence) == (text, Confidence.MEMORY)


def test_no_limit_of_the_standard_counts_as_confirmed() -> None:
    assert {limit.confidence for limit in STANDARD.limits} == {Confidence.MEMORY}


def test_nitrogen_oxides_were_not_measured_before_november_2019_nor_at_free_acceleration() -> None:
    assert STANDARD.limit(CheckItem.NOX, LUG, LimitSet.A, date(2019, 10, 31)) is None
    assert STANDARD.limit(CheckItem.NOX, FREE, LimitSet.A, MARCH) is None


def test_the_basis_of_the_devices_changes_with_the_code() -> None:
    before = STANDARD.demand(CheckItem.AFTERTREATMENT, date(2026, 8, 14))
    after = STANDARD.demand(CheckItem.AFTERTREATMENT, date(2026, 8, 15))

    assert before is not None
    assert after is not None
    assert (before.confidence, after.confidence) == (Confidence.CONFIRMED, Confidence.MEMORY)
    assert "生态环境法典" in after.clause


def test_a_state_that_no_demand_names_is_not_tested() -> None:
    demand = STANDARD.demand(CheckItem.OBD, MARCH)

    assert demand is not None
    assert [demand.verdict(state) for state in ("ok", "fault", "not_checked")] == [
        Verdict.PASS, Verdict.FAIL, Verdict.NOT_TESTED,
    ]  # fmt: skip


def test_the_edition_is_the_one_in_force_on_the_day() -> None:
    assert LAW.standard(date(2019, 4, 30)) is None
    assert LAW.standard(date(2019, 5, 1)) is STANDARD
    assert RoadsideLaw((), (), ()).standard(MARCH) is None


def test_no_only_points_at_a_high_emitter() -> None:
    rule = LAW.sensing_rule(MARCH)

    assert rule is not None
    assert (rule.passes, rule.months) == (2, 6)
    assert [(limit.pollutant, limit.high, limit.decides) for limit in rule.limits] == [
        (Pollutant.OPACITY, Decimal(30), True), (Pollutant.RINGELMANN, Decimal(1), True),
        (Pollutant.NO, Decimal(1500), False),
    ]  # fmt: skip
    assert rule.limit(Pollutant.NO) is rule.limits[2]


def test_the_bands_of_the_refractometer() -> None:
    screening = LAW.screening(MARCH)

    assert screening is not None
    refraction, share = screening.band("refraction"), screening.band("mass_percent")
    assert refraction is not None
    assert (refraction.low, refraction.high) == (Decimal("1.3814"), Decimal("1.3843"))
    assert share is not None
    assert (share.low, share.high) == (Decimal("31.8"), Decimal("33.2"))
    assert screening.band("density") is None

"""What the vehicle part of a policy file says, and how each mistake in it is named."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from fuelcheck.faults import Remark
from fuelcheck.law.load import find_policy, read_policy
from fuelcheck.law.targets import CountedOf, Exemption, MeasureKind, Target, TargetKind
from fuelcheck.law.values import Policy
from fuelcheck.toml.text import FileRefused
from fuelcheck.words import Area, Combustion, Energy, LimitSet, Stage, VehicleCategory

OLDER = Path(__file__).with_name("second_county.toml").read_text(encoding="utf-8")
VEHICLES = (
    OLDER
    + """
[roadside]
limit_set = "b"

[[exemption]]
id = "fire"
name = "消防车"
synonyms = ["消防"]

[[exemption]]
id = "snow"
name = "除雪车"

[[target]]
id = "buses"
kind = "share"
of = "stock"
name = "公交车"
clause = "第九条"
demand = "县城公交车八成用新能源"
lead = ["县交通运输局"]
categories = ["bus"]
area = "urban"
share = 0.80
exemptions = ["fire"]

[[target]]
id = "old_trucks"
kind = "zero"
name = "老旧货车"
clause = "第十条"
demand = "淘汰国二及以下柴油货车"
lead = ["县公安局"]
categories = ["truck"]
energies = ["diesel"]
stage_up_to = "2"
deadline = 2026-12-31
readings = ["two_included"]

[[measure]]
id = "rail"
kind = "growth"
name = "铁路运量"
clause = "第十一条"
demand = "铁路运量年增一成"
lead = ["县交通运输局"]
required = 0.10
base_year = 2024
unit = "吨"

[[measure]]
id = "road"
kind = "change"
name = "公路占比"
clause = "第十一条"
demand = "公路占比降两点"
lead = ["县交通运输局"]
required = -0.02
base_year = 2024
unit = "占比"

[[reading]]
id = "two_included"
text = "包含国二。"
"""
)


@pytest.fixture(scope="module")
def yichuan() -> Policy:
    return read_policy(find_policy("yichuan-2024-15", None)[0], "shipped")


def mistake_after(old: str, new: str) -> Remark:
    """The only mistake of the file after one replacement."""
    assert old in VEHICLES
    with pytest.raises(FileRefused) as refusal:
        read_policy(VEHICLES.replace(old, new, 1), "mine.toml")
    (remark,) = refusal.value.remarks
    return remark


def test_an_older_text_without_vehicles_stays_valid() -> None:
    policy = read_policy(OLDER, "older")

    assert (policy.targets, policy.measures, policy.exemptions) == ((), (), ())
    assert policy.limit_set is LimitSet.A


def test_another_county_has_other_targets() -> None:
    policy = read_policy(VEHICLES, "second")
    buses, trucks = policy.targets

    assert (buses.share, buses.of, buses.area, buses.exemptions) == (
        Decimal("0.80"), CountedOf.STOCK, Area.URBAN, {"fire"},
    )  # fmt: skip
    assert (trucks.share, trucks.stage_up_to, trucks.combustion) == (None, Stage.TWO, None)
    assert not buses.interpretation
    assert trucks.interpretation
    assert [measure.kind for measure in policy.measures] == [MeasureKind.GROWTH, MeasureKind.CHANGE]
    assert policy.limit_set is LimitSet.B


def test_an_exemption_is_known_by_id_name_or_synonym() -> None:
    policy = read_policy(VEHICLES, "second")
    fire = Exemption("fire", "消防车", ("消防",))

    assert [policy.exemption(called) for called in ("fire", "消防车", "消防", "救护")] == [fire, fire, fire, None]


def test_readings_of_targets_stand_apart_from_those_of_quotas(yichuan: Policy) -> None:
    of_targets = {id_ for target in yichuan.targets for id_ in target.readings}
    of_measures = {id_ for measure in yichuan.measures for id_ in measure.readings}

    assert {reading.id for reading in yichuan.target_readings} == of_targets | of_measures
    assert not {reading.id for reading in yichuan.readings} & (of_targets | of_measures)
    assert "90%" in yichuan.reading("basically_ninety").text
    assert yichuan.reading("validity") in yichuan.readings


def test_a_target_or_reading_that_the_policy_lacks_is_a_key_error(yichuan: Policy) -> None:
    with pytest.raises(KeyError):
        yichuan.target("ships")
    with pytest.raises(KeyError):
        yichuan.reading("ships")


def test_yichuan_has_the_targets_that_others_rely_on(yichuan: Policy) -> None:
    assert [(target.id, target.kind, target.of, target.share) for target in yichuan.targets] == [
        ("bus_new_energy", "share", "stock", Decimal(1)),
        ("taxi_new_energy", "share", "stock", Decimal("0.90")),
        ("ride_hailing_new_energy", "share", "stock", Decimal("0.90")),
        ("urban_freight_new_energy", "share", "stock", Decimal("0.90")),
        ("muck_truck_new_energy", "trend", "stock", None),
        ("sanitation_new_energy", "share", "stock", Decimal("0.90")),
        ("postal_new_energy", "share", "stock", Decimal("0.90")),
        ("new_bus_new_energy", "share", "additions", Decimal(1)),
        ("new_taxi_new_energy", "share", "additions", Decimal(1)),
        ("new_ride_hailing_new_energy", "share", "additions", Decimal(1)),
        ("new_sanitation_new_energy", "share", "additions", Decimal(1)),
        ("new_official_new_energy", "share", "additions", Decimal("0.90")),
        ("old_diesel_trucks", "zero", "stock", None),
        ("lean_burn_gas_trucks", "zero", "stock", None),
    ]


def test_every_target_of_yichuan_names_clause_departments_and_reading(yichuan: Policy) -> None:
    for target in yichuan.targets:
        assert target.clause == ("11.2" if target.kind is TargetKind.ZERO else "11.1")
        assert target.lead
        assert target.interpretation
    assert {measure.clause for measure in yichuan.measures} == {"10"}
    assert all(measure.deadline == date(2025, 12, 31) for measure in yichuan.measures)


def test_the_two_zero_targets_of_yichuan_look_at_the_same_trucks(yichuan: Policy) -> None:
    def looked_at(target: Target) -> tuple[object, ...]:
        return target.energies, target.stage_up_to, target.combustion, target.categories

    trucks = {
        VehicleCategory.MUCK_TRUCK, VehicleCategory.CEMENT_MIXER, VehicleCategory.LOGISTICS, VehicleCategory.TRUCK,
    }  # fmt: skip
    assert looked_at(yichuan.target("old_diesel_trucks")) == ({Energy.DIESEL}, Stage.THREE, None, trucks)
    assert looked_at(yichuan.target("lean_burn_gas_trucks")) == ({Energy.GAS}, None, Combustion.LEAN, trucks)


@pytest.mark.parametrize(
    ("old", "new", "code", "key", "value"),
    [
        ('kind = "share"', 'kind = "half"', "bad-value", "target[buses].kind", "half"),
        ('of = "stock"', "", "missing-key", "target[buses].of", ""),
        ('of = "stock"', 'of = "sales"', "bad-value", "target[buses].of", "sales"),
        ("share = 0.80", "share = 80", "bad-value", "target[buses].share", "80"),
        ("share = 0.80", "", "missing-key", "target[buses].share", ""),
        ("share = 0.80", 'share = 0.80\nstage_up_to = "3"', "unknown-key", "target[buses].stage_up_to", "3"),
        ('categories = ["bus"]', "categories = []", "bad-value", "target[buses].categories", "[]"),
        ('area = "urban"', 'area = "town"', "bad-value", "target[buses].area", "town"),
        ('exemptions = ["fire"]', 'exemptions = ["ice"]', "bad-value", "target[buses].exemptions", "[ice]"),
        ('stage_up_to = "2"', "stage_up_to = 2", "bad-value", "target[old_trucks].stage_up_to", "2"),
        ('energies = ["diesel"]', "", "missing-key", "target[old_trucks].energies", ""),
        ('id = "old_trucks"', 'id = "buses"', "repeated-value", "target[buses].id", "buses"),
        ('readings = ["two_included"]', 'readings = ["x"]', "bad-value", "target[old_trucks].readings", "[x]"),
        ("required = 0.10", "required = 10", "bad-value", "measure[rail].required", "10"),
        ("required = -0.02", "required = -2", "bad-value", "measure[road].required", "-2"),
        ("base_year = 2024", "", "missing-key", "measure[rail].base_year", ""),
        ('id = "road"', 'id = "rail"', "repeated-value", "measure[rail].id", "rail"),
        ('name = "除雪车"', 'name = "消防"', "repeated-value", "exemption[snow].name", "消防"),
        ('limit_set = "b"', 'limit_set = "c"', "bad-value", "roadside.limit_set", "c"),
        ('limit_set = "b"', 'limits = "b"', "unknown-key", "roadside.limits", "b"),
    ],
)
def test_a_mistake_is_named_by_its_key(old: str, new: str, code: str, key: str, value: str) -> None:
    remark = mistake_after(old, new)

    assert (remark.code, remark.column, remark.value) == (code, key, value)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules.item_names import Named, Names
from fuelcheck.words import Basis
from tests.rules.fuels import DIESEL, E10, PETROL, STANDARDS, UREA

NAMES = Names(STANDARDS)


def key(name: str, standard=E10) -> str | None:
    found = NAMES.find(name, standard).meant
    return found.key if found is not None else None


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda standard: standard.name)
def test_every_name_in_the_data_means_its_item(standard):
    for meant in (*standard.items, *standard.groups):
        for name in (meant.key, meant.name_zh, meant.name_en, *meant.synonyms):
            assert key(name, standard) == meant.key


@pytest.mark.parametrize(
    ("name", "standard", "expected"),
    [
        ("闪点", DIESEL, "flash_point_closed"),
        ("铜片腐蚀", E10, "copper_strip"),
        ("研究法辛烷值（RON）", E10, "research_octane_number"),
        ("硫", E10, "sulfur"),
        ("硫含量", DIESEL, "sulfur"),
        ("芳烃", PETROL, "aromatics"),
        ("铁", E10, "iron"),
        ("铁(Fe)", UREA, "iron"),
        ("碱度", UREA, "alkalinity_nh3"),
        ("碱度(以NH₃计)", UREA, "alkalinity_nh3"),
        ("运动粘度", DIESEL, "viscosity_20c"),
        ("其它有机含氧化合物", E10, "other_oxygenates"),
        ("密度（20℃）", E10, "density_20c"),
        ("铜片腐蚀（50℃，3h）", E10, "copper_strip"),
        ("水分", DIESEL, "water"),
        ("馏程（10%蒸发温度）", E10, "distillation_t10"),
        ("冷滤点(CFPP)", DIESEL, "cold_filter_plugging_point"),
        ("Sulfur", DIESEL, "sulfur"),
        ("density at 20 °C", UREA, "density_20c"),
        ("馏程", DIESEL, "distillation"),
        ("杂质含量", UREA, "impurity_content"),
    ],
)
def test_reports_may_leave_out_and_add_what_changes_no_meaning(name, standard, expected):
    assert key(name, standard) == expected


@pytest.mark.parametrize(
    ("name", "standard"),
    [
        ("闪点（开口）", DIESEL),
        ("运动黏度（40℃）", DIESEL),
        ("密度(15℃)", E10),
        ("铜片腐蚀(100℃,3h)", E10),
        ("研究法辛烷值(MON)", PETROL),
        ("硫含昰", DIESEL),
        ("", DIESEL),
        ("总", DIESEL),
        ("硫含量" * 40, DIESEL),
    ],
)
def test_another_condition_is_another_property(name, standard):
    assert NAMES.find(name, standard).meant is None


def test_a_name_that_several_items_may_bear_is_not_guessed():
    assert NAMES.find("辛烷值", PETROL) == Named(ambiguous=True)


def test_what_only_another_standard_limits_is_known_by_its_key():
    assert key("氧含量", E10) == "oxygen"
    assert E10.item("oxygen") is None
    assert key("机械杂质", DIESEL) == "impurities"
    assert key("马达法辛烷值", PETROL) == "motor_octane_number"


@pytest.mark.parametrize(
    ("name", "unit", "basis"),
    [
        ("苯含量（体积分数）", "", Basis.VOLUME),
        ("苯含量（体积分数）/%", "%", Basis.VOLUME),
        ("硫含量/(mg/kg)", "(mg/kg)", None),
        ("硫含量(mg/kg)", "mg/kg", None),
        ("硫含量，mg/kg", "mg/kg", None),
        ("灰分（质量分数）", "", Basis.MASS),
        ("硫含量", "", None),
    ],
)
def test_a_name_may_say_unit_and_basis(name, unit, basis):
    found = NAMES.find(name, DIESEL if "灰分" in name else E10)

    assert found.meant is not None
    assert (found.unit, found.basis) == (unit, basis)


@given(st.text(max_size=40), st.sampled_from([None, *STANDARDS]))
def test_no_name_raises(name, standard):
    found = NAMES.find(name, standard)

    assert found.meant is None or not found.ambiguous

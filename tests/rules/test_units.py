from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules.rounding import INFINITY, Edge, Interval
from fuelcheck.rules.units import Misfit, is_content, is_known, power_to, scaled
from fuelcheck.words import Basis, Unit

CONVERTED = [
    ("℃", Unit.CELSIUS, 0),
    ("ºC", Unit.CELSIUS, 0),
    ("摄氏度", Unit.CELSIUS, 0),
    ("g/cm3", Unit.KILOGRAM_PER_CUBIC_METRE, 3),
    ("g/cm³", Unit.KILOGRAM_PER_CUBIC_METRE, 3),
    ("g/mL", Unit.KILOGRAM_PER_CUBIC_METRE, 3),
    ("kg / m3", Unit.KILOGRAM_PER_CUBIC_METRE, 0),
    ("%（m/m）", Unit.MASS_PERCENT, 0),
    ("％(质量分数)", Unit.MASS_PERCENT, 0),
    ("质量分数/%", Unit.MASS_PERCENT, 0),
    ("% (V/V)", Unit.VOLUME_PERCENT, 0),
    ("%(体积分数)", Unit.VOLUME_PERCENT, 0),
    ("vol%", Unit.VOLUME_PERCENT, 0),
    ("mg/kg", Unit.MASS_PERCENT, -4),
    ("% (mass)", Unit.MILLIGRAM_PER_KILOGRAM, 4),
    ("μg/g", Unit.MILLIGRAM_PER_KILOGRAM, 0),
    ("%", Unit.MILLIGRAM_PER_KILOGRAM, 4),
    ("ppm", Unit.MILLIGRAM_PER_KILOGRAM, 0),
    ("mg/L", Unit.GRAM_PER_LITRE, -3),
    ("mg/100mL", Unit.MILLIGRAM_PER_100_ML, 0),
    ("mgKOH/100mL", Unit.MILLIGRAM_KOH_PER_100_ML, 0),
    ("mm2/s", Unit.SQUARE_MILLIMETRE_PER_SECOND, 0),
    ("cSt", Unit.SQUARE_MILLIMETRE_PER_SECOND, 0),
    ("μm", Unit.MICROMETRE, 0),
    ("mm", Unit.MICROMETRE, 3),
    ("Pa", Unit.KILOPASCAL, -3),
    ("级", Unit.CLASS, 0),
    ("", Unit.KILOPASCAL, 0),
    ("—", Unit.CELSIUS, 0),
    ("-", Unit.NONE, 0),
]

REFUSED = [
    ("% (m/m)", Unit.VOLUME_PERCENT, Misfit.OTHER),
    ("mg/kg", Unit.VOLUME_PERCENT, Misfit.OTHER),
    ("%", Unit.VOLUME_PERCENT, Misfit.BASIS),
    ("%", Unit.MASS_PERCENT, Misfit.BASIS),
    ("mg/L", Unit.MILLIGRAM_PER_KILOGRAM, Misfit.OTHER),
    ("%", Unit.CELSIUS, Misfit.OTHER),
    ("mg", Unit.MILLIGRAM_PER_KILOGRAM, Misfit.UNKNOWN),
    ("°F", Unit.CELSIUS, Misfit.UNKNOWN),
    ("kg/m³", Unit.NONE, Misfit.OTHER),
    ("ppm", Unit.VOLUME_PERCENT, Misfit.BASIS),
]


@pytest.mark.parametrize(("written", "unit", "power"), CONVERTED)
def test_what_is_certain_is_converted(written, unit, power):
    assert power_to(written, unit) == power


@pytest.mark.parametrize(("written", "unit", "misfit"), REFUSED)
def test_what_is_not_certain_is_not(written, unit, misfit):
    assert power_to(written, unit) is misfit


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_of_the_standards_is_understood_as_standards_and_as_reports_print_it(unit):
    assert (power_to(unit.value, unit), power_to(unit.zh, unit)) == (0, 0)


def test_a_bare_percent_takes_the_basis_that_the_name_of_the_item_says():
    assert power_to("%", Unit.VOLUME_PERCENT, Basis.VOLUME) == 0
    assert power_to("%", Unit.VOLUME_PERCENT, Basis.MASS) is Misfit.OTHER
    assert power_to("%(v/v)", Unit.VOLUME_PERCENT, Basis.MASS) is Misfit.OTHER, "name and unit contradict each other"
    assert power_to("", Unit.VOLUME_PERCENT, Basis.MASS) is Misfit.OTHER


def test_a_converted_number_is_exact():
    long = Decimal("0.00123456789012345678901234567890123456789")
    found = scaled(Interval(Edge(-INFINITY), Edge(long, -1)), 4)

    assert found.low == Edge(-INFINITY)
    assert found.high == Edge(Decimal("12.3456789012345678901234567890123456789"), -1)


def test_of_a_content_nothing_can_be_found_of_a_temperature_not():
    assert is_content(Unit.MILLIGRAM_PER_KILOGRAM)
    assert not is_content(Unit.CELSIUS)
    assert not is_content(Unit.KILOGRAM_PER_CUBIC_METRE)


@given(st.text(max_size=30), st.sampled_from(Unit), st.sampled_from([None, *Basis]))
def test_no_text_raises(written, unit, basis):
    power = power_to(written, unit, basis)

    assert isinstance(power, int | Misfit)
    if any(character.isalnum() for character in written) and not is_known(written):
        assert power is Misfit.UNKNOWN

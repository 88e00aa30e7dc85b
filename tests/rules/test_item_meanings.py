"""Names that mean the same item, and names that only look like it."""

from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.law.load import read_standard, standard_files
from fuelcheck.rules.item_meanings import Meanings
from fuelcheck.toml.text import file_text
from fuelcheck.words import Basis

MEANINGS = Meanings(read_standard(file_text(path), str(path)) for path in standard_files(None))


def test_synonyms_key_and_unit_in_the_name_mean_the_same():
    names = ("硫含量", "总硫含量", "sulfur", "硫含量/(mg/kg)")

    assert {MEANINGS.of(name, "diesel").key for name in names} == {"sulfur"}
    assert len({MEANINGS.of(name, "diesel") for name in names}) == 1
    assert MEANINGS.unit("硫含量/(mg/kg)", "diesel") == "mg/kg"


def test_another_basis_is_another_finding():
    by_mass, by_volume = (MEANINGS.of(f"硫含量（{basis}）", "diesel") for basis in ("质量分数", "体积分数"))

    assert (by_mass.basis, by_volume.basis) == (Basis.MASS, Basis.VOLUME)


@given(st.text(max_size=20))
def test_without_standards_hardly_a_name_means_anything_and_none_fails(name):
    found = Meanings().of(name, "diesel")

    assert found is None or found.key == "motor_octane_number"

"""What must agree among the items and limits of a standard's file."""

from decimal import Decimal

import pytest

from fuelcheck.law.item_file import folded
from fuelcheck.law.load import read_standard
from fuelcheck.law.standards import Limit, Reproducibility
from fuelcheck.words import Confidence, Unit
from tests.law.test_standard_file import changed, mistakes
from tests.law.test_standards import TEXT


def test_an_item_has_names_unit_methods_and_their_precision() -> None:
    lead = read_standard(TEXT, "mine.toml").items[0]

    assert (lead.key, lead.name_zh, lead.name_en, lead.synonyms) == ("lead", "铅含量", "lead", ("Pb",))
    assert (lead.unit, lead.methods, lead.referee) == (Unit.GRAM_PER_LITRE, ("GB/T 8020", "GB/T 1"), "GB/T 8020")
    assert (lead.group, lead.note) == ("metals", "不得加铅")
    assert lead.reproducibility == Reproducibility(
        Decimal("0.001"), Decimal("0.1"), "GB/T 1", Confidence.MEMORY, ("B",)
    )
    assert lead.limits == (Limit((), None, None, Decimal("0.005"), None, Confidence.CONFIRMED, ("A",)),)


def test_an_item_without_a_unit_is_a_bare_number_or_a_word() -> None:
    doctor = read_standard(TEXT, "mine.toml").items[2]

    assert (doctor.unit, doctor.referee, doctor.reproducibility, doctor.group) == (Unit.NONE, None, None, None)
    assert doctor.limits[0].text == "通过"


def test_the_digits_written_are_the_digits_printed() -> None:
    pressure = read_standard(TEXT, "mine.toml").items[1]

    assert [limit.decimals for limit in pressure.limits] == [0, 1, 0]


@pytest.mark.parametrize(
    ("old", "new", "where", "code"),
    [
        ('key = "pressure"', 'key = "lead"', "item[lead].key", "repeated-value"),
        ('key = "pressure"', 'key = "metals"', "item[metals].key", "repeated-value"),
        ('key = "pressure"', 'key = "Pressure"', "item[Pressure].key", "bad-value"),
        ('name_zh = "蒸气压"', 'name_zh = "铅含量"', "item[pressure].name_zh", "repeated-value"),
        ('name_en = "pressure"', 'name_en = "P B"', "item[pressure].name_en", "repeated-value"),
        ('synonyms = ["Pb"]', 'synonyms = ["金属"]', "item[lead].synonyms", "repeated-value"),
        ('unit = "g/L"', 'unit = "g/l"', "item[lead].unit", "bad-value"),
        ('referee = "GB/T 8020"', 'referee = "GB/T 8021"', "item[lead].referee", "bad-value"),
        ('group = "metals"', 'group = "acids"', "item[lead].group", "bad-value"),
        ('method = "GB/T 1"', 'method = "GB/T 2"', "item[lead].reproducibility.method", "bad-value"),
        ("constant = 0.001, share = 0.1", "constant = 0", "item[lead].reproducibility", "bad-value"),
        ("constant = 0.001", "constant = -0.001", "item[lead].reproducibility.constant", "bad-value"),
        ("max = 0.005, ", "", "item[lead].limits[#1].max", "missing-key"),
        ("max = 0.005", 'max = 0.005, text = "无"', "item[lead].limits[#1].text", "bad-value"),
        ("max = 0.005", 'max = "0.005"', "item[lead].limits[#1].max", "bad-value"),
        ("max = 0.005", "max = 0.0000001", "item[lead].limits[#1].max", "bad-value"),
        ("min = 45", "min = 86", "item[pressure].limits[cold].max", "bad-value"),
        ("min = 45", "min = 45.0", "item[pressure].limits[cold].max", "bad-value"),
        ('season = "cold", min', 'season = "rainy", min', "item[pressure].limits[rainy].season", "bad-value"),
        ('grades = ["98"], min', 'grades = ["0"], min', "item[pressure].limits[#3].grades", "bad-value"),
        ('grades = ["98"], min', 'grades = ["95"], min', "item[pressure].limits", "bad-value"),
        ('confidence = "confirmed", sources = ["A"]', 'sources = ["A"]', "item[lead].limits[#1].confidence",
         "missing-key"),
        ('sources = ["A"] }]', 'sources = ["Z"] }]', "item[lead].limits[#1].sources", "bad-value"),
        ('limits = [{ text = "通过", confidence = "memory" }]', "limits = []", "item[doctor].limits", "bad-value"),
    ],
)  # fmt: skip
def test_a_mistake_in_an_item_is_named_by_its_key(old: str, new: str, where: str, code: str) -> None:
    found = {(remark.column, remark.code) for remark in mistakes(changed(old, new))}

    assert (where, code) in found


def test_two_limits_of_one_grade_in_one_season_are_refused_wherever_they_overlap() -> None:
    text = changed('{ grades = ["98"], min = 30', '{ season = "warm", min = 30')

    assert [remark.column for remark in mistakes(text)] == ["item[pressure].limits"]


def test_names_are_one_whatever_their_width_case_and_spaces() -> None:
    assert folded("密度（20 °C）") == folded("密度(20℃)")
    assert folded("Pb") == folded("ＰＢ")

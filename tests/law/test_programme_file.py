"""What a programme says, and how each mistake in one is named."""

import pytest

from fuelcheck.language import use
from fuelcheck.law.load import find_programme, read_programme, read_standard, standard_files
from fuelcheck.law.standards import Programme
from fuelcheck.toml.text import FileRefused, file_text
from fuelcheck.words import Product

EXAMPLE = find_programme("yichuan-2025-example", None)[0]


@pytest.fixture(scope="module")
def example() -> Programme:
    return read_programme(EXAMPLE, "shipped")


def test_the_shipped_programme_is_marked_as_an_example(example: Programme) -> None:
    assert example.example
    assert "示例" in example.title
    assert (example.division, example.year) == ("410329", 2025)
    assert example.contract_days == 20


def test_a_programme_asks_for_its_own_items_of_each_product(example: Programme) -> None:
    urea = example.items_for(Product.UREA)

    assert urea == ("urea", "density_20c", "refractive_index", "impurity_content")
    assert example.items_for(Product.OTHER_FUEL) is None


def test_the_example_asks_for_nothing_that_the_standards_do_not_limit(example: Programme) -> None:
    standards = [read_standard(file_text(path), str(path)) for path in standard_files()]

    unknown = [
        (standard.name, key)
        for standard in standards
        for product in standard.products
        for key in example.items_for(product) or ()
        if not standard.items_named(key)
    ]
    assert unknown == []


def test_a_programme_is_real_unless_it_says_that_it_is_an_example() -> None:
    text = EXAMPLE.replace("example = true\n", "").replace('laboratory = "示例检验检测中心"\n', "")
    programme = read_programme(text, "mine.toml")

    assert (programme.example, programme.laboratory) == (False, None)


@pytest.mark.parametrize(
    ("old", "new", "where", "code"),
    [
        ('id = "yichuan-2025-example"', 'id = "Yichuan 2025"', "id", "bad-value"),
        ('division = "410329"', 'division = "41"', "division", "bad-value"),
        ("year = 2025", 'year = "2025"', "year", "bad-value"),
        ("title = ", "titel = ", "title", "missing-key"),
        ("example = true", "example = 1", "example", "bad-value"),
        ("contract_days = 20", "contract_days = 0", "contract_days", "bad-value"),
        ('product = "diesel"', 'product = "urea"', "asked[urea].product", "repeated-value"),
        ('product = "diesel"', 'product = "kerosene"', "asked[kerosene].product", "bad-value"),
        ('"urea",\n  "density_20c"', '"urea",\n  "urea"', "asked[urea].items", "repeated-value"),
        ('"urea",\n  "density_20c"', '"urea",\n  1', "asked[urea].items", "bad-value"),
    ],
)
def test_a_mistake_is_named_by_its_key(old: str, new: str, where: str, code: str) -> None:
    assert EXAMPLE.count(old) == 1
    with use("en"), pytest.raises(FileRefused) as refusal:
        read_programme(EXAMPLE.replace(old, new), "mine.toml")

    assert (where, code) in {(remark.column, remark.code) for remark in refusal.value.remarks}

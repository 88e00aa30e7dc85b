"""The standard of the sampling day: by product and date, whatever the report calls its basis."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.language import use
from fuelcheck.law.load import read_standard, standard_files
from fuelcheck.law.standards import Standard
from fuelcheck.rules.editions import basis_remark, questions_on, standard_for
from fuelcheck.toml.text import file_text
from fuelcheck.words import Product

SHIPPED = tuple(read_standard(file_text(path), str(path)) for path in standard_files())
FOR_PRODUCT = {
    "gasoline": Product.GASOLINE, "e10": Product.ETHANOL_GASOLINE, "diesel": Product.DIESEL, "urea": Product.UREA,
    "other": Product.OTHER_FUEL,
}  # fmt: skip


def judged_by(product: Product, day: date) -> Standard:
    standard = standard_for(SHIPPED, product, day)
    assert standard is not None
    return standard


@pytest.mark.parametrize(
    ("product", "day", "name"),
    [
        ("gasoline", date(2018, 12, 31), None),
        ("gasoline", date(2019, 1, 1), "GB 17930-2016 VIA"),
        ("gasoline", date(2022, 12, 31), "GB 17930-2016 VIA"),
        ("gasoline", date(2023, 1, 1), "GB 17930-2016 VIB"),
        ("e10", date(2022, 12, 31), "GB 18351-2017 VIA"),
        ("e10", date(2025, 6, 1), "GB 18351-2017 VIB"),
        ("e10", date(2026, 7, 1), "GB 18351-2017 VIB"),
        ("diesel", date(2018, 12, 31), None),
        ("diesel", date(2019, 1, 1), "GB 19147-2016 VI"),
        ("urea", date(2013, 6, 30), None),
        ("urea", date(2013, 7, 1), "GB 29518-2013"),
        ("other", date(2025, 6, 1), None),
    ],
)
def test_the_standard_is_the_one_in_force_for_the_product_on_the_day(product: str, day: date, name: str | None) -> None:
    found = standard_for(SHIPPED, FOR_PRODUCT[product], day)

    assert (None if found is None else found.name) == name


def test_a_successor_that_the_office_adds_takes_over_on_its_first_day() -> None:
    successor = replace(judged_by(Product.ETHANOL_GASOLINE, date(2026, 7, 1)), id="GB 18351-2025", phase=None,
                        in_force_from=date(2026, 7, 1))  # fmt: skip
    known = (*SHIPPED, successor)

    assert standard_for(known, Product.ETHANOL_GASOLINE, date(2026, 6, 30)) is not successor
    assert standard_for(known, Product.ETHANOL_GASOLINE, date(2026, 7, 1)) is successor


@given(st.permutations(SHIPPED), st.sampled_from(Product), st.dates())
def test_the_order_in_which_standards_are_given_does_not_matter(
    standards: list[Standard], product: Product, day: date
) -> None:
    assert standard_for(standards, product, day) == standard_for(SHIPPED, product, day)


def test_the_edition_of_e10_is_open_from_july_2026_on() -> None:
    e10 = judged_by(Product.ETHANOL_GASOLINE, date(2026, 7, 1))

    assert questions_on(e10, date(2026, 6, 30), "92") == ()
    (question,) = questions_on(e10, date(2026, 7, 1), "92")
    assert question.undecided
    assert questions_on(e10, date(2026, 7, 1), "92", "sulfur") == (question,)


def test_a_question_of_one_item_and_grade_touches_nothing_else() -> None:
    via = judged_by(Product.GASOLINE, date(2022, 6, 1))

    def open_for(grade: str | None, item: str | None) -> list[str]:
        return [question.id for question in questions_on(via, date(2022, 6, 1), grade, item)]

    assert open_for("98", "olefins") == open_for(None, "olefins") == ["olefins_of_98"]
    assert open_for("95", "olefins") == open_for("98", "sulfur") == open_for("98", None) == []


def test_what_is_doubted_but_not_open_is_only_shown() -> None:
    assert [
        question.undecided
        for product in (Product.DIESEL, Product.UREA)
        for question in questions_on(judged_by(product, date(2025, 1, 1)), date(2025, 1, 1), None)
    ] == [False, False]


def remarked(named: str | None, product: Product, day: date) -> str | None:
    remark = basis_remark(named, judged_by(product, day), product, day)
    return None if remark is None else remark.code


@pytest.mark.parametrize(
    "named",
    [None, " ", "GB 17930-2016", "GB17930—2016", "ＧＢ 17930－2016", "GB 17930-2016（ⅥB）", "GB 17930-2016(Ⅵ)",
     "gb 17930-2016《车用汽油》（VI B）", "GB 17930", "国六B GB 17930-2016", "GB 17930-2016、GB 18351-2017"],
)  # fmt: skip
def test_the_right_basis_is_recognised_however_it_is_written(named: str | None) -> None:
    assert remarked(named, Product.GASOLINE, date(2025, 6, 1)) is None


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("GB 18351-2017", "basis-differs"),
        ("GB 17930-2016 VIA", "basis-differs"),
        ("GB 17930-2016(V)", "basis-differs"),
        ("GB 17930-2025", "basis-differs"),
        ("Q/SH 0001-2020", "basis-unreadable"),
        ("国家标准", "basis-unreadable"),
        ("GB 17930-2013", "basis-superseded"),
        ("GB 17930-2011", "basis-superseded"),
        ("GB 17930-2016, 原 GB 17930-2013", "basis-superseded"),
    ],
)
def test_another_basis_is_remarked_upon(named: str, code: str) -> None:
    assert remarked(named, Product.GASOLINE, date(2025, 6, 1)) == code


@pytest.mark.parametrize("named", ["GB 252-2015", "GB252", "GB 252-2011《普通柴油》"])
def test_gb_252_is_no_basis_since_2019(named: str) -> None:
    assert remarked(named, Product.DIESEL, date(2019, 1, 1)) == "basis-superseded"
    assert standard_for(SHIPPED, Product.DIESEL, date(2018, 12, 31)) is None


def test_the_number_of_another_standard_is_not_that_of_gb_252() -> None:
    assert remarked("GB 2520-2015", Product.DIESEL, date(2025, 1, 1)) == "basis-differs"


def test_the_remark_says_what_was_in_force() -> None:
    day = date(2025, 6, 1)
    remark = basis_remark("GB 17930-2016", judged_by(Product.ETHANOL_GASOLINE, day), Product.ETHANOL_GASOLINE, day)

    assert remark is not None
    with use("en"):
        assert remark.message == (
            "The report names GB 17930-2016; on 2025-06-01 GB 18351-2017 VIB was in force for 车用乙醇汽油"
        )


@given(st.text(), st.sampled_from(SHIPPED), st.integers(0, 4000))
def test_no_text_of_a_basis_raises(named: str, standard: Standard, days: int) -> None:
    product = next(iter(standard.products))
    remark = basis_remark(named, standard, product, standard.in_force_from + timedelta(days=days))

    assert remark is None or remark.message

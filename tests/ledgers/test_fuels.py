"""Products and grades as labels and forms write them."""

import pytest

from fuelcheck.ledgers.cells import BadCell, Cell
from fuelcheck.ledgers.fuels import admits, carried_grade, grade, on_sale, product
from fuelcheck.words import DIESEL_GRADES, PETROL_GRADES, Product


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("车用汽油", "gasoline"),
        ("車用汽油", "gasoline"),
        ("车用汽油(ⅥB)", "gasoline"),
        ("95号车用汽油（VIB）", "gasoline"),
        ("车用乙醇汽油", "ethanol_gasoline"),
        ("乙醇汽油", "ethanol_gasoline"),
        ("车用乙醇汽油（E10）", "ethanol_gasoline"),
        ("92#车用乙醇汽油（E10）（ⅥB）", "ethanol_gasoline"),
        ("E10 92#", "ethanol_gasoline"),
        ("92#汽油(E10)", "ethanol_gasoline"),
        ("车用柴油", "diesel"),
        ("柴油", "diesel"),
        ("0#柴油", "diesel"),
        ("-10号车用柴油(Ⅵ)", "diesel"),
        ("0#", "diesel"),
        ("国ⅥB 5号车用柴油", "diesel"),
        ("国六 车用柴油", "diesel"),
        ("车用尿素", "urea"),
        ("尿素", "urea"),
        ("柴油发动机氮氧化物还原剂 尿素水溶液（AUS 32）", "urea"),
        ("AdBlue", "urea"),
        ("普通柴油", "other_fuel"),
        ("B5柴油", "other_fuel"),
        ("生物柴油调合燃料（B5）", "other_fuel"),
        ("M15甲醇汽油", "other_fuel"),
        ("其他燃料", "other_fuel"),
        ("Gasoline", "gasoline"),
    ],
)
def test_products_are_read_with_what_stands_beside_them(written: str, value: str) -> None:
    assert product(written) == value


@pytest.mark.parametrize(
    "written",
    [
        "汽油",
        "92#汽油",
        "无铅汽油",
        "92#",
        "车用汽油(E10)",
        "车用汽油（乙醇）",
        "车用乙醇汽油（车用汽油）",
        "0#（汽油）",
    ],
)
def test_petrol_that_may_or_may_not_hold_ethanol_is_refused(written: str) -> None:
    with pytest.raises(BadCell) as refused:
        product(written)
    assert refused.value.code == "ambiguous-petrol"


@pytest.mark.parametrize("written", ["润滑油", "柴油清净剂", "汽油和柴油", "车用柴油E10", "车用柴油（汽油）", ""])
def test_other_products_are_refused(written: str) -> None:
    with pytest.raises(BadCell) as refused:
        product(written)
    assert refused.value.code == "unknown-product"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("92#", "92"),
        ("-10号", "-10"),
        ("－10", "-10"),
        ("0＃", "0"),
        ("０＃", "0"),
        (92.0, "92"),
        (-10.0, "-10"),
        ("92.0", "92"),
        ("0号(V)", "0"),
        ("92号(V)", "92"),
        ("负10号", "-10"),
        ("—10", "-10"),
        ("−10", "-10"),
        ("92#汽油", "92"),
        ("95#(ⅥB)", "95"),
        ("+5号", "5"),
        ("-0", "0"),
        ("车用柴油0#", "0"),
        ("92号（ⅥB）", "92"),
        ("0#普通柴油", "0"),
    ],
)
def test_grades_are_forgiven_their_signs(cell: Cell, value: str) -> None:
    assert grade(cell) == value


@pytest.mark.parametrize("cell", ["93#", "97號", "90", "-15", "92/95", "x", "92.5", "国六"])
def test_grades_that_no_standard_has_are_refused(cell: str) -> None:
    with pytest.raises(BadCell) as refused:
        grade(cell)
    assert refused.value.code == "bad-grade"


@pytest.mark.parametrize("cell", ["AUS 32", "10kg/桶", "20L", "32.5%", "散装"])
def test_the_packing_of_urea_is_no_grade(cell: str) -> None:
    assert grade(cell) == ""


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("92#车用乙醇汽油（E10）（ⅥB）", "92"),
        ("车用柴油 0", "0"),
        ("-10#车用柴油", "-10"),
        ("车用柴油", ""),
        ("车用汽油(ⅥB)", ""),
        ("车用尿素 10kg", ""),
        ("95车用汽油", "95"),
        ("diesel", ""),
        ("生物柴油(B5)", ""),
    ],
)
def test_a_product_may_carry_its_grade(written: str, value: str) -> None:
    assert carried_grade(written) == value


@pytest.mark.parametrize(
    ("cell", "products"),
    [
        ("92#", set(Product)),
        (92.0, set(Product)),
        ("0号(V)", set(Product)),
        ("10kg/桶 柴油机用", set(Product)),
        ("92#汽油", {"gasoline", "ethanol_gasoline", "other_fuel"}),
        ("92#无铅汽油", {"gasoline", "ethanol_gasoline", "other_fuel"}),
        ("92#车用汽油", {"gasoline"}),
        ("92#车用无铅汽油", {"gasoline"}),
        ("92#车用乙醇汽油（E10）", {"ethanol_gasoline"}),
        ("92#(E10)", {"ethanol_gasoline"}),
        ("92#（乙醇）", {"ethanol_gasoline"}),
        ("0#柴油", {"diesel", "other_fuel"}),
        ("0#車用柴油", {"diesel"}),
        ("0#普通柴油", {"other_fuel"}),
        ("0#车用柴油（B5）", {"other_fuel"}),
        ("车用尿素 10kg", {"urea"}),
        ("92#车用汽油（E10）", set()),
        ("0#（汽油、柴油）", {"other_fuel"}),
    ],
)
def test_the_words_of_a_grade_cell_leave_these_products_open(cell: Cell, products: set[str]) -> None:
    assert {one for one in Product if admits(cell, one)} == products


def test_every_grade_of_every_product_is_read_from_its_plain_label() -> None:
    for fuel, grades in ((Product.GASOLINE, PETROL_GRADES), (Product.DIESEL, DIESEL_GRADES)):
        for one in grades:
            assert (product(f"{one}号{fuel.zh}"), carried_grade(f"{one}号{fuel.zh}")) == (fuel.value, one)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("92;95;0;尿素", "92;95;0;urea"),
        ("尿素、0#、92#", "92;0;urea"),
        (92.0, "92"),
        ("92# 95# -10#", "92;95;-10"),
        ("92;92", "92"),
        ("urea", "urea"),
    ],
)
def test_what_is_on_sale_is_kept_in_one_order(cell: Cell, value: str) -> None:
    assert on_sale(cell) == value


@pytest.mark.parametrize("cell", ["汽油", "92;便利店", "10kg", "0#汽油", "92#柴油", "0#普通柴油"])
def test_what_is_no_grade_is_not_on_sale(cell: str) -> None:
    with pytest.raises(BadCell) as refused:
        on_sale(cell)
    assert refused.value.code == "bad-grade"

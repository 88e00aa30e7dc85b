"""However the clerk writes a thing, an import reads what was meant."""

from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.demo import untidy
from fuelcheck.ledgers.columns import SAMPLES, SITES
from fuelcheck.ledgers.vehicle_columns import VEHICLES
from fuelcheck.words import DIESEL_GRADES, PETROL_GRADES, Area, Energy, Ownership, Product, Stage

chance = st.integers(0, 10_000).map(Random)
fuels = st.one_of(
    st.tuples(st.just(Product.ETHANOL_GASOLINE), st.sampled_from(PETROL_GRADES)),
    st.tuples(st.just(Product.DIESEL), st.sampled_from(DIESEL_GRADES)),
)


@given(chance, st.dates(date(2000, 1, 1), date(2030, 12, 31)))
def test_a_day_in_any_form_is_that_day(rng: Random, day: date) -> None:
    assert SAMPLES.column("sampled_on").parse(untidy.day(rng, day)) == day.isoformat()


@given(chance, fuels)
def test_product_and_grade_are_read_from_two_cells(rng: Random, fuel: tuple[Product, str]) -> None:
    product, grade = fuel

    cell = untidy.grade(rng, grade)
    as_read = float(cell) if isinstance(cell, int) else cell  # a workbook knows no whole numbers

    assert SAMPLES.column("product").parse(untidy.product(rng, product)) == product
    assert SAMPLES.column("grade").parse(as_read) == grade


@given(chance, fuels)
def test_product_and_grade_are_read_from_one_cell(rng: Random, fuel: tuple[Product, str]) -> None:
    product, grade = fuel
    cell = untidy.product_and_grade(rng, product, grade)

    assert SAMPLES.column("product").parse(cell) == product
    assert SAMPLES.column("grade").carried(cell) == grade


@given(chance)
def test_urea_is_read_in_both_forms_without_a_grade(rng: Random) -> None:
    assert SAMPLES.column("product").parse(untidy.product(rng, Product.UREA)) == Product.UREA
    assert SAMPLES.column("grade").carried(untidy.product_and_grade(rng, Product.UREA, "")) == ""
    assert untidy.grade(rng, "") is None


@given(chance, st.sampled_from(Ownership))
def test_every_word_for_an_ownership_means_it(rng: Random, owner: Ownership) -> None:
    assert SITES.column("ownership").parse(untidy.ownership(rng, owner)) == owner


@given(chance)
def test_names_are_told_apart_whatever_stands_between_them(rng: Random) -> None:
    assert SAMPLES.column("samplers").parse(untidy.people(rng, ("李四", "张三"))) == "张三;李四"


@given(chance)
def test_what_is_on_sale_is_a_list_of_grades_and_urea(rng: Random) -> None:
    on_sale = untidy.on_sale(rng, ("92", "95", "0", "-10", "urea"))

    assert set(SITES.column("products").parse(on_sale).split(";")) == {"92", "95", "0", "-10", "urea"}


@given(chance)
def test_a_credit_code_in_small_letters_or_full_width_is_the_same(rng: Random) -> None:
    assert SITES.column("uscc").parse(untidy.code(rng, "91410329MA00000006")) == "91410329MA00000006"


@given(chance, st.sampled_from(("豫C01234", "豫CD01234", "豫C01234D")))
def test_a_plate_is_read_however_it_is_dotted(rng: Random, plate: str) -> None:
    assert VEHICLES.column("plate").parse(untidy.plate(rng, plate)) == plate


@given(chance, st.sampled_from(Energy))
def test_every_word_for_an_energy_means_it(rng: Random, energy: Energy) -> None:
    assert VEHICLES.column("energy").parse(untidy.energy(rng, energy)) == energy


@given(chance, st.sampled_from(Stage))
def test_a_stage_in_any_figures_is_that_stage(rng: Random, stage: Stage) -> None:
    cell = untidy.stage(rng, stage)

    assert VEHICLES.column("stage").parse(float(cell) if isinstance(cell, int) else cell) == stage


@given(chance)
def test_a_stage_that_nobody_knows_stays_unknown(rng: Random) -> None:
    cell = untidy.stage(rng, None)

    assert cell is None or VEHICLES.column("stage").parse(cell) == ""


@given(chance, st.sampled_from(Area))
def test_every_word_for_an_area_means_it(rng: Random, area: Area) -> None:
    assert VEHICLES.column("area").parse(untidy.area(rng, area)) == area
    assert untidy.area(rng, None) is None

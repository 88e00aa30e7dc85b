from datetime import date, datetime

import pytest

from fuelcheck.rules.reported import Sample
from fuelcheck.rules.yardstick import Yardstick, yardstick_for
from fuelcheck.words import DIESEL_GRADES, SiteKind
from tests.rules.fuels import DIESEL, E10, MARCH, STANDARDS

MAY_FIRST = date(2025, 5, 1)


def stick(product="diesel", grade="0", day=MARCH, **label) -> Yardstick:
    return yardstick_for(Sample(product, grade, day, **label), STANDARDS)


def obstacles(yardstick: Yardstick) -> list[str]:
    return [remark.code for remark in yardstick.obstacles]


@pytest.mark.parametrize(
    ("product", "day", "name"),
    [
        ("diesel", date(2019, 1, 1), "GB 19147-2016 VI"),
        ("gasoline", date(2022, 12, 31), "GB 17930-2016 VIA"),
        ("gasoline", date(2023, 1, 1), "GB 17930-2016 VIB"),
        ("ethanol_gasoline", date(2025, 3, 9), "GB 18351-2017 VIB"),
        ("车用乙醇汽油", date(2025, 3, 9), "GB 18351-2017 VIB"),
        ("urea", date(2013, 7, 1), "GB 29518-2013"),
    ],
)
def test_product_and_sampling_day_choose_the_standard(product, day, name):
    found = stick(product, "92", day).standard

    assert found is not None
    assert found.name == name


def test_what_is_no_product_of_a_standard_is_held_against_nothing():
    assert obstacles(stick("other_fuel")) == ["no-standard"]
    assert obstacles(stick("煤油")) == ["no-product"]
    assert obstacles(stick(day=None)) == ["no-sampling-day"]
    assert obstacles(stick(day=date(2016, 3, 1))) == ["no-standard"]
    assert {stick("other_fuel").standard, stick(day=None).standard} == {None}


@pytest.mark.parametrize(
    ("written", "grade"),
    [("0", "0"), ("0#", "0"), ("-0", "0"), ("－10号", "-10"), ("−35#", "-35"), (" 5 ", "5"), ("–20", "-20")],
)
def test_the_grade_is_that_of_the_label(written, grade):
    yardstick = stick(grade=written)

    assert (yardstick.grade, yardstick.grades, obstacles(yardstick)) == (grade, (grade,), [])


@pytest.mark.parametrize(
    ("written", "code"),
    [(None, "grade-not-stated"), ("", "grade-not-stated"), ("10", "grade-unknown"), ("92", "grade-unknown")],
)
def test_without_a_grade_of_the_product_every_one_stays_possible(written, code):
    yardstick = stick(grade=written)

    assert (yardstick.grade, yardstick.grades, obstacles(yardstick)) == (None, DIESEL_GRADES, [code])


def test_urea_has_no_grade():
    assert (stick("urea", "AUS 32").grades, obstacles(stick("urea", None))) == ((None,), [])


def test_the_seasons_are_those_of_the_day_and_the_kind_of_site():
    assert stick("gasoline", "92", MAY_FIRST).seasons == ("summer", "winter")
    assert stick("gasoline", "92", MAY_FIRST, site_kind=SiteKind.DEPOT).seasons == ("summer",)
    assert stick(day=MAY_FIRST).seasons == (None,)


def test_gb_252_is_no_basis_since_2019():
    for named in ("GB 252-2015", "GB252", "ＧＢ ２５２－２０１５"):
        assert obstacles(stick(named_standard=named)) == ["basis-superseded"]
    assert obstacles(stick("other_fuel", named_standard="GB 252-2015")) == ["basis-superseded", "no-standard"]


def test_another_standard_on_the_report_is_told_and_changes_nothing():
    yardstick = stick("ethanol_gasoline", "92", named_standard="GB 17930-2016")

    assert yardstick.standard is E10
    assert (obstacles(yardstick), [remark.code for remark in yardstick.beside]) == ([], ["basis-differs"])


def test_an_open_edition_is_an_obstacle():
    assert obstacles(stick("ethanol_gasoline", "92", date(2026, 7, 1))) == ["edition-open"]
    assert obstacles(stick("ethanol_gasoline", "92", date(2026, 6, 30))) == []


def test_a_moment_is_its_day():
    assert stick(day=datetime(2025, 3, 9, 9, 10)).standard is DIESEL


def test_samples_that_are_judged_alike_share_a_key():
    assert stick(day=date(2025, 3, 9)).key == stick(day=date(2025, 8, 1)).key
    assert stick().key != stick(grade="-10").key
    assert stick().key != stick(claims={"sulfur": "≤5"}).key
    petrol = [stick("gasoline", "92", day).key for day in (date(2025, 4, 30), MAY_FIRST, date(2025, 6, 1))]
    assert len(set(petrol)) == 3
    e10 = [stick("ethanol_gasoline", "92", day).key for day in (date(2026, 6, 30), date(2026, 7, 1))]
    assert len(set(e10)) == 2

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules.measured import Finding, Kind, read
from fuelcheck.rules.rounding import INFINITY, Edge, Interval

D = Decimal


def ends(low: str | None, high: str | None, lean_low: int = 0, lean_high: int = 0) -> Interval:
    return Interval(
        Edge(-INFINITY if low is None else D(low), lean_low), Edge(INFINITY if high is None else D(high), lean_high)
    )


POINTS = [
    ("35", "35"),
    (" 10.4 ", "10.4"),
    ("１０．４", "10.4"),
    ("－12", "-12"),
    ("−12", "-12"),
    ("零下12", "-12"),
    ("负3", "-3"),
    ("48,0", "48.0"),
    ("8,72", "8.72"),
    ("0,755", "0.755"),
    ("1,0870", "1.0870"),
    ("1,234.5", "1234.5"),
    ("1.234,5", "1234.5"),
    ("1,234,567", "1234567"),
    ("1087,123", "1087.123"),
    (".5", "0.5"),
    ("5.", "5"),
    ("3.5E+1", "35"),
    ("0", "0"),
]


@pytest.mark.parametrize(("written", "number"), POINTS)
def test_a_number_is_read_however_it_is_typed(written, number):
    result = read(written)

    assert (result.kind, result.point, result.text) == (Kind.NUMBER, D(number), written.strip())


INTERVALS = [
    ("<3", ends(None, "3", lean_high=-1)),
    ("＜ 3", ends(None, "3", lean_high=-1)),
    ("小于0.5", ends(None, "0.5", lean_high=-1)),
    ("≤5", ends(None, "5")),
    ("不大于5", ends(None, "5")),
    ("大于5.0", ends("5.0", None, lean_low=1)),
    ("＞480", ends("480", None, lean_low=1)),
    ("≥60", ends("60", None)),
    ("不低于60", ends("60", None)),
    ("2.21~8.54", ends("2.21", "8.54")),
    ("2.2～8.5", ends("2.2", "8.5")),
    ("2.2-8.5", ends("2.2", "8.5")),
    ("2.2至8.5", ends("2.2", "8.5")),
    ("-44~-29", ends("-44", "-29")),
    ("-10--5", ends("-10", "-5")),
    ("9.8±0.3", ends("9.5", "10.1")),
    ("未检出（<0.5）", ends(None, "0.5", lean_high=-1)),
    ("未检出(检出限0.5)", ends(None, "0.5", lean_high=-1)),
    ("ND(0.01)", ends(None, "0.01", lean_high=-1)),
    ("15.5(+)", ends("15.5", "15.5", 1, 1)),
    ("-15.5(-)", ends("-15.5", "-15.5", 1, 1)),
]


@pytest.mark.parametrize(("written", "interval"), INTERVALS)
def test_bounds_and_ranges_are_intervals_of_true_values(written, interval):
    result = read(written)

    assert (result.kind, result.interval) == (Kind.NUMBER, interval)


@pytest.mark.parametrize(
    ("written", "unit"),
    [("35mg/kg", "mg/kg"), ("60 ℃", "°c"), ("32.5%（m/m）", "%(m/m)"), ("2.2mg/kg~8.5mg/kg", "mg/kg")],
)
def test_a_unit_behind_the_number_is_kept(written, unit):
    assert (read(written).kind, read(written).unit) == (Kind.NUMBER, unit)


@pytest.mark.parametrize("written", ["1a", "1A", "1级", "1 级", "1a级", "１ａ", "1b"])
def test_copper_corrosion_is_a_class_whatever_its_letter(written):
    result = read(written)

    assert (result.kind, result.point) == (Kind.CLASS, 1)


@pytest.mark.parametrize(
    ("written", "finding"),
    [
        ("无", Finding.NONE),
        ("没有", Finding.NONE),
        ("有", Finding.PRESENT),
        ("通过", Finding.PASSED),
        ("不通过", Finding.NOT_PASSED),
        ("未通过", Finding.NOT_PASSED),
        ("痕迹", Finding.TRACE),
        ("一致", Finding.MATCHES),
        ("不一致", Finding.DIFFERS),
        ("没检出", Finding.NOT_DETECTED),
        ("未检出", Finding.NOT_DETECTED),
        ("N.D.", Finding.NOT_DETECTED),
        ("none", Finding.NONE),
        ("Pass", Finding.PASSED),
    ],
)
def test_the_words_of_the_trade_are_known(written, finding):
    assert (read(written).kind, read(written).finding) == (Kind.WORD, finding)


@pytest.mark.parametrize("written", ["", "  ", "-", "—", "——", "/", "未检", "未检验", "未做", None])
def test_an_empty_cell_a_stroke_and_what_was_not_done_say_that_nothing_was_tested(written):
    assert read(written).kind is Kind.ABSENT


def test_a_comma_that_means_either_is_not_guessed():
    assert read("1,234").kind is Kind.AMBIGUOUS
    assert read("1,234~2,345").kind is Kind.AMBIGUOUS


@pytest.mark.parametrize(
    "written",
    [
        "约10",
        "10左右",
        "10 4",
        "1.2.3",
        "8.5~2.2",
        "35(不合格)",
        "2231mg",
        "10-3",
        "2025-03-09",
        "合格",
        "<",
        "±",
        "9.8;10.1",
        "nan",
        "Infinity",
        "1e999",
        "٣٥",
        "9" * 41,
        "9" * 10_000,
        "1b~1a",
        "\x00",
    ],
)
def test_what_cannot_be_read_has_no_value(written):
    result = read(written)

    assert result.kind is Kind.UNREADABLE
    assert result.interval is None
    assert result.finding is None


def test_a_number_from_a_cell_is_read_by_its_shortest_text():
    assert [read(value).point for value in (12, 8.5, 1e-05, D("10.40"))] == [12, D("8.5"), D("0.00001"), D("10.40")]
    assert read(float("nan")).kind is Kind.UNREADABLE


@given(st.one_of(st.text(), st.floats(), st.integers(), st.booleans(), st.none(), st.binary(), st.decimals()))
def test_no_input_raises_and_the_text_is_kept(written):
    result = read(written)

    assert result.text == ("" if written is None else str(written).strip())
    assert (result.interval is not None) == (result.kind in {Kind.NUMBER, Kind.CLASS})
    assert (result.finding is not None) == (result.kind is Kind.WORD)


@given(st.text(alphabet="0123456789.,-+~<>≤≥±%()eE 未检出级a", max_size=14))
def test_whatever_is_read_as_numbers_is_in_order(written):
    interval = read(written).interval

    assert interval is None or interval.low <= interval.high


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-9999, max_value=9999))
def test_a_decimal_point_and_a_decimal_comma_with_other_than_three_digits_are_the_same(number):
    text = f"{number:.2f}"

    assert read(text.replace(".", ",")).point == read(text).point == D(text)

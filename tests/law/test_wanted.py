"""Figures keep the digits they are written with; flags are true or false."""

import tomllib
from decimal import Decimal

import pytest

from fuelcheck.law.wanted import figure, flag, key


def value(written: str) -> object:
    return tomllib.loads(f"x = {written}", parse_float=Decimal)["x"]


@pytest.mark.parametrize("written", ["10", "10.0", "0.20", "-50", "1087.0", "1.3814", "0"])
def test_a_figure_keeps_its_digits(written: str) -> None:
    assert str(figure().read(value(written))) == written


@pytest.mark.parametrize("written", ['"10"', "true", "nan", "inf", "1e3", "1000000", "0.0000001", "[1]", "2025-01-01"])
def test_what_is_no_figure_of_a_standard_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        figure().read(value(written))


def test_a_flag_is_true_or_false_and_nothing_like_it() -> None:
    assert [flag().read(value(written)) for written in ("true", "false")] == [True, False]
    for written in ("1", '"true"', "[]"):
        with pytest.raises(ValueError, match=r"^$"):
            flag().read(value(written))


def test_a_key_is_a_small_word() -> None:
    assert key().read("density_20c") == "density_20c"
    for written in ("", "Density", "20c", "a b", "a\n"):
        with pytest.raises(ValueError, match=r"^$"):
            key().read(written)

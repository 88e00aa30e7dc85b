"""Finding sites by code and name, townships by name and former name."""

import pytest

from fuelcheck.law.values import Township
from fuelcheck.ledgers.cells import BadCell
from fuelcheck.ledgers.directory import Codes, Sites, Townships
from tests.ledgers.desk import TOWNSHIPS


def sites() -> Sites:
    known = Sites()
    known.add("S001", ("顺达加油站", "老站"))
    known.add("S002", ("顺通加油站", "老站"))
    known.add("S003", ("中国石化（城关）加油站",))
    return known


def test_a_township_is_written_by_its_name_of_today() -> None:
    townships = Townships(TOWNSHIPS)
    assert [townships.name(name) for name in ("城关镇", "城关街道", "城关 街道", "410329100")] == ["城关街道"] * 4


def test_a_former_name_that_two_townships_bore_is_refused_and_a_name_of_today_goes_before_it() -> None:
    parted = Townships((Township("1", "东街道", ("老镇", "西街道")), Township("2", "西街道", ("老镇",))))
    assert parted.name("西街道") == "西街道"
    with pytest.raises(BadCell):
        parted.name("老镇")


def test_an_unknown_township_is_refused_with_the_list() -> None:
    with pytest.raises(BadCell) as refused:
        Townships(TOWNSHIPS).name("月球")
    assert refused.value.values["allowed"] == "城关街道、鸦岭镇"


def test_without_a_list_any_township_is_taken() -> None:
    assert Townships(()).name(" CAMPO GRANDE ") == "CAMPO GRANDE"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("S001", "S001"),
        ("顺达加油站", "S001"),
        ("顺达 加油站", "S001"),
        ("中国石化(城关)加油站", "S003"),
    ],
)
def test_a_site_is_found_by_code_or_by_its_normalised_name(written: str, code: str) -> None:
    assert sites().find(written).code == code


def test_a_name_that_two_sites_bear_is_refused_with_both() -> None:
    with pytest.raises(BadCell) as refused:
        sites().find("老站")
    assert (refused.value.code, refused.value.values["codes"]) == ("ambiguous-site", "S001、S002")


def test_an_unknown_site_is_refused_with_the_nearest() -> None:
    with pytest.raises(BadCell) as refused:
        sites().find("顺达加油占")
    assert refused.value.code == "unknown-site"
    assert str(refused.value.values["nearest"]).startswith("顺达加油站（S001）")


@pytest.mark.parametrize(
    ("codes", "written", "found"),
    [
        (["001", "002"], "1", "001"),
        (["001", "01"], "1", None),
        (["001", "1"], "1", "1"),
        (["001"], "01", None),
        (["001"], "S1", None),
        (["S001"], "1", None),
        (["001"], "2", None),
        (["0" * 30 + "1"], "1", None),
    ],
)
def test_a_number_meets_its_code_only_where_one_can_be_meant(codes: list[str], written: str, found: str | None) -> None:
    assert Codes(codes).find(written) == found

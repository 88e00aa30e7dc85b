"""Which limit somebody means: one answer, or a refusal that names what there is to choose from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.errors import FuelcheckError
from fuelcheck.language import use
from fuelcheck.services.meant_limits import (
    ItemIsGroup,
    NoSuchItem,
    NoSuchLimit,
    StandardNotRegistered,
    Wanted,
    WhichLimit,
    WhichStandard,
    meant_item,
    meant_limits,
    meant_standard,
)
from tests.rules.fuels import DIESEL, PETROL, STANDARDS, UREA
from tests.steps.sentences import attempt

LIMITS = {limit for standard in STANDARDS for item in standard.items for limit in item.limits}


@pytest.mark.parametrize("id_", ["GB 19147-2016 VI", "gb19147-2016", "ＧＢ 19147-2016ⅤⅠ", "gb-19147-2016-vi"])
def test_a_standard_is_known_however_its_number_is_written(id_):
    assert meant_standard(STANDARDS, id_) is DIESEL


def test_a_standard_that_is_not_registered_is_refused_with_what_to_do():
    with pytest.raises(StandardNotRegistered, match="fuelcheck standard add"):
        meant_standard(STANDARDS, "GB 252-2015")
    with pytest.raises(StandardNotRegistered, match="—"):
        meant_standard((), DIESEL.name)


def test_of_several_phases_one_must_be_named():
    with pytest.raises(WhichStandard, match="GB 17930-2016 VIA, GB 17930-2016 VIB"):
        meant_standard(STANDARDS, "GB 17930-2016")


@pytest.mark.parametrize("name", ["flash_point_closed", "闪点", "闪点（闭口）", "闭口闪点/℃"])
def test_an_item_is_known_by_its_key_and_by_the_names_of_reports(name):
    assert meant_item(DIESEL, name).key == "flash_point_closed"


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("sulphr", "sulfur"), ("多环", "polycyclic_aromatics"), ("闪点（开口）", "flash_point_closed")],
)
def test_an_unknown_item_is_refused_with_the_nearest(name, nearest):
    with pytest.raises(NoSuchItem, match=nearest):
        meant_item(DIESEL, name)


@pytest.mark.parametrize("name", ["", "马达法辛烷值", "qqqqqqqqqq"])
def test_what_the_standard_does_not_limit_is_no_item(name):
    with pytest.raises(NoSuchItem):
        meant_item(PETROL, name)


def test_a_name_for_several_items_is_refused_with_them():
    with pytest.raises(ItemIsGroup, match="distillation_t50"):
        meant_item(PETROL, "馏程")


def test_the_only_limit_needs_no_name():
    (limit,) = meant_limits(UREA, meant_item(UREA, "urea"), Wanted())

    assert (str(limit.low), str(limit.high)) == ("31.8", "33.2")


def test_several_limits_are_refused_with_the_options_that_name_each():
    with pytest.raises(WhichLimit) as refused:
        meant_limits(PETROL, meant_item(PETROL, "蒸气压"), Wanted())

    assert "--grade 89 --season winter: 45–85 (89, 92, 95)" in str(refused.value)
    assert "--grade 98 --season summer: 40–65 (98)" in str(refused.value)


def test_grade_and_season_pick_one_and_all_takes_what_fits():
    vapour = meant_item(PETROL, "蒸气压")

    (one,) = meant_limits(PETROL, vapour, Wanted("92#", "summer"))
    assert (one.grades, one.season) == (("89", "92", "95"), "summer")
    assert len(meant_limits(PETROL, vapour, Wanted(season="winter", every=True))) == 2
    assert len(meant_limits(PETROL, vapour, Wanted(every=True))) == 4


@pytest.mark.parametrize("wanted", [Wanted("97"), Wanted("92", "spring"), Wanted(season="spring", every=True)])
def test_a_grade_or_season_that_there_is_not_is_refused_with_the_limits(wanted):
    with pytest.raises(NoSuchLimit, match="--grade 98 --season winter"):
        meant_limits(PETROL, meant_item(PETROL, "蒸气压"), wanted)


def test_a_limit_of_every_grade_is_that_of_each_and_of_no_other():
    gum = meant_item(PETROL, "unwashed_gum")

    assert len(meant_limits(PETROL, gum, Wanted("92"))) == 1
    with pytest.raises(NoSuchLimit):
        meant_limits(PETROL, gum, Wanted("-10"))


@given(st.sampled_from(STANDARDS), st.text(max_size=12), st.text(max_size=4), st.booleans())
def test_whatever_is_typed_is_answered_or_refused_in_a_sentence(standard, item, grade, every):
    def ask():
        return meant_limits(standard, meant_item(standard, item), Wanted(grade, every=every))

    answer = attempt(ask)
    assert str(answer) if isinstance(answer, FuelcheckError) else set(answer) <= LIMITS


@pytest.mark.parametrize(("written", "season"), [("冬季", "winter"), ("winter", "winter"), (" 夏季", "summer")])
def test_a_season_is_known_by_its_term_and_by_its_id(written, season):
    (limit,) = meant_limits(PETROL, meant_item(PETROL, "蒸气压"), Wanted("92", written))

    assert limit.season == season


def test_a_refusal_names_item_and_seasons_in_the_tongue_in_use():
    with use("zh"), pytest.raises(WhichLimit, match=r"蒸气压.*winter（冬季）"):
        meant_limits(PETROL, meant_item(PETROL, "蒸气压"), Wanted("92"))
    with use("zh"), pytest.raises(NoSuchItem, match="硫含量"):
        meant_item(PETROL, "qqqqqqqqqq")

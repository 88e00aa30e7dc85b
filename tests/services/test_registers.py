"""The registers of laboratories and inspectors, and the notices that come of them."""

from datetime import date

import pytest

from fuelcheck.library import (
    audit_acts,
    audit_history,
    enter_inspector,
    enter_laboratory,
    registered_laboratories,
)
from fuelcheck.services.registers import NoSuchItem, NoSuchProduct
from tests.cast import LABORATORY, REVIEWER, SHUNDA, batch, sites


@pytest.fixture
def codes(county):
    """The codes of the notices that nobody has answered."""
    county.take(sites(), [batch("A1", "2025-03-09", SHUNDA, 报告日期="2025-03-20", 检验机构=LABORATORY)])

    def of_open_notices():
        return [notice.code for notice in county.report().notices]

    return of_open_notices


def test_without_registers_nobody_is_remarked_upon(codes):
    assert codes() == []


def test_a_laboratory_is_known_by_what_it_may_test(county, codes):
    enter_laboratory(county.store, LABORATORY, by=REVIEWER, products=["车用尿素"])
    assert codes() == ["laboratory-out-of-scope"]

    enter_laboratory(county.store, LABORATORY, by=REVIEWER, products=["urea", "车用柴油"])
    assert codes() == []


def test_a_laboratory_whose_approval_ended_is_remarked_upon(county, codes):
    enter_laboratory(county.store, LABORATORY, by=REVIEWER, cma_no="211", valid_until=date(2025, 3, 19))

    assert codes() == ["laboratory-expired"]


def test_a_team_must_be_in_the_register_once_there_is_one(county, codes):
    enter_inspector(county.store, "李娜", by=REVIEWER)
    assert codes() == ["unknown-sampler"]

    enter_inspector(county.store, "赵强", by=REVIEWER, certificate_no="YC07", valid_until=date(2025, 3, 9))
    assert codes() == []


def test_new_particulars_take_the_place_of_the_old_ones_and_both_are_kept(county):
    enter_inspector(county.store, "李娜", by=REVIEWER, certificate_no="YC01")
    enter_inspector(county.store, "李娜", by=REVIEWER, certificate_no="YC02")

    assert [step.kind for step in audit_history(county.store, "李娜")] == ["created", "amended"]


def test_the_same_particulars_again_leave_no_act(county):
    for _ in range(2):
        enter_laboratory(county.store, LABORATORY, by=REVIEWER, products=["urea", "diesel"])

    assert len(audit_acts(county.store, kind="register")) == 1


def test_a_word_that_is_no_product_is_refused_with_those_that_are(county):
    with pytest.raises(NoSuchProduct, match="ethanol_gasoline"):
        enter_laboratory(county.store, LABORATORY, by=REVIEWER, products=["柴油"])


def test_a_laboratory_is_known_by_the_items_as_reports_name_them(county):
    items = ["硫含量", "flash_point_closed", "十六烷值", "硫含量"]
    enter_laboratory(county.store, LABORATORY, by=REVIEWER, items=items)
    (entered,) = registered_laboratories(county.store)

    assert entered.items == ("cetane_number", "flash_point_closed", "sulfur")
    assert (entered.name, entered.item_names[-1]) == (LABORATORY, "sulfur content")


def test_an_item_that_no_standard_tests_is_refused_with_the_nearest(county):
    with pytest.raises(NoSuchItem, match="硫含量"):
        enter_laboratory(county.store, LABORATORY, by=REVIEWER, items=["硫含"])
    assert registered_laboratories(county.store) == ()


def test_what_is_not_stated_of_a_laboratory_is_not_guessed(county):
    enter_laboratory(county.store, LABORATORY, by=REVIEWER)
    (entered,) = registered_laboratories(county.store)

    assert (entered.products, entered.items, entered.cma_no, entered.valid_until) == ((), (), None, None)

"""What a batch failed on: by our judging, and by the laboratory's own words."""

from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.rules.failures import failures
from fuelcheck.rules.item_names import Names
from fuelcheck.words import Verdict
from tests.rules.fuels import DIESEL, STANDARDS, batch

NAMES = Names(STANDARDS)
BAD = {"硫含量": ("35", "mg/kg"), "闪点（闭口）": ("66", "℃")}


def told(written, results=BAD):
    """Word of the laboratory, key and verdict of each thing that the batch failed on."""
    verdict = batch("diesel", "0", results) if results else None
    found = failures(verdict, written, NAMES, DIESEL)
    return [(one.named, one.item and one.item.item, one.item and one.item.verdict.value) for one in found]


def test_what_both_name_is_told_once():
    assert told("硫含量") == [("", "sulfur", "fail")]
    assert told("硫 含 量(mg/kg)；") == [("", "sulfur", "fail")]


def test_what_only_we_fail_is_told():
    assert told("") == [("", "sulfur", "fail")]


def test_what_only_the_laboratory_names_stays_visible_beside_our_verdict():
    assert told("硫含量、闪点") == [("", "sulfur", "fail"), ("闪点", "flash_point_closed", "pass")]


def test_what_it_names_and_nobody_entered_has_no_figure():
    assert told("凝点，硫含量") == [("", "sulfur", "fail"), ("凝点", None, None)]


def test_a_word_that_is_no_item_stays_as_it_is():
    assert told("外观浑浊")[-1] == ("外观浑浊", None, None)


def test_a_group_is_covered_by_a_member_that_fails():
    results = {"50%回收温度": ("310", "℃"), "90%回收温度": ("340", "℃")}
    assert told("馏程", results) == [("", "distillation_t50", "fail")]
    assert told("馏程", {"50%回收温度": ("290", "℃")}) == [("馏程", None, None)]


def test_without_results_the_laboratory_s_words_stand_whole():
    assert told("硫含量、闪点（闭口）", None) == [("硫含量、闪点（闭口）", None, None)]
    assert told("", None) == []


def test_each_has_a_name_in_chinese():
    found = failures(batch("diesel", "0", BAD), "闪点；外观", NAMES, DIESEL)
    assert [one.name for one in found] == ["硫含量", "闪点(闭口)", "外观"]


@given(st.text(max_size=60))
def test_no_word_of_a_laboratory_hides_what_we_failed(written):
    found = failures(batch("diesel", "0", BAD), written, NAMES, DIESEL)
    assert found[0].item is not None
    assert found[0].item.verdict is Verdict.FAIL
    assert all(one.named in written for one in found)

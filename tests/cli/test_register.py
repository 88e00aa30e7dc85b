"""``register`` and ``notice``: who may sample and test, what waits for an answer."""

import json

import pytest

from tests.cast import SHUNDA, batch, write_csv


@pytest.fixture
def twice(office, tmp_path):
    """The office, in whose ledger a batch stands twice; and the notice about it."""
    rows = [batch("A9", "2025-03-09", SHUNDA, 报告日期="2025-03-20")]
    office("import", write_csv(tmp_path / "again.csv", rows))
    (notice,) = json.loads(office("notice", "list", "--year", "2025", "--json").out)
    return office, notice


def test_a_notice_is_listed_with_its_sentence_and_its_record(twice):
    office, notice = twice

    assert (notice["code"], notice["noun"], notice["row"]) == ("likely-duplicate", "batch", "A9")
    assert notice["id"] in office("notice", "list", "--year", "2025").out


def test_an_answered_notice_waits_no_longer(twice):
    office, notice = twice
    said = office("notice", "answer", notice["id"], "--reason", "两个油罐", "--by", "王敏")

    assert said.code == 0
    assert json.loads(office("notice", "list", "--year", "2025", "--json").out) == []
    assert "两个油罐" in office("audit", "list").out


def test_without_notices_the_list_is_empty_and_says_so(office):
    said = office("notice", "list", "--year", "2025")

    assert (said.code, said.out) == (0, "")
    assert "No notice" in said.err


def test_an_answer_is_wanted(twice):
    office, notice = twice

    assert office("notice", "answer", notice["id"]).code == 2
    assert office("notice", "answer", notice["id"], "--reason", " ").code == 2


def test_registers_raise_the_notices_that_rest_on_them(office):
    entered = office("register", "inspector", "李娜", "--certificate", "YC01", "--valid-until", "2026-12-31")
    office("register", "laboratory", "豫西油品检验中心", "--cma", "211", "--product", "diesel", "--product", "urea")
    notices = json.loads(office("notice", "list", "--year", "2025", "--json").out)

    assert entered.code == 0
    assert {notice["code"] for notice in notices} == {"unknown-sampler"}
    assert {notice["row"] for notice in notices} == {"A1", "A2"}


def test_laboratories_are_listed_with_what_they_may_test(office):
    entered = office(
        "register", "laboratory", "豫西油品检验中心", "--cma", "211", "--item", "硫含量", "--product", "diesel"
    )
    listed = json.loads(office("register", "laboratories", "--json").out)

    assert entered.code == 0
    assert [(lab["name"], lab["cma_no"], lab["products"], lab["items"]) for lab in listed] == [
        ("豫西油品检验中心", "211", ["diesel"], ["sulfur"])
    ]
    assert "sulfur content" in office("register", "laboratories").out


def test_an_empty_register_and_an_unknown_item_are_told(office):
    assert "No laboratory" in office("register", "laboratories").err
    said = office("register", "laboratory", "豫西油品检验中心", "--item", "硫磺")
    assert (said.code, "硫磺 is no one item" in said.err) == (2, True)

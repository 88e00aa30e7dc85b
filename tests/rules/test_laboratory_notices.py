"""What a person should look at in a laboratory's work."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from fuelcheck.faults import SENTENCES
from fuelcheck.language import say, use
from fuelcheck.rules.facts import BatchFact
from fuelcheck.rules.laboratory_notices import contract_day, differing
from fuelcheck.rules.noticed import Laboratory
from fuelcheck.rules.notices import notices
from fuelcheck.words import Conclusion, Product, Task
from tests.rules.county import site
from tests.rules.fuels import batch as judged
from tests.rules.fuels import example_programme

MARCH = date(2025, 3, 9)
BATCH = BatchFact(
    "A1", MARCH, "S1", Product.DIESEL, "0", None, None, "", (), "河南质检", "R1", date(2025, 3, 20),
    Conclusion.PASS, "", False, "", None,
)  # fmt: skip
BAD, GOOD = {"硫含量": ("35", "mg/kg")}, {"硫含量": ("3.5", "mg/kg"), "闪点": ("66", "℃")}
OPEN = {"硫含量": ("10.4", "mg/kg")}


def found(batch=BATCH, results=None, **known):
    verdicts = {batch.form_no: judged("diesel", "0", results)} if results else {}
    return notices([batch], [site("S1")], verdicts=verdicts, **known)


def codes(*arguments, **known):
    return [notice.code for notice in found(*arguments, **known)]


def message(notice, language="zh"):
    with use(language):
        return say(SENTENCES[notice.code], **dict(notice.values))


def test_a_laboratory_that_is_not_in_the_register_is_told_once_there_is_one():
    assert codes(laboratories=[Laboratory("别家")]) == ["laboratory-unknown"]
    assert codes(laboratories=[]) == []
    assert codes(laboratories=[Laboratory("河南质检")]) == []


def test_a_batch_that_names_no_laboratory_is_with_no_unknown_one():
    assert codes(replace(BATCH, laboratory=""), laboratories=[Laboratory("别家")]) == []


def test_items_beyond_the_register_are_told_in_one_notice():
    laboratory = Laboratory("河南质检", items=frozenset({"density_20c"}))
    (notice,) = found(BATCH, GOOD, laboratories=[laboratory])
    assert notice.code == "item-out-of-scope"
    assert "硫含量、闪点(闭口)" in message(notice)
    assert "sulfur content; flash point, closed cup" in message(notice, "en")


@pytest.mark.parametrize("items", [set(), {"sulfur", "flash_point_closed"}])
def test_items_that_it_lists_or_that_nobody_stated_are_no_notice(items):
    assert codes(BATCH, GOOD, laboratories=[Laboratory("河南质检", items=frozenset(items))]) == []


@pytest.mark.parametrize("line", [{"外观": "清澈"}, {"闪点": "—"}])
def test_what_is_no_item_or_was_not_tested_is_beyond_nobody_s_scope(line):
    assert codes(BATCH, line, laboratories=[Laboratory("河南质检", items=frozenset({"sulfur"}))]) == []


PROGRAMME = example_programme()


def test_the_day_after_the_contract_s_last_is_late():
    assert contract_day(BATCH, [PROGRAMME]) == MARCH + timedelta(20)
    assert codes(replace(BATCH, reported_on=MARCH + timedelta(20)), programmes=[PROGRAMME]) == []
    (notice,) = found(replace(BATCH, reported_on=MARCH + timedelta(21)), programmes=[PROGRAMME])
    assert notice.code == "late-for-contract"
    assert "1 days after 2025-03-29" in message(notice, "en")


def test_no_contract_binds_a_batch_of_no_programme_or_one_without_days():
    late = replace(BATCH, reported_on=MARCH + timedelta(40))
    assert codes(replace(late, task=Task.PROVINCE), programmes=[PROGRAMME]) == []
    assert codes(replace(late, programme="none"), programmes=[PROGRAMME]) == []
    assert codes(late, programmes=[replace(PROGRAMME, contract_days=None)]) == []
    assert codes(late) == []


def test_a_report_that_has_not_come_is_late_in_no_notice():
    waiting = replace(BATCH, reported_on=None, conclusion=None, report_no="")
    assert codes(waiting, programmes=[PROGRAMME]) == []


def test_a_contradiction_names_item_value_and_limit():
    (notice,) = found(BATCH, BAD)
    assert notice.code == "verdict-differs"
    assert "硫含量 35 mg/kg（≤ 10 mg/kg）" in message(notice)
    assert "合格" in message(notice)
    assert "concluded pass, our judging fail: sulfur content 35 mg/kg (≤ 10 mg/kg);" in message(notice, "en")


def test_where_only_the_laboratory_fails_it_its_words_and_our_figures_are_named():
    (notice,) = found(replace(BATCH, conclusion=Conclusion.FAIL, failed_items="硫含量"), GOOD)
    assert "不合格（硫含量）" in message(notice)
    assert "硫含量 3.5 mg/kg（≤ 10 mg/kg）；闪点(闭口) 66 ℃（≥ 60 ℃）" in message(notice)


@pytest.mark.parametrize(
    ("conclusion", "results"),
    [(Conclusion.PASS, GOOD), (Conclusion.FAIL, BAD), (Conclusion.PASS, OPEN), (Conclusion.FAIL, OPEN), (None, BAD)],
)
def test_agreement_an_undecided_verdict_and_no_conclusion_contradict_nothing(conclusion, results):
    batch = replace(BATCH, conclusion=conclusion)
    assert differing(batch, judged("diesel", "0", results)) is None
    assert codes(batch, results) == []


def test_an_answer_holds_until_another_figure_contradicts():
    def id_of(batch, results):
        return found(batch, results)[0].id

    assert id_of(replace(BATCH, note="抄录"), BAD) == id_of(BATCH, BAD)
    assert id_of(BATCH, {"硫含量": ("36", "mg/kg")}) != id_of(BATCH, BAD)


def test_a_void_batch_is_not_remarked_upon():
    assert codes(replace(BATCH, void=True), BAD, laboratories=[Laboratory("别家")], programmes=[PROGRAMME]) == []

"""The annexes of failing, contradicted and late batches, as rows and on the page."""

from dataclasses import replace

import pytest

from fuelcheck.reports import overview
from fuelcheck.reports.annex import Annex
from fuelcheck.reports.annexes import annexes_of
from fuelcheck.reports.front import paragraph
from fuelcheck.reports.sentences import sentences
from fuelcheck.rules.failures import Failure
from fuelcheck.standing.evaluation import Failing, QuotaReport
from tests.reports.conftest import rendered
from tests.reports.laboratory_work import ANSWER

SAY = sentences("quota")


@pytest.fixture(scope="module")
def annexes(nearly_done: QuotaReport) -> dict[str, Annex]:
    return {annex.key: annex for annex in annexes_of(nearly_done, SAY)}


def cells(annex: Annex, *names: str) -> list[tuple[object, ...]]:
    """The named columns of an annex, row by row."""
    places = [[field.name for field in annex.fields].index(name) for name in names]
    return [tuple(row[place] for place in places) for row in annex.rows]


def test_a_failing_batch_has_a_row_for_each_item_under_its_number(
    annexes: dict[str, Annex], nearly_done: QuotaReport
) -> None:
    numbers = [number for (number,) in cells(annexes["failing"], "n")]
    assert numbers == [n for n, one in enumerate(nearly_done.failing, start=1) for _ in one.failures]
    assert annexes["failing"].count == len(nearly_done.failing) < len(numbers)


def test_item_result_limit_method_and_confidence_stand_as_the_trade_writes_them(annexes: dict[str, Annex]) -> None:
    rows = cells(annexes["failing"], "item", "measured", "limit", "method", "confidence", "judged")
    assert ("硫含量", "35 mg/kg", "≤10 mg/kg", "SH/T 0689", "多源一致", "不合格") in rows
    assert ("铜片腐蚀(50 °C, 3 h)", "3a 级", "≤1 级", "GB/T 5096", "据旧版", "不合格") in rows
    assert ("密度(20 °C)", "861.2 kg/m³", "810–845 kg/m³", "GB/T 1884 + GB/T 1885", "待核实", "不合格") in rows


def test_without_results_the_laboratory_s_words_stand_beside_dashes(annexes: dict[str, Annex]) -> None:
    rows = cells(annexes["failing"], "item", "measured", "limit", "method", "confidence", "judged")
    assert ("硫含量、闪点（闭口）", None, None, None, None, None) in rows


def test_a_limit_in_words_has_no_unit(stressed: QuotaReport) -> None:
    failing = next(annex for annex in annexes_of(stressed, SAY) if annex.key == "failing")
    assert ("硫醇(博士试验)", "不通过", "通过") in cells(failing, "item", "measured", "limit")


def test_a_batch_that_failed_on_nothing_that_is_named_is_listed_all_the_same(nearly_done: QuotaReport) -> None:
    bare = replace(nearly_done, failing=(Failing(nearly_done.failing[0].row, (Failure("", None),)),))
    failing = next(annex for annex in annexes_of(bare, SAY) if annex.key == "failing")
    assert cells(failing, "item", "measured") == [(None, None)]


def test_what_is_flagged_shows_both_words_and_the_answer(annexes: dict[str, Annex]) -> None:
    rows = cells(annexes["flagged"], "conclusion", "verdict", "item", "answer")
    assert ("合格", "不合格", "硫含量", None) in rows
    assert ("合格", "不合格", "硫含量", ANSWER) in rows


def test_the_note_says_which_conclusion_is_the_legal_one_and_what_a_mark_means(annexes: dict[str, Annex]) -> None:
    for key in ("failing", "flagged"):
        assert "以检验机构签发的检验报告为准" in annexes[key].note
        assert "其他标记的，尚未核对" in annexes[key].note


def test_what_is_late_names_the_last_day_and_the_days_since(
    annexes: dict[str, Annex], nearly_done: QuotaReport
) -> None:
    late = nearly_done.overdue[0]
    assert cells(annexes["overdue"], "form_no", "due", "days") == [(late.row.batch.form_no, late.due, late.days)]


def test_the_pages_and_the_list_of_annexes_name_them(pages_of_nearly_done: list[str], nearly_done: QuotaReport) -> None:
    whole = "".join(pages_of_nearly_done)
    assert f"检验结论与复核判定不一致的批次（{len(nearly_done.flagged)}批次）" in whole
    assert f"检验不合格批次（{len(nearly_done.failing)}批次）" in whole
    assert f"检验结论与复核判定不一致的有{len(nearly_done.flagged)}批次（附件7）" in whole
    assert "尚未出具检验报告的有1批次（附件8）" in whole


def test_a_note_is_on_the_page_of_its_table_s_last_row(
    pages_of_nearly_done: list[str], pages_of_stressed: list[str]
) -> None:
    for pages in (pages_of_nearly_done, pages_of_stressed):
        with_note = [page for page in pages if "其他标记的，尚未核对" in page]
        assert with_note
        assert all("实测值 限值" in page for page in with_note)


def test_the_first_page_speaks_of_what_nobody_has_answered(nearly_done: QuotaReport) -> None:
    answered = replace(nearly_done, flagged=tuple(replace(one, answer=ANSWER) for one in nearly_done.flagged))
    waiting = sum(not one.answer for one in nearly_done.flagged)
    assert f"须先核对检验报告原件的有{waiting}批次" in paragraph(nearly_done, SAY, 2)
    assert "须先核对" not in paragraph(answered, SAY, 2)


def test_where_nothing_stands_out_nothing_is_said(untouched: QuotaReport) -> None:
    assert overview.results_text(untouched, annexes_of(untouched, SAY), SAY) == ""


def test_the_same_rows_give_the_same_bytes(nearly_done: QuotaReport) -> None:
    assert rendered(nearly_done) == rendered(nearly_done)

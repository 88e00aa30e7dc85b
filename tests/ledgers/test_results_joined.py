"""Results and the samples that they were found in: one batch by its form number, without contradiction."""

from pathlib import Path
from typing import Any

import pytest

from fuelcheck.judging import the_judge
from fuelcheck.language import use
from fuelcheck.ledgers.results import Reported, read_results
from fuelcheck.words import Conclusion, Product
from tests.ledgers.desk import write_csv, write_xlsx

NAMES = the_judge().names
SAMPLE_HEADER = (
    "抽样单编号",
    "抽样日期",
    "受检单位",
    "样品名称",
    "规格型号",
    "抽样人员",
    "执行标准",
    "检验结论",
    "状态",
)
A1 = ("A1", "2025-03-09", "顺达加油站", "车用柴油", "0#", "张三、李四", "GB 19147-2016", "合格", "")
A2 = ("A2", "2025-03-10", "无名站", "车用尿素", "", "张三", "", "", "")
RESULT_HEADER = ("抽样单编号", "检验项目", "结果", "单位")
SULFUR = ("A1", "硫含量", "6", "mg/kg")


@pytest.fixture
def read(tmp_path: Path) -> Any:
    def run(samples: Any, results: Any, header: tuple[str, ...] = RESULT_HEADER) -> Reported:
        book = {"抽样": (SAMPLE_HEADER, *samples), "检验结果": (header, *results)}
        return read_results([write_xlsx(tmp_path / "book.xlsx", book)], NAMES)

    return run


def faults(found: Reported) -> list[tuple[str, str, int | None, str]]:
    return [(fault.code, fault.sheet, fault.row, fault.column) for fault in found.faults]


def notices(found: Reported) -> list[tuple[str, str, int | None]]:
    return [(notice.code, notice.sheet, notice.row) for notice in found.notices]


def test_product_grade_day_standard_and_conclusion_come_from_the_row_of_samples(read: Any) -> None:
    (batch,) = read([A1], [SULFUR, ("A1", "闪点", "66", "℃")]).batches

    assert (batch.sample.product, batch.sample.grade, str(batch.sample.sampled_on)) == (
        Product.DIESEL, "0", "2025-03-09",
    )  # fmt: skip
    assert (batch.sample.named_standard, batch.conclusion, len(batch.results)) == ("GB 19147-2016", Conclusion.PASS, 2)
    assert (batch.sheet, batch.row) == ("检验结果", 2)


def test_the_two_sheets_may_stand_in_two_files_in_any_order(tmp_path: Path) -> None:
    results = write_csv(tmp_path / "results.csv", [RESULT_HEADER, SULFUR])
    samples = write_csv(tmp_path / "samples.csv", [SAMPLE_HEADER, A1])

    for paths in ([results, samples], [samples, results]):
        assert [one.sample.product for one in read_results(paths, NAMES).batches] == [Product.DIESEL]


def test_what_has_no_bearing_on_a_verdict_cannot_refuse_the_file(read: Any) -> None:
    one_sampler_too_few = (*A1[:5], "张三", *A1[6:])

    assert read([one_sampler_too_few], [SULFUR]).faults == ()


def test_a_sampled_batch_without_a_result_is_a_notice_and_no_batch(read: Any) -> None:
    found = read([A1, A2], [SULFUR])

    assert [one.sample.form_no for one in found.batches] == ["A1"]
    assert notices(found) == [("no-results", "抽样", 3)]
    with use("en"):
        assert found.notices[0].message == "A2: no results, so it was not judged"


def test_a_void_sample_needs_no_results_and_with_results_that_is_said(read: Any) -> None:
    void = (*A2[:-1], "作废")

    assert notices(read([A1, void], [SULFUR])) == []
    assert notices(read([A1, void], [SULFUR, ("A2", "尿素含量", "32.4", "")])) == [("judged-though-void", "抽样", 3)]


def test_a_result_of_no_sample_that_does_not_say_what_it_is_of_is_refused_once(read: Any) -> None:
    found = read([A1], [SULFUR, ("A9", "硫含量", "6", ""), ("A9", "灰分", "1", "")])

    assert faults(found) == [("result-without-sample", "检验结果", 3, "抽样单编号")]
    assert "A9" in found.faults[0].message
    assert "产品、抽样日期" in found.faults[0].message


def test_a_result_of_no_sample_that_says_itself_what_it_is_of_is_judged(read: Any) -> None:
    header = (*RESULT_HEADER, "产品", "抽样日期")
    found = read([A1], [(*SULFUR, "", ""), ("A9", "尿素含量", "32", "", "车用尿素", "2025-03-10")], header)

    assert [one.sample.form_no for one in found.batches] == ["A1", "A9"]


@pytest.mark.parametrize(
    ("header", "cell", "column"),
    [
        ("产品", "车用尿素", "产品"), ("牌号", "-10", "牌号"), ("抽样日期", "2025-03-08", "抽样日期"),
        ("执行标准", "GB 19147-2013", "执行标准"), ("检验结论", "不合格", "检验结论"),
    ],
)  # fmt: skip
def test_a_contradiction_of_the_two_sheets_names_both_rows(read: Any, header: str, cell: str, column: str) -> None:
    found = read([A1], [(*SULFUR, cell)], (*RESULT_HEADER, header))

    assert faults(found) == [("batch-differs", "检验结果", 2, column)]
    with use("en"):
        assert "in row 2 of 抽样, which has the same form number A1" in found.faults[0].message


def test_a_standard_written_with_its_title_or_without_is_the_same(read: Any) -> None:
    found = read([A1], [(*SULFUR, "GB19147—2016《车用柴油》（Ⅵ）")], (*RESULT_HEADER, "执行标准"))

    assert found.faults == ()


def test_two_rows_of_samples_of_one_number_must_agree(read: Any) -> None:
    other = ("A1", "2025-03-11", *A1[2:])

    assert faults(read([A1, A1], [SULFUR])) == []
    assert faults(read([A1, other], [SULFUR])) == [("batch-differs", "抽样", 3, "抽样日期")]


def test_what_the_row_of_samples_leaves_out_is_asked_for_there(read: Any) -> None:
    assert faults(read([("A1", "", *A1[2:])], [SULFUR])) == [("missing-cell", "抽样", 2, "抽样日期")]
    assert faults(read([(*A1[:4], "", *A1[5:])], [SULFUR])) == [("grade-missing", "抽样", 2, "规格型号")]


def test_a_number_that_lost_its_zeros_meets_its_sample_and_that_is_said(read: Any) -> None:
    found = read([("007", *A1[1:])], [(7, *SULFUR[1:])])

    assert [one.sample.form_no for one in found.batches] == ["007"]
    assert [code for code, *_ in notices(found)] == ["code-by-number"]


def test_samples_alone_are_nothing_to_judge(tmp_path: Path) -> None:
    found = read_results([write_csv(tmp_path / "samples.csv", [SAMPLE_HEADER, A1])], NAMES)

    assert [(fault.code, fault.file) for fault in found.faults] == [("nothing-to-judge", "samples.csv")]


def test_conclusions_that_differ_from_row_to_row_are_about_the_items(read: Any) -> None:
    rows = [(*SULFUR, "合格"), ("A1", "闪点", "40", "℃", "不合格")]
    found = read([(*A1[:7], "", "")], rows, (*RESULT_HEADER, "检验结论"))

    assert (found.faults, found.batches[0].conclusion) == ((), None)
    assert notices(found) == [("conclusions-by-item", "检验结果", 2)]


def test_one_conclusion_in_all_rows_is_that_on_the_batch(read: Any) -> None:
    found = read(
        [(*A1[:7], "", "")], [(*SULFUR, "合格"), ("A1", "闪点", "66", "℃", "合格")], (*RESULT_HEADER, "检验结论")
    )

    assert found.batches[0].conclusion is Conclusion.PASS


def test_a_conclusion_that_cannot_be_read_is_a_notice_and_keeps_nothing_from_being_judged(read: Any) -> None:
    found = read([(*A1[:7], "见报告", "")], [SULFUR])

    assert (found.faults, found.batches[0].conclusion) == ((), None)
    assert notices(found) == [("conclusion-unread", "抽样", 2)]
    assert "见报告" in found.notices[0].message

"""The wide layout: a batch a row, the items across, under headers as laboratories write them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuelcheck.judging import the_judge
from fuelcheck.ledgers.results import Reported, read_results
from fuelcheck.ledgers.results_wide import WideLayout
from fuelcheck.rules.reported import Result
from fuelcheck.words import Conclusion, Product, Verdict
from tests.ledgers.desk import Rows, write_csv, write_xlsx

NAMES = the_judge().names
LABEL = ("抽样单编号", "样品名称", "规格型号", "抽样日期")
DIESEL = ("车用柴油", "0#", "2025-03-09")


@pytest.fixture
def read(tmp_path: Path) -> Any:
    def run(*rows: Sequence[Any], merged: Sequence[str] = (), mapping: str | None = None, **sheets: Rows) -> Reported:
        path = write_xlsx(tmp_path / "book.xlsx", {"一览表": rows, **sheets}, merged=merged)
        return read_results([path], NAMES, mapping=mapping)

    return run


def results(found: Reported) -> list[tuple[str, tuple[Result, ...]]]:
    assert found.faults == (), [fault.message for fault in found.faults]
    return [(one.sample.form_no, one.results) for one in found.batches]


def faults(found: Reported) -> list[tuple[str, int | None, str]]:
    return [(fault.code, fault.row, fault.column) for fault in found.faults]


def test_each_filled_cell_is_a_result_with_the_unit_of_its_header(read: Any) -> None:
    found = read((*LABEL, "硫含量 mg/kg", "闪点（闭口）/℃", "灰分"), ("A1", *DIESEL, 6.2, 66, ""))

    assert results(found) == [("A1", (Result("硫含量", "6.2", "mg/kg"), Result("闪点（闭口）", "66", "℃")))]
    assert (found.batches[0].sample.product, found.batches[0].sample.grade) == (Product.DIESEL, "0")
    assert (found.batches[0].sample.sampled_on, found.batches[0].row) == (date(2025, 3, 9), 2)
    assert found.notices == ()


@pytest.mark.parametrize(
    ("header", "result"),
    [
        ("硫含量（mg/kg）", Result("硫含量", "1", "mg/kg")),
        ("硫含量/(mg/kg)", Result("硫含量", "1", "mg/kg")),
        ("硫含量mg/kg", Result("硫含量", "1", "mg/kg")),
        ("苯含量（体积分数）/%", Result("苯含量（体积分数）", "1", "%")),
        ("多环芳烃含量%（质量分数）", Result("多环芳烃含量", "1", "%（质量分数）")),
        ("蒸气压 kPa", Result("蒸气压", "1", "kPa")),
        ("铜片腐蚀（50℃，3h）/级", Result("铜片腐蚀（50℃，3h）", "1", "级")),
        ("研究法辛烷值（RON）", Result("研究法辛烷值（RON）", "1")),
        ("sulfur", Result("sulfur", "1")),
        ("密度（20℃），kg/m3", Result("密度（20℃）", "1", "kg/m3")),
    ],
)
def test_a_header_says_the_item_and_its_unit_in_many_ways(read: Any, header: str, result: Result) -> None:
    found = read((*LABEL, header, "水分", "灰分"), ("A1", *DIESEL, 1, "", ""))

    assert results(found) == [("A1", (result,))]


@pytest.mark.parametrize("corner", ["", "单位", "/"])
def test_units_in_a_second_row_belong_to_the_items_above_them(read: Any, corner: str) -> None:
    rows = (
        (*LABEL, "硫含量", "蒸气压", "铜片腐蚀", "检验结论"),
        (corner, "", "", "", "mg/kg", "kPa", "—", ""),
        ("A1", "车用汽油", "92", "2025-03-09", "<3", 62.5, "1a", "合格"),
    )
    found = read(*rows)

    assert results(found) == [
        ("A1", (Result("硫含量", "<3", "mg/kg"), Result("蒸气压", "62.5", "kPa"), Result("铜片腐蚀", "1a")))
    ]
    assert found.batches[0].conclusion is Conclusion.PASS


def test_a_group_above_its_items_gives_way_to_them(read: Any) -> None:
    rows = (
        (*LABEL, "检验项目", "", "馏程", ""),
        ("", "", "", "", "硫含量 mg/kg", "凝点", "50%回收温度/℃", "90%回收温度/℃"),
        ("A1", *DIESEL, 6, -5, 280, 330),
    )
    found = read(*rows, merged=("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:H1"))

    assert [one.item for one in found.batches[0].results] == ["硫含量", "凝点", "50%回收温度", "90%回收温度"]


def test_result_and_single_verdict_below_an_item_are_two_columns(read: Any) -> None:
    rows = (
        (*LABEL, "硫含量 mg/kg", "", "灰分", ""),
        ("", "", "", "", "检测值", "单项判定", "检测值", "单项判定"),
        ("A1", *DIESEL, 6, "合格", "0.001", "合格"),
    )
    found = read(*rows, merged=("E1:F1", "G1:H1"))

    assert results(found) == [("A1", (Result("硫含量", "6", "mg/kg"), Result("灰分", "0.001")))]
    assert {notice.code for notice in found.notices} == {"unknown-column"}


@pytest.mark.parametrize("word", ["标准要求", "限值", "指标", "要求", "技术要求（GB 19147-2016）", " 标准限值"])
@pytest.mark.parametrize("place", [0, 1])
def test_a_row_of_limits_is_no_batch_and_that_is_said(read: Any, word: str, place: int) -> None:
    limits = ["", "", "", "", "", "≤10", "≥60"]
    limits[place] = word
    found = read(("序号", *LABEL, "硫含量", "闪点"), limits, (1, "A1", *DIESEL, 6, 66))

    assert [form_no for form_no, _ in results(found)] == ["A1"]
    assert [(one.skipped.row, one.skipped.why) for one in found.skipped] == [(2, "skipped-limits")]


@pytest.mark.parametrize(
    "demanded", [("≤10", "≥60"), ("不大于10", "不小于60"), ("SH/T 0689", "GB/T 261"), ("NB/SH/T 0689", "")]
)
def test_a_row_that_names_nothing_and_holds_limits_or_methods_is_no_batch(read: Any, demanded: Any) -> None:
    rows = ((*LABEL, "硫含量 mg/kg", "闪点"), ("", "", "", "", *demanded), ("A1", *DIESEL, 6, 66))
    found = read(*rows, merged=("A1:A2", "B1:B2", "C1:C2", "D1:D2"))

    assert [form_no for form_no, _ in results(found)] == ["A1"]
    assert [(one.skipped.row, one.skipped.why) for one in found.skipped] == [(2, "skipped-limits")]


def test_an_empty_cell_and_a_stroke_say_that_the_item_is_not_in_the_report(read: Any) -> None:
    found = read((*LABEL, "硫含量", "闪点", "灰分"), ("A1", *DIESEL, 6, "/", "—"))

    assert results(found) == [("A1", (Result("硫含量", "6"),))]


def test_a_row_without_any_result_is_said_and_not_judged(read: Any) -> None:
    found = read((*LABEL, "硫含量", "闪点"), ("A1", *DIESEL, 6, 66), ("A2", *DIESEL, "", ""))

    assert [form_no for form_no, _ in results(found)] == ["A1"]
    assert [(notice.code, notice.row, notice.value) for notice in found.notices] == [("no-results", 3, "A2")]


def test_a_row_without_results_may_be_the_label_of_results_elsewhere(read: Any) -> None:
    long = (("抽样单编号", "检验项目", "结果"), ("A1", "灰分", "0.001"))
    found = read((*LABEL, "硫含量", "闪点"), ("A1", *DIESEL, "", ""), 明细=long)

    assert (results(found), found.notices) == ([("A1", (Result("灰分", "0.001"),))], ())


def test_results_without_a_form_number_are_a_fault(read: Any) -> None:
    assert faults(read((*LABEL, "硫含量", "闪点"), ("", "", "", "", 6, 66))) == [("missing-cell", 2, "抽样单编号")]


@pytest.mark.parametrize("header", [("气味", "硫含量", "闪点"), ("硫含量", "气味判定", "闪点")])
def test_an_unknown_column_before_the_items_or_about_them_is_reported(read: Any, header: tuple[str, ...]) -> None:
    found = read((*LABEL, *header), ("A1", *DIESEL, "6", "7", "8"))
    (notice,) = found.notices

    assert (notice.code, "气味" in notice.column) == ("unknown-column", True)
    assert len(found.batches[0].results) == 2


def test_an_unknown_item_among_items_is_a_result_and_keeps_the_batch_undecided(read: Any) -> None:
    found = read((*LABEL, "硫含量", "铜片", "闪点"), ("A1", *DIESEL, 6, "4", 66), ("A2", *DIESEL, 6, "", 66))
    first, second = found.batches

    assert Result("铜片", "4") in first.results
    assert [one.item for one in second.results] == ["硫含量", "闪点"]
    assert the_judge().judge(first.sample, first.results).codes == ("item-unknown",)
    assert the_judge().judge(second.sample, second.results).verdict is Verdict.PASS


def test_another_bracket_is_another_property_and_not_read_as_the_item(read: Any) -> None:
    found = read((*LABEL, "硫含量", "闪点（开口）", "灰分"), ("A1", *DIESEL, 6, 40, 0.001))

    assert {one.item for one in found.batches[0].results} == {"硫含量", "灰分", "闪点（开口）"}
    assert the_judge().judge(found.batches[0].sample, found.batches[0].results).codes == ("item-unknown",)


def test_two_columns_under_one_header_are_a_fault(read: Any) -> None:
    assert [code for code, *_ in faults(read((*LABEL, "硫含量", "硫含量", "灰分"), ("A1", *DIESEL, 6, 7, "1")))] == [
        "two-columns"
    ]


def test_a_cell_that_cannot_be_printed_is_named_by_its_own_header(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [(*LABEL, "硫含量 mg/kg", "灰分"), ("A1", *DIESEL, "6\x00", "1")])

    assert faults(read_results([path], NAMES)) == [("control-character", 2, "硫含量 mg/kg")]


def test_one_item_beside_the_form_number_makes_no_wide_sheet(read: Any) -> None:
    assert [code for code, *_ in faults(read((*LABEL, "硫含量"), ("A1", *DIESEL, 6)))] == ["nothing-to-judge"]


def test_a_sheet_of_an_item_a_row_is_not_wide_for_the_items_in_its_rows(read: Any) -> None:
    header = ("抽样单编号", "检验项目", "结果", "产品", "牌号", "抽样日期")
    found = read(header, ("A1", "硫含量", "6", *DIESEL), ("A1", "灰分", "0.001", "", "", ""))

    assert results(found) == [("A1", (Result("硫含量", "6"), Result("灰分", "0.001")))]


def test_the_label_may_stand_in_the_ledger_of_samples(read: Any) -> None:
    samples = (("抽样单编号", "抽样日期", "产品", "牌号"), ("A1", "2025-03-09", "车用柴油", "0"))
    found = read(("抽样单编号", "硫含量 mg/kg", "闪点 ℃"), ("A1", 6, 66), 抽样=samples)

    assert [one.sample.product for one in found.batches] == [Product.DIESEL]


def test_a_mapping_names_the_headers_of_the_label(read: Any) -> None:
    mapping = (
        'kind = "results"\n[columns]\n"样号" = "form_no"\n"取样日" = "sampled_on"\n[default]\nproduct = "diesel"\n'
    )
    rows = (("样号", "取样日", "标号", "硫含量", "闪点"), ("A1", "2025-03-09", "0#", 6, 66))
    found = read(*rows, mapping=mapping)

    assert [(one.sample.form_no, one.sample.product) for one in found.batches] == [("A1", Product.DIESEL)]


def test_a_header_that_is_repeated_on_each_page_is_skipped_and_said(read: Any) -> None:
    header = [(*LABEL, "硫含量", "闪点"), ("", "", "", "", "mg/kg", "℃")]
    found = read(*header, ("A1", *DIESEL, 6, 66), *header, ("A2", *DIESEL, 7, 67))

    assert [form_no for form_no, _ in results(found)] == ["A1", "A2"]
    assert [(one.skipped.row, one.skipped.why) for one in found.skipped] == [
        (4, "skipped-header"), (5, "skipped-header"),
    ]  # fmt: skip


CELLS = st.sampled_from(
    [
        "抽样单编号", "样品名称", "牌号", "抽样日期", "检验结论", "硫含量", "闪点 ℃", "灰分/%", "mg/kg", "℃", "", "",
        "—", "A1", "A2", "车用柴油", "0", "2025-03-09", "6", "标准要求", "单位", "结果", "合格", "不合格项目",
    ]
)  # fmt: skip


@given(st.lists(st.lists(CELLS, min_size=6, max_size=6), min_size=1, max_size=6))
@settings(max_examples=150)
def test_no_table_raises_and_no_result_is_invented(tmp_path_factory: pytest.TempPathFactory, rows: list[Any]) -> None:
    path = write_csv(tmp_path_factory.mktemp("any") / "a.csv", [(*LABEL, "硫含量", "闪点"), *rows])
    found = read_results([path], NAMES)

    for one in found.batches:
        cells = {cell for row in rows for cell in row}
        assert {result.value for result in one.results} <= cells


@given(st.text(alphabet="硫含量闪点（闭口）/℃ mgk%kPa体积分数", max_size=12))
def test_no_header_raises_and_what_it_says_stands_in_it(header: str) -> None:
    found = WideLayout(NAMES)._measured(header)

    assert found is None or (header.startswith(found[0]) and found[1] in header)

"""Sheets of results: rows put together by form number, and every fault named by row and column."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuelcheck.judging import the_judge
from fuelcheck.language import use
from fuelcheck.ledgers.cells import as_written
from fuelcheck.ledgers.columns import SHEETS
from fuelcheck.ledgers.results import Reported
from fuelcheck.ledgers.results import read_results as read_with
from fuelcheck.ledgers.results_sheets import LONG
from fuelcheck.ledgers.template import template
from fuelcheck.rules.reported import Result, Sample
from fuelcheck.words import Product, SheetKind, SiteKind
from tests.ledgers.desk import county, write_csv, write_xlsx

NAMES = the_judge().names
HEADER = ("抽样单编号", "检验项目", "结果", "单位", "产品", "牌号", "抽样日期")
DIESEL = ("车用柴油", "0", "2025-03-09")
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


def read_results(paths: Sequence[Path], **options: Any) -> Reported:
    return read_with(paths, NAMES, **options)


@pytest.fixture
def read(tmp_path: Path) -> Any:
    def run(*rows: Any, header: tuple[str, ...] = HEADER) -> Reported:
        return read_results([write_xlsx(tmp_path / "book.xlsx", {"结果": [header, *rows]})])

    return run


def faults(reported: Reported) -> list[tuple[str, int | None, str]]:
    return [(fault.code, fault.row, fault.column) for fault in reported.faults]


def test_rows_of_one_form_number_are_one_batch(read: Any) -> None:
    found = read(("A1", "硫含量", "6", "mg/kg", *DIESEL), ("A2", "闪点", 66, "℃", *DIESEL), ("A1", "闪点", "<40"))

    assert found.faults == ()
    assert [(one.sample, one.results, one.row) for one in found.batches] == [
        (
            Sample(Product.DIESEL, "0", date(2025, 3, 9), form_no="A1"),
            (Result("硫含量", "6", "mg/kg"), Result("闪点", "<40")),
            2,
        ),
        (Sample(Product.DIESEL, "0", date(2025, 3, 9), form_no="A2"), (Result("闪点", "66", "℃"),), 3),
    ]


def test_a_batch_may_go_over_several_sheets(tmp_path: Path) -> None:
    sheets = {"一": [HEADER, ("A1", "硫含量", "6", "", *DIESEL)], "二": [HEADER, ("A1", "闪点", "66", "", *DIESEL)]}
    found = read_results([write_xlsx(tmp_path / "book.xlsx", sheets)])

    assert [len(one.results) for one in found.batches] == [2]


def test_the_product_s_cell_may_carry_the_grade(read: Any) -> None:
    found = read(("A1", "硫含量", "6", "", "92#车用汽油（ⅥB）", date(2025, 3, 9)), header=(*HEADER[:5], "抽样日期"))

    assert (found.batches[0].sample.product, found.batches[0].sample.grade) == ("gasoline", "92")


def test_basis_and_kind_of_site_are_taken_along(read: Any) -> None:
    row = ("A1", "硫含量", "6", "", *DIESEL, "GB 252-2015", "油库")
    sample = read(row, header=(*HEADER, "执行标准", "站点类别")).batches[0].sample

    assert (sample.named_standard, sample.site_kind) == ("GB 252-2015", SiteKind.DEPOT)


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (35.0, "35"), (59.6, "59.6"), (0.00001, "0.00001"), (0.1 + 0.2, "0.3"), (10.000000000000002, "10"),
        ("1a", "1a"), ("<3", "<3"), (" 2.2～8.5 ", "2.2～8.5"), ("未检出", "未检出"), ("10.0", "10.0"),
    ],
)  # fmt: skip
def test_a_result_stays_as_it_was_written(cell: str | float, written: str) -> None:
    assert as_written(cell) == written


@given(st.integers(1, 10**14), st.integers(0, 14))
def test_a_number_of_fifteen_digits_is_kept_to_the_last_of_them(digits: int, decimals: int) -> None:
    number = digits / 10**decimals

    assert float(as_written(number)) == pytest.approx(number, rel=1e-14)
    assert "e" not in as_written(number).lower()


def test_a_stroke_stays_and_an_empty_cell_is_a_fault(read: Any) -> None:
    assert read(("A1", "灰分", "—", "", *DIESEL)).batches[0].results == (Result("灰分", "—"),)
    assert faults(read(("A1", "灰分", "", "", *DIESEL))) == [("missing-cell", 2, "结果")]
    assert faults(read(("A1", "灰分", "#N/A", "", *DIESEL))) == [("missing-cell", 2, "结果")]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (("", "硫含量", "6", "", *DIESEL), ("missing-cell", 2, "抽样单编号")),
        (("A1", "", "6", "", *DIESEL), ("missing-cell", 2, "检验项目")),
        (("A1", "硫含量", "6\x00", "", *DIESEL), None),
        (("A1", "硫含量", "6", "", "汽油", "92", "2025-03-09"), ("ambiguous-petrol", 2, "产品")),
        (("A1", "硫含量", "6", "", "", "", "2025-03-09"), ("missing-cell", 2, "产品")),
        (("A1", "硫含量", "6", "", "车用柴油", "", "2025-03-09"), ("grade-missing", 2, "牌号")),
        (("A1", "硫含量", "6", "", "车用柴油", "92", "2025-03-09"), ("grade-unsuited", 2, "牌号")),
        (("A1", "硫含量", "6", "", "车用尿素", "92", "2025-03-09"), ("grade-unsuited", 2, "牌号")),
        (("A1", "硫含量", "6", "", "车用柴油", "0", ""), ("missing-cell", 2, "抽样日期")),
        (("A1", "硫含量", "6", "", "车用柴油", "0", "3月9日"), ("day-without-year", 2, "抽样日期")),
    ],
)
def test_what_a_judgement_must_know_is_asked_for(tmp_path: Path, row: Any, fault: Any) -> None:
    found = read_results([write_csv(tmp_path / "book.csv", [HEADER, row])])

    assert faults(found) == ([fault] if fault else [("control-character", 2, "结果")])
    assert found.batches == ()
    assert all(one.message for one in found.faults)


@pytest.mark.parametrize(
    ("other", "column"),
    [
        (("车用尿素", "", "2025-03-09"), "产品"),
        (("车用柴油", "-10", "2025-03-09"), "牌号"),
        (("车用柴油", "0", "2025-03-10"), "抽样日期"),
    ],
)
def test_rows_of_one_form_number_must_not_contradict_each_other(read: Any, other: Any, column: str) -> None:
    found = read(("A1", "硫含量", "6", "", *DIESEL), ("A1", "闪点", "66"), ("A1", "灰分", "0.001", "", *other))

    assert faults(found) == [("batch-differs", 4, column)]
    assert "A1" in found.faults[0].message


def test_a_grade_that_another_cell_carries_may_contradict_as_well(tmp_path: Path) -> None:
    header = ("抽样单编号", "检验项目", "结果", "产品", "抽样日期")
    rows = [header, ("A1", "硫含量", "6", "0#车用柴油", DIESEL[2]), ("A1", "灰分", "1", "-10#车用柴油", DIESEL[2])]
    found = read_results([write_csv(tmp_path / "book.csv", rows)])

    assert faults(found) == [("batch-differs", 3, "牌号")]
    with use("en"):
        assert found.faults[0].message == ("牌号 is -10, but 0 in row 2 of book.csv, which has the same form number A1")


def test_every_fault_of_a_file_is_named_in_the_order_of_its_rows(read: Any) -> None:
    found = read(
        ("A1", "硫含量", "6", "", "车用柴油", "0", ""),
        ("A2", "", "", "", *DIESEL),
        ("A3", "灰分", "1", "", "可乐", "0", "x"),
    )

    assert faults(found) == [
        ("missing-cell", 2, "抽样日期"), ("missing-cell", 3, "检验项目"), ("missing-cell", 3, "结果"),
        ("unknown-product", 4, "产品"), ("bad-day", 4, "抽样日期"),
    ]  # fmt: skip


def test_an_item_that_nobody_knows_is_no_fault(read: Any) -> None:
    assert read(("A1", "气味", "正常", "斤", *DIESEL)).batches[0].results == (Result("气味", "正常", "斤"),)


def test_a_sheet_without_product_or_day_is_refused_once_and_not_for_each_batch(read: Any) -> None:
    found = read(("A1", "硫含量", "6"), ("A2", "硫含量", "6"), header=HEADER[:3])

    assert [(fault.code, fault.sheet) for fault in found.faults] == [("no-label-columns", "结果")]
    assert "产品、抽样日期" in found.faults[0].message


def test_other_ledgers_of_the_workbook_are_left_aside_and_that_is_said(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = county(tmp_path)
    book = load_workbook(path)
    for row in (HEADER, ("A1", "硫含量", "6", "", *DIESEL)):
        (book["结果"] if "结果" in book.sheetnames else book.create_sheet("结果")).append(row)
    book.save(path)
    found = read_results([path])

    assert (len(found.batches), found.faults) == (1, ())
    assert [(notice.code, notice.sheet, notice.value) for notice in found.notices] == [
        ("read-elsewhere", "站点", ""), ("no-results", "抽样", "A2"), ("no-results", "抽样", "A3"),
    ]  # fmt: skip


def test_a_workbook_without_results_is_refused(tmp_path: Path) -> None:
    (fault,) = read_results([county(tmp_path)]).faults

    assert fault.code == "nothing-to-judge"
    assert "抽样单编号、检验项目、结果" in fault.message


def test_the_empty_form_is_read_as_an_empty_table(tmp_path: Path) -> None:
    template([SheetKind.RESULTS], path := tmp_path / "form.xlsx")
    found = read_results([path])

    assert (found.batches, found.faults) == ((), ())


def test_the_long_sheet_is_the_sheet_of_results_with_the_conclusion_on_the_batch() -> None:
    assert [one.name for one in LONG.columns] == [
        *(one.name for one in SHEETS[SheetKind.RESULTS].columns),
        "conclusion",
    ]
    assert [one.name for one in LONG.columns if one.required] == ["form_no", "item", "value"]

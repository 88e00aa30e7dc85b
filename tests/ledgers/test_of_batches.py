"""Results brought to the batches of the store or of the same command."""

from pathlib import Path

import pytest

from fuelcheck.ledgers.bring import Brought, read_tables
from fuelcheck.ledgers.known import Known
from fuelcheck.ledgers.of_batches import forms_with_results, spelling
from fuelcheck.rules.item_meanings import Meanings
from fuelcheck.words import SheetKind
from tests.ledgers.desk import TOWNSHIPS, brought, county, places, write_csv, write_xlsx

HEADER = ("抽样单编号", "检验项目", "结果", "单位")
BATCH = {
    "form_no": "A1", "site_code": "S001", "product": "diesel", "grade": "0", "sampled_on": "2025-03-09",
    "samplers": "张三;李四",
}  # fmt: skip
KNOWN = Known(
    TOWNSHIPS,
    sites={"S001": {"site_code": "S001", "name": "顺达加油站", "kind": "station"}},
    samples={"A1": BATCH, "007": {**BATCH, "form_no": "007", "standard": "GB 19147-2016"}},
    results={"A1": {"硫含量": ("8", "mg/kg", ""), "闪点（闭口）": ("60", "", "")}},
    programmes=("county-2025",),
)


@pytest.fixture
def bring(tmp_path: Path):
    """Brings rows of 检验结果 against the known county."""

    def results(*rows: tuple[str, ...], header: tuple[str, ...] = HEADER, **options: object) -> Brought:
        return brought(write_csv(tmp_path / "results.csv", (header, *rows)), known=KNOWN, **options)

    return results


def states(answer: Brought) -> list[str]:
    return [row.state for row in answer.rows]


def test_results_are_taken_alone_where_the_store_has_the_batch(bring):
    answer = bring(("A1", "水分", "痕迹", ""), ("A1", "灰分", "/", ""), ("A1", "密度", "未检", ""))

    assert answer.accepted
    assert [(row.key, row.values["value"]) for row in answer.rows] == [
        (("A1", "水分"), "痕迹"), (("A1", "灰分"), "/"), (("A1", "密度"), "未检")
    ]  # fmt: skip


def test_results_are_taken_beside_the_samples_of_the_same_command(tmp_path):
    book = county(tmp_path)
    found = write_xlsx(tmp_path / "lab.xlsx", {"结果": (HEADER, ("A2", "硫含量", 6.5, "mg/kg"))})
    answer = brought(book, found)

    assert answer.accepted
    assert [row.values for row in answer.rows if row.kind is SheetKind.RESULTS] == [
        {"form_no": "A2", "item": "硫含量", "value": "6.5", "unit": "mg/kg"}
    ]


def test_a_batch_that_nobody_knows_is_a_fault_and_a_number_without_its_zeros_is_met(bring):
    answer = bring(("A9", "硫含量", "6", ""), ("7", "硫含量", "6", ""))

    assert places(answer) == {("unknown-form-no", 2, "抽样单编号")}
    assert "抽样" in answer.faults[0].message
    assert [notice.code for notice in answer.notices] == ["code-by-number"]


def test_an_empty_result_is_a_fault(bring):
    assert places(bring(("A1", "水分", "", ""), ("A1", "", "无", ""))) == {
        ("missing-cell", 2, "结果"), ("missing-cell", 3, "检验项目")
    }  # fmt: skip


def test_the_same_results_again_change_nothing(bring):
    assert states(bring(("A1", "硫含量", "8", "mg/kg"), ("A1", "闪点(闭口)", "60", ""))) == ["same", "same"]


def test_a_unit_that_was_missing_is_filled_and_another_value_is_a_conflict(bring):
    answer = bring(("A1", "闪点（闭口）", "60", "℃"), ("A1", "硫含量", "8.0", "mg/kg"))

    assert states(answer) == ["filled", "changed"]
    assert [(c.code, c.row, c.column) for c in answer.conflicts] == [("differs", 3, "结果")]
    assert bring(("A1", "硫含量", "8.0", "mg/kg"), update=True).accepted


def test_one_item_twice_with_another_result_is_a_fault(bring):
    assert places(bring(("A1", "水分", "无", ""), ("A1", "水分", "有", ""))) == {("duplicate-row", 3, "抽样单编号")}


@pytest.mark.parametrize(
    ("column", "said", "held"),
    [
        ("产品", "车用尿素", "车用柴油"),
        ("牌号", "-10", "0"),
        ("抽样日期", "2025-03-10", "2025-03-09"),
        ("站点类别", "油库", "加油站"),
    ],
)
def test_a_row_that_contradicts_its_batch_names_both_values(bring, column, said, held):
    answer = bring(("A1", "水分", "无", "", said), header=(*HEADER, column))

    assert places(answer) == {("label-differs", 2, column)}
    assert said in answer.faults[0].message
    assert held in answer.faults[0].message


def test_a_label_that_agrees_is_no_part_of_the_result(bring):
    header = (*HEADER, "产品", "牌号", "抽样日期", "执行标准", "站点类别")
    answer = bring(("007", "水分", "无", "", "0#车用柴油", "", "2025/3/9", "GB19147-2016", "加油站"), header=header)

    assert answer.accepted, [fault.message for fault in answer.faults]
    assert answer.rows[0].values == {"form_no": "007", "item": "水分", "value": "无"}


def test_a_label_that_the_batch_lacks_is_not_lost_silently(bring):
    answer = bring(("A1", "水分", "无", "", "GB 19147-2016"), header=(*HEADER, "执行标准"))

    assert answer.accepted
    assert [(notice.code, notice.row, notice.column) for notice in answer.notices] == [
        ("label-unrecorded", 2, "执行标准")
    ]


def test_results_are_held_against_what_the_same_command_says_of_the_batch(tmp_path):
    found = write_csv(tmp_path / "lab.csv", ((*HEADER, "产品"), ("A3", "尿素含量", "32.5", "%", "车用柴油")))

    assert places(brought(county(tmp_path), found)) == {("label-differs", 2, "产品")}


def test_forms_are_found_in_results_alone(tmp_path):
    found = write_csv(tmp_path / "lab.csv", (HEADER, ("A3", "硫含量", "6", ""), ("7.0", "硫含量", "6", "")))
    tables = read_tables((county(tmp_path), found)).tables

    assert forms_with_results(tables) == {"A3", "7"}


def test_an_item_is_met_by_its_name_in_whatever_width():
    assert spelling("闪点(闭口)", ["闪点（闭口）"], Meanings(), "diesel") == "闪点（闭口）"
    assert spelling("闪点（开口）", ["闪点（闭口）"], Meanings(), "diesel") == "闪点（开口）"


@pytest.mark.parametrize(("written", "held"), [("COUNTY-2025", "county-2025"), ("无", "none"), ("none", "none")])
def test_a_batch_names_its_programme_or_none(tmp_path, written, held):
    rows = [("A7", "2025-03-09", "S001", "车用柴油", "0", "张三、李四", written)]
    header = ("抽样单编号", "抽样日期", "站点编号", "产品", "牌号", "抽样人员", "实施细则")
    answer = brought(write_csv(tmp_path / "samples.csv", (header, *rows)), known=KNOWN)

    assert [row.values["programme"] for row in answer.rows] == [held]


def test_an_unknown_programme_is_refused_with_those_that_are_registered(tmp_path):
    rows = [("A7", "2025-03-09", "S001", "车用柴油", "0", "张三、李四", "city-2025")]
    header = ("抽样单编号", "抽样日期", "站点编号", "产品", "牌号", "抽样人员", "抽检方案")
    answer = brought(write_csv(tmp_path / "samples.csv", (header, *rows)), known=KNOWN)

    assert places(answer) == {("unknown-programme", 2, "抽检方案")}
    assert "county-2025" in answer.faults[0].message

"""Headers as real ledgers write them."""

import pytest

from fuelcheck.ledgers.columns import SAMPLES, SITES, Sheet
from fuelcheck.ledgers.headers import dictionary, place, settle

SEEN = {
    "form_no": "抽样单编号 抽样单号 抽样编号 样品编号",
    "sampled_on": "抽样日期 采样日期 取样日期",
    "site_code": "站点编号 被抽样单位 受检单位 被检单位 加油站名称 站名 单位名称",
    "product": "样品名称 产品名称 油品 油品名称",
    "grade": "牌号 规格型号 规格 型号 油品牌号 标号",
    "samplers": "抽样人员 抽样人 采样人员",
    "laboratory": "检验机构 承检机构 检测机构",
    "report_no": "报告编号 检验报告编号 报告书编号",
    "reported_on": "报告日期 检验报告日期 签发日期",
    "conclusion": "检验结论 结论 检验结果 判定",
    "failed_items": "不合格项目 不合格项",
    "note": "备注",
}
SEEN_OF_SITES = {
    "township": "乡镇 所在乡镇 所属乡镇 辖区 属地",
    "ownership": "所有制 经济性质 企业性质",
    "name": "名称 站点名称 企业名称",
}


def meaning(header: str, sheet: Sheet = SAMPLES) -> list[str]:
    return [column.name for column in dictionary(sheet).meanings(header)]


@pytest.mark.parametrize(
    ("sheet", "name", "headers"),
    [
        *((SAMPLES, name, headers) for name, headers in SEEN.items()),
        *((SITES, name, headers) for name, headers in SEEN_OF_SITES.items()),
    ],
)
def test_the_headers_of_real_ledgers_are_known(sheet: Sheet, name: str, headers: str) -> None:
    assert [meaning(header, sheet) for header in headers.split()] == [[name]] * len(headers.split())


@pytest.mark.parametrize(
    "header",
    [
        "抽样单编号*",
        "*抽样单编号（必填）",
        "抽样单\n编号",
        "抽 样 单 编 号",
        "抽样单编号：",
        "form_no",
        "Form No",
        "【抽样单编号】(18位)",
        "抽样单编号[必填]",
    ],
)
def test_stars_hints_spaces_and_case_do_not_matter(header: str) -> None:
    assert meaning(header.replace("【抽样单编号】", "抽样单编号")) == ["form_no"]


@pytest.mark.parametrize("header", ["检验结论（复检）", "抽样单编号(原)", "（备用）", "电话", ""])
def test_a_bracket_that_changes_the_meaning_makes_another_column(header: str) -> None:
    assert meaning(header) == []


def test_our_own_header_wins_over_another_one_of_the_same_column() -> None:
    words = dictionary(SAMPLES)
    chosen, undecided = settle(place(["结论", "检验结论"], words), words)
    assert ([one.header for one in chosen], undecided) == (["检验结论"], [])


def test_between_two_foreign_headers_of_a_column_nothing_decides() -> None:
    words = dictionary(SAMPLES)
    chosen, undecided = settle(place(["结论", "判定"], words), words)
    assert (chosen, [[one.header for one in group] for group in undecided]) == ([], [["结论", "判定"]])


def test_a_mapping_decides() -> None:
    words = dictionary(SAMPLES, {"判定": ["conclusion"], "单位": ["site_code"]})
    chosen, undecided = settle(place(["结论", "判定", "站点编号", "单位"], words), words)
    assert ([one.header for one in chosen], undecided) == (["单位", "判定"], [])


def test_code_and_name_of_a_site_are_both_kept_ours_first() -> None:
    words = dictionary(SAMPLES)
    chosen, _ = settle(place(["受检单位", "站点编号"], words), words)
    assert [one.header for one in chosen] == ["站点编号", "受检单位"]

"""One workbook with more than twenty different faults: every one is named by row and column."""

from pathlib import Path

from tests.ledgers.desk import brought, places, write_xlsx

SITE_HEADER = (
    "站点编号",
    "名称",
    "类别",
    "所有制",
    "乡镇",
    "统一社会信用代码",
    "经度",
    "开业日期",
    "停业日期",
    "在售油品",
    "信用风险等级",
)
SITES = (
    (("S001", "顺达加油站", "加油站", "民营", "鸦岭镇", "", "112.4", "", "", "92;0", "A"), {}),
    (("S002", "某站", "加气站", "民营", "鸦岭镇", "", "", "", "", "", ""), {"类别": "unknown-kind"}),
    (("S003", "三站", "加油站", "国有", "鸦岭镇", "", "", "", "", "", ""), {"所有制": "unknown-ownership"}),
    (
        ("S004", "四站", "加油站", "加盟", "月球", "", "", "", "", "", ""),
        {"所有制": "ownership-by-sign", "乡镇": "unknown-township"},
    ),
    (
        ("S005", "五站", "加油站", "民营", "鸦岭镇", "91410329MA44NKYH3X", "北纬", "", "", "", ""),
        {"统一社会信用代码": "bad-uscc", "经度": "bad-number"},
    ),
    (
        ("S006", "六站", "加油站", "民营", "鸦岭镇", "", "", "2020-1-1", "2019-1-1", "", ""),
        {"停业日期": "closed-before-opened"},
    ),
    (
        ("S007", "中国石化七站", "加油站", "", "鸦岭镇", "", "", "", "", "97;0", "E"),
        {"所有制": "ownership-missing", "在售油品": "bad-grade", "信用风险等级": "unknown-risk-class"},
    ),
    (("S001", "又一站", "加油站", "民营", "鸦岭镇", "", "", "", "", "", ""), {"站点编号": "duplicate-site-code"}),
)
SAMPLE_HEADER = (
    "抽样单编号",
    "抽样日期",
    "受检单位",
    "样品名称",
    "规格型号",
    "抽样人员",
    "报告编号",
    "报告日期",
    "检验结论",
    "抽样类别",
    "原抽样单编号",
    "任务来源",
)
TAIL = ("张三、李四", "", "", "", "", "", "")
SAMPLES = (
    (("A1", "2025-03-09", "顺达加油站", "车用柴油", "0#", *TAIL), {}),
    (("A2", "2025.3", "顺达加油站", "车用柴油", "0#", *TAIL), {"抽样日期": "day-without-day"}),
    (("A3", "3月28日", "顺达加油站", "车用柴油", "0#", *TAIL), {"抽样日期": "day-without-year"}),
    (("A4", 45725.0, "顺大加油站", "车用柴油", "0#", *TAIL), {"抽样日期": "day-as-number", "受检单位": "unknown-site"}),
    (("A5", "2025-02-30", "顺达加油站", "汽油", "92#", *TAIL), {"抽样日期": "bad-day", "样品名称": "ambiguous-petrol"}),
    (("A6", "2025-03-09", "顺达加油站", "润滑油", "", *TAIL), {"样品名称": "unknown-product"}),
    (("A7", "2025-03-09", "顺达加油站", "车用柴油", "93#", *TAIL), {"规格型号": "bad-grade"}),
    (("A8", "2025-03-09", "顺达加油站", "车用柴油", "", *TAIL), {"规格型号": "grade-missing"}),
    (("A9", "2025-03-09", "顺达加油站", "车用柴油", "92#", *TAIL), {"规格型号": "grade-unsuited"}),
    (
        ("A10", "2025-03-09", "顺达加油站", "车用柴油", "0#", "张三", "W1", "2025-03-01", "", "", "", ""),
        {"抽样人员": "one-sampler", "报告日期": "report-before-sampling", "检验结论": "conclusion-missing"},
    ),
    (
        ("A11", "2025-03-09", "顺达加油站", "车用柴油", "0#", "张三、李四", "", "", "待定", "复检", "", "乡级"),
        {"检验结论": "unknown-conclusion", "抽样类别": "retest-is-no-row", "任务来源": "unknown-task"},
    ),
    (
        ("A12", "2025-03-09", "顺达加油站", "车用柴油", "0#", "张三、李四", "", "", "", "复查", "", ""),
        {"原抽样单编号": "follows-missing"},
    ),
    (
        ("A13", "2025-03-09", "顺达加油站", "车用柴油", "0#", "张三、李四", "", "", "", "复查", "B1", ""),
        {"原抽样单编号": "unknown-follows"},
    ),
    (("A1", "2025-03-10", "顺达加油站", "车用柴油", "0#", *TAIL), {"抽样单编号": "duplicate-form-no"}),
    (
        (4.1e17, "2025-03-09", "", "车用柴油", "0#", *TAIL),
        {"抽样单编号": "number-too-long", "受检单位": "missing-cell"},
    ),
    (("A16", "2025-03-09", "顺达加油站", "-10#车用柴油", "0#", *TAIL), {"规格型号": "grade-differs"}),
)


def expected(
    rows: tuple[tuple[tuple[object, ...], dict[str, str]], ...], first: int
) -> set[tuple[str, int | None, str]]:
    return {(code, n, column) for n, (_, faults) in enumerate(rows, first) for column, code in faults.items()}


def test_all_of_them_are_named_and_nothing_else(tmp_path: Path) -> None:
    book = write_xlsx(
        tmp_path / "book.xlsx",
        {
            "站点": [("伊川县成品油经营单位名录",), SITE_HEADER, *(row for row, _ in SITES)],
            "抽样": [("2025年台账",), ("填报单位：",), SAMPLE_HEADER, *(row for row, _ in SAMPLES)],
        },
    )
    answer = brought(book)
    wanted = expected(SITES, 3) | expected(SAMPLES, 4)
    assert places(answer) == wanted
    assert len({code for code, _, _ in wanted}) >= 25
    assert len(answer.faults) == len(wanted)
    assert not answer.accepted


def test_they_come_in_the_order_of_sheets_rows_and_columns(tmp_path: Path) -> None:
    book = write_xlsx(tmp_path / "book.xlsx", {"站点": [SITE_HEADER, *(row for row, _ in SITES)]})
    order = [(fault.row or 0, SITE_HEADER.index(fault.column)) for fault in brought(book).faults]
    assert order == sorted(order)


def test_every_fault_can_be_read_in_words(tmp_path: Path) -> None:
    book = write_xlsx(tmp_path / "book.xlsx", {"抽样": [SAMPLE_HEADER, *(row for row, _ in SAMPLES)]})
    for fault in brought(book).faults:
        assert "{" not in fault.message

"""A county with a year behind it that has one of everything."""

from datetime import date

import pytest

from tests.cast import CNOOC, COOPERATIVE, DEPOT, PETROCHINA, SHUNDA, SINOPEC, XINYUAN, batch, change, sites, visit

AUTUMN = date(2025, 9, 30)


def reported(form_no, day, site, on, **other):
    return batch(form_no, day, site, 报告日期=on, **other)


@pytest.fixture
def year(county):
    """The year up to the end of September, as of which three private stations are on the roster."""
    county.clock.set(date(2025, 9, 30))
    county.take(
        sites(),
        [
            reported("A1", "2025-03-09", SHUNDA, "2025-03-20"),
            reported("A2", "2025-03-09", SHUNDA, "2025-03-20", 产品="车用乙醇汽油", 牌号="92", 检验结论="不合格"),
            reported("A3", "2025-04-10", COOPERATIVE, "2025-04-22"),
            batch("A4", "2025-09-24", XINYUAN),
            reported("B1", "2025-05-06", SINOPEC, "2025-05-16"),
            reported("C1", "2025-05-06", CNOOC, "2025-05-16"),
            reported("D1", "2025-01-15", DEPOT, "2025-01-25"),
            reported("D2", "2025-02-27", DEPOT, "2025-03-09"),
            batch("D3", "2025-03-27", DEPOT),
            reported("N1", "2025-06-01", PETROCHINA, "2025-06-11", 产品="车用尿素"),
            reported("S1", "2025-07-01", PETROCHINA, "2025-07-11", 任务来源="省级"),
            reported("R1", "2025-06-20", SHUNDA, "2025-06-30", 抽样类别="复查", 原抽样单编号="A2"),
            reported("V1", "2025-06-20", XINYUAN, "2025-06-30", 状态="作废", 作废原因="封样破损"),
            batch("O1", "2025-09-25", SHUNDA, 任务来源="市级"),
        ],
        [visit(XINYUAN, "2025-08-12", "停业")],
        [change("U01", "2025-02-01", "停业")],
    )
    return county

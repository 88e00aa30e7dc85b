"""Which notices wait for an answer."""

from datetime import date

from tests.cast import SHUNDA, XINYUAN, batch, change, sites


def codes(county, as_of=date(2025, 12, 31), year=2025):
    return [(notice.code, notice.row) for notice in county.report(as_of, year).notices]


def test_a_clean_county_has_none(county):
    county.take(sites(), [batch("A1", "2025-03-09", SHUNDA, 报告日期="2025-03-20")])

    assert codes(county) == []


def test_they_are_derived_anew_and_go_when_the_cause_goes(county):
    county.take(sites(SHUNDA), [change(SHUNDA, "2025-03-01", "停业")])
    county.take([batch("A1", "2025-03-09", SHUNDA, 报告日期="2025-03-20")])
    assert codes(county) == [("outside-operating", "A1")]

    county.take([change(SHUNDA, "2025-03-09", "恢复营业")])
    assert codes(county) == []


def test_a_batch_of_a_higher_level_is_looked_for_beyond_the_new_year(county):
    county.take(sites())
    county.take([
        batch("S1", "2024-11-20", XINYUAN, 任务来源="省级", 报告日期="2024-11-30"),
        batch("A1", "2025-02-20", XINYUAN, 报告日期="2025-03-01"),
    ])  # fmt: skip

    assert codes(county) == [("too-soon-after-higher-level", "A1")]
    assert codes(county, date(2024, 12, 31), 2024) == []


def test_a_void_batch_is_not_remarked_upon(county):
    county.take(sites())
    county.take([batch("A1", "2025-03-09", SHUNDA, 报告日期="2025-08-20")])
    assert codes(county) == [("late-report", "A1")]

    county.take([batch("A1", "2025-03-09", SHUNDA, 状态="作废", 作废原因="过期")])
    assert codes(county) == []


def test_a_report_without_a_day_is_remarked_upon(county):
    county.take(sites(), [batch("A1", "2025-03-09", SHUNDA, 报告编号="W1", 检验结论="合格")])

    assert codes(county) == [("undated-report", "A1")]

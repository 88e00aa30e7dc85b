"""The ledgers that the county of these tests begins with."""

from tests.cast import (
    LABORATORY,
    SHUNDA,
    XINYUAN,
    County,
    batch,
    change,
    clean_check,
    results,
    road_check,
    sites,
    visit,
)

BUS = {"号牌号码": "豫C12345D", "用途": "公交", "能源": "纯电动", "区域": "县城区", "注册日期": "2023-05-01"}


def bring_all(county: County) -> None:
    """Bring them."""
    county.take(
        sites(),
        [
            batch("A1", "2025-03-09", SHUNDA, 报告日期="2025-03-20", 检验机构=LABORATORY),
            batch("A2", "2025-03-10", XINYUAN, 报告日期="2025-03-21", 检验结论="不合格", 不合格项目="硫含量"),
            batch("A3", "2025-03-10", XINYUAN),
        ],
        [visit(XINYUAN, "2025-08-12", "停业")],
        [change(SHUNDA, "2025-09-01", "更名", "顺达第一加油站")],
    )
    county.take(results("A1", 硫含量="8 mg/kg") + results("A2", 硫含量="35 mg/kg"))
    county.take([BUS])
    county.take([road_check("R1"), clean_check("R2")])

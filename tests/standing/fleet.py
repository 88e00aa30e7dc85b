"""Vehicles of the cast, brought as a department lists them."""

from tests.cast import Row

COMPANY, STRONG = "县公交公司", "李强"


def vehicle(plate: str, category: str, energy: str, **more: str) -> Row:
    """A row of 车辆: of the town, registered long ago, unless it says otherwise."""
    return {
        "号牌号码": plate, "用途": category, "能源": energy, "排放阶段": "", "区域": "县城区", "所有人": "",
        "注册日期": "2020-03-01", "注销日期": "", "豁免原因": "", **more,
    }  # fmt: skip


FLEET = (
    vehicle("豫C10001", "公交", "柴油", 排放阶段="国五", 所有人=COMPANY),
    vehicle("豫C10002", "公交", "柴油", 排放阶段="国五", 所有人=COMPANY, 豁免原因="应急"),
    vehicle("豫CD20001", "公交", "纯电动", 所有人=COMPANY),
    vehicle("豫CD20002", "公交", "纯电动", 所有人=COMPANY, 注册日期="2025-02-01"),
    vehicle("豫C40001", "货车", "柴油", 排放阶段="国三", 所有人=STRONG, 注册日期="2011-05-01"),
    vehicle("豫C40002", "货车", "柴油", 注册日期="2012-05-01"),
    vehicle("豫C40003", "货车", "柴油", 注册日期="2014-05-01", 所有人=STRONG, 区域=""),
    vehicle("豫C40004", "货车", "柴油", 排放阶段="国六", 区域="其他"),
)
"""Two electric buses of three that count; one truck to go, two of unknown stage."""

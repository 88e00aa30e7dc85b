"""The sheet of passes of a remote sensing station (遥感检测): one row is one vehicle passing once (HJ 845-2017).

It is read to find the vehicles that must be checked; nothing of it is stored.
"""

from fuelcheck.ledgers import cells, days, roadside_terms, vehicle_terms
from fuelcheck.ledgers.column import NOTE, Column, Form, Sheet
from fuelcheck.ledgers.terms import listed
from fuelcheck.words import PassState, PlateColour, SheetKind

state = listed(
    tuple(PassState),
    "unknown-pass-state",
    {PassState.VALID: ("是", "有效数据", "y", "1"), PassState.INVALID: ("否", "无效数据", "n", "0")},
)

REMOTE_SENSING = Sheet(
    SheetKind.REMOTE_SENSING,
    key=("plate", "passed_at"),
    anchors=("plate", "passed_at"),
    columns=(
        Column(
            "plate", "号牌号码", Form.CODE, vehicle_terms.plate, ("车牌号", "车牌号码", "号牌", "车牌"), required=True
        ),
        Column(
            "plate_colour",
            "号牌颜色",
            Form.WORD,
            vehicle_terms.plate_colour,
            ("车牌颜色", "牌照颜色"),
            words=PlateColour,
        ),
        Column(
            "passed_at",
            "通过时间",
            Form.MOMENT,
            days.moment,
            ("检测时间", "遥测时间", "监测时间", "经过时间", "抓拍时间"),
            required=True,
        ),
        Column("place", "地点", Form.TEXT, cells.text, ("点位", "检测地点", "点位名称", "站点名称", "监测点")),
        Column(
            "opacity",
            "不透光烟度",
            Form.NUMBER,
            roadside_terms.percent,
            ("不透光度", "烟度", "不透光烟度值", "烟度值"),
        ),
        Column(
            "ringelmann", "林格曼黑度", Form.NUMBER, roadside_terms.ringelmann, ("林格曼级", "林格曼级数", "林格曼")
        ),
        Column("no", "一氧化氮", Form.NUMBER, roadside_terms.parts_per_million, ("NO", "NO浓度", "一氧化氮浓度")),
        Column(
            "valid",
            "有效性",
            Form.WORD,
            state,
            ("是否有效", "数据有效性", "有效", "结果有效性"),
            required=True,
            words=PassState,
        ),
        NOTE,
    ),
)

"""The sheet of vehicles (车辆): its columns, declared once, with the headers that departments use.

A vehicle has no number of its own on paper: a plate passes on, a VIN may be missing. Which vehicle a
row means is found by ``fuelcheck.ledgers.vehicle_joining``; what a person decided there stands in 核对.
"""

from fuelcheck.ledgers import cells, days, fleet_terms, vehicle_terms
from fuelcheck.ledgers.column import NOTE, Column, Form, Refers, Sheet
from fuelcheck.words import (
    Area,
    Combustion,
    Decision,
    Energy,
    PlateColour,
    PlateKind,
    SheetKind,
    Stage,
    StageSource,
    VehicleCategory,
)


def _source(name: str, zh: str, *headers: str) -> Column:
    return Column(name, zh, Form.WORD, fleet_terms.source, headers, words=StageSource)


VEHICLES = Sheet(
    SheetKind.VEHICLES,
    key=("id",),
    anchors=("plate", "vin"),
    joined=True,
    columns=(
        Column(
            "plate",
            "号牌号码",
            Form.CODE,
            vehicle_terms.plate,
            ("号牌", "车牌", "车牌号", "车牌号码", "牌照号", "牌照号码", "车号"),
            required=True,
        ),
        Column(
            "plate_kind",
            "号牌种类",
            Form.WORD,
            fleet_terms.plate_kind,
            ("号牌类型", "车牌种类", "车牌类型", "牌照种类"),
            words=PlateKind,
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
            "vin",
            "车辆识别代号",
            Form.CODE,
            fleet_terms.vin,
            ("车辆识别代码", "车架号", "车架号码", "VIN码", "车辆识别代号/车架号", "车辆识别代号VIN码"),
        ),
        Column("vehicle_type", "车辆类型", Form.TEXT, cells.text, ("车型", "车辆种类")),
        Column(
            "category",
            "用途",
            Form.WORD,
            fleet_terms.category,
            ("使用性质", "车辆用途", "车辆类别", "用车类别", "行业类别", "运营类型"),
            required=True,
            words=VehicleCategory,
        ),
        _source("category_source", "用途依据", "车辆用途依据"),
        Column(
            "energy",
            "能源",
            Form.WORD,
            fleet_terms.energy,
            ("能源类型", "能源种类", "燃料", "燃料种类", "燃料类型", "燃油种类", "燃油类型", "动力类型", "动力种类"),
            required=True,
            words=Energy,
        ),
        _source("energy_source", "能源依据", "能源类型依据", "燃料种类依据"),
        Column("combustion", "燃烧方式", Form.WORD, fleet_terms.combustion, ("燃烧类型",), words=Combustion),
        _source("combustion_source", "燃烧依据", "燃烧方式依据"),
        Column(
            "stage",
            "排放阶段",
            Form.WORD,
            fleet_terms.stage,
            ("排放标准", "排放等级", "排放水平", "排放标准阶段"),
            words=Stage,
        ),
        _source("stage_source", "阶段依据", "依据", "排放阶段依据", "排放标准依据"),
        Column("area", "区域", Form.WORD, fleet_terms.area, ("所属区域", "运营区域", "行驶区域"), words=Area),
        Column(
            "township",
            "乡镇",
            Form.TEXT,
            cells.text,
            ("所在乡镇", "所属乡镇", "辖区", "属地", "乡镇街道", "乡镇(街道)"),
            refers=Refers.TOWNSHIP,
        ),
        Column(
            "owner",
            "所有人",
            Form.TEXT,
            cells.text,
            ("机动车所有人", "车辆所有人", "车主", "车主姓名", "单位名称", "所属单位", "所属企业", "产权单位"),
        ),
        Column(
            "registered_on",
            "注册日期",
            Form.DAY,
            days.day,
            ("注册登记日期", "初次登记日期", "首次登记日期", "初次注册日期", "初登日期", "登记日期", "上牌日期"),
        ),
        Column("moved_in_on", "转入日期", Form.DAY, days.day, ("迁入日期", "转入登记日期")),
        Column("moved_out_on", "转出日期", Form.DAY, days.day, ("迁出日期", "转出登记日期")),
        Column(
            "scrapped_on",
            "注销日期",
            Form.DAY,
            days.day,
            ("注销登记日期", "报废日期", "报废注销日期", "强制注销日期", "淘汰日期"),
        ),
        Column(
            "replaces",
            "更新自",
            Form.CODE,
            fleet_terms.replaced,
            ("被更新车辆", "被替换车辆", "更新前号牌", "更新前车牌", "更新前车牌号"),
        ),
        Column(
            "exemption",
            "豁免原因",
            Form.CODE,
            cells.text,
            ("豁免", "豁免事由", "豁免理由"),
            refers=Refers.EXEMPTION,
        ),
        Column("decision", "核对", Form.WORD, fleet_terms.decision, ("核对结果", "人工核对"), words=Decision),
        NOTE,
    ),
)
"""The colour of the plate and the decision help to know the vehicle; neither is filed."""

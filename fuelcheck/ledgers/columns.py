"""Every ledger column, declared once: our names for it, the headers that mean it, its parser.

The sheets and their columns are those of the project's description of the files that
people bring. ``zh`` is the header that is written; ``headers`` are further ones that real
ledgers use. ``fuelcheck.ledgers.headers`` compares them without case, spaces and hints.
"""

from dataclasses import replace

from fuelcheck.ledgers import cells, credit, days, fuels, owners, terms
from fuelcheck.ledgers.column import NONE_ZH, NOTE, Column, Form, Refers, Sheet
from fuelcheck.ledgers.purchase_columns import PURCHASE_PLAN
from fuelcheck.ledgers.roadside_columns import ROADSIDE_CHECKS
from fuelcheck.ledgers.sensing_columns import REMOTE_SENSING
from fuelcheck.ledgers.vehicle_columns import VEHICLES
from fuelcheck.words import (
    BatchStatus,
    Change,
    Conclusion,
    Datum,
    Outcome,
    Ownership,
    Product,
    Purpose,
    RiskClass,
    SheetKind,
    SiteKind,
    Task,
)

__all__ = [
    "NONE_ZH", "NOTE", "RESULTS", "SAMPLES", "SHEETS", "SITES", "SITE_CHANGES", "VISITS", "Column", "Form", "Refers",
    "Sheet",
]  # fmt: skip

SITE_HEADERS = (
    "被抽样单位",
    "受检单位",
    "被检单位",
    "站点名称",
    "加油站名称",
    "站名",
    "企业名称",
    "单位名称",
    "被抽样单位名称",
    "受检单位名称",
    "被检单位名称",
    "站点",
)

SITES = Sheet(
    SheetKind.SITES,
    key=("site_code",),
    anchors=("site_code", "name"),
    columns=(
        Column("site_code", "站点编号", Form.CODE, cells.code, ("站点代码", "加油站编号"), required=True),
        Column(
            "name",
            "名称",
            Form.TEXT,
            cells.text,
            ("站点名称", "企业名称", "加油站名称", "站名", "单位名称"),
            required=True,
        ),
        Column("former_names", "曾用名", Form.NAMES, cells.names, ("原名称", "原名")),
        Column("kind", "类别", Form.WORD, terms.kind, ("站点类别", "站点类型", "类型"), required=True, words=SiteKind),
        Column(
            "ownership",
            "所有制",
            Form.WORD,
            owners.ownership,
            ("经济性质", "企业性质", "所有制性质"),
            required=True,
            words=Ownership,
        ),
        Column("brand", "品牌", Form.TEXT, cells.text, ("标识", "悬挂标识")),
        Column(
            "township",
            "乡镇",
            Form.TEXT,
            cells.text,
            ("所在乡镇", "所属乡镇", "辖区", "属地", "乡镇街道", "乡镇(街道)"),
            required=True,
            refers=Refers.TOWNSHIP,
        ),
        Column("uscc", "统一社会信用代码", Form.CODE, credit.uscc, ("社会信用代码", "信用代码")),
        Column(
            "licence_no",
            "成品油零售经营批准证书",
            Form.CODE,
            cells.code,
            ("成品油零售经营批准证书编号", "批准证书编号", "经营批准证书"),
        ),
        Column("address", "地址", Form.TEXT, cells.text, ("经营地址", "详细地址", "站址")),
        Column("longitude", "经度", Form.NUMBER, cells.longitude, ("东经", "lng", "lon")),
        Column("latitude", "纬度", Form.NUMBER, cells.latitude, ("北纬", "lat")),
        Column("datum", "坐标系", Form.WORD, terms.datum, ("坐标系统",), words=Datum),
        Column("opened_on", "开业日期", Form.DAY, days.day, ("开业时间", "投产日期")),
        Column("closed_on", "停业日期", Form.DAY, days.day, ("停业时间", "关停日期")),
        Column("products", "在售油品", Form.CLOSED, fuels.on_sale, ("经营油品", "在售品种", "经营品种")),
        Column("risk_class", "信用风险等级", Form.WORD, terms.risk_class, ("风险等级", "信用等级"), words=RiskClass),
        NOTE,
    ),
)

SITE_CHANGES = Sheet(
    SheetKind.SITE_CHANGES,
    key=("site_code", "effective_on", "what"),
    anchors=("site_code", "effective_on", "what"),
    columns=(
        Column("site_code", "站点编号", Form.CODE, cells.code, SITE_HEADERS, required=True, refers=Refers.SITE),
        Column("effective_on", "变更日期", Form.DAY, days.day, ("变更时间", "生效日期"), required=True),
        Column("what", "变更事项", Form.WORD, terms.change, ("变更项目", "变更类型"), required=True, words=Change),
        Column("value", "变更后", Form.TEXT, cells.text, ("变更后内容", "变更后值", "变更为")),
        Column("reason", "原因", Form.TEXT, cells.text, ("变更原因",)),
        NOTE,
    ),
)

SAMPLES = Sheet(
    SheetKind.SAMPLES,
    key=("form_no",),
    anchors=("form_no", "sampled_on", "product"),
    columns=(
        Column("form_no", "抽样单编号", Form.CODE, cells.code, ("抽样单号", "抽样编号", "样品编号"), required=True),
        Column(
            "sampled_on",
            "抽样日期",
            Form.DAY,
            days.day,
            ("采样日期", "取样日期", "抽样时间", "采样时间"),
            required=True,
        ),
        Column("site_code", "站点编号", Form.CODE, cells.code, SITE_HEADERS, required=True, refers=Refers.SITE),
        Column(
            "product",
            "产品",
            Form.WORD,
            fuels.product,
            ("样品名称", "产品名称", "油品", "油品名称"),
            required=True,
            words=Product,
        ),
        Column(
            "grade",
            "牌号",
            Form.CLOSED,
            fuels.grade,
            ("规格型号", "规格", "型号", "油品牌号", "标号"),
            carried_by="product",
            carried=fuels.carried_grade,
            admits=fuels.admits,
        ),
        Column("task", "任务来源", Form.WORD, terms.task, ("抽检级别", "任务级别"), words=Task, default=Task.COUNTY),
        Column(
            "purpose",
            "抽样类别",
            Form.WORD,
            terms.purpose,
            ("抽检类别", "抽样类型", "抽检类型"),
            words=Purpose,
            default=Purpose.ROUTINE,
        ),
        Column("follows", "原抽样单编号", Form.CODE, cells.code, ("原抽样单号", "原样品编号"), refers=Refers.SAMPLE),
        Column("standard", "执行标准", Form.TEXT, cells.text, ("产品标准", "判定标准")),
        Column("programme", "实施细则", Form.CODE, cells.code, ("抽检方案", "实施方案"), refers=Refers.PROGRAMME),
        Column("drawn_from", "抽样部位", Form.TEXT, cells.text, ("采样部位",)),
        Column("samplers", "抽样人员", Form.NAMES, cells.samplers, ("抽样人", "采样人员", "采样人"), required=True),
        Column("laboratory", "检验机构", Form.TEXT, cells.text, ("承检机构", "检测机构", "检验单位")),
        Column(
            "report_no",
            "报告编号",
            Form.CODE,
            cells.code,
            ("检验报告编号", "报告书编号", "检验报告书编号", "检测报告编号", "报告号"),
        ),
        Column("reported_on", "报告日期", Form.DAY, days.day, ("检验报告日期", "签发日期", "报告签发日期")),
        Column(
            "conclusion",
            "检验结论",
            Form.WORD,
            terms.conclusion,
            ("结论", "检验结果", "判定", "判定结果"),
            words=Conclusion,
        ),
        Column("failed_items", "不合格项目", Form.TEXT, cells.text_unless_none, ("不合格项",)),
        Column("status", "状态", Form.WORD, terms.status, words=BatchStatus, default=BatchStatus.VALID),
        Column("void_reason", "作废原因", Form.TEXT, cells.text),
        Column("voided_on", "作废日期", Form.DAY, days.day),
        NOTE,
    ),
)

REPORT_COLUMNS = ("report_no", "reported_on", "conclusion", "failed_items")
"""Columns of 抽样 that the laboratory's report fills."""

VISITS = Sheet(
    SheetKind.VISITS,
    key=("site_code", "visited_on", "outcome"),
    anchors=("site_code", "visited_on", "outcome"),
    columns=(
        Column("site_code", "站点编号", Form.CODE, cells.code, SITE_HEADERS, required=True, refers=Refers.SITE),
        Column("visited_on", "日期", Form.DAY, days.day, ("检查日期", "到访日期", "现场日期"), required=True),
        Column(
            "outcome",
            "情况",
            Form.WORD,
            terms.outcome,
            ("现场情况", "未抽样原因", "未抽到原因"),
            required=True,
            words=Outcome,
        ),
        Column("samplers", "抽样人员", Form.NAMES, cells.samplers, ("抽样人", "采样人员", "采样人")),
        NOTE,
    ),
)


def _of_the_batch(name: str) -> Column:
    """A column of 抽样 that the results of a batch carry along."""
    return replace(SAMPLES.column(name), required=False)


RESULTS = Sheet(
    SheetKind.RESULTS,
    key=("form_no", "item"),
    anchors=("form_no", "item"),
    columns=(
        SAMPLES.column("form_no"),
        Column(
            "item",
            "检验项目",
            Form.TEXT,
            cells.text,
            ("项目", "检测项目", "检验项目名称", "检测项目名称", "项目名称", "检验参数", "检测参数"),
            required=True,
        ),
        Column(
            "value",
            "结果",
            Form.TEXT,
            cells.as_written,
            (
                "检验结果",
                "检测结果",
                "测定结果",
                "实测结果",
                "实测值",
                "检测值",
                "测定值",
                "检验值",
                "检验数据",
                "检测数据",
            ),
            required=True,
            strokes_say=True,
        ),
        Column("unit", "单位", Form.TEXT, cells.text, ("计量单位", "结果单位")),
        *map(_of_the_batch, ("product", "grade", "sampled_on", "standard")),
        Column("site_kind", "站点类别", Form.WORD, terms.kind, ("站点类型", "被抽样单位类别"), words=SiteKind),
        NOTE,
    ),
)
"""Beside the results stands what a judgement without a store must know of their batch; an import compares it."""

SHEETS: dict[SheetKind, Sheet] = {
    sheet.kind: sheet
    for sheet in (
        SITES,
        SITE_CHANGES,
        SAMPLES,
        VISITS,
        RESULTS,
        VEHICLES,
        ROADSIDE_CHECKS,
        PURCHASE_PLAN,
        REMOTE_SENSING,
    )
}
"""All sheets by kind, in the order in which a command reads them: later ones refer to earlier ones."""

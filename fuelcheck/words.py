"""The field's words: every closed list that a ledger, a law file or a record may use.

Each member's value is what JSON, TOML and the database hold; ``zh`` is the word that
officials write in their ledgers and documents. Synonyms that a ledger may use are the
business of ``fuelcheck.ledgers``; here stands the one word that is written back.
"""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A value of a closed list, with the Chinese term of the trade beside it."""

    zh: str

    def __new__(cls, value: str, zh: str = "") -> Self:
        """Make a member whose string value is ``value`` and whose term is ``zh``."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.zh = zh
        return word

    @property
    def en(self) -> str:
        """The word in an English sentence."""
        return self.value.replace("_", " ")


class SiteKind(Word):
    """What a site is (类别). An own-use point stands in no roster."""

    STATION = "station", "加油站"
    FILLING_POINT = "filling_point", "加油点"
    DEPOT = "depot", "油库"
    PRODUCER = "producer", "生产企业"
    UREA_VENDOR = "urea_vendor", "尿素销售点"
    OWN_USE = "own_use", "企业自用点"


class Ownership(Word):
    """Who controls the holder of the business licence (所有制), not the sign over the forecourt."""

    PRIVATE = "private", "民营"
    COLLECTIVE = "collective", "集体"
    SINOPEC = "sinopec", "中石化"
    PETROCHINA = "petrochina", "中石油"
    OTHER_STATE = "other_state", "其他国有"
    FOREIGN = "foreign", "外资"


class Datum(Word):
    """The coordinate system of a position (坐标系), kept as given."""

    WGS_84 = "WGS-84", "WGS-84"
    GCJ_02 = "GCJ-02", "GCJ-02"
    BD_09 = "BD-09", "BD-09"


class RiskClass(Word):
    """Credit risk class of a firm (信用风险等级), A the lowest risk."""

    A = "A", "A"
    B = "B", "B"
    C = "C", "C"
    D = "D", "D"


class Product(Word):
    """What was sampled (产品). ``other_fuel`` is accepted, flagged and in no quota."""

    GASOLINE = "gasoline", "车用汽油"
    ETHANOL_GASOLINE = "ethanol_gasoline", "车用乙醇汽油"
    DIESEL = "diesel", "车用柴油"
    UREA = "urea", "车用尿素"
    OTHER_FUEL = "other_fuel", "其他燃料"


MOTOR_FUELS = frozenset({Product.GASOLINE, Product.ETHANOL_GASOLINE, Product.DIESEL})

PETROL_GRADES = ("89", "92", "95", "98")
DIESEL_GRADES = ("5", "0", "-10", "-20", "-35", "-50")
GRADES_OF: dict[str, tuple[str, ...]] = {
    Product.GASOLINE: PETROL_GRADES,
    Product.ETHANOL_GASOLINE: PETROL_GRADES,
    Product.DIESEL: DIESEL_GRADES,
}
"""The grades that a product can have; urea has none, another fuel any."""


class Task(Word):
    """Which level ordered the sampling (任务来源). An empty cell counts as county."""

    COUNTY = "county", "县级"
    CITY = "city", "市级"
    PROVINCE = "province", "省级"
    NATIONAL = "national", "国家"


class Purpose(Word):
    """Why the sample was drawn (抽样类别). An empty cell counts as routine."""

    ROUTINE = "routine", "监督抽检"
    CAMPAIGN = "campaign", "专项"
    COMPLAINT = "complaint", "投诉举报"
    RECHECK = "recheck", "复查"
    MONITORING = "monitoring", "风险监测"


class Conclusion(Word):
    """The laboratory's signed conclusion (检验结论)."""

    PASS = "pass", "合格"
    FAIL = "fail", "不合格"


class ReportState(Word):
    """What a laboratory's report is worth among those of its batch (报告状态)."""

    STANDS = "stands", "有效"
    CORRECTED = "corrected", "已更正"
    REPLACED = "replaced", "已替换"
    WITHDRAWN = "withdrawn", "已撤回"
    RESULTS_ONLY = "results_only", "仅有结果"
    LATER = "later", "尚未出具"


class BatchStatus(Word):
    """Whether a batch stands or was declared void (状态)."""

    VALID = "valid", "有效"
    VOID = "void", "作废"


class Outcome(Word):
    """How a visit ended (情况)."""

    SAMPLED = "sampled", "已抽样"
    CLOSED = "closed", "停业"
    NO_STOCK = "no_stock", "无货"
    REFUSED = "refused", "拒绝"


class Change(Word):
    """What a row in 站点变更 changes (变更事项)."""

    OWNERSHIP = "ownership", "所有制"
    CLOSED = "closed", "停业"
    REOPENED = "reopened", "恢复营业"
    NAME = "name", "更名"
    TOWNSHIP = "township", "乡镇"


class Confidence(Word):
    """How sure a figure is (确认程度), the most certain first.

    ``OFFICIAL``: this county compared it with the official text; ``CONFIRMED``: secondary sources agree on it.
    """

    OFFICIAL = "official", "已核对"
    CONFIRMED = "confirmed", "多源一致"
    EARLIER_EDITION = "earlier_edition", "据旧版"
    MEMORY = "memory", "待核实"


class SeasonName(Word):
    """The seasons of limits by their ids in the law files; ``zh`` as people call them."""

    SUMMER = "summer", "夏季"
    WINTER = "winter", "冬季"


class Basis(Word):
    """What a share is a share of (质量分数, 体积分数): the two are never converted into each other."""

    MASS = "mass", "质量分数"
    VOLUME = "volume", "体积分数"


class Unit(Word):
    """The units of the fuel standards; ``zh`` as laboratory reports print them."""

    NONE = "-", "—"
    CLASS = "class", "级"
    CELSIUS = "°C", "℃"
    MINUTE = "min", "min"
    KILOPASCAL = "kPa", "kPa"
    MASS_PERCENT = "% (mass)", "%（质量分数）"
    VOLUME_PERCENT = "% (vol)", "%（体积分数）"
    MILLIGRAM_PER_KILOGRAM = "mg/kg", "mg/kg"
    GRAM_PER_LITRE = "g/L", "g/L"
    MILLIGRAM_PER_100_ML = "mg/100 mL", "mg/100mL"
    MILLIGRAM_KOH_PER_100_ML = "mg KOH/100 mL", "mgKOH/100mL"
    KILOGRAM_PER_CUBIC_METRE = "kg/m³", "kg/m³"
    SQUARE_MILLIMETRE_PER_SECOND = "mm²/s", "mm²/s"
    MICROMETRE = "µm", "μm"

    @property
    def basis(self) -> Basis | None:
        """What a share in this unit refers to; None where the unit is no share."""
        return _BASES.get(self)


_BASES = {
    Unit.MASS_PERCENT: Basis.MASS,
    Unit.MILLIGRAM_PER_KILOGRAM: Basis.MASS,
    Unit.VOLUME_PERCENT: Basis.VOLUME,
}


class Comparison(Word):
    """How a result is held against its limit (GB/T 8170): as obtained, or rounded to the limit's digits."""

    FULL = "full", "全数值比较法"
    ROUNDED = "rounded", "修约值比较法"


class Verdict(Word):
    """What our own judgement says of an item or a batch (判定). It is never the laboratory's conclusion.

    A batch is ``pass``, ``fail`` or ``undecided``; the other two are of items only.
    """

    PASS = "pass", "合格"
    FAIL = "fail", "不合格"
    UNDECIDED = "undecided", "待定"
    NOT_TESTED = "not_tested", "未检"
    NO_LIMIT = "no_limit", "无限值"


class CheckKind(Word):
    """Where a diesel vehicle is checked (检查类型): stopped by the police on the road, or where it is kept."""

    ROADSIDE = "roadside", "路检"
    OWNER_VISIT = "owner_visit", "入户"


class CheckMethod(Word):
    """How the exhaust of a vehicle in use is measured (检测方法; GB 3847 annexes A, B, D)."""

    FREE_ACCELERATION = "free_acceleration", "自由加速"
    LUG_DOWN = "lug_down", "加载减速"
    SMOKE = "smoke", "林格曼"


class CheckItem(Word):
    """What is judged of a vehicle in use (路检项目)."""

    OPACITY = "opacity", "烟度（光吸收系数）"
    NOX = "nox", "氮氧化物"
    POWER = "power", "轮边功率"
    RINGELMANN = "ringelmann", "林格曼黑度"
    OBD = "obd", "车载诊断系统（OBD）"
    AFTERTREATMENT = "aftertreatment", "排气后处理装置"
    UREA = "urea", "车用尿素"

    @property
    def en(self) -> str:
        """The item in an English sentence: abbreviations as people write them."""
        return {"nox": "NOx", "obd": "OBD"}.get(self.value, self.value)


class ObdState(Word):
    """What the on-board diagnosis shows (OBD): a lit lamp or no answer is a fault."""

    OK = "ok", "正常"
    FAULT = "fault", "故障"
    NOT_CHECKED = "not_checked", "未检"


class Aftertreatment(Word):
    """The state of the devices behind the engine (后处理)."""

    INTACT = "intact", "完好"
    MISSING = "missing", "缺失"
    TAMPERED = "tampered", "篡改"


class UreaState(Word):
    """What is in the vehicle's urea tank (尿素). ``poor`` is a screening: a laboratory must say so."""

    OK = "ok", "正常"
    NONE = "none", "无"
    POOR = "poor", "不合格"


class EmissionUnit(Word):
    """The units in which exhaust is measured."""

    PER_METRE = "1/m", "m⁻¹"
    PPM = "ppm", "ppm"
    LEVEL = "level", "级"
    PERCENT = "%", "%"


class Pollutant(Word):
    """What remote sensing measures of a passing vehicle (HJ 845)."""

    OPACITY = "opacity", "不透光烟度"
    RINGELMANN = "ringelmann", "林格曼黑度"
    NO = "no", "一氧化氮"


class PassState(Word):
    """Whether a pass of a remote sensing station counts (有效性): speed, load and plume were as they must be."""

    VALID = "valid", "有效"
    INVALID = "invalid", "无效"


class RetestStep(Word):
    """What happens to a vehicle that was ordered to be repaired (复检进展)."""

    REPAIRED = "repaired", "已维修"
    PASSED = "passed", "复检合格"
    FAILED = "failed", "复检不合格"


class RetestState(Word):
    """Where the follow-up of a failed check stands (后续状态)."""

    ORDERED = "ordered", "责令维修"
    REPAIRED = "repaired", "已维修待复检"
    CLOSED = "closed", "已复检销号"
    OVERDUE = "overdue", "逾期未复检"


class BatchState(Word):
    """Where a batch stands in its life (批次状态)."""

    DRAWN = "drawn", "已抽样"
    SAMPLED = "sampled", "已封样"
    ON_THE_WAY = "on_the_way", "送检途中"
    AT_LABORATORY = "at_laboratory", "检验中"
    TURNED_AWAY = "turned_away", "检验机构拒收"
    REPORTED = "reported", "已出报告待复核"
    PASSED = "passed", "合格"
    FAILED = "failed", "不合格"
    NOTIFIED = "notified", "已告知"
    OBJECTED = "objected", "已提异议"
    FINAL = "final", "结论生效"
    ORDERED = "ordered", "责令整改"
    CORRECTED = "corrected", "已整改待复查"
    CLOSED = "closed", "已办结"
    VOID = "void", "已作废"


class BatchStep(Word):
    """What happens to a batch (批次进展)."""

    SEAL = "seal", "封样"
    DELIVER = "deliver", "送检"
    RECEIVE = "receive", "收样"
    TURN_AWAY = "turn_away", "拒收"
    REPORT = "report", "出具报告"
    RELEASE_PASS = "release_pass", "发布合格结论"
    RELEASE_FAIL = "release_fail", "发布不合格结论"
    NOTIFY = "notify", "告知结果"
    OBJECT = "object", "提出异议"
    REJECT = "reject", "异议不成立"
    RETEST_PASS = "retest_pass", "复检合格"
    RETEST_FAIL = "retest_fail", "复检不合格"
    STAND = "stand", "期满无异议"
    ORDER = "order", "责令整改"
    CORRECT = "correct", "整改完成"
    RECHECK_PASS = "recheck_pass", "复查合格"
    RECHECK_FAIL = "recheck_fail", "复查不合格"
    CLOSE = "close", "办结"
    VOID = "void", "作废"
    RESTORE = "restore", "恢复"


class SheetKind(Word):
    """The sheets that people bring and take away, by the names of the contract."""

    SITES = "sites", "站点"
    SITE_CHANGES = "site_changes", "站点变更"
    SAMPLES = "samples", "抽样"
    VISITS = "visits", "未抽到样品"
    RESULTS = "results", "检验结果"
    VEHICLES = "vehicles", "车辆"
    ROADSIDE_CHECKS = "roadside_checks", "路检"
    PURCHASE_PLAN = "purchase_plan", "购置计划"
    REMOTE_SENSING = "remote_sensing", "遥感检测"


STORED_SHEETS = (
    SheetKind.SITES, SheetKind.SITE_CHANGES, SheetKind.SAMPLES, SheetKind.VISITS, SheetKind.RESULTS,
    SheetKind.VEHICLES, SheetKind.ROADSIDE_CHECKS,
)  # fmt: skip
"""The sheets that an import brings and an export gives."""


class Decision(Word):
    """What a person decided about a row whose vehicle is in doubt (核对)."""

    SAME = "same", "同一车"
    OTHER = "other", "另一车"


class Period(Word):
    """The span that a report speaks of beside the year (报告期)."""

    YEAR = "year", "年度"
    QUARTER = "quarter", "季度"
    MONTH = "month", "月度"


class VehicleCategory(Word):
    """What a vehicle serves (用途). Kept by the office: no national code marks it."""

    BUS = "bus", "公交"
    TAXI = "taxi", "巡游出租"
    RIDE_HAILING = "ride_hailing", "网约车"
    MUCK_TRUCK = "muck_truck", "渣土车"
    CEMENT_MIXER = "cement_mixer", "水泥罐车"
    LOGISTICS = "logistics", "物流车"
    POSTAL = "postal", "邮政"
    SANITATION = "sanitation", "环卫"
    OFFICIAL = "official", "公务"
    EMERGENCY = "emergency", "应急"
    TRUCK = "truck", "货车"
    OTHER = "other", "其他"


class Energy(Word):
    """What a vehicle drives on (能源)."""

    BATTERY = "battery", "纯电动"
    PLUG_IN = "plug_in", "插电式"
    RANGE_EXTENDED = "range_extended", "增程式"
    FUEL_CELL = "fuel_cell", "燃料电池"
    HYBRID = "hybrid", "混合动力"
    GASOLINE = "gasoline", "汽油"
    DIESEL = "diesel", "柴油"
    GAS = "gas", "天然气"


NEW_ENERGY = frozenset({Energy.BATTERY, Energy.PLUG_IN, Energy.RANGE_EXTENDED, Energy.FUEL_CELL})
"""What counts as new energy (新能源). A hybrid that cannot be plugged in does not."""


class Combustion(Word):
    """How a gas engine burns (燃烧方式). An empty cell: nobody knows."""

    LEAN = "lean", "稀薄燃烧"
    STOICHIOMETRIC = "stoichiometric", "当量燃烧"


class Stage(Word):
    """The emission stage of a road vehicle (排放阶段). An empty cell: nobody knows."""

    ZERO = "0", "国零"
    ONE = "1", "国一"
    TWO = "2", "国二"
    THREE = "3", "国三"
    FOUR = "4", "国四"
    FIVE = "5", "国五"
    SIX = "6", "国六"

    @property
    def number(self) -> int:
        """The stage as a number, the lower the older."""
        return int(self.value)


class StageSource(Word):
    """How a stage is known (依据)."""

    REGISTRATION = "registration", "登记信息"
    CERTIFICATE = "certificate", "随车清单"
    INSPECTION = "inspection", "检验"
    ESTIMATE = "estimate", "推定"


class StageHint(Word):
    """What the day of first registration suggests of a stage that nobody knows; never a finding."""

    TWO_OR_OLDER = "two_or_older", "可能为国二及以下"
    THREE = "three", "可能为国三"
    LOOK_UP = "look_up", "国三或国四，须查证"
    FOUR_OR_NEWER = "four_or_newer", "可能为国四及以上"

    @property
    def en(self) -> str:
        """The hint in an English sentence."""
        return {
            "two_or_older": "possibly stage II or older", "three": "possibly stage III",
            "look_up": "stage III or IV, which must be found out", "four_or_newer": "possibly stage IV or newer",
        }[self.value]  # fmt: skip


class Area(Word):
    """Whether a vehicle belongs to the county's town (区域)."""

    URBAN = "urban", "县城区"
    OTHER = "other", "其他"


class ListedFor(Word):
    """Why a vehicle stands on a list behind a vehicle target (列入原因)."""

    NOT_NEW_ENERGY = "not_new_energy", "非新能源"
    TO_GO = "to_go", "应淘汰"
    STAGE_UNKNOWN = "stage_unknown", "排放阶段不详"
    COMBUSTION_UNKNOWN = "combustion_unknown", "燃烧方式不详"
    AREA_UNKNOWN = "area_unknown", "使用区域不详"
    EXEMPT = "exempt", "豁免"
    SCRAPPED = "scrapped", "已注销"
    MOVED_OUT = "moved_out", "已转出"


class LimitSet(Word):
    """Which limits of GB 3847 the province has chosen for diesel vehicles in use."""

    A = "a", "限值a"
    B = "b", "限值b"


class IdentifierKind(Word):
    """What a number on a paper or a vehicle is."""

    PLATE = "plate", "号牌号码"
    VIN = "vin", "车辆识别代号"
    CREDIT_CODE = "credit_code", "统一社会信用代码"
    UNKNOWN = "unknown", "无法识别"


class PlateColour(Word):
    """The ground of a number plate (号牌颜色)."""

    YELLOW = "yellow", "黄色"
    BLUE = "blue", "蓝色"
    WHITE = "white", "白色"
    BLACK = "black", "黑色"
    GREEN = "green", "绿色"
    YELLOW_GREEN = "yellow_green", "黄绿色"


class PlateKind(Word):
    """What a number plate is for (号牌种类); ``code`` is the national one, empty where there is none."""

    code: str

    def __new__(cls, value: str, zh: str = "", code: str = "") -> Self:
        """Make a member with its term and its two-digit code."""
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.zh = zh
        kind.code = code
        return kind

    LARGE_CAR = "large_car", "大型汽车", "01"
    SMALL_CAR = "small_car", "小型汽车", "02"
    EMBASSY = "embassy", "使馆汽车", "03"
    CONSULATE = "consulate", "领馆汽车", "04"
    OVERSEAS_CAR = "overseas_car", "境外汽车", "05"
    FOREIGN_CAR = "foreign_car", "外籍汽车", "06"
    MOTORCYCLE = "motorcycle", "普通摩托车", "07"
    LIGHT_MOTORCYCLE = "light_motorcycle", "轻便摩托车", "08"
    EMBASSY_MOTORCYCLE = "embassy_motorcycle", "使馆摩托车", "09"
    CONSULATE_MOTORCYCLE = "consulate_motorcycle", "领馆摩托车", "10"
    OVERSEAS_MOTORCYCLE = "overseas_motorcycle", "境外摩托车", "11"
    FOREIGN_MOTORCYCLE = "foreign_motorcycle", "外籍摩托车", "12"
    LOW_SPEED = "low_speed", "低速车", "13"
    TRACTOR = "tractor", "拖拉机", "14"
    TRAILER = "trailer", "挂车", "15"
    COACH = "coach", "教练汽车", "16"
    COACH_MOTORCYCLE = "coach_motorcycle", "教练摩托车", "17"
    TEST_CAR = "test_car", "试验汽车", "18"
    TEST_MOTORCYCLE = "test_motorcycle", "试验摩托车", "19"
    ENTRY_CAR = "entry_car", "临时入境汽车", "20"
    ENTRY_MOTORCYCLE = "entry_motorcycle", "临时入境摩托车", "21"
    TEMPORARY = "temporary", "临时行驶车", "22"
    POLICE = "police", "警用汽车", "23"
    POLICE_MOTORCYCLE = "police_motorcycle", "警用摩托车", "24"
    OLD_FARM = "old_farm", "原农机号牌", "25"
    HONG_KONG = "hong_kong", "香港入出境车", "26"
    MACAU = "macau", "澳门入出境车", "27"
    LARGE_NEW_ENERGY = "large_new_energy", "大型新能源汽车", "51"
    SMALL_NEW_ENERGY = "small_new_energy", "小型新能源汽车", "52"
    RESCUE = "rescue", "应急救援车辆"
    ARMED_POLICE = "armed_police", "武警车辆"
    MILITARY = "military", "军队车辆"
    OTHER = "other", "其他号牌", "99"


class Department(Word):
    """Who works with the county's records (部门), by the tasks of the county's document."""

    MARKET_SUPERVISION = "market_supervision", "市场监管"
    TRAFFIC_POLICE = "traffic_police", "公安交警"
    ECOLOGY = "ecology", "生态环境"
    COMMERCE = "commerce", "商务"
    TRANSPORT = "transport", "交通运输"
    HOUSING = "housing", "住建"
    AGRICULTURE = "agriculture", "农业农村"
    COUNTY_OFFICE = "county_office", "县政府办"


class Role(Word):
    """What a person, or a program, is there for (角色). The last two belong to no department."""

    RECORDER = "recorder", "录入员"
    REVIEWER = "reviewer", "审核员"
    LEADER = "leader", "领导"
    ADMINISTRATOR = "administrator", "管理员"
    AUDITOR = "auditor", "审计员"
    LABORATORY = "laboratory", "检验机构"
    READER = "reader", "只读"


class Action(Word):
    """What the permission table is asked about (操作)."""

    READ_SITES = "read_sites", "查看站点"
    RECORD_SITE = "record_site", "登记站点"
    READ_BATCHES = "read_batches", "查看批次"
    RECORD_BATCH = "record_batch", "录入批次"
    DELIVER_SAMPLE = "deliver_sample", "送检"
    RECEIVE_SAMPLE = "receive_sample", "收样"
    ENTER_RESULTS = "enter_results", "录入检验结果"
    RELEASE_REPORT = "release_report", "复核发布报告"
    AMEND = "amend", "更正"
    VOID_BATCH = "void_batch", "作废未出报告批次"
    VOID_REPORTED = "void_reported", "作废已出报告批次"
    ATTACH = "attach", "上传附件"
    IMPORT = "import", "导入台账"
    UNDO = "undo", "撤销导入"
    EXPORT = "export", "导出台账"
    READ_QUOTAS = "read_quotas", "查看任务完成情况"
    ANSWER_NOTICE = "answer_notice", "答复提示"
    ISSUE_DOCUMENT = "issue_document", "印发报告"
    ISSUE_RECORD = "issue_record", "出具现场记录"
    READ_DOCUMENTS = "read_documents", "查看报告"
    ENTER_REGISTER = "enter_register", "登记机构和人员"
    READ_LAW = "read_law", "查看标准和方案"
    REGISTER_LAW = "register_law", "登记标准和方案"
    CONFIRM_LIMIT = "confirm_limit", "核对限值"
    JUDGE = "judge", "试判定"
    READ_CHECKS = "read_checks", "查看路检"
    RECORD_CHECK = "record_check", "录入路检"
    VOID_CHECK = "void_check", "作废路检"
    READ_VEHICLES = "read_vehicles", "查看车辆"
    RECORD_VEHICLE = "record_vehicle", "登记车辆"
    REPORT_FIGURE = "report_figure", "上报数据"
    READ_PERSONAL = "read_personal", "查看本部门个人信息"
    UNMASK = "unmask", "查看完整个人信息"
    ERASE_PERSONAL = "erase_personal", "删除个人信息"
    MANAGE_USERS = "manage_users", "管理用户"
    MANAGE_TOKENS = "manage_tokens", "管理令牌"
    READ_AUDIT = "read_audit", "查看审计"
    BACK_UP = "back_up", "备份"


class PersonalKind(Word):
    """What a personal datum is, and so how it is masked (个人信息)."""

    NAME = "name", "姓名"
    TELEPHONE = "telephone", "电话"
    IDENTITY_NUMBER = "identity_number", "身份证件号码"
    PLATE = "plate", "号牌号码"
    ADDRESS = "address", "住址"

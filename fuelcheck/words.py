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
    """How sure a figure of a law file is (确认程度)."""

    CONFIRMED = "confirmed", "已核实"
    EARLIER_EDITION = "earlier_edition", "据旧版"
    MEMORY = "memory", "待核实"


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


class SheetKind(Word):
    """The sheets that people bring and take away, by the names of the contract."""

    SITES = "sites", "站点"
    SITE_CHANGES = "site_changes", "站点变更"
    SAMPLES = "samples", "抽样"
    VISITS = "visits", "未抽到样品"
    RESULTS = "results", "检验结果"


STORED_SHEETS = (SheetKind.SITES, SheetKind.SITE_CHANGES, SheetKind.SAMPLES, SheetKind.VISITS)
"""The sheets that an import brings and an export gives; results are judged as they come."""


class Period(Word):
    """The span that a report speaks of beside the year (报告期)."""

    YEAR = "year", "年度"
    QUARTER = "quarter", "季度"
    MONTH = "month", "月度"

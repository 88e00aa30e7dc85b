"""Closed lists as ledgers write them: the term, its synonyms, its English value.

A synonym stands here only where one thing can be meant; the rest is refused by name.
"""

from collections.abc import Mapping

from fuelcheck.ledgers.cells import BadCell, Cell, Parser, folded, plain
from fuelcheck.words import (
    BatchStatus,
    Change,
    Conclusion,
    Datum,
    Outcome,
    Purpose,
    RiskClass,
    SiteKind,
    Task,
    Word,
)

RETEST = "复检"
"""A re-inspection of the retained portion: an event of its batch, never a row of its own."""


def listed(allowed: tuple[Word, ...], code: str, synonyms: Mapping[Word, tuple[str, ...]]) -> Parser:
    """A parser for a closed list; what is not on it is refused with ``code`` and the list."""
    terms: dict[str, Word] = {}
    for word in allowed:
        terms.update(dict.fromkeys(map(folded, (word.value, word.zh, *synonyms.get(word, ()))), word))
    choice = "、".join(word.zh for word in allowed)

    def parse(cell: Cell) -> str:
        word = terms.get(plain(cell).casefold().rstrip("。."))
        if word is None:
            raise BadCell(code, allowed=choice)
        return word.value

    return parse


kind = listed(
    tuple(SiteKind),
    "unknown-kind",
    {
        SiteKind.STATION: ("加油加气站",),
        SiteKind.DEPOT: ("成品油库", "成品油油库", "储油库"),
        SiteKind.PRODUCER: ("成品油生产企业",),
        SiteKind.UREA_VENDOR: ("车用尿素销售点", "尿素销售"),
        SiteKind.OWN_USE: ("自用点", "企业自用", "内部自用点", "企业自用加油点"),
    },
)

datum = listed(
    tuple(Datum),
    "unknown-datum",
    {
        Datum.WGS_84: ("WGS84",),
        Datum.GCJ_02: ("GCJ02", "火星坐标系"),
        Datum.BD_09: ("BD09", "百度坐标系"),
    },
)

risk_class = listed(tuple(RiskClass), "unknown-risk-class", {word: (f"{word}级", f"{word}类") for word in RiskClass})

task = listed(
    tuple(Task),
    "unknown-task",
    {
        Task.COUNTY: ("县", "县抽", "区级", "县级抽检", "县级任务"),
        Task.CITY: ("市", "市抽", "市级抽检", "市级任务"),
        Task.PROVINCE: ("省", "省抽", "省级抽检", "省级任务"),
        Task.NATIONAL: ("国家级", "国抽", "国家级抽检", "国家任务"),
    },
)

_purpose = listed(
    tuple(Purpose),
    "unknown-purpose",
    {
        Purpose.ROUTINE: ("监督抽查", "日常监督", "日常抽检", "日常监督抽检"),
        Purpose.CAMPAIGN: ("专项抽检", "专项抽查", "专项监督抽检"),
        Purpose.COMPLAINT: ("投诉", "举报", "投诉举报抽检"),
        Purpose.RECHECK: ("复查抽检", "整改复查"),
        Purpose.MONITORING: ("监测", "风险监测抽检"),
    },
)


def purpose(cell: Cell) -> str:
    """Why the sample was drawn; a 复检 is refused with the reason."""
    if plain(cell) == RETEST:
        raise BadCell("retest-is-no-row", recheck=Purpose.RECHECK.zh)
    return _purpose(cell)


conclusion = listed(
    tuple(Conclusion),
    "unknown-conclusion",
    {
        Conclusion.PASS: ("未发现不合格", "未发现不合格项", "未发现不合格项目", "所检项目合格", "符合"),
        Conclusion.FAIL: ("所检项目不合格", "不符合"),
    },
)

status = listed(tuple(BatchStatus), "unknown-status", {BatchStatus.VOID: ("已作废",)})

outcome = listed(
    (Outcome.CLOSED, Outcome.NO_STOCK, Outcome.REFUSED),
    "unknown-outcome",
    {
        Outcome.CLOSED: ("已停业", "歇业", "关门停业", "暂停营业"),
        Outcome.NO_STOCK: ("无油", "缺货", "无库存"),
        Outcome.REFUSED: ("拒绝抽样", "拒检", "拒抽"),
    },
)

change = listed(
    tuple(Change),
    "unknown-change",
    {
        Change.OWNERSHIP: ("所有制变更", "变更所有制"),
        Change.CLOSED: ("歇业", "关停"),
        Change.REOPENED: ("复业", "恢复经营", "重新营业"),
        Change.NAME: ("名称", "名称变更", "变更名称"),
        Change.TOWNSHIP: ("乡镇变更", "变更乡镇"),
    },
)

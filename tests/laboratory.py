"""Workbooks as laboratories send them: an item a row with the batch merged over its rows, a batch a row with
the items across, or the results in a sheet beside the ledger of samples."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from tests.ledgers.desk import write_xlsx

HEADER = (
    "序号",
    "抽样单编号",
    "样品名称",
    "规格型号",
    "抽样日期",
    "受检单位",
    "检验项目",
    "单位",
    "技术要求",
    "检测结果",
)
"""Of these 受检单位 and 技术要求 are no columns of ours: it is said that they were not read."""
BATCH_COLUMNS = "BCDEF"
FIRST = date(2025, 3, 1)

DIESEL = (
    ("硫含量", "mg/kg", "≤10", 6.2), ("闪点（闭口）", "℃", "≥60", 66), ("铜片腐蚀（50℃，3h）", "级", "≤1", "1a"),
    ("多环芳烃含量", "%（质量分数）", "≤7", 2.1), ("水分", "%（体积分数）", "≤痕迹", "痕迹"),
)  # fmt: skip
PETROL = (
    ("研究法辛烷值（RON）", "", "≥92", 92.8), ("硫含量", "mg/kg", "≤10", "<3"), ("蒸气压", "kPa", "45~85", 62.5),
    ("苯含量（体积分数）", "%", "≤0.8", 0.45), ("甲醇含量（质量分数）", "%", "≤0.3", "<0.1"),
)  # fmt: skip
UREA = (("尿素含量", "%（质量分数）", "31.8~33.2", 32.4), ("密度（20℃）", "kg/m3", "1087.0~1093.0", 1090.1))

Line = tuple[str, str, str, str | float]


class Sent(NamedTuple):
    """A batch as the laboratory sends it, with the verdict that it must get."""

    form_no: str
    product: str
    grade: str
    day: date
    lines: Sequence[Line]
    verdict: str


def sent(count: int) -> list[Sent]:
    """Batches of the three fuels in turn; of ten one fails and one must stay open."""
    return [_sent(n) for n in range(count)]


def _sent(n: int) -> Sent:
    product, grade, lines = (
        ("0#车用柴油（VI）", "", DIESEL),
        ("车用汽油（ⅥB）", "92#", PETROL),
        ("车用尿素", "", UREA),
    )[n % 3]
    name, unit, limit, _ = lines[0]
    bad = {"硫含量": 35, "研究法辛烷值（RON）": 91.2, "尿素含量": 30.1}[name]
    verdict = {3: "fail", 7: "undecided"}.get(n % 10, "pass")
    found = {"fail": bad, "undecided": "见附页"}.get(verdict)
    changed = ((name, unit, limit, found), *lines[1:]) if found is not None else lines
    return Sent(f"A{n:03}", product, grade, FIRST + timedelta(n % 28), changed, verdict)


def laboratory_book(path: Path, batches: Sequence[Sent]) -> Path:
    """The workbook, under a title and above a note."""
    rows: list[Sequence[Any]] = [("2025年车用油品监督抽查检验结果汇总表",), HEADER]
    merged = []
    for n, batch in enumerate(batches, 1):
        top = len(rows) + 1
        for place, (item, unit, limit, value) in enumerate(batch.lines):
            label = (n, batch.form_no, batch.product, batch.grade, batch.day, "顺达加油站") if place == 0 else ("",) * 6
            rows.append((*label, item, unit, limit, value))
        if len(batch.lines) > 1:
            merged += [f"{column}{top}:{column}{len(rows)}" for column in BATCH_COLUMNS]
    rows.append(("备注：检验结果仅对来样负责。",))
    return write_xlsx(path, {"检验结果汇总": rows}, merged=merged)


WIDE_ITEMS = tuple(dict.fromkeys((item, unit) for lines in (DIESEL, PETROL, UREA) for item, unit, _, _ in lines))
"""Items with their units; 硫含量 is reported of two fuels."""
WIDE_LABEL = ("序号", "抽样单编号", "样品名称", "规格型号", "抽样日期", "受检单位")
CONCLUDED = {"pass": "合格", "fail": "不合格", "undecided": "合格"}


def wide_book(path: Path, batches: Sequence[Sent]) -> Path:
    """A batch a row under two header rows, the units in the second, above them a title, below them the limits."""
    limits = {(item, unit): limit for lines in (DIESEL, PETROL, UREA) for item, unit, limit, _ in lines}
    rows: list[Sequence[Any]] = [
        ("2025年车用油品监督抽查检验结果一览表",),
        (*WIDE_LABEL, *(item for item, _ in WIDE_ITEMS), "检验结论"),
        (*("",) * len(WIDE_LABEL), *(unit for _, unit in WIDE_ITEMS), ""),
        ("标准要求", *("",) * (len(WIDE_LABEL) - 1), *(limits[one] for one in WIDE_ITEMS), ""),
    ]
    for n, batch in enumerate(batches, 1):
        found = {(item, unit): value for item, unit, _, value in batch.lines}
        label = (n, batch.form_no, batch.product, batch.grade, batch.day, "顺达加油站")
        rows.append((*label, *(found.get(one, "/") for one in WIDE_ITEMS), CONCLUDED[batch.verdict]))
    rows.append(("备注：“/”表示未检。",))
    merged = [f"{column}2:{column}3" for column in "ABCDEF"]
    return write_xlsx(path, {"一览表": rows}, merged=merged)


def joined_book(path: Path, batches: Sequence[Sent], *, without: Sequence[str] = ()) -> Path:
    """The office's ledger of samples, and the results an item a row; ``without`` are batches without results."""
    samples: list[Sequence[Any]] = [
        ("抽样单编号", "抽样日期", "受检单位", "样品名称", "规格型号", "抽样人员", "报告编号", "报告日期", "检验结论"),
    ]
    results: list[Sequence[Any]] = [("抽样单编号", "检验项目", "检测结果", "单位")]
    for batch in batches:
        signed = CONCLUDED[batch.verdict]
        label = (batch.form_no, batch.day, "顺达加油站", batch.product, batch.grade, "张三、李四")
        samples.append((*label, f"W{batch.form_no}", "2025-04-20", signed))
        if batch.form_no not in without:
            results += [(batch.form_no, item, value, unit) for item, unit, _, value in batch.lines]
    return write_xlsx(path, {"抽样": samples, "检验结果": results})

"""Writing ledgers as clerks have them, and a small county that they can be compared with."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from fuelcheck.law.values import Township
from fuelcheck.ledgers.bring import Brought, bring, read_tables
from fuelcheck.ledgers.known import Known

Rows = Sequence[Sequence[Any]]

TOWNSHIPS = (Township("410329100", "城关街道", ("城关镇",)), Township("410329101", "鸦岭镇"))

SITE_HEADER = ("站点编号", "名称", "类别", "所有制", "乡镇")
SITES: Rows = (
    ("S001", "顺达加油站", "加油站", "民营", "鸦岭镇"),
    ("S002", "中国石化城关加油站", "加油站", "中石化", "城关街道"),
    ("D01", "伊川油库", "油库", "其他国有", "城关街道"),
)
SAMPLE_HEADER = ("抽样单编号", "抽样日期", "站点编号", "产品", "牌号", "抽样人员", "报告编号", "报告日期", "检验结论")
SAMPLES: Rows = (
    ("A1", "2025-03-09", "S001", "车用柴油", "0", "张三、李四", "W1", "2025-03-20", "合格"),
    ("A2", "2025-03-09", "S001", "车用乙醇汽油", "92", "张三、李四", "", "", ""),
    ("A3", "2025-03-10", "S002", "车用尿素", "", "张三、李四", "W3", "2025-03-20", "不合格"),
)


def write_xlsx(
    path: Path, sheets: Mapping[str, Rows], *, hidden: Sequence[str] = (), merged: Sequence[str] = ()
) -> Path:
    """A workbook; days become Excel's dates, texts stay text. ``merged`` are ranges of the first sheet."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        for n, (name, rows) in enumerate(sheets.items()):
            paper = book.add_worksheet(name)
            if name in hidden:
                paper.hide()
            for cells in merged if n == 0 else ():
                paper.merge_range(cells, "")
            for row, values in enumerate(rows):
                for column, value in enumerate(values):
                    look = moment if isinstance(value, datetime) else day if isinstance(value, date) else None
                    if value not in ("", None):
                        paper.write(row, column, value, look)
    return path


def write_csv(path: Path, rows: Rows, *, encoding: str = "utf-8-sig", delimiter: str = ",") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def county(
    folder: Path,
    *,
    sites: Rows = SITES,
    samples: Rows = SAMPLES,
    samples_header: Sequence[str] = SAMPLE_HEADER,
    changes: Rows = (),
    visits: Rows = (),
    name: str = "book.xlsx",
) -> Path:
    """One workbook with a sheet for each kind that has rows."""
    sheets: dict[str, Rows] = {}
    if sites:
        sheets["站点"] = (SITE_HEADER, *sites)
    if changes:
        sheets["站点变更"] = (("站点编号", "变更日期", "变更事项", "变更后", "原因"), *changes)
    if samples:
        sheets["抽样"] = (samples_header, *samples)
    if visits:
        sheets["未抽到样品"] = (("站点编号", "日期", "情况", "抽样人员", "备注"), *visits)
    return write_xlsx(folder / name, sheets)


def brought(
    *paths: Path,
    known: Known | None = None,
    update: bool = False,
    number_missing: str | None = None,
    mapping: str | None = None,
) -> Brought:
    tables = read_tables(paths, number_missing=number_missing, mapping=mapping)
    return bring(tables, known or Known(TOWNSHIPS), update=update)


def after(answer: Brought, before: Known | None = None) -> Known:
    """What the store holds once an accepted command has been filed."""
    assert answer.accepted, [fault.message for fault in (*answer.faults, *answer.conflicts)]
    before = before or Known(TOWNSHIPS)
    held: dict[str, dict[Any, Any]] = {
        "sites": dict(before.sites),
        "site_changes": dict(before.site_changes),
        "samples": dict(before.samples),
        "visits": dict(before.visits),
    }
    for row in answer.rows:
        key = row.key[0] if len(row.key) == 1 else row.key
        held[row.kind.value][key] = {**held[row.kind.value].get(key, {}), **row.values}
    return Known(before.townships, **held)


def places(answer: Brought) -> set[tuple[str, int | None, str]]:
    """Code, row and column of every fault."""
    return {(fault.code, fault.row, fault.column) for fault in answer.faults}


def codes(answer: Brought) -> set[str]:
    return {fault.code for fault in answer.faults}

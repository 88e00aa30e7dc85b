"""What the whole-path tests bring: small ledgers as CSV, in the columns that clerks use."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

DIVISION, POLICY = "410329", "yichuan-2024-15"
SITE_HEADER = ("站点编号", "名称", "类别", "所有制", "乡镇")
SAMPLE_HEADER = ("抽样单编号", "抽样日期", "站点编号", "产品", "牌号", "抽样人员", "报告编号", "报告日期", "检验结论")


def sites(path: Path, codes: Iterable[str]) -> Path:
    """A ledger of private stations."""
    return _written(path, SITE_HEADER, ([code, f"{code}加油站", "加油站", "民营", "鸦岭镇"] for code in codes))


def samples(path: Path, forms: Iterable[str], *, site: str, reported: bool = False) -> Path:
    """A ledger of diesel batches drawn on one day at one site, with or without their reports."""
    report = ("W", "2025-03-20", "合格") if reported else ("", "", "")
    rows = ([form, "2025-03-09", site, "车用柴油", "0", "张三、李四", *report] for form in forms)
    return _written(path, SAMPLE_HEADER, rows)


def _written(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path

"""Importing a ledger of 50,000 rows against the bare reader, whole processes.

The import reads in its bounded child, checks every cell and rule, files visit, batch and
report of each row with a version of each, chains the act and commits durably. The peer does
what a straightforward script does: openpyxl, one object a row, SQLModel's session, no checks,
no history.
"""

import random
from datetime import date, timedelta
from pathlib import Path

from xlsxwriter import Workbook

from benchmarks.alternate import Row
from benchmarks.processes import Ran, alternate, python

ROWS = 50_000
SITES = 9_790
_HEADERS = ("抽样单编号", "抽样日期", "站点编号", "产品", "牌号", "任务来源", "抽样类别", "抽样人员", "检验机构",
            "报告编号", "报告日期", "检验结论", "不合格项目", "备注")  # fmt: skip
_BARE = """
import sys; from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_path(sys.argv[1])
for name in book.sheet_names: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
"""
_IMPORT = """
import sys, pathlib
from fuelcheck.library import import_ledgers, init, open_store
path = pathlib.Path(sys.argv[2]); path.unlink(missing_ok=True)
with open_store(f"sqlite:///{path}", create=True) as store:
    init(store, policy="yichuan-2024-15", by="b")
    answer = import_ledgers(store, [sys.argv[1]], by="b")
    assert answer.accepted and len(answer.brought.rows) == int(sys.argv[3]), answer.brought.faults[:3]
"""
_PEER = """
import sys, pathlib; from openpyxl import load_workbook; from sqlmodel import Field, Session, SQLModel, create_engine
class Row(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    a: str; b: str; c: str; d: str; e: str; f: str; g: str; h: str; i: str; j: str; k: str; l: str; m: str; n: str
path = pathlib.Path(sys.argv[2]); path.unlink(missing_ok=True)
engine = create_engine(f"sqlite:///{path}"); SQLModel.metadata.create_all(engine)
with Session(engine) as session:
    for row in load_workbook(sys.argv[1], read_only=True)["抽样"].iter_rows(min_row=2, values_only=True):
        session.add(Row(**{k: str(v or "") for k, v in zip("abcdefghijklmn", row)}))
    session.commit()
"""


def measure(folder: Path) -> list[Row]:
    """The whole processes, on one workbook."""
    book = _workbook(folder / "ledger.xlsx")
    done = alternate(
        {
            "bare reader": python(_BARE, str(book)),
            "fuelcheck import": python(_IMPORT, str(book), str(folder / "i.db"), str(ROWS + SITES)),
            "openpyxl + SQLModel": python(_PEER, str(book), str(folder / "p.db")),
        },
        rounds=3,
    )
    topic = f"import {ROWS:,} rows, whole process"
    return [
        _row(topic, done, "fuelcheck import", "bare reader", 4),
        _row(topic, done, "openpyxl + SQLModel", "bare reader", None),
        _memory(topic, done["fuelcheck import"]),
    ]


def _row(topic: str, done: dict[str, Ran], case: str, baseline: str, at_most: float | None) -> Row:
    ratio = done[case].seconds / done[baseline].seconds
    target = "" if at_most is None else f"≤ ×{at_most:g}"
    return Row(topic, case, baseline, done[case].seconds, ratio, target, None if at_most is None else ratio <= at_most)


def _memory(topic: str, ran: Ran) -> Row:
    return Row(
        f"{topic}: peak memory", f"{ran.peak_mib:.0f} MiB", "", ran.seconds, 1.0, "≤ 350 MiB", ran.peak_mib <= 350
    )


def _workbook(path: Path) -> Path:
    if path.exists():
        return path
    rng = random.Random(2025)
    with Workbook(path, {"constant_memory": True}) as book:
        sites = book.add_worksheet("站点")
        sites.write_row(0, 0, ("站点编号", "名称", "类别", "所有制", "乡镇"))
        for n in range(SITES):
            sites.write_row(n + 1, 0, (f"S{n:05}", f"第{n}加油站", "加油站", "民营", "白沙镇"))
        samples = book.add_worksheet("抽样")
        samples.write_row(0, 0, _HEADERS)
        for n in range(ROWS):
            samples.write_row(n + 1, 0, _sample(rng, n))
    return path


def _sample(rng: random.Random, n: int) -> tuple[str, ...]:
    """Two batches a visit, as real ones are: the same site, day and team in neighbouring rows."""
    visit = n // 2
    day = date(2025, 1, 1) + timedelta(days=visit * 7 % 330)
    product, grade = (("车用乙醇汽油", "92"), ("车用柴油", "0"))[n % 2]
    team = ("张三;李四", "王五、赵六")[visit % 2]
    reported = day + timedelta(days=rng.randrange(10, 30))
    return (f"F{n:06}", day.isoformat(), f"S{visit % SITES:05}", product, grade, "县级", "监督抽检", team, "检测中心",
            f"R{n:06}", reported.isoformat(), "合格", "", "")  # fmt: skip

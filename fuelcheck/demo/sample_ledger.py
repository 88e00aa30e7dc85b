"""The clerk's workbook of samples: a sheet a month, and the visits that brought none.

The office changed its form twice: until March product and grade shared a cell; from April
a header of two rows; from October a column that nobody asked for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from random import Random

from fuelcheck.demo import untidy
from fuelcheck.demo.county import County
from fuelcheck.demo.paper import Heading, Row, Table
from fuelcheck.demo.untidy import Cell
from fuelcheck.demo.year import Year
from fuelcheck.rules.facts import BatchFact
from fuelcheck.words import BatchStatus, Conclusion

HIDDEN_MONTH = 2
"""The sheet that somebody hid and forgot."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A batch with the name that its site had on that day."""

    batch: BatchFact
    name: str


_Columns = tuple[tuple[Heading, Callable[[Random, _Line], Cell]], ...]


def _conclusion(rng: Random, line: _Line) -> Cell:
    match line.batch.conclusion:
        case Conclusion.PASS:
            return rng.choice(("合格", "合格", "合格", "未发现不合格"))
        case Conclusion.FAIL:
            return "不合格"
        case None:
            return None


def _failed_items(rng: Random, line: _Line) -> Cell:
    passed = line.batch.conclusion is Conclusion.PASS
    return rng.choice(("/", None)) if passed else line.batch.failed_items or None


def _status(batch: BatchFact) -> Cell:
    """The clerk remembers the column when she enters the report."""
    if batch.void:
        return BatchStatus.VOID.zh
    return BatchStatus.VALID.zh if batch.reported_on else None


_FIRST_QUARTER: _Columns = (
    (Heading("抽样单号", 14), lambda rng, n: n.batch.form_no),
    (Heading("采样日期", 13), lambda rng, n: untidy.day(rng, n.batch.sampled_on)),
    (Heading("加油站名称", 36), lambda rng, n: untidy.name(rng, n.name)),
    (Heading("油品", 28), lambda rng, n: untidy.product_and_grade(rng, n.batch.product, n.batch.grade)),
    (Heading("采样人员", 16), lambda rng, n: untidy.people(rng, n.batch.samplers)),
    (Heading("检测机构", 24), lambda rng, n: n.batch.laboratory),
    (Heading("报告书编号", 14), lambda rng, n: n.batch.report_no or None),
    (Heading("签发日期", 13), lambda rng, n: untidy.day(rng, n.batch.reported_on)),
    (Heading("结论", 10), _conclusion),
    (Heading("不合格项", 20), _failed_items),
    (Heading("备注", 24), lambda rng, n: n.batch.note or None),
)

_SAMPLE, _REPORT = "抽样情况", "检验报告情况"

_SINCE_APRIL: _Columns = (
    (Heading("抽样单编号", 14, _SAMPLE), lambda rng, n: n.batch.form_no),
    (Heading("抽样日期", 13, _SAMPLE, spread=True), lambda rng, n: untidy.day(rng, n.batch.sampled_on)),
    (Heading("受检单位", 36, _SAMPLE, spread=True), lambda rng, n: untidy.name(rng, n.name)),
    (Heading("样品名称", 22, _SAMPLE), lambda rng, n: untidy.product(rng, n.batch.product)),
    (Heading("规格型号", 9, _SAMPLE), lambda rng, n: untidy.grade(rng, n.batch.grade)),
    (Heading("抽样人员", 16, _SAMPLE, spread=True), lambda rng, n: untidy.people(rng, n.batch.samplers)),
    (Heading("任务来源", 9), lambda rng, n: n.batch.task.zh if n.batch.task else None),
    (Heading("抽样类别", 10), lambda rng, n: n.batch.purpose.zh if n.batch.purpose else None),
    (Heading("原抽样单编号", 14), lambda rng, n: n.batch.follows or None),
    (Heading("检验机构", 24, _REPORT), lambda rng, n: n.batch.laboratory),
    (Heading("报告编号", 14, _REPORT), lambda rng, n: n.batch.report_no or None),
    (Heading("报告日期", 13, _REPORT), lambda rng, n: untidy.day(rng, n.batch.reported_on)),
    (Heading("检验结论", 10, _REPORT), _conclusion),
    (Heading("不合格项目", 20, _REPORT), _failed_items),
    (Heading("状态", 7), lambda rng, n: _status(n.batch)),
    (Heading("作废原因", 22), lambda rng, n: n.batch.void_reason or None),
    (Heading("作废日期", 13), lambda rng, n: untidy.day(rng, n.batch.voided_on)),
    (Heading("备注", 24), lambda rng, n: n.batch.note or None),
)

_SINCE_OCTOBER: _Columns = (
    *_SINCE_APRIL[:6],
    (Heading("抽样基数（L）", 9, _SAMPLE), lambda rng, n: rng.randrange(2000, 20000, 500)),
    *_SINCE_APRIL[6:],
)


def months(rng: Random, county: County, year: Year) -> dict[int, Table]:
    """The months' tables, as far as the ledger goes."""
    lines = [_Line(b, county.name_on(b.site, b.sampled_on)) for b in year.batches]
    by_month = groupby(lines, key=lambda line: line.batch.sampled_on.month)
    return {month: _month(rng, month, list(lines), year) for month, lines in by_month}


def _month(rng: Random, month: int, lines: list[_Line], year: Year) -> Table:
    columns = _FIRST_QUARTER if month <= 3 else _SINCE_APRIL if month <= 9 else _SINCE_OCTOBER
    blocks = [tuple(_row(rng, columns, n) for n in part) for _, part in groupby(lines, key=_third)]
    return Table(
        title=f"2025年{month}月成品油质量监督抽检情况统计表",
        headings=tuple(heading for heading, _ in columns),
        blocks=tuple(blocks) if month > 3 else (tuple(row for block in blocks for row in block),),
        unit="批次",
        foot=(
            "注：本表由县局油品质量监管股汇总。",
            f"填表人：{year.clerk}　　审核人：{year.reviewer}",
        ),
        blank_row=month % 2 == 0,
        hidden=month == HIDDEN_MONTH,
    )


def _third(line: _Line) -> int:
    """The third of the month (上旬、中旬、下旬), after which sums are drawn."""
    return min(2, (line.batch.sampled_on.day - 1) // 10)


def _row(rng: Random, columns: _Columns, line: _Line) -> Row:
    key = (line.batch.sampled_on, line.batch.site)
    return Row(key, tuple(write(rng, line) for _, write in columns))


_VISITS = (
    Heading("被检单位", 36),
    Heading("日期", 13),
    Heading("情况", 10),
    Heading("抽样人员", 16),
    Heading("备注", 34),
)


def visits(rng: Random, county: County, year: Year) -> Table:
    """The visits without a sample."""
    rows = tuple(
        Row(
            n,
            (
                county.name_on(v.site, v.visited_on),
                untidy.day(rng, v.visited_on),
                v.outcome.zh,
                untidy.people(rng, v.samplers),
                v.note,
            ),
        )
        for n, v in enumerate(year.visits)
    )
    return Table("未抽到样品情况登记表", _VISITS, (rows,), "次", blank_row=True)

"""What the laboratories of the tests' counties found: results, judged by the standards of the package."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from fuelcheck.rules.failures import failures
from fuelcheck.rules.item_names import Names
from fuelcheck.rules.judging import Judge
from fuelcheck.rules.reported import Result, Sample
from fuelcheck.rules.verdicts import BatchVerdict
from fuelcheck.standing.evaluation import Failing, Flagged, LedgerRow, Overdue
from fuelcheck.words import Conclusion, Product
from tests.rules.fuels import BY_NAME, STANDARDS

CONTRACT = timedelta(days=10)
ANSWER = "经核对检验报告原件，硫含量为3.5 mg/kg，录入差错，已更正。"

Results = Sequence[tuple[str, str, str]]

_SULFUR: Results = [("硫含量", "35", "mg/kg")]
_WORST: dict[Product, Results] = {
    Product.DIESEL: [
        *_SULFUR, ("闪点（闭口）", "52.5", "℃"), ("多环芳烃含量", "9.6", "%（质量分数）"),
        ("馏程 50%回收温度", "310", "℃"), ("酸度", "9", "mgKOH/100mL"), ("润滑性 校正磨痕直径（60℃）", "520", "μm"),
        ("铜片腐蚀（50℃，3h）", "3a", "级"), ("密度（20℃）", "861.2", "kg/m³"),
    ],
    Product.ETHANOL_GASOLINE: [
        ("硫含量", "0.0035", "%（质量分数）"), ("乙醇含量", "3.2", "%（体积分数）"), ("水分", "0.32", "%（质量分数）"),
        ("蒸气压", "91.5", "kPa"), ("其他有机含氧化合物", "大于0.5", "%（质量分数）"), ("密度（20℃）", "718", "kg/m3"),
        ("硫醇（博士试验）", "不通过", ""),
    ],
    Product.UREA: [("尿素含量", "28.4", "%"), ("碱度（以NH3计）", "0.4", "%"), ("磷酸盐（以PO4计）", "0.9", "mg/kg")],
}  # fmt: skip
_GOOD: dict[Product, Results] = {
    Product.DIESEL: [("硫含量", "3.5", "mg/kg"), ("闪点（闭口）", "66", "℃")],
    Product.ETHANOL_GASOLINE: [("硫含量", "<3", "mg/kg"), ("乙醇含量", "9.8", "%（体积分数）")],
    Product.UREA: [("尿素含量", "32.5", "%")],
}
_NAMES, _JUDGE = Names(STANDARDS), Judge(STANDARDS)


def at_laboratories(ledger: Sequence[LedgerRow], as_of: date) -> dict[str, Any]:
    """The three fields of a report: of failing batches in turn with many results, few, none and good ones."""
    standing = [row for row in ledger if not row.batch.void]
    failed = [row for row in standing if row.batch.conclusion is Conclusion.FAIL]
    passed = [row for row in standing if row.batch.conclusion is Conclusion.PASS and row.batch.product in _WORST]
    judged = [(row, _failed(n, row)) for n, row in enumerate(failed)]
    typos = [(row, _verdict(row, _SULFUR)) for row in passed[9:60:17] if row.batch.product is not Product.UREA]
    contradicted = [(row, v) for row, v in (*judged, *typos) if v is not None and v.contradicts(row.batch.conclusion)]
    return {
        "failing": tuple(Failing(row, _failures(row, verdict)) for row, verdict in judged),
        "flagged": tuple(
            Flagged(row, verdict, _failures(row, verdict), ANSWER if n == 1 else "")
            for n, (row, verdict) in enumerate(contradicted)
        ),
        "overdue": tuple(_overdue(row, as_of) for row in standing if _is_overdue(row, as_of)),
    }  # fmt: skip


def _failed(n: int, row: LedgerRow) -> BatchVerdict | None:
    bad, good = _WORST[row.batch.product], _GOOD[row.batch.product]
    results = (bad, [*_SULFUR, *good[1:]], [], good)[n % 4]
    return _verdict(row, results) if results else None


def _verdict(row: LedgerRow, results: Results) -> BatchVerdict:
    batch = row.batch
    sample = Sample(batch.product, batch.grade or None, batch.sampled_on, row.site.kind, form_no=batch.form_no)
    return _JUDGE.judge(sample, [Result(*line) for line in results])


def _failures(row: LedgerRow, verdict: BatchVerdict | None) -> Any:
    name = f"{verdict.standard} {verdict.phase or ''}".strip() if verdict is not None else ""
    return failures(verdict, row.batch.failed_items, _NAMES, BY_NAME.get(name))


def _is_overdue(row: LedgerRow, as_of: date) -> bool:
    return row.batch.reported_on is None and row.batch.sampled_on + CONTRACT < as_of


def _overdue(row: LedgerRow, as_of: date) -> Overdue:
    due = row.batch.sampled_on + CONTRACT
    return Overdue(row, due, (as_of - due).days, row.batch.laboratory)

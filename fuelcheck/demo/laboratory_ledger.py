"""The workbook of results that the laboratories send, a sheet a laboratory and a row an item; and their register.

In three batches the ledger of samples and the results contradict each other, as happens where figures
are typed twice: two that it calls passing fail by their figures, one that it calls failing passes. In
another a figure lies where the two ways of comparing differ, and in one an item was forgotten.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from random import Random

from fuelcheck.demo import names, untidy
from fuelcheck.demo.chance import chance
from fuelcheck.demo.measured import items_of, results_of
from fuelcheck.demo.paper import Heading, Row, Table
from fuelcheck.demo.year import Year
from fuelcheck.rules.facts import BatchFact
from fuelcheck.rules.reported import Result
from fuelcheck.words import MOTOR_FUELS, Conclusion, Product, Task


@dataclass(frozen=True, slots=True)
class _Slip:
    """What a report says otherwise than expected: an item's value (none: not tested); no item: that nothing fails."""

    item: str = ""
    value: str = ""


_SLIPS = (
    (7, Product.DIESEL, _Slip("闪点（闭口）", "54.5")),
    (9, Product.ETHANOL_GASOLINE, _Slip("乙醇含量", "0.6")),
    (10, Product.ETHANOL_GASOLINE, _Slip("硫含量", "10.3")),
    (11, Product.DIESEL, _Slip("冷滤点")),
)
"""Of which month's first passing batch of the product."""

_RECHECKED = 5
"""The month of the failing batch that was drawn again: its failure is real."""

_Slips = dict[str, _Slip]

_HEADINGS = (
    Heading("抽样单编号", 14, spread=True),
    Heading("样品名称", 22, spread=True),
    Heading("规格型号", 9, spread=True),
    Heading("检验项目", 22),
    Heading("检验结果", 11),
    Heading("单位", 14),
    Heading("检验员", 9),
)

_UNIT_NAMES = {
    "%（质量分数）": ("%（质量分数）", "%(质量分数)", "% (m/m)"),
    "%（体积分数）": ("%（体积分数）", "%(体积分数)", "% (v/v)"),
    "℃": ("℃", "°C"),
    "kg/m³": ("kg/m³", "kg/m3"),
    "g/cm³": ("g/cm³", "g/cm3"),
    "": ("—", ""),
}


@dataclass(frozen=True, slots=True)
class Registered:
    """A laboratory as the office's register has it; ``items`` as reports name them."""

    name: str
    cma_no: str
    valid_until: date
    products: tuple[str, ...]
    items: tuple[str, ...]


def register(year: Year) -> tuple[Registered, ...]:
    """The county's and the city's laboratories; that of the province nobody has entered."""
    tested = [b for product in Product if (b := next((b for b in year.batches if b.product is product), None))]
    items = tuple(dict.fromkeys(item.name for batch in tested for item in items_of(batch)))
    products = (Product.ETHANOL_GASOLINE.zh, Product.DIESEL.zh, Product.UREA.zh)
    entered = (*names.COUNTY_LABORATORIES, names.CITY_LABORATORY)
    return tuple(
        Registered(name, f"示例CMA{n:03d}", date(2027 + n, 6, 30), products, items)
        for n, name in enumerate(entered, start=1)
    )


def sheets(seed: int, year: Year, day: date) -> dict[str, Table]:
    """A table for each laboratory that has reported by ``day``."""
    slips = dict(_slips(year))
    reported = [b for b in year.batches if b.reported_on and b.reported_on <= day]
    reported.sort(key=lambda batch: (batch.laboratory, batch.report_no))
    return {
        name: _sheet(seed, name, list(batches), slips)
        for name, batches in groupby(reported, key=lambda batch: batch.laboratory)
    }


def _sheet(seed: int, name: str, batches: list[BatchFact], slips: _Slips) -> Table:
    people = names.people(chance(seed, "laboratory", name), 3)
    rows = (row for batch in batches for row in _rows(seed, batch, slips.get(batch.form_no), people))
    foot = ("注：“<”表示低于方法检出限。", f"制表：{people[0]}　　审核：{people[1]}")
    return Table("2025年成品油质量检验结果汇总表", _HEADINGS, (tuple(rows),), "项", foot, office=name)


def _rows(seed: int, batch: BatchFact, slip: _Slip | None, people: tuple[str, ...]) -> Iterator[Row]:
    rng = chance(seed, "results", batch.form_no)
    product, grade = untidy.product(rng, batch.product), untidy.grade(rng, batch.grade)
    analyst = rng.choice(people)
    for result in _found(rng, batch, slip):
        unit = rng.choice(_UNIT_NAMES.get(result.unit, (result.unit,)))
        cells = (batch.form_no, product, grade, result.item, result.value, unit or None, analyst)
        yield Row(batch.form_no, cells)


def _found(rng: Random, batch: BatchFact, slip: _Slip | None) -> Iterator[Result]:
    """The lines of the report, with the slip if there is one."""
    nothing_fails = slip is not None and not slip.item
    for result in results_of(rng, replace(batch, failed_items="") if nothing_fails else batch):
        if slip is None or result.item != slip.item:
            yield result
        elif slip.value:
            yield Result(result.item, slip.value, result.unit)


def _slips(year: Year) -> Iterator[tuple[str, _Slip]]:
    """The batches with a slip, by their form numbers."""
    county = [b for b in year.batches if b.site.startswith("S") and b.task in (None, Task.COUNTY)]
    for month, product, slip in _SLIPS:
        passing = (b for b in county if b.conclusion is Conclusion.PASS and b.product is product)
        yield next(b.form_no for b in passing if b.sampled_on.month == month), slip
    failing = (b for b in county if b.conclusion is Conclusion.FAIL and b.product in MOTOR_FUELS)
    yield next(b.form_no for b in failing if b.sampled_on.month != _RECHECKED), _Slip()

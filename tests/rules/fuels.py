"""The shipped standards and the example programme, and short words for what a test asks the judge."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from fuelcheck.law.load import find_programme, read_programme, read_standard, standard_files
from fuelcheck.law.standards import Limit, Programme, Standard
from fuelcheck.rules.judging import Judge
from fuelcheck.rules.reported import Result, Sample
from fuelcheck.rules.verdicts import BatchVerdict, ItemVerdict
from fuelcheck.toml.text import file_text

STANDARDS = tuple(read_standard(file_text(path), path.name) for path in standard_files())
BY_NAME = {standard.name: standard for standard in STANDARDS}
DIESEL, E10, PETROL, UREA = (
    BY_NAME[name] for name in ("GB 19147-2016 VI", "GB 18351-2017 VIB", "GB 17930-2016 VIB", "GB 29518-2013")
)
JUDGE = Judge(STANDARDS)

MARCH, MAY = date(2025, 3, 9), date(2025, 5, 8)

Results = Mapping[str, str | tuple[str, str]]


def example_programme() -> Programme:
    return read_programme(find_programme("yichuan-2025-example", None)[0], "example")


def lines(results: Results) -> list[Result]:
    """Results by item; a pair is result and unit."""
    return [Result(item, *((found,) if isinstance(found, str) else found)) for item, found in results.items()]


def batch(
    product: str, grade: str | None, results: Results, day: date | None = MARCH, programme: Programme | None = None,
    judge: Judge = JUDGE, **label: Any,
) -> BatchVerdict:  # fmt: skip
    return judge.judge(Sample(product, grade, day, **label), lines(results), programme)


def item(product: str, grade: str | None, name: str, found: str, unit: str = "", **label: Any) -> ItemVerdict:
    """The verdict on one line of a report."""
    (verdict,) = batch(product, grade, {name: (found, unit)}, **label).items
    return verdict


def told(verdict: ItemVerdict) -> tuple[str, str]:
    return verdict.verdict.value, verdict.code


def with_limits(standard: Standard, key: str, **changed: Any) -> Standard:
    """The standard with the limits of one item changed."""

    def limits(of: tuple[Limit, ...]) -> tuple[Limit, ...]:
        return tuple(replace(limit, **changed) for limit in of)

    items = tuple(replace(i, limits=limits(i.limits)) if i.key == key else i for i in standard.items)
    return replace(standard, items=items)

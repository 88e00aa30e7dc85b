"""What the rows of one form number say together: the label of a batch, its results, its conclusion.

A label may stand in 抽样, in a row of results, or in both, and no two cells may contradict each other.
"""

import re
from dataclasses import dataclass
from datetime import date

from fuelcheck.ledgers.cells import BadCell, folded
from fuelcheck.ledgers.checks import grade_suits
from fuelcheck.ledgers.draft import Draft
from fuelcheck.ledgers.results_sheets import NEEDED, label_column
from fuelcheck.rules.reported import Result, Sample
from fuelcheck.words import Conclusion, Product, SiteKind

_NUMBER = re.compile(r"[a-z]+(?:/t)?[0-9]+(?:\.[0-9]+)?[-—–][0-9]{4}")
"""A standard's number in the text that names it: reports write its title or stage beside it, or do not."""


@dataclass(frozen=True, slots=True)
class ReportedBatch:
    """A batch with its results, the laboratory's conclusion on it, and where it first stands."""

    sample: Sample
    results: tuple[Result, ...]
    sheet: str
    row: int
    conclusion: Conclusion | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What one cell says of its batch, and where."""

    value: str
    read: Draft
    row: int


class Gathering:
    """One batch on its way in; it first stands in ``row`` of ``read``."""

    def __init__(self, form_no: str, read: Draft, row: int) -> None:
        self.form_no = form_no
        self.first = Said("", read, row)
        self.sampled: Said | None = None
        self.results: list[Result] = []
        self._label: dict[str, Said] = {}
        self._refused: set[str] = set()

    def hear(self, name: str, value: str | None, read: Draft, row: int) -> None:
        """Note what a filled cell says; one that contradicts an earlier one is a fault, a refused one (None) silent."""
        known = self._label.get(name)
        if value is None:
            self._refused.add(name)
        elif known is None:
            self._label[name] = Said(value, read, row)
        elif _compared(name, known.value) != _compared(name, value):
            self._refused.add(name)
            read.refuse(row, name, self._differs(name, value, known, read))

    def missing(self, *, samples_read: bool) -> None:
        """Refuse what no row says: in the batch's row of 抽样, else where it first stands."""
        lacking = [name for name in NEEDED if name not in self._label and name not in self._refused]
        if lacking and samples_read and self.sampled is None:
            missing = "、".join(label_column(name).zh for name in lacking)
            self.first.read.refuse(self.first.row, "form_no", BadCell("result-without-sample", missing=missing))
            return
        at = self.sampled or self.first
        for name in lacking:
            at.read.refuse(at.row, name, BadCell("missing-cell"))

    def grade(self) -> None:
        """Refuse a grade that the product cannot have, and none where it must have one."""
        if "product" in self._label and not self._refused & {"product", "grade"}:
            at = self._label.get("grade", self.sampled or self.first)
            if bad := grade_suits(self._value("product"), self._value("grade")):
                at.read.refuse(at.row, "grade", bad)

    def batch(self) -> ReportedBatch:
        """The batch; only of a file without faults."""
        sample = Sample(
            Product(self._value("product")),
            self._value("grade") or None,
            date.fromisoformat(self._value("sampled_on")),
            SiteKind(self._value("site_kind")) if "site_kind" in self._label else None,
            self._value("standard") or None,
            form_no=self.form_no,
        )
        conclusion = Conclusion(self._value("conclusion")) if "conclusion" in self._label else None
        table = self.first.read.table
        return ReportedBatch(sample, tuple(self.results), table.sheet, table.numbers[self.first.row], conclusion)

    def _value(self, name: str) -> str:
        return self._label[name].value if name in self._label else ""

    def _differs(self, name: str, value: str, known: Said, read: Draft) -> BadCell:
        table = known.read.table
        written = label_column(name).written
        return BadCell(
            "batch-differs",
            value=written(value),
            other=written(known.value),
            row=table.numbers[known.row],
            sheet=table.seen_from(read.table),
            form_no=self.form_no,
        )


def _compared(name: str, value: str) -> str:
    """A value as two of them are compared: of a standard its number, whatever stands around it."""
    if name != "standard":
        return value
    found = _NUMBER.search(folded(value))
    return found[0].replace("—", "-").replace("–", "-") if found else folded(value)

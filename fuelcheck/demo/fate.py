"""What becomes of the batches: teams, forms, reports, failures, a recheck, a void form.

Seven of some two hundred fail, six of them motor fuel. What was drawn after 18 December has
no report yet; one report comes seventy-one days after the drawing, and the own-use point's
batch of August still lies at the laboratory.
"""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from fuelcheck.demo import names
from fuelcheck.demo.rounds import YEAR, working_days
from fuelcheck.rules.facts import BatchFact
from fuelcheck.words import Conclusion, Product, Purpose, Task

FAILED_ITEMS = {
    Product.ETHANOL_GASOLINE: ("硫含量", "蒸气压", "烯烃含量", "研究法辛烷值"),
    Product.DIESEL: ("闪点（闭口）", "硫含量", "十六烷值", "多环芳烃含量；闪点（闭口）"),
    Product.UREA: ("尿素含量", "缩二脲"),
}

_LAST_REPORTED = date(YEAR, 12, 18)
_YEAR_END = date(YEAR, 12, 31)
_LATE = timedelta(days=71)


def fated(rng: Random, drawn: list[BatchFact], inspectors: list[str]) -> tuple[BatchFact, ...]:
    """The finished batches of the year in the order of their form numbers."""
    batches = _failed(rng, drawn)
    batches += [_recheck(batches), _void(batches)]
    batches = [_reported(rng, b) for b in _staffed(rng, batches, inspectors)]
    return _reports_numbered(_forms_numbered(_one_late(batches)))


def _failed(rng: Random, drawn: list[BatchFact]) -> list[BatchFact]:
    """Fail a diesel of May (the one that is rechecked), five motor fuels and one urea."""
    ordinary = [n for n, b in enumerate(drawn) if b.site.startswith("S") and b.task in (None, Task.COUNTY)]
    fuels = [n for n in ordinary if drawn[n].product is not Product.UREA]
    spring = next(n for n in fuels if drawn[n].sampled_on.month == 5 and drawn[n].product is Product.DIESEL)
    months = (2, 3, 8, 9, 10, 11)
    later = rng.sample([n for n in fuels if drawn[n].sampled_on.month in months], 5)
    urea = next(n for n, b in enumerate(drawn) if b.product is Product.UREA and b.sampled_on.month == 5)
    failing = {spring, urea, *later}
    return [_fail(rng, b) if n in failing else b for n, b in enumerate(drawn)]


def _fail(rng: Random, batch: BatchFact) -> BatchFact:
    items = rng.choice(FAILED_ITEMS[batch.product])
    return replace(batch, conclusion=Conclusion.FAIL, failed_items=items, note="已下达责令改正通知书，立案查处")


def _recheck(batches: list[BatchFact]) -> BatchFact:
    """The new sample after correction, seven weeks later; its form is still to be named."""
    failed = _caught_in_may(batches)
    day = failed.sampled_on + timedelta(weeks=7)
    return replace(
        failed,
        sampled_on=day,
        task=Task.COUNTY,
        purpose=Purpose.RECHECK,
        conclusion=None,
        failed_items="",
        note="整改后复查",
    )


def _caught_in_may(batches: list[BatchFact]) -> BatchFact:
    return next(
        b
        for b in batches
        if b.conclusion is Conclusion.FAIL and b.product is Product.DIESEL and b.sampled_on.month == 5
    )


def _void(batches: list[BatchFact]) -> BatchFact:
    """A bottle leaked; the station was visited again a week later."""
    again = next(b for b in batches if b.sampled_on.month == 8 and b.product is Product.DIESEL and b.site[0] == "S")
    day = again.sampled_on - timedelta(weeks=1)
    return replace(
        again,
        sampled_on=day,
        conclusion=None,
        failed_items="",
        note="",
        void=True,
        void_reason="样品瓶渗漏，另行抽样",
        voided_on=day + timedelta(days=1),
    )


def _staffed(rng: Random, batches: list[BatchFact], inspectors: list[str]) -> list[BatchFact]:
    """One team goes out on a day."""
    days = sorted({b.sampled_on for b in batches})
    teams = {day: tuple(rng.sample(inspectors, 3 if day.day % 9 == 0 else 2)) for day in days}
    return [replace(b, samplers=teams[b.sampled_on]) for b in batches]


def _reported(rng: Random, batch: BatchFact) -> BatchFact:
    """Laboratory and, where it came within the year, the report."""
    batch = replace(batch, laboratory=_laboratory(rng, batch))
    if batch.void or batch.sampled_on > _LAST_REPORTED or _lies(batch):
        return batch
    day = min(_finished(rng, batch.sampled_on), _YEAR_END)
    return replace(batch, reported_on=day, conclusion=batch.conclusion or Conclusion.PASS)


def _finished(rng: Random, drawn: date) -> date:
    """A working day within the contract's twenty; the first one after them where the Spring Festival takes all."""
    in_time = working_days(drawn + timedelta(days=8), drawn + timedelta(days=20))
    return rng.choice(in_time) if in_time else working_days(drawn + timedelta(days=21), drawn + timedelta(weeks=5))[0]


def _lies(batch: BatchFact) -> bool:
    """Whether the laboratory has forgotten the sample: that of the own-use point."""
    return batch.site.startswith("O")


def _laboratory(rng: Random, batch: BatchFact) -> str:
    match batch.task:
        case Task.PROVINCE:
            return names.PROVINCE_LABORATORY
        case Task.CITY:
            return names.CITY_LABORATORY
        case _:
            return rng.choices(names.COUNTY_LABORATORIES, (3, 1))[0]


def _one_late(batches: list[BatchFact]) -> list[BatchFact]:
    """The laboratory let a station's batch of July lie."""
    july = (n for n, b in enumerate(batches) if b.sampled_on.month == 7 and b.site[0] == "S" and b.reported_on)
    late = next(n for n in july if batches[n].purpose is not Purpose.RECHECK)
    return [replace(b, reported_on=b.sampled_on + _LATE) if n == late else b for n, b in enumerate(batches)]


def _forms_numbered(batches: list[BatchFact]) -> list[BatchFact]:
    """Forms are numbered in the order of drawing; then the recheck can name the form that failed."""
    ordered = sorted(batches, key=lambda b: (b.sampled_on, b.site))
    numbered = [replace(b, form_no=f"YC{YEAR}{n:04d}") for n, b in enumerate(ordered, start=1)]
    failed = _caught_in_may(numbered)
    return [replace(b, follows=failed.form_no) if b.purpose is Purpose.RECHECK else b for b in numbered]


def _reports_numbered(batches: list[BatchFact]) -> tuple[BatchFact, ...]:
    """Report numbers run in the order of the reports' days."""
    reported = sorted((b for b in batches if b.reported_on), key=lambda b: (b.reported_on, b.form_no))
    numbers = {b.form_no: f"SL{YEAR}-{n:03d}" for n, b in enumerate(reported, start=1)}
    return tuple(replace(b, report_no=numbers.get(b.form_no, "")) for b in batches)

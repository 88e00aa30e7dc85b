"""The batches that the invented county draws in the year, and the visits that brought none.

At the stations 161 batches of motor fuel under county tasks; beside them ten of urea, one a
month at each depot and producer but one, three of the province and the city, and one at an
own-use point. What becomes of them is told in ``fuelcheck.demo.fate``.
"""

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from fuelcheck.demo import names
from fuelcheck.demo.county import County
from fuelcheck.demo.fate import fated
from fuelcheck.demo.rounds import YEAR, Round, month_days, plan
from fuelcheck.rules.facts import BatchFact, SiteFact, VisitFact
from fuelcheck.words import DIESEL_GRADES, PETROL_GRADES, Outcome, Ownership, Product, Purpose, SiteKind, Task

MISSED_MONTH = ("D02", 8)
"""The depot and the month without a batch."""


@dataclass(frozen=True, slots=True)
class Year:
    """Batches in the order of their form numbers, visits in the order of days."""

    batches: tuple[BatchFact, ...]
    visits: tuple[VisitFact, ...]
    clerk: str
    reviewer: str


def build(rng: Random, county: County) -> Year:
    """Invent the year."""
    clerk, reviewer, *inspectors = names.people(rng, 8)
    rounds = plan(rng, county)
    drawn = [b for r in rounds for b in _of_round(rng, r)]
    drawn += _urea(rng, county, rounds) + _monthly(rng, county) + _others(county)
    return Year(
        batches=fated(rng, drawn, inspectors),
        visits=_in_vain(county, rounds, tuple(inspectors[:2])),
        clerk=clerk,
        reviewer=reviewer,
    )


def draw(day: date, site: SiteFact, grade: str, task: Task | None = None, purpose: Purpose | None = None) -> BatchFact:
    """A batch of which only the drawing is known; ``grade`` may be ``urea``."""
    return BatchFact(
        form_no="",
        sampled_on=day,
        site=site.code,
        product=_product(grade),
        grade="" if grade == "urea" else grade,
        task=task,
        purpose=purpose,
        follows="",
        samplers=(),
        laboratory="",
        report_no="",
        reported_on=None,
        conclusion=None,
        failed_items="",
        void=False,
        void_reason="",
        voided_on=None,
    )


def _product(grade: str) -> Product:
    """Henan sells petrol with ethanol only."""
    if grade in PETROL_GRADES:
        return Product.ETHANOL_GASOLINE
    return Product.DIESEL if grade in DIESEL_GRADES else Product.UREA


def _of_round(rng: Random, round_: Round) -> list[BatchFact]:
    """One batch a pump; the larger visit of June wrote its last batch down twice."""
    grades = _grades(rng, round_)
    if round_.day.month == 6 and round_.batches == 3:
        grades[-1] = grades[-2]
    task, purpose = _ordered(rng, round_.day)
    return [draw(round_.day, round_.site, grade, task, purpose) for grade in grades]


def _grades(rng: Random, round_: Round) -> list[str]:
    """Petrol and diesel; in the cold months diesel for frost where it is sold."""
    on_sale = round_.site.products
    petrol = [g for g in on_sale if g in PETROL_GRADES]
    diesel = "-10" if "-10" in on_sale and round_.day.month in (1, 2, 12) else "0"
    chosen = petrol if round_.batches == 3 else [rng.choice(petrol)]
    return [*chosen, diesel]


def _ordered(rng: Random, day: date) -> tuple[Task | None, Purpose | None]:
    """Task and purpose, for which the ledger of the first quarter had no columns."""
    if day.month <= 3:
        return None, None
    purposes = (None, Purpose.ROUTINE, Purpose.CAMPAIGN, Purpose.COMPLAINT)
    return rng.choice((None, Task.COUNTY)), rng.choices(purposes, (2, 12, 2, 1))[0]


def _urea(rng: Random, county: County, rounds: list[Round]) -> list[BatchFact]:
    """Six batches at the vendors, four that rode along where a station sells it."""
    vendors = county.facts(None, SiteKind.UREA_VENDOR)
    months = (2, 4, 5, 7, 9, 11)
    batches = [draw(rng.choice(month_days(m)), vendors[n % len(vendors)], "urea") for n, m in enumerate(months)]
    selling = [r for r in rounds if "urea" in r.site.products and 3 <= r.day.month <= 11]
    return batches + [draw(r.day, r.site, "urea") for r in rng.sample(selling, 4)]


def _monthly(rng: Random, county: County) -> list[BatchFact]:
    """Each depot and producer every month, save the one that was being overhauled."""
    batches = []
    for site in county.facts(None, SiteKind.DEPOT, SiteKind.PRODUCER):
        for month in range(1, 13):
            grade = site.products[month % len(site.products)]
            if (site.code, month) != MISSED_MONTH:
                batches.append(draw(rng.choice(month_days(month)), site, grade))
    return batches


def _others(county: County) -> list[BatchFact]:
    """Brand stations that the province and the city drew from, and an own-use point."""
    sinopec, petrochina = county.facts(Ownership.SINOPEC)[2], county.facts(Ownership.PETROCHINA)[1]
    own = county.facts(None, SiteKind.OWN_USE)[0]
    routine = Purpose.ROUTINE
    return [
        draw(date(YEAR, 6, 17), sinopec, "95", Task.PROVINCE, routine),
        draw(date(YEAR, 6, 17), sinopec, "0", Task.PROVINCE, routine),
        draw(date(YEAR, 10, 22), petrochina, "92", Task.CITY, routine),
        draw(date(YEAR, 8, 13), own, "0", Task.COUNTY, routine),
    ]


def _in_vain(county: County, rounds: list[Round], team: tuple[str, ...]) -> tuple[VisitFact, ...]:
    """Stations found shut or dry, a refusal that was mended later, the depot's overhaul."""
    roles = county.roles
    refusing = next(r for r in rounds if r.day.month == 9)
    visits = [
        (refusing.site.code, date(YEAR, 4, 16), Outcome.REFUSED, "负责人不在场，拒绝抽样，已责令改正"),
        (roles.rested, date(YEAR, 5, 14), Outcome.CLOSED, "歇业中，据称8月恢复"),
        (roles.uncovered, date(YEAR, 6, 12), Outcome.CLOSED, "门前道路施工，暂停营业"),
        (MISSED_MONTH[0], date(YEAR, MISSED_MONTH[1], 20), Outcome.NO_STOCK, "油罐检修，库内无油"),
        (roles.shut, date(YEAR, 9, 11), Outcome.CLOSED, "大门紧锁，电话无人接听"),
        (roles.uncovered, date(YEAR, 11, 20), Outcome.NO_STOCK, "油罐清洗，无油可售"),
        (roles.shut, date(YEAR, 12, 10), Outcome.CLOSED, "已停业，加油机已拆除"),
    ]
    return tuple(VisitFact(site, day, outcome, team, note) for site, day, outcome, note in visits)


def until(year: Year, day: date) -> Year:
    """The year as the ledger stood on ``day``: later samples, reports and visits are not there yet."""
    batches = tuple(_as_known(b, day) for b in year.batches if b.sampled_on <= day)
    return replace(year, batches=batches, visits=tuple(v for v in year.visits if v.visited_on <= day))


def _as_known(batch: BatchFact, day: date) -> BatchFact:
    if batch.reported_on is None or batch.reported_on <= day:
        return batch
    return replace(batch, report_no="", reported_on=None, conclusion=None, failed_items="", note="")

"""Counties for the documents, built by hand: one that is nearly done, and three extremes.

Each is a ``QuotaReport`` whose status the rules counted from the county's own batches, with
annexes picked by the plainest means; no store is asked.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from random import Random

from fuelcheck.law.load import find_policy, read_policy
from fuelcheck.law.values import Policy
from fuelcheck.rules.facts import BatchFact, ChangeFact, Facts, MonthTally, SiteFact, Tally, VisitFact
from fuelcheck.rules.quotas import evaluate
from fuelcheck.rules.status import Status
from fuelcheck.rules.year import QuotaYear, month_end
from fuelcheck.standing.evaluation import (
    ChangeRow,
    DepotRow,
    Head,
    LastDocument,
    LedgerRow,
    LeftUncovered,
    MonthCount,
    NoticeRow,
    Pace,
    ProductCount,
    QuotaReport,
    SiteRow,
    Span,
    ToSample,
    TownshipCount,
)
from fuelcheck.words import (
    MOTOR_FUELS,
    Conclusion,
    Outcome,
    Ownership,
    Period,
    Product,
    Purpose,
    SiteKind,
    Task,
)
from tests.reports.laboratory_work import at_laboratories

YEAR = 2025
RARE = "镕䶮㛃䲟𬭎𬱖𨱏"
LONG = "洛阳市伊川县" + RARE + "〔石油化工〕新能源综合服务（集团）有限责任公司鸦岭镇207国道西侧第二加油加气充换电一体站"
STATIONS = frozenset({SiteKind.STATION, SiteKind.FILLING_POINT})
SAMPLERS = ("王建军", "李晓燕")
LABORATORIES = ("示例检验检测中心", "示例石油产品质量检验所")
HASH = "sha256:" + "0123456789abcdef" * 4


@dataclass
class County:
    """What a county is made of, before it is evaluated."""

    policy: Policy
    sites: list[SiteFact]
    batches: list[BatchFact]
    visits: list[VisitFact]
    as_of: date


def policy() -> Policy:
    """The plan of Yichuan county, as the package ships it."""
    return read_policy(*map(str, find_policy("yichuan-2024-15", None)))


def nearly_done() -> QuotaReport:
    """An ordinary county at the year's end: most is done, some is not, a little of everything."""
    rng = Random(410329)
    county = County(policy(), _sites(rng, private=61), [], [], date(YEAR, 12, 31))
    _sample_stations(county, rng, rounds=2, leave_out=3)
    _sample_depots(county, rng, leave_out=1)
    _sample_urea(county, rng, 10)
    _oddities(county)
    return _report(county, example=True)


def stressed() -> QuotaReport:
    """Four hundred batches, names too long for their cells, rare characters; nothing is missing."""
    rng = Random(7)
    county = County(policy(), _sites(rng, private=70, name=_long_name), [], [], date(YEAR, 12, 31))
    _sample_stations(county, rng, rounds=4, leave_out=0, all_reported=True)
    _sample_depots(county, rng, leave_out=0)
    _sample_urea(county, rng, 14)
    batches = [replace(b, report_no=f"YCSJ-{YEAR}-CPY-{n:05d}（复核）") for n, b in enumerate(county.batches)]
    county.batches = batches
    return _report(county, example=False)


def untouched() -> QuotaReport:
    """A county in June that has drawn nothing yet: everything is missing."""
    county = County(policy(), _sites(Random(3), private=61), [], [], date(YEAR, 6, 15))
    return _report(county, example=True)


def with_ledger(rows: int) -> QuotaReport:
    """The ordinary county with a ledger of so many batches."""
    report = nearly_done()
    first = date(YEAR, 1, 1)
    ledger = tuple(
        replace(row, batch=replace(row.batch, form_no=f"YC{n:06d}", sampled_on=first + timedelta(n % 365)))
        for n in range(rows)
        for row in (report.ledger[n % len(report.ledger)],)
    )
    return replace(report, ledger=ledger)


def _sites(rng: Random, private: int, name: Callable[[int, str], str] = lambda n, given: given) -> list[SiteFact]:
    towns = [t.name for t in policy().townships]
    given = [a + b for a in "顺宏鑫恒瑞祥德永金盛" for b in "达源发通泰安兴利"]
    rng.shuffle(given)
    kinds = [
        *((Ownership.PRIVATE, SiteKind.STATION, "加油站"),) * (private - 6),
        *((Ownership.COLLECTIVE, SiteKind.FILLING_POINT, "农机加油点"),) * 6,
        *((Ownership.SINOPEC, SiteKind.STATION, "中石化加油站"),) * 14,
        *((Ownership.PETROCHINA, SiteKind.STATION, "中石油加油站"),) * 9,
        *((Ownership.OTHER_STATE, SiteKind.STATION, "国有加油站"),) * 2,
        (Ownership.SINOPEC, SiteKind.DEPOT, "中石化油库"),
        (Ownership.OTHER_STATE, SiteKind.PRODUCER, "石化生产企业"),
        *((Ownership.PRIVATE, SiteKind.UREA_VENDOR, "尿素销售点"),) * 5,
    ]
    sites = []
    for n, (ownership, kind, what) in enumerate(kinds):
        town = towns[n % len(towns)]
        label = name(n, f"{town.removesuffix('镇').removesuffix('街道')}{given[n % len(given)]}{what}")
        code = f"{'D' if kind in {SiteKind.DEPOT, SiteKind.PRODUCER} else 'S'}{n + 1:03d}"
        products = ("urea",) if kind is SiteKind.UREA_VENDOR else ("92", "95", "0", "urea") if n % 3 else ("92", "0")
        sites.append(SiteFact(code, label, kind, ownership, town, None, None, products))
    return sites


def _long_name(n: int, given: str) -> str:
    if n % 5 == 0:
        return f"{LONG}（{n}号）"
    return f"{given}{RARE[n % len(RARE)]}㎡" if n % 3 == 0 else given


def _sample_stations(county: County, rng: Random, rounds: int, leave_out: int, *, all_reported: bool = False) -> None:
    stations = [s for s in county.sites if s.kind in STATIONS]
    owed = [s for s in stations if s.ownership in {Ownership.PRIVATE, Ownership.COLLECTIVE}]
    left_out = {s.code for s in rng.sample(owed, leave_out)}
    for turn in range(rounds):
        for n, site in enumerate(stations):
            if site.code in left_out or (turn and n % 11 == 5):
                continue
            day = date(YEAR, 1, 6) + timedelta(days=(n * 359 // len(stations) + turn * 173) % 359)
            product, grade = ((Product.ETHANOL_GASOLINE, "92"), (Product.DIESEL, "0"))[(n + turn) % 2]
            late = not all_reported and day > date(YEAR, 12, 18)
            _draw(county, site.code, day, product, grade, reported=not late, fails=(n + 40 * turn) % 71 == 7)


def _sample_depots(county: County, rng: Random, leave_out: int) -> None:
    for site in (s for s in county.sites if s.kind in {SiteKind.DEPOT, SiteKind.PRODUCER}):
        for month in range(1, 13):
            if leave_out and month == 8:
                leave_out -= 1
                continue
            _draw(county, site.code, date(YEAR, month, rng.randint(2, 16)), Product.DIESEL, "0")


def _sample_urea(county: County, rng: Random, count: int) -> None:
    vendors = [s.code for s in county.sites if s.kind is SiteKind.UREA_VENDOR]
    for n in range(count):
        day = date(YEAR, 1 + n % 12, rng.randint(1, 14))
        _draw(county, vendors[n % len(vendors)], day, Product.UREA, "", fails=n == 4)


def _oddities(county: County) -> None:
    """A batch of the province, a recheck, a void one, fruitless visits, a station that closed."""
    one = county.batches[3]
    county.batches += [
        replace(one, form_no="S2025-0001", task=Task.PROVINCE, laboratory="示例省级油品检验院"),
        replace(one, form_no="S2025-0002", task=Task.CITY, laboratory="示例市级油品检验所"),
        replace(one, form_no="YC25-0901", purpose=Purpose.RECHECK, follows=one.form_no),
        replace(
            one, form_no="YC25-0902", void=True, void_reason="封条破损", voided_on=date(YEAR, 5, 8),
            reported_on=None, conclusion=None, report_no="",
        ),
    ]  # fmt: skip
    sampled = {b.site for b in county.batches}
    for site in [s for s in county.sites if s.code not in sampled and s.kind in STATIONS][:2]:
        county.visits += [
            VisitFact(site.code, date(YEAR, 4, 9), Outcome.CLOSED, SAMPLERS),
            VisitFact(site.code, date(YEAR, 9, 17), Outcome.NO_STOCK, SAMPLERS),
        ]
    county.sites.append(
        SiteFact("S144", "白元恒达加油站", SiteKind.STATION, Ownership.PRIVATE, "白元镇", None, date(YEAR, 11, 20))
    )


def _draw(
    county: County, site: str, day: date, product: Product, grade: str, *, reported: bool = True, fails: bool = False
) -> None:
    n = len(county.batches) + 1
    due = day + timedelta(days=9 + n % 5)
    done = reported and due <= county.as_of
    county.batches.append(
        BatchFact(
            form_no=f"YC25-{n:04d}", sampled_on=day, site=site, product=product, grade=grade,
            task=Task.COUNTY if n % 4 else None, purpose=Purpose.ROUTINE if n % 9 else Purpose.CAMPAIGN,
            follows="", samplers=SAMPLERS, laboratory=LABORATORIES[n % 2],
            report_no=f"SL{YEAR}-{n:04d}" if done else "", reported_on=due if done else None,
            conclusion=(Conclusion.FAIL if fails else Conclusion.PASS) if done else None,
            failed_items="硫含量、闪点（闭口）" if fails and done else "", void=False, void_reason="", voided_on=None,
        )
    )  # fmt: skip


def _status(county: County) -> Status:
    valid = [b for b in county.batches if not b.void]

    def key(b: BatchFact) -> tuple[object, ...]:
        return (b.site, b.product, b.task, b.purpose)

    reported = Counter(key(b) for b in valid if b.reported_on)
    pending = Counter(key(b) for b in valid if not b.reported_on)
    tallies = tuple(Tally(*k, reported[k], pending[k]) for k in {**reported, **pending})  # type: ignore[arg-type]
    months = tuple(
        MonthTally(b.site, b.sampled_on.replace(day=1), b.product, b.task, b.purpose, int(bool(b.reported_on)),
                   int(not b.reported_on))
        for b in valid
    )  # fmt: skip
    changes: tuple[ChangeFact, ...] = ()
    return evaluate(county.policy, YEAR, county.as_of, Facts(tuple(county.sites), changes, tallies, months))


def _report(county: County, *, example: bool) -> QuotaReport:
    status = _status(county)
    rows = {s.code: _site_row(s, county.as_of) for s in county.sites}
    ledger = tuple(
        LedgerRow(b, rows[b.site], _counts(county.policy, b))
        for b in sorted(county.batches, key=lambda b: (b.sampled_on, b.form_no))
    )
    counted = [r for r in ledger if r.counted]
    line = status.line("private_coverage")
    last = LastDocument("QR7K-2M4P", date(YEAR, 9, 30), datetime(YEAR, 10, 8, 1, 30, tzinfo=UTC), 301)
    return QuotaReport(
        status=status,
        replaced=None,
        head=Head("410329", 412, datetime(YEAR + 1, 1, 5, 1, 0, tzinfo=UTC), HASH),
        example=example,
        span=_span(counted, Period.YEAR, date(YEAR, 1, 1), county.as_of),
        months=_months(county, ledger),
        townships=tuple(_township(t.name, rows.values(), counted) for t in county.policy.townships),
        products=_products(counted),
        pace=_pace(county, status),
        to_sample=tuple(
            ToSample(rows[c], c in line.pending, tuple(v for v in county.visits if v.site == c))
            for c in map(str, line.missing)
        ),
        brand_sampled=tuple(r for r in counted if r.site.ownership in {Ownership.SINOPEC, Ownership.PETROCHINA}
                            and r.site.kind in STATIONS),
        depots=_depots(county, status, rows),
        urea=tuple(r for r in counted if r.batch.product is Product.UREA),
        **at_laboratories(ledger, county.as_of),
        left_uncovered=tuple(
            LeftUncovered(rows[c], datetime(YEAR, 11, 21, 2, 5, tzinfo=UTC)) for c in line.left_uncovered
        ),
        notices=_notices() if county.batches else (),
        other_levels=tuple(r for r in ledger if r.batch.task in {Task.PROVINCE, Task.CITY}),
        last_document=last if county.batches else None,
        changes=_changes() if county.batches else (),
        ledger=ledger,
        site_names={s.code: s.name for s in county.sites},
    )  # fmt: skip


def _site_row(site: SiteFact, as_of: date) -> SiteRow:
    return SiteRow(
        site.code, site.name, site.kind, site.ownership, site.township,
        operating=site.closed_on is None or site.closed_on > as_of, closed_on=site.closed_on,
    )  # fmt: skip


def _counts(plan: Policy, batch: BatchFact) -> bool:
    task, purpose = batch.task or Task.COUNTY, batch.purpose or Purpose.ROUTINE
    return not batch.void and batch.reported_on is not None and task in plan.tasks and purpose in plan.purposes


def _fuel(row: LedgerRow) -> bool:
    return row.batch.product in MOTOR_FUELS and row.site.kind in STATIONS


def _failed(rows: Sequence[LedgerRow]) -> int:
    return sum(r.batch.conclusion is Conclusion.FAIL for r in rows)


def _urea(rows: Sequence[LedgerRow]) -> int:
    return sum(r.batch.product is Product.UREA for r in rows)


def _span(counted: Sequence[LedgerRow], period: Period, first: date, last: date) -> Span:
    rows = [r for r in counted if first <= r.batch.sampled_on <= last]
    return Span(
        period, first, last, sum(map(_fuel, rows)), _urea(rows), len({r.site.code for r in rows}), _failed(rows)
    )


def in_period(report: QuotaReport, period: Period, first: date) -> QuotaReport:
    """The same report, speaking of a month or a quarter that ends with the as-of day."""
    counted = [r for r in report.ledger if r.counted]
    return replace(report, span=_span(counted, period, first, report.status.as_of))


def replacing(report: QuotaReport) -> QuotaReport:
    """The same report under a plan that replaced another one, of another number, within the year."""
    new = report.status.policy
    document = replace(new.document, number="伊政办〔2023〕8号", title="伊川县大气污染防治攻坚方案")
    old = replace(report.status, policy=replace(new, id="old", document=document))
    return replace(report, replaced=old)


def _months(county: County, ledger: Sequence[LedgerRow]) -> tuple[MonthCount, ...]:
    year, total, months = QuotaYear.of((1, 1), YEAR), 0, []
    for month in (m for m in year.months() if m <= county.as_of):
        rows = [r for r in ledger if r.batch.sampled_on.replace(day=1) == month]
        counted = [r for r in rows if r.counted]
        fuel = sum(map(_fuel, counted))
        total += fuel
        elapsed = year.elapsed(min(month_end(month), county.as_of))
        pending = sum(not r.batch.void and r.batch.reported_on is None for r in rows)
        expected = -(-159 * elapsed // year.days)
        months.append(MonthCount(month, fuel, _urea(counted), pending, _failed(counted), total, expected))
    return tuple(months)


def _township(name: str, sites: object, counted: Sequence[LedgerRow]) -> TownshipCount:
    here = [s for s in sites if s.township == name and s.operating and s.kind in STATIONS]  # type: ignore[attr-defined]
    rows = [r for r in counted if r.site.township == name]
    sampled = {r.site.code for r in rows if _fuel(r)}
    private = [s for s in here if s.ownership in {Ownership.PRIVATE, Ownership.COLLECTIVE}]
    return TownshipCount(
        name, len(here), sum(s.code in sampled for s in here), len(private), sum(s.code in sampled for s in private),
        sum(map(_fuel, rows)), _urea(rows), _failed(rows),
    )  # fmt: skip


def _products(counted: Sequence[LedgerRow]) -> tuple[ProductCount, ...]:
    of = {p: [r for r in counted if r.batch.product is p] for p in Product}
    return tuple(ProductCount(p, len(rows), _failed(rows)) for p, rows in of.items() if rows)


def _pace(county: County, status: Status) -> Pace:
    year = QuotaYear.of((1, 1), YEAR)
    elapsed, achieved = year.elapsed(county.as_of), status.line("motor_fuel_batches").achieved
    days = -(-159 * elapsed // achieved) if achieved else None
    meets = year.first + timedelta(days=days - 1) if days else None
    return Pace(elapsed, year.days, -(-159 * elapsed // year.days), achieved, meets, december_heap=False)


def _depots(county: County, status: Status, rows: dict[str, SiteRow]) -> tuple[DepotRow, ...]:
    missing = status.line("depot_monthly").missing

    def state(code: str, month: date) -> str:
        if (code, month) in missing:
            return "due-missing"
        if month_end(month) <= county.as_of:
            return "due-met"
        return "open" if month <= county.as_of else "not-due"

    months = QuotaYear.of((1, 1), YEAR).months()
    depots = [r for r in rows.values() if r.kind in {SiteKind.DEPOT, SiteKind.PRODUCER}]
    return tuple(DepotRow(r, tuple(state(r.code, m) for m in months)) for r in depots)


def _notices() -> tuple[NoticeRow, ...]:
    texts = (
        ("likely-duplicate", "batch", "YC25-0031", "与YC25-0030为同站、同日、同产品、同牌号，疑似重复登记。"),
        ("late-report", "batch", "YC25-0077", "报告日期2025-08-20距抽样日期2025-06-02超过60天。"),
        ("unknown-laboratory", "report", '["YC25-0102", "1"]', "检验机构不在登记范围内，或资质已过有效期。"),
    )
    return tuple(NoticeRow(str(n), code, noun, row, (), text) for n, (code, noun, row, text) in enumerate(texts))


def _changes() -> tuple[ChangeRow, ...]:
    moment = datetime(YEAR, 10, 20, 3, 0, tzinfo=UTC)
    fields = (("product", "gasoline", "ethanol_gasoline"), ("grade", "95", "92"))
    return (
        ChangeRow(
            330, moment, "张建国", "batch", "YC25-0012", "amended", fields, "抽样单牌号录入错误，经核对原始单据更正"
        ),
        ChangeRow(341, moment, "李晓燕", "batch", "YC25-0902", "voided", (("status", "valid", "void"),), "封条破损"),
        ChangeRow(352, moment, "李晓燕", "site_change", '["S144", "2025-11-20", "closed"]', "recorded_late", (), ""),
    )
